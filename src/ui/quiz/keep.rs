//! After the quiz: what the reader can take along. The player does it; here are only the buttons.

use super::View;
use crate::ui::live::live;
use crate::ui::part::{self, part};
use yew::prelude::*;

/// What the reader wants to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The result as text, to the clipboard.
    Text,
    /// A link that shows the result, to the clipboard.
    Link,
    /// The result as a JSON file.
    Result,
    /// The filled review on paper.
    Print,
    /// A calendar file with the days to practice again.
    Remind,
    /// Nothing of a result that somebody else shared: the reader's own turn.
    TakeIt,
}

impl Keep {
    /// The name in markup.
    fn name(self) -> &'static str {
        match self {
            Self::Text => "copy",
            Self::Link => "link",
            Self::Result => "result",
            Self::Print => "print",
            Self::Remind => "remind",
            Self::TakeIt => "take",
        }
    }
}

/// The buttons, closed until asked for.
pub(super) fn keep(view: &View) -> Html {
    let words = view.words;
    let ways =
        [(Keep::Text, words.copy_text), (Keep::Link, words.copy_link), (Keep::Result, words.download_result), (Keep::Print, words.print)];
    let remind = view.bundle.policy.review.is_some().then(|| remind(view));
    let ways = ways.map(|(keep, name)| button(view, keep, name)).into_iter().chain(remind).collect();
    part("details", "wp-keep", vec![part("summary", "", vec![live(words.keep)]), part("div", "wp-actions", ways)])
}

/// A calendar file with the days to practice again.
pub(super) fn remind(view: &View) -> Html {
    button(view, Keep::Remind, view.words.remind)
}

/// Above a result that somebody else shared: whose it is, and the way to one's own.
pub(super) fn shared(view: &View) -> Html {
    part("p", "wp-welcome", vec![live(view.words.shared), button(view, Keep::TakeIt, view.words.take_it)])
}

fn button(view: &View, keep: Keep, name: &'static str) -> Html {
    let keeps = view.keep.clone();
    part::button("wp-quiet", keep.name(), vec![live(name)], Callback::from(move |_| keeps.emit(keep)))
}

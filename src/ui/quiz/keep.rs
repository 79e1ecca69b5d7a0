//! After the quiz: what the reader can take along. The player does it; here are only the buttons.

use super::View;
use crate::ui::markup::{Heard, Markup};

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
pub(super) fn keep(out: &mut Markup, view: &View) {
    let words = view.words;
    let ways =
        [(Keep::Text, words.copy_text), (Keep::Link, words.copy_link), (Keep::Result, words.download_result), (Keep::Print, words.print)];
    out.el("details.wp-keep", |out| {
        out.says("summary", words.keep);
        out.el("div.wp-actions", |out| {
            for (keep, name) in ways {
                button(out, view, keep, name);
            }
            if view.bundle.policy.review.is_some() {
                remind(out, view);
            }
        });
    });
}

/// A calendar file with the days to practice again.
pub(super) fn remind(out: &mut Markup, view: &View) {
    button(out, view, Keep::Remind, view.words.remind);
}

/// Above a result that somebody else shared: whose it is, and the way to one's own.
pub(super) fn shared(out: &mut Markup, view: &View) {
    out.el("p.wp-welcome", |out| {
        out.live(view.words.shared);
        button(out, view, Keep::TakeIt, view.words.take_it);
    });
}

fn button(out: &mut Markup, view: &View, keep: Keep, name: &str) {
    out.el("button.wp-quiet[type=button]", |out| {
        out.set("data-act", keep.name());
        let keeps = view.keep.clone();
        out.on(Heard::Click, move |_| keeps.emit(keep));
        out.live(name);
    });
}

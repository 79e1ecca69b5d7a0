//! After the quiz: what the reader can take along. The player does it; here are only the buttons.

use super::View;
use crate::ui::live::live;
use yew::prelude::*;

/// What the reader wants to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The result as text, to the clipboard.
    Text,
    /// The result as a JSON file.
    Result,
    /// The filled review on paper.
    Print,
}

impl Keep {
    /// The name in markup.
    fn name(self) -> &'static str {
        match self {
            Self::Text => "copy",
            Self::Result => "result",
            Self::Print => "print",
        }
    }
}

/// The buttons, closed until asked for.
pub(super) fn keep(view: &View) -> Html {
    let words = view.words;
    let ways = [
        (Keep::Text, words.copy_text),
        (Keep::Result, words.download_result),
        (Keep::Print, words.print),
    ];
    let way = |(keep, name): (Keep, &'static str)| {
        let keeps = view.keep.clone();
        html! {
            <button type="button" class="wp-quiet" key={name} data-act={keep.name()} onclick={Callback::from(move |_| keeps.emit(keep))}>{ live(name) }</button>
        }
    };
    html! {
        <details class="wp-keep">
            <summary>{ live(words.keep) }</summary>
            <div class="wp-actions">{ for ways.map(way) }</div>
        </details>
    }
}

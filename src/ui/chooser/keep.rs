//! What the reader can take along. The player does it; here are only the buttons.

use super::{View, Wish};
use crate::ui::live::live;
use crate::ui::part::part;
use yew::prelude::*;

/// The buttons, closed until asked for.
pub(super) fn keep(view: &View) -> Html {
    let words = view.words;
    let ways = vec![
        view.other("link", words.link, Wish::Link),
        view.other("copy", words.copy, Wish::Text),
        view.other("print", words.print, Wish::Print),
    ];
    part("details", "wp-more wp-keep", vec![part("summary", "", vec![live(words.take_along)]), part("div", "wp-actions", ways)])
}

//! Words that change. Page translators wrap text nodes, and a rewritten text node inside such a wrapper stays stale;
//! a leaf keyed by its words is made anew instead.

use crate::ui::markup::{Markup, markup};
use yew::prelude::*;

/// Words that change, see [`Markup::live`].
pub fn live(words: impl Into<AttrValue>) -> Html {
    let words = words.into();
    markup(|out| out.live(&words))
}

impl Markup {
    /// `words` alone in an element that is replaced when they change. For leaves only: a keyed control would lose focus.
    /// The element has the direction of its words: interface and content may be in different languages.
    pub fn live(&mut self, words: &str) {
        self.el("span[dir=auto]", |out| {
            out.key(words);
            out.text(words);
        });
    }
}

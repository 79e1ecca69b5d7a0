//! Words that change. Page translators wrap text nodes, and a rewritten text node inside such a wrapper stays stale;
//! a leaf keyed by its words is made anew instead.

use yew::prelude::*;

/// `words` alone in an element that is replaced when they change. For leaves only: a keyed control would lose focus.
/// The element has the direction of its words: interface and content may be in different languages.
pub fn live(words: impl Into<AttrValue>) -> Html {
    leaf(words.into())
}

#[inline(never)]
fn leaf(words: AttrValue) -> Html {
    html! { <span key={words.as_str()} dir="auto">{ words }</span> }
}

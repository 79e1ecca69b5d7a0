//! Words that change. Page translators wrap text nodes, and a rewritten text node inside such a wrapper stays stale;
//! a leaf keyed by its words is made anew instead.

use yew::prelude::*;

/// `words` alone in an element that is replaced when they change. For leaves only: a keyed control would lose focus.
pub fn live(words: String) -> Html {
    html! { <span key={words.as_str()}>{ words }</span> }
}

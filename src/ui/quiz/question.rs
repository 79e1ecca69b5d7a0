//! A question: stem, instruction, and what to answer it with.

use super::{View, kind};
use crate::ui::live::live;
use crate::ui::text::lines;
use waypost_core::bundle::{Interaction, Item, key};
use waypost_core::quiz::Phase;
use yew::prelude::*;

/// The question of an item; of a slide, only its words.
pub(super) fn question(view: &View, item: &Item, phase: Phase) -> Html {
    let stem = html! { <span class="wp-stem" role="heading" aria-level="3" tabindex="-1">{ lines(view.bundle.text(&key::prompt(&item.id))) }</span> };
    let asked = match item.interaction {
        Interaction::Info {} => html! { <div class="wp-question">{ stem }{ kind::body(view, item) }</div> },
        _ => html! {
            <fieldset class="wp-question">
                <legend>
                    { stem }
                    <span class="wp-instruction">{ live(kind::instruction(view, item)) }</span>
                </legend>
                { kind::body(view, item) }
                { kind::field(view, item, phase) }
            </fieldset>
        },
    };
    match item.part_of.as_ref().and_then(|id| view.bundle.item(id)) {
        Some(whole) => html! { <>{ scene(view, whole) }{ asked }</> },
        None => asked,
    }
}

/// What a part of a question has in common with the other parts: the words of the question it belongs to.
fn scene(view: &View, whole: &Item) -> Html {
    html! { <div data-part="scene"><p>{ lines(view.bundle.text(&key::prompt(&whole.id))) }</p>{ kind::body(view, whole) }</div> }
}

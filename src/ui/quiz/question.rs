//! A question: stem, instruction, and what to answer it with.

use super::{View, kind};
use crate::ui::markup::Markup;
use waypost_core::bundle::{Interaction, Item, key};
use waypost_core::quiz::Phase;

/// The question of an item; of a slide, only its words.
pub(super) fn question(out: &mut Markup, view: &View, item: &Item, phase: Phase) {
    out.group(|out| {
        if let Some(whole) = item.part_of.as_ref().and_then(|id| view.bundle.item(id)) {
            scene(out, view, whole);
        }
        match item.interaction {
            Interaction::Info {} => out.el("div.wp-question", |out| {
                stem(out, view, item);
                kind::body(out, view, item);
            }),
            _ => out.el("fieldset.wp-question", |out| {
                out.set_if("disabled", view.sitting.is_over(view.bundle));
                out.el("legend", |out| {
                    stem(out, view, item);
                    out.says("span.wp-instruction", &kind::instruction(view, item));
                });
                kind::body(out, view, item);
                kind::field(out, view, item, phase);
            }),
        }
    });
}

fn stem(out: &mut Markup, view: &View, item: &Item) {
    out.el("span.wp-stem[role=heading][aria-level=3][tabindex=-1]", |out| view.lines(out, key::prompt(&item.id)));
}

/// What a part of a question has in common with the other parts: the words of the question it belongs to.
fn scene(out: &mut Markup, view: &View, whole: &Item) {
    out.el("div[data-part=scene]", |out| {
        out.el("p", |out| view.lines(out, key::prompt(&whole.id)));
        kind::body(out, view, whole);
    });
}

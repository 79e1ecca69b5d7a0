//! After an answer that is neither right nor wrong: what the author gives to think about.

use super::View;
use super::feedback::verdict_line;
use crate::ui::markup::Markup;
use waypost_core::bundle::{Interaction, Item, key};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;

/// Whether there is something to say to an answer of this item once it is given.
pub(super) fn says(view: &View, item: &Item) -> bool {
    let written = |key: String| !view.text(&key).is_empty();
    let asks = !matches!(item.interaction, Interaction::Info {});
    asks && (written(key::explanation(&item.id))
        || item.interaction.options().iter().any(|option| written(key::feedback(&item.id, &option.id))))
}

fn last<'a>(view: &View<'a>, item: &Item) -> Option<&'a Response> {
    Some(&view.sitting.answers.get(&item.id)?.attempts.last()?.response)
}

/// The panel: the feedback on what was chosen, then the author's note, under one neutral heading.
pub(super) fn consider(out: &mut Markup, view: &View, item: &Item) {
    let Some(last) = last(view, item) else { return };
    let heading = if let Interaction::Reflect(_) = item.interaction { view.words.example } else { view.words.consider };
    out.el("div.wp-feedback[role=group][tabindex=-1]", |out| {
        out.set("aria-label", heading);
        verdict_line(out, "p.wp-verdict", None, heading);
        for option in last.options() {
            noted(out, view, item, option);
        }
        view.texts(out, "explanation", key::explanation(&item.id));
    });
}

fn noted(out: &mut Markup, view: &View, item: &Item, option: &OptionId) {
    view.blocks(out, key::feedback(&item.id, option));
    view.blocks(out, key::reason(&item.id, option));
}

/// For the review: what was chosen, with what to consider, and no verdict.
pub(super) fn answer(out: &mut Markup, view: &View, item: &Item) {
    let Some(last) = last(view, item) else { return };
    out.el("ul.wp-reasons", |out| {
        for option in last.options() {
            out.el("li.wp-reason", |out| {
                out.el("p.wp-reason-head", |out| {
                    out.el("span.wp-reason-option", |out| view.lines(out, key::text(&item.id, option)));
                });
                noted(out, view, item, option);
            });
        }
    });
    view.texts(out, "explanation", key::explanation(&item.id));
}

//! After an answer that is neither right nor wrong: what the author gives to think about.

use super::View;
use super::card::texts;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::text::{blocks, lines};
use waypost_core::bundle::{Interaction, Item, key};
use waypost_core::id::OptionId;
use yew::prelude::*;

/// Whether there is something to say to an answer of this item once it is given.
pub(super) fn says(view: &View, item: &Item) -> bool {
    let written = |key: String| !view.bundle.text(&key).is_empty();
    let asks = !matches!(item.interaction, Interaction::Info {});
    asks && (written(key::explanation(&item.id))
        || item.interaction.options().iter().any(|option| written(key::feedback(&item.id, &option.id))))
}

/// The panel: the feedback on what was chosen, then the author's note, under one neutral heading.
pub(super) fn consider(view: &View, item: &Item) -> Html {
    let Some(last) = view.sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last()) else { return Html::default() };
    let heading = if let Interaction::Reflect(_) = item.interaction { view.words.example } else { view.words.consider };
    let mut parts = vec![with("p", &["class", "data-verdict"], vec!["wp-verdict".into(), "none".into()], vec![live(heading)])];
    parts.extend(last.response.options().iter().map(|option| noted(view, item, option)));
    parts.push(texts("explanation", view.bundle.text(&key::explanation(&item.id))));
    let values = vec!["wp-feedback".into(), "group".into(), heading.into(), "-1".into()];
    with("div", &["class", "role", "aria-label", "tabindex"], values, parts)
}

fn noted(view: &View, item: &Item, option: &OptionId) -> Html {
    let notes = [key::feedback(&item.id, option), key::reason(&item.id, option)];
    notes.iter().map(|key| blocks(view.bundle.text(key))).collect()
}

/// For the review: what was chosen, with what to consider, and no verdict.
pub(super) fn answer(view: &View, item: &Item) -> Html {
    let Some(last) = view.sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last()) else { return Html::default() };
    let chosen = |option: &OptionId| {
        let name = part("span", "wp-reason-option", vec![lines(view.bundle.text(&key::text(&item.id, option)))]);
        part("li", "wp-reason", vec![part("p", "wp-reason-head", vec![name]), noted(view, item, option)])
    };
    let explanation = texts("explanation", view.bundle.text(&key::explanation(&item.id)));
    [part("ul", "wp-reasons", last.response.options().iter().map(chosen).collect()), explanation].into_iter().collect()
}

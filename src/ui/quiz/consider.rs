//! After an answer that is neither right nor wrong: what the author gives to think about.

use super::View;
use super::card::texts;
use crate::ui::live::live;
use crate::ui::text::{blocks, lines};
use waypost_core::bundle::{Interaction, Item, key};
use waypost_core::id::OptionId;
use yew::prelude::*;

/// Whether there is something to say to an answer of this item once it is given.
pub(super) fn says(view: &View, item: &Item) -> bool {
    let written = |key: String| !view.bundle.text(&key).is_empty();
    let asks = !matches!(item.interaction, Interaction::Info {});
    asks && (written(key::explanation(&item.id)) || item.interaction.options().iter().any(|option| written(key::feedback(&item.id, &option.id))))
}

/// The panel: the feedback on what was chosen, then the author's note, under one neutral heading.
pub(super) fn consider(view: &View, item: &Item) -> Html {
    let Some(last) = view.sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last()) else { return Html::default() };
    let heading = if let Interaction::Reflect(_) = item.interaction { view.words.example } else { view.words.consider };
    html! {
        <div class="wp-feedback" role="group" aria-label={heading} tabindex="-1">
            <p class="wp-verdict" data-verdict="none">{ live(heading) }</p>
            { for last.response.options().iter().map(|option| noted(view, item, option)) }
            { texts("explanation", view.bundle.text(&key::explanation(&item.id))) }
        </div>
    }
}

fn noted(view: &View, item: &Item, option: &OptionId) -> Html {
    let notes = [key::feedback(&item.id, option), key::reason(&item.id, option)];
    notes.iter().map(|key| blocks(view.bundle.text(key))).collect()
}

/// For the review: what was chosen, with what to consider, and no verdict.
pub(super) fn answer(view: &View, item: &Item) -> Html {
    let Some(last) = view.sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last()) else { return Html::default() };
    let chosen = |option: &OptionId| {
        html! {
            <li class="wp-reason" key={option.as_str()}>
                <p class="wp-reason-head"><span class="wp-reason-option">{ lines(view.bundle.text(&key::text(&item.id, option))) }</span></p>
                { noted(view, item, option) }
            </li>
        }
    };
    html! {
        <>
            <ul class="wp-reasons">{ for last.response.options().iter().map(chosen) }</ul>
            { texts("explanation", view.bundle.text(&key::explanation(&item.id))) }
        </>
    }
}

//! How sure the reader is: three radios, nothing preselected.

use super::View;
use crate::ui::live::live;
use waypost_core::bundle::{Confidence, Item};
use waypost_core::quiz::{Msg, Phase};
use yew::prelude::*;

/// The question how sure the reader is, where the policy asks it of this item.
pub(super) fn certainty(view: &View, item: &Item, phase: Phase) -> Html {
    let words = view.words;
    if view.bundle.policy.confidence == Confidence::Off || !view.sitting.is_marked(view.bundle, item) {
        return Html::default();
    }
    let said = view.sitting.sure(&item.id);
    let level = |(level, name): (u32, &'static str)| {
        html! {
            <label>
                <input type="radio" name={format!("{}-{}-sure", view.prefix, item.id)} value={level.to_string()} checked={said == Some(level)}
                    disabled={phase == Phase::Closed} onchange={view.send(Msg::Sure(item.id.clone(), level))} />
                <span>{ live(name) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="wp-certainty">
            <legend>{ live(words.certainty) }</legend>
            { for levels(view).map(level) }
        </fieldset>
    }
}

/// The levels and what they are called.
pub(super) fn levels(view: &View) -> impl Iterator<Item = (u32, &'static str)> {
    let words = view.words;
    (1..).zip([words.sure_1, words.sure_2, words.sure_3])
}

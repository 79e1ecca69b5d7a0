//! A place between two ends: a range and a number field for the same value. A resting thumb is no answer.

use super::enter::Slot;
use super::typed::{Typing, entry, exact, trouble};
use crate::ui::live::live;
use crate::ui::quiz::View;
use waypost_core::bundle::{Item, Slider, key};
use waypost_core::quiz::Phase;
use waypost_core::typed::{Exact, number};
use yew::prelude::*;

/// The range, its ends in words, and the number.
pub(super) fn field(view: &View, item: &Item, slider: &Slider, phase: Phase) -> Html {
    let raw = view.raw(item, &Slot::Whole);
    let value = number::parse(&raw, &view.bundle.lang, &slider.unit).ok().map(|reading| reading.value);
    let words = value.map_or_else(|| view.words.not_set.to_owned(), |value| in_words(view, item, slider, value));
    let typing = Typing::Number(&slider.unit);
    html! {
        <div class="wp-slider" data-set={value.map(|_| "set")}>
            { ends(view, item, slider) }
            <label>
                <span class="wp-hidden">{ live(view.words.your_answer) }</span>
                <input type="range" min={slider.min.to_string()} max={slider.max.to_string()} step={slider.step.to_string()}
                    value={value.map(|value| value.to_string())} aria-valuetext={words} disabled={phase == Phase::Closed}
                    oninput={view.enters(item, Slot::Whole, None)} />
            </label>
            <div class="wp-field">
                <label><span class="wp-label">{ live(view.words.your_answer) }</span>{ entry(view, item, &Slot::Whole, typing, phase) }</label>
                if value.is_none() {
                    <span class="wp-unset">{ live(view.words.not_set) }</span>
                }
            </div>
            { trouble(view, item, &Slot::Whole, typing) }
        </div>
    }
}

fn end(view: &View, item: &Item, value: Exact) -> String {
    view.bundle.plain(&key::end(&item.id, &value.to_string()))
}

/// A value as it is read out: with its unit, and with the words of the end it is at or the ends it is between.
fn in_words(view: &View, item: &Item, slider: &Slider, value: Exact) -> String {
    let number = format!("{} {}", exact(view, value), slider.unit);
    let (mut below, mut above) = (None, None);
    for &at in &slider.ends {
        if at <= value && below.is_none_or(|known| known < at) {
            below = Some(at);
        }
        if at >= value && above.is_none_or(|known| known > at) {
            above = Some(at);
        }
    }
    let words = |at: Option<Exact>| at.map(|at| end(view, item, at)).unwrap_or_default();
    match below == above {
        true => format!("{}, {}", number.trim_end(), words(below)).trim_end_matches([',', ' ']).to_owned(),
        false => format!("{}, {} \u{2013} {}", number.trim_end(), words(below), words(above)),
    }
}

/// The values that have words, to read.
pub(super) fn ends(view: &View, item: &Item, slider: &Slider) -> Html {
    let entry = |&value: &Exact| html! { <li><b>{ exact(view, value) }</b>{ " " }{ end(view, item, value) }</li> };
    match slider.ends.is_empty() {
        true => {
            html! { <ul class="wp-ends">{ for [slider.min, slider.max].iter().map(|&value| html! { <li><b>{ exact(view, value) }</b></li> }) }</ul> }
        }
        false => html! { <ul class="wp-ends">{ for slider.ends.iter().map(entry) }</ul> },
    }
}

//! A place between two ends: a range and a number field for the same value. A resting thumb is no answer.

use super::enter::Slot;
use super::typed::{Typing, exact, labeled, trouble};
use crate::ui::markup::Markup;
use crate::ui::quiz::View;
use waypost_core::bundle::{Item, Slider, key};
use waypost_core::quiz::Phase;
use waypost_core::typed::{Exact, number};

/// The range, its ends in words, and the number.
pub(super) fn field(out: &mut Markup, view: &View, item: &Item, slider: &Slider, phase: Phase) {
    let raw = view.raw(item, &Slot::Whole);
    let value = number::parse(&raw, &view.bundle.lang, &slider.unit).ok().map(|reading| reading.value);
    let typing = Typing::Number(&slider.unit);
    out.el("div.wp-slider", |out| {
        if value.is_some() {
            out.set("data-set", "set");
        }
        ends(out, view, item, slider);
        out.el("label", |out| {
            out.says("span.wp-hidden", view.words.your_answer);
            out.el("input[type=range]", |out| {
                for (name, end) in [("min", slider.min), ("max", slider.max), ("step", slider.step)] {
                    out.set(name, &end.to_string());
                }
                match value {
                    Some(value) => {
                        out.value(&value.to_string());
                        out.set("aria-valuetext", &in_words(view, item, slider, value));
                    }
                    None => out.set("aria-valuetext", view.words.not_set),
                }
                out.set_if("disabled", phase == Phase::Closed);
                view.enters(out, item, Slot::Whole, None);
            });
        });
        out.el("div.wp-field", |out| {
            labeled(out, view, item, typing, phase);
            out.group(|out| {
                if value.is_none() {
                    out.says("span.wp-unset", view.words.not_set);
                }
            });
        });
        trouble(out, view, item, &Slot::Whole, typing);
    });
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
pub(super) fn ends(out: &mut Markup, view: &View, item: &Item, slider: &Slider) {
    let (named, outer) = (!slider.ends.is_empty(), [slider.min, slider.max]);
    out.el("ul.wp-ends", |out| {
        for &value in if named { slider.ends.as_slice() } else { &outer } {
            out.el("li", |out| {
                out.words("b", &exact(view, value));
                if named {
                    out.text(" ");
                    out.plain(view.text(&key::end(&item.id, &value.to_string())));
                }
            });
        }
    });
}

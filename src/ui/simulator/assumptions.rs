//! The assumptions: every number the author is not sure about, to be moved, and every rule as it is written.

use super::figure::aside;
use super::{View, Wish};
use crate::ui::live::live;
use crate::ui::part::{choice, part, with};
use crate::ui::text::blocks;
use waypost_core::simulator::{Param, Rule, RuleKind, key, shown};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Places of a range that a reader can choose, in thousandths.
const PLACES: [u32; 5] = [0, 250, 500, 750, 1000];

/// The numbers, then the rules, then how far anybody has checked them.
pub(super) fn assumptions(view: &View) -> Vec<Html> {
    let words = view.words;
    let mut parts = vec![aside(words.assumptions_about)];
    parts.push(part("div", "wp-params", view.bundle.params.iter().map(|param| one(view, param)).collect()));
    if !view.play.assumed.is_empty() {
        parts.push(view.quiet("authors", words.back_to_author, Wish::AuthorsNumbers));
    }
    let rules = view.bundle.rules.iter().enumerate().map(|(at, written)| rule(view, at, written)).collect();
    parts.push(part("details", "wp-more", vec![part("summary", "", vec![live(words.rules)]), part("ul", "wp-rules-list", rules)]));
    parts.push(aside(words.not_checked));
    for check in &view.bundle.claims.exceptions {
        parts.push(part("div", "wp-aside", vec![live(words.set_aside), blocks(view.bundle.text(&key::why(check)))]));
    }
    parts
}

/// A number with its range, and a choice among five places of it.
fn one(view: &View, param: &Param) -> Html {
    let words = view.words;
    let figure = |value: f32, places: u32| words.figure(&shown(value, places));
    let at = view.play.assumed.get(&param.id).copied().unwrap_or(500);
    let slots = [figure(param.nominal.get(), param.places), figure(param.low.get(), param.places), figure(param.high.get(), param.places)];
    let [nominal, low, high] = &slots;
    let range = words.say(words.range, &[("n", nominal), ("low", low), ("high", high)]);
    let place = |place: &u32| {
        let value = figure(param.at(*place), param.places + 1);
        let value = match *place {
            0 => format!("{low} ({})", words.least),
            500 => format!("{nominal} ({})", words.author_value),
            1000 => format!("{high} ({})", words.greatest),
            _ => value,
        };
        choice(&place.to_string(), value.into(), *place == at)
    };
    let id = param.id.clone();
    let onchange = view.on.reform(move |event: Event| Wish::Assume(id.clone(), chosen(&event)));
    html! {
        <label class="wp-param" key={param.id.as_str()}>
            <span class="wp-param-name">{ live(view.label(&param.id)) }</span>
            <span class="wp-aside">{ live(range) }</span>
            <select {onchange}>{ for PLACES.iter().map(place) }</select>
        </label>
    }
}

/// What a select was set to; it has a value like every other control.
fn chosen(event: &Event) -> u32 {
    event.target_unchecked_into::<HtmlInputElement>().value().parse().unwrap_or(500)
}

fn rule(view: &View, at: usize, rule: &Rule) -> Html {
    let source = with("code", &["dir", "translate"], vec!["ltr".into(), "no".into()], vec![rule.source.clone().into()]);
    let cause = match rule.kind {
        RuleKind::Let => Html::default(),
        _ => part("span", "wp-aside", vec![live(view.bundle.plain(&key::cause(at)))]),
    };
    part("li", "", vec![cause, source])
}

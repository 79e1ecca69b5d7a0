//! A pair: two cards, and a scale of four steps between them.

use super::control::{Radio, row, stem};
use super::{View, actions, card, text};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::text::blocks;
use waypost_core::chooser::bundle::{Pair, key};
use waypost_core::chooser::{Msg, Side};
use yew::prelude::*;

/// The screen.
pub(super) fn ask(view: &View, pair: &Pair) -> Html {
    let mut buttons = vec![view.primary("next", view.words.next, Msg::Next)];
    if view.state.revealed.is_none() {
        buttons.push(view.quiet("skip", view.words.skip, Msg::Skip(pair.id.clone())));
    }
    buttons.push(view.quiet("back", view.words.back, Msg::Back));
    if !view.state.pairs.is_empty() {
        buttons.push(view.quiet("show", view.words.show, Msg::Show));
    }
    let parts = vec![position(view, pair), scale(view, pair, Some(view.words.pick)), actions(buttons)];
    card(view, &format!("ask {}", pair.id), parts)
}

/// Which pair it is, and how many come: a range, because that depends on the answers.
fn position(view: &View, pair: &Pair) -> Html {
    let words = view.words;
    let at = view.state.pairs.iter().position(|given| given.pair == pair.id).unwrap_or(view.state.pairs.len());
    let behind = view.state.pairs.len().saturating_sub(at + 1);
    let ahead = view.state.remaining(view.chooser);
    let present = usize::from(at == view.state.pairs.len());
    let (least, most) = (ahead.least.saturating_sub(present) + behind, ahead.most.saturating_sub(present) + behind);
    let more = match least {
        _ if least == most => words.count(words.to_come_at_most, most),
        0 => words.count(words.to_come_at_most, most),
        _ => words.say(words.to_come, &[("least", &least.to_string()), ("most", &most.to_string())]),
    };
    let number = words.count(words.pair, at + 1);
    part("p", "wp-position", vec![live(format!("{number}, {more}"))])
}

/// The stem, both statements and the four steps. `y` counts from the first pole of the file, the steps from the left.
pub(super) fn scale(view: &View, pair: &Pair, how: Option<&'static str>) -> Html {
    let words = view.words;
    let first = view.state.first_side(&pair.id);
    let now = view.state.given(&pair.id).and_then(|given| given.answer);
    let id = |place: &str| format!("{}-{}-{place}", view.prefix, pair.id);
    let statement = |side: Side, class: &'static str, place: &str| {
        let words = text::statement(view.chooser, &pair.id, side);
        with("p", &["class", "id", "dir"], vec![class.into(), id(place).into(), "auto".into()], vec![live(words)])
    };
    let steps = [
        (words.much_more, words.of_first),
        (words.bit_more, words.of_first),
        (words.bit_more, words.of_second),
        (words.much_more, words.of_second),
    ];
    let step = |(at, (how, which)): (u32, (&'static str, &'static str))| {
        let answer = if first == Side::A { at } else { 3 - at };
        let label = part("span", "", vec![live(how), part("span", "wp-hidden", vec![" ".into(), live(which)])]);
        let radio =
            Radio { value: answer.to_string(), label, set: now == Some(answer), msg: Msg::Pair(pair.id.clone(), answer), early: None };
        row(view, pair.id.as_str(), radio, Some(id(if at < 2 { "first" } else { "second" })))
    };
    let mut inside = vec![statement(first, "wp-card-first", "first"), statement(first.other(), "wp-card-second", "second")];
    inside.extend((0..).zip(steps).map(step));
    let asked = view.chooser.plain(&key::prompt(&pair.id));
    let how = how.map(|how| part("span", "wp-instruction", vec![live(how)]));
    let legend = part("legend", "", std::iter::once(stem(asked)).chain(how).collect());
    let body = blocks(view.chooser.text(&key::body(&pair.id)));
    with(
        "fieldset",
        &["class", "data-pair"],
        vec!["wp-question".into(), pair.id.0.clone().into()],
        vec![legend, body, part("div", "wp-two", inside)],
    )
}

//! The land mines: every gauge from the start to the end, with the way to questions about it.

use super::View;
use super::figure::{sentence, strip, table, why};
use super::gauges::{has_scale, permille, shown};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::simulator::{Better, Stock, key, whole};
use waypost_core::text::Block;
use yew::prelude::*;

/// Which gauge ended nearest to its bad end, then all of them over time.
pub(super) fn mines(view: &View) -> Vec<Html> {
    let last = view.history.turns.len().checked_sub(1);
    let gauges = mines_of(view);
    let safety = |(at, stock): &(usize, &Stock)| {
        let stands = permille(stock, view.stock(*at, last));
        if stock.better == Better::Low { 1000 - stands } else { stands }
    };
    let mut parts = Vec::new();
    if let Some((at, stock)) = gauges.iter().min_by_key(|gauge| safety(gauge)) {
        let number = whole(view.stock(*at, last)).to_string();
        parts.push(sentence(view.words.say(view.words.mine_nearest, &[("gauge", &view.label(&stock.id)), ("n", &number)])));
    }
    let words = view.words;
    let ends = |at: usize| (whole(view.stock(at, None)).to_string(), whole(view.stock(at, last)).to_string());
    let row = |(at, stock): &(usize, &Stock)| {
        let (start, end) = ends(*at);
        let figures = with("strong", &["translate"], vec!["no".into()], vec![live(format!("{start} → {end}"))]);
        let about = view.bundle.text(&key::about(&stock.id));
        part("li", "wp-row", vec![part("span", "", vec![live(view.label(&stock.id))]), figures, course(view, *at, stock), guide(about)])
    };
    let cells = gauges.iter().map(|(at, stock)| {
        let (start, end) = ends(*at);
        vec![view.label(&stock.id), start, end]
    });
    parts.extend([
        part("ul", "wp-rows", gauges.iter().map(row).collect()),
        table(view, words.mines, &[words.gauges, words.at_start, words.at_end], cells.collect()),
        why(view),
    ]);
    parts
}

/// The gauges of which the author says what they stand for; all with a scale where they say it of none.
fn mines_of<'a>(view: &'a View) -> Vec<(usize, &'a Stock)> {
    let (told, others): (Vec<_>, Vec<_>) =
        shown(view).filter(|(_, stock)| has_scale(stock)).partition(|(_, stock)| !view.bundle.text(&key::about(&stock.id)).is_empty());
    if told.is_empty() { others } else { told }
}

/// A gauge over time, as a line on its scale.
fn course(view: &View, at: usize, stock: &Stock) -> Html {
    let turns = i64::try_from(view.history.turns.len()).unwrap_or(1).max(1);
    let points = std::iter::once(None).chain((0..view.history.turns.len()).map(Some)).zip(0..);
    let place = |(after, step): (Option<usize>, i64)| {
        let y = 18 - permille(stock, view.stock(at, after)) * 16 / 1000;
        format!("{},{y} ", step * 1000 / turns)
    };
    let points: String = points.map(place).collect();
    strip("20", vec![with("polyline", &["class", "points"], vec!["wp-course".into(), points.into()], Vec::new())])
}

/// What the author says of a gauge, with their links.
fn guide(about: &[Block]) -> Html {
    match about.is_empty() {
        true => Html::default(),
        false => part("div", "wp-guide", vec![crate::ui::text::blocks(about)]),
    }
}

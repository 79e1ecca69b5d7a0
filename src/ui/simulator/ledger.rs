//! The ledger: every gauge, every turn, and what moved it.

use super::View;
use super::figure::aside;
use super::gauges::{causes, number, shown};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::simulator::{Stock, signed, whole};
use yew::prelude::*;

/// One closed table a gauge.
pub(super) fn ledger(view: &View) -> Vec<Html> {
    let about = view.words.say(view.words.ledger_about, &[("turn", &view.bundle.turn_name)]);
    let gauge = |(at, stock): (usize, &Stock)| {
        let rows = (0..view.history.turns.len()).map(|turn| part("tbody", "", rows(view, at, turn))).collect();
        let table =
            with("div", &["class", "tabindex"], vec!["wp-wide".into(), "0".into()], vec![part("table", "wp-figures wp-ledger", rows)]);
        part("details", "wp-more", vec![part("summary", "", vec![live(view.label(&stock.id))]), table])
    };
    std::iter::once(aside(about)).chain(shown(view).map(gauge)).collect()
}

/// The turn with the gauge's number, then its causes.
fn rows(view: &View, stock: usize, turn: usize) -> Vec<Html> {
    let head = with("th", &["scope"], vec!["rowgroup".into()], vec![live(view.turn(turn))]);
    let stands = part("td", "", vec![number(whole(view.stock(stock, Some(turn))))]);
    let cause = |(why, points): (String, i64)| {
        let why = with("th", &["scope"], vec!["row".into()], vec![live(why)]);
        part("tr", "wp-cause", vec![why, part("td", "", vec![live(signed(points as f64))])])
    };
    std::iter::once(part("tr", "", vec![head, stands])).chain(causes(view, stock, turn).map(cause)).collect()
}

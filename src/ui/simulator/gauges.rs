//! The gauges: a slim bar with its name, its number and which way it went, in words.

use super::View;
use crate::ui::live::live;
use crate::ui::part::{all, part, with};
use waypost_core::simulator::{Better, Cause, Row, Stock, key, whole};
use yew::prelude::*;

/// So many of the gauges that moved stand open below an outcome.
const AT_ONCE: usize = 4;

/// All gauges after a turn; before the first one where none is given.
pub(super) fn gauges(view: &View, after: Option<usize>) -> Html {
    let (bars, counts): (Vec<_>, Vec<_>) = shown(view).partition(|(_, stock)| has_scale(stock));
    let row = |(at, stock): (usize, &Stock)| gauge(view, at, stock, after);
    let mut parts =
        vec![part("h3", "wp-section-title", vec![live(view.words.gauges)]), part("ul", "wp-gauges", bars.into_iter().map(row).collect())];
    if !counts.is_empty() {
        parts.push(part("ul", "wp-gauges", counts.into_iter().map(row).collect()));
    }
    with("section", &["class"], vec!["wp-standing".into()], parts)
}

/// The stocks that readers see, with their places.
pub(super) fn shown<'a>(view: &'a View) -> impl Iterator<Item = (usize, &'a Stock)> {
    view.bundle.stocks.iter().enumerate().filter(|(_, stock)| stock.better != Better::Hidden)
}

/// Whether a stock has a scale to be drawn on. One that begins at its low end in every world is counted up, and has none.
pub(super) fn has_scale(stock: &Stock) -> bool {
    stock.spread.get() > 0.0 || stock.start.get() > stock.low.get()
}

fn gauge(view: &View, at: usize, stock: &Stock, after: Option<usize>) -> Html {
    let line = line(view, at, stock, after);
    match view.gauge == Some(&stock.id) {
        true => with("li", &["class", "aria-current"], vec!["wp-gauge wp-pointed".into(), "true".into()], line),
        false => part("li", "wp-gauge", line),
    }
}

fn line(view: &View, at: usize, stock: &Stock, after: Option<usize>) -> Vec<Html> {
    let value = view.stock(at, after);
    let change = after.map(|turn| view.moved(at, turn));
    let trend = change.map(|change| view.words.change(change)).unwrap_or_default();
    let mut line = vec![
        part("span", "wp-gauge-name", vec![live(view.label(&stock.id))]),
        part("strong", "wp-gauge-number", vec![number(whole(value))]),
        part("span", "wp-gauge-trend", vec![live(trend)]),
    ];
    if has_scale(stock) {
        line.push(bar(stock, value));
    }
    if stock.better == Better::Low {
        line.push(part("span", "wp-gauge-note", vec![live(view.words.low_better)]));
    }
    line
}

/// A whole number that page translation leaves alone.
pub(super) fn number(number: i64) -> Html {
    let words = if number < 0 { format!("\u{2212}{}", number.unsigned_abs()) } else { number.to_string() };
    html! { <span key={words.clone()} translate="no">{ words }</span> }
}

/// Where on its scale a stock stands, in thousandths.
pub(super) fn permille(stock: &Stock, value: f64) -> i64 {
    let (low, high) = (f64::from(stock.low.get()), f64::from(stock.high.get()));
    whole((value - low) / (high - low) * 1000.0).clamp(0, 1000)
}

/// The bar repeats the number beside it, so it is silent.
fn bar(stock: &Stock, value: f64) -> Html {
    let rect = |class: &'static str, width: i64| {
        with("rect", &["class", "width", "height", "rx"], vec![class.into(), width.to_string().into(), "8".into(), "4".into()], Vec::new())
    };
    let parts = vec![rect("wp-track", 1000), rect("wp-level", permille(stock, value))];
    with(
        "svg",
        &["class", "viewBox", "preserveAspectRatio", "aria-hidden"],
        vec!["wp-bar-line".into(), "0 0 1000 8".into(), "none".into(), "true".into()],
        parts,
    )
}

/// The gauges that moved in a turn by a whole point or more, the farthest on its scale first, each with its causes.
pub(super) fn moved(view: &View, turn: usize) -> Html {
    let mut rows: Vec<(i64, Html)> =
        shown(view).filter_map(|(at, stock)| Some((distance(view, at, stock, turn)?, reasons(view, at, stock, turn)))).collect();
    rows.sort_by_key(|(distance, _)| -distance);
    let rest = rows.split_off(rows.len().min(AT_ONCE));
    let list = |rows: Vec<(i64, Html)>| part("ul", "wp-moved", rows.into_iter().map(|(_, row)| row).collect());
    match (rows.is_empty(), rest.is_empty()) {
        (true, _) => part("p", "wp-aside", vec![live(view.words.nothing_moved)]),
        (_, true) => list(rows),
        _ => all(vec![list(rows), part("details", "wp-more", vec![part("summary", "", vec![live(view.words.moved_too)]), list(rest)])]),
    }
}

/// How far a stock moved, in thousandths of its scale; nothing for less than a point. What is counted up comes first.
fn distance(view: &View, at: usize, stock: &Stock, turn: usize) -> Option<i64> {
    let moved = view.moved(at, turn);
    let far = match has_scale(stock) {
        true => permille(stock, view.stock(at, Some(turn))) - permille(stock, view.stock(at, turn.checked_sub(1))),
        false => 1000,
    };
    (moved != 0).then_some(far.abs())
}

/// "Energy 60, down 14: long hours 18 down, overload 4 down, recovery 8 up", the number and the bar first.
fn reasons(view: &View, at: usize, stock: &Stock, turn: usize) -> Html {
    let causes: Vec<Html> =
        causes(view, at, turn).map(|(why, points)| part("li", "", vec![live(view.words.because(&why, points))])).collect();
    let mut parts = vec![part("div", "wp-gauge", line(view, at, stock, Some(turn)))];
    if !causes.is_empty() {
        parts.push(part("ul", "wp-causes", causes));
    }
    part("li", "", parts)
}

/// Why a stock moved in a turn, in whole points, without what rounds to nothing.
pub(super) fn causes(view: &View, stock: usize, turn: usize) -> impl Iterator<Item = (String, i64)> {
    let rows = view.history.turns.get(turn).map(|turn| turn.rows.as_slice()).unwrap_or_default();
    let row = move |row: &Row| (row.stock == stock).then(|| (why(view, row.cause), whole(row.amount.into())));
    let world = (turn == 0).then(|| (view.words.start_luck.to_owned(), start_luck(view, stock)));
    world.into_iter().chain(rows.iter().filter_map(row)).filter(|(_, points)| *points != 0)
}

/// By how many whole points a stock began apart from what the author expects: the luck of this world.
fn start_luck(view: &View, stock: usize) -> i64 {
    let begun = view.history.start.get(stock).copied().unwrap_or_default();
    whole(f64::from(begun) - view.stock(stock, None))
}

/// A cause in words.
pub(super) fn why(view: &View, cause: Cause) -> String {
    let rule = |rule: usize| view.bundle.plain(&key::cause(rule));
    match cause {
        Cause::Choice => view.words.your_choice.to_owned(),
        Cause::Rule(at) => rule(at),
        Cause::Arrived { turn, rule: at } => {
            let cause = at.map_or_else(|| view.words.your_choice.to_owned(), rule);
            view.words.say(view.words.arrived, &[("cause", &cause), ("turn", &view.turn(turn))])
        }
        Cause::Limit => view.words.at_limit.to_owned(),
    }
}

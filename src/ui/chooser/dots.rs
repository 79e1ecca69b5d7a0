//! Twenty readings of the answers as dots above the gut, on one axis: a figure with its sentence and the same as a table.

use super::{View, text};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::chooser::{Evidence, Side};
use yew::prelude::*;

/// Half the axis, the room beside it, and how wide a column of dots is, in units of the drawing.
const HALF: i32 = 470;
const MIDDLE: i32 = 500;
const COLUMN: i32 = 34;
/// Where the axis is, and how far apart stacked dots are.
const BASE: i32 = 236;
const RISE: i32 = 34;

/// The figure.
pub(super) fn dots(view: &View, evidence: &Evidence) -> Html {
    let drawing = drawing(view, evidence);
    let end = |side: Side| part("span", "wp-end", vec![live(view.short(side))]);
    let ends = part("div", "wp-ends-of", vec![end(Side::A), end(Side::B)]);
    let key = part("p", "wp-key", vec![mark("wp-dot"), live(view.words.dots), mark("wp-gut-mark"), live(view.words.gut_mark)]);
    let caption = part("figcaption", "wp-hidden", vec![live(text::readings(view.chooser, evidence.toward_b))]);
    part("figure", "wp-dots", vec![caption, drawing, ends, key, table(view, evidence)])
}

/// A sign of the key, as in the drawing.
fn mark(class: &'static str) -> Html {
    let shape = match class {
        "wp-dot" => circle(10, 10),
        _ => with("path", &["class", "d"], vec![class.into(), "M10 3l7 13H3z".into()], Vec::new()),
    };
    with("svg", &["class", "viewBox", "aria-hidden"], vec!["wp-sign".into(), "0 0 20 20".into(), "true".into()], vec![shape])
}

fn circle(x: i32, y: i32) -> Html {
    let r = if x == 10 { "7" } else { "14" };
    with("circle", &["class", "cx", "cy", "r"], vec!["wp-dot".into(), x.to_string().into(), y.to_string().into(), r.into()], Vec::new())
}

/// Mirrored by its style sheet where text runs from right to left, so that it has no text of its own.
fn drawing(view: &View, evidence: &Evidence) -> Html {
    let line = |class: &'static str, d: String| with("path", &["class", "d"], vec![class.into(), d.into()], Vec::new());
    let mut shapes = vec![line("wp-axis", format!("M{} {BASE}H{}M{MIDDLE} {}V{BASE}", MIDDLE - HALF, MIDDLE + HALF, 20))];
    let mut columns: Vec<i32> = Vec::new();
    for dot in evidence.dots {
        // Columns begin at the middle, so that no dot stands on both sides.
        let column = (dot * HALF).div_euclid(1000 * COLUMN);
        let below = columns.iter().filter(|known| **known == column).count();
        columns.push(column);
        let height = i32::try_from(below).unwrap_or_default() * RISE;
        shapes.push(circle((MIDDLE + column * COLUMN + COLUMN / 2).clamp(14, 986), BASE - 20 - height));
    }
    let gut = |class: &'static str, lean: Option<u32>| {
        let lean = i32::try_from(lean?).ok()?;
        let x = MIDDLE - HALF + lean * 2 * HALF / 100;
        Some(line(class, format!("M{x} {}l22 40h-44z", BASE + 8)))
    };
    shapes.extend(gut("wp-gut-mark", view.state.gut.before.lean));
    shapes.extend(gut("wp-gut-mark wp-gut-after", view.state.gut.after.lean));
    with("svg", &["class", "viewBox", "aria-hidden"], vec!["wp-plot".into(), "0 0 1000 300".into(), "true".into()], shapes)
}

/// The same in numbers.
fn table(view: &View, evidence: &Evidence) -> Html {
    let words = view.words;
    let row = |side: Side, count: usize| vec![view.short(side), count.to_string()];
    let mut rows = vec![row(Side::A, 20 - evidence.toward_b), row(Side::B, evidence.toward_b)];
    rows.extend(view.state.gut.before.lean.map(|lean| vec![words.gut_mark.to_owned(), text::gut(view.chooser, lean)]));
    figures(words.dots, words.as_table, &[words.side, words.count], rows)
}

/// A table behind a button.
pub(super) fn figures(caption: &'static str, summary: &'static str, heads: &[&'static str], rows: Vec<Vec<String>>) -> Html {
    let table = plain_table(caption, heads, rows);
    part("details", "wp-more", vec![part("summary", "", vec![live(summary)]), table])
}

/// A table whose first column names its rows.
pub(super) fn plain_table(caption: &'static str, heads: &[&'static str], rows: Vec<Vec<String>>) -> Html {
    let head = |words: &&'static str| with("th", &["scope"], vec!["col".into()], vec![live(*words)]);
    let row = |cells: Vec<String>| {
        let cell = |(at, words): (usize, String)| match at {
            0 => with("th", &["scope"], vec!["row".into()], vec![live(words)]),
            _ => part("td", "", vec![live(words)]),
        };
        part("tr", "", cells.into_iter().enumerate().map(cell).collect())
    };
    let heads = part("thead", "", vec![part("tr", "", heads.iter().map(head).collect())]);
    let caption = part("caption", "wp-hidden", vec![live(caption)]);
    part("table", "wp-figures", vec![caption, heads, part("tbody", "", rows.into_iter().map(row).collect())])
}

//! A figure of the debrief: its sentence first, then the drawing named by that sentence, then the same as a table for those who ask.

use super::View;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use yew::prelude::*;

/// A part of the debrief under its heading. `name` tells it apart for styles, tests and the focus.
pub(super) fn section(name: &'static str, heading: &'static str, parts: Vec<Html>) -> Html {
    let heading = with("h3", &["class", "tabindex"], vec!["wp-part-title".into(), "-1".into()], vec![live(heading)]);
    with("section", &["class", "data-part"], vec!["wp-part".into(), name.into()], std::iter::once(heading).chain(parts).collect())
}

/// The sentence that a part is about.
pub(super) fn sentence(words: impl Into<AttrValue>) -> Html {
    part("p", "wp-finding", vec![live(words)])
}

/// A quieter sentence.
pub(super) fn aside(words: impl Into<AttrValue>) -> Html {
    part("p", "wp-aside", vec![live(words)])
}

/// A drawing that is one picture to those who hear it; `name` says what it shows.
pub(super) fn chart(class: &'static str, name: String, parts: Vec<Html>) -> Html {
    with("div", &["class", "role", "aria-label"], vec![class.into(), "img".into(), name.into()], parts)
}

/// A drawing of 1000 units in width, stretched to its place; silent, for the words beside it say the same.
pub(super) fn strip(height: &'static str, parts: Vec<Html>) -> Html {
    let names = &["class", "viewBox", "preserveAspectRatio", "aria-hidden"];
    let view_box = match height {
        "8" => "0 0 1000 8",
        _ => "0 0 1000 20",
    };
    with("svg", names, vec!["wp-strip".into(), view_box.into(), "none".into(), "true".into()], parts)
}

/// A rectangle of a strip, from one place to another.
pub(super) fn rect(class: &'static str, from: i64, to: i64, y: i64, height: i64) -> Html {
    let (x, width) = (from.min(to), (from - to).abs().max(4));
    let values = [x, y, width, height].map(|number| number.to_string().into());
    let [x, y, width, height] = values;
    with("rect", &["class", "x", "y", "width", "height"], vec![class.into(), x, y, width, height], Vec::new())
}

/// A table behind a button.
pub(super) fn table(view: &View, caption: &str, heads: &[&str], rows: Vec<Vec<String>>) -> Html {
    let head = |words: &&str| with("th", &["scope"], vec!["col".into()], vec![live((*words).to_owned())]);
    let row = |cells: Vec<String>| {
        let cell = |(at, words): (usize, String)| match at {
            0 => with("th", &["scope"], vec!["row".into()], vec![live(words)]),
            _ => part("td", "", vec![live(words)]),
        };
        part("tr", "", cells.into_iter().enumerate().map(cell).collect())
    };
    let parts = vec![
        part("caption", "wp-hidden", vec![live(caption.to_owned())]),
        part("thead", "", vec![part("tr", "", heads.iter().map(head).collect())]),
        part("tbody", "", rows.into_iter().map(row).collect()),
    ];
    let table = with("div", &["class", "tabindex"], vec!["wp-wide".into(), "0".into()], vec![part("table", "wp-figures", parts)]);
    part("details", "wp-more", vec![part("summary", "", vec![live(view.words.as_table)]), table])
}

/// Holds the place of a part that is still being worked out.
pub(super) fn pending(view: &View) -> Html {
    part("div", "wp-pending", vec![live(view.words.working)])
}

/// The link that takes a reader to what moved each gauge.
pub(super) fn why(view: &View) -> Html {
    part("p", "wp-see", vec![view.quiet("ledger", view.words.see_why, super::Wish::SeeLedger)])
}

//! Dimensions: where the reader stands on each, as a table with bars.

use super::View;
use super::result::{bar, number, row, table};
use crate::ui::live::live;
use crate::ui::part::with;
use waypost_core::bundle::key;
use waypost_core::quiz::Dimension;
use yew::prelude::*;

/// The table; nothing where the quiz has no dimensions.
pub(super) fn dimensions(view: &View) -> Html {
    let words = view.words;
    let of = |dimension: &Dimension| {
        let cells = match dimension.value().map(|value| value.ten_thousandths() / 100) {
            Some(percent) => vec![bar(percent), number(words.percent(percent))],
            None => vec![with("td", &["colspan"], vec!["2".into()], vec![live(words.too_few)])],
        };
        row(view.bundle.plain(&key::title(&dimension.id)), cells)
    };
    let rows: Vec<Html> = view.sitting.dimensions(view.bundle).iter().map(of).collect();
    match rows.is_empty() {
        true => Html::default(),
        false => table(words.by_dimension, [words.dimension, words.share_earned, words.value], rows),
    }
}

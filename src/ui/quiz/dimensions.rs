//! Dimensions: where the reader stands on each, as a table with bars.

use super::View;
use super::result::{bar, number, table, titled};
use crate::ui::markup::Markup;

/// The table; nothing where the quiz has no dimensions.
pub(super) fn dimensions(out: &mut Markup, view: &View) {
    let words = view.words;
    let dimensions = view.sitting.dimensions(view.bundle);
    if dimensions.is_empty() {
        return;
    }
    table(out, words.by_dimension, [words.dimension, words.share_earned, words.value], |out| {
        for dimension in &dimensions {
            titled(out, view, &dimension.id, |out| match dimension.value() {
                Some(value) => {
                    let percent = value.ten_thousandths() / 100;
                    bar(out, percent);
                    number(out, &words.percent(percent));
                }
                None => out.says("td[colspan=2]", words.too_few),
            });
        }
    });
}

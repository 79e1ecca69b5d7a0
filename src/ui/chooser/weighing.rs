//! What the answers would say if other things mattered: own weights, equal ones, and each dimension left out.

use super::dots::plain_table;
use super::{View, subheading, text};
use crate::ui::part::part;
use waypost_core::chooser::{Implication, Weighing};
use yew::prelude::*;

/// The table.
pub(super) fn weighing(view: &View) -> Html {
    let words = view.words;
    let row = |implication: Implication| {
        let name = match &implication.weighing {
            Weighing::Own => words.own_weights.to_owned(),
            Weighing::Equal => words.equal_weights.to_owned(),
            Weighing::Without(dimension) => words.about(words.without, "dimension", &view.dimension(dimension)),
        };
        vec![name, text::of_twenty(view.chooser, implication.toward_b)]
    };
    let rows = view.state.implications(view.chooser).into_iter().map(row).collect();
    let table = plain_table(words.other_weights, &[words.weighing, words.result], rows);
    part("section", "wp-part", vec![subheading(words.other_weights), table])
}

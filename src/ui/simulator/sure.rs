//! Part 5: whether the finding survives other versions of the model, and on which assumption it hangs.

use super::View;
use super::figure::{aside, chart, pending, rect, sentence, strip, table};
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::simulator::{Against, Arm, Found, Holds, Sure, signed, whole};
use yew::prelude::*;

/// In how many versions the finding holds, then the assumptions by how much they move it.
pub(super) fn sure(view: &View, found: &Found) -> Vec<Html> {
    let Some(sure) = &found.sure else { return vec![pending(view)] };
    let words = view.words;
    let found = match sure.against {
        Against::Old => words.sure_old,
        Against::Best => words.sure_best,
    };
    let found = words.say(found, &[("n", &sure.better.to_string()), ("total", &sure.versions.to_string())]);
    let holds = match sure.holds {
        Holds::Firmly => words.firmly,
        Holds::Mostly => words.mostly,
        Holds::Depends => words.depends,
    };
    let mut parts = vec![sentence(found), part("p", "wp-skill", vec![live(holds)])];
    if let Some(widest) = sure.tornado.first() {
        let finding = words.say(words.tornado_most, &[("param", &label(view, widest))]);
        let row = |arm: &Arm| vec![label(view, arm), signed(arm.low), signed(arm.high)];
        parts.extend([
            part("p", "wp-skill", vec![live(finding.clone())]),
            aside(words.tornado),
            chart("wp-rows", finding, tornado(view, sure)),
            table(view, words.tornado, &[words.assumption, words.at_least, words.at_most], sure.tornado.iter().map(row).collect()),
        ]);
    }
    parts
}

fn label(view: &View, arm: &Arm) -> String {
    view.bundle.params.get(arm.param).map(|param| view.label(&param.id)).unwrap_or_default()
}

/// For each assumption how far ahead the plan is at both ends of its range; the thin line is the author's value.
fn tornado(view: &View, sure: &Sure) -> Vec<Html> {
    let ends = sure.tornado.iter().flat_map(|arm| [arm.low, arm.high]).chain([sure.nominal, 0.0]);
    let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), end| (low.min(end), high.max(end)));
    let at = |points: f64| whole((points - low) / (high - low).max(1.0) * 990.0) + 5;
    let row = |arm: &Arm| {
        let bars = vec![
            rect("wp-zero", at(0.0) - 2, at(0.0) + 2, 0, 20),
            rect("wp-level", at(arm.low), at(arm.high), 6, 8),
            rect("wp-nominal", at(sure.nominal) - 2, at(sure.nominal) + 2, 2, 16),
        ];
        let figures = format!("{} … {}", signed(arm.low), signed(arm.high));
        part(
            "div",
            "wp-row",
            vec![part("span", "", vec![live(label(view, arm))]), part("strong", "", vec![live(figures)]), strip("20", bars)],
        )
    };
    sure.tornado.iter().map(row).collect()
}

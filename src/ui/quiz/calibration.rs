//! How sure the reader was against how often they were right: a drawing, the sentence it says, and its numbers.

use super::result::{number, row, table};
use super::{View, certainty};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::bundle::Confidence;
use waypost_core::quiz::Level;
use yew::prelude::*;

/// Height of the drawing for a share of 1, in its own units; shares come in ten-thousandths.
const HEIGHT: i64 = 100;
/// Width of one level.
const WIDTH: i64 = 60;

/// The figure, where readers were asked how sure they are and said so at least once.
pub(super) fn calibration(view: &View) -> Html {
    let words = view.words;
    let calibration = view.sitting.calibration(view.bundle);
    if view.bundle.policy.confidence == Confidence::Off || calibration.n == 0 {
        return Html::default();
    }
    let [.., sure] = calibration.levels;
    let caption = match sure.n {
        0 => words.calibration_none.to_owned(),
        n => words.of_count(words.calibration_caption, sure.right as usize, n as usize),
    };
    let row = |((_, name), level): ((u32, &'static str), Level)| {
        row(name.into(), vec![number(words.number(level.n.into())), number(words.number(level.right.into()))])
    };
    let marks = (0..).zip(calibration.levels).flat_map(|(at, level)| mark(at, level)).collect();
    let size = format!("0 -4 {} {}", 3 * WIDTH, HEIGHT + 8);
    let axis = certainty::levels(view).map(|(_, name)| live(name)).collect();
    let rows = certainty::levels(view).zip(calibration.levels).map(row).collect();
    let table = table(words.calibration, [words.said, words.times, words.times_right], rows);
    part(
        "figure",
        "wp-calibration",
        vec![
            part("h3", "wp-section-title", vec![live(words.calibration)]),
            part("figcaption", "", vec![live(caption)]),
            with("svg", &["class", "viewBox", "aria-hidden"], vec!["wp-plot".into(), size.into(), "true".into()], marks),
            with("p", &["class", "aria-hidden"], vec!["wp-axis".into(), "true".into()], axis),
            part("details", "", vec![part("summary", "", vec![live(words.as_table)]), table]),
        ],
    )
}

/// One level: the band where honest certainty lies, and the share right with its interval.
fn mark(at: i64, level: Level) -> Vec<Html> {
    let y = |share: i64| HEIGHT - share * HEIGHT / 10_000;
    let middle = at * WIDTH + WIDTH / 2;
    let path = |class: &'static str, d: String| with("path", &["class", "d"], vec![class.into(), d.into()], Vec::new());
    let wide = WIDTH - 8;
    let mut marks = vec![path("wp-band", format!("M{} {}h{wide}V{}h-{wide}z", at * WIDTH + 4, y(level.from), y(level.to)))];
    if level.n > 0 {
        marks.push(path("wp-interval", format!("M{middle} {}V{}", y(level.low), y(level.high))));
        // A line of no length with a round cap.
        marks.push(path("wp-dot", format!("M{middle} {}h0", y(level.mean))));
    }
    marks
}

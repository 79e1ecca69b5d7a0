//! How sure the reader was against how often they were right: a drawing, the sentence it says, and its numbers.

use super::result::{number, row, table};
use super::{View, certainty};
use crate::ui::markup::Markup;
use waypost_core::bundle::Confidence;
use waypost_core::quiz::Level;

/// Height of the drawing for a share of 1, in its own units; shares come in ten-thousandths.
const HEIGHT: i64 = 100;
/// Width of one level.
const WIDTH: i64 = 60;

/// The figure, where readers were asked how sure they are and said so at least once.
pub(super) fn calibration(out: &mut Markup, view: &View) {
    let words = view.words;
    let calibration = view.sitting.calibration(view.bundle);
    if view.bundle.policy.confidence == Confidence::Off || calibration.n == 0 {
        return;
    }
    let [.., sure] = calibration.levels;
    out.el("figure.wp-calibration", |out| {
        out.says("h3.wp-section-title", words.calibration);
        match sure.n {
            0 => out.says("figcaption", words.calibration_none),
            n => out.says("figcaption", &words.of_count(words.calibration_caption, sure.right as usize, n as usize)),
        }
        out.el("svg.wp-plot[aria-hidden=true]", |out| {
            out.set("viewBox", &format!("0 -4 {} {}", 3 * WIDTH, HEIGHT + 8));
            for (at, level) in (0..).zip(calibration.levels) {
                mark(out, at, level);
            }
        });
        out.el("p.wp-axis[aria-hidden=true]", |out| {
            for (_, name) in certainty::levels(view) {
                out.live(name);
            }
        });
        out.el("details", |out| {
            out.says("summary", words.as_table);
            table(out, words.calibration, [words.said, words.times, words.times_right], |out| {
                for ((_, name), level) in certainty::levels(view).into_iter().zip(calibration.levels) {
                    row(out, name, |out| {
                        number(out, &words.number(level.n.into()));
                        number(out, &words.number(level.right.into()));
                    });
                }
            });
        });
    });
}

/// One level: the band where honest certainty lies, and the share right with its interval.
fn mark(out: &mut Markup, at: i64, level: Level) {
    let y = |share: i64| HEIGHT - share * HEIGHT / 10_000;
    let middle = at * WIDTH + WIDTH / 2;
    let wide = WIDTH - 8;
    out.path("path.wp-band", &format!("M{} {}h{wide}V{}h-{wide}z", at * WIDTH + 4, y(level.from), y(level.to)));
    if level.n > 0 {
        out.path("path.wp-interval", &format!("M{middle} {}V{}", y(level.low), y(level.high)));
        // A line of no length with a round cap.
        out.path("path.wp-dot", &format!("M{middle} {}h0", y(level.mean)));
    }
}

//! How sure the reader was against how often they were right: a drawing, the sentence it says, and its numbers.

use super::{View, certainty};
use crate::ui::live::live;
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
    let named = || certainty::levels(view).zip(calibration.levels);
    let row = |((_, name), level): ((u32, &'static str), Level)| {
        html! {
            <tr key={name}>
                <th scope="row">{ live(name) }</th>
                <td class="wp-number">{ live(words.number(level.n.into())) }</td>
                <td class="wp-number">{ live(words.number(level.right.into())) }</td>
            </tr>
        }
    };
    html! {
        <figure class="wp-calibration">
            <h3 class="wp-section-title">{ live(words.calibration) }</h3>
            <figcaption>{ live(caption) }</figcaption>
            <svg class="wp-plot" viewBox={format!("0 -4 {} {}", 3 * WIDTH, HEIGHT + 8)} aria-hidden="true">
                { for (0..).zip(calibration.levels).map(|(at, level)| mark(at, level)) }
            </svg>
            <p class="wp-axis" aria-hidden="true">{ for certainty::levels(view).map(|(_, name)| html! { <span key={name}>{ live(name) }</span> }) }</p>
            <details>
                <summary>{ live(words.as_table) }</summary>
                <table>
                    <thead><tr><th scope="col">{ live(words.said) }</th><th scope="col">{ live(words.times) }</th><th scope="col">{ live(words.times_right) }</th></tr></thead>
                    <tbody>{ for named().map(row) }</tbody>
                </table>
            </details>
        </figure>
    }
}

/// One level: the band where honest certainty lies, and the share right with its interval.
fn mark(at: i64, level: Level) -> Html {
    let y = |share: i64| HEIGHT - share * HEIGHT / 10_000;
    let middle = at * WIDTH + WIDTH / 2;
    html! {
        <>
            <path class="wp-band" d={format!("M{} {}h{}V{}h-{}z", at * WIDTH + 4, y(level.from), WIDTH - 8, y(level.to), WIDTH - 8)} />
            if level.n > 0 {
                <path class="wp-interval" d={format!("M{middle} {}V{}", y(level.low), y(level.high))} />
                <circle class="wp-dot" cx={middle.to_string()} cy={y(level.mean).to_string()} r="4" />
            }
        </>
    }
}

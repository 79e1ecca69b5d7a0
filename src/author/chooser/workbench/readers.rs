//! What an adaptive chooser does to its readers: synthetic ones, in six scenarios.

use super::figures::Figures;
use super::study::{Asks, Looks, Row, Scenario, Study};
use serde::Serialize;
use waypost_core::chooser::adaptive::posterior::Prior;
use waypost_core::chooser::bundle::{Adaptive, MAX_DIMENSIONS};
use waypost_core::id::ItemId;

/// Synthetic readers in a report.
pub const FULL: u32 = 3000;
/// Of these the answers that would flip the lean are looked for.
pub const FLIPS: u32 = 400;
/// Synthetic readers for each `waypost check`.
pub const QUICK: u32 = 600;

/// The figures of an adaptive chooser.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Readers {
    /// The pairs of the bank, with their dimensions.
    pub pairs: Vec<(ItemId, ItemId)>,
    /// The figures of each scenario.
    pub scenarios: Vec<(Scenario, Figures)>,
    /// The seed of the study.
    pub seed: u32,
}

/// The study of a chooser's bank under its own rules.
pub fn study(adaptive: &Adaptive, seed: u32) -> Study {
    let dimensions: Vec<&ItemId> = adaptive.dimensions.iter().take(MAX_DIMENSIONS).collect();
    let place = |id: &ItemId| dimensions.iter().position(|known| *known == id);
    let item = |pair: &waypost_core::chooser::bundle::Pair| {
        Some(waypost_core::chooser::adaptive::Item::graded(place(&pair.dimension)?, pair.a.value(), pair.b.value()))
    };
    let rules = &adaptive.rules;
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    Study {
        prior: Prior { size: dimensions.len(), slant: rules.slant.value() },
        bank: adaptive.pairs.iter().filter_map(item).collect(),
        asks: Asks::Adaptive { min: count(rules.min), max: count(rules.max) },
        lean: rules.lean.value(),
        careless: 0.0,
        seed,
    }
}

/// One piece of the work: the rows of some readers in a scenario. They depend on nothing but their numbers.
pub fn rows(study: &Study, scenario: Scenario, readers: std::ops::Range<u32>, flips: u32) -> Vec<Row> {
    let looks = |reader: u32| if reader < flips { Looks::Flips } else { Looks::Twice };
    readers.filter_map(|reader| study.row(scenario, reader, looks(reader))).collect()
}

impl Readers {
    /// The figures from all rows, scenario by scenario; of the first `flips` readers flip sets were looked for.
    pub fn of(adaptive: &Adaptive, seed: u32, rows: &[(Scenario, Vec<Row>)], flips: u32) -> Self {
        let looked = usize::try_from(flips).unwrap_or(usize::MAX);
        let figures = |(scenario, rows): &(Scenario, Vec<Row>)| (*scenario, Figures::of(rows, looked, adaptive.pairs.len()));
        Self {
            pairs: adaptive.pairs.iter().map(|pair| (pair.id.clone(), pair.dimension.clone())).collect(),
            scenarios: rows.iter().map(figures).collect(),
            seed,
        }
    }

    /// The figures of a scenario, if it was studied.
    pub fn scenario(&self, scenario: Scenario) -> Option<&Figures> {
        self.scenarios.iter().find(|(known, _)| *known == scenario).map(|(_, figures)| figures)
    }

    /// The most often a pair is asked, over all scenarios, pair by pair.
    pub fn exposure(&self) -> Vec<(&ItemId, f64)> {
        let most =
            |at: usize| self.scenarios.iter().filter_map(|(_, figures)| figures.exposure.get(at)).fold(0.0, |most: f64, x| most.max(*x));
        self.pairs.iter().enumerate().map(|(at, (pair, _))| (pair, most(at))).collect()
    }
}

//! A reader's answers as the engine takes them: dimensions in order, weights, responses in the order of the journal.

use super::adaptive::item::{CONCERN_A, Item, Response};
use super::adaptive::lean::{Lean, Weights};
use super::adaptive::matrix::{MAX, Vector};
use super::adaptive::posterior::{Posterior, Prior};
use super::adaptive::verdict::{Verdict, verdict};
use super::bundle::{Adaptive, Pair};
use super::deliberation::{Deliberation, Given};
use crate::id::ItemId;
use crate::table::Table;

/// What a dimension matters where the reader did not say: the middle.
pub const USUAL_RATING: u32 = 2;

/// Bounds that keep a bundle of any origin within what the numbers can bear.
const A: (f64, f64) = (0.05, 4.0);
const B: (f64, f64) = (-4.0, 4.0);
const SLANT: (f64, f64) = (0.0, 2.0);
const LEAN: (f64, f64) = (0.5, 0.999);

/// What the engine reads of a deliberation.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The author's dimensions, then the reader's own.
    pub dimensions: Vec<ItemId>,
    /// What they matter.
    pub weights: Weights,
    /// Answers to pairs in the order of the journal, then direct answers to the reader's own concerns.
    pub responses: Vec<Response>,
    /// The pairs of the first responses.
    pub pairs: Vec<ItemId>,
    /// Before any answer.
    pub prior: Prior,
    min: usize,
    max: usize,
    lean: f64,
}

impl Case {
    /// The case of a reader.
    pub fn of(adaptive: &Adaptive, state: &Deliberation) -> Self {
        let mut case = Self::compared(adaptive, &state.ratings, &state.pairs);
        let room = MAX - case.dimensions.len();
        let mut ratings = ratings(&case.dimensions, &state.ratings);
        for concern in state.concerns.iter().take(room) {
            let dimension = case.dimensions.len();
            case.dimensions.push(concern.id.clone());
            ratings.push(concern.rating);
            let answer = concern.answer.and_then(|answer| usize::try_from(answer).ok());
            case.responses.extend(answer.map(|y| Response { item: Item::graded(dimension, CONCERN_A, 0.0), y }));
        }
        case.prior.size = case.dimensions.len();
        case.weights = Weights::of(&ratings);
        case
    }

    /// The case of these ratings and answers alone, without concerns.
    pub fn compared(adaptive: &Adaptive, known: &Table<ItemId, u32>, given: &[Given]) -> Self {
        let dimensions: Vec<ItemId> = adaptive.dimensions.iter().take(MAX).cloned().collect();
        let (mut responses, mut pairs) = (Vec::new(), Vec::new());
        for Given { pair, answer, .. } in given {
            let known = adaptive.pair(pair).and_then(|pair| item(&dimensions, pair));
            let answer = answer.and_then(|answer| usize::try_from(answer).ok());
            if let (Some(item), Some(y)) = (known, answer) {
                responses.push(Response { item, y: y.min(item.cuts.len()) });
                pairs.push(pair.clone());
            }
        }
        let rules = &adaptive.rules;
        let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        Self {
            weights: Weights::of(&ratings(&dimensions, known)),
            prior: Prior { size: dimensions.len(), slant: rules.slant.value().clamp(SLANT.0, SLANT.1) },
            dimensions,
            responses,
            pairs,
            min: count(rules.min),
            max: count(rules.max),
            lean: rules.lean.value().clamp(LEAN.0, LEAN.1),
        }
    }

    /// What the answers tell; `None` where there is no dimension or the numbers give out.
    pub fn posterior(&self) -> Option<Posterior> {
        let start: Vector = [0.0; MAX];
        (self.prior.size > 0).then(|| self.prior.posterior(&self.responses, &start)).flatten()
    }

    /// The verdict on a lean.
    pub fn verdict(&self, lean: &Lean) -> Verdict {
        verdict(lean, self.lean, self.pairs.len() < self.min)
    }

    /// Answers that are still missing before anything is said.
    pub fn missing(&self) -> usize {
        self.min.saturating_sub(self.pairs.len())
    }

    /// Pairs that may still be asked after `asked` of them, skipped ones included.
    pub fn room(&self, asked: usize) -> usize {
        self.max.saturating_sub(asked)
    }

    /// The item of a pair; `None` where its dimension is unknown.
    pub fn item(&self, pair: &Pair) -> Option<Item> {
        item(&self.dimensions, pair)
    }
}

fn item(dimensions: &[ItemId], pair: &Pair) -> Option<Item> {
    let dimension = dimensions.iter().position(|known| *known == pair.dimension)?;
    Some(Item::graded(dimension, pair.a.value().clamp(A.0, A.1), pair.b.value().clamp(B.0, B.1)))
}

fn ratings(dimensions: &[ItemId], known: &Table<ItemId, u32>) -> Vec<u32> {
    dimensions.iter().map(|dimension| known.get(dimension).copied().unwrap_or(USUAL_RATING).min(4)).collect()
}

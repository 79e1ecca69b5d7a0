//! What answers add up to for each outcome, and how outcomes compare, in whole numbers.
//!
//! Over the answered questions T is the sum of the chosen weights, lo and hi the least and most that these questions allow. By share
//! S = (T - lo) / (hi - lo), fair when outcomes are mentioned unequally often; by points S = T.

use crate::chooser::bundle::{Question, Score, Takes, Weighted};
use crate::id::{ItemId, OptionId};
use crate::number::Share;
use crate::table::Table;
use std::cmp::Ordering;

/// What the answers add up to for one outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Total {
    /// The sum of the chosen weights.
    pub t: i64,
    /// The least the answered questions allow.
    pub lo: i64,
    /// The most they allow.
    pub hi: i64,
}

/// What the answers add up to, by outcome in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// How outcomes are compared.
    pub score: Score,
    /// One for each outcome.
    pub of: Vec<Total>,
}

/// The weights of a question's options for the outcomes, option by option.
pub fn weights(weighted: &Weighted, question: &Question) -> Vec<Vec<i64>> {
    let of = |weights: &[crate::chooser::bundle::Points], outcome: &ItemId| {
        weights.iter().filter(|weight| weight.to == *outcome).fold(0i64, |sum, weight| sum.saturating_add(weight.points.clamp(-100, 100)))
    };
    let option = |option: &crate::chooser::bundle::WeightedOption| {
        weighted.outcomes.iter().map(|outcome| of(&option.weights, &outcome.id)).collect()
    };
    question.options.iter().map(option).collect()
}

/// The least and most an answer to a question can add to one outcome, given its options' weights for that outcome.
pub fn range(takes: Takes, weights: impl Iterator<Item = i64> + Clone) -> (i64, i64) {
    match takes {
        Takes::One => (weights.clone().min().unwrap_or(0), weights.max().unwrap_or(0)),
        Takes::Many => (weights.clone().filter(|w| *w < 0).sum(), weights.filter(|w| *w > 0).sum()),
    }
}

impl Totals {
    /// The totals of these answers. Questions without one do not count.
    pub fn of(weighted: &Weighted, answers: &Table<ItemId, Vec<OptionId>>) -> Self {
        let mut of = vec![Total::default(); weighted.outcomes.len()];
        for question in &weighted.questions {
            let Some(chosen) = answers.get(&question.id) else { continue };
            let weights = weights(weighted, question);
            for (k, total) in of.iter_mut().enumerate() {
                let column = weights.iter().map(|row| row[k]);
                let (lo, hi) = range(question.takes, column.clone());
                let picked = question.options.iter().zip(column).filter(|(option, _)| chosen.contains(&option.id));
                total.t += picked.map(|(_, weight)| weight).sum::<i64>();
                total.lo += lo;
                total.hi += hi;
            }
        }
        Self { score: weighted.score, of }
    }

    /// S as a fraction: numerator and positive denominator. An outcome that the answered questions do not touch has share 0.
    pub fn fraction(&self, k: usize) -> (i64, i64) {
        let Total { t, lo, hi } = self.of.get(k).copied().unwrap_or_default();
        match self.score {
            Score::Points => (t, 1),
            Score::Share if hi > lo => (t - lo, hi - lo),
            Score::Share => (0, 1),
        }
    }

    /// Which of two outcomes has the greater S, by cross-multiplication.
    pub fn compare(&self, a: usize, b: usize) -> Ordering {
        let ((an, ad), (bn, bd)) = (self.fraction(a), self.fraction(b));
        (i128::from(an) * i128::from(bd)).cmp(&(i128::from(bn) * i128::from(ad)))
    }

    /// The outcomes with the greatest S, in the order of the file.
    pub fn leaders(&self) -> Vec<usize> {
        let best = (0..self.of.len()).reduce(|best, k| if self.compare(k, best).is_gt() { k } else { best });
        let Some(best) = best else { return Vec::new() };
        (0..self.of.len()).filter(|k| self.compare(*k, best).is_eq()).collect()
    }

    /// Whether every share is below the floor, so that no outcome counts as present. Points have no floor.
    pub fn is_none(&self, floor: Share) -> bool {
        let (num, den) = floor.parts();
        let below = |(n, d): (i64, i64)| i128::from(n) * i128::from(den) < i128::from(num) * i128::from(d);
        self.score == Score::Share && (0..self.of.len()).all(|k| below(self.fraction(k)))
    }

    /// S in thousandths, rounded down; points as they are, in thousandths too.
    pub fn thousandths(&self, k: usize) -> i64 {
        let (n, d) = self.fraction(k);
        (1000 * n).div_euclid(d)
    }
}

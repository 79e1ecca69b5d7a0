//! Totals: points earned and possible, percent, and whether the pass mark is reached.

use crate::bundle::Bundle;
use crate::number::{MARK, Points, Share};

/// Points earned out of points possible, exact: hundredths of points times grains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// E: the sum of points times mark.
    pub earned: i64,
    /// M: the sum of points times a full mark.
    pub possible: i64,
}

impl Tally {
    /// Adds up (points, mark in grains) of all items. 500 items of 1000 points stay below 1.4 x 10^16.
    pub fn of(items: impl IntoIterator<Item = (Points, i64)>) -> Self {
        let mut tally = Self { earned: 0, possible: 0 };
        for (points, grains) in items {
            let points = i64::from(points.in_hundredths());
            tally.earned += points * grains;
            tally.possible += points * MARK;
        }
        tally
    }

    /// Whole percent, rounded down and never below 0; `None` where nothing can be earned.
    pub fn percent(self) -> Option<i64> {
        (self.possible > 0).then(|| 100 * self.earned.max(0) / self.possible)
    }

    /// Points earned in hundredths, rounded down.
    pub fn earned_hundredths(self) -> i64 {
        self.earned.div_euclid(MARK)
    }

    /// Points possible in hundredths.
    pub fn possible_hundredths(self) -> i64 {
        self.possible / MARK
    }

    /// Whether the share is reached, compared exactly: a shown 60 % is never a failed 60 %.
    pub fn reaches(self, share: Share) -> bool {
        let (num, den) = share.parts();
        i128::from(self.earned) * i128::from(den) >= i128::from(self.possible) * i128::from(num)
    }
}

/// The result of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The points.
    pub tally: Tally,
    /// Whether the pass mark was reached; `None` where there is none.
    pub passed: Option<bool>,
}

impl Outcome {
    /// The result of these points under the bundle's pass mark.
    pub fn new(bundle: &Bundle, tally: Tally) -> Self {
        Self { tally, passed: bundle.policy.pass.map(|pass| tally.reaches(pass)) }
    }
}

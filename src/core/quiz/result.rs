//! Totals: points earned and possible, percent, and whether the pass mark is reached.

use super::sitting::Sitting;
use crate::bundle::{Band, Bundle};
use crate::journal::Mark;
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

    /// Adds up marks as a journal keeps them; a damaged one stops at the largest number.
    pub fn of_marks(marks: &[Mark]) -> Self {
        let add = |sum: Self, mark: &Mark| Self {
            earned: sum.earned.saturating_add(mark.earned),
            possible: sum.possible.saturating_add(mark.possible.max(0)),
        };
        marks.iter().fold(Self { earned: 0, possible: 0 }, add)
    }

    /// Whole percent, rounded down and never below 0; `None` where nothing can be earned.
    pub fn percent(self) -> Option<i64> {
        let percent = i128::from(self.earned.max(0)) * 100 / i128::from(self.possible.max(1));
        (self.possible > 0).then(|| i64::try_from(percent).unwrap_or(i64::MAX))
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
        Self { tally, passed: bundle.policy.pass.filter(|_| tally.possible > 0).map(|pass| tally.reaches(pass)) }
    }
}

impl Sitting {
    /// The result band of the first round: the highest whose share is reached. None before the result, and where nothing can be earned.
    pub fn band<'a>(&self, bundle: &'a Bundle) -> Option<&'a Band> {
        let tally = self.first?.tally;
        bundle.results.iter().filter(|_| tally.possible > 0).find(|band| tally.reaches(band.from))
    }
}

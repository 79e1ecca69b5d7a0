//! Numbers of conditions and dimensions: nine places, at most a billion either way, rounded down. Every engine gets the same ones.

use crate::typed::Exact;

/// A number in billionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fixed(i64);

const ONE: i128 = 1_000_000_000;
const MOST: i128 = ONE * ONE;

impl Fixed {
    /// 0, also untruth.
    pub const ZERO: Fixed = Fixed(0);
    /// 1, also truth.
    pub const ONE: Fixed = Fixed(1_000_000_000);

    fn of(billionths: i128) -> Self {
        Self(i64::try_from(billionths.clamp(-MOST, MOST)).unwrap_or_default())
    }

    /// `num / den`; 0 where `den` is 0.
    pub fn ratio(num: i64, den: i64) -> Self {
        Self::quotient(i128::from(num) * ONE, i128::from(den))
    }

    fn quotient(num: i128, den: i128) -> Self {
        Self::of(if den == 0 { 0 } else { num.div_euclid(den) })
    }

    /// 1 for truth, 0 for untruth.
    pub fn truth(is_so: bool) -> Self {
        if is_so { Self::ONE } else { Self::ZERO }
    }

    /// Whether it is not 0.
    pub fn is_true(self) -> bool {
        self.0 != 0
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Self {
        Self::of(i128::from(self.0) + i128::from(other.0))
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Self {
        Self::of(i128::from(self.0) - i128::from(other.0))
    }

    /// The product.
    pub fn times(self, other: Self) -> Self {
        Self::of((i128::from(self.0) * i128::from(other.0)).div_euclid(ONE))
    }

    /// The quotient; x/0 is 0.
    pub fn by(self, other: Self) -> Self {
        Self::quotient(i128::from(self.0) * ONE, i128::from(other.0))
    }

    /// In ten-thousandths, rounded down.
    pub fn ten_thousandths(self) -> i64 {
        self.0.div_euclid(100_000)
    }
}

impl From<Exact> for Fixed {
    fn from(number: Exact) -> Self {
        let (mantissa, places) = number.parts();
        Self::quotient(i128::from(mantissa) * ONE, 10i128.pow(places.min(18)))
    }
}

//! What is said about a lean, and when enough is known to say it.

use super::lean::Lean;

/// Half the width of a close call, as a share of the spread of Lambda before any answer.
pub const CLOSE: f64 = 0.3;

/// The probability from which a close call is certain enough.
pub const CLOSE_ENOUGH: f64 = 0.75;

/// One of the two poles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first pole of the file, the negative side.
    A,
    /// The second pole, the positive side.
    B,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// What the answers say so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Too early to say.
    Open,
    /// They lean to one pole.
    Leans(Side),
    /// Both poles fit about equally.
    CloseCall,
    /// Not settled; slightly to one pole.
    NotSettled(Side),
}

/// The verdict on a lean, `is_early` before enough answers. Leaning is from the probability `lean` on.
pub fn verdict(found: &Lean, lean: f64, is_early: bool) -> Verdict {
    match found.p() {
        _ if is_early => Verdict::Open,
        p if p >= lean => Verdict::Leans(Side::B),
        p if p <= 1.0 - lean => Verdict::Leans(Side::A),
        _ if found.within(CLOSE) >= CLOSE_ENOUGH => Verdict::CloseCall,
        _ => Verdict::NotSettled(found.side()),
    }
}

impl Verdict {
    /// Whether asking on would hardly change it.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Leans(_) | Self::CloseCall)
    }
}

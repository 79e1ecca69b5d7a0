//! Keyed chances for synthetic readers: each is a function of (seed, reader, what, which), so no order of work and no other draw changes it.

use waypost_core::random::draw;

/// What is drawn for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Their leans.
    Lean = 1,
    /// What dimensions matter to them.
    Weight = 2,
    /// How sharp a pair truly is.
    Sharpness = 3,
    /// Where a pair is truly balanced.
    Balance = 4,
    /// How wording flatters a pole, for this reader.
    Slant = 5,
    /// Their answers.
    Answer = 6,
    /// Where they do not look.
    Careless = 7,
    /// Ties between equally good pairs.
    Tie = 8,
    /// A path through a profile.
    Path = 9,
}

/// One reader's chances.
#[derive(Clone, Copy, Debug)]
pub struct Chance {
    /// Of the whole study.
    pub seed: u32,
    /// Which reader, counted from 0.
    pub reader: u32,
}

impl Chance {
    /// 32 even bits.
    pub fn bits(self, what: What, which: u32) -> u32 {
        draw(self.seed, self.reader, which, what as u64)
    }

    /// A number between 0 and 1, neither of them.
    pub fn share(self, what: What, which: u32) -> f64 {
        (f64::from(self.bits(what, which)) + 0.5) / 4_294_967_296.0
    }

    /// A number from `low` to `high`.
    pub fn between(self, what: What, which: u32, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share(what, which)
    }

    /// A normal number with mean 0 and variance 1 (Box & Muller 1958).
    pub fn normal(self, what: What, which: u32) -> f64 {
        let (u, v) = (self.share(what, 2 * which), self.share(what, 2 * which + 1));
        libm::sqrt(-2.0 * libm::log(u)) * libm::cos(std::f64::consts::TAU * v)
    }

    /// Shares that add up to 1, Dirichlet(3, ..., 3): each the sum of three exponential numbers, over their sum.
    pub fn dirichlet(self, what: What, size: usize) -> Vec<f64> {
        let exponential = |which| -libm::log(self.share(what, which));
        let gamma = |k: u32| (0..3).map(|n| exponential(3 * k + n)).sum::<f64>();
        let gammas: Vec<f64> = (0..u32::try_from(size).unwrap_or(0)).map(gamma).collect();
        let sum: f64 = gammas.iter().sum();
        gammas.into_iter().map(|gamma| gamma / sum).collect()
    }
}

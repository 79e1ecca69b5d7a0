//! All ways to answer a profile, with answers as likely as the author says, else evenly: exactly, by dynamic programming over the sums so far, or by sampling.

use super::chance::{Chance, What};
use super::numbers::{Leads, Numbers};
use serde::Serialize;

/// The most different sums that are followed exactly.
pub const EXACT: usize = 1 << 20;

/// How often each thing happens, as shares of all paths.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// How it was found.
    pub how: How,
    /// Each outcome leads alone.
    pub sole: Vec<f64>,
    /// Each outcome is among tied leaders.
    pub tied: Vec<f64>,
    /// Several outcomes lead.
    pub ties: f64,
    /// No outcome counts as present.
    pub none: f64,
}

/// How shares of paths were found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Over all paths.
    Exact,
    /// From so many drawn paths.
    Sampled(usize),
}

impl How {
    /// How many paths were drawn; 0 where all were followed.
    pub fn paths(self) -> f64 {
        match self {
            Self::Exact => 0.0,
            Self::Sampled(paths) => paths as f64,
        }
    }

    /// The most by which a share is off, with 95 % confidence: half the width of the interval at one half.
    pub fn error(self) -> f64 {
        match self {
            Self::Exact => 0.0,
            Self::Sampled(paths) => 1.96 * 0.5 / (paths as f64).sqrt(),
        }
    }
}

/// The spread over all paths where no more than `limit` different sums have to be followed, else over `samples` drawn ones.
pub fn spread(numbers: &Numbers, limit: usize, samples: usize, seed: u32) -> Spread {
    match sums(numbers, limit) {
        Some(sums) => {
            let decoder = Key::of(numbers);
            let leads = sums.into_iter().filter_map(|(key, share)| Some((numbers.leads(&decoder.as_ref()?.sums(key)), share)));
            tally(numbers, How::Exact, leads)
        }
        None => {
            let share = 1.0 / samples.max(1) as f64;
            let leads = drawn(numbers, samples, seed).map(|path| (numbers.leads(&numbers.sums(&path)), share));
            tally(numbers, How::Sampled(samples), leads)
        }
    }
}

fn tally(numbers: &Numbers, how: How, leads: impl Iterator<Item = (Leads, f64)>) -> Spread {
    let outcomes = numbers.ranges.len();
    let mut out = Spread { how, sole: vec![0.0; outcomes], tied: vec![0.0; outcomes], ties: 0.0, none: 0.0 };
    for (leads, share) in leads {
        match (leads, leads.sole()) {
            (Leads::None, _) => out.none += share,
            (_, Some(k)) => out.sole[k] += share,
            (Leads::Set(set), None) => {
                out.ties += share;
                (0..outcomes).filter(|k| set >> k & 1 == 1).for_each(|k| out.tied[k] += share);
            }
        }
    }
    out
}

/// Sums by outcome as one number, and back: places of a number system with a base of its own for each outcome.
struct Key {
    places: Vec<u128>,
    ranges: Vec<u64>,
}

impl Key {
    fn of(numbers: &Numbers) -> Option<Self> {
        let mut place = 1u128;
        let mut places = Vec::new();
        for range in &numbers.ranges {
            places.push(place);
            place = place.checked_mul(u128::from(*range) + 1)?;
        }
        Some(Self { places, ranges: numbers.ranges.clone() })
    }

    fn key(&self, adds: &[u64]) -> u128 {
        adds.iter().zip(&self.places).map(|(add, place)| u128::from(*add) * place).sum()
    }

    fn sums(&self, key: u128) -> Vec<u64> {
        let digit = |(place, range): (&u128, &u64)| u64::try_from(key / place % (u128::from(*range) + 1)).unwrap_or(0);
        self.places.iter().zip(&self.ranges).map(digit).collect()
    }
}

/// Every combination of sums with its share of all paths, ascending; `None` where there are more than `limit`.
fn sums(numbers: &Numbers, limit: usize) -> Option<Vec<(u128, f64)>> {
    let key = Key::of(numbers)?;
    let mut all = vec![(0u128, 1.0f64)];
    for (answers, chances) in numbers.questions.iter().zip(&numbers.chances) {
        let adds: Vec<(u128, f64)> = answers.iter().map(|adds| key.key(adds)).zip(chances.iter().copied()).collect();
        // Each answer moves the ascending list as a whole, so a stable sort has only whole runs to merge.
        let mut next: Vec<(u128, f64)> =
            adds.iter().flat_map(|(add, chance)| all.iter().map(move |(sum, p)| (sum + add, p * chance))).collect();
        next.sort_by_key(|(sum, _)| *sum);
        next.dedup_by(|later, first| {
            let same = later.0 == first.0;
            first.1 += if same { later.1 } else { 0.0 };
            same
        });
        if next.len() > limit {
            return None;
        }
        all = next;
    }
    Some(all)
}

/// Drawn paths: an answer for each question, by position.
pub fn drawn(numbers: &Numbers, samples: usize, seed: u32) -> impl Iterator<Item = Vec<usize>> {
    (0..u32::try_from(samples).unwrap_or(u32::MAX)).map(move |reader| {
        let chance = Chance { seed, reader };
        let pick = |(n, chances): (u32, &Vec<f64>)| {
            let mut left = chance.share(What::Path, n);
            let passed = |chance: &&f64| {
                left -= **chance;
                left >= 0.0
            };
            chances.iter().take_while(passed).count().min(chances.len().saturating_sub(1))
        };
        (0u32..).zip(&numbers.chances).map(pick).collect()
    })
}

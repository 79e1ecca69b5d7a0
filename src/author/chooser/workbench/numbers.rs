//! A profile as bare numbers: what each possible answer adds to each outcome, and who leads with which sums.

use waypost_core::chooser::bundle::{Score, Takes, Weighted};
use waypost_core::chooser::profile::totals::{range, weights};

/// The most options of a question that takes any number: all their combinations are answers.
const MOST_OPTIONS: usize = 12;

/// A profile in numbers. Sums are counted from the least that all questions together allow.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// Questions, each with its possible answers, each with what it adds to the outcomes: 0 or more.
    pub questions: Vec<Vec<Vec<u64>>>,
    /// How likely each of them is; a question's add up to 1.
    pub chances: Vec<Vec<f64>>,
    /// What the sums can come to, by outcome.
    pub ranges: Vec<u64>,
    /// What an outcome's sum is worth beside others.
    factors: Vec<u128>,
    /// What is added to it: in points the least that is possible, moved so that nothing is below 0.
    offsets: Vec<u128>,
    /// Below this worth an outcome does not count as present.
    floor: u128,
}

/// The share of readers who choose an option, by question and option; `None` where nobody knows.
pub type Known = Vec<Vec<Option<f64>>>;

/// Outcomes as bits, the first one lowest; at most 64 count.
pub type Set = u64;

/// Who leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// No outcome counts as present.
    None,
    /// One, or several tied.
    Set(Set),
}

impl Leads {
    /// The position of the sole leader.
    pub fn sole(self) -> Option<usize> {
        match self {
            Self::Set(set) if set.count_ones() == 1 => usize::try_from(set.trailing_zeros()).ok(),
            _ => None,
        }
    }

    /// Whether several lead.
    pub fn is_tie(self) -> bool {
        matches!(self, Self::Set(set) if set.count_ones() > 1)
    }
}

impl Numbers {
    /// The numbers of a profile whose questions are all answered; `None` where they are beyond what can be counted. `known` has for each
    /// option the share of readers who choose it, where the author knows: by question, by option; what is missing is not known.
    pub fn of(weighted: &Weighted, known: &Known) -> Option<Self> {
        let outcomes = weighted.outcomes.len().min(64);
        let (mut questions, mut ranges, mut least) = (Vec::new(), vec![0u64; outcomes], vec![0i64; outcomes]);
        for question in &weighted.questions {
            let rows = weights(weighted, question);
            let bounds: Vec<(i64, i64)> = (0..outcomes).map(|k| range(question.takes, rows.iter().map(|row| row[k]))).collect();
            for (k, (lo, hi)) in bounds.iter().enumerate() {
                ranges[k] += u64::try_from(hi - lo).ok()?;
                least[k] += lo;
            }
            let above = |row: Vec<i64>| row.into_iter().zip(&bounds).map(|(t, (lo, _))| u64::try_from(t - lo).unwrap_or(0)).collect();
            questions.push(answers(question.takes, &rows, outcomes).into_iter().map(above).collect());
        }
        let none = Vec::new();
        let chances = weighted.questions.iter().enumerate().map(|(n, question)| {
            let known = known.get(n).unwrap_or(&none);
            chances(question.takes, &(0..question.options.len()).map(|at| known.get(at).copied().flatten()).collect::<Vec<_>>())
        });
        let chances = chances.collect();
        let lowest = least.iter().copied().min().unwrap_or(0);
        let (factors, offsets, whole) = match weighted.score {
            Score::Points => (vec![1; outcomes], least.iter().map(|lo| u128::try_from(lo - lowest).unwrap_or(0)).collect(), 0),
            Score::Share => {
                let all = ranges.iter().filter(|range| **range > 0).try_fold(1u128, |all, range| least_common(all, u128::from(*range)))?;
                let factor = |range: &u64| if *range == 0 { 0 } else { all / u128::from(*range) };
                (ranges.iter().map(factor).collect(), vec![0; outcomes], all)
            }
        };
        let (num, den) = weighted.floor.parts();
        let floor = whole.checked_mul(u128::try_from(num).unwrap_or(0))?.div_ceil(u128::try_from(den).ok()?.max(1));
        Some(Self { questions, chances, ranges, factors, offsets, floor })
    }

    /// Who leads with these sums.
    pub fn leads(&self, sums: &[u64]) -> Leads {
        let (mut best, mut set) = (0, 0);
        for (k, sum) in sums.iter().enumerate() {
            let worth = u128::from(*sum) * self.factors[k] + self.offsets[k];
            if worth > best || set == 0 {
                (best, set) = (worth, 1 << k);
            } else if worth == best {
                set |= 1 << k;
            }
        }
        if best < self.floor { Leads::None } else { Leads::Set(set) }
    }

    /// The sums of a path: an answer for each question, by position.
    pub fn sums(&self, path: &[usize]) -> Vec<u64> {
        let mut sums = vec![0; self.ranges.len()];
        for (question, at) in self.questions.iter().zip(path) {
            for (sum, adds) in sums.iter_mut().zip(&question[*at]) {
                *sum += adds;
            }
        }
        sums
    }

    /// How many paths there are; infinite beyond what a float holds.
    pub fn paths(&self) -> f64 {
        self.questions.iter().map(|answers| answers.len() as f64).product()
    }
}

/// Every answer a question takes, as what it adds to each outcome.
fn answers(takes: Takes, rows: &[Vec<i64>], outcomes: usize) -> Vec<Vec<i64>> {
    let cut = |row: &Vec<i64>| row.iter().take(outcomes).copied().collect::<Vec<i64>>();
    match takes {
        Takes::One => rows.iter().map(cut).collect(),
        Takes::Many => {
            let rows: Vec<Vec<i64>> = rows.iter().take(MOST_OPTIONS).map(cut).collect();
            let sum = |set: usize, k: usize| rows.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, row)| row[k]).sum();
            (0..1usize << rows.len()).map(|set| (0..outcomes).map(|k| sum(set, k)).collect()).collect()
        }
    }
}

/// How likely each answer is: what is known, the rest evenly over the options of which nothing is known.
fn chances(takes: Takes, known: &[Option<f64>]) -> Vec<f64> {
    match takes {
        Takes::One => {
            let told: f64 = known.iter().flatten().sum();
            let open = known.iter().filter(|known| known.is_none()).count();
            let rest = if open > 0 { (1.0 - told).max(0.0) / open as f64 } else { 0.0 };
            let sum = told + rest * open as f64;
            known.iter().map(|known| known.unwrap_or(rest) / if sum > 0.0 { sum } else { 1.0 }).collect()
        }
        Takes::Many => {
            let known: Vec<f64> = known.iter().take(MOST_OPTIONS).map(|known| known.unwrap_or(0.5)).collect();
            let of = |set: usize| known.iter().enumerate().map(|(at, p)| if set >> at & 1 == 1 { *p } else { 1.0 - p }).product();
            (0..1usize << known.len()).map(of).collect()
        }
    }
}

fn least_common(a: u128, b: u128) -> Option<u128> {
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    // Worth is a sum times a factor: it has to fit as well.
    (a / x).checked_mul(b).filter(|all| *all < 1 << 100)
}

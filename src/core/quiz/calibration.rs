//! Calibration: how sure readers were, and how often they were right.

use super::marking;
use super::sitting::Sitting;
use crate::bundle::{Bundle, Interaction, Item};
use crate::number::MARK;

/// How certainty and marks go together over the first tries of the first round. Shares are in ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// Not sure, fairly sure, sure.
    pub levels: [Level; 3],
    /// How many answers came with a level.
    pub n: u32,
    /// Mean stated probability less mean mark: above 0 is more sure than right.
    pub bias: i64,
    /// The Brier score: mean of (stated probability - mark)^2.
    pub brier: i64,
}

/// One level of certainty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// How many answers were given at it.
    pub n: u32,
    /// How many of them earned the full mark.
    pub right: u32,
    /// Their mean mark.
    pub mean: i64,
    /// The lower end of its Wilson 95 % interval.
    pub low: i64,
    /// The upper end.
    pub high: i64,
    /// The lower end of the marks that fit the level.
    pub from: i64,
    /// The upper end.
    pub to: i64,
    /// What the interval says, from five answers on.
    pub fit: Option<Fit>,
}

/// How the marks at a level compare to the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Less was right than the level says.
    Overconfident,
    /// About as much was right as the level says.
    Fits,
    /// More was right than the level says.
    Underconfident,
}

/// Least answers at a level for a word about it.
const ENOUGH: u32 = 5;

impl Sitting {
    /// How sure the reader was, and how often right, over the items that count and were answered with a level.
    pub fn calibration(&self, bundle: &Bundle) -> Calibration {
        let mut sums = [Sums::default(); 3];
        let (mut bias, mut brier) = (0.0, 0.0);
        for item in bundle.items.iter().filter(|item| self.is_marked(bundle, item) && self.counted.contains(&item.id)) {
            let Some(first) = self.tries.get(&item.id) else { continue };
            let Some((level, at)) = first.sure.and_then(|level| Some((level, usize::try_from(level).ok()?.checked_sub(1)?))) else {
                continue;
            };
            let Some(sums) = sums.get_mut(at) else { continue };
            let grains = marking::mark(item, &bundle.policy, &first.response).max(0);
            let mark = grains as f64 / MARK as f64;
            let stated = stated(level, guess(item));
            sums.n += 1;
            sums.right += u32::from(grains == MARK);
            sums.marks += mark;
            sums.guess += guess(item);
            bias += stated - mark;
            brier += (stated - mark) * (stated - mark);
        }
        let n = sums.iter().map(|sums| sums.n).sum();
        let mean = |sum: f64| ten_thousandths(if n == 0 { 0.0 } else { sum / f64::from(n) });
        let [one, two, three] = sums;
        let guess = if one.n == 0 { 0.0 } else { one.guess / f64::from(one.n) };
        let levels = [one.level(guess, 2.0 / 3.0), two.level(2.0 / 3.0, 0.8), three.level(0.8, 1.0)];
        Calibration { levels, n, bias: mean(bias), brier: mean(brier) }
    }
}

/// The probability that a level states: the middle of what it is chosen for; g is the chance of guessing the item.
fn stated(level: u32, g: f64) -> f64 {
    match level {
        1 => (g + 2.0 / 3.0) / 2.0,
        2 => 11.0 / 15.0,
        _ => 0.9,
    }
}

/// The chance of a right answer by guessing: one in n for a choice of one, else none to speak of.
fn guess(item: &Item) -> f64 {
    match &item.interaction {
        Interaction::Single(choices) | Interaction::Tf(choices) => 1.0 / (choices.options.len().max(1) as f64),
        _ => 0.0,
    }
}

#[derive(Clone, Copy, Default)]
struct Sums {
    n: u32,
    right: u32,
    marks: f64,
    guess: f64,
}

impl Sums {
    fn level(self, from: f64, to: f64) -> Level {
        if self.n == 0 {
            return Level { from: ten_thousandths(from), to: ten_thousandths(to), ..Level::default() };
        }
        let n = f64::from(self.n);
        let mean = self.marks / n;
        let (low, high) = wilson(mean, n);
        let fit = match (high < from, low > to) {
            _ if self.n < ENOUGH => None,
            (true, _) => Some(Fit::Overconfident),
            (_, true) => Some(Fit::Underconfident),
            _ => Some(Fit::Fits),
        };
        let [mean, low, high, from, to] = [mean, low, high, from, to].map(ten_thousandths);
        Level { n: self.n, right: self.right, mean, low, high, from, to, fit }
    }
}

/// The Wilson 95 % interval of a share h of n: (h + z^2/2n -+ z sqrt(h(1-h)/n + z^2/4n^2)) / (1 + z^2/n), z = 1.96.
fn wilson(h: f64, n: f64) -> (f64, f64) {
    let z = 1.96;
    let middle = h + z * z / (2.0 * n);
    let reach = z * (h * (1.0 - h) / n + z * z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z * z / n;
    ((middle - reach) / whole, (middle + reach) / whole)
}

/// Rounded to the nearest one.
fn ten_thousandths(share: f64) -> i64 {
    (share * 10_000.0 + if share < 0.0 { -0.5 } else { 0.5 }) as i64
}

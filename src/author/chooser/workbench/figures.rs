//! What a study of synthetic readers comes to, in shares from 0 to 1.

use super::study::Row;
use serde::Serialize;
use waypost_core::chooser::adaptive::verdict::Verdict;

/// Ten bins for the calibration error.
const BINS: usize = 10;

/// The figures of one scenario or design.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// Readers.
    pub readers: usize,
    /// Pairs asked: mean.
    pub items: f64,
    /// Pairs asked: median.
    pub median: f64,
    /// The side of the lean is the reader's true side.
    pub right: f64,
    /// Mean squared distance of the stated probability from the truth (Brier 1950).
    pub brier: f64,
    /// Expected calibration error: over ten bins of the stated probability, the mean distance of stated from true, weighted by readers.
    pub ece: f64,
    /// Each bin's readers, mean stated probability and true share.
    pub bins: Vec<Bin>,
    /// The engine says "leans".
    pub leans: f64,
    /// The engine says "close call".
    pub close: f64,
    /// The engine says "not settled".
    pub unsettled: f64,
    /// Of those told that they lean: truly so.
    pub leans_right: f64,
    /// Of those told that they lean: stated.
    pub leans_stated: f64,
    /// One, two, three answers would flip the lean; of the readers for whom it was looked for.
    pub flips: [f64; 3],
    /// Answering again, with nothing changed, looks like a change.
    pub drift: f64,
    /// For each pair of the bank the share of readers who were asked it.
    pub exposure: Vec<f64>,
}

/// A bin of stated probabilities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Bin {
    /// Readers in it.
    pub readers: usize,
    /// Mean stated probability that pole B is their side.
    pub stated: f64,
    /// The share for whom it is.
    pub truly: f64,
}

impl Figures {
    /// The figures of these readers; the flip sets of the first `looked` of them were looked for. `bank` is the number of pairs.
    pub fn of(rows: &[Row], looked: usize, bank: usize) -> Self {
        let n = rows.len();
        let share = |count: usize, of: usize| if of == 0 { 0.0 } else { count as f64 / of as f64 };
        let mean = |values: &mut dyn Iterator<Item = f64>, of: usize| if of == 0 { 0.0 } else { values.sum::<f64>() / of as f64 };
        let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
        let is_right = |row: &Row| (row.p >= 0.5) == (row.truly > 0.5);
        let leaning: Vec<&Row> = rows.iter().filter(|row| matches!(row.verdict, Verdict::Leans(_))).collect();
        let bins = bins(rows);
        let ece = bins.iter().map(|bin| share(bin.readers, n) * (bin.stated - bin.truly).abs()).sum();
        let looked = looked.min(n);
        let flips = [1, 2, 3].map(|size| share(rows.iter().take(looked).filter(|row| row.flips == Some(size)).count(), looked));
        Self {
            readers: n,
            items: mean(&mut rows.iter().map(|row| row.asked.len() as f64), n),
            median: median(rows),
            right: share(count(&is_right), n),
            brier: mean(&mut rows.iter().map(|row| (row.p - row.truly) * (row.p - row.truly)), n),
            ece,
            bins,
            leans: share(leaning.len(), n),
            close: share(count(&|row| row.verdict == Verdict::CloseCall), n),
            unsettled: share(count(&|row| matches!(row.verdict, Verdict::NotSettled(_))), n),
            leans_right: share(leaning.iter().filter(|row| is_right(row)).count(), leaning.len()),
            leans_stated: mean(&mut leaning.iter().map(|row| row.p.max(1.0 - row.p)), leaning.len()),
            flips,
            drift: share(count(&|row| row.drifts), n),
            exposure: (0..bank).map(|at| share(count(&|row| row.asked.contains(&at)), n)).collect(),
        }
    }

    /// How much more is stated than is true, of those told that they lean: below 0 where it is stated too modestly.
    pub fn overstated(&self) -> f64 {
        self.leans_stated - self.leans_right
    }
}

fn median(rows: &[Row]) -> f64 {
    let mut items: Vec<usize> = rows.iter().map(|row| row.asked.len()).collect();
    items.sort_unstable();
    let at = |place: usize| items.get(place).copied().unwrap_or(0) as f64;
    match items.len() {
        0 => 0.0,
        n if n % 2 == 1 => at(n / 2),
        n => (at(n / 2 - 1) + at(n / 2)) / 2.0,
    }
}

fn bins(rows: &[Row]) -> Vec<Bin> {
    let mut bins = vec![Bin::default(); BINS];
    for row in rows {
        let at = ((row.p * BINS as f64) as usize).min(BINS - 1);
        if let Some(bin) = bins.get_mut(at) {
            bin.readers += 1;
            bin.stated += row.p;
            bin.truly += row.truly;
        }
    }
    for bin in bins.iter_mut().filter(|bin| bin.readers > 0) {
        bin.stated /= bin.readers as f64;
        bin.truly /= bin.readers as f64;
    }
    bins
}

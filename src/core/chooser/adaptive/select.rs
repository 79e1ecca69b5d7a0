//! Which pair comes next: the one expected to take most off the doubt about Lambda.

use super::item::Item;
use super::lean::Weights;
use super::matrix::dot;
use super::posterior::{Posterior, unit};

/// Gains this close to each other are equal.
const EQUAL: f64 = 1e-12;

/// The expected drop in the variance of Lambda from one more answer (a rank-one update of V with the information at the mode):
/// (wc'V e_k)^2 I / (1 + I V_kk).
pub fn gain(posterior: &Posterior, weights: &Weights, item: &Item) -> f64 {
    let column = posterior.covariance(&unit(item.dimension));
    let reach = dot(&weights.corrected(posterior.prior.slant), &column);
    let information = item.information(posterior.mode[item.dimension]);
    reach * reach * information / (1.0 + information * column[item.dimension])
}

/// The next of the `open` items: as long as a dimension that matters was not asked about (`asked`), among its items; then any.
/// Of equal gains the one with the smallest `tie` comes first.
pub fn next<'a, T>(
    posterior: &Posterior,
    weights: &Weights,
    asked: &[bool],
    open: impl Iterator<Item = (&'a T, Item)> + Clone,
    tie: impl Fn(&T) -> u32,
) -> Option<&'a T> {
    let untouched = |item: &Item| weights.w[item.dimension] > 0.0 && !asked.get(item.dimension).copied().unwrap_or(true);
    let all = !open.clone().any(|(_, item)| untouched(&item));
    let gains: Vec<(&T, f64)> =
        open.filter(|(_, item)| all || untouched(item)).map(|(of, item)| (of, gain(posterior, weights, &item))).collect();
    let best = gains.iter().fold(0.0, |best: f64, (_, gain)| best.max(*gain));
    let equal = gains.into_iter().filter(|(_, gain)| best - gain <= EQUAL);
    equal.map(|(of, _)| (tie(of), of)).min_by_key(|(tie, _)| *tie).map(|(_, of)| of)
}

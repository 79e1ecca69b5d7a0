//! Lambda, the weighted lean: how it follows from the posterior, with slanted wording allowed for.
//!
//! Answers see eta = theta - delta 1. Given eta, delta has mean -(kappa/K) 1'eta, where
//!
//! ```text
//! lambda1 = 1 - rho + K rho      kappa = K tau^2 / (lambda1 + K tau^2)
//! wc = w - (kappa/K) 1           floor = lambda1 kappa / K
//! tc = mu - (kappa/K)(1'mu) 1    m = w'tc = wc'mu       s^2 = wc'V wc + floor
//! ```
//!
//! `floor` is the doubt that no answer removes.

use super::matrix::{MAX, Vector, dot};
use super::posterior::{Posterior, RHO};
use super::verdict::Side;

/// How much each dimension matters, adding up to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Dimensions, 1 to [`MAX`].
    pub size: usize,
    /// w_k, 0 or more.
    pub w: Vector,
}

impl Weights {
    /// w_k = r_k / sum r; equal where all are 0. At most [`MAX`] ratings count.
    pub fn of(ratings: &[u32]) -> Self {
        let size = ratings.len().min(MAX);
        let sum: u32 = ratings.iter().take(MAX).sum();
        let mut w = [0.0; MAX];
        for (w, rating) in w.iter_mut().zip(ratings.iter().take(MAX)) {
            *w = if sum == 0 { 1.0 / size as f64 } else { f64::from(*rating) / f64::from(sum) };
        }
        Self { size, w }
    }

    /// The same with one dimension left out; equal where nothing else has a weight.
    pub fn without(&self, k: usize) -> Self {
        let mut w = self.w;
        w[k] = 0.0;
        let sum = w.iter().fold(0.0, |sum, w| sum + w);
        for (at, w) in w.iter_mut().enumerate().take(self.size) {
            *w = match sum > 0.0 {
                true => *w / sum,
                false => f64::from(u8::from(at != k)) / (self.size as f64 - 1.0).max(1.0),
            };
        }
        Self { size: self.size, w }
    }

    /// sigma0: the standard deviation of Lambda before any answer, sqrt(rho + (1 - rho) sum w_k^2).
    pub fn spread(&self) -> f64 {
        libm::sqrt(RHO + (1.0 - RHO) * dot(&self.w, &self.w))
    }

    /// kappa / K: the part of the mean of eta that is put down to slanted wording.
    fn slanted(&self, slant: f64) -> f64 {
        let k = self.size as f64;
        let shared = k * slant * slant;
        shared / (1.0 - RHO + k * RHO + shared) / k
    }

    /// wc.
    pub(super) fn corrected(&self, slant: f64) -> Vector {
        let slanted = self.slanted(slant);
        let mut wc = [0.0; MAX];
        for (wc, w) in wc.iter_mut().zip(&self.w).take(self.size) {
            *wc = w - slanted;
        }
        wc
    }
}

/// What is known of Lambda: N(m, s^2).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lean {
    /// Mean.
    pub m: f64,
    /// Standard deviation.
    pub s: f64,
    /// Standard deviation before any answer.
    pub spread: f64,
}

impl Lean {
    /// Lambda under these weights.
    pub fn of(posterior: &Posterior, weights: &Weights) -> Self {
        let wc = weights.corrected(posterior.prior.slant);
        let k = weights.size as f64;
        let floor = (1.0 - RHO + k * RHO) * weights.slanted(posterior.prior.slant);
        let variance = dot(&wc, &posterior.covariance(&wc)) + floor;
        Self { m: dot(&wc, &posterior.mode), s: libm::sqrt(variance), spread: weights.spread() }
    }

    /// p, the probability that Lambda is above 0.
    pub fn p(&self) -> f64 {
        normal(self.m / self.s)
    }

    /// The probability that Lambda is within `share` of its spread around 0.
    pub fn within(&self, share: f64) -> f64 {
        let band = share * self.spread;
        normal((band - self.m) / self.s) - normal((-band - self.m) / self.s)
    }

    /// The side of the mean; the second pole where it is exactly between.
    pub fn side(&self) -> Side {
        if self.m < 0.0 { Side::A } else { Side::B }
    }

    /// 20 equally likely readings m + s z, ascending (quantile dot plot, Fernandes et al. 2018), in the units of Lambda.
    pub fn dots(&self) -> [f64; 20] {
        let mut dots = [0.0; 20];
        for (i, z) in Z.iter().enumerate() {
            dots[9 - i] = self.m - self.s * z;
            dots[10 + i] = self.m + self.s * z;
        }
        dots
    }
}

/// Quantiles of the normal distribution at .525, .575, ... .975.
const Z: [f64; 10] = [0.06271, 0.18912, 0.31864, 0.45376, 0.59776, 0.75542, 0.93459, 1.15035, 1.43953, 1.95996];

/// The contributions w_k tc_k, which add up to m.
pub fn contributions(posterior: &Posterior, weights: &Weights) -> Vector {
    let taken = weights.slanted(posterior.prior.slant) * posterior.mode.iter().fold(0.0, |sum, x| sum + x);
    let mut out = [0.0; MAX];
    for (out, (w, mode)) in out.iter_mut().zip(weights.w.iter().zip(&posterior.mode)).take(weights.size) {
        *out = w * (mode - taken);
    }
    out
}

/// The reliable change index (Jacobson & Truax 1991) from one posterior to another under the weights of the second:
/// z = wc'(mu2 - mu1) / sqrt(wc'(V1 + V2) wc). Below 1.96 it is no change beyond noise.
pub fn reliable_change(before: &Posterior, after: &Posterior, weights: &Weights) -> f64 {
    let wc = weights.corrected(after.prior.slant);
    let variance = dot(&wc, &before.covariance(&wc)) + dot(&wc, &after.covariance(&wc));
    (dot(&wc, &after.mode) - dot(&wc, &before.mode)) / libm::sqrt(variance)
}

/// The normal distribution function.
pub fn normal(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

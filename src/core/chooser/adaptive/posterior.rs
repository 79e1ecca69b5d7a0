//! What answers tell about the leans: the mode of the posterior by Newton's method, and its covariance by Laplace's approximation.

use super::item::Response;
use super::matrix::{Cholesky, MAX, Rows, Vector, dot};

/// How leans on different dimensions go together before any answer.
pub const RHO: f64 = 0.35;

/// The most steps of Newton's method; four or five are usual.
const MAX_STEPS: u32 = 25;

/// The most halvings of one step.
const MAX_HALVINGS: u32 = 20;

/// A step smaller than this in every dimension is the last one.
const SMALL: f64 = 1e-9;

/// The prior of eta = theta - delta 1: theta ~ N(0, (1 - rho) I + rho 11'), delta ~ N(0, tau^2) for wording that flatters one pole
/// throughout. Its covariance is (1 - rho) I + rho' 11' with rho' = rho + tau^2, so by Sherman and Morrison its precision is
/// Q = (I - rho'/(1 - rho + K rho') 11') / (1 - rho).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// Dimensions K, 1 to [`MAX`].
    pub size: usize,
    /// The allowance tau for slanted wording, 0 or more.
    pub slant: f64,
}

impl Prior {
    /// What Q takes off for the sum: rho' / (1 - rho + K rho').
    fn shared(&self) -> f64 {
        let shared = RHO + self.slant * self.slant;
        shared / (1.0 - RHO + self.size as f64 * shared)
    }

    /// Q x.
    fn times(&self, x: &Vector) -> Vector {
        let taken = self.shared() * x.iter().fold(0.0, |sum, x| sum + x);
        let mut out = [0.0; MAX];
        for (out, x) in out.iter_mut().zip(x).take(self.size) {
            *out = (x - taken) / (1.0 - RHO);
        }
        out
    }

    fn rows(&self) -> Rows {
        let shared = self.shared();
        let mut rows = [[0.0; MAX]; MAX];
        for (i, row) in rows.iter_mut().enumerate().take(self.size) {
            for (j, cell) in row.iter_mut().enumerate().take(self.size) {
                *cell = (f64::from(u8::from(i == j)) - shared) / (1.0 - RHO);
            }
        }
        rows
    }

    /// The logarithm of prior times likelihood, up to a constant.
    pub fn ln_density(&self, responses: &[Response], eta: &Vector) -> f64 {
        let prior = -0.5 * dot(eta, &self.times(eta));
        responses.iter().fold(prior, |sum, one| sum + one.item.ln_probability(eta[one.item.dimension], one.y))
    }

    /// Its gradient, g = -Q eta + sum of the items' gradients.
    pub fn gradient(&self, responses: &[Response], eta: &Vector) -> Vector {
        let mut out = self.times(eta).map(|x| -x);
        for Response { item, y } in responses {
            out[item.dimension] += item.gradient(eta[item.dimension], *y);
        }
        out
    }

    /// Minus its second derivatives, H = Q + diag(sums of the items' curvatures).
    pub fn curvature(&self, responses: &[Response], eta: &Vector) -> Rows {
        let mut rows = self.rows();
        for Response { item, y } in responses {
            let k = item.dimension;
            rows[k][k] += item.curvature(eta[k], *y);
        }
        rows
    }

    /// The posterior of `responses`, whose dimensions are below [`Prior::size`]. Newton's method begins at `start`; the likelihood is
    /// log-concave, so there is one mode. `None` where a pivot is not positive, which only extreme numbers can bring about.
    pub fn posterior(&self, responses: &[Response], start: &Vector) -> Option<Posterior> {
        let mut mode = *start;
        let mut steps = 0;
        loop {
            let factor = Cholesky::of(&self.curvature(responses, &mode), self.size)?;
            let gradient = self.gradient(responses, &mode);
            let step = factor.solve(&gradient);
            let longest = step.iter().fold(0.0, |most: f64, d| most.max(d.abs()));
            if !longest.is_finite() {
                return None;
            }
            if longest < SMALL || steps == MAX_STEPS {
                return Some(Posterior { prior: *self, mode, factor, steps });
            }
            mode = self.along(responses, &mode, &step, dot(&step, &gradient));
            steps += 1;
        }
    }

    /// The point after a step that rises enough (Armijo): the whole step, else half of it, and so on.
    fn along(&self, responses: &[Response], from: &Vector, step: &Vector, slope: f64) -> Vector {
        let before = self.ln_density(responses, from);
        let mut length = 1.0;
        let mut to = *from;
        for _ in 0..=MAX_HALVINGS {
            for (to, (from, d)) in to.iter_mut().zip(from.iter().zip(step)) {
                *to = from + length * d;
            }
            if self.ln_density(responses, &to) >= before + 1e-4 * length * slope - 1e-12 {
                break;
            }
            length *= 0.5;
        }
        to
    }
}

/// The posterior of eta: N(mode, V) with V = H^-1 at the mode.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// What it began from.
    pub prior: Prior,
    /// The mode mu.
    pub mode: Vector,
    /// The factor of H at the mode.
    factor: Cholesky,
    /// Steps of Newton's method it took.
    pub steps: u32,
}

impl Posterior {
    /// V x.
    pub fn covariance(&self, x: &Vector) -> Vector {
        self.factor.solve(x)
    }

    /// The standard deviation and mean, bit for bit: what native code and WebAssembly must agree on.
    pub fn bits(&self) -> Vec<u64> {
        let mut out: Vec<u64> = self.mode.iter().map(|x| x.to_bits()).collect();
        for k in 0..self.prior.size {
            out.extend(self.covariance(&unit(k)).map(f64::to_bits));
        }
        out
    }
}

/// The unit vector of a dimension.
pub fn unit(k: usize) -> Vector {
    let mut e = [0.0; MAX];
    if let Some(one) = e.get_mut(k) {
        *one = 1.0;
    }
    e
}

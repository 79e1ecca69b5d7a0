//! What would flip it: the smallest one, two or three answers whose mirroring changes the side of the lean.

use super::item::Response;
use super::lean::{Lean, Weights};
use super::posterior::Posterior;

/// The most answers mirrored together.
pub const MOST: usize = 3;

/// The answers mirrored, as positions in the list of responses, ascending.
pub type Mirrored = Vec<usize>;

/// A search that goes in slices, so that a page stays responsive: at most 18 + 153 + 816 refits for 18 answers.
#[derive(Clone, Debug)]
pub struct Flips {
    posterior: Posterior,
    weights: Weights,
    responses: Vec<Response>,
    /// How many of the first responses may be mirrored; the rest are concerns of the reader's own.
    open: usize,
    before: Lean,
    /// The set that is tried next; empty once the search is over.
    at: Mirrored,
    /// The best set of the present size, and the mean it leads to.
    best: Option<(Mirrored, f64)>,
}

impl Flips {
    /// A search among the first `open` of the responses that `posterior` was made from.
    pub fn new(posterior: Posterior, weights: Weights, responses: Vec<Response>, open: usize) -> Self {
        let before = Lean::of(&posterior, &weights);
        let open = open.min(responses.len());
        let at = if open == 0 { Vec::new() } else { vec![0] };
        Self { posterior, weights, responses, open, before, at, best: None }
    }

    /// Whether every set was tried that can matter.
    pub fn is_done(&self) -> bool {
        self.at.is_empty()
    }

    /// The set found once the search is over: the smallest, and of equals the one that moves the mean most. `None` where none of up to
    /// [`MOST`] answers changes the side.
    pub fn found(&self) -> Option<&Mirrored> {
        self.best.as_ref().filter(|_| self.is_done()).map(|(set, _)| set)
    }

    /// Tries at most so many more sets.
    pub fn advance(&mut self, refits: usize) {
        for _ in 0..refits {
            if self.is_done() {
                return;
            }
            self.attempt();
            self.step();
        }
    }

    /// The mean with these answers mirrored.
    fn mean(&self, set: &[usize]) -> Option<f64> {
        let mut responses = self.responses.clone();
        for at in set {
            if let Some(one) = responses.get_mut(*at) {
                one.y = one.item.cuts.len() - one.y.min(one.item.cuts.len());
            }
        }
        let posterior = self.posterior.prior.posterior(&responses, &self.posterior.mode)?;
        Some(Lean::of(&posterior, &self.weights).m)
    }

    fn attempt(&mut self) {
        let Some(m) = self.mean(&self.at) else { return };
        let flips = (m < 0.0) != (self.before.m < 0.0);
        let further = self.best.as_ref().is_none_or(|(_, best)| (m - self.before.m).abs() > (best - self.before.m).abs());
        if flips && further {
            self.best = Some((self.at.clone(), m));
        }
    }

    /// Moves on to the next set of the same size, else to the first of the next size unless one of this size was found.
    fn step(&mut self) {
        let size = self.at.len();
        for place in (0..size).rev() {
            if self.at[place] + size - place < self.open {
                let first = self.at[place] + 1;
                for (offset, at) in self.at[place..].iter_mut().enumerate() {
                    *at = first + offset;
                }
                return;
            }
        }
        let next = size + 1;
        self.at = if self.best.is_some() || next > MOST.min(self.open) { Vec::new() } else { (0..next).collect() };
    }
}

//! Weights that would even a profile's outcomes out: single steps, each the one that helps most.

use super::numbers::{Known, Numbers};
use super::paths::{How, Spread, spread};
use crate::chooser::header::Limits;
use serde::Serialize;
use waypost_core::chooser::bundle::{Points, Weighted};
use waypost_core::id::{ItemId, OptionId};

/// Paths drawn to compare weights; the same ones for all, so that differences are not luck.
const SAMPLES: usize = 1 << 12;

/// Ties up to this share cost nothing.
const TIES: f64 = 0.05;

/// A step has to take at least this much off the cost.
const WORTH: f64 = 0.002;

/// One weight to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// Of this question.
    pub question: ItemId,
    /// This option.
    pub option: OptionId,
    /// What it counts for this outcome.
    pub outcome: ItemId,
    /// Now.
    pub from: i64,
    /// Better.
    pub to: i64,
}

/// Steps that bring each outcome's share into its limits and ties down, the most helpful first; none where nothing has to change.
/// At most so many.
pub fn suggest(weighted: &Weighted, known: &Known, limits: &Limits, most: usize, seed: u32) -> Vec<Suggestion> {
    let mut now = weighted.clone();
    let mut steps = Vec::new();
    let cost = |weighted: &Weighted| cost(weighted, known, limits, seed);
    let Some(mut best) = cost(&now).filter(|_| most > 0) else { return steps };
    while best > 0.0 && steps.len() < most {
        let tried = candidates(&now).into_iter().filter_map(|step| Some((cost(&with(&now, &step))?, step)));
        let Some((cost, step)) = tried.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(cost, _)| *cost < best - WORTH) else { break };
        now = with(&now, &step);
        best = cost;
        steps.push(step);
    }
    steps
}

/// How far shares are outside their limits, all together, and ties above theirs.
fn cost(weighted: &Weighted, known: &Known, limits: &Limits, seed: u32) -> Option<f64> {
    let numbers = Numbers::of(weighted, known)?;
    let Spread { sole, ties, .. } = spread(&numbers, 0, SAMPLES, seed);
    let (all, even) = (sole.iter().sum::<f64>().max(f64::MIN_POSITIVE), 1.0 / sole.len().max(1) as f64);
    // Within the limits with room for the error of so few paths.
    let margin = How::Sampled(SAMPLES).error() / 2.0;
    let (least, most) = (limits.least.value() * even, limits.most.value() * even);
    let outside = |share: f64| (least + margin - share).max(share + margin - most).max(0.0);
    Some(sole.iter().map(|sole| outside(sole / all)).sum::<f64>() + (ties - TIES).max(0.0))
}

/// Every weight one up and one down.
fn candidates(weighted: &Weighted) -> Vec<Suggestion> {
    let mut steps = Vec::new();
    for question in &weighted.questions {
        for option in &question.options {
            for Points { to, points } in &option.weights {
                let step = |by: i64| Suggestion {
                    question: question.id.clone(),
                    option: option.id.clone(),
                    outcome: to.clone(),
                    from: *points,
                    to: points + by,
                };
                steps.extend([1, -1].map(step).into_iter().filter(|step| (-100..=100).contains(&step.to)));
            }
        }
    }
    steps
}

fn with(weighted: &Weighted, step: &Suggestion) -> Weighted {
    let mut changed = weighted.clone();
    let options = changed.questions.iter_mut().filter(|question| question.id == step.question).flat_map(|question| &mut question.options);
    for option in options.filter(|option| option.id == step.option) {
        option.weights.iter_mut().filter(|weight| weight.to == step.outcome).for_each(|weight| weight.points = step.to);
    }
    changed
}

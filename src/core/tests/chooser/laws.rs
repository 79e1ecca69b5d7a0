//! Order makes sense: a step towards a pole moves towards it, and swapping the poles mirrors everything.

use crate::common::Dice;
use waypost_core::chooser::adaptive::item::{Item, Response};
use waypost_core::chooser::adaptive::lean::{Lean, Weights};
use waypost_core::chooser::adaptive::matrix::MAX;
use waypost_core::chooser::adaptive::posterior::{Posterior, Prior};

/// Answers of a random sitting; all items with b = 0 where `is_balanced`.
fn sitting(seed: u32, balanced: Balanced) -> (Prior, Vec<Response>, Weights) {
    let mut dice = Dice::of(seed);
    let size = 2 + dice.below(7) as usize;
    let prior = Prior { size, slant: dice.one(&[0.0, 0.2, 0.4]) };
    let one = |dice: &mut Dice| {
        let b = if balanced == Balanced::Yes { 0.0 } else { dice.between(-1.0, 1.0) };
        Response { item: Item::graded(dice.below(size as u32) as usize, dice.between(0.5, 2.2), b), y: dice.below(4) as usize }
    };
    let responses = (0..1 + dice.below(18)).map(|_| one(&mut dice)).collect();
    let weights = Weights::of(&(0..size).map(|_| dice.below(5)).collect::<Vec<_>>());
    (prior, responses, weights)
}

#[derive(Clone, Copy, PartialEq)]
enum Balanced {
    Yes,
    No,
}

fn fit(prior: Prior, responses: &[Response]) -> Posterior {
    prior.posterior(responses, &[0.0; MAX]).unwrap()
}

#[test]
fn a_step_towards_a_pole_never_moves_any_dimension_away_from_it() {
    for seed in 0..10_000 {
        let (prior, mut responses, _) = sitting(seed, Balanced::No);
        let before = fit(prior, &responses);
        let at = seed as usize % responses.len();
        if responses[at].y == 3 {
            continue;
        }
        responses[at].y += 1;
        let after = fit(prior, &responses);
        let back = (0..prior.size).find(|k| after.mode[*k] < before.mode[*k] - 1e-9);
        assert_eq!(back, None, "seed {seed}");
        assert!(after.mode[responses[at].item.dimension] > before.mode[responses[at].item.dimension], "seed {seed}: it moves");
    }
}

#[test]
fn swapping_the_poles_mirrors_every_lean() {
    for seed in 0..10_000 {
        let (prior, responses, weights) = sitting(seed, Balanced::Yes);
        let mirrored: Vec<Response> = responses.iter().map(|one| Response { y: 3 - one.y, ..*one }).collect();
        let (one, other) = (fit(prior, &responses), fit(prior, &mirrored));
        assert!((0..prior.size).all(|k| (one.mode[k] + other.mode[k]).abs() < 1e-9), "seed {seed}");
        let (one, other) = (Lean::of(&one, &weights), Lean::of(&other, &weights));
        assert!((one.p() + other.p() - 1.0).abs() < 1e-9 && (one.s - other.s).abs() < 1e-9, "seed {seed}");
    }
}

#[test]
fn every_answer_takes_doubt_away() {
    for seed in 0..2000 {
        let (prior, responses, weights) = sitting(seed, Balanced::No);
        let doubts: Vec<f64> = (0..=responses.len()).map(|n| Lean::of(&fit(prior, &responses[..n]), &weights).s).collect();
        assert!(doubts.last() <= doubts.first(), "seed {seed}: {doubts:?}");
        assert!(doubts.iter().all(|s| s.is_finite() && *s > 0.0), "seed {seed}");
    }
}

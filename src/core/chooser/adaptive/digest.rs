//! A fingerprint of many posteriors, by which native code and WebAssembly are held to the same bits.

use super::item::{Item, Response};
use super::lean::{Lean, Weights};
use super::matrix::MAX;
use super::posterior::Prior;
use crate::random::draw;

/// The 64-bit FNV-1a hash over the bits of so many posteriors of made-up answers: modes, covariances, means, spreads, probabilities.
pub fn digest(count: u32) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut take = |bits: u64| hash = (hash ^ bits).wrapping_mul(0x0000_0100_0000_01b3);
    for seed in 0..count {
        let below = |turn: u32, n: u32| draw(seed, 0, turn, 6) % n;
        let size = 2 + below(0, MAX as u32 - 1) as usize;
        let respond = |n: u32| {
            let number = |turn: u32, low: f64, high: f64| low + (high - low) * f64::from(below(4 * n + turn, 1000)) / 1000.0;
            let item = Item::graded(below(4 * n + 1, size as u32) as usize, number(2, 0.3, 2.5), number(3, -1.0, 1.0));
            Response { item, y: below(4 * n + 4, 4) as usize }
        };
        let responses: Vec<Response> = (1..=below(1, 19)).map(respond).collect();
        let ratings: Vec<u32> = (0..size as u32).map(|k| below(900 + k, 5)).collect();
        let prior = Prior { size, slant: f64::from(below(2, 4)) / 10.0 };
        let Some(posterior) = prior.posterior(&responses, &[0.0; MAX]) else { continue };
        let lean = Lean::of(&posterior, &Weights::of(&ratings));
        posterior.bits().into_iter().chain([lean.m, lean.s, lean.p()].map(f64::to_bits)).for_each(&mut take);
    }
    hash
}

//! Part 4: where the gap comes from. Exact Shapley values over the choices that differ from the best fixed plan:
//! phi_i is the mean over all orders of changing the choices, of what changing choice i brings when its turn comes.

use super::{LANES, Split, Stake, Subject};
use crate::simulator::{Plan, Plans, Tour};

/// Worlds that every mixed plan is played in.
const WORLDS: u32 = 512;

/// Standard errors that a number must be away from 0 to count as clear of it.
const CLEAR: f64 = 1.96;

/// Plans mixed of the reader's and the best one.
#[derive(Debug)]
pub(super) struct Mixed {
    /// The cards that differ, each with the best plan's option.
    cards: Vec<(usize, usize)>,
    plans: Plans,
    /// For every plan of the list the cards it takes from the best plan, one bit a card.
    masks: Vec<usize>,
    /// By mask: the points in the block.
    block: Vec<[f32; LANES]>,
    weights: Vec<f64>,
    shares: Vec<Sums>,
    alone: Vec<Sums>,
    gap: Sums,
}

/// Sums over worlds.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    count: f64,
    sum: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, value: f64) {
        self.count += 1.0;
        self.sum += value;
        self.squares += value * value;
    }

    fn mean(&self) -> f64 {
        self.sum / self.count.max(1.0)
    }

    fn error(&self) -> f64 {
        let count = self.count.max(2.0);
        let variance = (self.squares - self.sum * self.sum / count) / (count - 1.0);
        (variance.max(0.0) / count).sqrt()
    }

    fn is_clear(&self) -> bool {
        self.mean().abs() > CLEAR * self.error()
    }
}

impl Mixed {
    pub(super) fn new(subject: &Subject, best: &Plan) -> Self {
        let pairs = subject.own.iter().zip(best).enumerate();
        let cards: Vec<(usize, usize)> = pairs.filter(|(_, (own, best))| own != best).map(|(card, (_, best))| (card, *best)).collect();
        let options: Vec<Vec<usize>> =
            subject.own.iter().zip(best).map(|(own, best)| if own == best { vec![*own] } else { vec![*own, *best] }).collect();
        let plans = Plans::product(&options);
        let bit = |plan: &[u8], at: usize, (card, best): (usize, usize)| {
            usize::from(plan.get(card).map(|place| usize::from(*place)) == Some(best)) << at
        };
        let mask = |plan: usize| cards.iter().enumerate().map(|(at, card)| bit(plans.get(plan), at, *card)).sum();
        let masks: Vec<usize> = (0..plans.len()).map(mask).collect();
        let sums = vec![Sums::default(); cards.len()];
        let (block, weights) = (vec![[0.0; LANES]; plans.len()], weights(cards.len()));
        Self { block, plans, masks, weights, shares: sums.clone(), alone: sums, cards, gap: Sums::default() }
    }

    pub(super) fn step(&mut self, subject: &Subject, tour: &mut Tour<LANES>, budget: &mut u32) -> bool {
        let Self { plans, masks, block, weights, shares, alone, gap, .. } = self;
        let last = plans.len() - 1;
        subject.play(tour, &subject.version, plans, WORLDS, budget, &mut |plan, _, lanes| {
            if let Some(row) = masks.get(plan).and_then(|mask| block.get_mut(*mask)) {
                row.iter_mut().zip(lanes).for_each(|(kept, points)| *kept = *points);
            }
            if plan == last {
                share(block, lanes.len(), weights, shares, alone, gap);
            }
        })
    }

    pub(super) fn finish(self) -> Split {
        let rows = self.cards.iter().zip(self.shares.iter().zip(&self.alone));
        let stakes = rows.map(|((card, option), (share, alone))| Stake {
            card: *card,
            option: *option,
            share: share.mean(),
            error: share.error(),
            alone: alone.mean(),
            misleads: share.is_clear() && alone.is_clear() && (share.mean() > 0.0) != (alone.mean() > 0.0),
        });
        Split { worlds: WORLDS, gap: self.gap.mean(), stakes: stakes.collect() }
    }
}

/// Adds a block of worlds. `weights` is by the number of choices changed before.
fn share(block: &[[f32; LANES]], worlds: usize, weights: &[f64], shares: &mut [Sums], alone: &mut [Sums], gap: &mut Sums) {
    let add = |sums: &mut Sums, from: &[f32; LANES], to: &[f32; LANES]| {
        from.iter().zip(to).take(worlds).for_each(|(from, to)| sums.add(f64::from(*to) - f64::from(*from)));
    };
    let (Some(own), Some(best)) = (block.first(), block.last()) else { return };
    for (at, (shares, alone)) in shares.iter_mut().zip(alone).enumerate() {
        let mut values = [0.0; LANES];
        for (mask, without) in block.iter().enumerate().filter(|(mask, _)| mask >> at & 1 == 0) {
            let Some(with) = block.get(mask | 1 << at) else { continue };
            let weight = weights.get(mask.count_ones() as usize).copied().unwrap_or_default();
            for (value, (without, with)) in values.iter_mut().zip(without.iter().zip(with)) {
                *value += weight * (f64::from(*with) - f64::from(*without));
            }
        }
        values.into_iter().take(worlds).for_each(|value| shares.add(value));
        add(alone, own, block.get(1 << at).unwrap_or(own));
    }
    add(gap, own, best);
}

/// |S|! (d - |S| - 1)! / d! by |S|.
fn weights(cards: usize) -> Vec<f64> {
    let factorial = |number: usize| (1..=number).map(|factor| factor as f64).product::<f64>();
    (0..cards).map(|size| factorial(size) * factorial(cards - size - 1) / factorial(cards)).collect()
}

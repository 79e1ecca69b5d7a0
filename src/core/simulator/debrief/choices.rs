//! Part 3: what each choice cost. One option is changed at a time, in the same worlds, until the difference is clear.

use super::{Clear, LANES, Rank, Subject, Weighed};
use crate::simulator::{Plan, Plans, Tour};

/// Worlds by which a difference is looked at.
const LOOKS: [u32; 3] = [256, 1_024, 4_096];

/// The normal quantile for an error of 5 % over three looks (Bonferroni: 1 - 0.05/6).
const QUANTILE: f64 = 2.394;

/// A smaller share of the range of all plans is no difference worth a sentence.
const WORTH: f64 = 0.01;

/// The comparisons so far.
#[derive(Debug)]
pub(super) struct Looks {
    others: Vec<Other>,
    plans: Plans,
    look: usize,
    worth: f64,
    block: Vec<[f32; LANES]>,
    own: usize,
}

/// One other option.
#[derive(Debug)]
struct Other {
    card: usize,
    option: usize,
    plan: Plan,
    with_luck: f32,
    /// Its place in the list of plans of this look.
    at: Option<usize>,
    worlds: u32,
    sum: f64,
    squares: f64,
}

impl Other {
    fn mean(&self) -> f64 {
        self.sum / f64::from(self.worlds.max(1))
    }

    fn half(&self) -> f64 {
        let count = f64::from(self.worlds.max(2));
        let variance = (self.squares - self.sum * self.sum / count) / (count - 1.0);
        QUANTILE * (variance.max(0.0) / count).sqrt()
    }

    fn is_clear(&self) -> bool {
        self.mean().abs() > self.half()
    }
}

impl Looks {
    pub(super) fn new(subject: &Subject, rank: &Rank) -> Self {
        let own_points = subject.with_luck(&subject.own);
        let mut others = Vec::new();
        for (card, (options, chosen)) in subject.machine.options().zip(&subject.own).enumerate() {
            for option in (0..options).filter(|option| option != chosen) {
                let mut plan = subject.own.clone();
                plan.iter_mut().skip(card).take(1).for_each(|place| *place = option);
                let with_luck = subject.with_luck(&plan) - own_points;
                others.push(Other { card, option, plan, with_luck, at: None, worlds: 0, sum: 0.0, squares: 0.0 });
            }
        }
        let worth = WORTH * (rank.best_mean - rank.worst_mean);
        let mut looks = Self { others, plans: Plans::default(), look: 0, worth, block: Vec::new(), own: 0 };
        looks.list(subject);
        looks
    }

    /// Lists the reader's plan and those that are not clear yet.
    fn list(&mut self, subject: &Subject) {
        let open = self.others.iter().filter(|other| other.worlds == 0 || !other.is_clear()).map(|other| other.plan.clone());
        self.plans = Plans::sorted(subject.machine.turns(), open.chain([subject.own.clone()]).collect());
        self.block = vec![[0.0; LANES]; self.plans.len()];
        self.own = self.plans.find(&subject.own).unwrap_or_default();
        for other in &mut self.others {
            other.at = self.plans.find(&other.plan);
        }
    }

    /// The first world of the present look.
    pub(super) fn first(&self) -> u32 {
        self.look.checked_sub(1).and_then(|before| LOOKS.get(before)).copied().unwrap_or_default()
    }

    pub(super) fn step(&mut self, subject: &Subject, tour: &mut Tour<LANES>, budget: &mut u32) -> bool {
        let Some(&worlds) = LOOKS.get(self.look) else { return true };
        let (block, others, own, last) = (&mut self.block, &mut self.others, self.own, self.plans.len() - 1);
        let is_done = subject.play(tour, &subject.version, &self.plans, worlds, budget, &mut |plan, _, lanes| {
            if let Some(row) = block.get_mut(plan) {
                row.iter_mut().zip(lanes).for_each(|(kept, points)| *kept = *points);
            }
            if plan == last {
                compare(others, block, own, lanes.len());
            }
        });
        if is_done {
            self.list(subject);
        }
        is_done
    }

    pub(super) fn is_clear(&self) -> bool {
        self.others.iter().all(Other::is_clear)
    }

    /// Turns to the next look; false where there is none.
    pub(super) fn look_again(&mut self) -> bool {
        self.look += 1;
        self.look < LOOKS.len()
    }

    /// What can be said by now.
    pub(super) fn weighed(&self) -> Vec<Weighed> {
        let row = |other: &Other| {
            let (mean, half) = (other.mean(), other.half());
            let clear = match mean {
                mean if !other.is_clear() || mean.abs() < self.worth => Clear::No,
                mean if mean > 0.0 => Clear::Better,
                _ => Clear::Worse,
            };
            Weighed { card: other.card, option: other.option, with_luck: other.with_luck, mean, half, worlds: other.worlds, clear }
        };
        self.others.iter().map(row).collect()
    }
}

/// Adds a block of worlds to the comparisons.
fn compare(others: &mut [Other], block: &[[f32; LANES]], own: usize, worlds: usize) {
    let Some(own) = block.get(own) else { return };
    for other in others {
        let Some(points) = other.at.and_then(|at| block.get(at)) else { continue };
        for (points, own) in points.iter().zip(own).take(worlds) {
            let difference = f64::from(*points) - f64::from(*own);
            other.sum += difference;
            other.squares += difference * difference;
        }
        other.worlds += worlds as u32;
    }
}

//! Part 2: the reader's plan among all plans.

use super::{LANES, Rank, Skill, Subject};
use crate::simulator::{Plan, Plans, Tour};

/// More plans than this are not all played; a sample is.
const MOST_PLANS: usize = 20_000;

/// The best plans of the first look are played in more worlds to find the best one.
const SHORTLIST: usize = 16;

/// In this many.
pub(super) const SHORTLIST_WORLDS: u32 = 512;

/// Mean points of a list of plans. Sums are in double precision and in the order of worlds, so that lanes and slices change nothing.
#[derive(Debug)]
pub(super) struct Means {
    pub(super) plans: Plans,
    sampled: bool,
    sums: Vec<f64>,
    worlds: u32,
}

/// All plans, or a sample with the reader's own and the old habits in it.
pub(super) fn all(subject: &Subject) -> Means {
    let sampled = Plans::count(&subject.machine) > MOST_PLANS;
    if !sampled {
        return Means::new(Plans::all(&subject.machine), false);
    }
    let kept: Vec<Plan> = std::iter::once(subject.own.clone()).chain(subject.old.clone()).collect();
    Means::new(Plans::sample(&subject.machine, MOST_PLANS as u32, &kept), true)
}

impl Means {
    fn new(plans: Plans, sampled: bool) -> Self {
        Self { sums: vec![0.0; plans.len()], plans, sampled, worlds: 0 }
    }

    pub(super) fn step(&mut self, subject: &Subject, tour: &mut Tour<LANES>, worlds: u32, budget: &mut u32) -> bool {
        let sums = &mut self.sums;
        self.worlds = worlds;
        subject.play(tour, &subject.version, &self.plans, worlds, budget, &mut |plan, _, lanes| {
            if let Some(sum) = sums.get_mut(plan) {
                *sum = lanes.iter().fold(*sum, |sum, points| sum + f64::from(*points));
            }
        })
    }

    fn mean(&self, at: usize) -> f64 {
        self.sums.get(at).copied().unwrap_or_default() / f64::from(self.worlds.max(1))
    }

    /// The plans that may be the best.
    pub(super) fn shortlist(&self, subject: &Subject) -> Self {
        let mut order: Vec<usize> = (0..self.sums.len()).collect();
        order.sort_by(|a, b| self.mean(*b).total_cmp(&self.mean(*a)).then(a.cmp(b)));
        let plans = order.into_iter().take(SHORTLIST).map(|at| self.plans.plan(at)).collect();
        Self::new(Plans::sorted(subject.machine.turns(), plans), false)
    }

    /// The plan with the highest mean, the first of equals.
    pub(super) fn best(&self) -> Plan {
        let better = |best: usize, at: usize| if self.mean(at) > self.mean(best) { at } else { best };
        self.plans.plan((0..self.sums.len()).fold(0, better))
    }

    /// The reader's plan among these, with `best` as the best one.
    pub(super) fn rank(&self, subject: &Subject, best: Plan) -> Rank {
        let own = self.plans.find(&subject.own).map(|at| self.mean(at)).unwrap_or_default();
        let best_mean = self.plans.find(&best).map(|at| self.mean(at)).unwrap_or_default();
        let means = || (0..self.sums.len()).map(|at| self.mean(at));
        let below = means().filter(|mean| *mean < own).count() as f64;
        let equal = means().filter(|mean| *mean == own).count().saturating_sub(1) as f64;
        let others = self.sums.len().saturating_sub(1).max(1) as f64;
        let beats = (below + equal / 2.0) / others;
        let skill = match crate::simulator::percent(beats) {
            75.. => Skill::Strong,
            40..75 => Skill::Middling,
            _ => Skill::Weak,
        };
        Rank {
            worlds: self.worlds,
            plans: self.sums.len(),
            sampled: self.sampled,
            beats,
            skill,
            mean: own,
            best,
            best_mean,
            worst_mean: means().fold(f64::INFINITY, f64::min),
            reach: (0..=subject.own.len()).map(|played| self.reach(&subject.own, played).min(best_mean.max(own))).collect(),
        }
    }

    /// The best mean of the plans that begin with the first `played` choices.
    fn reach(&self, own: &[usize], played: usize) -> f64 {
        let begins = |at: &usize| self.plans.get(*at).iter().zip(own).take(played).all(|(place, own)| usize::from(*place) == *own);
        (0..self.sums.len()).filter(begins).map(|at| self.mean(at)).fold(f64::NEG_INFINITY, f64::max)
    }
}

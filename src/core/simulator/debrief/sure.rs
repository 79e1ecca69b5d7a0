//! Part 5: how sure this is. The model's parameters are drawn anew from their ranges, and moved one by one from end to end.

use super::{Against, Arm, Holds, LANES, Subject, Sure};
use crate::simulator::{Plan, Plans, Tour, Values, Version};

/// Versions of the model.
const VERSIONS: u32 = 100;

/// Worlds that each version is played in, the same for all.
const WORLDS: u32 = 64;

/// Worlds of the comparison for one moved parameter.
const MOVED_WORLDS: u32 = 256;

/// The comparisons so far.
#[derive(Debug)]
pub(super) struct Versions {
    against: Against,
    plans: Plans,
    own: usize,
    /// What is compared: versions by number, then the author's values, then each parameter at both ends.
    next: u32,
    version: Option<Version>,
    sums: [f64; 2],
    differences: Vec<f64>,
    params: usize,
}

impl Versions {
    pub(super) fn new(subject: &Subject, best: Plan) -> Self {
        let (against, other) = match &subject.old {
            Some(old) if *old != subject.own => (Against::Old, old.clone()),
            _ => (Against::Best, best),
        };
        let plans = Plans::sorted(subject.machine.turns(), vec![subject.own.clone(), other]);
        let own = plans.find(&subject.own).unwrap_or_default();
        let params = subject.values.0.len();
        Self { against, plans, own, next: 0, version: None, sums: [0.0; 2], differences: Vec::new(), params }
    }

    fn count(&self) -> u32 {
        VERSIONS + 1 + 2 * self.params as u32
    }

    /// The parameters of comparison `number`, and its worlds.
    fn values(&self, subject: &Subject, number: u32) -> (Values, u32) {
        match number.checked_sub(VERSIONS) {
            None => (Values::version(&subject.machine, number), WORLDS),
            Some(0) => (subject.values.clone(), MOVED_WORLDS),
            Some(moved) => {
                let (param, end) = ((moved as usize - 1) / 2, (moved - 1) % 2);
                (subject.values.with(&subject.machine, param, end * 1000), MOVED_WORLDS)
            }
        }
    }

    pub(super) fn step(&mut self, subject: &Subject, tour: &mut Tour<LANES>, budget: &mut u32) -> bool {
        while self.next < self.count() && *budget > 0 {
            let (values, worlds) = self.values(subject, self.next);
            let version = self.version.get_or_insert_with(|| Version::new(&subject.machine, &values));
            let sums = &mut self.sums;
            let is_done = subject.play(tour, version, &self.plans, worlds, budget, &mut |plan, _, lanes| {
                if let Some(sum) = sums.get_mut(plan) {
                    *sum = lanes.iter().fold(*sum, |sum, points| sum + f64::from(*points));
                }
            });
            if is_done {
                let own = self.sums.get(self.own).copied().unwrap_or_default();
                let other = self.sums.get(1 - self.own.min(1)).copied().unwrap_or_default();
                let lead = if self.plans.len() < 2 { 0.0 } else { (own - other) / f64::from(worlds) };
                self.differences.push(lead);
                (self.sums, self.version, self.next) = ([0.0; 2], None, self.next + 1);
                tour.restart(0);
            }
        }
        self.next == self.count()
    }

    pub(super) fn finish(self) -> Sure {
        let (versions, moved) = self.differences.split_at_checked(VERSIONS as usize).unwrap_or_default();
        let better = versions.iter().filter(|lead| if self.against == Against::Old { **lead > 0.0 } else { **lead >= 0.0 }).count();
        let sign = if self.against == Against::Old { 1.0 } else { -1.0 };
        let (nominal, ends) = moved.split_first().map_or((0.0, &[][..]), |(first, rest)| (*first, rest));
        let arm = |(param, ends): (usize, &[f64])| Some(Arm { param, low: sign * ends.first()?, high: sign * ends.get(1)? });
        let mut tornado: Vec<Arm> = ends.chunks(2).enumerate().filter_map(arm).collect();
        tornado.sort_by(|a, b| (b.high - b.low).abs().total_cmp(&(a.high - a.low).abs()).then(a.param.cmp(&b.param)));
        let better = u32::try_from(better).unwrap_or_default();
        let holds = match better {
            90.. => Holds::Firmly,
            70..90 => Holds::Mostly,
            _ => Holds::Depends,
        };
        Sure { against: self.against, versions: VERSIONS, better, holds, tornado, nominal: sign * nominal }
    }
}

//! What plans earn over many worlds, on all cores. Worlds go in fixed portions, so that the number of cores changes no bit.

use rayon::prelude::*;
use std::collections::BTreeSet;
use waypost_core::simulator::{Machine, Plan, Plans, Tour, Trip, Version};

/// Worlds that go at a time natively.
const LANES: usize = 64;

/// Beginnings that a search follows from turn to turn.
const BEAM: usize = 64;

/// What every plan of a list earns.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) plans: Plans,
    pub(super) means: Vec<f64>,
    /// Variance over worlds.
    pub(super) variances: Vec<f64>,
}

impl Field {
    /// Plays all plans of a list over worlds 0 to `worlds`. `tick` hears of every portion of worlds.
    pub(super) fn play(machine: &Machine, version: &Version, plans: Plans, worlds: u32, tick: &(dyn Fn() + Sync)) -> Self {
        let portions: Vec<u32> = (0..worlds).step_by(LANES).collect();
        let played: Vec<Vec<[f64; 2]>> = portions
            .par_iter()
            .map(|first| {
                let mut sums = vec![[0.0; 2]; plans.len()];
                let mut tour = Tour::<LANES>::new(machine);
                tour.restart(*first);
                let trip = Trip { version, plans: &plans, seed: machine.seed, worlds: worlds.min(first + LANES as u32) };
                tour.step(machine, &trip, &mut u32::MAX.clone(), &mut |plan, _, points| {
                    if let Some([sum, squares]) = sums.get_mut(plan) {
                        for points in points.iter().map(|points| f64::from(*points)) {
                            *sum += points;
                            *squares += points * points;
                        }
                    }
                });
                tick();
                sums
            })
            .collect();
        let count = f64::from(worlds.max(1));
        let total = |plan: usize| {
            played.iter().filter_map(|portion| portion.get(plan)).fold([0.0; 2], |[sum, squares], [s, q]| [sum + s, squares + q])
        };
        let totals: Vec<[f64; 2]> = (0..plans.len()).map(total).collect();
        let means = totals.iter().map(|[sum, _]| sum / count).collect();
        let variances = totals.iter().map(|[sum, squares]| (squares / count - (sum / count) * (sum / count)).max(0.0)).collect();
        Self { plans, means, variances }
    }

    /// The place of the best plan, the first of equals.
    pub(super) fn best_at(&self) -> usize {
        self.best_where(|_| true).unwrap_or_default()
    }

    /// The place of the best plan of those that `keeps` keeps.
    pub(super) fn best_where(&self, keeps: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let places = (0..self.means.len()).filter(|at| keeps(self.plans.get(*at)));
        places.fold(None, |best: Option<usize>, at| match best {
            Some(best) if self.mean(best) >= self.mean(at) => Some(best),
            _ => Some(at),
        })
    }

    /// A plan's mean.
    pub(super) fn mean(&self, at: usize) -> f64 {
        self.means.get(at).copied().unwrap_or_default()
    }

    /// The places of the best plans, the best first.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.means.len()).collect();
        order.sort_by(|a, b| self.mean(*b).total_cmp(&self.mean(*a)).then(a.cmp(b)));
        order
    }
}

/// Means of a few plans, in their own order.
pub(super) fn means(machine: &Machine, version: &Version, plans: &[Plan], worlds: u32) -> Vec<f64> {
    let turns = plans.first().map_or(0, Vec::len);
    let field = Field::play(machine, version, Plans::sorted(turns, plans.to_vec()), worlds, &|| {});
    plans.iter().map(|plan| field.plans.find(plan).map_or(0.0, |at| field.mean(at))).collect()
}

/// The plan of a player who takes what pays most by the end of the turn, turn after turn.
pub(super) fn greedy(machine: &Machine, version: &Version, worlds: u32) -> Plan {
    let mut plan = Plan::new();
    for options in machine.options() {
        let tries: Vec<Plan> = (0..options).map(|option| [plan.as_slice(), &[option]].concat()).collect();
        let means = means(machine, version, &tries, worlds);
        let better = |best: usize, at: usize| if means.get(at) > means.get(best) { at } else { best };
        plan = tries.get((0..options).fold(0, better)).cloned().unwrap_or_default();
    }
    plan
}

/// The best plan that a beam search finds, and single and double changes of it after that. A beginning is worth what the best of its ends
/// brings; the ends are those of `known` plans, so that a habit that pays late is not given up early.
pub(super) fn search(machine: &Machine, version: &Version, known: &[Plan], worlds: u32) -> Plan {
    let mut beam: Vec<Plan> = vec![Plan::new()];
    let mut best = known.first().cloned().unwrap_or_else(|| vec![0; machine.turns()]);
    for (turn, options) in machine.options().enumerate() {
        let begins: Vec<Plan> =
            beam.iter().flat_map(|begin| (0..options).map(move |option| [begin.as_slice(), &[option]].concat())).collect();
        let ends: Vec<&[usize]> = known.iter().chain([&best]).filter_map(|plan| plan.get(turn + 1..)).collect();
        let whole = |begin: &Plan| ends.iter().map(|end| [begin.as_slice(), end].concat()).collect::<Vec<_>>();
        let all: Vec<Plan> = begins.iter().flat_map(whole).collect();
        let field = Field::play(machine, version, Plans::sorted(machine.turns(), all), worlds, &|| {});
        best = field.plans.plan(field.best_at());
        let begins = field.order().into_iter().map(|at| field.plans.plan(at).get(..=turn).map(<[usize]>::to_vec).unwrap_or_default());
        let mut seen = BTreeSet::new();
        beam = begins.filter(|begin| seen.insert(begin.clone())).take(BEAM).collect();
    }
    climb(machine, version, best, worlds)
}

/// Where changes of one or two choices find nothing better any more, from a plan on.
fn climb(machine: &Machine, version: &Version, start: Plan, worlds: u32) -> Plan {
    let options: Vec<usize> = machine.options().collect();
    let mut here = start;
    loop {
        let singles = |plan: &Plan| -> Vec<Plan> {
            let change = |turn: usize, option: usize| {
                let mut other = plan.clone();
                other.iter_mut().skip(turn).take(1).for_each(|place| *place = option);
                other
            };
            options
                .iter()
                .enumerate()
                .flat_map(|(turn, count)| (0..*count).map(move |option| (turn, option)))
                .map(|(t, o)| change(t, o))
                .collect()
        };
        let near: Vec<Plan> = singles(&here).iter().flat_map(singles).collect();
        let field = Field::play(machine, version, Plans::sorted(options.len(), near), worlds, &|| {});
        let best = field.plans.plan(field.best_at());
        if best == here {
            return here;
        }
        here = best;
    }
}

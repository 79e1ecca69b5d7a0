//! The figures that several checks read: what all plans earn, the best one, the old habits, and the same over versions of the model.

use super::field::{Field, greedy, means, search};
use super::{Effort, Examination, Finding, Series, Use};
use crate::simulator::Document;
use rayon::prelude::*;
use waypost_core::simulator::{Machine, Plan, Plans, Simulator, Values, Version, history};

/// In versions of the model, and where not all plans are played, so many.
const CONTENDERS: usize = 20_000;

/// Worlds that tell the outcome of each turn.
const RATE_WORLDS: u32 = 512;

/// Steps of the chart of all plans.
const STEPS: usize = 40;

/// What was found by playing.
pub(super) struct Figures {
    pub(super) field: Field,
    pub(super) exhaustive: bool,
    pub(super) best: Plan,
    pub(super) best_mean: f64,
    pub(super) old: Option<Plan>,
    pub(super) greedy: Plan,
    pub(super) greedy_mean: f64,
    /// The outcome of every turn under the best plan and the old habits.
    pub(super) best_rates: Vec<f64>,
    pub(super) old_rates: Vec<f64>,
    pub(super) versions: Vec<VersionFigures>,
}

/// The figures of one version of the model.
pub(super) struct VersionFigures {
    pub(super) best_mean: f64,
    pub(super) greedy_mean: f64,
    /// The best plan of one family.
    pub(super) family_mean: f64,
    pub(super) best_rates: Vec<f64>,
    pub(super) old_rates: Vec<f64>,
}

/// How many portions of work there are, for the progress.
pub(super) fn portions(_: &Machine, effort: Effort) -> usize {
    effort.worlds.div_ceil(64) as usize + effort.versions as usize
}

impl Figures {
    pub(super) fn gather(document: &Document, simulator: &Simulator, machine: &Machine, effort: Effort, tick: &(dyn Fn() + Sync)) -> Self {
        let nominal = Values::nominal(simulator);
        let version = Version::new(machine, &nominal);
        let exhaustive = Plans::count(machine) <= effort.plans;
        let old = simulator.old_plan();
        let kept: Vec<Plan> = families(simulator).into_iter().chain(old.clone()).collect();
        let plans = if exhaustive { Plans::all(machine) } else { Plans::sample(machine, CONTENDERS as u32, &kept) };
        let field = Field::play(machine, &version, plans, effort.worlds, tick);
        let mut best = field.plans.plan(field.best_at());
        if !exhaustive {
            best = search(machine, &version, &[kept.as_slice(), &[best]].concat(), effort.worlds.min(512));
        }
        let greedy = greedy(machine, &version, effort.worlds);
        let found = means(machine, &version, &[best.clone(), greedy.clone()], effort.worlds);
        let contenders = contenders(&field, &kept, &best);
        let rate = simulator.stocks.iter().position(|stock| stock.id.as_str() == document.header.claims.rate);
        let rates = |values: &Values, plan: &Plan, worlds: u32| rates(machine, values, plan, rate, worlds);
        let versions = (0..effort.versions).into_par_iter().map(|number| {
            let values = Values::version(machine, number);
            let worlds = effort.version_worlds;
            let figures = of_version(simulator, machine, &values, contenders.clone(), old.as_ref(), worlds, &rates);
            tick();
            figures
        });
        let versions = versions.collect();
        let of = |at: usize| found.get(at).copied().unwrap_or_default();
        Self {
            exhaustive,
            best_mean: of(0),
            greedy_mean: of(1),
            greedy,
            best_rates: rates(&nominal, &best, RATE_WORLDS),
            old_rates: old.as_ref().map(|old| rates(&nominal, old, RATE_WORLDS)).unwrap_or_default(),
            best,
            old,
            field,
            versions,
        }
    }

    /// The mean of a plan of the list; 0 where it is not in it.
    pub(super) fn mean_of(&self, plan: &[usize]) -> f64 {
        self.field.plans.find(plan).map_or(0.0, |at| self.field.mean(at))
    }

    /// A mean as a share of the best plan's.
    pub(super) fn share(&self, mean: f64) -> f64 {
        if self.best_mean > 0.0 { mean / self.best_mean } else { 0.0 }
    }

    /// How often each option is among the best 5 % of plans: by card, then option.
    pub(super) fn uses(&self, simulator: &Simulator) -> Vec<Vec<f64>> {
        let order = self.field.order();
        let top = order.get(..top(order.len())).unwrap_or_default();
        let share = |card: usize, option: usize| {
            let has = |at: &&usize| self.field.plans.get(**at).get(card).map(|place| usize::from(*place)) == Some(option);
            top.iter().filter(has).count() as f64 / top.len() as f64
        };
        let of_card = |(card, options): (usize, usize)| (0..options).map(|option| share(card, option)).collect();
        simulator.cards.iter().map(|card| card.options.len()).enumerate().map(of_card).collect()
    }

    pub(super) fn into_examination(
        self,
        document: &Document,
        simulator: &Simulator,
        findings: Vec<Finding>,
        effort: Effort,
    ) -> Examination {
        let means = &self.field.means;
        let count = means.len().max(1) as f64;
        let mean = means.iter().sum::<f64>() / count;
        let deviation = (means.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count).sqrt();
        let uses = self.uses(simulator);
        let named = |(card, shares): (&waypost_core::simulator::Card, &Vec<f64>)| -> Vec<Use> {
            card.options
                .iter()
                .zip(shares)
                .map(|(option, share)| Use { option: format!("{}.{}", card.id, option.id), share: *share })
                .collect()
        };
        let name = |(card, place): (&waypost_core::simulator::Card, &usize)| card.options.get(*place).map(|option| option.id.0.clone());
        let mut rates = vec![Series { name: "best plan".to_owned(), values: self.best_rates.clone() }];
        if self.old.is_some() {
            rates.push(Series { name: "old habits".to_owned(), values: self.old_rates.clone() });
        }
        Examination {
            id: document.header.id.0.clone(),
            title: document.header.title.clone(),
            worlds: effort.worlds,
            plans: means.len(),
            exhaustive: self.exhaustive,
            best: simulator.cards.iter().zip(&self.best).filter_map(name).collect(),
            best_mean: self.best_mean,
            mean,
            deviation,
            findings,
            rates,
            uses: simulator.cards.iter().zip(&uses).flat_map(named).collect(),
            spread: spread(means),
        }
    }
}

/// How many plans count as the best ones: 5 % of all, at least one.
pub(super) fn top(plans: usize) -> usize {
    (plans / 20).max(1).min(plans)
}

/// The plans of one family each.
pub(super) fn families(simulator: &Simulator) -> Vec<Plan> {
    simulator.families.iter().filter_map(|family| simulator.plan_of(family)).collect()
}

/// The plans that are played in every version: all, or the best ones and some that are asked for.
fn contenders(field: &Field, kept: &[Plan], best: &Plan) -> Plans {
    if field.plans.len() <= CONTENDERS {
        return field.plans.clone();
    }
    let top = field.order().into_iter().take(CONTENDERS / 10).map(|at| field.plans.plan(at));
    Plans::sorted(best.len(), top.chain(kept.iter().cloned()).chain([best.clone()]).collect())
}

fn of_version(
    simulator: &Simulator,
    machine: &Machine,
    values: &Values,
    plans: Plans,
    old: Option<&Plan>,
    worlds: u32,
    rates: &dyn Fn(&Values, &Plan, u32) -> Vec<f64>,
) -> VersionFigures {
    let version = Version::new(machine, values);
    let field = Field::play(machine, &version, plans, worlds, &|| {});
    let best = field.plans.plan(field.best_at());
    let greedy = greedy(machine, &version, worlds);
    let of_families = families(simulator).iter().filter_map(|plan| field.plans.find(plan)).map(|at| field.mean(at)).fold(0.0, f64::max);
    VersionFigures {
        best_mean: field.mean(field.best_at()),
        greedy_mean: means(machine, &version, std::slice::from_ref(&greedy), worlds).first().copied().unwrap_or_default(),
        family_mean: of_families,
        best_rates: rates(values, &best, worlds),
        old_rates: old.map(|old| rates(values, old, worlds)).unwrap_or_default(),
    }
}

/// The mean outcome of every turn under a plan.
fn rates(machine: &Machine, values: &Values, plan: &Plan, rate: Option<usize>, worlds: u32) -> Vec<f64> {
    let Some(rate) = rate else { return Vec::new() };
    let mut sums = vec![0.0; plan.len()];
    for world in 0..worlds {
        for (sum, turn) in sums.iter_mut().zip(history(machine, values, machine.seed, world, plan).turns) {
            *sum += turn.stocks.get(rate).copied().map_or(0.0, f64::from);
        }
    }
    sums.into_iter().map(|sum| sum / f64::from(worlds.max(1))).collect()
}

fn spread(means: &[f64]) -> Vec<usize> {
    let low = means.iter().copied().fold(f64::INFINITY, f64::min);
    let high = means.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut counts = vec![0; STEPS];
    for mean in means {
        let step = ((mean - low) / (high - low).max(f64::MIN_POSITIVE) * STEPS as f64) as usize;
        if let Some(count) = counts.get_mut(step.min(STEPS - 1)) {
            *count += 1;
        }
    }
    counts
}

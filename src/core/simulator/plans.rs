//! Plans: one option a turn. Lists of them are sorted, so that neighbors share their first turns.

use super::Machine;
use crate::random::{draw, site};

/// The places of the options of a plan, one a turn.
pub type Plan = Vec<usize>;

/// A sorted list of plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plans {
    turns: usize,
    places: Vec<u8>,
}

impl Plans {
    /// The plans that take one of the given options in each turn, each option once.
    pub fn product(options: &[Vec<usize>]) -> Self {
        let mut plans: Vec<Plan> = vec![Vec::new()];
        for places in options {
            plans = plans.iter().flat_map(|plan| places.iter().map(move |place| [plan.as_slice(), &[*place]].concat())).collect();
        }
        Self::sorted(options.len(), plans)
    }

    /// These plans, sorted, each once.
    pub fn sorted(turns: usize, mut plans: Vec<Plan>) -> Self {
        plans.sort();
        plans.dedup();
        let place = |place: usize| u8::try_from(place).unwrap_or(u8::MAX);
        Self { turns, places: plans.into_iter().flatten().map(place).collect() }
    }

    /// All plans of a model.
    pub fn all(machine: &Machine) -> Self {
        Self::product(&machine.options().map(|count| (0..count).collect()).collect::<Vec<_>>())
    }

    /// How many plans a model has; at most `usize::MAX`.
    pub fn count(machine: &Machine) -> usize {
        machine.options().fold(1, usize::saturating_mul)
    }

    /// About `count` plans of a model, drawn by its seed at the site `plans`, with those of `kept` among them.
    pub fn sample(machine: &Machine, count: u32, kept: &[Plan]) -> Self {
        let option = |number: u32, turn: usize, options: usize| {
            ((u64::from(draw(machine.seed, number, turn as u32, site("plans"))) * options as u64) >> 32) as usize
        };
        let plan = |number: u32| machine.options().enumerate().map(|(turn, options)| option(number, turn, options)).collect();
        Self::sorted(machine.turns(), (0..count).map(plan).chain(kept.iter().cloned()).collect())
    }

    /// How many turns a walk over the list plays: turns shared with the plan before count once.
    pub fn nodes(&self) -> u64 {
        let shared = |at: usize| match at.checked_sub(1) {
            Some(before) => self.get(at).iter().zip(self.get(before)).take_while(|(a, b)| a == b).count(),
            None => 0,
        };
        (0..self.len()).map(|at| (self.turns - shared(at)) as u64).sum()
    }

    /// How many plans are in the list.
    pub fn len(&self) -> usize {
        self.places.len().checked_div(self.turns).unwrap_or_default()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// A plan of the list, as bytes; empty beyond its end.
    pub fn get(&self, at: usize) -> &[u8] {
        self.places.get(at * self.turns..(at + 1) * self.turns).unwrap_or_default()
    }

    /// A plan of the list.
    pub fn plan(&self, at: usize) -> Plan {
        self.get(at).iter().map(|place| usize::from(*place)).collect()
    }

    /// Where a plan is in the list.
    pub fn find(&self, plan: &[usize]) -> Option<usize> {
        let is = |at: &usize| self.get(*at).iter().map(|place| usize::from(*place)).eq(plan.iter().copied());
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            let below = self.get(middle).iter().map(|place| usize::from(*place)).lt(plan.iter().copied());
            (low, high) = if below { (middle + 1, high) } else { (low, middle) };
        }
        Some(low).filter(is)
    }
}

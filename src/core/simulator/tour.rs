//! The walk over plans and worlds: sorted plans share the turns they have in common, L worlds go at a time, and it stops at any plan.

use super::machine::{Code, Machine, OptionCode, Values};
use super::noise::Noise;
use super::{Op, Plans};
use waypost_lanes::{Lane, Width, max, min, truth};

/// The scalars of a version of the model, computed once for all worlds.
#[derive(Debug)]
pub struct Version {
    options: Vec<Vec<[Vec<f32>; 2]>>,
    score: Vec<f32>,
}

impl Version {
    /// The model with these parameters.
    pub fn new(machine: &Machine, values: &Values) -> Self {
        let of = |option: &OptionCode| [&option.code, &machine.model].map(|code| scalars(machine, values, &option.levers, code));
        Self {
            options: machine.cards.iter().map(|card| card.iter().map(of).collect()).collect(),
            score: scalars(machine, values, &[], &machine.score),
        }
    }
}

fn scalars(machine: &Machine, values: &Values, levers: &[f32], code: &Code) -> Vec<f32> {
    let layout = &machine.layout;
    let mut scalars = vec![0.0; code.line.scalars];
    let mut put = |at: usize, value: f32| {
        if let Some(known) = scalars.get_mut(at) {
            *known = value;
        }
    };
    machine.constants.iter().enumerate().for_each(|(at, value)| put(layout.constant(at), *value));
    for (at, stock) in machine.stocks.iter().enumerate() {
        put(layout.range(at), stock.low);
        put(layout.range(at) + 1, stock.high);
    }
    values.0.iter().take(layout.params).enumerate().for_each(|(at, value)| put(layout.param(at), *value));
    levers.iter().enumerate().for_each(|(at, value)| put(layout.lever(at), *value));
    for &(op, d, a, b) in &code.line.shared {
        let (a, b) = (scalars.get(a).copied().unwrap_or_default(), scalars.get(b).copied().unwrap_or_default());
        if let Some(known) = scalars.get_mut(d) {
            *known = arithmetic(op, a, b);
        }
    }
    scalars
}

/// What an operation on two numbers gives; 0 for operations that are none.
pub fn arithmetic(op: Op, a: f32, b: f32) -> f32 {
    match op {
        Op::Add => a + b,
        Op::Sub => a - b,
        Op::Mul => a * b,
        Op::Div => a / b,
        Op::Min => min(a, b),
        Op::Max => max(a, b),
        Op::Lt => truth(a < b),
        Op::Le => truth(a <= b),
        Op::K | Op::Mov | Op::Tri | Op::U | Op::Acc | Op::Pend => 0.0,
    }
}

/// A walk over sorted plans, L worlds at a time.
#[derive(Debug)]
pub struct Tour<const L: usize> {
    rows: Vec<Lane<L>>,
    /// For every turn the rows that come into it.
    levels: Vec<Lane<L>>,
    noise: Noise<L>,
    first: u32,
    next: usize,
}

/// What a tour is about.
#[derive(Clone, Copy, Debug)]
pub struct Trip<'a> {
    /// The model's parameters.
    pub version: &'a Version,
    /// The plans; they may end before the last turn.
    pub plans: &'a Plans,
    /// The seed of the worlds.
    pub seed: u32,
    /// Worlds 0 to this, exclusive.
    pub worlds: u32,
}

impl<const L: usize> Tour<L>
where
    Lane<L>: Width,
{
    /// A tour from the beginning. Buffers are allocated here and nowhere else.
    pub fn new(machine: &Machine) -> Self {
        let codes = machine.cards.iter().flatten().map(|option| &option.code).chain([&machine.model, &machine.score]);
        let rows = codes.map(|code| code.line.rows).max().unwrap_or_default();
        let levels = machine.layout.kept() * machine.turns();
        Self { rows: vec![[0.0; L]; rows], levels: vec![[0.0; L]; levels], noise: Noise::new(machine), first: 0, next: 0 }
    }

    /// Goes back to world `first` and the first plan.
    pub fn restart(&mut self, first: u32) {
        (self.first, self.next) = (first, 0);
    }

    /// The first world of the block that comes next.
    pub fn world(&self) -> u32 {
        self.first
    }

    /// Plays on while the budget, counted in turns of L worlds, is above 0. `points` gets a plan's place in the list, the first world of the
    /// block and the points of its worlds. Says whether all is done.
    pub fn step(&mut self, machine: &Machine, trip: &Trip, budget: &mut u32, points: &mut dyn FnMut(usize, u32, &[f32])) -> bool {
        while self.first < trip.worlds && !trip.plans.is_empty() {
            if *budget == 0 {
                return false;
            }
            if self.next == 0 {
                self.begin(machine, trip.seed);
            }
            let plan = trip.plans.get(self.next);
            let before = self.next.checked_sub(1).map(|at| trip.plans.get(at)).unwrap_or_default();
            let shared = plan.iter().zip(before).take_while(|(a, b)| a == b).count().min(plan.len().saturating_sub(1));
            for (turn, place) in plan.iter().enumerate().skip(shared) {
                self.turn(machine, trip.version, turn, usize::from(*place));
                *budget = budget.saturating_sub(1);
            }
            let worlds = (trip.worlds - self.first).min(L as u32) as usize;
            points(self.next, self.first, self.score(machine, trip.version).get(..worlds).unwrap_or_default());
            self.next += 1;
            if self.next == trip.plans.len() {
                self.restart(self.first + L as u32);
            }
        }
        true
    }

    fn begin(&mut self, machine: &Machine, seed: u32) {
        self.noise.turn_to(seed, self.first);
        self.levels.iter_mut().take(machine.layout.kept()).for_each(|row| *row = [0.0; L]);
        for (row, gauge) in self.levels.iter_mut().zip(&machine.stocks) {
            *row = self.noise.starts(gauge);
        }
    }

    /// Plays one turn from what came into it, and leaves what comes into the next.
    fn turn(&mut self, machine: &Machine, version: &Version, turn: usize, place: usize) {
        let kept = machine.layout.kept();
        let (Some(option), Some([choice, model])) =
            (machine.cards.get(turn).and_then(|card| card.get(place)), version.options.get(turn).and_then(|card| card.get(place)))
        else {
            return;
        };
        let (Some(rows), Some(came)) = (self.rows.get_mut(..kept), self.levels.get(turn * kept..(turn + 1) * kept)) else { return };
        rows.copy_from_slice(came);
        Width::run(&option.code.line.steps, &mut self.rows, choice, self.noise.of(machine, turn, &option.code.sites));
        Width::run(&machine.model.line.steps, &mut self.rows, model, self.noise.of(machine, turn, &machine.model.sites));
        let next = (turn + 1) * kept;
        if let (Some(rows), Some(level)) = (self.rows.get(..kept), self.levels.get_mut(next..next + kept)) {
            level.copy_from_slice(rows);
            arrive(machine, level);
        }
    }

    fn score(&mut self, machine: &Machine, version: &Version) -> &[f32] {
        let sites = &machine.score.sites;
        Width::run(&machine.score.line.steps, &mut self.rows, &version.score, self.noise.of(machine, machine.turns() - 1, sites));
        self.rows.get(machine.score.line.result).map(|row| row.as_slice()).unwrap_or_default()
    }
}

/// What is due arrives, and everything else comes a turn nearer.
fn arrive<const L: usize>(machine: &Machine, level: &mut [Lane<L>])
where
    Lane<L>: Width,
{
    let (stocks, pended) = (machine.layout.stocks, &machine.layout.pended);
    let (here, on_the_way) = level.split_at_mut(stocks);
    for (due, &stock) in on_the_way.iter().zip(pended) {
        let (Some(row), Some(gauge)) = (here.get_mut(stock), machine.stocks.get(stock)) else { continue };
        row.grow_within(due, gauge.low, gauge.high);
    }
    let later = pended.len().min(on_the_way.len());
    on_the_way.copy_within(later.., 0);
    let end = on_the_way.len() - later;
    on_the_way.iter_mut().skip(end).for_each(|row| *row = [0.0; L]);
}

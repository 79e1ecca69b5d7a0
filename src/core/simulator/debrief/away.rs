//! An analysis away from the page: what a worker is given to do, and the news it sends back. Both are numbers, see [`Numbers`].

use super::{Against, Arm, Clear, Debrief, Fortune, Found, Holds, Luck, Part, Rank, Skill, Split, Stake, Sure, Weighed};
use crate::simulator::numbers::{fields, variants};
use crate::simulator::{Machine, Numbers, Plan, Play, Simulator, Values};
use std::rc::Rc;

/// What is to be analyzed: a finished play.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// The start's place in `Simulator::starts`, where it is not the usual one.
    from: Option<usize>,
    /// The reader's luck.
    pub(super) seed: u32,
    /// The reader's plan.
    pub(super) choices: Plan,
    /// The model's parameters.
    pub(super) values: Values,
}

/// How far an analysis is, and what it found by then.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// What comes next.
    pub part: Part,
    /// How much is done, in thousandths.
    pub permille: u32,
    /// What is found so far.
    pub found: Found,
}

impl Job {
    /// The analysis of a play; nothing where its cards are not all decided.
    pub fn new(simulator: &Simulator, play: &Play) -> Option<Self> {
        if play.choices.len() != simulator.turns() {
            return None;
        }
        let from = play.from.as_ref().and_then(|from| simulator.starts.iter().position(|start| start.id == *from));
        Some(Self { from, seed: play.seed, choices: play.choices.clone(), values: Values::assumed(simulator, play) })
    }
}

impl Debrief {
    /// The analysis that a [`Job`] asks for, given as numbers; nothing where they are none, or where `bundle` cannot be played.
    pub fn away(bundle: &str, job: &[f64]) -> Option<Self> {
        let job = Job::of(job)?;
        let mut simulator = Simulator::from_json(bundle).ok()?;
        if let Some(from) = job.from {
            simulator = simulator.starting(&simulator.starts.get(from)?.id)?;
        }
        let machine = Machine::new(&simulator).ok()?;
        let is_fit = job.choices.len() == simulator.turns() && job.values.0.len() == simulator.params.len();
        is_fit.then(|| Self::of(Rc::new(machine), &simulator, job))
    }

    /// What a page is told of this analysis.
    pub fn news(&self) -> News {
        News { part: self.part, permille: self.permille(), found: self.found.clone() }
    }
}

impl Numbers for Values {
    fn put(&self, list: &mut Vec<f64>) {
        self.0.put(list);
    }

    fn take(list: &mut std::slice::Iter<f64>) -> Option<Self> {
        Vec::take(list).map(Self)
    }
}

fields!(Job { from, seed, choices, values });
fields!(News { part, permille, found });
fields!(Found { luck, rank, weighed, split, sure });
fields!(Luck { points, mean, dots, above, fortune });
fields!(Rank { worlds, plans, sampled, beats, skill, mean, best, best_mean, worst_mean, reach });
fields!(Weighed { card, option, with_luck, mean, half, worlds, clear });
fields!(Split { worlds, gap, stakes });
fields!(Stake { card, option, share, error, alone, misleads });
fields!(Sure { against, versions, better, holds, tornado, nominal });
fields!(Arm { param, low, high });
variants!(Part { Luck, Coarse, Choices, Split, Sure, Fine, Done });
variants!(Fortune { Unlucky, Usual, Lucky });
variants!(Skill { Strong, Middling, Weak });
variants!(Clear { Better, Worse, No });
variants!(Against { Old, Best });
variants!(Holds { Firmly, Mostly, Depends });

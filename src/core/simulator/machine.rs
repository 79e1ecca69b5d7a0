//! The verified model, ready to run.

use super::{Plan, Play, Simulator};

/// A verified model. Made once a bundle; everything that computes takes it.
#[derive(Debug)]
pub struct Machine {
    turns: usize,
}

/// Why a program is refused: the page keeps its static text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused(pub &'static str);

/// The parameters of one version of the model, in the order of `Simulator::params`.
#[derive(Clone, Debug, PartialEq)]
pub struct Values(pub Vec<f32>);

impl Machine {
    /// Verifies a program: known operations, everything in bounds, temporary values written before they are read, limits kept.
    pub fn new(simulator: &Simulator) -> Result<Self, Refused> {
        Ok(Self { turns: simulator.turns() })
    }

    /// The number of turns.
    pub fn turns(&self) -> usize {
        self.turns
    }

    /// The number of all plans.
    pub fn plans(&self) -> usize {
        0
    }
}

impl Values {
    /// The author's values.
    pub fn nominal(simulator: &Simulator) -> Self {
        Self(simulator.params.iter().map(|param| param.nominal.get()).collect())
    }

    /// The author's values, with those the reader moved.
    pub fn assumed(simulator: &Simulator, play: &Play) -> Self {
        let value = |param: &super::Param| play.assumed.get(&param.id).map_or(param.nominal.get(), |at| param.at(*at));
        Self(simulator.params.iter().map(value).collect())
    }
}

/// The plan of the reader, for [`Machine`]'s functions.
impl Play {
    /// The choices as a plan.
    pub fn plan(&self) -> Plan {
        self.choices.clone()
    }
}

//! The verified model, ready to run.

use super::layout::{Layout, sites};
use super::lower::{self, Line};
use super::verify::verify;
use super::{Instruction, Op, Play, Real, Simulator};
use crate::random::site;

/// A verified model. Made once a bundle; everything that computes takes it.
#[derive(Debug)]
pub struct Machine {
    /// Seed of the analysis.
    pub seed: u32,
    /// Worlds of the analysis.
    pub worlds: u32,
    pub(super) stocks: Vec<Gauge>,
    pub(super) constants: Vec<f32>,
    pub(super) sites: Vec<Site>,
    pub(super) params: Vec<ParamRange>,
    pub(super) cards: Vec<Vec<OptionCode>>,
    pub(super) model: Code,
    pub(super) score: Code,
    pub(super) points: usize,
    pub(super) registers: usize,
    pub(super) rules: usize,
    pub(super) layout: Layout,
}

/// Why a program is refused: the page keeps its static text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused(pub &'static str);

/// A stock's numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gauge {
    pub(super) start: f32,
    pub(super) spread: f32,
    pub(super) low: f32,
    pub(super) high: f32,
    pub(super) site: u64,
}

/// A random site: where it is, and whether its draws are even or triangular.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    pub(super) id: u64,
    pub(super) shape: Op,
}

/// A parameter's numbers.
#[derive(Clone, Debug)]
pub(super) struct ParamRange {
    pub(super) param: super::Param,
    pub(super) site: u64,
}

/// A code, as it is written and as it runs over lanes.
#[derive(Debug)]
pub(super) struct Code {
    pub(super) instructions: Vec<Instruction>,
    pub(super) line: Line,
    /// The sites it draws from.
    pub(super) sites: Vec<usize>,
}

/// An option's code and levers.
#[derive(Debug)]
pub(super) struct OptionCode {
    pub(super) code: Code,
    pub(super) levers: Vec<f32>,
    pub(super) chance: Option<usize>,
}

/// The parameters of one version of the model, in the order of `Simulator::params`.
#[derive(Clone, Debug, PartialEq)]
pub struct Values(pub Vec<f32>);

impl Machine {
    /// Verifies a program: known operations, everything in bounds, temporary values written before they are read, limits kept.
    pub fn new(simulator: &Simulator) -> Result<Self, Refused> {
        let verified = verify(simulator)?;
        let mut layout = Layout {
            stocks: simulator.stocks.len(),
            constants: simulator.program.constants.len(),
            params: simulator.params.len(),
            levers: simulator.levers.len(),
            ..Layout::default()
        };
        layout.learn(&verified.model);
        verified.options.iter().flatten().for_each(|code| layout.learn(code));
        let registers = simulator.program.registers as usize;
        let points = simulator.program.points as usize;
        let code = |instructions: Vec<Instruction>| {
            let line = lower::changes(&layout, registers, &instructions);
            Code { line, sites: sites(&instructions).map(|(at, _)| at).collect(), instructions }
        };
        let score = Code {
            line: lower::result(&layout, registers, &verified.score, points),
            sites: sites(&verified.score).map(|(at, _)| at).collect(),
            instructions: verified.score,
        };
        let cards = simulator.cards.iter().zip(verified.options).map(|(card, codes)| {
            let option = |(option, instructions): (&super::Choice, Vec<Instruction>)| OptionCode {
                code: code(instructions),
                levers: option.levers.iter().map(|lever| lever.get()).collect(),
                chance: option.chance.map(|register| register as usize),
            };
            card.options.iter().zip(codes).map(option).collect()
        });
        let shaped = |(path, shape): (&String, Option<Op>)| Site { id: site(path), shape: shape.unwrap_or(Op::U) };
        Ok(Self {
            seed: simulator.seed,
            worlds: simulator.worlds,
            stocks: simulator.stocks.iter().map(gauge).collect(),
            constants: simulator.program.constants.iter().copied().map(Real::get).collect(),
            sites: simulator.program.sites.iter().zip(verified.shapes).map(shaped).collect(),
            params: simulator.params.iter().map(range).collect(),
            cards: cards.collect(),
            model: code(verified.model),
            score,
            points,
            registers,
            rules: simulator.rules.len(),
            layout,
        })
    }

    /// The number of turns.
    pub fn turns(&self) -> usize {
        self.cards.len()
    }

    /// How many options each card has.
    pub fn options(&self) -> impl Iterator<Item = usize> {
        self.cards.iter().map(Vec::len)
    }
}

fn gauge(stock: &super::Stock) -> Gauge {
    let [start, spread, low, high] = [stock.start, stock.spread, stock.low, stock.high].map(Real::get);
    Gauge { start, spread, low, high, site: site(&format!("start/{}", stock.id)) }
}

fn range(param: &super::Param) -> ParamRange {
    ParamRange { param: param.clone(), site: site(&format!("param/{}", param.id)) }
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

    /// Version `number` of the model: every parameter drawn anew from its range, the author's value in the middle.
    pub fn version(machine: &Machine, number: u32) -> Self {
        let value = |known: &ParamRange| {
            let draw = super::noise::triangle(crate::random::draw(machine.seed, number, 0, known.site));
            known.param.within(draw)
        };
        Self(machine.params.iter().map(value).collect())
    }

    /// The same with one parameter at another place of its range, in thousandths.
    pub fn with(&self, machine: &Machine, param: usize, permille: u32) -> Self {
        let mut values = self.clone();
        if let (Some(value), Some(known)) = (values.0.get_mut(param), machine.params.get(param)) {
            *value = known.param.at(permille);
        }
        values
    }
}

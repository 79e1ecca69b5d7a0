//! The model's machine code: straight lines of register operations, no jumps, as integer arrays.
//!
//! Every operation is + - * /, a comparison, a selection or integer hashing on single-precision numbers, so every machine gets the same bits.

use super::Real;
use crate::read::record;
use serde::Serialize;

/// A compiled model. Registers hold, in this order: stocks, the change of each stock, levers, parameters, then temporary values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Program {
    /// How many registers there are: at most 256.
    pub registers: u32,
    /// Constants of the code.
    pub constants: Vec<Real>,
    /// Paths of the random sites, such as `q1.b/@agree`; a draw's site is the FNV-1a hash of its path.
    pub sites: Vec<String>,
    /// What happens in every turn after the option's own effects.
    pub model: Vec<u32>,
    /// The points at the end.
    pub score: Vec<u32>,
    /// The register that holds the points after [`Program::score`].
    pub points: u32,
}

record!(Program { registers, constants, sites, model, score, points });

/// An operation, by its number in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// `K d c`: d = constant c.
    K,
    /// `Mov d a`: d = a.
    Mov,
    /// `Add d a b`: d = a + b.
    Add,
    /// `Sub d a b`: d = a - b.
    Sub,
    /// `Mul d a b`: d = a * b.
    Mul,
    /// `Div d a b`: d = a / b.
    Div,
    /// `Min d a b`: d = a < b ? a : b.
    Min,
    /// `Max d a b`: d = a < b ? b : a.
    Max,
    /// `Lt d a b`: d = a < b ? 1 : 0.
    Lt,
    /// `Tri d a b s`: d = a + (b - a) * m, where m is site s's draw, symmetric triangle on 0..1.
    Tri,
    /// `U d s`: d = site s's draw, even on 0..1.
    U,
    /// `Acc d a r`: the change d grows by a, because of rule r (or the option itself, where r is the number of rules).
    Acc,
    /// `Pend v a k c r`: stock v changes by a times constant c, k turns from now, because of rule r.
    Pend,
    /// `Le d a b`: d = a <= b ? 1 : 0.
    Le,
}

/// What an operand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arity {
    /// A register that is written.
    Target,
    /// A register that is read.
    Source,
    /// A constant.
    Constant,
    /// A random site.
    Site,
    /// A stock.
    Stock,
    /// The register of a stock's change.
    Change,
    /// A number of turns.
    Delay,
    /// A rule, or the number of rules for an option's own effect.
    Rule,
}

impl Op {
    /// All operations, each at the place of its number.
    pub const ALL: [Self; 14] = [
        Self::K,
        Self::Mov,
        Self::Add,
        Self::Sub,
        Self::Mul,
        Self::Div,
        Self::Min,
        Self::Max,
        Self::Lt,
        Self::Tri,
        Self::U,
        Self::Acc,
        Self::Pend,
        Self::Le,
    ];

    /// The operation's number in the code.
    pub fn number(self) -> u32 {
        self as u32
    }

    /// What its operands are.
    pub fn operands(self) -> &'static [Arity] {
        use Arity::{Change, Constant, Delay, Rule, Site, Source, Stock, Target};
        match self {
            Self::K => &[Target, Constant],
            Self::Mov => &[Target, Source],
            Self::Tri => &[Target, Source, Source, Site],
            Self::U => &[Target, Site],
            Self::Acc => &[Change, Source, Rule],
            Self::Pend => &[Stock, Source, Delay, Constant, Rule],
            _ => &[Target, Source, Source],
        }
    }
}

/// An instruction: an operation and its operands, in the order of [`Op::operands`], the rest 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// What is done.
    pub op: Op,
    /// To what.
    pub operands: [u32; 5],
}

impl Instruction {
    /// The instructions of a code array; nothing where it is not one.
    pub fn read(code: &[u32]) -> Option<Vec<Self>> {
        let mut instructions = Vec::new();
        let mut rest = code;
        while let Some((number, after)) = rest.split_first() {
            let op = *Op::ALL.get(usize::try_from(*number).ok()?)?;
            let (given, after) = after.split_at_checked(op.operands().len())?;
            let mut operands = [0; 5];
            operands.iter_mut().zip(given).for_each(|(operand, given)| *operand = *given);
            instructions.push(Self { op, operands });
            rest = after;
        }
        Some(instructions)
    }

    /// Appends the instruction to a code array.
    pub fn write(&self, code: &mut Vec<u32>) {
        code.push(self.op.number());
        code.extend(self.operands.iter().take(self.op.operands().len()));
    }
}

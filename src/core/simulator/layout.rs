//! Where a model's values lie when it runs over many worlds: rows of lanes, and scalars that all worlds share.

use super::{Arity, Instruction, Op};

/// Rows: stocks, what is on its way (by delay, then stock), changes, temporary values.
/// Scalars: 0, constants, each stock's least and greatest value, parameters, levers, computed values.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    /// How many stocks there are.
    pub(super) stocks: usize,
    /// How many constants.
    pub(super) constants: usize,
    /// How many parameters.
    pub(super) params: usize,
    /// How many levers.
    pub(super) levers: usize,
    /// The stocks that something may be on its way to.
    pub(super) pended: Vec<usize>,
    /// The longest delay, in turns.
    pub(super) delays: usize,
}

impl Layout {
    /// Takes in what a code sends ahead.
    pub(super) fn learn(&mut self, code: &[Instruction]) {
        for instruction in code.iter().filter(|instruction| instruction.op == Op::Pend) {
            let [stock, _, delay, ..] = instruction.operands;
            self.delays = self.delays.max(delay as usize);
            if let Err(at) = self.pended.binary_search(&(stock as usize)) {
                self.pended.insert(at, stock as usize);
            }
        }
    }

    /// The row of what arrives at a stock after `delay` turns, counted from 1.
    pub(super) fn pending(&self, stock: usize, delay: usize) -> usize {
        let at = self.pended.binary_search(&stock).unwrap_or_default();
        self.stocks + (delay - 1) * self.pended.len() + at
    }

    /// How many rows pass from turn to turn.
    pub(super) fn kept(&self) -> usize {
        self.stocks + self.delays * self.pended.len()
    }

    /// The row of a stock's change.
    pub(super) fn change(&self, stock: usize) -> usize {
        self.kept() + stock
    }

    /// The first row of temporary values.
    pub(super) fn temporary(&self) -> usize {
        self.kept() + self.stocks
    }

    /// The scalar of a constant.
    pub(super) fn constant(&self, at: usize) -> usize {
        1 + at
    }

    /// The scalar of a stock's least value; the greatest follows.
    pub(super) fn range(&self, stock: usize) -> usize {
        1 + self.constants + 2 * stock
    }

    /// The scalar of a parameter.
    pub(super) fn param(&self, at: usize) -> usize {
        1 + self.constants + 2 * self.stocks + at
    }

    /// The scalar of a lever.
    pub(super) fn lever(&self, at: usize) -> usize {
        self.param(self.params) + at
    }

    /// The first scalar that is computed.
    pub(super) fn computed(&self) -> usize {
        self.lever(self.levers)
    }

    /// The first register of levers in the code; parameters follow, then temporary values.
    pub(super) fn lever_register(&self) -> usize {
        2 * self.stocks
    }

    /// The first temporary register in the code.
    pub(super) fn first_temporary_register(&self) -> usize {
        2 * self.stocks + self.levers + self.params
    }
}

/// The sites that a code draws from, with the shape of the draw.
pub(super) fn sites(code: &[Instruction]) -> impl Iterator<Item = (usize, Op)> {
    code.iter().filter_map(|instruction| {
        let at = instruction.op.operands().iter().position(|arity| *arity == Arity::Site)?;
        Some((*instruction.operands.get(at)? as usize, instruction.op))
    })
}

//! From expressions to register code: constants folded, equal values computed once, registers used again.

use super::statement::{Binary, Expr, Form};
use super::symbols::{Class, Symbols};
use std::collections::{BTreeMap, BTreeSet};
use waypost_core::simulator::{Arity, Instruction, Op, Real, arithmetic};

/// What all codes of a model share: constants and sites.
#[derive(Debug, Default)]
pub(super) struct Pool {
    pub(super) constants: Vec<Real>,
    pub(super) sites: Vec<String>,
    /// How many registers the largest code needs.
    pub(super) registers: usize,
}

impl Pool {
    fn constant(&mut self, bits: u32) -> u32 {
        let at = self.constants.iter().position(|known| known.0 == bits).unwrap_or_else(|| {
            self.constants.push(Real(bits));
            self.constants.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    fn site(&mut self, path: String) -> u32 {
        self.sites.push(path);
        u32::try_from(self.sites.len() - 1).unwrap_or(u32::MAX)
    }
}

/// A value while code is made: known, or in a register. Registers above the fixed ones are written once each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Known(u32),
    Register(u32),
}

impl Value {
    /// A known value.
    pub(super) fn of(number: f32) -> Self {
        Self::Known(number.to_bits())
    }
}

/// Makes one code.
pub(super) struct Assembler<'a> {
    pool: &'a mut Pool,
    symbols: &'a Symbols,
    lets: BTreeMap<usize, Value>,
    code: Vec<Instruction>,
    equal: BTreeMap<(u32, Value, Value), Value>,
    next: u32,
}

/// A finished code, and the register of the value that was asked for.
pub(super) struct Assembled {
    pub(super) code: Vec<u32>,
    pub(super) operations: usize,
    pub(super) kept: Option<u32>,
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Value {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |value: &Self| match value {
            Self::Known(bits) => (0, *bits),
            Self::Register(register) => (1, *register),
        };
        key(self).cmp(&key(other))
    }
}

impl<'a> Assembler<'a> {
    /// An empty code.
    pub(super) fn new(pool: &'a mut Pool, symbols: &'a Symbols) -> Self {
        let next = fixed(symbols);
        Self { pool, symbols, lets: BTreeMap::new(), code: Vec::new(), equal: BTreeMap::new(), next }
    }

    /// The value of an expression; `path` names the site of each range in it.
    pub(super) fn value(&mut self, expr: &Expr, path: &mut dyn FnMut() -> String) -> Value {
        match &expr.form {
            Form::Number(number) => Value::of(*number),
            Form::Name(name) => self.name(name),
            Form::Negative(inner) => {
                let inner = self.value(inner, path);
                self.negative(inner)
            }
            Form::Not(inner) => {
                let inner = self.value(inner, path);
                self.operation(Op::Sub, Value::of(1.0), inner)
            }
            Form::Binary(operator, a, b) => {
                let (a, b) = (self.value(a, path), self.value(b, path));
                self.binary(*operator, a, b)
            }
            Form::Range(a, b) => {
                let (a, b) = (self.value(a, path), self.value(b, path));
                let (a, b) = (self.register(a), self.register(b));
                let site = self.pool.site(path());
                self.emit(Op::Tri, [a, b, site])
            }
            Form::Clamp(all) => {
                let [value, low, high] = [&all[0], &all[1], &all[2]].map(|part| self.value(part, path));
                let raised = self.operation(Op::Max, value, low);
                self.operation(Op::Min, raised, high)
            }
        }
    }

    fn name(&self, name: &str) -> Value {
        let at = |first: usize, place: usize| Value::Register(u32::try_from(first + place).unwrap_or(u32::MAX));
        match self.symbols.class(name) {
            Some(Class::Stock(place)) => at(0, place),
            Some(Class::Lever(place)) => at(2 * self.symbols.stocks, place),
            Some(Class::Param(place)) => at(2 * self.symbols.stocks + self.symbols.levers, place),
            Some(Class::Let(statement)) => self.lets.get(&statement).copied().unwrap_or(Value::of(0.0)),
            None => Value::of(0.0),
        }
    }

    /// Remembers the value of a let.
    pub(super) fn define(&mut self, statement: usize, value: Value) {
        self.lets.insert(statement, value);
    }

    /// 0 - a.
    pub(super) fn negative(&mut self, value: Value) -> Value {
        self.operation(Op::Sub, Value::of(0.0), value)
    }

    fn binary(&mut self, operator: Binary, a: Value, b: Value) -> Value {
        match operator {
            Binary::Add => self.operation(Op::Add, a, b),
            Binary::Sub => self.operation(Op::Sub, a, b),
            Binary::Mul => self.operation(Op::Mul, a, b),
            Binary::Div => self.operation(Op::Div, a, b),
            Binary::Min | Binary::And => self.operation(Op::Min, a, b),
            Binary::Max | Binary::Or => self.operation(Op::Max, a, b),
            Binary::Less => self.operation(Op::Lt, a, b),
            Binary::AtMost => self.operation(Op::Le, a, b),
            Binary::AtLeast => self.operation(Op::Le, b, a),
            Binary::Greater => self.operation(Op::Lt, b, a),
            Binary::Equal => {
                let (below, above) = (self.operation(Op::Le, a, b), self.operation(Op::Le, b, a));
                self.operation(Op::Min, below, above)
            }
            Binary::Unequal => {
                let equal = self.binary(Binary::Equal, a, b);
                self.operation(Op::Sub, Value::of(1.0), equal)
            }
        }
    }

    /// An operation: folded where both sides are known, reused where it was made before.
    pub(super) fn operation(&mut self, op: Op, a: Value, b: Value) -> Value {
        if let (Value::Known(a), Value::Known(b)) = (a, b) {
            return Value::of(arithmetic(op, f32::from_bits(a), f32::from_bits(b)));
        }
        if let Some(made) = self.equal.get(&(op.number(), a, b)) {
            return *made;
        }
        let (left, right) = (self.register(a), self.register(b));
        let made = self.emit(op, [left, right, 0]);
        self.equal.insert((op.number(), a, b), made);
        made
    }

    /// 1 where a chance comes true, else 0.
    pub(super) fn chance(&mut self, odds: Value, path: String) -> Value {
        let site = self.pool.site(path);
        let draw = self.emit(Op::U, [site, 0, 0]);
        self.operation(Op::Lt, draw, odds)
    }

    /// A change of a stock now.
    pub(super) fn change(&mut self, stock: usize, amount: Value, rule: usize) {
        let amount = self.register(amount);
        let change = u32::try_from(self.symbols.stocks + stock).unwrap_or(u32::MAX);
        self.push(Op::Acc, [change, amount, u32::try_from(rule).unwrap_or(u32::MAX), 0, 0]);
    }

    /// A change of a stock in `turns` turns, `part` of an amount.
    pub(super) fn send(&mut self, stock: usize, amount: Value, turns: u32, part: f32, rule: usize) {
        let amount = self.register(amount);
        let part = self.pool.constant(part.to_bits());
        let (stock, rule) = (u32::try_from(stock).unwrap_or(u32::MAX), u32::try_from(rule).unwrap_or(u32::MAX));
        self.push(Op::Pend, [stock, amount, turns, part, rule]);
    }

    fn push(&mut self, op: Op, operands: [u32; 5]) {
        self.code.push(Instruction { op, operands });
    }

    fn emit(&mut self, op: Op, [a, b, c]: [u32; 3]) -> Value {
        let d = self.next;
        self.next += 1;
        self.push(op, [d, a, b, c, 0]);
        Value::Register(d)
    }

    /// The register of a value; a constant is loaded once.
    pub(super) fn register(&mut self, value: Value) -> u32 {
        let bits = match value {
            Value::Register(register) => return register,
            Value::Known(bits) => bits,
        };
        let key = (Op::K.number(), value, value);
        if let Some(Value::Register(register)) = self.equal.get(&key) {
            return *register;
        }
        let constant = self.pool.constant(bits);
        let made = self.emit(Op::K, [constant, 0, 0]);
        self.equal.insert(key, made);
        self.next - 1
    }

    /// The code without what nobody reads, in as few registers as it takes. `kept` stays readable to the end.
    pub(super) fn finish(self, kept: Option<u32>) -> Assembled {
        let first = fixed(self.symbols);
        let code = live(self.code, kept);
        let mut last: BTreeMap<u32, usize> = BTreeMap::new();
        for (at, instruction) in code.iter().enumerate() {
            last.extend(sources(instruction).map(|register| (register, at)));
        }
        last.extend(kept.map(|register| (register, usize::MAX)));
        let mut place: BTreeMap<u32, u32> = BTreeMap::new();
        let (mut free, mut top) = (BTreeSet::new(), first);
        let mut words = Vec::new();
        for (at, instruction) in code.iter().enumerate() {
            let kinds = instruction.op.operands();
            let mut moved = *instruction;
            let read: Vec<u32> = sources(instruction).collect();
            for (operand, kind) in moved.operands.iter_mut().zip(kinds) {
                match kind {
                    Arity::Source => *operand = place.get(operand).copied().unwrap_or(*operand),
                    Arity::Target => {
                        let given = free.pop_first().unwrap_or_else(|| {
                            top += 1;
                            top - 1
                        });
                        place.insert(*operand, given);
                        *operand = given;
                    }
                    _ => {}
                }
            }
            free.extend(
                read.into_iter().filter(|register| *register >= first && last.get(register) == Some(&at)).filter_map(|r| place.get(&r)),
            );
            moved.write(&mut words);
        }
        self.pool.registers = self.pool.registers.max(top as usize);
        let kept = kept.map(|register| place.get(&register).copied().unwrap_or(register));
        Assembled { code: words, operations: code.len(), kept }
    }
}

/// The first register of temporary values.
fn fixed(symbols: &Symbols) -> u32 {
    u32::try_from(2 * symbols.stocks + symbols.levers + symbols.params).unwrap_or(u32::MAX)
}

fn sources(instruction: &Instruction) -> impl Iterator<Item = u32> {
    instruction.op.operands().iter().zip(instruction.operands).filter(|(kind, _)| **kind == Arity::Source).map(|(_, register)| register)
}

/// The instructions that something depends on.
fn live(code: Vec<Instruction>, kept: Option<u32>) -> Vec<Instruction> {
    let mut wanted: BTreeSet<u32> = kept.into_iter().collect();
    let mut live: Vec<Instruction> = Vec::new();
    for instruction in code.into_iter().rev() {
        let is_effect = matches!(instruction.op, Op::Acc | Op::Pend);
        if is_effect || wanted.contains(&instruction.operands[0]) {
            wanted.extend(sources(&instruction));
            live.push(instruction);
        }
    }
    live.reverse();
    live
}

//! From the bundle's code to steps over lanes: what all worlds share is computed once, what is used once is fused with its user.

use super::layout::Layout;
use super::{Instruction, Op};
use waypost_lanes::{Op as Lane, Operand, Step};

/// A code, ready to run.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// What all worlds share: operation, target and operands among the scalars.
    pub(super) shared: Vec<(Op, usize, usize, usize)>,
    /// How many scalars there are.
    pub(super) scalars: usize,
    /// What happens in each world.
    pub(super) steps: Vec<Step>,
    /// How many rows these use.
    pub(super) rows: usize,
    /// The row of the result, where one was asked for.
    pub(super) result: usize,
}

/// Where a value is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Value {
    Row(usize),
    Scalar(usize),
}

/// A step whose rows are not allotted yet: those from [`Layout::temporary`] on are written once each.
#[derive(Clone, Copy)]
struct Node {
    op: Lane,
    d: usize,
    operands: [usize; 3],
}

struct Lowering<'l> {
    layout: &'l Layout,
    registers: Vec<Value>,
    shared: Vec<(Op, usize, usize, usize)>,
    scalars: usize,
    nodes: Vec<Node>,
    rows: usize,
    changed: Vec<usize>,
}

/// Lowers a code that changes stocks.
pub(super) fn changes(layout: &Layout, registers: usize, code: &[Instruction]) -> Line {
    let mut lowering = Lowering::new(layout, registers);
    code.iter().for_each(|instruction| lowering.add(instruction));
    for stock in std::mem::take(&mut lowering.changed) {
        lowering.nodes.push(Node { op: Lane::Clamp, d: stock, operands: [layout.change(stock), layout.range(stock), 0] });
    }
    lowering.finish(None)
}

/// Lowers a code whose result is in a register.
pub(super) fn result(layout: &Layout, registers: usize, code: &[Instruction], register: usize) -> Line {
    let mut lowering = Lowering::new(layout, registers);
    code.iter().for_each(|instruction| lowering.add(instruction));
    let row = match lowering.value(register) {
        Value::Row(row) => row,
        Value::Scalar(scalar) => lowering.node(Lane::Fill, [scalar, 0, 0]),
    };
    lowering.finish(Some(row))
}

impl<'l> Lowering<'l> {
    fn new(layout: &'l Layout, registers: usize) -> Self {
        let mut values = vec![Value::Scalar(0); registers];
        let first = layout.lever_register();
        for (register, value) in values.iter_mut().enumerate() {
            *value = match register {
                stock if stock < layout.stocks => Value::Row(stock),
                lever if lever >= first && lever < first + layout.levers => Value::Scalar(layout.lever(lever - first)),
                param if param >= first + layout.levers && param < layout.first_temporary_register() => {
                    Value::Scalar(layout.param(param - first - layout.levers))
                }
                _ => Value::Scalar(0),
            };
        }
        let (scalars, rows) = (layout.computed(), layout.temporary());
        Self { layout, registers: values, shared: Vec::new(), scalars, nodes: Vec::new(), rows, changed: Vec::new() }
    }

    fn value(&self, register: usize) -> Value {
        self.registers.get(register).copied().unwrap_or(Value::Scalar(0))
    }

    fn set(&mut self, register: usize, value: Value) {
        if let Some(known) = self.registers.get_mut(register) {
            *known = value;
        }
    }

    fn node(&mut self, op: Lane, operands: [usize; 3]) -> usize {
        self.nodes.push(Node { op, d: self.rows, operands });
        self.rows += 1;
        self.rows - 1
    }

    fn add(&mut self, instruction: &Instruction) {
        let [d, a, b, c, _] = instruction.operands.map(|operand| operand as usize);
        match instruction.op {
            Op::K => self.set(d, Value::Scalar(self.layout.constant(a))),
            Op::Mov => self.set(d, self.value(a)),
            Op::U => {
                let row = self.node(Lane::Draw, [a, 0, 0]);
                self.set(d, Value::Row(row));
            }
            Op::Tri => {
                let (low, high) = (self.value(a), self.value(b));
                let width = self.arithmetic(Op::Sub, high, low);
                let draw = Value::Row(self.node(Lane::Draw, [c, 0, 0]));
                let part = self.arithmetic(Op::Mul, width, draw);
                let sum = self.arithmetic(Op::Add, low, part);
                self.set(d, sum);
            }
            Op::Acc => self.accumulate(d - self.layout.stocks, self.value(a)),
            Op::Pend => self.send(d, self.value(a), b, self.layout.constant(c)),
            op => {
                let value = self.arithmetic(op, self.value(a), self.value(b));
                self.set(d, value);
            }
        }
    }

    fn arithmetic(&mut self, op: Op, a: Value, b: Value) -> Value {
        let (op, operands) = match (op, a, b) {
            (op, Value::Scalar(a), Value::Scalar(b)) => {
                self.shared.push((op, self.scalars, a, b));
                self.scalars += 1;
                return Value::Scalar(self.scalars - 1);
            }
            // Sum and product are the same bits either way round.
            (Op::Add, Value::Row(a), Value::Scalar(b)) | (Op::Add, Value::Scalar(b), Value::Row(a)) => (Lane::AddVs, [a, b, 0]),
            (Op::Mul, Value::Row(a), Value::Scalar(b)) | (Op::Mul, Value::Scalar(b), Value::Row(a)) => (Lane::MulVs, [a, b, 0]),
            (op, Value::Row(a), Value::Row(b)) => (forms(op)[0], [a, b, 0]),
            (op, Value::Row(a), Value::Scalar(b)) => (forms(op)[1], [a, b, 0]),
            (op, Value::Scalar(a), Value::Row(b)) => (forms(op)[2], [a, b, 0]),
        };
        Value::Row(self.node(op, operands))
    }

    /// The first amount is added to 0, like all others to what is there.
    fn accumulate(&mut self, stock: usize, amount: Value) {
        let d = self.layout.change(stock);
        let is_first = !self.changed.contains(&stock);
        if is_first {
            self.changed.push(stock);
        }
        let (op, operands) = match (amount, is_first) {
            (Value::Row(a), true) => (Lane::AddVs, [a, 0, 0]),
            (Value::Row(a), false) => (Lane::AccV, [a, 0, 0]),
            (Value::Scalar(a), true) => {
                self.shared.push((Op::Add, self.scalars, 0, a));
                self.scalars += 1;
                (Lane::Fill, [self.scalars - 1, 0, 0])
            }
            (Value::Scalar(a), false) => (Lane::AccS, [a, 0, 0]),
        };
        self.nodes.push(Node { op, d, operands });
    }

    fn send(&mut self, stock: usize, amount: Value, delay: usize, factor: usize) {
        let d = self.layout.pending(stock, delay);
        let (op, operands) = match self.arithmetic_scalar(amount, factor) {
            Value::Row(a) => (Lane::AccMulVs, [a, factor, 0]),
            Value::Scalar(a) => (Lane::AccS, [a, 0, 0]),
        };
        self.nodes.push(Node { op, d, operands });
    }

    fn arithmetic_scalar(&mut self, amount: Value, factor: usize) -> Value {
        match amount {
            Value::Scalar(_) => self.arithmetic(Op::Mul, amount, Value::Scalar(factor)),
            row => row,
        }
    }

    fn finish(mut self, result: Option<usize>) -> Line {
        fuse(&mut self.nodes, self.layout.temporary(), self.rows, result);
        let (steps, rows, result) = allot(&self.nodes, self.layout.temporary(), self.rows, result);
        Line { shared: self.shared, scalars: self.scalars, steps, rows, result }
    }
}

/// An operation on two rows, on a row and a scalar, on a scalar and a row.
fn forms(op: Op) -> [Lane; 3] {
    match op {
        Op::Add => [Lane::AddVv, Lane::AddVs, Lane::AddVs],
        Op::Sub => [Lane::SubVv, Lane::SubVs, Lane::SubSv],
        Op::Mul => [Lane::MulVv, Lane::MulVs, Lane::MulVs],
        Op::Div => [Lane::DivVv, Lane::DivVs, Lane::DivSv],
        Op::Min => [Lane::MinVv, Lane::MinVs, Lane::MinSv],
        Op::Max => [Lane::MaxVv, Lane::MaxVs, Lane::MaxSv],
        Op::Lt => [Lane::LtVv, Lane::LtVs, Lane::LtSv],
        _ => [Lane::LeVv, Lane::LeVs, Lane::LeSv],
    }
}

/// The rows a step reads.
fn rows_of(node: &Node) -> impl Iterator<Item = usize> {
    let operands = node.operands;
    node.op.operands().into_iter().zip(operands).filter(|(kind, _)| *kind == Operand::Row).map(|(_, row)| row)
}

/// Joins a product or sum that is read once with the step that reads it: one pass over the lanes instead of two.
fn fuse(nodes: &mut Vec<Node>, first: usize, rows: usize, result: Option<usize>) {
    let mut uses = vec![0u32; rows];
    let mut made: Vec<Option<usize>> = vec![None; rows];
    for (at, node) in nodes.iter().enumerate() {
        rows_of(node).for_each(|row| uses[row] += 1);
        made[node.d] = Some(at).filter(|_| node.d >= first);
    }
    result.into_iter().for_each(|row| uses[row] += 1);
    let mut gone = vec![false; nodes.len()];
    for at in 0..nodes.len() {
        let node = nodes[at];
        let inner = |row: usize| made[row].filter(|inner| uses[row] == 1 && !gone[*inner]).map(|inner| (inner, nodes[inner]));
        let joined = match node.op {
            Lane::AddVv | Lane::MulVv => [(0, 1), (1, 0)].into_iter().find_map(|(one, other)| {
                let (gone, inner) = inner(node.operands[one])?;
                Some((gone, join(node.op, inner, node.operands[other])?))
            }),
            Lane::SubVv => inner(node.operands[1]).and_then(|(gone, inner)| Some((gone, join(node.op, inner, node.operands[0])?))),
            Lane::AddVs | Lane::MulVs => {
                inner(node.operands[0]).and_then(|(gone, inner)| Some((gone, join(node.op, inner, node.operands[1])?)))
            }
            Lane::SubSv => inner(node.operands[1]).and_then(|(gone, inner)| Some((gone, join(node.op, inner, node.operands[0])?))),
            Lane::AccV => inner(node.operands[0]).and_then(|(gone, inner)| Some((gone, join(node.op, inner, 0)?))),
            _ => None,
        };
        if let Some((inner, (op, operands))) = joined {
            gone[inner] = true;
            nodes[at] = Node { op, d: node.d, operands };
        }
        let Node { op, operands: [a, b, c], d } = nodes[at];
        let draw = || made[a].filter(|inner| uses[a] == 1 && nodes[*inner].op == Lane::Draw);
        if let Some((op, inner)) = of_draw(op).and_then(|op| Some((op, draw()?))) {
            gone[inner] = true;
            nodes[at] = Node { op, d, operands: [nodes[inner].operands[0], b, c] };
        }
    }
    let mut at = 0;
    nodes.retain(|_| {
        at += 1;
        !gone[at - 1]
    });
}

/// The step that does what `inner` and then `outer` do, `other` being the operand of the outer one that the inner did not make.
fn join(outer: Lane, inner: Node, other: usize) -> Option<(Lane, [usize; 3])> {
    let [a, b, _] = inner.operands;
    let op = match (inner.op, outer) {
        (Lane::MulVv, Lane::AddVv) => Lane::MulVvAddV,
        (Lane::MulVv, Lane::AddVs) => Lane::MulVvAddS,
        (Lane::MulVs, Lane::AddVv) => Lane::MulVsAddV,
        (Lane::MulVs, Lane::AddVs) => Lane::MulVsAddS,
        (Lane::MulVv, Lane::SubVv) => Lane::SubMulVv,
        (Lane::MulVs, Lane::SubVv) => Lane::SubMulVs,
        (Lane::MulVs, Lane::SubSv) => Lane::SubSMulVs,
        (Lane::AddVv, Lane::MulVv) => Lane::AddVvMulV,
        (Lane::AddVs, Lane::MulVv) => Lane::AddVsMulV,
        (Lane::AddVs, Lane::MulVs) => Lane::AddVsMulS,
        (Lane::MulVv, Lane::MulVv) => Lane::MulVvMulV,
        (Lane::MulVs, Lane::MulVv) => Lane::MulVsMulV,
        (Lane::MulVv, Lane::MulVs) => Lane::MulVvMulS,
        (Lane::MulVv, Lane::AccV) => Lane::AccMulVv,
        (Lane::MulVs, Lane::AccV) => Lane::AccMulVs,
        _ => return None,
    };
    Some((op, [a, b, other]))
}

/// The step that reads a draw itself instead of a copy of it, where there is one.
fn of_draw(op: Lane) -> Option<Lane> {
    match op {
        Lane::MulVsAddS => Some(Lane::DrawMulsAdds),
        Lane::LtVv => Some(Lane::DrawLtV),
        Lane::LtVs => Some(Lane::DrawLtS),
        _ => None,
    }
}

/// Gives every temporary value a row that is free while it lives. A target is allotted before its operands are given back.
fn allot(nodes: &[Node], first: usize, rows: usize, result: Option<usize>) -> (Vec<Step>, usize, usize) {
    let mut last = vec![0; rows];
    for (at, node) in nodes.iter().enumerate() {
        rows_of(node).for_each(|row| last[row] = at);
    }
    result.into_iter().for_each(|row| last[row] = nodes.len());
    let mut place: Vec<usize> = (0..rows).collect();
    let (mut free, mut top) = (Vec::new(), first);
    let mut steps = Vec::with_capacity(nodes.len());
    for (at, node) in nodes.iter().enumerate() {
        if node.d >= first {
            place[node.d] = free.pop().unwrap_or_else(|| {
                top += 1;
                top - 1
            });
        }
        let kinds = node.op.operands();
        let mut operands = [0; 3];
        for (operand, (kind, given)) in operands.iter_mut().zip(kinds.into_iter().zip(node.operands)) {
            let given = if kind == Operand::Row { place[given] } else { given };
            *operand = u16::try_from(given).unwrap_or(u16::MAX);
        }
        let [a, b, c] = operands;
        steps.push(Step { op: node.op, d: u16::try_from(place[node.d]).unwrap_or(u16::MAX), a, b, c });
        let mut dying: Vec<usize> = rows_of(node).filter(|row| *row >= first && last[*row] == at).collect();
        dying.sort_unstable();
        dying.dedup();
        free.extend(dying.into_iter().map(|row| place[row]));
        if node.d >= first && last[node.d] <= at {
            free.push(place[node.d]);
        }
    }
    (steps, top, result.map_or(0, |row| place[row]))
}

//! One play, turn by turn: the gauges, why each moved, what the option's luck was, and what is still on its way.

use super::machine::{Code, OptionCode};
use super::{Instruction, Machine, Op, Values, arithmetic, noise};
use crate::random::draw;

/// What happened in a play so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The stocks before the first turn, in the order of `Simulator::stocks`.
    pub start: Vec<f32>,
    /// The turns played.
    pub turns: Vec<Turn>,
    /// The points by the state after the last turn played.
    pub points: f32,
}

/// What happened in a turn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turn {
    /// The stocks after the turn, in the order of `Simulator::stocks`.
    pub stocks: Vec<f32>,
    /// Why they moved: for every stock its rows in the order they happened. Rows of one stock add up to its change.
    pub rows: Vec<Row>,
    /// Whether the option's first chance came true; nothing where it has none.
    pub came: Option<bool>,
    /// What this turn sent ahead: the stock's place, and the turn (counted from 0) in which it arrives. Sorted, each once.
    pub sent: Vec<(usize, usize)>,
}

/// A part of a stock's change in a turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The stock's place in `Simulator::stocks`.
    pub stock: usize,
    /// Why.
    pub cause: Cause,
    /// How much; never 0.
    pub amount: f32,
}

/// Why a stock moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The option that was chosen.
    Choice,
    /// A rule or event of the model: its place in `Simulator::rules`; the words are under `key::cause`.
    Rule(usize),
    /// Something set in motion in an earlier turn (counted from 0), by that turn's option or by a rule of the model.
    Arrived {
        /// The turn it comes from.
        turn: usize,
        /// The rule, where it was one; the option otherwise.
        rule: Option<usize>,
    },
    /// What the end of the gauge's range took away.
    Limit,
}

/// Replays a play: world `world` of `seed`, with the given parameters. A choice that is not among its card's options ends it.
pub fn history(machine: &Machine, values: &Values, seed: u32, world: u32, choices: &[usize]) -> History {
    let mut replay = Replay::new(machine, values, seed, world);
    let mut history = History { start: replay.stocks().to_vec(), ..History::default() };
    for (turn, (card, choice)) in machine.cards.iter().zip(choices).enumerate() {
        let Some(option) = card.get(*choice) else { break };
        history.turns.push(replay.turn(turn, option));
    }
    history.points = replay.points();
    history
}

/// Something on its way.
#[derive(Clone, Copy)]
struct Sent {
    due: usize,
    stock: usize,
    amount: f32,
    cause: Cause,
}

/// One world, register by register, as the code is written.
struct Replay<'m> {
    machine: &'m Machine,
    registers: Vec<f32>,
    seed: u32,
    world: u32,
    sent: Vec<Sent>,
    rows: Vec<Row>,
}

impl<'m> Replay<'m> {
    fn new(machine: &'m Machine, values: &Values, seed: u32, world: u32) -> Self {
        let mut registers = vec![0.0; machine.registers.max(machine.layout.first_temporary_register())];
        for (register, gauge) in registers.iter_mut().zip(&machine.stocks) {
            *register = noise::start(gauge, draw(seed, world, 0, gauge.site));
        }
        let first = machine.layout.lever_register() + machine.layout.levers;
        registers.iter_mut().skip(first).zip(&values.0).take(machine.layout.params).for_each(|(register, value)| *register = *value);
        Self { machine, registers, seed, world, sent: Vec::new(), rows: Vec::new() }
    }

    fn stocks(&self) -> &[f32] {
        self.registers.get(..self.machine.layout.stocks).unwrap_or_default()
    }

    fn turn(&mut self, turn: usize, option: &'m OptionCode) -> Turn {
        let before = self.sent.len();
        self.arrive(turn);
        let first = self.machine.layout.lever_register();
        self.registers.iter_mut().skip(first).zip(&option.levers).for_each(|(register, value)| *register = *value);
        self.phase(turn, &option.code);
        let came = option.chance.map(|register| self.get(register) != 0.0);
        self.phase(turn, &self.machine.model);
        let ahead = |sent: &&Sent| sent.due < self.machine.turns() && sent.amount != 0.0;
        let mut sent: Vec<(usize, usize)> = self.sent.iter().skip(before).filter(ahead).map(|sent| (sent.stock, sent.due)).collect();
        sent.sort_unstable();
        sent.dedup();
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| row.amount != 0.0);
        rows.sort_by_key(|row| row.stock);
        Turn { stocks: self.stocks().to_vec(), rows, came, sent }
    }

    fn arrive(&mut self, turn: usize) {
        for stock in 0..self.machine.layout.stocks {
            let due: Vec<Sent> = self.sent.iter().filter(|sent| sent.due == turn && sent.stock == stock).copied().collect();
            if due.is_empty() {
                continue;
            }
            due.iter().for_each(|sent| self.note(stock, sent.cause, sent.amount));
            let sum = due.iter().fold(0.0, |sum, sent| sum + sent.amount);
            self.change(stock, sum);
        }
    }

    /// Runs a code and applies the changes it adds up.
    fn phase(&mut self, turn: usize, code: &'m Code) {
        let stocks = self.machine.layout.stocks;
        self.registers.iter_mut().skip(stocks).take(stocks).for_each(|change| *change = 0.0);
        for instruction in &code.instructions {
            self.instruction(turn, instruction);
        }
        for stock in 0..stocks {
            let change = self.get(stocks + stock);
            self.change(stock, change);
        }
    }

    fn instruction(&mut self, turn: usize, instruction: &Instruction) {
        let [d, a, b, c, rule] = instruction.operands.map(|operand| operand as usize);
        let value = match instruction.op {
            Op::K => self.constant(a),
            Op::Mov => self.get(a),
            Op::U => self.draw(turn, a),
            Op::Tri => {
                let (low, high) = (self.get(a), self.get(b));
                low + (high - low) * self.draw(turn, c)
            }
            Op::Acc => {
                let amount = self.get(a);
                self.note(d - self.machine.layout.stocks, self.cause(b), amount);
                self.get(d) + amount
            }
            Op::Pend => {
                let cause = Cause::Arrived { turn, rule: Some(rule).filter(|rule| *rule < self.machine.rules) };
                let amount = self.get(a) * self.constant(c);
                self.sent.push(Sent { due: turn + b, stock: d, amount, cause });
                return;
            }
            op => arithmetic(op, self.get(a), self.get(b)),
        };
        if let Some(register) = self.registers.get_mut(d) {
            *register = value;
        }
    }

    fn cause(&self, rule: usize) -> Cause {
        if rule < self.machine.rules { Cause::Rule(rule) } else { Cause::Choice }
    }

    fn get(&self, register: usize) -> f32 {
        self.registers.get(register).copied().unwrap_or_default()
    }

    fn constant(&self, at: usize) -> f32 {
        self.machine.constants.get(at).copied().unwrap_or_default()
    }

    fn draw(&self, turn: usize, site: usize) -> f32 {
        let Some(site) = self.machine.sites.get(site) else { return 0.0 };
        noise::shaped(site.shape, draw(self.seed, self.world, turn as u32 + 1, site.id))
    }

    /// Moves a stock and notes what its range takes away.
    fn change(&mut self, stock: usize, change: f32) {
        let (Some(gauge), Some(value)) = (self.machine.stocks.get(stock), self.registers.get_mut(stock)) else { return };
        let wanted = *value + change;
        *value = noise::clamp(wanted, gauge.low, gauge.high);
        let taken = *value - wanted;
        self.note(stock, Cause::Limit, taken);
    }

    /// Adds to the row of a cause.
    fn note(&mut self, stock: usize, cause: Cause, amount: f32) {
        match self.rows.iter_mut().find(|row| row.stock == stock && row.cause == cause) {
            Some(row) => row.amount += amount,
            None => self.rows.push(Row { stock, cause, amount }),
        }
    }

    fn points(&mut self) -> f32 {
        let last = self.machine.turns().saturating_sub(1);
        for instruction in &self.machine.score.instructions {
            self.instruction(last, instruction);
        }
        self.get(self.machine.points)
    }
}

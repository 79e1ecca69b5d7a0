//! What a program must keep before it runs, so that no bundle can make a page panic or run for long.

use super::{Arity, Instruction, Op, Refused, Simulator};

/// The most of everything, as the author's side checks it too.
pub mod limit {
    /// Stocks.
    pub const STOCKS: usize = 24;
    /// Levers.
    pub const LEVERS: usize = 8;
    /// Parameters.
    pub const PARAMS: usize = 16;
    /// Cards, at most.
    pub const CARDS: usize = 12;
    /// Cards, at least.
    pub const FEWEST_CARDS: usize = 3;
    /// Options of a card.
    pub const OPTIONS: usize = 4;
    /// Operations of a turn: the model's and those of its largest option.
    pub const OPERATIONS: usize = 2_000;
    /// Registers.
    pub const REGISTERS: usize = 256;
    /// Random sites.
    pub const SITES: usize = 512;
    /// Turns until something arrives.
    pub const DELAY: usize = 4;
    /// Worlds of the analysis.
    pub const WORLDS: usize = 4_096;
}

/// A program whose every instruction was looked at.
pub(super) struct Verified {
    /// For every card, for every option.
    pub(super) options: Vec<Vec<Vec<Instruction>>>,
    pub(super) model: Vec<Instruction>,
    pub(super) score: Vec<Instruction>,
    /// The shape of each site's draw.
    pub(super) shapes: Vec<Option<Op>>,
}

/// Looks at a whole program once.
pub(super) fn verify(simulator: &Simulator) -> Result<Verified, Refused> {
    sizes(simulator)?;
    let mut shapes = vec![None; simulator.program.sites.len()];
    let program = &simulator.program;
    let mut code = |code: &[u32], result: Option<u32>| Checker::new(simulator, &mut shapes).check(code, result);
    let model = code(&program.model, None)?;
    let score = code(&program.score, Some(program.points))?;
    let mut options = Vec::new();
    let mut largest = 0;
    for card in &simulator.cards {
        let mut codes = Vec::new();
        for option in &card.options {
            let instructions = code(&option.code, option.chance)?;
            largest = largest.max(instructions.len());
            codes.push(instructions);
        }
        options.push(codes);
    }
    if model.len() + largest > limit::OPERATIONS || score.len() > limit::OPERATIONS {
        return Err(Refused("the model has too many operations"));
    }
    Ok(Verified { options, model, score, shapes })
}

fn sizes(simulator: &Simulator) -> Result<(), Refused> {
    let within = [
        (simulator.stocks.len(), 1, limit::STOCKS, "stocks"),
        (simulator.levers.len(), 0, limit::LEVERS, "levers"),
        (simulator.params.len(), 0, limit::PARAMS, "parameters"),
        (simulator.cards.len(), 1, limit::CARDS, "cards"),
        (simulator.program.registers as usize, 0, limit::REGISTERS, "registers"),
        (simulator.program.sites.len(), 0, limit::SITES, "random sites"),
        (simulator.program.constants.len(), 0, limit::OPERATIONS, "constants"),
        (simulator.worlds as usize, 1, limit::WORLDS, "worlds"),
    ];
    if let Some((.., what)) = within.into_iter().find(|(count, least, most, _)| !(*least..=*most).contains(count)) {
        return Err(Refused(what));
    }
    if simulator.cards.iter().any(|card| !(1..=limit::OPTIONS).contains(&card.options.len())) {
        return Err(Refused("options"));
    }
    let levers = simulator.levers.len();
    if simulator.cards.iter().flat_map(|card| &card.options).any(|option| option.levers.len() != levers) {
        return Err(Refused("the levers of an option"));
    }
    Ok(())
}

struct Checker<'a> {
    simulator: &'a Simulator,
    shapes: &'a mut Vec<Option<Op>>,
    written: Vec<bool>,
    temporary: usize,
}

impl<'a> Checker<'a> {
    fn new(simulator: &'a Simulator, shapes: &'a mut Vec<Option<Op>>) -> Self {
        let stocks = simulator.stocks.len();
        let temporary = 2 * stocks + simulator.levers.len() + simulator.params.len();
        let given = |register: usize| register < stocks || (2 * stocks..temporary).contains(&register);
        let written = (0..simulator.program.registers as usize).map(given).collect();
        Self { simulator, shapes, written, temporary }
    }

    fn check(mut self, code: &[u32], result: Option<u32>) -> Result<Vec<Instruction>, Refused> {
        let instructions = Instruction::read(code).ok_or(Refused("an unknown operation"))?;
        for instruction in &instructions {
            self.instruction(instruction)?;
        }
        match result {
            Some(register) if !self.is_written(register) => Err(Refused("a result that nothing computes")),
            _ => Ok(instructions),
        }
    }

    fn is_written(&self, register: u32) -> bool {
        self.written.get(register as usize) == Some(&true)
    }

    fn instruction(&mut self, instruction: &Instruction) -> Result<(), Refused> {
        let stocks = self.simulator.stocks.len();
        let program = &self.simulator.program;
        let kinds = instruction.op.operands();
        for (kind, &operand) in kinds.iter().zip(&instruction.operands) {
            let at = operand as usize;
            let holds = match kind {
                Arity::Target => at >= self.temporary && at < self.written.len(),
                Arity::Source => self.is_written(operand),
                Arity::Constant => at < program.constants.len(),
                Arity::Site => at < self.shapes.len() && self.shapes.get(at) == Some(&None),
                Arity::Stock => at < stocks,
                Arity::Change => (stocks..2 * stocks).contains(&at),
                Arity::Delay => (1..=limit::DELAY).contains(&at),
                Arity::Rule => at <= self.simulator.rules.len(),
            };
            if !holds {
                return Err(Refused("an operation on something that is not there"));
            }
            if let (Arity::Site, Some(shape)) = (kind, self.shapes.get_mut(at)) {
                *shape = Some(instruction.op);
            }
        }
        if let (Some(Arity::Target), Some(written)) = (kinds.first(), self.written.get_mut(instruction.operands[0] as usize)) {
            *written = true;
        }
        Ok(())
    }
}

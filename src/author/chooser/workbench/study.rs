//! A study of synthetic readers: how they are made, what they answer, what the engine says of it.
//!
//! A reader has true leans theta from the prior, true weights from Dirichlet(3, ..., 3) and answers from the model, with pairs that are
//! truly sharper or more slanted than the engine takes them for, as the [`Scenario`] has it.

use super::chance::{Chance, What};
use serde::Serialize;
use waypost_core::chooser::adaptive::flips::Flips;
use waypost_core::chooser::adaptive::item::{Item, Response};
use waypost_core::chooser::adaptive::lean::{Lean, Weights, reliable_change};
use waypost_core::chooser::adaptive::matrix::{MAX, Vector, dot};
use waypost_core::chooser::adaptive::posterior::{Posterior, Prior, RHO};
use waypost_core::chooser::adaptive::select;
use waypost_core::chooser::adaptive::verdict::{Verdict, verdict};

/// How the truth differs from what the engine takes for granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scenario {
    /// Not at all.
    Modeled,
    /// True a from .8 to 2.2, true b normal with spread .4.
    Misjudged,
    /// Misjudged, and for each reader all b shifted by the same normal amount with spread .3.
    Slanted,
    /// Slanted, and one answer in twenty is picked blindly.
    Careless,
    /// True a from .5 to 1.3, true b normal with spread .3, shifted as in `Slanted`.
    Weak,
    /// All b shifted by .4, for everybody: the wording flatters pole A.
    FixedSlant,
}

impl Scenario {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 6] = [Self::Modeled, Self::Misjudged, Self::Slanted, Self::Careless, Self::Weak, Self::FixedSlant];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Modeled => "as modeled",
            Self::Misjudged => "misjudged",
            Self::Slanted => "slanted",
            Self::Careless => "careless",
            Self::Weak => "weak",
            Self::FixedSlant => "fixed slant",
        }
    }

    /// What it means, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Self::Modeled => "readers answer as the engine expects",
            Self::Misjudged => "pairs are sharper, duller or more one-sided than assumed",
            Self::Slanted => "and the wording as a whole appeals to each reader's taste a little more on one side",
            Self::Careless => "and one answer in twenty is picked blindly",
            Self::Weak => "pairs tell little, and appeal more on one side",
            Self::FixedSlant => "the wording flatters the same pole for everybody",
        }
    }

    /// What a pair truly is for this reader.
    fn truth(self, scored: &Item, which: u32, chance: Chance) -> Item {
        let sharpness = |low, high| chance.between(What::Sharpness, which, low, high);
        let balance = |spread: f64| spread * chance.normal(What::Balance, which);
        let slant = || 0.3 * chance.normal(What::Slant, 0);
        let (a, b) = match self {
            Self::Modeled => (scored.a, scored.b),
            Self::Misjudged => (sharpness(0.8, 2.2), balance(0.4)),
            Self::Slanted | Self::Careless => (sharpness(0.8, 2.2), balance(0.4) + slant()),
            Self::Weak => (sharpness(0.5, 1.3), balance(0.3) + slant()),
            Self::FixedSlant => (scored.a, scored.b + 0.4),
        };
        Item { a, b, ..*scored }
    }

    /// The share of blind answers.
    fn careless(self) -> f64 {
        if self == Self::Careless { 0.05 } else { 0.0 }
    }
}

/// What is studied: a bank of pairs as the engine takes them, and the rules.
#[derive(Clone, Debug)]
pub struct Study {
    /// Dimensions and the allowance for slanted wording.
    pub prior: Prior,
    /// The bank.
    pub bank: Vec<Item>,
    /// Which pairs come, and when it is enough.
    pub asks: Asks,
    /// The probability from which answers lean.
    pub lean: f64,
    /// The share of blind answers beyond what the scenario has.
    pub careless: f64,
    /// Of the whole study.
    pub seed: u32,
}

/// Which pairs come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// The one that tells most, from `min` answers until it is settled, at most `max`.
    Adaptive {
        /// Answers before anything is said.
        min: usize,
        /// Pairs at most.
        max: usize,
    },
    /// These pairs of the bank, in this order.
    Fixed(Vec<usize>),
}

/// One reader of the study.
#[derive(Clone, Debug)]
pub struct Person {
    chance: Chance,
    theta: Vector,
    weights: Weights,
    truth: Vec<Item>,
    careless: f64,
}

/// What a sitting came to.
#[derive(Clone, Debug)]
pub struct Sat {
    /// The pairs asked, as positions in the bank.
    pub asked: Vec<usize>,
    responses: Vec<Response>,
    posterior: Posterior,
    lean: Lean,
    /// What the engine says.
    pub verdict: Verdict,
}

/// What is noted of one reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The pairs asked, as positions in the bank.
    pub asked: Vec<usize>,
    /// The probability that pole B is the reader's side.
    pub p: f64,
    /// Whether it truly is: 1 or 0.
    pub truly: f64,
    /// What the engine says.
    pub verdict: Verdict,
    /// The size of the set of answers that would flip the lean, if it was looked for and there is one of three or fewer.
    pub flips: Option<usize>,
    /// Whether answering again, with nothing changed, looks like a change.
    pub drifts: bool,
}

impl Study {
    /// The reader of that number.
    pub fn person(&self, scenario: Scenario, reader: u32) -> Person {
        let chance = Chance { seed: self.seed, reader };
        let size = self.prior.size;
        let shared = libm::sqrt(RHO) * chance.normal(What::Lean, 0);
        let (mut theta, mut w) = ([0.0; MAX], [0.0; MAX]);
        for (k, (theta, w)) in (1u32..).zip(theta.iter_mut().zip(w.iter_mut()).take(size)) {
            *theta = shared + libm::sqrt(1.0 - RHO) * chance.normal(What::Lean, k);
            *w = 0.0;
        }
        for (w, share) in w.iter_mut().zip(chance.dirichlet(What::Weight, size)) {
            *w = share;
        }
        let truth = (0u32..).zip(&self.bank).map(|(which, item)| scenario.truth(item, which, chance)).collect();
        Person { chance, theta, weights: Weights { size, w }, truth, careless: self.careless + scenario.careless() }
    }

    /// A sitting of a reader; `occasion` 0 is the first, 1 the same reader again. `None` where the numbers give out.
    pub fn sit(&self, person: &Person, occasion: u32) -> Option<Sat> {
        let mut asked: Vec<usize> = Vec::new();
        let mut responses: Vec<Response> = Vec::new();
        let mut posterior = self.prior.posterior(&responses, &[0.0; MAX])?;
        loop {
            let lean = Lean::of(&posterior, &person.weights);
            let next = match &self.asks {
                Asks::Fixed(order) => order.get(asked.len()).copied(),
                Asks::Adaptive { min, max } => {
                    let settled = verdict(&lean, self.lean, asked.len() < *min).is_settled();
                    if settled || asked.len() >= *max { None } else { self.next(&posterior, person, &asked, occasion) }
                }
            };
            let Some(at) = next else {
                let early = matches!(self.asks, Asks::Adaptive { min, .. } if asked.len() < min);
                return Some(Sat { asked, responses, verdict: verdict(&lean, self.lean, early), posterior, lean });
            };
            asked.push(at);
            responses.push(Response { item: self.bank[at], y: person.answer(at, occasion) });
            posterior = self.prior.posterior(&responses, &posterior.mode)?;
        }
    }

    fn next(&self, posterior: &Posterior, person: &Person, asked: &[usize], occasion: u32) -> Option<usize> {
        let mut touched = [false; MAX];
        for at in asked {
            touched[self.bank[*at].dimension] = true;
        }
        let places: Vec<usize> = (0..self.bank.len()).filter(|at| !asked.contains(at)).collect();
        let open = places.iter().map(|at| (at, self.bank[*at]));
        let tie = |at: &usize| person.chance.bits(What::Tie, which(occasion, asked.len() * self.bank.len() + at));
        select::next(posterior, &person.weights, &touched, open, tie).copied()
    }

    /// What is noted of a reader: a sitting, and what is looked for beyond it.
    pub fn row(&self, scenario: Scenario, reader: u32, looks: Looks) -> Option<Row> {
        let person = self.person(scenario, reader);
        let first = self.sit(&person, 0)?;
        let again = if looks == Looks::Once { None } else { Some(self.sit(&person, 1)?) };
        let moved = |again: Sat| reliable_change(&first.posterior, &again.posterior, &person.weights).abs() >= 1.96;
        let flips = match looks {
            Looks::Once | Looks::Twice => None,
            Looks::Flips => {
                let open = first.responses.len();
                let mut search = Flips::new(first.posterior.clone(), person.weights, first.responses.clone(), open);
                search.advance(usize::MAX);
                search.found().map(Vec::len)
            }
        };
        let drifts = again.is_some_and(moved);
        Some(Row {
            p: first.lean.p(),
            truly: f64::from(u8::from(dot(&person.weights.w, &person.theta) > 0.0)),
            verdict: first.verdict,
            asked: first.asked,
            flips,
            drifts,
        })
    }
}

/// What is looked for beyond sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// Nothing.
    Once,
    /// Whether answering again looks like drift.
    Twice,
    /// That, and which answers would flip the lean.
    Flips,
}

impl Person {
    /// The answer to a pair of the bank.
    fn answer(&self, at: usize, occasion: u32) -> usize {
        let item = self.truth[at];
        let which = which(occasion, at);
        let roll = self.chance.share(What::Answer, which);
        if self.chance.share(What::Careless, which) < self.careless {
            return ((roll * item.answers() as f64) as usize).min(item.cuts.len());
        }
        let eta = self.theta[item.dimension];
        (1..item.answers()).rev().find(|y| roll < item.at_least(eta, *y)).unwrap_or(0)
    }
}

/// Which draw it is on an occasion.
fn which(occasion: u32, n: usize) -> u32 {
    2 * u32::try_from(n).unwrap_or(u32::MAX / 2) + occasion
}

//! A chooser's bundle: what a reader compares or is matched with, and the rules by which answers are read.
//!
//! Words are apart from structure, in [`Head::strings`] under the keys of [`key`]. There are no floats: decimals are exact texts.

use crate::bundle::{Head, Meta, head};
use crate::id::{ItemId, OptionId};
use crate::number::Share;
use crate::typed::Exact;
use crate::words::chooser::Words;
use serde::Serialize;
use std::ops::{Deref, DerefMut};

/// The most dimensions an author may write; the reader may add [`MAX_CONCERNS`].
pub const MAX_DIMENSIONS: usize = 6;

/// The most concerns of their own a reader may add.
pub const MAX_CONCERNS: usize = 2;

/// One chooser, compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chooser {
    /// What every widget has.
    #[serde(flatten)]
    pub head: Head,
    /// Dates, author, funding and interest: they stand below each result, so players have them too.
    #[serde(default)]
    pub about: Meta,
    /// The words of the interface, where they are not English.
    #[serde(default, skip_serializing_if = "Words::is_english")]
    pub words: Words,
    /// How answers are read.
    pub engine: Engine,
    /// What may be tried: for 90 days on a pole, or as the strategy for an outcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Plan>,
    /// Where statements come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// What leaves the device.
    #[serde(default, skip_serializing_if = "Report::is_completed")]
    pub report: Report,
}

/// How answers are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// Which of two poles do my priorities point to, and how surely?
    Adaptive(Adaptive),
    /// Which of these outcomes fits my answers best?
    Profile(Weighted),
}

/// Two poles, compared by pairs of statements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Adaptive {
    /// Pole A (the negative side), then pole B (the positive side): always two.
    pub poles: Vec<Pole>,
    /// What the poles differ in, 2 to [`MAX_DIMENSIONS`].
    pub dimensions: Vec<ItemId>,
    /// The bank of pairs, in the order of the file.
    pub pairs: Vec<Pair>,
    /// Questions of feasibility; they never enter the result.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// When to stop and what to say.
    pub rules: Rules,
}

/// One of the two directions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pole {
    /// Its name.
    pub id: ItemId,
    /// What it is like, what is good and what is hard about it, in the order of the file.
    pub traits: Vec<Trait>,
}

/// A statement about a pole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trait {
    /// Its name within the pole.
    pub id: OptionId,
    /// What kind of statement it is.
    pub aspect: Aspect,
    /// Where it comes from: names of [`Source`]s, or `author` for the author's own experience.
    pub sources: Vec<String>,
}

/// What a statement about a pole tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    /// What it is like.
    Like,
    /// What is good about it.
    Pro,
    /// What is hard about it.
    Con,
}

/// A pair of statements, one for each pole, about one dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pair {
    /// Its name.
    pub id: ItemId,
    /// The dimension it is about.
    pub dimension: ItemId,
    /// How sharply it tells leanings apart; 1.2 where no pilot says otherwise. Above 0, at most 4.
    pub a: Exact,
    /// Where it is balanced: the lean at which both statements attract equally. 0 where no pilot says otherwise; -4 to 4.
    pub b: Exact,
    /// 8 hex digits of its words, so that an answer to an earlier wording is known.
    pub hash: String,
}

/// A question of feasibility: yes, no or unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// Its name.
    pub id: ItemId,
    /// The pole it opens, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pole: Option<ItemId>,
}

/// The rules of an adaptive chooser, all resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rules {
    /// Answers before anything is said; usually 8.
    pub min: u32,
    /// Pairs asked at most, skipped ones included; usually 18.
    pub max: u32,
    /// Probability from which answers "lean"; usually 0.9. Above 0.5, below 1.
    pub lean: Exact,
    /// Allowance for wording that flatters one pole throughout, the standard deviation tau; usually 0.2, 0 for a piloted bank.
    pub slant: Exact,
}

impl Default for Rules {
    fn default() -> Self {
        let decimal = |mantissa, places| Exact::new(mantissa, places).unwrap_or(Exact::ZERO);
        Self { min: 8, max: 18, lean: decimal(9, 1), slant: decimal(2, 1) }
    }
}

/// Outcomes, matched by questions whose options carry weights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Weighted {
    /// What answers may point to, in the order of the file.
    pub outcomes: Vec<Outcome>,
    /// The questions, in the order of the file.
    pub questions: Vec<Question>,
    /// The question asked once among tied outcomes, if there is one; its words are under [`key::prompt`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tiebreak: Option<ItemId>,
    /// Answers before anything is said.
    pub min: u32,
    /// Below this share of its range an outcome does not count as present; only for [`Score::Share`].
    pub floor: Share,
    /// How outcomes are compared.
    pub score: Score,
}

/// Something answers may point to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// Its name.
    pub id: ItemId,
    /// The plan that answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<ItemId>,
    /// Another plan, under the condition that the plan states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also: Option<ItemId>,
}

/// A question with weighted options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Its name.
    pub id: ItemId,
    /// How many options an answer takes.
    #[serde(default, skip_serializing_if = "Takes::is_one")]
    pub takes: Takes,
    /// The options, in the order of the file.
    pub options: Vec<WeightedOption>,
}

/// An option and what it counts for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WeightedOption {
    /// Its name within the question.
    pub id: OptionId,
    /// What it adds to outcomes; those not named get 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<Points>,
}

/// Points for an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Points {
    /// Which outcome.
    pub to: ItemId,
    /// How many, -100 to 100.
    pub points: i64,
}

/// How outcomes are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Score {
    /// By the share of the range that the answered questions allow: fair where outcomes are mentioned unequally often.
    #[default]
    Share,
    /// By points.
    Points,
}

/// How many options an answer takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Takes {
    /// Exactly one.
    #[default]
    One,
    /// Any number; "none of these" is an answer too.
    Many,
}

impl Takes {
    fn is_one(&self) -> bool {
        *self == Self::One
    }
}

/// Something to try, in steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Its name.
    pub id: ItemId,
    /// The pole it tries out; in an adaptive chooser a plan without one is for the undecided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pole: Option<ItemId>,
    /// The steps, in the order of the file.
    pub steps: Vec<PlanStep>,
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlanStep {
    /// Its name within the plan.
    pub id: OptionId,
    /// The day of the plan on which it is due, counted from 1; none where it has no day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u32>,
}

/// Where statements come from, in plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its name in the file.
    pub id: String,
    /// The title.
    pub title: String,
    /// The year it was published.
    pub year: u32,
    /// How strong the evidence is, in the author's word: `essay`, `survey`, `meta-analysis` ...
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub strength: String,
    /// Where it can be read; a DOI is written as an address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
}

/// What leaves the device, each level with all before it. The reader can lower it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Report {
    /// Nothing.
    Nothing,
    /// That the reader began and came to the end.
    #[default]
    Completed,
    /// What the reader chose.
    Choice,
    /// The answers, except those to the reader's own concerns.
    Answers,
}

impl Report {
    fn is_completed(&self) -> bool {
        *self == Self::Completed
    }

    /// The name as in a file's header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Completed => "completed",
            Self::Choice => "choice",
            Self::Answers => "answers",
        }
    }
}

/// The keys of a chooser's words. Statements of a pair are `pair.pole/text`; of a pole `pole.trait/text`; options of a question
/// `question.option/text`; steps `plan.step/text`: all by [`key::text`].
pub mod key {
    pub use crate::bundle::key::{INTRO, body, intro, prompt, text, title};
    use crate::id::ItemId;

    /// The reader's situation in a few sentences.
    pub const SITUATION: &str = "situation";
    /// The decision as a question.
    pub const DECISION: &str = "decision";
    /// What nobody knows yet.
    pub const UNCERTAINTY: &str = "uncertainty";
    /// The title above the facts.
    pub const FACTS: &str = "facts/title";
    /// The introduction of the facts.
    pub const FACTS_INTRO: &str = "facts/intro";

    /// A pole's short name, for axes and buttons.
    pub fn short(pole: &ItemId) -> String {
        format!("{pole}/short")
    }

    /// What a low, middle or high share of an outcome means; `level` is `low`, `mid` or `high`.
    pub fn level(outcome: &ItemId, level: &str) -> String {
        format!("{outcome}/{level}")
    }

    /// The condition under which a plan is for the reader: "if you take the manager track".
    pub fn condition(plan: &ItemId) -> String {
        format!("{plan}/if")
    }
}

impl Adaptive {
    /// The pair of that name.
    pub fn pair(&self, id: &ItemId) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.id == *id)
    }

    /// The pole of that name.
    pub fn pole(&self, id: &ItemId) -> Option<&Pole> {
        self.poles.iter().find(|pole| pole.id == *id)
    }
}

impl Weighted {
    /// The question of that name.
    pub fn question(&self, id: &ItemId) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The outcome of that name.
    pub fn outcome(&self, id: &ItemId) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == *id)
    }
}

impl Chooser {
    /// The content of the adaptive engine, if it is that.
    pub fn adaptive(&self) -> Option<&Adaptive> {
        match &self.engine {
            Engine::Adaptive(adaptive) => Some(adaptive),
            Engine::Profile(_) => None,
        }
    }

    /// The content of the profile engine, if it is that.
    pub fn weighted(&self) -> Option<&Weighted> {
        match &self.engine {
            Engine::Adaptive(_) => None,
            Engine::Profile(weighted) => Some(weighted),
        }
    }

    /// The plan of that name.
    pub fn plan(&self, id: &ItemId) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == *id)
    }

    /// The plan for a pole, or for the undecided.
    pub fn plan_for(&self, pole: Option<&ItemId>) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.pole.as_ref() == pole)
    }

    /// Reads a bundle, or says in one sentence why it can't be used.
    ///
    /// # Errors
    /// That sentence.
    pub fn from_json(json: &str) -> Result<Self, String> {
        head::read(json)
    }

    /// The bundle as its profile is written: `full` indented, `play` compact.
    pub fn to_json(&self) -> String {
        head::write(self)
    }
}

impl Deref for Chooser {
    type Target = Head;

    fn deref(&self) -> &Head {
        &self.head
    }
}

impl DerefMut for Chooser {
    fn deref_mut(&mut self) -> &mut Head {
        &mut self.head
    }
}

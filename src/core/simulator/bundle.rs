//! A simulator's bundle: decisions over some turns, and the model they act on as integer arrays.

use super::Program;
use crate::bundle::{Head, Place};
use crate::id::{ItemId, OptionId};
use crate::read::{names, record, widget};
use crate::words::simulator::Words;
use serde::Serialize;
use std::ops::{Deref, DerefMut};

/// A simulator, compiled. Its words are in [`Head::strings`] under the keys of [`key`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Simulator {
    /// What every widget has.
    #[serde(flatten)]
    pub head: Head,
    /// What a turn is called, in the singular, such as `quarter`.
    pub turn_name: String,
    /// Worlds of the analysis: 64 to 4,096.
    pub worlds: u32,
    /// Seed of the analysis, the same for every reader, so that equal plans get equal ranks.
    pub seed: u32,
    /// What the model keeps from turn to turn, in the order of the file.
    pub stocks: Vec<Stock>,
    /// What an option sets for its turn, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levers: Vec<Lever>,
    /// What the author is unsure about, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub params: Vec<Param>,
    /// Other starts than the usual one, such as one for each track; a link chooses with `#from=ID`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub starts: Vec<Start>,
    /// Habits that options belong to, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub families: Vec<ItemId>,
    /// Decisions, one a turn, in the order they come.
    pub cards: Vec<Card>,
    /// Statements of the model as the author wrote them, for the panel of assumptions and as causes in the ledger.
    pub rules: Vec<Rule>,
    /// What the model is claimed to teach.
    #[serde(default)]
    pub claims: Claims,
    /// The model, compiled.
    pub program: Program,
    /// The words around it that differ from English.
    #[serde(default, skip_serializing_if = "Words::is_english")]
    pub words: Words,
}

/// A single-precision number as its IEEE 754 bits, so that bundles hold no fractions and every machine reads the same number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Real(pub u32);

impl Real {
    /// The number.
    pub fn get(self) -> f32 {
        f32::from_bits(self.0)
    }
}

impl From<f32> for Real {
    fn from(number: f32) -> Self {
        Self(number.to_bits())
    }
}

impl crate::read::Read for Real {
    fn read(json: &mut crate::json::Json, lack: &mut crate::read::Lack) -> Self {
        Self(u32::read(json, lack))
    }
}

/// Something the model keeps from turn to turn, drawn as a gauge unless it is hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stock {
    /// Its name in the model; its label is under [`key::label`].
    pub id: ItemId,
    /// Where it starts in the middle of all worlds.
    pub start: Real,
    /// Standard deviation of the start over worlds; 0 where every world starts alike.
    pub spread: Real,
    /// The least it can be.
    pub low: Real,
    /// The most it can be.
    pub high: Real,
    /// Which end is better.
    pub better: Better,
}

/// Another start: where some stocks begin in the middle of all worlds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Start {
    /// Its name; what it is called is under [`key::label`].
    pub id: ItemId,
    /// The stocks that begin elsewhere.
    pub stocks: Vec<Begins>,
}

/// Where a stock begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Begins {
    /// Which stock.
    pub stock: ItemId,
    /// Where.
    pub at: Real,
}

/// Which end of a gauge is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// The high end.
    High,
    /// The low end.
    Low,
    /// It is no gauge: the reader does not see it.
    Hidden,
}

/// Something an option sets for its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lever {
    /// Its name in the model; its label is under [`key::label`].
    pub id: ItemId,
    /// The value where an option says nothing.
    pub usual: Real,
    /// What kind of lever it is.
    pub kind: LeverKind,
}

/// What kind of lever it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LeverKind {
    /// A share of the whole: all shares of an option add up to 1.
    Share,
    /// Anything else.
    Lever,
}

/// A number the author is unsure about. Versions of the model differ in these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Param {
    /// Its name in the model; its label is under [`key::label`].
    pub id: ItemId,
    /// The author's value.
    pub nominal: Real,
    /// The least plausible value.
    pub low: Real,
    /// The greatest plausible value.
    pub high: Real,
    /// Digits after the point in the file, for showing it.
    pub places: u32,
}

impl Param {
    /// The value at a place of its range: 0 is the least, 500 the author's, 1000 the greatest; in between it is even on both sides.
    pub fn at(&self, permille: u32) -> f32 {
        self.within(permille.min(1000) as f32 / 1000.0)
    }

    /// The value at `u` of its range, 0 to 1, with the author's value in the middle.
    pub fn within(&self, u: f32) -> f32 {
        let (low, nominal, high) = (self.low.get(), self.nominal.get(), self.high.get());
        if u < 0.5 { low + (nominal - low) * (u * 2.0) } else { nominal + (high - nominal) * (u * 2.0 - 1.0) }
    }
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// Its name; its title and situation are under [`key::title`] and [`key::situation`].
    pub id: ItemId,
    /// What can be chosen: 2 to 4.
    pub options: Vec<Choice>,
}

impl Card {
    /// The place of an option in [`Card::options`].
    pub fn place(&self, option: &OptionId) -> Option<usize> {
        self.options.iter().position(|known| known.id == *option)
    }
}

/// One way to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// Its name; its words are under [`key::text`], [`key::told`], [`key::came`] and [`key::failed`].
    pub id: OptionId,
    /// The habit it belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<ItemId>,
    /// Whether it keeps its place among the options.
    #[serde(default, skip_serializing_if = "Place::is_free")]
    pub place: Place,
    /// The levers of its turn, each of [`Simulator::levers`], defaults filled in.
    pub levers: Vec<Real>,
    /// What it does, compiled.
    pub code: Vec<u32>,
    /// The register that holds 1 after [`Choice::code`] if its first chance came true, 0 if not; nothing where it has no chance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<u32>,
}

/// A statement of the model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rule {
    /// What kind of statement it is.
    pub kind: RuleKind,
    /// The statement as the author wrote it, without its cause. The cause is under [`key::cause`].
    pub source: String,
}

/// What kind of statement of the model a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum RuleKind {
    /// A name for an amount.
    Let,
    /// A change in every turn.
    Rule,
    /// A change that arrives later.
    Delay,
    /// A change that happens by chance.
    Event,
    /// The points.
    Score,
}

/// What the model is claimed to teach, as far as readers see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claims {
    /// The family of old habits, which the reader's plan is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<ItemId>,
    /// Checks of the doctor that the author set aside; why is under [`key::why`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<String>,
}

widget!(Simulator { turn_name, worlds, seed, stocks, levers, params, starts, families, cards, rules, claims, program, words });
record!(Stock { id, start, spread, low, high, better });
record!(Start { id, stocks });
record!(Begins { stock, at });
record!(Lever { id, usual, kind });
record!(Param { id, nominal, low, high, places });
record!(Card { id, options });
record!(Choice { id, family, place, levers, code, chance });
record!(Rule { kind, source });
record!(Claims { old, exceptions });
names!(Better { "high" => High, "low" => Low, "hidden" => Hidden });
names!(LeverKind { "share" => Share, "lever" => Lever });
names!(RuleKind { "let" => Let, "rule" => Rule, "delay" => Delay, "event" => Event, "score" => Score });

impl Deref for Simulator {
    type Target = Head;

    fn deref(&self) -> &Head {
        &self.head
    }
}

impl DerefMut for Simulator {
    fn deref_mut(&mut self) -> &mut Head {
        &mut self.head
    }
}

impl Simulator {
    /// The card of that name, with its place.
    pub fn card(&self, id: &ItemId) -> Option<(usize, &Card)> {
        self.cards.iter().enumerate().find(|(_, card)| card.id == *id)
    }

    /// The same simulation from another start; nothing where there is none of that name.
    pub fn starting(&self, name: &ItemId) -> Option<Self> {
        let start = self.starts.iter().find(|start| start.id == *name)?;
        let mut elsewhere = self.clone();
        for stock in &mut elsewhere.stocks {
            if let Some(begins) = start.stocks.iter().find(|begins| begins.stock == stock.id) {
                stock.start = begins.at;
            }
        }
        Some(elsewhere)
    }

    /// The number of turns, one a card.
    pub fn turns(&self) -> usize {
        self.cards.len()
    }

    /// The plan that takes the first option of a family on every card; nothing where a card has none of it.
    pub fn plan_of(&self, family: &ItemId) -> Option<Vec<usize>> {
        self.cards.iter().map(|card| card.options.iter().position(|option| option.family.as_ref() == Some(family))).collect()
    }

    /// The plan of the old habits, where the author named them.
    pub fn old_plan(&self) -> Option<Vec<usize>> {
        self.plan_of(self.claims.old.as_ref()?)
    }

    /// Reads a bundle, or says in one sentence why it can't be used.
    pub fn from_json(json: &str) -> Result<Self, String> {
        crate::bundle::head::read(json)
    }

    /// The bundle as its profile is written: `full` indented, `play` compact.
    pub fn to_json(&self) -> String {
        crate::bundle::head::write(self)
    }
}

/// The keys of [`Head::strings`] that a simulator has, each in one place. The introduction is under [`crate::bundle::key::INTRO`].
pub mod key {
    use crate::id::{ItemId, OptionId};

    /// What is told at the end of the debrief.
    pub const CLOSING: &str = "closing";

    /// What a card leaves the reader with, told in the debrief: its `[!NOTE]`.
    pub fn takeaway(card: &ItemId) -> String {
        format!("{card}/takeaway")
    }

    /// What the author says of a stock beside its course, with where to read on.
    pub fn about(stock: &ItemId) -> String {
        format!("{stock}/about")
    }

    /// What a stock, lever, parameter or family is called.
    pub fn label(name: &ItemId) -> String {
        format!("{name}/label")
    }

    /// Why a rule changes something; `rule` is its place in `Simulator::rules`. Nothing for lets.
    pub fn cause(rule: usize) -> String {
        format!("rule.{rule}/cause")
    }

    /// Why the author set a check of the doctor aside.
    pub fn why(check: &str) -> String {
        format!("doctor.{check}/why")
    }

    /// A card's heading.
    pub fn title(card: &ItemId) -> String {
        format!("{card}/title")
    }

    /// A card's situation.
    pub fn situation(card: &ItemId) -> String {
        format!("{card}/situation")
    }

    /// An option's text.
    pub fn text(card: &ItemId, option: &OptionId) -> String {
        format!("{card}.{option}/text")
    }

    /// Told after choosing the option, whatever happens: its plain quote.
    pub fn told(card: &ItemId, option: &OptionId) -> String {
        format!("{card}.{option}/told")
    }

    /// Told when the option's first chance came true: `[!IMPORTANT]`.
    pub fn came(card: &ItemId, option: &OptionId) -> String {
        format!("{card}.{option}/came")
    }

    /// Told when it did not: `[!WARNING]`.
    pub fn failed(card: &ItemId, option: &OptionId) -> String {
        format!("{card}.{option}/failed")
    }
}

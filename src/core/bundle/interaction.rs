//! What a reader can do with an item: one struct a family of kinds. Ids only; the words are under [`super::key`].

#[cfg(not(feature = "kinds"))]
mod absent;

use super::{Target, usual};
use crate::id::{ItemId, OptionId};
use crate::number::Share;
use crate::typed::Exact;
use serde::Serialize;

/// What the reader does with an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Interaction {
    /// Choose one option.
    Single(Choices),
    /// Choose all options that apply.
    Multi(Choices),
    /// Choose between two options that keep their order.
    Tf(Choices),
    /// Type a number.
    Number(Further<Answers>),
    /// Type a word or a line.
    Text(Further<Answers>),
    /// Fill the blanks of a text.
    Cloze(Further<Cloze>),
    /// Put things in order.
    Order(Further<Sequence>),
    /// Match each row with a target.
    Match(Further<Pairs>),
    /// Put each thing into a category.
    Categorize(Further<Pairs>),
    /// Answer statements on a response scale; unmarked.
    Scale(Further<Scale>),
    /// Pick a place between two ends.
    Slider(Further<Slider>),
    /// Write freely; never marked.
    Reflect(Further<Reflect>),
    /// Read only.
    Info {},
}

/// What an item holds that is answered otherwise than by choosing.
#[cfg(feature = "kinds")]
type Further<T> = T;
/// Nothing ever: a program for choices alone has no such items, and the compiler leaves out all that is there for them.
#[cfg(not(feature = "kinds"))]
type Further<T> = absent::Absent<T>;

impl Interaction {
    /// The options to choose from, of a choice item.
    pub fn choices(&self) -> Option<&Choices> {
        match self {
            Self::Single(choices) | Self::Multi(choices) | Self::Tf(choices) => Some(choices),
            _ => None,
        }
    }

    /// The options to choose from; none where nothing is chosen.
    pub fn options(&self) -> &[Choice] {
        self.choices().map(|choices| choices.options.as_slice()).unwrap_or_default()
    }

    /// The name as in the grammar's `type=`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Single(_) => "single",
            Self::Multi(_) => "multi",
            Self::Tf(_) => "tf",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::Cloze(_) => "cloze",
            Self::Order(_) => "order",
            Self::Match(_) => "match",
            Self::Categorize(_) => "categorize",
            Self::Scale(_) => "scale",
            Self::Slider(_) => "slider",
            Self::Reflect(_) => "reflect",
            Self::Info {} => "info",
        }
    }

    /// Whether it is a choice of exactly one option.
    pub fn takes_one(&self) -> bool {
        matches!(self, Self::Single(_) | Self::Tf(_))
    }

    /// Whether it has a key to be marked by.
    pub fn has_key(&self) -> bool {
        match self {
            Self::Scale(_) | Self::Reflect(_) | Self::Info {} => false,
            Self::Slider(slider) => slider.answers.is_some(),
            _ => true,
        }
    }
}

/// The options of a choice item and how they are marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choices {
    /// How the chosen options become a mark.
    pub marking: Marking,
    /// Whether the options are shown in a keyed random order; pinned ones keep their place.
    pub order: Order,
    /// The options in the order of the file.
    pub options: Vec<Choice>,
    /// Whether the reader is told how many to choose ("Choose 2").
    #[serde(default, skip_serializing_if = "Counted::is_open")]
    pub counted: Counted,
}

/// Whether the reader is told how many options to choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Counted {
    /// "Choose all that apply."
    #[default]
    Open,
    /// "Choose 2."
    Told,
}

impl Counted {
    fn is_open(&self) -> bool {
        *self == Self::Open
    }
}

/// In which order options are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// As in the file.
    #[default]
    Fixed,
    /// Keyed by the sitting's seed.
    Shuffled,
}

impl Order {
    pub(super) fn is_fixed(&self) -> bool {
        *self == Self::Fixed
    }
}

/// How chosen options become a mark; the equations are in [`crate::quiz::marking`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Marking {
    /// The credit of the chosen option (single choice, true/false).
    Credit,
    /// Share of the key found, less the share of the distractors chosen (multiple choice, the default).
    Net,
    /// All or nothing.
    All,
    /// Every option, row, thing or blank counts by itself.
    Each,
    /// Pairs in the right relative order (ordering, the default).
    Pairs,
    /// Things in their exact place (ordering).
    Position,
    /// The sum of the credits of the chosen options.
    Weights,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// Its name within the item.
    pub id: OptionId,
    /// Whether it belongs to the key.
    pub key: Key,
    /// What choosing it earns, where the author gave a credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Share>,
    /// Whether it keeps its place when options are shuffled.
    #[serde(default, skip_serializing_if = "Place::is_free")]
    pub place: Place,
    /// The misconception that choosing it shows; empty where none is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tag: String,
    /// Where the reader goes after choosing it, if not on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<Target>,
    /// What choosing it counts towards dimensions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<Weight>,
}

impl Choice {
    /// An option with nothing but its name and whether it is right.
    pub fn new(id: OptionId, key: Key) -> Self {
        Self { id, key, credit: None, place: Place::Free, tag: String::new(), then: None, weights: Vec::new() }
    }

    /// Whether it belongs to the key.
    pub fn is_key(&self) -> bool {
        self.key == Key::Right
    }
}

/// Whether an option belongs to the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Key {
    /// `[x]`: choosing it is right.
    Right,
    /// `[ ]`: a distractor.
    Wrong,
}

/// Whether an option may move when options are shuffled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// It moves.
    #[default]
    Free,
    /// `pin`: it stays where the file has it.
    Pinned,
}

impl Place {
    pub(crate) fn is_free(&self) -> bool {
        *self == Self::Free
    }
}

/// What an answer counts towards a dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Weight {
    /// The dimension.
    pub to: ItemId,
    /// How much.
    pub weight: Exact,
}

/// The accepted (and the foreseen wrong) answers of a typed item, in the order they are tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answers {
    /// Each with its own feedback, under [`super::key::feedback`].
    pub answers: Vec<Accepted>,
    /// How typed text is compared.
    #[serde(default, skip_serializing_if = "Compare::is_usual")]
    pub compare: Compare,
    /// Typing errors forgiven, 0 to 2.
    #[serde(default, skip_serializing_if = "super::is_zero")]
    pub typos: u32,
    /// The unit shown beside a number field and accepted after the number; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

/// One accepted or foreseen answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// Its name within the item.
    pub id: OptionId,
    /// What it matches.
    pub matches: Matches,
    /// Whether it belongs to the key.
    pub key: Key,
    /// What it earns, where the author gave a credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<Share>,
    /// Typing errors forgiven, where it differs from the item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typos: Option<u32>,
    /// A text as typed texts are compared with it: normalized like [`crate::journal::Typed::norm`], so that players need no tables of
    /// letters. Empty where that is the text itself. [`Answers::normalize`] fills it in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub norm: String,
}

impl Accepted {
    /// An answer with nothing but its name, what it matches and whether it is right.
    pub fn new(id: OptionId, matches: Matches, key: Key) -> Self {
        Self { id, matches, key, credit: None, typos: None, norm: String::new() }
    }

    /// What choosing it earns, as the author wrote it; by default all for the key and nothing for a foreseen wrong answer.
    pub fn credit(&self) -> Share {
        self.credit.unwrap_or(match self.key {
            Key::Right => Share::FULL,
            Key::Wrong => Share::NONE,
        })
    }
}

/// What an answer matches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Matches {
    /// A number within a tolerance: `= 3.14 +- 0.01`; the tolerance may be 0.
    Near(Exact, Exact),
    /// A number within so many percent: `= 200 +- 5%`.
    Percent(Exact, Exact),
    /// A number in a closed range: `= 6..8`.
    Range(Exact, Exact),
    /// A text as the author wrote it; `*` stands for any run of characters, `\*` and `\\` for an asterisk and a backslash.
    Text(String),
    /// Anything else: `= *`.
    Rest,
}

usual!(
    /// How typed text is compared.
    Compare, is_usual,
    /// Case, white space, quotes and dashes do not matter.
    Usual,
    /// Only white space around it does not matter.
    Exact,
    /// Accents and punctuation do not matter either.
    Loose
);

/// A text with blanks. The text is under [`super::key::body`], with [`crate::text::Inline::Blank`] where a blank stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cloze {
    /// `each` or `all`.
    pub marking: Marking,
    /// The blanks in reading order.
    pub blanks: Vec<Blank>,
}

/// One blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Blank {
    /// Its name within the item.
    pub id: OptionId,
    /// What the reader does there.
    pub field: Field,
    /// Shown only while another blank holds a text, if so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// What the reader does in a blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Type a text.
    Text(Answers),
    /// Type a number.
    Number(Answers),
    /// Choose from a list. An option's words are under [`super::key::text`] with the id `<blank>-<option>`. The answer is a
    /// [`crate::journal::Typed`] whose `norm` is the chosen option's id.
    Choice(Vec<Choice>),
}

/// While another blank holds a text or a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Condition {
    /// The other blank.
    pub blank: OptionId,
    /// What it must hold, as that blank's answers are compared ([`Cloze::normalize`] sees to it): a normalized text, a number, the id of
    /// an option of a drop-down.
    pub holds: String,
}

/// Things in their right order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sequence {
    /// `pairs`, `position` or `all`.
    pub marking: Marking,
    /// The things, first to last.
    pub things: Vec<OptionId>,
}

/// Rows and what each belongs to (matching), or things and their categories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pairs {
    /// `each`, `net` or `all`.
    pub marking: Marking,
    /// Whether rows and targets come in a keyed random order.
    pub order: Order,
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
    /// The targets or categories, distractors among them, in the order of the file.
    pub targets: Vec<OptionId>,
}

/// A row and the target it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// Its name within the item.
    pub id: OptionId,
    /// Its target; nothing for a thing that belongs nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<OptionId>,
}

/// Statements answered on one response scale. A response pairs each row with a step, `1` to `steps`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scale {
    /// The scale's name; its labels are under [`super::key::scale`].
    pub name: String,
    /// How many steps it has, 2 to 11.
    pub steps: u32,
    /// The statements; one without words of its own stands for the stem.
    pub rows: Vec<Statement>,
}

/// A statement on a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// Its name within the item.
    pub id: OptionId,
    /// The dimension it counts towards, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<ItemId>,
    /// Which way it counts.
    #[serde(default, skip_serializing_if = "Counts::is_forward")]
    pub counts: Counts,
}

usual!(
    /// Which way a statement counts.
    Counts, is_forward,
    /// The last step is the most.
    Forward,
    /// `reverse`: the first step is the most.
    Reverse
);

/// A place between two ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Slider {
    /// The least value.
    pub min: Exact,
    /// The greatest value.
    pub max: Exact,
    /// From one value to the next.
    pub step: Exact,
    /// Shown after the value; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Values with words of their own, under [`super::key::end`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<Exact>,
    /// The key, for a marked one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Answers>,
    /// The dimension it counts towards, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<ItemId>,
}

/// Free text. An example, shown afterwards, is the item's explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reflect {
    /// Lines of the field, 1 to 20.
    pub rows: u32,
}

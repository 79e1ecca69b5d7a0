//! The bundle: what an author's work becomes, and all that a player needs. One JSON document per widget, without floats.
//!
//! Words live in [`Bundle::strings`] under keys made from ids (`impact/prompt`, `impact.b/feedback`), apart from structure,
//! so that a translation or a typo fix never touches how an answer is marked.

use crate::id::{ItemId, OptionId, WidgetId};
use crate::json;
use crate::number::{Points, Share};
use crate::read::Read;
use crate::table::Table;
use crate::text::{Block, RichText, plain};
use serde::Serialize;

/// The bundle version this code writes. A player reads every minor version of its own major one.
pub const VERSION: &str = "1.0";

/// One widget, compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bundle {
    /// Bundle version, `MAJOR.MINOR`, always first.
    pub waypost: String,
    /// How much of the author's file is inside.
    pub profile: Profile,
    /// What the widget is.
    pub kind: Kind,
    /// The widget's name.
    pub id: WidgetId,
    /// Content revision: raised when an item changed since the last published bundle.
    pub version: u32,
    /// The title, in plain text.
    pub title: String,
    /// Language of the content, a BCP 47 tag.
    pub lang: String,
    /// Writing direction, from the language.
    pub dir: Dir,
    /// The first 12 hex digits of the SHA-256 of this bundle with this field empty: the revision named in events and journals.
    pub revision: String,
    /// Authors, dates and license; only in the profile `full`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meta: Option<Meta>,
    /// Every setting, resolved: no default is left to the player.
    pub policy: Policy,
    /// Sections in order. A quiz without sections has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Items in the order of the file.
    pub items: Vec<Item>,
    /// All words by key, see [`key`].
    pub strings: Table<String, RichText>,
}

/// How much of the author's file a bundle carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Everything the Markdown had.
    Full,
    /// What the player needs.
    Play,
}

/// What a widget is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Questions with answers, marked.
    Quiz,
}

impl Kind {
    /// The name as in a file's header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quiz => "quiz",
        }
    }
}

/// Writing direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Dir {
    /// The direction a language is written in.
    pub fn of(lang: &str) -> Self {
        match lang.split('-').next().unwrap_or_default() {
            "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" => Self::Rtl,
            _ => Self::Ltr,
        }
    }

    /// The value of HTML's `dir`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Who made the content and when; the header's `about`, in plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Meta {
    /// The author's name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The content's license, such as `CC-BY-4.0`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub license: String,
    /// When it was published, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub published: String,
    /// When it should be looked at again, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub review_by: String,
    /// How the content is kept up to date.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub updates: String,
    /// Who paid for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub funding: String,
    /// Interests readers should know of.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interest: String,
    /// Where readers report a question: `mailto:` or `https:`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
}

/// Every setting of a quiz, resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Policy {
    /// Tries per item; 0 means as many as the reader likes.
    pub attempts: u32,
    /// What each earlier try takes off what was earned.
    pub attempt_cost: Share,
    /// What each hint takes off what was earned.
    pub hint_cost: Share,
    /// Whether wrong answers may cost marks.
    pub negative: Negative,
    /// What a wrong single choice costs where `negative` allows it.
    pub penalty: Share,
    /// What may be tried again after the result.
    pub retry: Retry,
    /// The pass mark as a share of all points, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<Share>,
    /// Who may receive this widget's learner events from a frame: origins, or `*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
}

/// Whether wrong answers may cost marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Negative {
    /// The least an item can earn is 0.
    None,
    /// An item can earn as little as minus its points.
    Item,
}

/// What may be tried again after the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Retry {
    /// The items that did not earn the full mark.
    Wrong,
    /// The whole quiz.
    All,
    /// Nothing.
    None,
}

/// A part of the quiz with a title and an introduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its name; shares the items' namespace.
    pub id: ItemId,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// The section it belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<ItemId>,
    /// What it is worth.
    pub points: Points,
    /// What the reader does.
    pub interaction: Interaction,
    /// How many hints there are.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hints: u32,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

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
}

impl Interaction {
    /// The options to choose from.
    pub fn choices(&self) -> &Choices {
        match self {
            Self::Single(choices) | Self::Multi(choices) | Self::Tf(choices) => choices,
        }
    }

    /// The name as in the grammar's `type=`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Single(_) => "single",
            Self::Multi(_) => "multi",
            Self::Tf(_) => "tf",
        }
    }

    /// Whether exactly one option can be chosen.
    pub fn takes_one(&self) -> bool {
        !matches!(self, Self::Multi(_))
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// As in the file.
    Fixed,
    /// Keyed by the sitting's seed.
    Shuffled,
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
    /// Every option is a true/false decision.
    Each,
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
}

impl Choice {
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
    fn is_free(&self) -> bool {
        *self == Self::Free
    }
}

/// The keys of [`Bundle::strings`], each in one place.
pub mod key {
    use crate::id::{ItemId, OptionId};

    /// The widget's introduction.
    pub const INTRO: &str = "intro";

    /// A section's title.
    pub fn title(section: &ItemId) -> String {
        format!("{section}/title")
    }

    /// A section's introduction.
    pub fn intro(section: &ItemId) -> String {
        format!("{section}/intro")
    }

    /// An item's stem.
    pub fn prompt(item: &ItemId) -> String {
        format!("{item}/prompt")
    }

    /// An item's text below the stem.
    pub fn body(item: &ItemId) -> String {
        format!("{item}/body")
    }

    /// Why the key is the key: `[!NOTE]` of an item.
    pub fn explanation(item: &ItemId) -> String {
        format!("{item}/explanation")
    }

    /// A hint, counted from 1: `[!TIP]` of an item.
    pub fn hint(item: &ItemId, number: u32) -> String {
        format!("{item}/hint.{number}")
    }

    /// Shown when an answer is fully right, partly right or wrong: `[!IMPORTANT]`, `[!CAUTION]`, `[!WARNING]` of an item.
    pub fn verdict(item: &ItemId, verdict: crate::quiz::Verdict) -> String {
        format!("{item}/{}", verdict.name())
    }

    /// An option's text.
    pub fn text(item: &ItemId, option: &OptionId) -> String {
        format!("{item}.{option}/text")
    }

    /// Feedback when the option was chosen.
    pub fn feedback(item: &ItemId, option: &OptionId) -> String {
        format!("{item}.{option}/feedback")
    }

    /// Why the option is right or wrong: `[!NOTE]` of an option, for the review.
    pub fn reason(item: &ItemId, option: &OptionId) -> String {
        format!("{item}.{option}/reason")
    }
}

impl Bundle {
    /// The text under `key`; empty where nothing is written.
    pub fn text(&self, key: &str) -> &[Block] {
        self.strings.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The text under `key` without markup.
    pub fn plain(&self, key: &str) -> String {
        plain(self.text(key))
    }

    /// The item of that name.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// Reads a bundle, or says in one sentence why it can't be used.
    pub fn from_json(json: &str) -> Result<Self, String> {
        let json = json::parse(json).map_err(|trouble| trouble.to_string())?;
        let bundle = Self::read(json).map_err(|what| format!("the bundle's `{what}` is missing or has another shape"))?;
        let major = |version: &str| version.split('.').next().map(str::to_owned);
        if major(&bundle.waypost) != major(VERSION) {
            return Err(format!("bundle version {} is not {VERSION}", bundle.waypost));
        }
        Ok(bundle)
    }

    /// The bundle as its profile is written: `full` indented, `play` compact.
    pub fn to_json(&self) -> String {
        let written = match self.profile {
            Profile::Full => serde_json::to_string_pretty(self),
            Profile::Play => serde_json::to_string(self),
        };
        written.unwrap_or_default()
    }
}

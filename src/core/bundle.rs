//! The bundle: what an author's work becomes, and all that a player needs. One JSON document per widget, without floats.
//!
//! Words live in [`Head::strings`] under keys made from ids (`impact/prompt`, `impact.b/feedback`), apart from structure,
//! so that a translation or a typo fix never touches how an answer is marked.

mod hashes;
pub(crate) mod head;
mod interaction;
mod lesson;

pub use hashes::{Hashes, hashes};
pub use head::{Head, Webhook};
pub use interaction::*;
pub use lesson::Lesson;

use crate::id::ItemId;
use crate::number::{Points, Share};
use crate::words::Words;
use serde::Serialize;
use std::ops::{Deref, DerefMut};

/// The bundle version this code writes. A player reads every minor version of its own major one.
pub const VERSION: &str = "1.0";

/// A quiz, compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bundle {
    /// What every widget has.
    #[serde(flatten)]
    pub head: Head,
    /// Every setting, resolved: no default is left to the player.
    pub policy: Policy,
    /// Sections in order. A quiz without sections has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Items in the order of the file.
    pub items: Vec<Item>,
    /// Result bands, the highest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<Band>,
    /// Dimensions that answers count towards (subscales), in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<ItemId>,
    /// The words of the interface in the bundle's language, where they are not English or the author has words of their own.
    #[serde(default, skip_serializing_if = "Words::is_english")]
    pub words: Words,
}

impl Deref for Bundle {
    type Target = Head;

    fn deref(&self) -> &Head {
        &self.head
    }
}

impl DerefMut for Bundle {
    fn deref_mut(&mut self) -> &mut Head {
        &mut self.head
    }
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Questions with answers, marked.
    Quiz,
    /// Statements and preferences, which name a direction or a pattern.
    Chooser,
    /// Decisions over some turns, in a model of a situation.
    Simulator,
    /// What is due in the reader's quizzes, asked again. Its file is a quiz's with `gather` set.
    Review,
}

impl Kind {
    /// The name as in a file's header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quiz => "quiz",
            Self::Chooser => "chooser",
            Self::Simulator => "simulator",
            Self::Review => "review",
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
    /// Whether there is a score at all.
    #[serde(default, skip_serializing_if = "Mode::is_score")]
    pub mode: Mode,
    /// When feedback comes.
    #[serde(default, skip_serializing_if = "Feedback::is_immediate")]
    pub feedback: Feedback,
    /// What the review shows after the result.
    #[serde(default, skip_serializing_if = "Solutions::is_full")]
    pub solutions: Solutions,
    /// Whether readers say how sure they are.
    #[serde(default, skip_serializing_if = "Confidence::is_off")]
    pub confidence: Confidence,
    /// Whether items come in a keyed random order, where sections do not say otherwise.
    #[serde(default, skip_serializing_if = "Order::is_fixed")]
    pub order: Order,
    /// How many items of the whole widget a sitting takes, if not all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<u32>,
    /// Whether the reader may go back.
    #[serde(default, skip_serializing_if = "Back::is_allowed")]
    pub back: Back,
    /// The time limit, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Spaced review, where the author offers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// The pass mark as a share of all points, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<Share>,
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

impl Default for Policy {
    /// What an author gets who says nothing: one try, nothing costs, wrong answers may be tried again after the result.
    fn default() -> Self {
        Self {
            attempts: 1,
            attempt_cost: Share::NONE,
            hint_cost: Share::NONE,
            negative: Negative::None,
            penalty: Share::NONE,
            retry: Retry::Wrong,
            mode: Mode::default(),
            feedback: Feedback::default(),
            solutions: Solutions::default(),
            confidence: Confidence::default(),
            order: Order::default(),
            draw: None,
            back: Back::default(),
            time: None,
            review: None,
            pass: None,
        }
    }
}

/// An enum with one usual value that is left out of bundles.
macro_rules! usual {
    ($(#[$doc:meta])* $name:ident, $test:ident, $(#[$first_doc:meta])* $first:ident, $($(#[$variant_doc:meta])* $variant:ident),*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "lowercase")]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            $first,
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            fn $test(&self) -> bool {
                *self == Self::$first
            }
        }
    };
}
use usual;

usual!(
    /// Whether there is a score at all.
    Mode, is_score,
    /// Points, a percentage, perhaps a pass mark.
    Score,
    /// No score, pass, right or wrong anywhere.
    Reflect
);

usual!(
    /// When feedback comes.
    Feedback, is_immediate,
    /// After each answer.
    Immediate,
    /// After the last one; answers may be changed until then.
    End,
    /// After the last one, as [`Solutions`] says; no hints.
    Exam
);

usual!(
    /// What the review shows after the result.
    Solutions, is_full,
    /// Every option with its reasons.
    Full,
    /// Only which answers were right.
    Score,
    /// Nothing.
    None
);

usual!(
    /// Whether readers say how sure they are.
    Confidence, is_off,
    /// They are not asked.
    Off,
    /// They are asked; marks do not change.
    Calibration,
    /// Marks depend on it (certainty-based marking).
    Marks
);

usual!(
    /// Whether the reader may go back to earlier items.
    Back, is_allowed,
    /// Yes.
    Allowed,
    /// No.
    Never
);

/// A time limit. It never ends a sitting by itself outside of exams, and can be switched off or extended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time {
    /// Seconds for the whole quiz; 0 where only sections have limits.
    pub seconds: u32,
    /// Why it cannot be extended; empty where it can.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub essential: String,
}

/// Spaced review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// The most cards a day.
    pub daily: u32,
    /// The longest interval in days.
    pub max_days: u32,
    /// Whose questions the widget asks.
    #[serde(default, skip_serializing_if = "Asks::is_own")]
    pub asks: Asks,
}

usual!(
    /// Whose questions a widget asks.
    Asks, is_own,
    /// Its own.
    Own,
    /// Those that are due in the reader's other quizzes of the same origin.
    Due
);

/// A result text for scores from a share on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    /// Its name; its words are under [`key::title`] and [`key::intro`].
    pub id: ItemId,
    /// The least share of the points.
    pub from: Share,
}

impl Section {
    /// A section whose items all come, in the order of the file.
    pub fn new(id: ItemId) -> Self {
        Self { id, draw: None, order: Order::Fixed, then: None, time: None }
    }
}

/// A part of the quiz with a title and an introduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Section {
    /// Its name; shares the items' namespace.
    pub id: ItemId,
    /// How many of its items a sitting takes, if not all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<u32>,
    /// Whether its items come in a keyed random order.
    #[serde(default, skip_serializing_if = "Order::is_fixed")]
    pub order: Order,
    /// Where the reader goes after its last item, if not on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<Target>,
    /// A time limit of its own in seconds; the quiz' one rests meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<u32>,
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
    /// The item whose text is its stem's first part, for a part (`###`) of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<ItemId>,
    /// What it is worth.
    pub points: Points,
    /// Whether it counts.
    #[serde(default, skip_serializing_if = "Standing::is_marked")]
    pub standing: Standing,
    /// What the reader does.
    pub interaction: Interaction,
    /// How many hints there are.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hints: u32,
    /// Whether a drawn pool always has it.
    #[serde(default, skip_serializing_if = "Drawn::is_pool")]
    pub drawn: Drawn,
    /// Whether the reader is asked "Why did you pick this?".
    #[serde(default, skip_serializing_if = "Explain::is_silent")]
    pub explain: Explain,
    /// Tries and costs where they differ from the policy.
    #[serde(default, skip_serializing_if = "Costs::is_usual")]
    pub costs: Costs,
    /// Where the reader goes next, first match first; nothing means the next item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Branch>,
    /// What it looked like, in short: by this an answer given to an earlier version is known.
    #[serde(default, skip_serializing_if = "Hashes::is_empty")]
    pub hashes: Hashes,
}

impl Item {
    /// A marked item worth one point, outside sections, with nothing but its interaction.
    pub fn new(id: ItemId, interaction: Interaction) -> Self {
        Self {
            id,
            section: None,
            part_of: None,
            points: Points::ONE,
            standing: Standing::default(),
            interaction,
            hints: 0,
            drawn: Drawn::default(),
            explain: Explain::default(),
            costs: Costs::default(),
            branches: Vec::new(),
            hashes: Hashes::default(),
        }
    }

    /// Whether it earns points.
    pub fn is_marked(&self) -> bool {
        self.standing == Standing::Marked && self.interaction.has_key()
    }
}

usual!(
    /// Whether an item counts.
    Standing, is_marked,
    /// It earns points.
    Marked,
    /// An opinion: unmarked, outside all totals.
    Open
);

usual!(
    /// Whether a drawn pool always has an item.
    Drawn, is_pool,
    /// Only when it is drawn.
    Pool,
    /// `keep`: always.
    Always
);

usual!(
    /// Whether the reader is asked why.
    Explain, is_silent,
    /// No.
    Silent,
    /// "Why did you pick this?", in the reader's own words.
    Asked
);

/// Tries and costs of one item where they differ from the policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Costs {
    /// Tries; 0 means as many as the reader likes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u32>,
    /// What each earlier try takes off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempt_cost: Option<Share>,
    /// What each hint takes off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint_cost: Option<Share>,
    /// What a wrong single choice costs where the policy is negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalty: Option<Share>,
}

impl Costs {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// Where the reader goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// To the result.
    End,
    /// To a later item or section.
    Item(ItemId),
}

/// A way on, with its condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Branch {
    /// When it is taken; always where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<crate::quiz::Expression>,
    /// Where it leads.
    pub to: Target,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// The keys of [`Bundle::strings`], each in one place.
pub mod key {
    use crate::id::{ItemId, OptionId};

    /// The widget's introduction.
    pub const INTRO: &str = "intro";

    /// The title, where a translation lacks it and it stands in the language of the original.
    pub const TITLE: &str = "title";

    /// The next day on which something is due, as a date; the player puts it there once it knows. Empty where there is none.
    pub const NEXT: &str = "review/next";

    /// A label of a response scale, counted from 1.
    pub fn scale(name: &str, number: u32) -> String {
        format!("scale.{name}/{number}")
    }

    /// What an end of a slider is called; `value` as in the file.
    pub fn end(item: &ItemId, value: &str) -> String {
        format!("{item}/end.{value}")
    }

    /// A section's title.
    pub fn title(section: &ItemId) -> String {
        [section.as_str(), "/title"].concat()
    }

    /// A section's introduction.
    pub fn intro(section: &ItemId) -> String {
        [section.as_str(), "/intro"].concat()
    }

    /// An item's stem.
    pub fn prompt(item: &ItemId) -> String {
        [item.as_str(), "/prompt"].concat()
    }

    /// An item's text below the stem.
    pub fn body(item: &ItemId) -> String {
        [item.as_str(), "/body"].concat()
    }

    /// Why the key is the key: `[!NOTE]` of an item.
    pub fn explanation(item: &ItemId) -> String {
        [item.as_str(), "/explanation"].concat()
    }

    /// A hint, counted from 1: `[!TIP]` of an item.
    pub fn hint(item: &ItemId, number: u32) -> String {
        format!("{item}/hint.{number}")
    }

    /// Shown when an answer is fully right, partly right or wrong: `[!IMPORTANT]`, `[!CAUTION]`, `[!WARNING]` of an item.
    pub fn verdict(item: &ItemId, verdict: crate::quiz::Verdict) -> String {
        [item.as_str(), "/", verdict.name()].concat()
    }

    /// An option's text.
    pub fn text(item: &ItemId, option: &OptionId) -> String {
        [item.as_str(), ".", option.as_str(), "/text"].concat()
    }

    /// Feedback when the option was chosen.
    pub fn feedback(item: &ItemId, option: &OptionId) -> String {
        [item.as_str(), ".", option.as_str(), "/feedback"].concat()
    }

    /// Why the option is right or wrong: `[!NOTE]` of an option, for the review.
    pub fn reason(item: &ItemId, option: &OptionId) -> String {
        [item.as_str(), ".", option.as_str(), "/reason"].concat()
    }
}

impl Policy {
    /// Whether it asks what is due in the reader's other quizzes: then the widget is a [`Kind::Review`].
    pub fn gathers(&self) -> bool {
        self.review.as_ref().is_some_and(|review| review.asks == Asks::Due)
    }
}

impl Bundle {
    /// Whether it asks what is due in the reader's other quizzes.
    pub fn gathers(&self) -> bool {
        self.policy.gathers()
    }

    /// The item of that name.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// Reads a bundle, or says in one sentence why it can't be used.
    pub fn from_json(json: &str) -> Result<Self, String> {
        head::read(json)
    }

    /// The bundle as its profile is written: `full` indented, `play` compact.
    pub fn to_json(&self) -> String {
        head::write(self)
    }
}

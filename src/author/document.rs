//! What an author's file says, as a plain tree: words as rich text, everything with the bytes it came from.

use crate::header::Header;
use crate::source::Source;
use std::ops::Range;
use waypost_core::bundle::{Costs, Counted, Drawn, Explain, Interaction, Key, Marking, Order, Place, Standing, Target, Weight};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::number::{Points, Share};
use waypost_core::quiz::Expression;
use waypost_core::text::{Inline, RichText};
use waypost_core::typed::Exact;

/// A quiz file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// Its header.
    pub header: Header,
    /// The introduction of the widget; may be empty.
    pub intro: RichText,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Items in order.
    pub items: Vec<Item>,
    /// Result bands in the order of the file.
    pub bands: Vec<Band>,
    /// Dimensions in the order of the file.
    pub dimensions: Vec<Dimension>,
    /// Links to other files of the course and to its calls to action, with their places.
    pub links: Vec<(String, Range<usize>)>,
    /// Images, with their places.
    pub images: Vec<(String, Range<usize>)>,
    /// Lints silenced in parts of the file, with the bytes they cover.
    pub allowed: Vec<(&'static str, Range<usize>)>,
}

/// A section: a heading and its introduction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Given or minted.
    pub id: ItemId,
    /// The heading.
    pub title: Vec<Inline>,
    /// The prose under it; may be empty.
    pub intro: RichText,
    /// How many of its items a sitting takes, if not all.
    pub draw: Option<u32>,
    /// Whether its items come in a keyed random order.
    pub order: Order,
    /// Where the reader goes after it, if not on.
    pub then: Option<Jump>,
    /// A time limit of its own in seconds.
    pub time: Option<u32>,
    /// Where the heading stands.
    pub span: Range<usize>,
}

/// A way on, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// When it is taken; always where absent.
    pub when: Option<Expression>,
    /// Where it leads.
    pub to: Target,
    /// Where it is written.
    pub span: Range<usize>,
}

/// A text for results from a share on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Given or minted.
    pub id: ItemId,
    /// The least share of the points.
    pub from: Share,
    /// The heading.
    pub title: Vec<Inline>,
    /// The prose under it.
    pub text: RichText,
    /// Where the heading stands.
    pub span: Range<usize>,
}

/// What answers count towards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Given or minted.
    pub id: ItemId,
    /// The heading.
    pub title: Vec<Inline>,
    /// The prose under it.
    pub text: RichText,
    /// Where the heading stands.
    pub span: Range<usize>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Given or minted.
    pub id: ItemId,
    /// The section it stands in: an index into [`Document::sections`].
    pub section: Option<usize>,
    /// The item it is a part of: an index into [`Document::items`].
    pub part_of: Option<usize>,
    /// The heading: the stem.
    pub stem: Vec<Inline>,
    /// The prose under the stem; may be empty.
    pub body: RichText,
    /// What it is worth.
    pub points: Points,
    /// Whether it counts.
    pub standing: Standing,
    /// Whether a drawn pool always has it.
    pub drawn: Drawn,
    /// Whether the reader is asked why.
    pub explain: Explain,
    /// Tries and costs where they differ from the header.
    pub costs: Costs,
    /// Ways on: lines from the top, then the heading's own.
    pub jumps: Vec<Jump>,
    /// What the reader does.
    pub task: Task,
    /// Hints in the order to show them.
    pub hints: Vec<Prose>,
    /// Why the key is the key.
    pub explanation: Option<Prose>,
    /// Shown when an answer is fully right.
    pub right: Option<Prose>,
    /// Shown when an answer is partly right.
    pub partly: Option<Prose>,
    /// Shown when an answer is wrong.
    pub wrong: Option<Prose>,
    /// Where the heading stands.
    pub heading: Range<usize>,
    /// Where the whole item stands.
    pub span: Range<usize>,
}

impl Item {
    /// Whether it earns points, unless the whole quiz only reflects.
    pub fn is_marked(&self) -> bool {
        let has_key = match &self.task {
            Task::Choice(_) => true,
            Task::Other(task) => task.interaction.has_key(),
        };
        has_key && self.standing == Standing::Marked
    }
}

/// A text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// The words.
    pub text: RichText,
    /// Where they stand.
    pub span: Range<usize>,
}

/// What the reader does with an item. One variant for each way of answering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Choosing among options.
    Choice(ChoiceTask),
    /// Any other way of answering.
    Other(OtherTask),
}

impl Task {
    /// The kind's name, as in `type=`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Choice(task) => match task.takes {
                Takes::Single => "single",
                Takes::Multi => "multi",
                Takes::Tf => "tf",
            },
            Self::Other(task) => task.interaction.name(),
        }
    }
}

/// Any other way of answering: its shape as players read it, and the words of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherTask {
    /// What the reader does.
    pub interaction: Interaction,
    /// Rows, things, targets, answers, options of blanks, ends of a slider.
    pub parts: Vec<Part>,
}

/// A part of an item, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub name: PartName,
    /// Its words; empty for an answer that readers type.
    pub text: RichText,
    /// Shown when it was chosen, typed or misplaced.
    pub feedback: Option<Prose>,
    /// Why it is right or wrong, for the review.
    pub reason: Option<Prose>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// What a part of an item is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartName {
    /// Given or minted, unique in its item.
    Option(OptionId),
    /// A value of a slider.
    End(Exact),
}

/// Choosing among options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceTask {
    /// One, several, or true/false.
    pub takes: Takes,
    /// How a choice becomes a mark.
    pub marking: Marking,
    /// In which order options are shown.
    pub order: Order,
    /// Whether the reader is told how many to choose.
    pub counted: Counted,
    /// The options in order.
    pub options: Vec<ChoiceOption>,
}

/// How many options can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One.
    Single,
    /// All that apply.
    Multi,
    /// One of two that keep their order.
    Tf,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Given or minted.
    pub id: OptionId,
    /// Its words.
    pub text: RichText,
    /// `[x]` or `[ ]`.
    pub key: Key,
    /// What choosing it earns, where the author says so.
    pub credit: Option<Share>,
    /// Whether it keeps its place in a shuffle.
    pub place: Place,
    /// The misconception it shows; empty where none is named.
    pub tag: String,
    /// Where the reader goes after choosing it, if not on.
    pub then: Option<Jump>,
    /// What it counts towards dimensions.
    pub weights: Vec<Weight>,
    /// Shown when it was chosen.
    pub feedback: Option<Prose>,
    /// Why it is right or wrong, for the review.
    pub reason: Option<Prose>,
    /// Where it stands.
    pub span: Range<usize>,
}

//! What an author's file says, as a plain tree: words as rich text, everything with the bytes it came from.

use crate::header::Header;
use crate::source::Source;
use std::ops::Range;
use waypost_core::bundle::{Counted, Key, Marking, Order, Place};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::number::{Points, Share};
use waypost_core::text::{Inline, RichText};

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
    /// Links to other files of the course and to its calls to action, with their places.
    pub links: Vec<(String, Range<usize>)>,
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
    /// The heading: the stem.
    pub stem: Vec<Inline>,
    /// The prose under the stem; may be empty.
    pub body: RichText,
    /// What it is worth.
    pub points: Points,
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
    /// Shown when it was chosen.
    pub feedback: Option<Prose>,
    /// Why it is right or wrong, for the review.
    pub reason: Option<Prose>,
    /// Where it stands.
    pub span: Range<usize>,
}

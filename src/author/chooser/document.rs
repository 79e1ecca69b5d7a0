//! What a chooser's file says, as a plain tree: words as rich text, everything with the bytes it came from.

use super::header::Header;
use crate::source::Source;
use std::ops::Range;
use waypost_core::chooser::bundle::{Aspect, Takes};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::text::{Inline, RichText};
use waypost_core::typed::Exact;

/// A chooser file. The parts of the other engine are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// Its header.
    pub header: Header,
    /// The introduction of the widget; may be empty.
    pub intro: RichText,
    /// Adaptive: the directions, in the order of the file.
    pub poles: Vec<Pole>,
    /// Adaptive: what the poles differ in.
    pub dimensions: Vec<Headed>,
    /// Adaptive: the bank of pairs.
    pub pairs: Vec<Pair>,
    /// Adaptive: questions of feasibility, if there are any.
    pub facts: Option<Facts>,
    /// Profile: what answers may point to.
    pub outcomes: Vec<Outcome>,
    /// Profile: the questions.
    pub questions: Vec<Question>,
    /// Profile: the question asked among tied outcomes.
    pub tiebreak: Option<Headed>,
    /// What may be tried.
    pub plans: Vec<Plan>,
    /// Links to other files of the course and to its calls to action, with their places.
    pub links: Vec<(String, Range<usize>)>,
    /// Images, with their places.
    pub images: Vec<(String, Range<usize>)>,
    /// Lints silenced in parts of the file, with the bytes they cover.
    pub allowed: Vec<(&'static str, Range<usize>)>,
}

/// A heading and the prose under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headed {
    /// Given or minted.
    pub id: ItemId,
    /// The heading.
    pub title: Vec<Inline>,
    /// The prose; may be empty.
    pub text: RichText,
    /// Where the heading stands.
    pub span: Range<usize>,
}

/// A direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pole {
    /// Its name, title and lead text.
    pub head: Headed,
    /// Its name on axes and buttons; empty where the title serves.
    pub short: String,
    /// Statements about it.
    pub traits: Vec<Trait>,
}

/// A statement about a pole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trait {
    /// Given or minted.
    pub id: OptionId,
    /// What it tells.
    pub aspect: Aspect,
    /// Names of sources, or `author`.
    pub sources: Vec<String>,
    /// The words.
    pub text: RichText,
    /// Where it stands.
    pub span: Range<usize>,
}

/// A pair of statements about one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its name and stem.
    pub head: Headed,
    /// The dimension it stands under.
    pub dimension: ItemId,
    /// Discrimination, where a pilot set one.
    pub a: Option<Exact>,
    /// Balance point, where a pilot set one.
    pub b: Option<Exact>,
    /// One statement for each pole.
    pub sides: Vec<Side>,
}

/// A statement of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The pole it speaks for.
    pub pole: ItemId,
    /// The words.
    pub text: RichText,
    /// How desirable raters found it, 1 to 7.
    pub sounds: Option<Exact>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// Questions of feasibility under their heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The heading and its introduction.
    pub head: Headed,
    /// The questions.
    pub entries: Vec<Fact>,
}

/// A question of feasibility.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Given or minted, unique in the file.
    pub id: ItemId,
    /// The pole it opens, with its place.
    pub pole: Option<(ItemId, Range<usize>)>,
    /// The words.
    pub text: RichText,
    /// Where it stands.
    pub span: Range<usize>,
}

/// Something answers may point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its name, title and text.
    pub head: Headed,
    /// The plan that answers it.
    pub next: Option<(ItemId, Range<usize>)>,
    /// A plan that answers it under a condition.
    pub also: Option<(ItemId, Range<usize>)>,
    /// Texts for a low, a middle and a high share; empty where none is given.
    pub levels: [String; 3],
}

/// A question with weighted options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name and prompt.
    pub head: Headed,
    /// How many options an answer takes.
    pub takes: Takes,
    /// The options.
    pub options: Vec<Choice>,
}

/// An option and what it counts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Given or minted; `s1`, `s2` ... on a scale.
    pub id: OptionId,
    /// The words.
    pub text: RichText,
    /// Points for outcomes.
    pub weights: Vec<(ItemId, i64)>,
    /// How often readers choose it, where the author knows.
    pub p: Option<Exact>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// Something to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its name, title and introduction.
    pub head: Headed,
    /// For a pole, or where absent for the undecided.
    pub pole: Option<(ItemId, Range<usize>)>,
    /// The condition under which it is for the reader; empty where it always is.
    pub condition: String,
    /// The steps.
    pub steps: Vec<Step>,
}

/// A step of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Given or minted.
    pub id: OptionId,
    /// The day it is due.
    pub day: Option<u32>,
    /// The words.
    pub text: RichText,
    /// Where it stands.
    pub span: Range<usize>,
}

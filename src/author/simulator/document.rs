//! What a simulator's file says, as a plain tree: words as rich text, statements as trees, everything with the bytes it came from.

use super::header::Header;
use super::statement::Fence;
use crate::document::Prose;
use crate::source::Source;
use std::ops::Range;
use waypost_core::bundle::Place;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::text::{Inline, RichText};

/// A simulator's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// Its header.
    pub header: Header,
    /// The introduction.
    pub intro: RichText,
    /// The statements of the model.
    pub(crate) model: Fence,
    /// The cards in order.
    pub cards: Vec<Card>,
    /// What stands below the cards.
    pub closing: Closing,
    /// Links to other files of the course and to its calls to action, with their places.
    pub links: Vec<(String, Range<usize>)>,
    /// Images, with their places.
    pub images: Vec<(String, Range<usize>)>,
    /// Lints silenced in parts of the file, with the bytes they cover.
    pub allowed: Vec<(&'static str, Range<usize>)>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Given or minted.
    pub id: ItemId,
    /// The heading.
    pub title: Vec<Inline>,
    /// The situation.
    pub situation: RichText,
    /// What can be chosen.
    pub options: Vec<CardOption>,
    /// What the card leaves the reader with.
    pub takeaway: Option<Prose>,
    /// Where the heading stands.
    pub heading: Range<usize>,
}

/// What stands below the cards.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closing {
    /// Told at the end of the debrief.
    pub words: RichText,
    /// What is said of gauges: the stock, where it is named, and the words.
    pub gauges: Vec<(ItemId, Range<usize>, RichText)>,
}

/// One way to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct CardOption {
    /// Given or minted.
    pub id: OptionId,
    /// Its words.
    pub text: RichText,
    /// The habit it belongs to.
    pub family: Option<ItemId>,
    /// Whether it keeps its place.
    pub place: Place,
    /// Told after choosing it.
    pub told: Option<Prose>,
    /// Told when its first chance comes true.
    pub came: Option<Prose>,
    /// Told when it does not.
    pub failed: Option<Prose>,
    /// What it does.
    pub(crate) effects: Fence,
    /// Where it stands.
    pub span: Range<usize>,
}

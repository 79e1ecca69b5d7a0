//! The table of attribute names: where each may stand, and whether this version can play it.

/// Where attributes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// After a `#` heading.
    Section,
    /// After a `##` heading.
    Item,
    /// After an option's text.
    Option,
    /// After a thing to put in order, a row, a target, a category or an end of a slider.
    Row,
    /// After a statement of a scale.
    Statement,
    /// After an answer that readers type.
    Answer,
    /// After a blank.
    Blank,
    /// After an image.
    Image,
    /// After a formula.
    Formula,
    /// After a heading of a chooser.
    Heading,
    /// After an entry of a chooser's list.
    Entry,
}

impl Place {
    /// The place in an author's words.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Section => "a section",
            Self::Item => "a question",
            Self::Option => "an option",
            Self::Row => "an entry of this list",
            Self::Statement => "a statement",
            Self::Answer => "an answer",
            Self::Blank => "a blank",
            Self::Image => "an image",
            Self::Formula => "a formula",
            Self::Heading => "a heading of a chooser",
            Self::Entry => "an entry of a chooser",
        }
    }
}

/// How an attribute is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A name alone.
    Flag,
    /// `name=value`.
    Pair,
    /// Part of the format, but not of this version.
    Later,
}

use Form::{Flag, Later, Pair};
use Place::{Answer, Blank, Entry, Formula, Heading, Image, Item, Option as Choice, Section, Statement};

/// All names. `#id`, credits, `->` and weights have no name of their own and are not listed.
pub(crate) const NAMES: &[(Place, &str, Form)] = &[
    (Item, "type", Pair),
    (Item, "points", Pair),
    (Item, "marking", Pair),
    (Item, "penalty", Pair),
    (Item, "attempts", Pair),
    (Item, "attempt_cost", Pair),
    (Item, "hint_cost", Pair),
    (Item, "compare", Pair),
    (Item, "typos", Pair),
    (Item, "scale", Pair),
    (Item, "to", Pair),
    (Item, "min", Pair),
    (Item, "max", Pair),
    (Item, "step", Pair),
    (Item, "unit", Pair),
    (Item, "rows", Pair),
    (Item, "tag", Later),
    (Item, "open", Flag),
    (Item, "keep", Flag),
    (Item, "count", Flag),
    (Item, "shuffle", Flag),
    (Item, "fixed", Flag),
    (Item, "explain", Flag),
    (Item, "role", Pair),
    (Item, "from", Pair),
    (Item, "pass", Flag),
    (Section, "draw", Pair),
    (Section, "shuffle", Flag),
    (Section, "time", Pair),
    (Choice, "pin", Flag),
    (Choice, "tag", Pair),
    (Choice, "value", Later),
    (Choice, "src", Later),
    (Statement, "to", Pair),
    (Statement, "reverse", Flag),
    (Answer, "typos", Pair),
    (Answer, "compare", Later),
    (Blank, "typos", Pair),
    (Blank, "compare", Pair),
    (Blank, "unit", Pair),
    (Blank, "when", Pair),
    (Image, "w", Pair),
    (Image, "h", Pair),
    (Image, "decorative", Flag),
    (Image, "long", Later),
    (Formula, "alt", Pair),
    (Heading, "role", Pair),
    (Heading, "short", Pair),
    (Heading, "pole", Pair),
    (Heading, "type", Pair),
    (Heading, "scale", Pair),
    (Heading, "to", Pair),
    (Heading, "a", Pair),
    (Heading, "b", Pair),
    (Heading, "next", Pair),
    (Heading, "also", Pair),
    (Heading, "if", Pair),
    (Heading, "low", Pair),
    (Heading, "mid", Pair),
    (Heading, "high", Pair),
    (Entry, "like", Flag),
    (Entry, "pro", Flag),
    (Entry, "con", Flag),
    (Entry, "src", Pair),
    (Entry, "pole", Pair),
    (Entry, "day", Pair),
    (Entry, "sounds", Pair),
    (Entry, "p", Pair),
];

/// How `name` is written in `place`, if it may stand there.
pub(crate) fn form(place: Place, name: &str) -> Option<Form> {
    NAMES.iter().find(|(at, known, _)| *at == place && *known == name).map(|(_, _, form)| *form)
}

/// The names that may stand in `place`.
pub(crate) fn names(place: Place) -> impl Iterator<Item = &'static str> {
    NAMES.iter().filter(move |(at, _, form)| *at == place && *form != Later).map(|(_, name, _)| *name)
}

/// Whether `name` is an attribute anywhere, so that a dimension cannot be called so.
pub(crate) fn is_known(name: &str) -> bool {
    NAMES.iter().any(|(_, known, _)| *known == name)
}

/// Whether an attribute may stand in a translation: it holds words, or tells what kind of thing the words are for.
pub(crate) fn is_translated(place: Place, name: &str) -> bool {
    match place {
        Place::Item => ["type", "scale", "min", "max", "unit", "role"].contains(&name),
        Place::Blank => ["unit", "when"].contains(&name),
        Place::Image | Place::Formula => true,
        _ => false,
    }
}

/// A place other than `place` where `name` belongs.
pub(crate) fn home(place: Place, name: &str) -> Option<Place> {
    let elsewhere = || NAMES.iter().filter(|(at, known, _)| *at != place && *known == name);
    elsewhere().find(|(_, _, form)| *form != Later).or(elsewhere().next()).map(|(at, _, _)| *at)
}

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
    /// After an image.
    Image,
}

impl Place {
    /// The place in an author's words.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Section => "a section",
            Self::Item => "a question",
            Self::Option => "an option",
            Self::Image => "an image",
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
use Place::{Image, Item, Option as Choice, Section};

/// All names. `#id`, credits and `->` have no name and are not listed.
pub(crate) const NAMES: &[(Place, &str, Form)] = &[
    (Section, "draw", Later),
    (Section, "shuffle", Later),
    (Section, "time", Later),
    (Item, "type", Pair),
    (Item, "points", Pair),
    (Item, "marking", Pair),
    (Item, "count", Flag),
    (Item, "shuffle", Flag),
    (Item, "fixed", Flag),
    (Item, "penalty", Later),
    (Item, "attempts", Later),
    (Item, "attempt_cost", Later),
    (Item, "hint_cost", Later),
    (Item, "compare", Later),
    (Item, "typos", Later),
    (Item, "scale", Later),
    (Item, "to", Later),
    (Item, "min", Later),
    (Item, "max", Later),
    (Item, "step", Later),
    (Item, "unit", Later),
    (Item, "rows", Later),
    (Item, "tag", Later),
    (Item, "open", Later),
    (Item, "keep", Later),
    (Item, "explain", Later),
    (Item, "role", Later),
    (Choice, "pin", Flag),
    (Choice, "tag", Later),
    (Choice, "value", Later),
    (Choice, "reverse", Later),
    (Choice, "src", Later),
    (Image, "w", Pair),
    (Image, "h", Pair),
    (Image, "decorative", Flag),
    (Image, "long", Later),
];

/// How `name` is written in `place`, if it may stand there.
pub(crate) fn form(place: Place, name: &str) -> Option<Form> {
    NAMES.iter().find(|(at, known, _)| *at == place && *known == name).map(|(_, _, form)| *form)
}

/// The names that may stand in `place`.
pub(crate) fn names(place: Place) -> impl Iterator<Item = &'static str> {
    NAMES.iter().filter(move |(at, _, form)| *at == place && *form != Later).map(|(_, name, _)| *name)
}

/// A place other than `place` where `name` belongs.
pub(crate) fn home(place: Place, name: &str) -> Option<Place> {
    let elsewhere = || NAMES.iter().filter(|(at, known, _)| *at != place && *known == name);
    elsewhere().find(|(_, _, form)| *form != Later).or(elsewhere().next()).map(|(at, _, _)| *at)
}

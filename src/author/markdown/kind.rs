//! Which kind of item a question is: the first row of the format's table that fits, or what `type` says.

use super::item::Reading;
use super::{arranged, blank, typed};
use crate::code;
use crate::lex::attributes::Attributes;
use crate::report::{Report, quote};
use crate::tree::Form;
use std::ops::Range;

/// Kinds that are read alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Single choice, multiple choice, true or false.
    Choice,
    /// Number or text.
    Typed,
    /// A text with blanks.
    Cloze,
    /// Things to put in order.
    Order,
    /// Rows to match.
    Match,
    /// Things to sort.
    Categorize,
    /// Statements on a scale.
    Scale,
    /// A place between two ends.
    Slider,
    /// Free text.
    Reflect,
    /// A slide.
    Info,
}

/// The values of `type`.
const TYPES: [(&str, Kind); 13] = [
    ("single", Kind::Choice),
    ("multi", Kind::Choice),
    ("tf", Kind::Choice),
    ("number", Kind::Typed),
    ("text", Kind::Typed),
    ("cloze", Kind::Cloze),
    ("order", Kind::Order),
    ("match", Kind::Match),
    ("categorize", Kind::Categorize),
    ("scale", Kind::Scale),
    ("slider", Kind::Slider),
    ("reflect", Kind::Reflect),
    ("info", Kind::Info),
];

/// The kind, after checking that nothing is written that it has no use for.
pub(super) fn kind(reading: &Reading, attributes: &Attributes, heading: &Range<usize>, report: &mut Report) -> Kind {
    let written = written(reading, attributes, report);
    let Some((name, span)) = attributes.get("type") else {
        let name = TYPES.iter().find(|(_, kind)| *kind == written).map_or("", |(name, _)| *name);
        refuse_useless(written, name, reading, heading.clone(), report);
        return written;
    };
    let Some((_, kind)) = TYPES.iter().find(|(known, _)| *known == name) else {
        let help = "write one of `single`, `multi`, `tf`, `number`, `text`, `cloze`, `order`, `match`, `categorize`, `scale`, `slider`, `reflect` or `info`, or remove the attribute";
        report.add(code::E135, span, format!("{} is no type of question", quote(name)), help);
        return written;
    };
    refuse_useless(*kind, name, reading, span, report);
    *kind
}

/// What the question is by what is written.
fn written(reading: &Reading, attributes: &Attributes, report: &Report) -> Kind {
    let plain = reading.plain_entries();
    let numbered = reading.plain_list.and_then(|at| reading.body.get(at)).is_some_and(|node| matches!(node.form, Form::List(Some(_), _)));
    if blank::has_blank(&reading.body, report) {
        Kind::Cloze
    } else if attributes.has("min") && attributes.has("max") {
        Kind::Slider
    } else if reading.is_typed || reading.entries.iter().any(|entry| typed::is_answer_entry(entry, report)) {
        Kind::Typed
    } else if attributes.has("scale") {
        Kind::Scale
    } else if !plain.is_empty() && !numbered && plain.iter().all(|entry| arranged::is_pair(entry, report)) {
        Kind::Match
    } else if !plain.is_empty() && !numbered && plain.iter().all(arranged::is_category) {
        Kind::Categorize
    } else if numbered && reading.entries.is_empty() {
        Kind::Order
    } else if !reading.entries.is_empty() {
        Kind::Choice
    } else {
        Kind::Info
    }
}

/// E155 for boxes, answers and blanks that a type has no use for.
fn refuse_useless(kind: Kind, name: &str, reading: &Reading, span: Range<usize>, report: &mut Report) {
    let boxes = !reading.entries.is_empty() && !matches!(kind, Kind::Choice | Kind::Typed);
    let answers = reading.is_typed && !matches!(kind, Kind::Typed | Kind::Slider);
    let blanks = kind != Kind::Cloze && blank::has_blank(&reading.body, report);
    let what = match (boxes, answers, blanks) {
        (true, ..) => "options with boxes",
        (_, true, _) => "answers",
        (.., true) => "blanks",
        _ => return,
    };
    let message = format!("a question of type `{name}` has no use for {what}");
    report.add(code::E155, span, message, "remove them, or write `type=` with the kind that you mean");
}

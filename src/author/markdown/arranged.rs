//! Things to put in order, to match, or to sort into categories.

use super::entry::{self, Nesting, Words};
use super::ids::{self, Given};
use super::setting;
use crate::code;
use crate::document::{OtherTask, Part, PartName, Task};
use crate::header::Header;
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::lint::normal;
use crate::report::{Report, quote};
use crate::tree::{Entry, Form, Piece, Span};
use std::ops::Range;
use waypost_core::bundle::{Interaction, Order, Pairs, Row, Sequence};
use waypost_core::id::OptionId;
use waypost_core::text::{RichText, plain};

/// How categories begin that hold what belongs nowhere.
const NOWHERE: &str = "{none}";

/// Whether an entry is a row and its target.
pub(super) fn is_pair(entry: &Entry, report: &Report) -> bool {
    let Some(first) = entry.nodes.first().filter(|node| matches!(node.form, Form::Paragraph(_))) else { return false };
    let text = report.source.slice(first.span.clone());
    text.starts_with("-> ") || text.contains(" -> ") || text.trim_end().ends_with(" ->")
}

/// Whether an entry is a category with things in it.
pub(super) fn is_category(entry: &Entry) -> bool {
    entry.nodes.iter().any(|node| matches!(node.form, Form::List(..)))
}

fn read<'s>(entries: Vec<Entry<'s>>, nesting: Nesting, report: &mut Report) -> Vec<Words<'s>> {
    entries.into_iter().map(|entry| entry::words(entry, Place::Row, nesting, report)).collect()
}

fn name<'w, 's: 'w>(words: impl Iterator<Item = &'w Words<'s>>, report: &mut Report) -> Vec<OptionId> {
    ids::name_options(words.map(|words| words.attributes.id.clone()).collect::<Vec<Given>>(), report)
}

/// Things in the order that is right.
pub(super) fn order(entries: Vec<Entry>, attributes: &Attributes, header: &Header, heading: &Range<usize>, report: &mut Report) -> Task {
    if entries.len() < 2 {
        let help = "write the steps in their right order, `1. ` in front of each";
        report.lacks(code::E155, heading.clone(), "this question asks for an order and has fewer than two things", help);
    }
    let read = read(entries, Nesting::None, report);
    let ids = name(read.iter(), report);
    let texts: Vec<RichText> = read.iter().map(|words| words.text(report)).collect();
    let parts = read.into_iter().zip(texts).zip(&ids).map(|((words, text), id)| words.part(id.clone(), text)).collect();
    let marking = setting::marking("order", attributes, header, report);
    Task::Other(OtherTask { interaction: Interaction::Order(Sequence { marking, things: ids }), parts })
}

/// Rows and their targets. Equal right sides are one target; a row without a left side is a target only.
pub(super) fn matching(entries: Vec<Entry>, attributes: &Attributes, header: &Header, heading: &Range<usize>, report: &mut Report) -> Task {
    let read = read(entries, Nesting::None, report);
    let ids = name(read.iter(), report);
    let (mut rows, mut parts) = (Vec::new(), Vec::new());
    let mut targets: Vec<(OptionId, RichText, Range<usize>)> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    for (words, id) in read.into_iter().zip(ids) {
        let Some((left, right)) = halves(&words.line) else {
            let written = quote(report.source.slice(words.span.clone()));
            report.add(code::E155, words.span.clone(), format!("{written} has no ` -> `"), "write the row, ` -> ` and what belongs to it");
            continue;
        };
        let text = words.text_of(&right, report);
        if text.is_empty() && !report.translates {
            let written = quote(report.source.slice(words.span.clone()));
            report.add(code::E155, words.span, format!("{written} has nothing behind its arrow"), "write what belongs to the row");
            continue;
        }
        let said = normal(&plain(&text));
        let target = match known.iter().position(|known| *known == said).and_then(|at| targets.get(at)) {
            Some((target, ..)) => Some(target.clone()),
            None if text.is_empty() => None,
            None => {
                let target = OptionId(format!("{id}-to"));
                targets.push((target.clone(), text, words.span.clone()));
                known.push(said);
                Some(target)
            }
        };
        let row = words.text_of(&left, report);
        if !row.is_empty() {
            rows.push(Row { id: id.clone(), target });
            parts.push(words.part(id, row));
        }
    }
    if rows.len() < 2 {
        let help = "write two or more rows, such as `- Long hours -> Fewer commitments`";
        report.lacks(code::E155, heading.clone(), "this question asks for pairs and has fewer than two rows", help);
    }
    let named = targets.iter().map(|(id, ..)| id.clone()).collect();
    parts.extend(targets.into_iter().map(|(id, text, span)| bare(id, text, span)));
    pairs("match", Interaction::Match, (rows, named, parts), attributes, header, report)
}

/// Categories with the things that belong there.
pub(super) fn categories(
    entries: Vec<Entry>,
    attributes: &Attributes,
    header: &Header,
    heading: &Range<usize>,
    report: &mut Report,
) -> Task {
    let (nowhere, real): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|entry| is_nowhere(entry, report));
    let mut outer = read(real, Nesting::One, report);
    let groups: Vec<Vec<Words>> =
        outer.iter_mut().map(|words| read(words.nested.take().unwrap_or_default(), Nesting::None, report)).collect();
    let left_over = read(nowhere.into_iter().flat_map(things_of).collect(), Nesting::None, report);
    let names = name(outer.iter().chain(groups.iter().flatten()).chain(&left_over), report);
    let (targets, mut rest) = (names.get(..outer.len()).unwrap_or_default().to_vec(), names.iter().skip(outer.len()));
    let texts: Vec<RichText> = outer.iter().map(|words| words.text(report)).collect();
    let (mut rows, mut parts) = (Vec::new(), Vec::new());
    let homes = targets.iter().cloned().map(Some).chain([None]);
    for (target, group) in homes.zip(groups.into_iter().chain([left_over])) {
        for (words, id) in group.into_iter().zip(rest.by_ref()) {
            let text = words.text(report);
            rows.push(Row { id: id.clone(), target: target.clone() });
            parts.push(words.part(id.clone(), text));
        }
    }
    if targets.len() < 2 || rows.is_empty() {
        let help = "write categories as bullets, and the things that belong there as bullets inside them";
        report.lacks(code::E155, heading.clone(), "this question sorts into categories and has fewer than two", help);
    }
    parts.extend(targets.iter().cloned().zip(texts).zip(outer).map(|((id, text), words)| bare(id, text, words.span)));
    pairs("categorize", Interaction::Categorize, (rows, targets, parts), attributes, header, report)
}

fn is_nowhere(entry: &Entry, report: &Report) -> bool {
    let first = entry.nodes.first().map(|node| report.source.slice(node.span.clone()).trim_end());
    first == Some(NOWHERE)
}

fn things_of(entry: Entry) -> impl Iterator<Item = Entry> {
    entry.nodes.into_iter().flat_map(|node| match node.form {
        Form::List(_, entries) => entries,
        _ => Vec::new(),
    })
}

/// A target: words without feedback of their own.
fn bare(id: OptionId, text: RichText, span: Range<usize>) -> Part {
    Part { name: PartName::Option(id), text, feedback: None, reason: None, span }
}

type Arranged = (Vec<Row>, Vec<OptionId>, Vec<Part>);

fn pairs(
    kind: &str,
    wrap: fn(Pairs) -> Interaction,
    (rows, targets, parts): Arranged,
    attributes: &Attributes,
    header: &Header,
    report: &mut Report,
) -> Task {
    let marking = setting::marking(kind, attributes, header, report);
    let order = setting::order(attributes, Order::Shuffled, report);
    Task::Other(OtherTask { interaction: wrap(Pairs { marking, order, rows, targets }), parts })
}

/// The line before and behind its first ` -> `.
fn halves<'s>(line: &[Piece<'s>]) -> Option<(Vec<Piece<'s>>, Vec<Piece<'s>>)> {
    for (at, piece) in line.iter().enumerate() {
        let Span::Text(text) = &piece.form else { continue };
        let starts = (at == 0 && text.starts_with("-> ")).then_some(0);
        let Some(arrow) =
            starts.or_else(|| text.find(" -> ").map(|blank| blank + 1)).or_else(|| text.ends_with(" ->").then(|| text.len() - 2))
        else {
            continue;
        };
        let part = |range: Range<usize>| {
            let words = text.get(range.clone())?;
            let span = piece.span.start + range.start..piece.span.start + range.end;
            (!words.trim().is_empty()).then(|| Piece { form: Span::Text(words.to_owned().into()), span })
        };
        let left = line.iter().take(at).cloned().chain(part(0..arrow)).collect();
        let right = part(arrow + 2..text.len()).into_iter().chain(line.iter().skip(at + 1).cloned()).collect();
        return Some((left, right));
    }
    None
}

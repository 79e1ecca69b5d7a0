//! Statements on a response scale, and places between two ends.

use super::entry::{self, Nesting};
use super::ids;
use super::setting;
use super::typed::{self, Written};
use crate::code;
use crate::document::{OtherTask, Part, PartName, Task};
use crate::header::Header;
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::tree::{Entry, Piece, Span};
use std::ops::Range;
use waypost_core::bundle::{Counts, Interaction, Scale, Slider, Statement};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::typed::Exact;

/// One statement, the heading, or a row of them.
pub(super) fn scale(entries: Vec<Entry>, attributes: &Attributes, header: &Header, heading: &Range<usize>, report: &mut Report) -> Task {
    let (name, span) = attributes.get("scale").unwrap_or(("", heading.clone()));
    let labels = header.scales.iter().find(|(known, _)| known == name);
    if labels.is_none() {
        let message = format!("the header has no scale {}", quote(name));
        let help =
            format!("add `scale.{} = [\"Never\", \"Sometimes\", \"Always\"]` to the header", if name.is_empty() { "NAME" } else { name });
        report.lacks(code::E155, span, message, help);
    }
    let (mut rows, mut parts) = (Vec::new(), Vec::new());
    let read: Vec<_> = entries.into_iter().map(|entry| entry::words(entry, Place::Statement, Nesting::None, report)).collect();
    let ids = ids::name_options(read.iter().map(|words| words.attributes.id.clone()).collect(), report);
    for (words, id) in read.into_iter().zip(ids) {
        let counts = if words.attributes.has("reverse") { Counts::Reverse } else { Counts::Forward };
        let to = dimension(&words.attributes, report).or_else(|| dimension(attributes, report));
        rows.push(Statement { id: id.clone(), to, counts });
        let text = words.text(report);
        parts.push(words.part(id, text));
    }
    if rows.is_empty() {
        rows.push(Statement { id: OptionId::from("a"), to: dimension(attributes, report), counts: Counts::Forward });
    }
    let steps = labels.map_or(0, |(_, labels)| u32::try_from(labels.len()).unwrap_or_default());
    Task::Other(OtherTask { interaction: Interaction::Scale(Scale { name: name.to_owned(), steps, rows }), parts })
}

/// `to=`, which must name a dimension of the file.
fn dimension(attributes: &Attributes, report: &mut Report) -> Option<ItemId> {
    let (name, span) = attributes.get("to")?;
    if !report.translates && !report.dimensions.iter().any(|known| known == name) {
        let help = format!("add a heading such as `## What it measures {{#{name} role=dimension}}`, or remove the attribute");
        report.add(code::E135, span, format!("{} is no dimension of this file", quote(name)), help);
    }
    Some(ItemId::from(name))
}

/// A place between two ends.
pub(super) fn slider(
    entries: Vec<Entry>,
    written: Vec<Written>,
    attributes: &Attributes,
    heading: &Range<usize>,
    report: &mut Report,
) -> Task {
    let min = setting::decimal("min", attributes, report).unwrap_or(Exact::ZERO);
    let max = setting::decimal("max", attributes, report).unwrap_or(Exact::whole(100));
    let step = setting::decimal("step", attributes, report).unwrap_or(Exact::whole(1));
    if min >= max || step <= Exact::ZERO {
        let help = "write `min=`, a greater `max=` and, if you like, `step=`";
        report.add(code::E155, heading.clone(), "this slider has no room between its ends", help);
    }
    let marked = !written.is_empty();
    let (answers, mut parts, _) = typed::answers(written, Some(true), attributes, report);
    let mut ends = Vec::new();
    for entry in entries {
        let words = entry::words(entry, Place::Row, Nesting::None, report);
        match named(&words.line).filter(|(value, _)| (min..=max).contains(value)) {
            Some((value, line)) => {
                ends.push(value);
                let text = words.text_of(&line, report);
                parts.push(Part { name: PartName::End(value), text, feedback: None, reason: None, span: words.span });
            }
            None => {
                let text = quote(report.source.slice(words.span.clone()));
                let help = format!("write a value from {min} to {max}, a colon and its name, such as `- {min}: Never`");
                report.add(code::E154, words.span, format!("{text} names no value of this slider"), help);
            }
        }
    }
    let slider = Slider {
        min,
        max,
        step,
        unit: attributes.get("unit").map(|(unit, _)| unit.to_owned()).unwrap_or_default(),
        ends,
        answers: marked.then_some(answers),
        to: dimension(attributes, report),
    };
    Task::Other(OtherTask { interaction: Interaction::Slider(slider), parts })
}

/// `0: Certainly not` as the value and its name.
fn named<'s>(line: &[Piece<'s>]) -> Option<(Exact, Vec<Piece<'s>>)> {
    let (first, rest) = line.split_first()?;
    let Span::Text(text) = &first.form else { return None };
    let (value, name) = text.split_once(':')?;
    let start = first.span.start + value.len() + 1;
    let name = Piece { form: Span::Text(name.to_owned().into()), span: start..first.span.end };
    Some((value.trim().parse().ok()?, std::iter::once(name).chain(rest.iter().cloned()).collect()))
}

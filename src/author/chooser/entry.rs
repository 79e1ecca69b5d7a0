//! An entry of a chooser's list: its words, and what stands in braces behind its first paragraph.

use super::part::first_line;
use crate::code;
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::markdown::attached::attached;
use crate::report::Report;
use crate::rich;
use crate::tree::{self, Form, Node};
use std::ops::Range;
use waypost_core::text::{RichText, plain};

/// An entry, read.
pub(super) struct Entry {
    /// The id it got; empty until it has one.
    pub(super) id: String,
    pub(super) attributes: Attributes,
    pub(super) text: RichText,
    pub(super) span: Range<usize>,
}

/// Reads the entries of a list. E115 for boxes, E127 for entries without words.
pub(super) fn entries(list: &[tree::Entry], report: &mut Report) -> Vec<Entry> {
    list.iter().map(|entry| read(entry, report)).collect()
}

fn read(entry: &tree::Entry, report: &mut Report) -> Entry {
    if let Some((_, span)) = &entry.tick {
        report.add(code::E115, span.clone(), "a box has no meaning in a chooser", "remove the box; nothing here is right or wrong");
    }
    let line = first_line(&entry.nodes);
    let (attributes, line) = attached(Place::Entry, line.to_vec(), report);
    let mut nodes: Vec<Node> = entry.nodes.clone();
    if let (Some(first), Some(piece), Some(last)) = (nodes.first_mut(), line.first(), line.last()) {
        let span = piece.span.start..last.span.end;
        *first = Node { form: Form::Paragraph(line.clone()), span };
    } else if line.is_empty() && !nodes.is_empty() {
        nodes.remove(0);
    }
    let text = rich::blocks(&nodes, report);
    let span = entry.span.start..entry.span.start + report.source.slice(entry.span.clone()).trim_end().len();
    if plain(&text).trim().is_empty() {
        report.add(code::E127, span.start..span.start + 1, "this entry has no text", "write its words behind the `-`, or remove the line");
    }
    Entry { id: String::new(), attributes, text, span }
}

/// E135 for attributes that mean nothing where the entry stands.
pub(super) fn refuse_others(entry: &Entry, own: &[&str], what: &str, report: &mut Report) {
    for (name, span) in entry.attributes.named().filter(|(name, _)| !own.contains(name)) {
        report.add(code::E135, span, format!("`{name}` has no meaning for {what}"), "remove it");
    }
}

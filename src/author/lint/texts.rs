//! Walks over all texts of a document.

use crate::document::{Document, Item, Prose, Task};
use std::ops::Range;
use waypost_core::text::{Block, Inline};

/// What is told of each link: its words, and the place of what it belongs to.
type Visit<'v> = dyn FnMut(&[Inline], &Range<usize>) + 'v;

/// Visits the words of every link.
pub(super) fn links(document: &Document, visit: &mut Visit) {
    blocks(&document.intro, &(0..0), visit);
    for section in &document.sections {
        blocks(&section.intro, &section.span, visit);
    }
    for item in &document.items {
        of_item(item, visit);
    }
}

fn of_item(item: &Item, visit: &mut Visit) {
    line(&item.stem, &item.heading, visit);
    blocks(&item.body, &item.heading, visit);
    prose(item.hints.iter().chain([&item.explanation, &item.right, &item.partly, &item.wrong].into_iter().flatten()), visit);
    match &item.task {
        Task::Choice(task) => {
            for option in &task.options {
                blocks(&option.text, &option.span, visit);
                prose([&option.feedback, &option.reason].into_iter().flatten(), visit);
            }
        }
        Task::Other(task) => {
            for part in &task.parts {
                blocks(&part.text, &part.span, visit);
                prose([&part.feedback, &part.reason].into_iter().flatten(), visit);
            }
        }
    }
}

fn prose<'p>(said: impl Iterator<Item = &'p Prose>, visit: &mut Visit) {
    said.for_each(|prose| blocks(&prose.text, &prose.span, visit));
}

fn blocks(text: &[Block], span: &Range<usize>, visit: &mut Visit) {
    for block in text {
        match block {
            Block::P(words) => line(words, span, visit),
            Block::Ul(items) | Block::Ol(_, items) => items.iter().for_each(|item| blocks(item, span, visit)),
            Block::Quote(inner) => blocks(inner, span, visit),
            Block::Code(..) | Block::Math(_) => {}
            Block::Table(head, rows) => head.iter().chain(rows.iter().flatten()).for_each(|cell| line(cell, span, visit)),
        }
    }
}

fn line(words: &[Inline], span: &Range<usize>, visit: &mut Visit) {
    for piece in words {
        match piece {
            Inline::Link(_, label) => visit(label, span),
            Inline::Em(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Lang(_, inner) => line(inner, span, visit),
            _ => {}
        }
    }
}

//! Walks over all texts of a document.

use crate::document::{Document, Item, Prose, Task};
use std::ops::Range;
use waypost_core::text::{Block, Inline};

/// Visits every text with its place, or the place of what it belongs to.
pub(super) fn each(document: &Document, visit: &mut dyn FnMut(&[Block], &Range<usize>)) {
    visit(&document.intro, &(0..0));
    for section in &document.sections {
        visit(&section.intro, &section.span);
    }
    for item in &document.items {
        of_item(item, visit);
    }
}

fn of_item(item: &Item, visit: &mut dyn FnMut(&[Block], &Range<usize>)) {
    visit(&[Block::P(item.stem.clone())], &item.heading);
    visit(&item.body, &item.heading);
    let callouts = [&item.explanation, &item.right, &item.partly, &item.wrong];
    let said: Vec<&Prose> = item.hints.iter().chain(callouts.into_iter().flatten()).collect();
    for prose in said {
        visit(&prose.text, &prose.span);
    }
    match &item.task {
        Task::Choice(task) => {
            for option in &task.options {
                part(&option.text, &option.span, [&option.feedback, &option.reason], visit);
            }
        }
        Task::Other(task) => {
            for of_task in &task.parts {
                part(&of_task.text, &of_task.span, [&of_task.feedback, &of_task.reason], visit);
            }
        }
    }
}

fn part(text: &[Block], span: &Range<usize>, said: [&Option<Prose>; 2], visit: &mut dyn FnMut(&[Block], &Range<usize>)) {
    visit(text, span);
    for prose in said.into_iter().flatten() {
        visit(&prose.text, &prose.span);
    }
}

/// Visits the words of every link in a text.
pub(super) fn links(blocks: &[Block], visit: &mut dyn FnMut(&[Inline])) {
    for block in blocks {
        match block {
            Block::P(line) => line_links(line, visit),
            Block::Ul(items) | Block::Ol(_, items) => items.iter().for_each(|item| links(item, visit)),
            Block::Quote(inner) => links(inner, visit),
            Block::Code(..) | Block::Math(_) => {}
            Block::Table(head, rows) => head.iter().chain(rows.iter().flatten()).for_each(|cell| line_links(cell, visit)),
        }
    }
}

fn line_links(line: &[Inline], visit: &mut dyn FnMut(&[Inline])) {
    for piece in line {
        match piece {
            Inline::Link(_, label) => visit(label),
            Inline::Em(inner) | Inline::Strong(inner) | Inline::Strike(inner) => line_links(inner, visit),
            _ => {}
        }
    }
}

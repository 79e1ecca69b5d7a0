//! The lint: rules of good questions, after Haladyna, Downing & Rodriguez (Applied Measurement in Education 15(3), 2002) unless marked.

mod cues;
mod feedback;
mod flow;
mod length;
mod marks;
mod names;
mod numbers;
mod options;
mod position;
mod prose;
mod statistics;
pub(crate) mod text;
mod texts;
mod wording;
pub(crate) mod words;

pub(crate) use prose::hidden;
pub use words::skipped;

use crate::document::{ChoiceTask, Document, Item, Task};
use crate::report::Report;

/// Runs every rule.
pub(crate) fn lint(document: &Document, report: &mut Report) {
    for (item, task) in choices(document) {
        options::lint(item, task, report);
        if let Some(words) = words::words(&document.header.lang) {
            wording::lint(item, task, words, report);
            cues::lint(item, task, words, report);
        }
        numbers::lint(task, report);
        length::one(task, report);
    }
    length::all(document, report);
    position::lint(document, report);
    feedback::lint(document, report);
    marks::lint(document, report);
    flow::lint(document, report);
    names::lint(document, report);
    prose::lint(document, report);
}

/// The choice questions that have options; one without was reported by the parser.
fn choices(document: &Document) -> impl Iterator<Item = (&Item, &ChoiceTask)> {
    document.items.iter().filter_map(|item| match &item.task {
        Task::Choice(task) if !task.options.is_empty() => Some((item, task)),
        _ => None,
    })
}

/// A text as rules compare it: lower case, single blanks, no punctuation at the ends.
pub(crate) fn normal(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    let words = words.trim_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '…'));
    if words.is_ascii() { words.to_ascii_lowercase() } else { words.to_lowercase() }
}

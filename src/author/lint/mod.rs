//! The lint: rules of good questions, after Haladyna, Downing & Rodriguez (Applied Measurement in Education 15(3), 2002) unless marked.

mod cues;
mod feedback;
mod flow;
mod length;
mod list;
mod marks;
mod names;
mod numbers;
mod options;
mod position;
mod prose;
mod question;
mod statistics;
pub(crate) mod text;
mod texts;
mod wording;
pub(crate) mod words;

pub(crate) use prose::hidden;
pub(crate) use question::{Question, questions};
pub use words::skipped;

use crate::document::Document;
use crate::report::Report;

/// Runs every rule. `questions` are the document's.
pub(crate) fn lint(document: &Document, questions: &[Question], report: &mut Report) {
    let words = words::words(&document.header.lang);
    for question in questions {
        options::lint(question, report);
        if let Some(words) = words {
            wording::lint(question, words, report);
            cues::lint(question, words, report);
        }
        numbers::lint(question, report);
        length::one(question, report);
    }
    length::all(questions, report);
    position::lint(questions, report);
    feedback::lint(questions, report);
    marks::lint(document, questions, report);
    flow::lint(document, report);
    names::lint(document, report);
    prose::lint(document, report);
}

/// A text as rules compare it: lower case, single blanks, no punctuation at the ends.
pub(crate) fn normal(text: &str) -> String {
    let is_end = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '…');
    // Most texts have single blanks already.
    let is_odd = |pair: &[u8]| matches!(pair, [before, byte] if *byte < b' ' || (*before == b' ' && *byte == b' '));
    if text.is_ascii() && !text.starts_with(char::is_whitespace) && !text.as_bytes().windows(2).any(is_odd) {
        return text.trim_ascii_end().trim_matches(is_end).to_ascii_lowercase();
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_matches(is_end);
    if words.is_ascii() { words.to_ascii_lowercase() } else { words.to_lowercase() }
}

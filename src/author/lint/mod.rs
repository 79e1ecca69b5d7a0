//! The lint: rules of good questions, after Haladyna, Downing & Rodriguez (Applied Measurement in Education 15(3), 2002) unless marked.

use crate::document::Document;
use crate::report::Report;

/// Runs every rule.
pub(crate) fn lint(_document: &Document, _report: &mut Report) {}

/// A text as rules compare it: lower case, single blanks, no punctuation at the ends.
pub(crate) fn normal(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words.trim_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '(' | ')' | '+' | '-' | '<' | '>' | '=' | '%')).to_owned()
}

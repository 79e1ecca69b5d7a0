//! Comments: notes that are never shipped, and `<!-- allow: W104 -->`, which silences a lint for a question.

use crate::header::silenced;
use crate::report::Report;
use std::ops::Range;

/// Whether the text is nothing but comments.
pub(crate) fn is_comment(text: &str) -> bool {
    let mut rest = text.trim();
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { return false };
        rest = after.trim_start();
        if rest.is_empty() {
            return true;
        }
    }
    false
}

/// The lint codes that a comment silences.
pub(super) fn allowed(span: Range<usize>, report: &mut Report) -> Vec<&'static str> {
    let source = report.source;
    let text = source.slice(span.clone());
    let inside = text.match_indices("<!--").filter_map(|(at, _)| {
        let comment = text.get(at + 4..)?.split("-->").next()?;
        let list = comment.trim_start().strip_prefix("allow:")?;
        Some((span.start + at + 4 + comment.len() - list.len(), list))
    });
    let lists: Vec<(usize, &str)> = inside.collect();
    let mut codes = Vec::new();
    for (start, list) in lists {
        for word in list.split([',', ' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
            let at = start + (word.as_ptr() as usize - list.as_ptr() as usize);
            codes.extend(silenced(word, at..at + word.len(), report));
        }
    }
    codes
}

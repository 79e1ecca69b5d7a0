//! Names of questions: W131.

use crate::code;
use crate::document::{Document, Item};
use crate::report::Report;

/// A question that is called by its words, in a file whose author gives ids. A file without any has not been formatted yet.
pub(super) fn lint(document: &Document, report: &mut Report) {
    let source = report.source;
    let is_named = |item: &&Item| {
        let heading = source.slice(item.heading.clone());
        heading.rmatch_indices('#').any(|(at, _)| heading.get(at + 1..).is_some_and(|rest| rest.starts_with(item.id.as_str())))
    };
    let (named, unnamed): (Vec<&Item>, Vec<&Item>) = document.items.iter().partition(is_named);
    for item in unnamed.into_iter().filter(|_| !named.is_empty()) {
        report.add(
            code::W131,
            item.heading.clone(),
            "this question has no id, so that another wording makes another question of it",
            format!("write `{{#{}}}` behind it, or run `waypost fmt`", item.id),
        );
    }
}

//! Names that the compiler minted, to be written into the file.

use crate::document::{Document, Task};
use crate::markdown::parse_in;
use std::collections::BTreeMap;

/// Names by the place of what they name: where a heading or a list entry begins.
#[derive(Default)]
pub(super) struct Names(BTreeMap<usize, String>);

impl Names {
    /// The name of what begins at byte `at`.
    pub(super) fn at(&self, at: usize) -> Option<&str> {
        self.0.get(&at).map(String::as_str)
    }
}

/// The names of a quiz.
pub(super) fn names(lang: &str, file: &str, text: &str) -> Names {
    let document: Document = parse_in(lang, file, text).0;
    let sections = document.sections.iter().map(|section| (section.span.start, section.id.0.clone()));
    let mut names: BTreeMap<usize, String> = sections.collect();
    for item in &document.items {
        names.insert(item.heading.start, item.id.0.clone());
        match &item.task {
            Task::Choice(task) => names.extend(task.options.iter().map(|option| (option.span.start, option.id.0.clone()))),
        }
    }
    Names(names)
}

//! Names that the compiler minted, to be written into the file.

use crate::document::{Document, Part, PartName, Task};
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
    let bands = document.bands.iter().map(|band| (band.span.start, band.id.0.clone()));
    let dimensions = document.dimensions.iter().map(|dimension| (dimension.span.start, dimension.id.0.clone()));
    let mut names: BTreeMap<usize, String> = sections.chain(bands).chain(dimensions).collect();
    for item in &document.items {
        names.insert(item.heading.start, item.id.0.clone());
        match &item.task {
            Task::Choice(task) => names.extend(task.options.iter().map(|option| (option.span.start, option.id.0.clone()))),
            Task::Other(task) => parts(&task.parts, &mut names),
        }
    }
    Names(names)
}

/// The names of a simulator.
pub(super) fn names_of_simulator(lang: &str, file: &str, text: &str) -> Names {
    let document = crate::simulator::parse_in(lang, file, text).0;
    let cards = document.cards.iter().map(|card| (card.heading.start, card.id.0.clone()));
    let options = document.cards.iter().flat_map(|card| &card.options).map(|option| (option.span.start, option.id.0.clone()));
    Names(cards.chain(options).collect())
}

/// Rows, things and answers; where a row and its target stand in one line, the row comes first.
fn parts(parts: &[Part], names: &mut BTreeMap<usize, String>) {
    for part in parts {
        if let PartName::Option(id) = &part.name {
            // A row of nothing but a target has its name in the target's.
            let row = id.as_str().strip_suffix("-to").unwrap_or(id.as_str());
            names.entry(part.span.start).or_insert_with(|| row.to_owned());
        }
    }
}

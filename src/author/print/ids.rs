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

/// The names of a chooser: its headings, and the entries that have a name of their own.
pub(super) fn of_chooser(lang: &str, file: &str, text: &str) -> Names {
    let document = crate::chooser::parse_in(lang, file, text).0;
    let mut names = BTreeMap::new();
    let poles = document.poles.iter().map(|pole| &pole.head);
    let pairs = document.pairs.iter().map(|pair| &pair.head);
    let facts = document.facts.iter().map(|facts| &facts.head);
    let outcomes = document.outcomes.iter().map(|outcome| &outcome.head);
    let questions = document.questions.iter().map(|question| &question.head);
    let plans = document.plans.iter().map(|plan| &plan.head);
    let heads = poles.chain(&document.dimensions).chain(pairs).chain(facts).chain(outcomes).chain(questions).chain(&document.tiebreak);
    names.extend(heads.chain(plans).map(|head| (head.span.start, head.id.0.clone())));
    let traits = document.poles.iter().flat_map(|pole| &pole.traits).map(|told| (told.span.start, told.id.0.clone()));
    let steps = document.plans.iter().flat_map(|plan| &plan.steps).map(|step| (step.span.start, step.id.0.clone()));
    let facts = document.facts.iter().flat_map(|facts| &facts.entries).map(|fact| (fact.span.start, fact.id.0.clone()));
    names.extend(traits.chain(steps).chain(facts));
    // The options of a scale stand in the header, and have the place of their question.
    for question in &document.questions {
        let own = question.options.iter().filter(|option| option.span != question.head.span);
        names.extend(own.map(|option| (option.span.start, option.id.0.clone())));
    }
    Names(names)
}

/// The names of a quiz.
pub(super) fn of_quiz(lang: &str, file: &str, text: &str) -> Names {
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
pub(super) fn of_simulator(lang: &str, file: &str, text: &str) -> Names {
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

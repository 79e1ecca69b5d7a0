//! Whether a translation is one of its original: every text has its place there, and what is no text is as it is there.

use super::is_written;
use crate::code;
use crate::document::{Document, Item, PartName, Task};
use crate::report::{Report, quote};
use std::collections::BTreeSet;
use std::ops::Range;
use waypost_core::bundle::{Answers, Bundle, Choice, Field, Interaction, Key, Matches};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::text::{Block, Inline, pieces};

/// E190 for boxes and ways on; what stands in braces is looked at as it is read.
pub(crate) fn only_words(document: &Document, report: &mut Report) {
    for item in &document.items {
        if let Some(jump) = item.jumps.iter().find(|jump| !item.heading.contains(&jump.span.start)) {
            refuse(jump.span.clone(), "a way on", report);
        }
        let Task::Choice(task) = &item.task else { continue };
        for option in task.options.iter().filter(|option| option.key == Key::Right) {
            refuse(option.span.clone(), "what is right", report);
        }
    }
}

fn refuse(span: Range<usize>, what: &str, report: &mut Report) {
    report.add(code::E190, span, format!("{what} comes from the original, not from its translation"), "remove it");
}

/// Whether every text of a translation has its place in the original, and every question is what it is there: E192 and E190 where not,
/// once for what lies inside a thing that is not there.
pub(super) fn fits(document: &Document, words: &Bundle, original: &Bundle, report: &mut Report) -> bool {
    let mut said = BTreeSet::new();
    for item in &words.items {
        let Some(known) = original.item(&item.id) else { continue };
        if is_other(&item.interaction, &known.interaction) {
            let (own, its) = (item.interaction.name(), known.interaction.name());
            let message = match own == its {
                true => format!("{} has another scale or other ends than in the original", quote(item.id.as_str())),
                false => format!("{} is a question of type `{its}` in the original, and of type `{own}` here", quote(item.id.as_str())),
            };
            let help = "write it as it is written there, in the words of this language";
            report.add(code::E190, span(document, item.id.as_str(), ""), message, help);
            said.insert(item.id.0.clone());
            continue;
        }
        for id in contradictions(&item.interaction, &known.interaction) {
            let thing = format!("{}.{id}", item.id);
            let message = format!("what is right comes from the original, and {} differs from it", quote(&thing));
            report.add(
                code::E190,
                span(document, item.id.as_str(), &thing),
                message,
                "write it as in the original, under the id that it has there",
            );
            said.insert(thing);
        }
    }
    let is_there = |key: &str| original.strings.get(key).is_some();
    for (key, text) in words.strings.iter().filter(|(_, text)| is_written(text)) {
        let thing = key.split('/').next().unwrap_or_default();
        let owner = thing.split('.').next().unwrap_or_default();
        let knows =
            |name: &str| original.strings.iter().any(|(key, _)| key.strip_prefix(name).is_some_and(|rest| rest.starts_with(['/', '.'])));
        let lacks = match (is_there(key), [owner, thing].into_iter().find(|name| !knows(name))) {
            (true, _) if blanks(text) == blanks(original.text(key)) => continue,
            (true, _) => key,
            (false, lacks) => lacks.unwrap_or(key),
        };
        if said.contains(owner) || !said.insert(lacks.to_owned()) {
            continue;
        }
        let message = if is_there(key) {
            format!("{} has other blanks than in the original", quote(key))
        } else {
            format!("the original has nothing named {}", quote(lacks))
        };
        let help = "give it the id (`{#...}`) that the original has, or remove it";
        report.add(code::E192, span(document, owner, thing), message, help);
    }
    said.is_empty()
}

/// Whether a question is of another kind than in the original.
fn is_other(own: &Interaction, original: &Interaction) -> bool {
    match (own, original) {
        // A heading alone, and boxes without a key, do not tell what the question is.
        (Interaction::Info {}, _) | (Interaction::Single(_), Interaction::Multi(_) | Interaction::Tf(_)) => false,
        (Interaction::Text(own), Interaction::Number(_)) => own.answers.iter().any(|answer| answer.matches != Matches::Rest),
        (Interaction::Scale(own), Interaction::Scale(original)) => own.name != original.name,
        (Interaction::Slider(own), Interaction::Slider(original)) => (own.min, own.max) != (original.min, original.max),
        (own, original) => own.name() != original.name(),
    }
}

/// The parts that are right or wrong in the translation and not so in the original.
fn contradictions(own: &Interaction, original: &Interaction) -> Vec<OptionId> {
    match (own, original) {
        (Interaction::Text(own), Interaction::Text(original)) => {
            let is_wrong = |id: &OptionId| original.answers.iter().any(|answer| answer.id == *id && answer.key == Key::Wrong);
            own.answers.iter().filter(|answer| answer.key == Key::Right && is_wrong(&answer.id)).map(|answer| answer.id.clone()).collect()
        }
        (Interaction::Number(own), Interaction::Number(original)) => other_numbers(own, original),
        (Interaction::Slider(own), Interaction::Slider(original)) => match (&own.answers, &original.answers) {
            (Some(own), Some(original)) => other_numbers(own, original),
            (own, _) => own.iter().flat_map(|own| own.answers.iter().map(|answer| answer.id.clone())).collect(),
        },
        (Interaction::Order(own), Interaction::Order(original)) => {
            let known = original.things.iter().filter(|thing| own.things.contains(thing));
            let here = own.things.iter().filter(|thing| original.things.contains(thing));
            here.zip(known).find(|(here, known)| here != known).map(|(here, _)| here.clone()).into_iter().collect()
        }
        (Interaction::Match(own), Interaction::Match(original)) | (Interaction::Categorize(own), Interaction::Categorize(original)) => {
            let target = |id: &OptionId| original.rows.iter().find(|row| row.id == *id).map(|row| &row.target);
            let is_other = |row: &&waypost_core::bundle::Row| target(&row.id).is_some_and(|target| *target != row.target);
            own.rows.iter().filter(|row| row.target.is_some()).filter(is_other).map(|row| row.id.clone()).collect()
        }
        (Interaction::Cloze(own), Interaction::Cloze(original)) => {
            let known = |id: &OptionId| original.blanks.iter().find(|blank| blank.id == *id);
            let is_other =
                |blank: &&waypost_core::bundle::Blank| known(&blank.id).is_some_and(|known| is_other_field(&blank.field, &known.field));
            own.blanks.iter().filter(is_other).map(|blank| blank.id.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// Numbers are the same in every language.
fn other_numbers(own: &Answers, original: &Answers) -> Vec<OptionId> {
    let is_known = |matches: &Matches| original.answers.iter().any(|answer| answer.matches == *matches);
    own.answers.iter().filter(|answer| !is_known(&answer.matches)).map(|answer| answer.id.clone()).collect()
}

/// Whether a blank takes something else than in the original; the words of a text are its own.
fn is_other_field(own: &Field, original: &Field) -> bool {
    match (own, original) {
        (Field::Text(_), Field::Text(_)) => false,
        (Field::Number(own), Field::Number(original)) => !other_numbers(own, original).is_empty(),
        (Field::Choice(own), Field::Choice(original)) => {
            let key = |id: &OptionId| original.iter().find(|option| option.id == *id).map(Choice::is_key);
            own.iter().any(|option| key(&option.id).is_some_and(|key| key != option.is_key()))
        }
        _ => true,
    }
}

/// The names of the blanks of a text, sorted.
fn blanks(text: &[Block]) -> Vec<&str> {
    let mut names = Vec::new();
    pieces(text, &mut |piece| {
        if let Inline::Blank(name) = piece {
            names.push(name.as_str());
        }
    });
    names.sort_unstable();
    names
}

/// Where something stands in its file: `thing` is the full name of an option, row or answer of the item `owner`.
pub(super) fn span(document: &Document, owner: &str, thing: &str) -> Range<usize> {
    let part = |item: &Item| {
        let is_it = |id: &OptionId| thing.strip_prefix(owner).and_then(|rest| rest.strip_prefix('.')) == Some(id.as_str());
        match &item.task {
            Task::Choice(task) => task.options.iter().find(|option| is_it(&option.id)).map(|option| option.span.clone()),
            Task::Other(task) => {
                task.parts.iter().find(|part| matches!(&part.name, PartName::Option(id) if is_it(id))).map(|part| part.span.clone())
            }
        }
    };
    let named = |id: &ItemId| id.as_str() == owner;
    let sections = document.sections.iter().map(|section| (&section.id, &section.span));
    let bands = document.bands.iter().map(|band| (&band.id, &band.span));
    let dimensions = document.dimensions.iter().map(|dimension| (&dimension.id, &dimension.span));
    match document.items.iter().find(|item| named(&item.id)) {
        Some(item) => part(item).unwrap_or(item.heading.clone()),
        None => sections.chain(bands).chain(dimensions).find(|(id, _)| named(id)).map_or(0..0, |(_, span)| span.clone()),
    }
}

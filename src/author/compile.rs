//! From a document to the bundle that players read.

use crate::document::{ChoiceOption, ChoiceTask, Document, Item, Jump, Part, PartName, Prose, Takes, Task};
use sha2::{Digest, Sha256};
use waypost_core::bundle::{self, Band, Branch, Bundle, Choice, Choices, Head, Interaction, Kind, Lesson, Meta, Profile, Section, key};
use waypost_core::id::ItemId;
use waypost_core::quiz::Verdict;
use waypost_core::table::Table;
use waypost_core::text::{Block, Inline, RichText};

/// The most bytes a bundle may have.
pub const MAX_BUNDLE: usize = 512 * 1024;

/// How many hex digits of the hash make a revision.
const REVISION: usize = 12;

/// Compiles a document. Worth publishing only if neither parsing nor checking found an error.
pub fn compile(document: &Document, profile: Profile) -> Bundle {
    let header = &document.header;
    let mut bundle = Bundle {
        head: Head {
            waypost: bundle::VERSION.to_owned(),
            profile,
            kind: Kind::Quiz,
            id: header.id.clone(),
            version: header.version,
            title: header.title.clone(),
            lang: header.lang.clone(),
            dir: header.dir,
            revision: String::new(),
            meta: Some(header.meta.clone()).filter(|meta| profile == Profile::Full && *meta != Meta::default()),
            strings: strings(document),
        },
        policy: header.policy.clone(),
        sections: document.sections.iter().map(section).collect(),
        items: document.items.iter().map(|item| compile_item(document, item)).collect(),
        results: bands(document),
        dimensions: document.dimensions.iter().map(|dimension| dimension.id.clone()).collect(),
        words: *waypost_core::words::of(&header.lang),
    };
    seal(&mut bundle);
    bundle
}

/// Sets every item's hashes and the revision.
pub fn seal(bundle: &mut Bundle) {
    let hashes: Vec<bundle::Hashes> = bundle.items.iter().map(|item| bundle::hashes(bundle, item)).collect();
    for (item, hashes) in bundle.items.iter_mut().zip(hashes) {
        item.hashes = hashes;
    }
    bundle.revision = revision(Lesson::Quiz(bundle.clone()));
}

/// The first 12 hex digits of the SHA-256 of the bundle in profile `play`, with the field empty and without what only the profile
/// `full` has. So both profiles of one document have one revision.
pub fn revision(mut lesson: Lesson) -> String {
    lesson.for_play();
    lesson.revision = String::new();
    let digits = Sha256::digest(lesson.to_json().as_bytes());
    let hex: String = digits.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.chars().take(REVISION).collect()
}

/// An item as the bundle has it, without its words.
pub(crate) fn compile_item(document: &Document, item: &Item) -> bundle::Item {
    let section = item.section.and_then(|at| document.sections.get(at)).map(|section| section.id.clone());
    bundle::Item {
        id: item.id.clone(),
        section,
        part_of: item.part_of.and_then(|at| document.items.get(at)).map(|parent| parent.id.clone()),
        points: item.points,
        standing: item.standing,
        interaction: interaction(&item.task),
        hints: u32::try_from(item.hints.len()).unwrap_or_default(),
        drawn: item.drawn,
        explain: item.explain,
        costs: item.costs.clone(),
        branches: item.jumps.iter().map(|jump| Branch { when: jump.when.clone(), to: jump.to.clone() }).collect(),
        hashes: bundle::Hashes::default(),
    }
}

fn section(section: &crate::document::Section) -> Section {
    Section { id: section.id.clone(), draw: section.draw, order: section.order, then: target(&section.then) }
}

fn target(jump: &Option<Jump>) -> Option<bundle::Target> {
    jump.as_ref().map(|jump| jump.to.clone())
}

/// The highest first, as players look for them.
fn bands(document: &Document) -> Vec<Band> {
    let mut bands: Vec<Band> = document.bands.iter().map(|band| Band { id: band.id.clone(), from: band.from }).collect();
    bands.sort_by_key(|band| std::cmp::Reverse(band.from.grains()));
    bands
}

fn interaction(task: &Task) -> Interaction {
    match task {
        Task::Choice(task) => {
            let wrap = match task.takes {
                Takes::Single => Interaction::Single,
                Takes::Multi => Interaction::Multi,
                Takes::Tf => Interaction::Tf,
            };
            wrap(choices(task))
        }
        Task::Other(task) => task.interaction.clone(),
    }
}

fn choices(task: &ChoiceTask) -> Choices {
    let choice = |option: &ChoiceOption| Choice {
        id: option.id.clone(),
        key: option.key,
        credit: option.credit,
        place: option.place,
        tag: option.tag.clone(),
        then: target(&option.then),
        weights: option.weights.clone(),
    };
    Choices { marking: task.marking, order: task.order, options: task.options.iter().map(choice).collect(), counted: task.counted }
}

/// All words by key. What is not written has no key.
fn strings(document: &Document) -> Table<String, RichText> {
    let mut strings = vec![(key::INTRO.to_owned(), document.intro.clone())];
    for section in &document.sections {
        strings.push((key::title(&section.id), vec![Block::P(section.title.clone())]));
        strings.push((key::intro(&section.id), section.intro.clone()));
    }
    for item in &document.items {
        item_strings(item, &mut strings);
    }
    for band in &document.bands {
        strings.push((key::title(&band.id), vec![Block::P(band.title.clone())]));
        strings.push((key::intro(&band.id), band.text.clone()));
    }
    for dimension in &document.dimensions {
        strings.push((key::title(&dimension.id), vec![Block::P(dimension.title.clone())]));
        strings.push((key::intro(&dimension.id), dimension.text.clone()));
    }
    for (name, labels) in &document.header.scales {
        let label = |(number, label): (u32, &String)| (key::scale(name, number), vec![Block::P(vec![Inline::Text(label.clone())])]);
        strings.extend((1..).zip(labels).map(label));
    }
    strings.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn item_strings(item: &Item, strings: &mut Vec<(String, RichText)>) {
    let id = &item.id;
    strings.push((key::prompt(id), vec![Block::P(item.stem.clone())]));
    strings.push((key::body(id), item.body.clone()));
    let optional = [
        (key::explanation(id), &item.explanation),
        (key::verdict(id, Verdict::Right), &item.right),
        (key::verdict(id, Verdict::Partly), &item.partly),
        (key::verdict(id, Verdict::Wrong), &item.wrong),
    ];
    strings.extend(optional.into_iter().filter_map(|(key, prose)| Some((key, words(prose)?))));
    let numbered = (1..).zip(&item.hints).map(|(number, hint)| (key::hint(id, number), hint.text.clone()));
    strings.extend(numbered);
    match &item.task {
        Task::Choice(task) => task.options.iter().for_each(|option| option_strings(id, option, strings)),
        Task::Other(task) => task.parts.iter().for_each(|part| part_strings(id, part, strings)),
    }
}

fn part_strings(item: &ItemId, part: &Part, strings: &mut Vec<(String, RichText)>) {
    match &part.name {
        PartName::End(value) => strings.push((key::end(item, &value.to_string()), part.text.clone())),
        PartName::Option(id) => {
            strings.push((key::text(item, id), part.text.clone()));
            let optional = [(key::feedback(item, id), &part.feedback), (key::reason(item, id), &part.reason)];
            strings.extend(optional.into_iter().filter_map(|(key, prose)| Some((key, words(prose)?))));
        }
    }
}

fn option_strings(item: &ItemId, option: &ChoiceOption, strings: &mut Vec<(String, RichText)>) {
    strings.push((key::text(item, &option.id), option.text.clone()));
    let optional = [(key::feedback(item, &option.id), &option.feedback), (key::reason(item, &option.id), &option.reason)];
    strings.extend(optional.into_iter().filter_map(|(key, prose)| Some((key, words(prose)?))));
}

fn words(prose: &Option<Prose>) -> Option<RichText> {
    prose.as_ref().map(|prose| prose.text.clone())
}

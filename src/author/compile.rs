//! From a document to the bundle that players read.

use crate::document::{ChoiceOption, ChoiceTask, Document, Item, Jump, Part, PartName, Prose, Takes, Task};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};
use waypost_core::bundle::{
    self, Band, Branch, Bundle, Choice, Choices, Head, Interaction, Kind, Lesson, Meta, Policy, Profile, Section, Time, key,
};
use waypost_core::id::ItemId;
use waypost_core::quiz::Verdict;
use waypost_core::simulator::Simulator;
use waypost_core::table::Table;
use waypost_core::text::{Block, Inline, RichText};

/// The most bytes a bundle may have.
pub const MAX_BUNDLE: usize = 512 * 1024;

/// How many hex digits of the hash make a revision.
const REVISION: usize = 12;

/// How many bytes are hashed at once.
const HASHED_AT_ONCE: usize = 16 * 1024;

/// How many bytes an item's hashes take in a bundle.
const SEALED: usize = r#","hashes":{"text":"00000000","key":"00000000","shape":"00000000"}"#.len();

/// Compiles a document. Worth publishing only if neither parsing nor checking found an error.
pub fn compile(document: &Document, profile: Profile) -> Bundle {
    let mut bundle = unsealed(document, profile);
    seal(&mut bundle);
    bundle
}

/// The bundle without hashes and revision, for words that are still going to change. [`seal`] completes it.
pub(crate) fn unsealed(document: &Document, profile: Profile) -> Bundle {
    let mut bundle = structure(document, profile);
    bundle.head.strings = table(document);
    bundle
}

/// The bytes of the bundle that players will read; `bundle` is the document's [`structure`] in the profile `play`.
pub(crate) fn size(document: &Document, bundle: &Bundle) -> usize {
    // Each with its quotes, a colon and a comma; each item with the hashes that `seal` adds.
    let strings: usize = strings(document).iter().map(|(key, text)| key.len() + 4 + length(text)).sum();
    length(bundle) + REVISION + strings.saturating_sub(1) + document.items.len() * SEALED
}

/// How many bytes something has as JSON.
fn length(value: &(impl Serialize + ?Sized)) -> usize {
    struct Length(usize);
    impl Write for Length {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut length = Length(0);
    serde_json::to_writer(&mut length, value).map(|()| length.0).unwrap_or_default()
}

/// Everything but the words, not yet sealed.
pub(crate) fn structure(document: &Document, profile: Profile) -> Bundle {
    let header = &document.header;
    Bundle {
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
            webhook: None,
            hosts: header.hosts.clone(),
            strings: Table::default(),
        },
        policy: policy(document),
        sections: document.sections.iter().map(section).collect(),
        items: document.items.iter().map(|item| compile_item(document, item)).collect(),
        results: bands(document),
        dimensions: document.dimensions.iter().map(|dimension| dimension.id.clone()).collect(),
        words: *waypost_core::words::of(&header.lang),
    }
}

/// Sets every item's hashes and the revision.
pub fn seal(bundle: &mut Bundle) {
    let hashes: Vec<bundle::Hashes> = bundle.items.iter().map(|item| bundle::hashes(bundle, item)).collect();
    for (item, hashes) in bundle.items.iter_mut().zip(hashes) {
        item.hashes = hashes;
    }
    // As in `revision`, without a copy of all words.
    let (profile, meta) = (std::mem::replace(&mut bundle.head.profile, Profile::Play), bundle.head.meta.take());
    bundle.head.revision.clear();
    bundle.head.revision = digest(bundle);
    (bundle.head.profile, bundle.head.meta) = (profile, meta);
}

/// Sets the revision of a simulator.
pub fn seal_simulator(simulator: &mut Simulator) {
    simulator.revision = revision(Lesson::Simulator(simulator.clone()));
}

/// The first 12 hex digits of the SHA-256 of the bundle in profile `play`, with the field empty and without what only the profile
/// `full` has. So both profiles of one document have one revision.
pub fn revision(mut lesson: Lesson) -> String {
    lesson.for_play();
    lesson.revision = String::new();
    digest(&lesson)
}

/// The first digits of the hash of something as compact JSON, which is never there as a whole.
fn digest(value: &impl Serialize) -> String {
    struct Hash(Sha256);
    impl Write for Hash {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut hash = Hash(Sha256::new());
    let mut buffer = BufWriter::with_capacity(HASHED_AT_ONCE, &mut hash);
    let written = serde_json::to_writer(&mut buffer, value).is_ok() && buffer.flush().is_ok();
    drop(buffer);
    let hex: String = hash.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    hex.chars().take(REVISION).filter(|_| written).collect()
}

/// The header's settings. Where only sections have time limits there is a clock all the same.
fn policy(document: &Document) -> Policy {
    let mut policy = document.header.policy.clone();
    if document.sections.iter().any(|section| section.time.is_some()) {
        policy.time.get_or_insert(Time { seconds: 0, essential: String::new() });
    }
    policy
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
    Section { id: section.id.clone(), draw: section.draw, order: section.order, then: target(&section.then), time: section.time }
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

/// All words by key.
fn table(document: &Document) -> Table<String, RichText> {
    let mut strings = strings(document);
    strings.sort_by(|a, b| a.0.cmp(&b.0));
    strings.into_iter().map(|(key, text)| (key, text.into_owned())).collect()
}

/// A text as the document has it, or one made for the bundle.
type Words<'a> = Cow<'a, [Block]>;

/// All words with their keys. What is not written has no key.
fn strings(document: &Document) -> Vec<(String, Words<'_>)> {
    let line = |line: &[Inline]| Cow::Owned(vec![Block::P(line.to_vec())]);
    let mut strings = vec![(key::INTRO.to_owned(), Cow::Borrowed(document.intro.as_slice()))];
    for section in &document.sections {
        strings.push((key::title(&section.id), line(&section.title)));
        strings.push((key::intro(&section.id), Cow::Borrowed(&section.intro)));
    }
    for item in &document.items {
        strings.push((key::prompt(&item.id), line(&item.stem)));
        item_strings(item, &mut |key, text: &RichText| strings.push((key, Cow::Borrowed(text))));
    }
    for band in &document.bands {
        strings.push((key::title(&band.id), line(&band.title)));
        strings.push((key::intro(&band.id), Cow::Borrowed(&band.text)));
    }
    for dimension in &document.dimensions {
        strings.push((key::title(&dimension.id), line(&dimension.title)));
        strings.push((key::intro(&dimension.id), Cow::Borrowed(&dimension.text)));
    }
    for (name, labels) in &document.header.scales {
        let label = |(number, label): (u32, &String)| (key::scale(name, number), line(&[Inline::Text(label.clone())]));
        strings.extend((1..).zip(labels).map(label));
    }
    strings.retain(|(_, text)| !text.is_empty());
    strings
}

/// The words of an item but for its stem, told one by one with their keys.
fn item_strings<'a>(item: &'a Item, say: &mut dyn FnMut(String, &'a RichText)) {
    let id = &item.id;
    say(key::body(id), &item.body);
    let mut prose = |key: String, prose: &'a Option<Prose>| {
        if let Some(prose) = prose {
            say(key, &prose.text);
        }
    };
    prose(key::explanation(id), &item.explanation);
    prose(key::verdict(id, Verdict::Right), &item.right);
    prose(key::verdict(id, Verdict::Partly), &item.partly);
    prose(key::verdict(id, Verdict::Wrong), &item.wrong);
    match &item.task {
        Task::Choice(task) => {
            for option in &task.options {
                prose(key::feedback(id, &option.id), &option.feedback);
                prose(key::reason(id, &option.id), &option.reason);
            }
            task.options.iter().for_each(|option| say(key::text(id, &option.id), &option.text));
        }
        Task::Other(task) => task.parts.iter().for_each(|part| part_strings(id, part, say)),
    }
    (1..).zip(&item.hints).for_each(|(number, hint)| say(key::hint(id, number), &hint.text));
}

fn part_strings<'a>(item: &ItemId, part: &'a Part, say: &mut dyn FnMut(String, &'a RichText)) {
    match &part.name {
        PartName::End(value) => say(key::end(item, &value.to_string()), &part.text),
        PartName::Option(id) => {
            say(key::text(item, id), &part.text);
            if let Some(feedback) = &part.feedback {
                say(key::feedback(item, id), &feedback.text);
            }
            if let Some(reason) = &part.reason {
                say(key::reason(item, id), &reason.text);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    #[test]
    fn the_size_of_a_bundle_is_known_before_it_is_made() {
        for name in ["leadership.md", "demo-items.md"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(name);
            let text = std::fs::read_to_string(path).unwrap();
            let (document, _) = crate::check::read(name, &text);
            let bytes = super::compile(&document, super::Profile::Play).to_json().len();
            assert_eq!(super::size(&document, &super::structure(&document, super::Profile::Play)), bytes, "{name}");
        }
    }
}

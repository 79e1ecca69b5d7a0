//! From a document to the bundle that players read.

use crate::document::{ChoiceOption, ChoiceTask, Document, Item, Jump, Part, PartName, Prose, Takes, Task};
use serde::Serialize;
use sha2::{Digest, Sha256};
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

/// How many texts most items have.
const STRINGS: usize = 10;

/// Compiles a document. Worth publishing only if neither parsing nor checking found an error.
pub fn compile(document: &Document, profile: Profile) -> Bundle {
    let mut bundle = take(&mut document.clone(), items(document), profile);
    seal(&mut bundle);
    bundle
}

/// The bundle of a document and its compiled items, without hashes and revision; [`seal`] completes it. The words are taken out of the
/// document.
pub(crate) fn take(document: &mut Document, items: Vec<bundle::Item>, profile: Profile) -> Bundle {
    let strings = table(document);
    let header = &document.header;
    Bundle {
        head: Head {
            waypost: bundle::VERSION.to_owned(),
            profile,
            kind: if header.policy.gathers() { Kind::Review } else { Kind::Quiz },
            id: header.id.clone(),
            version: header.version,
            title: header.title.clone(),
            lang: header.lang.clone(),
            dir: header.dir,
            revision: String::new(),
            meta: Some(header.meta.clone()).filter(|meta| profile == Profile::Full && *meta != Meta::default()),
            webhook: None,
            hosts: header.hosts.clone(),
            strings,
        },
        policy: policy(document),
        sections: document.sections.iter().map(section).collect(),
        items,
        results: bands(document),
        dimensions: document.dimensions.iter().map(|dimension| dimension.id.clone()).collect(),
        words: waypost_core::words::of(&header.lang).with(header.labels.clone()),
    }
}

/// Sets every item's hashes and the revision. Gives the bytes of the bundle that players will read.
pub fn seal(bundle: &mut Bundle) -> usize {
    let hashes: Vec<bundle::Hashes> = bundle.items.iter().map(|item| bundle::hashes(bundle, item)).collect();
    for (item, hashes) in bundle.items.iter_mut().zip(hashes) {
        item.hashes = hashes;
    }
    seal_revision(bundle)
}

/// Sets the revision only: the hashes of a translation's items are those of its original. Gives the bytes that players will read.
pub(crate) fn seal_revision(bundle: &mut Bundle) -> usize {
    // As in `revision`, without a copy of all words.
    let (profile, meta) = (std::mem::replace(&mut bundle.head.profile, Profile::Play), bundle.head.meta.take());
    bundle.head.revision.clear();
    let (revision, bytes) = digest(bundle);
    bundle.head.revision = revision;
    (bundle.head.profile, bundle.head.meta) = (profile, meta);
    bytes + REVISION
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
    digest(&lesson).0
}

/// The first digits of the hash of something as compact JSON, which is never there as a whole, and how many bytes that has.
fn digest(value: &impl Serialize) -> (String, usize) {
    struct Hash(Sha256, usize);
    impl Write for Hash {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.update(bytes);
            self.1 += bytes.len();
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut hash = Hash(Sha256::new(), 0);
    let mut buffer = BufWriter::with_capacity(HASHED_AT_ONCE, &mut hash);
    let written = serde_json::to_writer(&mut buffer, value).is_ok() && buffer.flush().is_ok();
    drop(buffer);
    let hex: String = hash.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    (hex.chars().take(REVISION).filter(|_| written).collect(), hash.1)
}

/// The header's settings. Where only sections have time limits there is a clock all the same.
fn policy(document: &Document) -> Policy {
    let mut policy = document.header.policy.clone();
    if document.sections.iter().any(|section| section.time.is_some()) {
        policy.time.get_or_insert(Time { seconds: 0, essential: String::new() });
    }
    policy
}

/// The items as the bundle has them, without their words.
pub(crate) fn items(document: &Document) -> Vec<bundle::Item> {
    document.items.iter().map(|item| compile_item(document, item)).collect()
}

fn compile_item(document: &Document, item: &Item) -> bundle::Item {
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

/// All words by key, taken out of the document. What is not written has no key.
fn table(document: &mut Document) -> Table<String, RichText> {
    let mut strings = Strings(Vec::with_capacity(document.items.len() * STRINGS));
    let mut items: Vec<&mut Item> = document.items.iter_mut().collect();
    items.sort_by(|a, b| a.id.cmp(&b.id));
    items.into_iter().for_each(|item| strings.item(item));
    strings.text(key::INTRO.to_owned(), &mut document.intro);
    for section in &mut document.sections {
        strings.line(key::title(&section.id), &mut section.title);
        strings.text(key::intro(&section.id), &mut section.intro);
    }
    for band in &mut document.bands {
        strings.line(key::title(&band.id), &mut band.title);
        strings.text(key::intro(&band.id), &mut band.text);
    }
    for dimension in &mut document.dimensions {
        strings.line(key::title(&dimension.id), &mut dimension.title);
        strings.text(key::intro(&dimension.id), &mut dimension.text);
    }
    for (name, labels) in &document.header.scales {
        for (number, label) in (1..).zip(labels) {
            strings.line(key::scale(name, number), &mut vec![Inline::Text(label.clone())]);
        }
    }
    Table::from(strings.0)
}

/// Words with their keys.
struct Strings(Vec<(String, RichText)>);

impl Strings {
    fn text(&mut self, key: String, text: &mut RichText) {
        if !text.is_empty() {
            self.0.push((key, std::mem::take(text)));
        }
    }

    fn line(&mut self, key: String, line: &mut Vec<Inline>) {
        self.0.push((key, vec![Block::P(std::mem::take(line))]));
    }

    fn prose(&mut self, key: impl FnOnce() -> String, prose: &mut Option<Prose>) {
        if let Some(prose) = prose {
            self.text(key(), &mut prose.text);
        }
    }

    /// The words of an item, in the order of their keys, which makes sorting all of them quick.
    fn item(&mut self, item: &mut Item) {
        let start = self.0.len();
        let id = &item.id;
        match &mut item.task {
            Task::Choice(task) => {
                for option in &mut task.options {
                    self.prose(|| key::feedback(id, &option.id), &mut option.feedback);
                    self.prose(|| key::reason(id, &option.id), &mut option.reason);
                    self.text(key::text(id, &option.id), &mut option.text);
                }
            }
            Task::Other(task) => task.parts.iter_mut().for_each(|part| self.part(id, part)),
        }
        self.text(key::body(id), &mut item.body);
        self.prose(|| key::explanation(id), &mut item.explanation);
        for (number, hint) in (1..).zip(&mut item.hints) {
            self.text(key::hint(id, number), &mut hint.text);
        }
        self.prose(|| key::verdict(id, Verdict::Partly), &mut item.partly);
        self.line(key::prompt(id), &mut item.stem);
        self.prose(|| key::verdict(id, Verdict::Right), &mut item.right);
        self.prose(|| key::verdict(id, Verdict::Wrong), &mut item.wrong);
        if let Some(own) = self.0.get_mut(start..) {
            own.sort_by(|a, b| a.0.cmp(&b.0));
        }
    }

    fn part(&mut self, item: &ItemId, part: &mut Part) {
        match &part.name {
            PartName::End(value) => self.text(key::end(item, &value.to_string()), &mut part.text),
            PartName::Option(id) => {
                self.prose(|| key::feedback(item, id), &mut part.feedback);
                self.prose(|| key::reason(item, id), &mut part.reason);
                self.text(key::text(item, id), &mut part.text);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    #[test]
    fn a_seal_says_how_many_bytes_players_read() {
        for name in ["leadership.md", "demo-items.md"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(name);
            let text = std::fs::read_to_string(path).unwrap();
            let (document, _) = crate::check::read(name, &text);
            let mut bundle = super::compile(&document, super::Profile::Play);
            let bytes = bundle.to_json().len();
            assert_eq!(super::seal(&mut bundle), bytes, "{name}");
        }
    }
}

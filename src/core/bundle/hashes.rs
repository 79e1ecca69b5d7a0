//! Short hashes of an item: its text, its key and its kind. A journal keeps those an answer was given to.

use super::{Accepted, Answers, Bundle, Choice, Field, Interaction, Item, key};
use crate::id::OptionId;
use crate::random::{BASIS, fnv_on, site};
use crate::text::{Block, RichText};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// What an item looked like when it was compiled: 8 hex digits each, all empty in a bundle that was not compiled from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hashes {
    /// Of what the reader reads before answering: stem, body, options.
    pub text: String,
    /// Of what is right and what it earns.
    pub key: String,
    /// Of the kind, with a response scale's steps or a slider's range.
    pub shape: String,
}

impl Hashes {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.shape.is_empty()
    }
}

/// The hashes of an item of the bundle. The order in the file, feedback, hints and points change none of them.
pub fn hashes(bundle: &Bundle, item: &Item) -> Hashes {
    Hashes { text: half(text(bundle, item)), key: short(&right(&item.interaction)), shape: short(&shape(&item.interaction)) }
}

/// Half of the 64-bit FNV-1a hash.
fn short(canonical: &str) -> String {
    half(site(canonical))
}

fn half(hash: u64) -> String {
    let half = (hash >> 32) as u32 ^ hash as u32;
    (0..8).rev().filter_map(|digit| char::from_digit(half >> (4 * digit) & 15, 16)).collect()
}

/// The hash of what is written so far.
struct Hashed(u64);

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = fnv_on(self.0, bytes.iter().copied());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn sorted(mut lines: Vec<String>) -> String {
    lines.sort();
    lines.join("\n")
}

/// The hash of the stem's lines, each with its end, and of the lines of all things, by name.
fn text(bundle: &Bundle, item: &Item) -> u64 {
    let mut hashed = Hashed(BASIS);
    let written = write_text(bundle, item, &mut hashed);
    written.map(|()| hashed.0).unwrap_or_default()
}

fn write_text(bundle: &Bundle, item: &Item, out: &mut Hashed) -> io::Result<()> {
    let rows = own(bundle, item);
    let parent = item.part_of.iter().map(|parent| bundle.text(&key::prompt(parent)));
    for text in parent.chain([key::prompt(&item.id), key::body(&item.id)].iter().map(|name| words(rows, name))) {
        serde_json::to_writer(&mut *out, text)?;
        out.write_all(b"\n")?;
    }
    let mut things = names(&item.interaction);
    things.sort();
    for (number, id) in things.iter().enumerate() {
        let end = if number > 0 { "\n" } else { "" };
        write!(out, "{end}{id} ")?;
        serde_json::to_writer(&mut *out, words(rows, &key::text(&item.id, id)))?;
    }
    Ok(())
}

/// The words of an item: between `ID.` and `ID0` nothing but its own keys can stand.
fn own<'b>(bundle: &'b Bundle, item: &Item) -> &'b [(String, RichText)] {
    let bound = |end: &str| [item.id.as_str(), end].concat();
    bundle.strings.between(bound(".").as_str(), bound("0").as_str())
}

fn words<'b>(rows: &'b [(String, RichText)], key: &str) -> &'b [Block] {
    rows.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_slice()).unwrap_or_default()
}

/// Everything of an item that has words of its own.
fn names(interaction: &Interaction) -> Vec<Cow<'_, OptionId>> {
    fn choices(options: &[Choice]) -> Vec<Cow<'_, OptionId>> {
        options.iter().map(|option| Cow::Borrowed(&option.id)).collect()
    }
    match interaction {
        Interaction::Single(c) | Interaction::Multi(c) | Interaction::Tf(c) => choices(&c.options),
        Interaction::Order(sequence) => sequence.things.iter().map(Cow::Borrowed).collect(),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => {
            pairs.rows.iter().map(|row| &row.id).chain(&pairs.targets).map(Cow::Borrowed).collect()
        }
        Interaction::Scale(scale) => scale.rows.iter().map(|row| Cow::Borrowed(&row.id)).collect(),
        Interaction::Cloze(cloze) => {
            let blanks = cloze.blanks.iter().filter_map(|blank| match &blank.field {
                Field::Choice(options) => Some(options.iter().map(|option| Cow::Owned(OptionId(format!("{}-{}", blank.id, option.id))))),
                Field::Text(_) | Field::Number(_) => None,
            });
            blanks.flatten().collect()
        }
        _ => Vec::new(),
    }
}

fn right(interaction: &Interaction) -> String {
    match interaction {
        Interaction::Single(c) | Interaction::Multi(c) | Interaction::Tf(c) => format!("{:?}\n{}", c.marking, credits(&c.options)),
        Interaction::Number(answers) | Interaction::Text(answers) => accepted(answers),
        Interaction::Slider(slider) => slider.answers.as_ref().map(accepted).unwrap_or_default(),
        Interaction::Order(sequence) => format!("{:?} {:?}", sequence.marking, sequence.things),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => {
            let rows = pairs.rows.iter().map(|row| format!("{} {:?}", row.id, row.target)).collect();
            format!("{:?} {}\n{}", pairs.marking, pairs.targets.len(), sorted(rows))
        }
        Interaction::Cloze(cloze) => {
            let blank = |blank: &super::Blank| match &blank.field {
                Field::Text(answers) | Field::Number(answers) => format!("{} {}", blank.id, accepted(answers)),
                Field::Choice(options) => format!("{} {}", blank.id, credits(options)),
            };
            format!("{:?}\n{}", cloze.marking, sorted(cloze.blanks.iter().map(blank).collect()))
        }
        Interaction::Scale(_) | Interaction::Reflect(_) | Interaction::Info {} => String::new(),
    }
}

/// What earns something; distractors may come and go. By name, so that the order in the file does not matter.
fn credits(options: &[Choice]) -> String {
    let mut earns: Vec<&Choice> = options.iter().filter(|option| option.is_key() || option.credit.is_some()).collect();
    earns.sort_by(|a, b| a.id.cmp(&b.id));
    earns.iter().map(|option| format!("{} {:?} {:?}", option.id, option.key, option.credit)).collect::<Vec<_>>().join("\n")
}

fn accepted(answers: &Answers) -> String {
    let one = |answer: &Accepted| format!("{:?} {:?} {:?} {:?}", answer.matches, answer.key, answer.credit, answer.typos);
    let list: Vec<String> = answers.answers.iter().map(one).collect();
    format!("{:?} {} {}\n{}", answers.compare, answers.typos, answers.unit, list.join("\n"))
}

fn shape(interaction: &Interaction) -> String {
    match interaction {
        Interaction::Scale(scale) => format!("scale {} {}", scale.name, scale.steps),
        Interaction::Slider(slider) => format!("slider {} {} {} {}", slider.min, slider.max, slider.step, slider.unit),
        other => other.name().to_owned(),
    }
}

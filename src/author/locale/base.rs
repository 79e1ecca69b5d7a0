//! What a translation was made from: the table `[base]` of its header has a digest of each text of the original, written by `waypost fmt`.
//! Where the original has changed since, the translation is used all the same, and reported.

use super::{is_written, likeness, quiz};
use crate::check::compiled_in;
use crate::code;
use crate::course::Course;
use crate::document::Document;
use crate::header::locate;
use crate::report::{Report, quote};
use crate::settings::Table;
use crate::source::Source;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use toml_edit::{DocumentMut, Item, value};
use waypost_core::bundle::key::TITLE;
use waypost_core::bundle::{Bundle, Field, Interaction};
use waypost_core::id::WidgetId;
use waypost_core::text::plain;

/// W150 for each text whose original has changed since it was translated.
pub(super) fn stale(document: &Document, words: &Bundle, original: &Bundle, report: &mut Report) {
    let now = digests(original);
    let made: BTreeMap<&str, &str> = document.header.base.iter().map(|(key, digest)| (key.as_str(), digest.as_str())).collect();
    for key in held(words) {
        let (Some(made), Some(now)) = (made.get(key.as_str()), now.get(&key)) else { continue };
        if made == now {
            continue;
        }
        let says = match original.strings.get(&key) {
            Some(text) => format!(", where it says {} now", quote(&plain(text))),
            None if key == TITLE => format!(", which is called {} now", quote(&original.title)),
            None => String::new(),
        };
        let thing = key.split('/').next().unwrap_or_default();
        let owner = thing.split('.').next().unwrap_or_default();
        let help = format!("write it anew, then remove the line {} from `[base]` and run `waypost fmt`", quote(&key));
        let message = format!("{} was translated from an earlier version of the original{says}", quote(&key));
        report.add(code::W150, likeness::span(document, owner, thing), message, help);
    }
}

/// The quiz that a file translates, as its header says; none for other files.
pub fn translated(file: &str, text: &str) -> Option<WidgetId> {
    let source = Source::new(file, text);
    let mut report = Report::new(&source);
    let span = locate(&mut report).0?;
    Table::read(span, &mut report).text("of", &mut report).map(WidgetId)
}

/// A translation with its `[base]` brought up to date: texts that are new there get the digest of what they were made from now, texts
/// that are gone lose theirs. The file as it is where it is no translation or anything is wrong with it.
pub fn stamped(course: &Course, file: &str, text: &str) -> String {
    let stamp = || {
        let original = quiz(course, &translated(file, text)?)?;
        let words = compiled_in(&course.settings.lang, file, text).1?;
        let source = Source::new(file, text);
        let span = locate(&mut Report::new(&source)).0?;
        let mut header: DocumentMut = source.slice(span.clone()).parse().ok()?;
        let (now, held) = (digests(original), held(&words));
        let base = header.entry("base").or_insert(Item::Table(toml_edit::Table::new())).as_table_like_mut()?;
        let gone: Vec<String> = base.iter().map(|(key, _)| key.to_owned()).filter(|key| !held.contains(key)).collect();
        gone.iter().for_each(|key| drop(base.remove(key)));
        for (key, digest) in held.iter().filter_map(|key| Some((key, now.get(key)?))) {
            base.entry(key).or_insert(value(digest.as_str()));
        }
        base.sort_values();
        if base.is_empty() {
            header.remove("base");
        }
        let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
        Some([before, &header.to_string(), after].concat())
    };
    stamp().unwrap_or_else(|| text.to_owned())
}

/// The texts that a translation has, by key, in order.
fn held(words: &Bundle) -> Vec<String> {
    let title = (!words.title.is_empty()).then(|| TITLE.to_owned());
    let strings = words.strings.iter().filter(|(_, text)| is_written(text)).map(|(key, _)| key.clone());
    let answers = words.items.iter().filter(|item| takes_texts(&item.interaction)).map(|item| answers(item.id.as_str()));
    title.into_iter().chain(strings).chain(answers).collect()
}

/// What every text of the original looks like, by key, in 8 hex digits.
fn digests(original: &Bundle) -> BTreeMap<String, String> {
    let strings = original.strings.iter().map(|(key, text)| (key.clone(), digest(text)));
    let items = original.items.iter().map(|item| (answers(item.id.as_str()), digest(&item.interaction)));
    let title = (TITLE.to_owned(), digest(&original.title));
    strings.chain(items).chain([title]).collect()
}

/// The key of the texts that readers type.
fn answers(item: &str) -> String {
    [item, "/answers"].concat()
}

fn takes_texts(interaction: &Interaction) -> bool {
    match interaction {
        Interaction::Text(_) => true,
        Interaction::Cloze(cloze) => cloze.blanks.iter().any(|blank| matches!(blank.field, Field::Text(_))),
        _ => false,
    }
}

fn digest(value: &impl Serialize) -> String {
    let written = serde_json::to_vec(value).unwrap_or_default();
    Sha256::digest(written).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

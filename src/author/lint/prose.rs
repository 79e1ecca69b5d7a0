//! How texts read: W116 readability, W118 link text, W119 color or position only, W125 an opinion with a key, W170 hidden direction marks.

use super::question::{line, text};
use super::text::{count, sentences, syllables, words as as_written};
use super::words::{Words, words};
use crate::code;
use crate::diagnostic::Edit;
use crate::document::{Document, Item};
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::text::{Inline, plain_inline};

/// A text with fewer words has no grade.
const GRADED: usize = 20;

/// School years that a reader of a question needs at most.
const GRADE: f64 = 12.0;

/// Words in a sentence, where there is no formula for the language.
const LONG: usize = 30;

/// Characters that turn the direction of a text around without being seen.
const HIDDEN: [std::ops::RangeInclusive<char>; 2] = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];

pub(super) fn lint(document: &Document, report: &mut Report) {
    let words = words(&document.header.lang);
    for item in &document.items {
        let (stem, body) = (line(&item.stem), text(&item.body));
        let mut said: Vec<&str> = as_written(&stem).collect();
        let of_stem = said.len();
        said.extend(as_written(&body));
        readability(item, &said, [&stem, &body], &document.header.lang, report);
        if let Some(words) = words {
            looks(item, &said, words, report);
            if item.is_marked() {
                opinion(item, said.get(..of_stem).unwrap_or_default(), words, report);
            }
        }
    }
    if let Some(words) = words {
        super::texts::links(document, &mut |label, span| link(label, span, words, report));
    }
    hidden(report);
}

/// The grade after Kincaid, Fishburne, Rogers & Chissom (Derivation of New Readability Formulas, 1975).
fn readability(item: &Item, said: &[&str], texts: [&str; 2], lang: &str, report: &mut Report) {
    if lang.split('-').next() == Some("en") {
        if said.len() < GRADED {
            return;
        }
        let spoken: usize = said.iter().copied().map(syllables).sum();
        let (count, spoken) = (said.len() as f64, spoken as f64);
        let grade_of = |sentences: usize| 0.39 * count / (sentences.max(1) as f64) + 11.8 * spoken / count.max(1.0) - 15.59;
        // One sentence is the hardest to read; most texts are easy enough even so.
        if grade_of(1) <= GRADE {
            return;
        }
        let grade = grade_of(sentences(&texts.join(" ")).count());
        if grade > GRADE {
            let message = format!("this question reads like a text for school year {grade:.0} (Flesch-Kincaid)");
            report.add(code::W116, item.heading.clone(), message, "use shorter sentences and plainer words");
        }
        return;
    }
    if let Some(count) = sentences(&texts.join(" ")).map(count).find(|count| *count > LONG) {
        let message = format!("a sentence of this question has {count} words");
        report.add(code::W116, item.heading.clone(), message, "make two sentences of it");
    }
}

fn looks(item: &Item, said: &[&str], words: &Words, report: &mut Report) {
    if let Some(phrase) = words.looks.among(said) {
        let message = format!("{} helps only those who see it", quote(phrase));
        report.add(code::W119, item.heading.clone(), message, "name the thing as well, by its words or its number");
    }
}

fn opinion(item: &Item, said: &[&str], words: &Words, report: &mut Report) {
    if let Some(phrase) = words.opinions.begun_among(said) {
        let message = format!("{} asks for an opinion, and the answer is marked", quote(phrase));
        report.add(code::W125, item.heading.clone(), message, "ask what is so, or add `{open}` behind the question to leave it unmarked");
    }
}

fn link(label: &[Inline], span: &Range<usize>, words: &Words, report: &mut Report) {
    let label = super::normal(&plain_inline(label));
    if words.links.contains(&label.as_str()) {
        let message = format!("the link text {} does not say where the link leads", quote(&label));
        report.add(code::W118, span.clone(), message, "write what readers find there: `[the seven land mines](...)`");
    }
}

/// W170, also for pages.
pub(crate) fn hidden(report: &mut Report) {
    let source = report.source;
    // Each of them begins with this byte, which few files have at all.
    if memchr::memchr(0xe2, source.text().as_bytes()).is_none() {
        return;
    }
    let is_hidden = |c: &char| HIDDEN.iter().any(|range| range.contains(c));
    for (at, c) in source.text().char_indices().filter(|(_, c)| is_hidden(c)) {
        let message = format!("there is a hidden character U+{:04X} here, which turns the direction of what follows", u32::from(c));
        let span = at..at + c.len_utf8();
        let edit = Edit { span: span.clone(), text: String::new() };
        report.add_with(Some(edit), code::W170, span, message, "remove it; the direction follows from the language");
    }
}

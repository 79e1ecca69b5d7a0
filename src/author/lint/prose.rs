//! How texts read: W116 readability, W118 link text, W119 color or position only, W125 an opinion with a key, W170 hidden direction marks.

use super::text::{count, sentences, spaced, stands_in, syllables, tokens};
use super::words::{Words, words};
use crate::code;
use crate::document::{Document, Item};
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::text::{Block, Inline, plain, plain_inline};

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
        readability(item, &document.header.lang, report);
        if let Some(words) = words {
            looks(item, words, report);
            if item.is_marked() {
                opinion(item, words, report);
            }
        }
    }
    if let Some(words) = words {
        super::texts::each(document, &mut |blocks, span| links(blocks, span, words, report));
    }
    hidden(report);
}

/// The grade after Kincaid, Fishburne, Rogers & Chissom (Derivation of New Readability Formulas, 1975).
fn readability(item: &Item, lang: &str, report: &mut Report) {
    let text = format!("{} {}", plain_inline(&item.stem), plain(&item.body));
    if lang.split('-').next() == Some("en") {
        let length = count(&text);
        if length < GRADED {
            return;
        }
        let (count, spoken) = (length as f64, tokens(&text).iter().map(|word| syllables(word)).sum::<usize>() as f64);
        let grade = 0.39 * count / (sentences(&text).count().max(1) as f64) + 11.8 * spoken / count.max(1.0) - 15.59;
        if grade > GRADE {
            let message = format!("this question reads like a text for school year {grade:.0} (Flesch-Kincaid)");
            report.add(code::W116, item.heading.clone(), message, "use shorter sentences and plainer words");
        }
        return;
    }
    if let Some(count) = sentences(&text).map(count).find(|count| *count > LONG) {
        let message = format!("a sentence of this question has {count} words");
        report.add(code::W116, item.heading.clone(), message, "make two sentences of it");
    }
}

fn looks(item: &Item, words: &Words, report: &mut Report) {
    let text = spaced(&format!("{} {}", plain_inline(&item.stem), plain(&item.body)));
    if let Some(phrase) = words.looks.iter().find(|phrase| stands_in(&text, phrase, true)) {
        let message = format!("{} helps only those who see it", quote(phrase));
        report.add(code::W119, item.heading.clone(), message, "name the thing as well, by its words or its number");
    }
}

fn opinion(item: &Item, words: &Words, report: &mut Report) {
    let text = spaced(&plain_inline(&item.stem));
    if let Some(phrase) = words.opinions.iter().find(|phrase| stands_in(&text, phrase, false)) {
        let message = format!("{} asks for an opinion, and the answer is marked", quote(phrase));
        report.add(code::W125, item.heading.clone(), message, "ask what is so, or add `{open}` behind the question to leave it unmarked");
    }
}

fn links(blocks: &[Block], span: &Range<usize>, words: &Words, report: &mut Report) {
    let mut found = Vec::new();
    super::texts::links(blocks, &mut |label: &[Inline]| {
        let label = super::normal(&plain_inline(label));
        found.extend(words.links.contains(&label.as_str()).then_some(label));
    });
    for label in found {
        let message = format!("the link text {} does not say where the link leads", quote(&label));
        report.add(code::W118, span.clone(), message, "write what readers find there: `[the seven land mines](...)`");
    }
}

/// W170, also for pages.
pub(crate) fn hidden(report: &mut Report) {
    let source = report.source;
    // Each of them begins with this byte, which few files have at all.
    if !source.text().as_bytes().contains(&0xe2) {
        return;
    }
    let is_hidden = |c: &char| HIDDEN.iter().any(|range| range.contains(c));
    for (at, c) in source.text().char_indices().filter(|(_, c)| is_hidden(c)) {
        let message = format!("there is a hidden character U+{:04X} here, which turns the direction of what follows", u32::from(c));
        report.add(code::W170, at..at + c.len_utf8(), message, "remove it; the direction follows from the language");
    }
}

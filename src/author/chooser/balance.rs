//! Whether both sides of a chooser's pairs sound equally good: length, words that judge, negations, ratings, and whose word they are.

use super::document::{Document, Pair, Side};
use super::header::Engine;
use crate::code;
use crate::lint::text::tokens;
use crate::lint::words::{Words, words};
use crate::report::{Report, quote};
use waypost_core::text::{plain, plain_inline};
use waypost_core::typed::Exact;

/// How much longer the statements of one pole may be, in percent of the longer.
const LONGER: usize = 20;

/// English words that judge what they name. On one side only they make it the answer to be proud, or ashamed, of.
const JUDGING: [&str; 28] = [
    "good",
    "better",
    "best",
    "great",
    "excellent",
    "brilliant",
    "wonderful",
    "exciting",
    "important",
    "smart",
    "proud",
    "success",
    "love",
    "easy",
    "bad",
    "worse",
    "worst",
    "poor",
    "terrible",
    "boring",
    "lazy",
    "shame",
    "failure",
    "hate",
    "waste",
    "useless",
    "petty",
    "merely",
];

pub(super) fn lint(document: &Document, report: &mut Report) {
    if document.header.engine == Engine::Profile {
        return;
    }
    length(document, report);
    own_word(document, report);
    let english = document.header.lang.split('-').next() == Some("en");
    let words = words(&document.header.lang);
    for pair in &document.pairs {
        if english {
            judging(pair, report);
        }
        if let Some(words) = words {
            negation(pair, words, report);
        }
        desirability(pair, report);
    }
}

/// W321.
fn length(document: &Document, report: &mut Report) {
    let words = |pole: &super::Pole| -> usize {
        let sides = document.pairs.iter().flat_map(|pair| &pair.sides).filter(|side| side.pole == pole.head.id);
        sides.map(|side| tokens(&plain(&side.text)).len()).sum()
    };
    let [a, b] = document.poles.as_slice() else { return };
    let (a_words, b_words) = (words(a), words(b));
    let (longer, shorter, pole) = if a_words > b_words { (a_words, b_words, a) } else { (b_words, a_words, b) };
    if (longer - shorter) * 100 > longer * LONGER {
        let message = format!("the statements for {} have {longer} words, the others {shorter}", quote(&plain_inline(&pole.head.title)));
        report.add(code::W321, pole.head.span.clone(), message, "shorten them, or say as much on the other side");
    }
}

/// W325.
fn own_word(document: &Document, report: &mut Report) {
    for pole in &document.poles {
        let own =
            pole.traits.iter().filter(|told| !told.sources.is_empty() && told.sources.iter().all(|source| source == "author")).count();
        if own * 2 > pole.traits.len() {
            let message = format!(
                "{own} of {} statements about {} rest on your word alone",
                pole.traits.len(),
                quote(&plain_inline(&pole.head.title))
            );
            report.add(code::W325, pole.head.span.clone(), message, "name a source for half of them or more");
        }
    }
}

/// W322.
fn judging(pair: &Pair, report: &mut Report) {
    let judges = |side: &Side| tokens(&plain(&side.text)).into_iter().find(|word| JUDGING.contains(&word.as_str()));
    let [a, b] = pair.sides.as_slice() else { return };
    let (word, side) = match (judges(a), judges(b)) {
        (Some(word), None) => (word, a),
        (None, Some(word)) => (word, b),
        _ => return,
    };
    let message = format!("{} judges, and stands on one side only", quote(&word));
    report.add(code::W322, side.span.clone(), message, "say what happens without a word that judges, or use it on both sides");
}

/// W323.
fn negation(pair: &Pair, words: &Words, report: &mut Report) {
    for side in &pair.sides {
        if let Some(word) = tokens(&plain(&side.text)).into_iter().find(|word| words.negative.has(word)) {
            let message = format!("{} turns this statement around", quote(&word));
            report.add(code::W323, side.span.clone(), message, "say what is, instead of what is not");
        }
    }
}

/// W324.
fn desirability(pair: &Pair, report: &mut Report) {
    let [Some(a), Some(b)] = [pair.sides.first(), pair.sides.get(1)].map(|side| side.and_then(|side| side.sounds)) else { return };
    let half = Exact::new(5, 1).unwrap_or(Exact::ZERO);
    if !a.is_near(b, half) {
        let message = format!("raters found one statement more desirable than the other: {a} and {b}");
        report.add(code::W324, pair.head.span.clone(), message, "change the words until the two are within 0.5, and ask raters again");
    }
}

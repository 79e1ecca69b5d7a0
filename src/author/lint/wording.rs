//! Words that mislead: all of the above, none of the above, negative stems: W102 to W104.

use super::question::{Question, Worded};
use super::text::runs;
use super::words::Words;
use crate::code;
use crate::diagnostic::Severity;
use crate::document::ChoiceTask;
use crate::report::{Report, quote};
use waypost_core::bundle::{Order, Place};
use waypost_core::text::Inline;

pub(super) fn lint(question: &Question, words: &Words, report: &mut Report) {
    for worded in &question.options {
        above(worded, question.task, words, report);
    }
    negative(question, words, report);
}

/// W102 and W103: an error where a shuffle would move it, since then nothing is above it.
fn above(worded: &Worded, task: &ChoiceTask, words: &Words, report: &mut Report) {
    let option = worded.option;
    let begins = |phrases: &[&str]| phrases.iter().any(|phrase| worded.normal.starts_with(phrase));
    let (code, help) = if begins(words.all) {
        (code::W102, "mark every right option with `[x]` instead; one wrong option gives this one away")
    } else if begins(words.none) {
        (code::W103, "write an option that somebody could believe instead; this one shows only what is wrong")
    } else {
        return;
    };
    let written = quote(&worded.plain);
    if task.order == Order::Shuffled && option.place == Place::Free {
        let help = "add `{pin}` so that it keeps its place, or write another option";
        report.add_as(Severity::Error, code, option.span.clone(), format!("{written} loses its meaning when options are shuffled"), help);
    } else {
        report.add(code, option.span.clone(), format!("{written} is a weak option"), help);
    }
}

/// W104: a negative in the stem without emphasis, or one in the stem and another in an option.
fn negative(question: &Question, words: &Words, report: &mut Report) {
    let item = question.item;
    let first = negative_in(&question.stem, words);
    let unmarked = match item.stem.as_slice() {
        [Inline::Text(_)] => None,
        line => Some(unmarked_text(line)),
    };
    let overlooked = unmarked.as_ref().map_or(first, |text| negative_in(text, words));
    if let Some(word) = overlooked.filter(|word| word.chars().any(char::is_lowercase)) {
        let heading = report.source.slice(item.heading.clone());
        let at = item.heading.start + place_of(heading, word);
        let help = format!("ask for what is right instead, or emphasize the word: `**{word}**`");
        report.add(code::W104, at..at + word.len(), format!("the word {} in a question is easily overlooked", quote(word)), help);
    }
    let Some(first) = first else { return };
    for worded in &question.options {
        if let Some(second) = negative_in(&worded.plain, words) {
            let message = format!("{} in this option meets {} in the question", quote(second), quote(first));
            report.add(code::W104, worded.option.span.clone(), message, "write the question or the option without a negative");
        }
    }
}

/// The first negative word of a text.
fn negative_in<'t>(text: &'t str, words: &Words) -> Option<&'t str> {
    let mut before = "";
    for word in runs(text, |c| c.is_alphanumeric() || c == '\'') {
        if words.negative.has(word) && !words.harmless.has(before) {
            return Some(word);
        }
        before = word;
    }
    None
}

/// The words of a line that no emphasis marks.
fn unmarked_text(line: &[Inline]) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => text.clone(),
        Inline::Link(_, inner) => unmarked_text(inner),
        _ => " ".to_owned(),
    };
    line.iter().map(piece).collect()
}

/// Where a word stands in a text, as a word of its own.
fn place_of(text: &str, word: &str) -> usize {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let alone = |at: &usize| {
        let before = text.get(..*at).and_then(|before| before.chars().last());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        !is_letter(before) && !is_letter(after)
    };
    text.match_indices(word).map(|(at, _)| at).find(alone).unwrap_or_default()
}

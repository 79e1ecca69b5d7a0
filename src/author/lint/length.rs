//! The longest option is right: W101, in one question and over the whole file.

use super::{Question, statistics};
use crate::code;
use crate::document::{ChoiceOption, Takes};
use crate::report::Report;
use waypost_core::bundle::Key;

/// A key that is longer than each distractor by this factor gives itself away.
const FACTOR: (usize, usize) = (3, 2);

/// Differences of fewer characters are not seen: "Yes" against "No".
const SEEN: usize = 8;

/// With fewer questions than this, chance explains a lot.
const QUESTIONS: usize = 6;

/// How unlikely chance has to be before it is ruled out.
const CHANCE: f64 = 0.05;

/// One question.
pub(super) fn one(question: &Question, report: &mut Report) {
    let Some((key, length)) = longest(question, Key::Right) else { return };
    let Some((_, rest)) = longest(question, Key::Wrong) else { return };
    if question.task.takes != Takes::Tf && length * FACTOR.1 > rest * FACTOR.0 && length >= rest + SEEN && rest > 0 {
        report.add(
            code::W101,
            key.span.clone(),
            format!("the right option has {length} characters, the longest of the others {rest}"),
            "shorten it, or give the others the same detail; move what explains it into its feedback",
        );
    }
}

/// The whole file: how often the longest option is right, against chance.
pub(super) fn all(questions: &[Question], report: &mut Report) {
    let mut chances = Vec::new();
    let mut hits = Vec::new();
    for question in questions.iter().filter(|question| question.task.takes != Takes::Tf) {
        let (Some((key, length)), Some((_, rest))) = (longest(question, Key::Right), longest(question, Key::Wrong)) else { continue };
        let task = question.task;
        let keys = task.options.iter().filter(|option| option.key == Key::Right).count();
        chances.push(keys as f64 / task.options.len() as f64);
        if length > rest {
            hits.push(key);
        }
    }
    let by_chance: f64 = chances.iter().sum();
    let Some(first) = hits.first().filter(|_| chances.len() >= QUESTIONS) else { return };
    if statistics::at_least(&chances, hits.len()) < CHANCE {
        report.add(
            code::W101,
            first.span.clone(),
            format!("the longest option is right in {} of {} questions; chance would give about {by_chance:.0}", hits.len(), chances.len()),
            "shorten right options or lengthen others, until length says nothing",
        );
    }
}

/// The longest option of the key or of the distractors, and its length in characters.
fn longest<'d>(question: &Question<'d>, key: Key) -> Option<(&'d ChoiceOption, usize)> {
    let of_key = question.options.iter().filter(|worded| worded.option.key == key);
    of_key.map(|worded| (worded.option, worded.length)).max_by_key(|(_, length)| *length)
}

//! Cues that give the key away: W111 absolute words, W112 grammar, W113 a word of the stem that only the key repeats.

use super::normal;
use super::text::{is_one_of, tokens, without_end, words as as_written};
use super::words::Words;
use crate::code;
use crate::document::{ChoiceOption, ChoiceTask, Item};
use crate::report::{Report, quote};
use waypost_core::bundle::Key;
use waypost_core::text::{plain, plain_inline};

/// Shorter words of a stem are too common to be a cue.
const TELLING: usize = 5;

pub(super) fn lint(item: &Item, task: &ChoiceTask, words: &Words, report: &mut Report) {
    let (keys, rest): (Vec<&ChoiceOption>, Vec<&ChoiceOption>) = task.options.iter().partition(|option| option.key == Key::Right);
    if keys.is_empty() || rest.is_empty() {
        return;
    }
    absolute(&keys, &rest, words, report);
    article(item, task, words, report);
    clang(item, &keys, &rest, words, report);
}

fn absolute(keys: &[&ChoiceOption], rest: &[&ChoiceOption], words: &Words, report: &mut Report) {
    let absolute_in = |option: &ChoiceOption| {
        let written = plain(&option.text);
        let word = as_written(&written).find(|word| is_one_of(word, words.absolute))?.to_lowercase();
        // "All of the above" has rules of its own.
        let text = normal(&written);
        let is_above = words.all.iter().chain(words.none).any(|phrase| text.starts_with(phrase));
        (!is_above).then_some(word)
    };
    if keys.iter().any(|key| absolute_in(key).is_some()) {
        return;
    }
    if let Some((option, word)) = rest.iter().find_map(|option| Some((option, absolute_in(option)?))) {
        let message = format!("{} stands in wrong options only; readers know that such words are seldom right", quote(&word));
        report.add(code::W111, option.span.clone(), message, "say it without the absolute word, or use one in a right option too");
    }
}

/// The letter decides, but for the words below, in which sound and letter differ.
fn article(item: &Item, task: &ChoiceTask, words: &Words, report: &mut Report) {
    let Some((before_consonant, before_vowel)) = words.articles else { return };
    let stem = plain_inline(&item.stem);
    let Some(last) = as_written(without_end(&stem)).last().map(str::to_lowercase) else { return };
    let wants_vowel = match last.as_str() {
        word if word == before_vowel => true,
        word if word == before_consonant => false,
        _ => return,
    };
    let misfit = task.options.iter().find(|option| begins_with_vowel(&plain(&option.text)).is_some_and(|vowel| vowel != wants_vowel));
    if let Some(option) = misfit {
        let message = format!("{} does not fit the question, which ends in {}", quote(&plain(&option.text)), quote(&last));
        report.add(code::W112, option.span.clone(), message, "move the article into each option, so that grammar gives nothing away");
    }
}

/// Whether a text is spoken with a vowel at its beginning; `None` where a letter does not tell.
fn begins_with_vowel(text: &str) -> Option<bool> {
    let word = as_written(text).next()?.to_lowercase();
    let starts = |list: &[&str]| list.iter().any(|start| word.starts_with(start));
    match word.chars().next()? {
        _ if starts(&["hour", "honest", "honor", "honour", "heir"]) => Some(true),
        _ if starts(&["uni", "use", "usu", "uti", "eu", "one", "once", "ubi"]) => Some(false),
        'a' | 'e' | 'i' | 'o' | 'u' => Some(true),
        c if c.is_ascii_alphabetic() && word.len() > 1 => Some(false),
        _ => None,
    }
}

/// Only where one option is right: several are often named by one word.
fn clang(item: &Item, keys: &[&ChoiceOption], rest: &[&ChoiceOption], words: &Words, report: &mut Report) {
    let [key] = keys else { return };
    let stem = tokens(&plain_inline(&item.stem));
    let telling = stem.iter().filter(|word| word.chars().count() >= TELLING && !words.common.contains(&word.as_str()));
    let in_key = tokens(&plain(&key.text));
    let in_rest: Vec<String> = rest.iter().flat_map(|option| tokens(&plain(&option.text))).collect();
    if let Some(word) = telling.into_iter().find(|word| in_key.contains(word) && !in_rest.contains(word)) {
        let message = format!("the right option alone repeats {} from the question", quote(word));
        report.add(code::W113, key.span.clone(), message, "use another word in the right option, or the same one in a wrong option");
    }
}

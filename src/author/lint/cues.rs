//! Cues that give the key away: W111 absolute words, W112 grammar, W113 a word of the stem that only the key repeats.

use super::question::{Question, Worded};
use super::text::{is_same, last_word, without_end, words as as_written};
use super::words::Words;
use crate::code;
use crate::report::{Report, quote};
use waypost_core::bundle::Key;

/// Shorter words of a stem are too common to be a cue.
const TELLING: usize = 5;

pub(super) fn lint(question: &Question, words: &Words, report: &mut Report) {
    let (keys, rest): (Vec<&Worded>, Vec<&Worded>) = question.options.iter().partition(|worded| worded.option.key == Key::Right);
    if keys.is_empty() || rest.is_empty() {
        return;
    }
    absolute(&keys, &rest, words, report);
    article(question, words, report);
    clang(question, &keys, &rest, words, report);
}

fn absolute(keys: &[&Worded], rest: &[&Worded], words: &Words, report: &mut Report) {
    let absolute_in = |worded: &Worded| {
        let word = as_written(&worded.plain).find(|word| words.absolute.has(word))?.to_lowercase();
        // "All of the above" has rules of its own.
        let is_above = words.all.iter().chain(words.none).any(|phrase| worded.normal.starts_with(phrase));
        (!is_above).then_some(word)
    };
    let Some((worded, word)) = rest.iter().find_map(|worded| Some((worded, absolute_in(worded)?))) else { return };
    if !keys.iter().any(|key| absolute_in(key).is_some()) {
        let message = format!("{} stands in wrong options only; readers know that such words are seldom right", quote(&word));
        report.add(code::W111, worded.option.span.clone(), message, "say it without the absolute word, or use one in a right option too");
    }
}

/// The letter decides, but for the words below, in which sound and letter differ.
fn article(question: &Question, words: &Words, report: &mut Report) {
    let Some((before_consonant, before_vowel)) = words.articles else { return };
    let Some(last) = last_word(without_end(&question.stem)) else { return };
    let wants_vowel = match last {
        word if is_same(word, before_vowel) => true,
        word if is_same(word, before_consonant) => false,
        _ => return,
    };
    let misfit = question.options.iter().find(|worded| begins_with_vowel(&worded.plain).is_some_and(|vowel| vowel != wants_vowel));
    if let Some(worded) = misfit {
        let message = format!("{} does not fit the question, which ends in {}", quote(&worded.plain), quote(&last.to_lowercase()));
        report.add(
            code::W112,
            worded.option.span.clone(),
            message,
            "move the article into each option, so that grammar gives nothing away",
        );
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
fn clang(question: &Question, keys: &[&Worded], rest: &[&Worded], words: &Words, report: &mut Report) {
    let [key] = keys else { return };
    // Comparing letters beyond ASCII takes long, and few questions need it.
    let is_ascii = question.stem.is_ascii() && question.options.iter().all(|worded| worded.plain.is_ascii());
    let is_same = if is_ascii { str::eq_ignore_ascii_case } else { is_same };
    let of_key: Vec<&str> = as_written(&key.plain).collect();
    let is_telling = |word: &&str| word.chars().count() >= TELLING && of_key.iter().any(|other| is_same(other, word));
    let mut telling = as_written(&question.stem).filter(is_telling).filter(|word| !words.common.has(word));
    let says = |worded: &Worded, word: &str| as_written(&worded.plain).any(|other| is_same(other, word));
    if let Some(word) = telling.find(|word| !rest.iter().any(|other| says(other, word))) {
        let message = format!("the right option alone repeats {} from the question", quote(&word.to_lowercase()));
        report.add(code::W113, key.option.span.clone(), message, "use another word in the right option, or the same one in a wrong option");
    }
}

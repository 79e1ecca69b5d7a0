//! Typed answers: numbers, texts and marked sliders.
//!
//! Numbers are exact decimals and texts are normalized where they enter, so that marking is comparing.

use crate::bundle::{Accepted, Answers, Key, Matches};
use crate::journal::{Response, Typed};
use crate::number::MARK;
use crate::typed::Exact;
use crate::typed::pattern::Pattern;
use crate::typed::typo::{distance, forgiven, same_digits};

/// The answer that decides about a typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Matched<'a> {
    /// The answer; its feedback is the one to show.
    pub answer: &'a Accepted,
    /// How the text came to it.
    pub by: By,
}

/// How a typed text came to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The number, the text, or a text with wildcards.
    Itself,
    /// With forgiven typing errors: the reader is shown the usual spelling.
    Typo,
    /// None of the others: `= *`.
    Rest,
}

/// The answer that decides: of all that match, the first one with the highest credit.
///
/// Three passes, the first with a match decides: numbers within their bounds and texts that are equal or match by wildcards; texts
/// with forgiven typing errors; `= *`. Nothing matches where nothing was typed, or no number where one is asked for.
pub fn matched<'a>(answers: &'a Answers, typed: &Typed) -> Option<Matched<'a>> {
    let norm = typed.norm.trim();
    if norm.is_empty() {
        return None;
    }
    let number: Option<Exact> = norm.parse().ok();
    let text: Vec<char> = typed.norm.chars().collect();
    let among = |by: By, test: &dyn Fn(&Accepted) -> bool| {
        let mut best: Option<&Accepted> = None;
        for answer in answers.answers.iter().filter(|answer| test(answer)) {
            if best.is_none_or(|best| answer.credit().grains() > best.credit().grains()) {
                best = Some(answer);
            }
        }
        best.map(|answer| Matched { answer, by })
    };
    among(By::Itself, &|answer| is_met(answer, number, &text))
        .or_else(|| among(By::Typo, &|answer| is_nearly(answers, answer, &text)))
        .or_else(|| among(By::Rest, &|answer| answer.matches == Matches::Rest))
}

/// Whether a number lies within an answer's bounds, or a text is equal or matches its wildcards.
///
/// `a +- t`: |x - a| <= t. `a +- t%`: 100 |x - a| <= t |a|. `lo..hi`: lo <= x <= hi.
fn is_met(answer: &Accepted, number: Option<Exact>, text: &[char]) -> bool {
    match (&answer.matches, number) {
        (Matches::Near(a, t), Some(x)) => x.is_near(*a, *t),
        (Matches::Percent(a, t), Some(x)) => x.is_near_percent(*a, *t),
        (Matches::Range(low, high), Some(x)) => *low <= x && x <= *high,
        (Matches::Text(_), _) => pattern(answer).is_some_and(|pattern| pattern.matches(text)),
        _ => false,
    }
}

/// Whether a text is an answer with forgiven typing errors: at most [`forgiven`] of them, the same digits, no wildcard, and nearer
/// to it than to every foreseen wrong answer.
fn is_nearly(answers: &Answers, answer: &Accepted, text: &[char]) -> bool {
    let typos = answer.typos.unwrap_or(answers.typos);
    if typos == 0 || answer.key == Key::Wrong {
        return false;
    }
    let Some(literal) = pattern(answer).and_then(|pattern| pattern.literal()) else { return false };
    let most = forgiven(typos, literal.len());
    let Some(d) = distance(&literal, text).filter(|d| *d <= most) else { return false };
    let farther = |wrong: &Accepted| {
        let literal = pattern(wrong).and_then(|pattern| pattern.literal());
        literal.and_then(|literal| distance(&literal, text)).is_none_or(|other| d < other)
    };
    same_digits(&literal, text) && answers.answers.iter().filter(|other| other.key == Key::Wrong).all(farther)
}

fn pattern(answer: &Accepted) -> Option<Pattern> {
    match (&answer.matches, answer.norm.as_str()) {
        (Matches::Text(text), "") => Some(Pattern::new(text)),
        (Matches::Text(_), norm) => Some(Pattern::new(norm)),
        _ => None,
    }
}

/// The credit of the answer that decides, in grains; nothing where none does.
pub(super) fn credit(answers: &Answers, typed: &Typed) -> i64 {
    matched(answers, typed).map_or(0, |matched| matched.answer.credit().grains())
}

/// The mark of what was typed: the highest credit among the matching answers.
pub(super) fn mark(answers: &Answers, response: &Response) -> i64 {
    match response {
        Response::Typed(typed) => credit(answers, typed),
        _ => 0,
    }
}

/// What earns the full mark: the first answer of the key, or, where only `= *` does, something that no answer foresees.
pub(super) fn key(answers: &Answers) -> Typed {
    let full = |answer: &&Accepted| answer.credit().grains() >= MARK;
    let of_answer = answers.answers.iter().filter(full).filter_map(example);
    of_answer.chain(unforeseen(answers)).find(|typed| credit(answers, typed) >= MARK).unwrap_or_default()
}

/// A text that is decided by the given answer, or at least earns the same.
pub(in crate::quiz) fn stand_in(answers: &Answers, answer: &Accepted) -> Typed {
    let earns_the_same = |typed: &Typed| credit(answers, typed) == answer.credit().grains();
    example(answer).into_iter().chain(unforeseen(answers)).find(earns_the_same).unwrap_or_default()
}

/// Something that an answer matches, apart from `= *`.
fn example(answer: &Accepted) -> Option<Typed> {
    Some(match &answer.matches {
        Matches::Near(number, _) | Matches::Percent(number, _) | Matches::Range(number, _) => number_typed(*number),
        Matches::Text(text) => {
            Typed { raw: Pattern::new(text).with(""), norm: pattern(answer).map(|pattern| pattern.with("")).unwrap_or_default() }
        }
        Matches::Rest => return None,
    })
}

fn number_typed(number: Exact) -> Typed {
    Typed { raw: number.to_string(), norm: number.to_string() }
}

/// Things to type that some answers may not foresee: a number above each range, then texts of growing length.
fn unforeseen(answers: &Answers) -> impl Iterator<Item = Typed> {
    let above = answers.answers.iter().filter_map(|answer| match answer.matches {
        Matches::Near(a, t) => a.plus(t)?.plus(Exact::whole(1)),
        Matches::Percent(a, _) => a.plus(a)?.plus(Exact::whole(1)),
        Matches::Range(_, high) => high.plus(Exact::whole(1)),
        Matches::Text(_) | Matches::Rest => None,
    });
    let texts = (1..=answers.answers.len() + 1).map(|n| Typed { raw: "?".repeat(n), norm: "?".repeat(n) });
    above.map(number_typed).chain(texts)
}

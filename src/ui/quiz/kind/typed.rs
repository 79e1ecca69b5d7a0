//! What readers type: a number, a word, a few lines. One field, its unit, and what could not be read in it.

use super::choice::Standing;
use super::enter::Slot;
use crate::ui::markup::Markup;
use crate::ui::quiz::View;
use crate::ui::quiz::feedback::{self, list};
use waypost_core::bundle::{Accepted, Answers, Bundle, Interaction, Item, Key, Matches, Reflect, key};
use waypost_core::journal::Response;
use waypost_core::quiz::Phase;
use waypost_core::quiz::marking::typed::{By, Matched, matched};
use waypost_core::quiz::marking::{self, Verdict};
use waypost_core::typed::{Exact, number};

/// What is typed into a field.
#[derive(Clone, Copy)]
pub(super) enum Typing<'a> {
    /// Words.
    Words,
    /// A number with a unit, which may be empty.
    Number(&'a str),
}

/// The answers a whole response is compared with.
pub(super) fn answers(item: &Item) -> Option<&Answers> {
    match &item.interaction {
        Interaction::Number(answers) | Interaction::Text(answers) => Some(answers),
        Interaction::Slider(slider) => slider.answers.as_ref(),
        _ => None,
    }
}

/// A labeled field for the whole answer.
pub(super) fn field(out: &mut Markup, view: &View, item: &Item, answers: &Answers, phase: Phase) {
    let typing = if let Interaction::Number(_) = item.interaction { Typing::Number(&answers.unit) } else { Typing::Words };
    out.el("div.wp-field", |out| {
        if let Some(last) = last(view, item).filter(|_| phase == Phase::Closed) {
            out.set("data-verdict", verdict_on(view, item, last).name());
        }
        labeled(out, view, item, typing, phase);
        trouble(out, view, item, &Slot::Whole, typing);
    });
}

/// A field for the whole answer with its label.
pub(super) fn labeled(out: &mut Markup, view: &View, item: &Item, typing: Typing, phase: Phase) {
    out.el("label", |out| {
        out.says("span.wp-label", view.words.your_answer);
        entry(out, view, item, &Slot::Whole, typing, phase);
    });
}

fn last<'a>(view: &View<'a>, item: &Item) -> Option<&'a Response> {
    view.sitting.answers.get(&item.id)?.attempts.last().map(|attempt| &attempt.response)
}

fn verdict_on(view: &View, item: &Item, response: &Response) -> Verdict {
    Verdict::of(marking::mark(item, &view.bundle.policy, response))
}

/// A one-line field with its unit, for the whole answer or a blank.
pub(super) fn entry(out: &mut Markup, view: &View, item: &Item, slot: &Slot, typing: Typing, phase: Phase) {
    let (mode, unit) = match typing {
        Typing::Words => ("text", ""),
        Typing::Number(unit) => ("decimal", unit),
    };
    let raw = view.raw(item, slot);
    out.el("span.wp-entry", |out| {
        out.el("input.wp-text[type=text][autocomplete=off][autocapitalize=off][spellcheck=false][dir=auto][placeholder= ]", |out| {
            out.value(&raw);
            out.set("inputmode", mode);
            out.set_if("disabled", phase == Phase::Closed);
            if let Note::NoNumber = reading(view, typing, &raw) {
                out.set("aria-invalid", "true");
                out.set("aria-describedby", &note_id(view, item, slot));
            }
            view.enters(out, item, slot.clone(), view.now(item));
            view.commits(out, item);
        });
        if !unit.is_empty() {
            out.words("span.wp-unit", unit);
        }
    });
}

/// What is to say about a typed number.
enum Note {
    Nothing,
    NoNumber,
    /// It could be read in two ways, and was read as this.
    ReadAs(Exact),
}

/// Half a number, such as `-` or `1e`, is no fault yet.
fn reading(view: &View, typing: Typing, raw: &str) -> Note {
    let Typing::Number(unit) = typing else { return Note::Nothing };
    let begun = raw.trim().trim_end_matches(['-', '+', '\u{2212}', '.', ',', 'e', 'E']);
    match number::parse(raw, &view.bundle.lang, unit) {
        Ok(reading) if reading.by == number::By::Language => Note::ReadAs(reading.value),
        Err(_) if !begun.is_empty() && number::parse(begun, &view.bundle.lang, unit).is_err() => Note::NoNumber,
        _ => Note::Nothing,
    }
}

fn note_id(view: &View, item: &Item, slot: &Slot) -> String {
    match slot {
        Slot::Blank(blank) => [&view.control(item), ".", &blank.0, "-note"].concat(),
        _ => view.control(item) + "-note",
    }
}

/// The line below a field: that it holds no number, or how it was read.
pub(super) fn trouble(out: &mut Markup, view: &View, item: &Item, slot: &Slot, typing: Typing) {
    let (name, words) = match reading(view, typing, &view.raw(item, slot)) {
        Note::Nothing => ("", String::new()),
        Note::NoNumber => ("error", view.words.not_a_number.to_owned()),
        Note::ReadAs(value) => ("note", view.words.about(view.words.read_as, "number", &exact(view, value))),
    };
    out.group(|out| {
        if !name.is_empty() {
            out.el("p.wp-trouble", |out| {
                out.set("data-trouble", name);
                out.set("id", &note_id(view, item, slot));
                out.live(&words);
            });
        }
    });
}

/// A number as the language writes it.
pub(super) fn exact(view: &View, number: Exact) -> String {
    number.to_string().replace('.', view.words.decimal)
}

/// A few lines of the reader's own, for themselves.
pub(super) fn reflect(out: &mut Markup, view: &View, item: &Item, reflect: &Reflect, phase: Phase) {
    out.el("div.wp-field", |out| {
        out.el("label", |out| {
            out.says("span.wp-label", view.words.your_answer);
            out.el("textarea.wp-text[dir=auto][placeholder= ]", |out| {
                out.set("rows", &reflect.rows.to_string());
                out.value(&view.raw(item, &Slot::Whole));
                out.set_if("disabled", phase == Phase::Closed);
                view.enters(out, item, Slot::Whole, view.now(item));
            });
        });
    });
}

/// An accepted answer in words; nothing for "anything else".
pub(super) fn accepted(view: &View, answer: &Accepted, unit: &str) -> Option<String> {
    let number = |number: Exact| exact(view, number);
    let mut words = match &answer.matches {
        Matches::Near(value, within) if *within == Exact::ZERO => number(*value),
        Matches::Near(value, within) => format!("{} \u{b1} {}", number(*value), number(*within)),
        Matches::Percent(value, within) => format!("{} \u{b1} {}%", number(*value), number(*within)),
        Matches::Range(low, high) => format!("{}\u{2013}{}", number(*low), number(*high)),
        Matches::Text(text) => shown(text),
        Matches::Rest => return None,
    };
    if !unit.is_empty() {
        words = format!("{words} {unit}");
    }
    Some(words)
}

/// An accepted text for readers: a wildcard as an ellipsis, without backslashes.
fn shown(text: &str) -> String {
    let mut words = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '*' => words.push('\u{2026}'),
            '\\' => words.extend(letters.next()),
            letter => words.push(letter),
        }
    }
    words
}

/// The answers to give: those that earn the most.
fn best(answers: &Answers) -> Vec<&Accepted> {
    let right: Vec<&Accepted> = answers.answers.iter().filter(|answer| answer.key == Key::Right).collect();
    let most = right.iter().map(|answer| answer.credit().grains()).max();
    right.into_iter().filter(|answer| Some(answer.credit().grains()) == most).collect()
}

/// What is accepted, as one line.
pub(super) fn all_accepted(view: &View, answers: &Answers) -> String {
    best(answers).into_iter().filter_map(|answer| accepted(view, answer, &answers.unit)).collect::<Vec<_>>().join(", ")
}

fn met_by<'a>(answers: &'a Answers, response: Option<&Response>) -> Option<Matched<'a>> {
    let Some(Response::Typed(typed)) = response else { return None };
    matched(answers, typed)
}

/// The usual spelling, where typing errors were forgiven.
fn spelling(bundle: &Bundle, matched: &Matched) -> Option<String> {
    match (&matched.answer.matches, matched.by) {
        (Matches::Text(text), By::Typo) => Some(bundle.words.about(bundle.words.usual_spelling, "text", &shown(text))),
        _ => None,
    }
}

/// What the author says to what was typed.
pub(super) fn met(out: &mut Markup, view: &View, item: &Item, answers: &Answers, last: Option<&Response>, phase: Phase) {
    if let Some(matched) = met_by(answers, last) {
        if let Some(words) = spelling(view.bundle, &matched) {
            out.says("p", &words);
        }
        feedback::why(out, view, item, &matched.answer.id, phase);
    }
}

/// What the author says to what was typed, and what would have been right.
pub(super) fn said(out: &mut Markup, view: &View, item: &Item, answers: &Answers, last: Option<&Response>) {
    met(out, view, item, answers, last, Phase::Closed);
    if last.is_none_or(|last| verdict_on(view, item, last) != Verdict::Right) {
        solution(out, view, item, answers);
    }
}

/// The accepted answers, each with its reason.
pub(super) fn solution(out: &mut Markup, view: &View, item: &Item, answers: &Answers) {
    list(out, |out| {
        for answer in best(answers) {
            if let Some(words) = accepted(view, answer, &answers.unit) {
                let text = |out: &mut Markup| out.words("span.wp-line[dir=auto]", &words);
                let why = |out: &mut Markup| feedback::why(out, view, item, &answer.id, Phase::Closed);
                feedback::entry(out, view, &answer.id, Standing::Missed, text, why);
            }
        }
    });
}

/// What was typed, what the author says to it, and what would have been right.
pub(super) fn compared(out: &mut Markup, view: &View, item: &Item, answers: &Answers, response: Option<&Response>) {
    yours(out, view, item, response);
    said(out, view, item, answers, response);
}

/// What was typed, with its verdict where there is one.
pub(super) fn yours(out: &mut Markup, view: &View, item: &Item, response: Option<&Response>) {
    let Some(response @ Response::Typed(typed)) = response else { return };
    let standing = if item.is_marked() { Standing::Chosen(verdict_on(view, item, response)) } else { Standing::Tried };
    list(out, |out| {
        feedback::entry(out, view, &"yours".into(), standing, |out| out.words("bdi[class=wp-line wp-typed]", &typed.raw), |_| {});
    });
}

/// What is announced.
pub(super) fn spoken(bundle: &Bundle, item: &Item, answers: &Answers, response: &Response) -> Vec<String> {
    let Some(matched) = met_by(answers, Some(response)) else { return Vec::new() };
    spelling(bundle, &matched).into_iter().chain([bundle.plain(&key::feedback(&item.id, &matched.answer.id))]).collect()
}

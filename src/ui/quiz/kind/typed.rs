//! What readers type: a number, a word, a few lines. One field, its unit, and what could not be read in it.

use super::choice::Standing;
use super::enter::Slot;
use crate::ui::live::live;
use crate::ui::quiz::View;
use crate::ui::quiz::feedback::{self, list};
use waypost_core::bundle::{Accepted, Answers, Bundle, Interaction, Item, Key, Matches, Reflect, key};
use waypost_core::journal::Response;
use waypost_core::quiz::Phase;
use waypost_core::quiz::marking::typed::{By, Matched, matched};
use waypost_core::quiz::marking::{self, Verdict};
use waypost_core::typed::{Exact, number};
use yew::prelude::*;

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
pub(super) fn field(view: &View, item: &Item, answers: &Answers, phase: Phase) -> Html {
    let typing = if let Interaction::Number(_) = item.interaction { Typing::Number(&answers.unit) } else { Typing::Words };
    let verdict = last(view, item).filter(|_| phase == Phase::Closed).map(|last| verdict_on(view, item, last));
    html! {
        <div class="wp-field" data-verdict={verdict.map(Verdict::name)}>
            <label><span class="wp-label">{ live(view.words.your_answer) }</span>{ entry(view, item, &Slot::Whole, typing, phase) }</label>
            { trouble(view, item, &Slot::Whole, typing) }
        </div>
    }
}

fn last<'a>(view: &View<'a>, item: &Item) -> Option<&'a Response> {
    view.sitting.answers.get(&item.id)?.attempts.last().map(|attempt| &attempt.response)
}

fn verdict_on(view: &View, item: &Item, response: &Response) -> Verdict {
    Verdict::of(marking::mark(item, &view.bundle.policy, response))
}

/// A one-line field with its unit, for the whole answer or a blank.
pub(super) fn entry(view: &View, item: &Item, slot: &Slot, typing: Typing, phase: Phase) -> Html {
    let (mode, unit) = match typing {
        Typing::Words => ("text", ""),
        Typing::Number(unit) => ("decimal", unit),
    };
    let raw = view.raw(item, slot);
    let unread = matches!(reading(view, typing, &raw), Note::NoNumber);
    html! {
        <span class="wp-entry">
            <input class="wp-text" type="text" value={raw} inputmode={mode} autocomplete="off" autocapitalize="off" spellcheck="false" dir="auto"
                placeholder=" " disabled={phase == Phase::Closed} aria-invalid={unread.then_some("true")}
                aria-describedby={unread.then(|| note_id(view, item, slot))}
                oninput={view.enters(item, slot.clone(), view.now(item))} onkeydown={view.commits(item)} />
            if !unit.is_empty() {
                <span class="wp-unit">{ unit.to_owned() }</span>
            }
        </span>
    }
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
        Slot::Blank(blank) => format!("{}-{}.{blank}-note", view.prefix, item.id),
        _ => format!("{}-{}-note", view.prefix, item.id),
    }
}

/// The line below a field: that it holds no number, or how it was read.
pub(super) fn trouble(view: &View, item: &Item, slot: &Slot, typing: Typing) -> Html {
    let (name, words) = match reading(view, typing, &view.raw(item, slot)) {
        Note::Nothing => return Html::default(),
        Note::NoNumber => ("error", view.words.not_a_number.to_owned()),
        Note::ReadAs(value) => ("note", view.words.about(view.words.read_as, "number", &exact(view, value))),
    };
    html! { <p class="wp-trouble" data-trouble={name} id={note_id(view, item, slot)}>{ live(words) }</p> }
}

/// A number as the language writes it.
pub(super) fn exact(view: &View, number: Exact) -> String {
    number.to_string().replace('.', view.words.decimal)
}

/// A few lines of the reader's own, for themselves.
pub(super) fn reflect(view: &View, item: &Item, reflect: &Reflect, phase: Phase) -> Html {
    html! {
        <div class="wp-field">
            <label>
                <span class="wp-label">{ live(view.words.your_answer) }</span>
                <textarea class="wp-text" rows={reflect.rows.to_string()} value={view.raw(item, &Slot::Whole)} dir="auto" placeholder=" "
                    disabled={phase == Phase::Closed} oninput={view.enters(item, Slot::Whole, view.now(item))} />
            </label>
        </div>
    }
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
fn best(answers: &Answers) -> impl Iterator<Item = &Accepted> {
    let right = || answers.answers.iter().filter(|answer| answer.key == Key::Right);
    let most = right().map(|answer| answer.credit().grains()).max();
    right().filter(move |answer| Some(answer.credit().grains()) == most)
}

/// What is accepted, as one line.
pub(super) fn all_accepted(view: &View, answers: &Answers) -> String {
    best(answers).filter_map(|answer| accepted(view, answer, &answers.unit)).collect::<Vec<_>>().join(", ")
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
pub(super) fn met(view: &View, item: &Item, answers: &Answers, last: Option<&Response>, phase: Phase) -> Html {
    let Some(matched) = met_by(answers, last) else { return Html::default() };
    let spelling = spelling(view.bundle, &matched).map(|words| html! { <p>{ live(words) }</p> });
    html! { <>{ for spelling }{ feedback::why(view, item, &matched.answer.id, phase) }</> }
}

/// What the author says to what was typed, and what would have been right.
pub(super) fn said(view: &View, item: &Item, answers: &Answers, last: Option<&Response>) -> Html {
    let is_right = last.is_some_and(|last| verdict_on(view, item, last) == Verdict::Right);
    let missed = if is_right { Html::default() } else { solution(view, item, answers) };
    html! { <>{ met(view, item, answers, last, Phase::Closed) }{ missed }</> }
}

/// The accepted answers, each with its reason.
pub(super) fn solution(view: &View, item: &Item, answers: &Answers) -> Html {
    let entry = |answer: &Accepted| {
        let words = accepted(view, answer, &answers.unit)?;
        Some(feedback::entry(
            view,
            &answer.id,
            Standing::Missed,
            html! { <span class="wp-line" dir="auto">{ words }</span> },
            feedback::why(view, item, &answer.id, Phase::Closed),
        ))
    };
    list(best(answers).filter_map(entry).collect())
}

/// What was typed, what the author says to it, and what would have been right.
pub(super) fn compared(view: &View, item: &Item, answers: &Answers, response: Option<&Response>) -> Html {
    html! { <>{ yours(view, item, response) }{ said(view, item, answers, response) }</> }
}

/// What was typed, with its verdict where there is one.
pub(super) fn yours(view: &View, item: &Item, response: Option<&Response>) -> Html {
    let Some(Response::Typed(typed)) = response else { return Html::default() };
    let standing =
        if item.is_marked() { Standing::Chosen(verdict_on(view, item, &Response::Typed(typed.clone()))) } else { Standing::Tried };
    let text = html! { <bdi class="wp-line wp-typed">{ typed.raw.clone() }</bdi> };
    list(vec![feedback::entry(view, &"yours".into(), standing, text, Html::default())])
}

/// What is announced.
pub(super) fn spoken(bundle: &Bundle, item: &Item, answers: &Answers, response: &Response) -> Vec<String> {
    let Some(matched) = met_by(answers, Some(response)) else { return Vec::new() };
    spelling(bundle, &matched).into_iter().chain([bundle.plain(&key::feedback(&item.id, &matched.answer.id))]).collect()
}

//! A text with blanks: fields and drop-downs within its lines, each named "Blank 2 of 3".

use super::enter::Slot;
use super::part::{self, Part};
use super::typed::{self, Typing};
use crate::ui::part::choice;
use crate::ui::quiz::View;
use crate::ui::quiz::feedback;
use crate::ui::text::filled;
use waypost_core::bundle::{Blank, Choice, Cloze, Field, Item, key};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::Phase;
use waypost_core::quiz::marking::Verdict;
use waypost_core::quiz::marking::cloze::{self, blank_mark};
use yew::prelude::*;

/// The text with something in place of each blank that is shown.
fn text(view: &View, item: &Item, cloze: &Cloze, response: Option<&Response>, shown: &dyn Fn(usize, &Blank) -> Html) -> Html {
    let empty = Response::of([]);
    let visible: Vec<&Blank> = cloze::visible(cloze, response.unwrap_or(&empty)).collect();
    let blank = |name: &str| match visible.iter().position(|blank| blank.id.as_str() == name) {
        Some(at) => visible.get(at).map(|blank| shown(at, blank)).unwrap_or_default(),
        None => Html::default(),
    };
    html! { <div data-part="cloze">{ filled(view.bundle.text(&key::body(&item.id)), &blank) }</div> }
}

/// The text with its controls.
pub(super) fn field(view: &View, item: &Item, cloze: &Cloze, phase: Phase) -> Html {
    let now = view.now(item);
    let empty = Response::of([]);
    let visible = || cloze::visible(cloze, now.as_ref().unwrap_or(&empty));
    let total = visible().count();
    let shown = |at: usize, blank: &Blank| {
        let verdict = (phase == Phase::Closed).then(|| verdict(blank, now.as_ref()));
        html! {
            <span class="wp-blank" key={blank.id.as_str()} data-option={blank.id.0.clone()} data-verdict={verdict.map(Verdict::name)}>
                <label>
                    <span class="wp-hidden">{ view.words.of_total(view.words.blank, at + 1, total) }</span>
                    { control(view, item, blank, phase) }
                </label>
                { part::marked(view, phase, verdict) }
            </span>
        }
    };
    let trouble = |blank: &Blank| match typing(&blank.field) {
        Some(typing) => typed::trouble(view, item, &Slot::Blank(blank.id.clone()), typing),
        None => Html::default(),
    };
    html! { <>{ text(view, item, cloze, now.as_ref(), &shown) }{ for visible().map(trouble) }</> }
}

fn verdict(blank: &Blank, response: Option<&Response>) -> Verdict {
    Verdict::of(response.map_or(0, |response| blank_mark(blank, response)))
}

fn typing(field: &Field) -> Option<Typing<'_>> {
    match field {
        Field::Text(_) => Some(Typing::Words),
        Field::Number(answers) => Some(Typing::Number(&answers.unit)),
        Field::Choice(_) => None,
    }
}

fn control(view: &View, item: &Item, blank: &Blank, phase: Phase) -> Html {
    let slot = Slot::Blank(blank.id.clone());
    let Field::Choice(options) = &blank.field else {
        return typing(&blank.field).map(|typing| typed::entry(view, item, &slot, typing, phase)).unwrap_or_default();
    };
    let raw = view.raw(item, &slot);
    let option = |option: &Choice| choice(&option.id.0, words(view, item, blank, option).into(), raw == option.id.0);
    html! {
        <select disabled={phase == Phase::Closed} oninput={view.enters(item, slot, view.now(item))}>
            { choice("", view.words.choose_here.into(), raw.is_empty()) }
            { for options.iter().map(option) }
        </select>
    }
}

/// The words of an option of a drop-down.
fn words(view: &View, item: &Item, blank: &Blank, option: &Choice) -> String {
    view.bundle.plain(&key::text(&item.id, &OptionId(format!("{}-{}", blank.id, option.id))))
}

/// What a reader put into a blank, in words.
fn filling(view: &View, item: &Item, blank: &Blank, response: Option<&Response>) -> String {
    let typed = response.and_then(|response| cloze::filled(response, &blank.id));
    match (&blank.field, typed) {
        (Field::Choice(options), Some(typed)) => {
            options.iter().find(|option| option.id.0 == typed.raw).map(|option| words(view, item, blank, option)).unwrap_or_default()
        }
        (_, Some(typed)) => typed.raw.clone(),
        (_, None) => "___".to_owned(),
    }
}

/// What belongs into a blank, in words.
fn right(view: &View, item: &Item, blank: &Blank) -> String {
    match &blank.field {
        Field::Text(answers) | Field::Number(answers) => typed::all_accepted(view, answers),
        Field::Choice(options) => {
            let right = options.iter().filter(|option| option.is_key());
            right.map(|option| words(view, item, blank, option)).collect::<Vec<_>>().join(", ")
        }
    }
}

/// The text with gaps, and in each drop-down's place what there is to choose from.
pub(super) fn listing(view: &View, item: &Item, cloze: &Cloze) -> Html {
    let shown = |_: usize, blank: &Blank| match &blank.field {
        Field::Choice(options) => {
            let words: Vec<String> = options.iter().map(|option| words(view, item, blank, option)).collect();
            format!("[{}]", words.join(" / ")).into()
        }
        Field::Text(_) | Field::Number(_) => "___".into(),
    };
    text(view, item, cloze, None, &shown)
}

/// The text as it should be, with the reason of each blank.
pub(super) fn solution(view: &View, item: &Item, cloze: &Cloze) -> Html {
    let shown = |_: usize, blank: &Blank| html! { <strong data-verdict="missed" dir="auto">{ right(view, item, blank) }</strong> };
    let why = cloze.blanks.iter().map(|blank| feedback::why(view, item, &blank.id, Phase::Closed));
    html! { <>{ text(view, item, cloze, None, &shown) }{ for why }</> }
}

/// Both texts: the reader's, each blank with its verdict, and the right one.
pub(super) fn compared(view: &View, item: &Item, cloze: &Cloze, response: Option<&Response>) -> Html {
    let shown = |_: usize, blank: &Blank| {
        let verdict = verdict(blank, response);
        html! { <span class="wp-filled-blank" data-verdict={verdict.name()}><bdi>{ filling(view, item, blank, response) }</bdi>{ part::mark(view, verdict) }</span> }
    };
    let is_right = cloze::visible(cloze, response.unwrap_or(&Response::of([]))).all(|blank| verdict(blank, response) == Verdict::Right);
    html! {
        <>
            if response.is_some() {
                <p class="wp-label">{ view.words.your_answer }</p>
                { text(view, item, cloze, response, &shown) }
            }
            if !is_right {
                <p class="wp-label">{ view.words.correct_answer }</p>
                { solution(view, item, cloze) }
            }
        </>
    }
}

/// Each blank with what the reader put in and what belongs there.
pub(super) fn parts(view: &View, item: &Item, cloze: &Cloze, response: Option<&Response>) -> Vec<Part> {
    let empty = Response::of([]);
    let visible: Vec<&Blank> = cloze::visible(cloze, response.unwrap_or(&empty)).collect();
    let part = |(at, blank): (usize, &&Blank)| Part {
        id: blank.id.clone(),
        label: view.words.of_total(view.words.blank, at + 1, visible.len()).into(),
        yours: html! { <bdi>{ filling(view, item, blank, response) }</bdi> },
        right: Some(html! { <bdi>{ right(view, item, blank) }</bdi> }),
        verdict: response.map(|_| verdict(blank, response)),
    };
    visible.iter().enumerate().map(part).collect()
}

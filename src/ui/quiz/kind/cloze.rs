//! A text with blanks: fields and drop-downs within its lines, each named "Blank 2 of 3".

use super::enter::{Slot, choice};
use super::part::{self, Part};
use super::typed::{self, Typing};
use crate::ui::markup::{Markup, markup};
use crate::ui::quiz::View;
use crate::ui::quiz::feedback;
use waypost_core::bundle::{Blank, Choice, Cloze, Field, Item, key};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::Phase;
use waypost_core::quiz::marking::Verdict;
use waypost_core::quiz::marking::cloze::{self, blank_mark};
use waypost_core::text::plain;

/// The text with something in place of each blank that is shown.
fn text(
    out: &mut Markup,
    view: &View,
    item: &Item,
    cloze: &Cloze,
    response: Option<&Response>,
    shown: &dyn Fn(&mut Markup, usize, &Blank),
) {
    let visible = visible(cloze, response);
    let blank = |out: &mut Markup, name: &str| {
        out.group(|out| {
            if let Some((at, blank)) = visible.iter().enumerate().find(|(_, blank)| blank.id.as_str() == name) {
                shown(out, at, blank);
            }
        });
    };
    out.el("div[data-part=cloze]", |out| out.filled(view.text(&key::body(&item.id)), &blank));
}

fn visible<'a>(cloze: &'a Cloze, response: Option<&Response>) -> Vec<&'a Blank> {
    let empty = Response::of([]);
    cloze::visible(cloze, response.unwrap_or(&empty)).collect()
}

/// The text with its controls.
pub(super) fn field(out: &mut Markup, view: &View, item: &Item, cloze: &Cloze, phase: Phase) {
    let now = view.now(item);
    let blanks = visible(cloze, now.as_ref());
    let shown = |out: &mut Markup, at: usize, blank: &Blank| {
        let verdict = (phase == Phase::Closed).then(|| verdict(blank, now.as_ref()));
        out.el("span.wp-blank", |out| {
            out.key(&blank.id.0);
            out.set("data-option", &blank.id.0);
            if let Some(verdict) = verdict {
                out.set("data-verdict", verdict.name());
            }
            out.el("label", |out| {
                out.words("span.wp-hidden", &view.words.of_total(view.words.blank, at + 1, blanks.len()));
                control(out, view, item, blank, phase);
            });
            part::marked(out, view, phase, verdict);
        });
    };
    text(out, view, item, cloze, now.as_ref(), &shown);
    out.group(|out| {
        for blank in &blanks {
            if let Some(typing) = typing(&blank.field) {
                typed::trouble(out, view, item, &Slot::Blank(blank.id.clone()), typing);
            }
        }
    });
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

fn control(out: &mut Markup, view: &View, item: &Item, blank: &Blank, phase: Phase) {
    let slot = Slot::Blank(blank.id.clone());
    if let Some(typing) = typing(&blank.field) {
        typed::entry(out, view, item, &slot, typing, phase);
    }
    if let Field::Choice(options) = &blank.field {
        let raw = view.raw(item, &slot);
        out.el("select", |out| {
            out.set_if("disabled", phase == Phase::Closed);
            view.enters(out, item, slot, view.now(item));
            choice(out, "", view.words.choose_here, &[], raw.is_empty());
            for option in options {
                let text = view.text(&words(item, blank, option));
                choice(out, &option.id.0, &plain(text), text, raw == option.id.0);
            }
        });
    }
}

/// The key of the words of an option of a drop-down.
fn words(item: &Item, blank: &Blank, option: &Choice) -> String {
    key::text(&item.id, &OptionId(format!("{}-{}", blank.id, option.id)))
}

/// Options of a drop-down, one behind the other.
fn options<'a>(out: &mut Markup, view: &View, item: &Item, blank: &Blank, between: &str, options: impl Iterator<Item = &'a Choice>) {
    out.plains(between, options.map(|option| view.text(&words(item, blank, option))));
}

/// What a reader put into a blank, in words.
fn filling(out: &mut Markup, view: &View, item: &Item, blank: &Blank, response: Option<&Response>) {
    let typed = response.and_then(|response| cloze::filled(response, &blank.id));
    out.el("bdi", |out| match (&blank.field, typed) {
        (Field::Choice(all), Some(typed)) => {
            options(out, view, item, blank, "", all.iter().filter(|option| option.id.0 == typed.raw));
        }
        (_, Some(typed)) => out.text(&typed.raw),
        (_, None) => out.text("___"),
    });
}

/// What belongs into a blank, in words.
fn right(out: &mut Markup, view: &View, item: &Item, blank: &Blank) {
    match &blank.field {
        Field::Text(answers) | Field::Number(answers) => out.text(&typed::all_accepted(view, answers)),
        Field::Choice(all) => options(out, view, item, blank, ", ", all.iter().filter(|option| option.is_key())),
    }
}

/// The text with gaps, and in each drop-down's place what there is to choose from.
pub(super) fn listing(out: &mut Markup, view: &View, item: &Item, cloze: &Cloze) {
    let shown = |out: &mut Markup, _: usize, blank: &Blank| match &blank.field {
        Field::Choice(all) => {
            out.text("[");
            options(out, view, item, blank, " / ", all.iter());
            out.text("]");
        }
        Field::Text(_) | Field::Number(_) => out.text("___"),
    };
    text(out, view, item, cloze, None, &shown);
}

/// The text as it should be, with the reason of each blank.
pub(super) fn solution(out: &mut Markup, view: &View, item: &Item, cloze: &Cloze) {
    let shown = |out: &mut Markup, _: usize, blank: &Blank| {
        out.el("strong[data-verdict=missed][dir=auto]", |out| right(out, view, item, blank));
    };
    text(out, view, item, cloze, None, &shown);
    for blank in &cloze.blanks {
        feedback::why(out, view, item, &blank.id, Phase::Closed);
    }
}

/// Both texts: the reader's, each blank with its verdict, and the right one.
pub(super) fn compared(out: &mut Markup, view: &View, item: &Item, cloze: &Cloze, response: Option<&Response>) {
    let shown = |out: &mut Markup, _: usize, blank: &Blank| {
        let verdict = verdict(blank, response);
        out.el("span.wp-filled-blank", |out| {
            out.set("data-verdict", verdict.name());
            filling(out, view, item, blank, response);
            part::mark(out, view, verdict);
        });
    };
    if response.is_some() {
        out.words("p.wp-label", view.words.your_answer);
        text(out, view, item, cloze, response, &shown);
    }
    if visible(cloze, response).iter().any(|blank| verdict(blank, response) != Verdict::Right) {
        out.words("p.wp-label", view.words.correct_answer);
        solution(out, view, item, cloze);
    }
}

/// Each blank with what the reader put in and what belongs there.
pub(super) fn parts(view: &View, item: &Item, cloze: &Cloze, response: Option<&Response>) -> Vec<Part> {
    let visible = visible(cloze, response);
    let part = |(at, blank): (usize, &&Blank)| Part {
        id: blank.id.clone(),
        label: markup(|out| out.text(&view.words.of_total(view.words.blank, at + 1, visible.len()))),
        yours: markup(|out| filling(out, view, item, blank, response)),
        right: Some(markup(|out| out.el("bdi", |out| right(out, view, item, blank)))),
        verdict: response.map(|_| verdict(blank, response)),
    };
    visible.iter().enumerate().map(part).collect()
}

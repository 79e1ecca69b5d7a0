//! What differs from kind to kind: what is asked, the controls, what an answer is made of. One module a family.

mod arranged;
mod choice;
mod cloze;
mod enter;
mod part;
mod scale;
mod slider;
mod typed;

pub(super) use choice::{Standing, in_key, note};

use super::View;
use crate::ui::markup::Markup;
use waypost_core::bundle::{Bundle, Interaction, Item, key};
use waypost_core::journal::Response;
use waypost_core::quiz::{Answer, Phase};

/// What the reader is to do, in a few words; empty where there is nothing to do but read.
pub(super) fn instruction(view: &View, item: &Item) -> String {
    let words = view.words;
    let words = match &item.interaction {
        Interaction::Single(_) | Interaction::Multi(_) | Interaction::Tf(_) => return choice::instruction(view, item),
        Interaction::Number(_) => words.type_number,
        Interaction::Text(_) => words.type_answer,
        Interaction::Cloze(_) => words.fill_blanks,
        Interaction::Order(_) => words.put_in_order,
        Interaction::Match(_) => words.match_each,
        Interaction::Categorize(_) => words.sort_each,
        Interaction::Scale(scale) if scale.rows.len() > 1 => words.rate_each,
        Interaction::Scale(_) => words.choose_one,
        Interaction::Slider(_) => words.pick_place,
        Interaction::Reflect(_) => words.write_freely,
        Interaction::Info {} => "",
    };
    words.to_owned()
}

/// What the reader answers with.
pub(super) fn field(out: &mut Markup, view: &View, item: &Item, phase: Phase) {
    match &item.interaction {
        Interaction::Single(_) | Interaction::Multi(_) | Interaction::Tf(_) => choice::field(out, view, item, phase),
        Interaction::Number(answers) | Interaction::Text(answers) => typed::field(out, view, item, answers, phase),
        Interaction::Cloze(cloze) => cloze::field(out, view, item, cloze, phase),
        Interaction::Order(sequence) => arranged::order(out, view, item, sequence, phase),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => arranged::pairs(out, view, item, pairs, phase),
        Interaction::Scale(scale) => scale::field(out, view, item, scale, phase),
        Interaction::Slider(slider) => slider::field(out, view, item, slider, phase),
        Interaction::Reflect(reflect) => typed::reflect(out, view, item, reflect, phase),
        Interaction::Info {} => {}
    }
}

/// The text below the stem; a cloze has it among its controls.
pub(super) fn body(out: &mut Markup, view: &View, item: &Item) {
    match item.interaction {
        Interaction::Cloze(_) => {}
        _ => view.texts(out, "body", key::body(&item.id)),
    }
}

/// What there is to answer with, to read only.
pub(super) fn listing(out: &mut Markup, view: &View, item: &Item) {
    match &item.interaction {
        Interaction::Single(_) | Interaction::Multi(_) | Interaction::Tf(_) => choice::listing(out, view, item),
        Interaction::Cloze(cloze) => cloze::listing(out, view, item, cloze),
        Interaction::Order(_) => arranged::things(out, view, item),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => arranged::sides(out, view, item, pairs),
        Interaction::Scale(scale) => scale::listing(out, view, item, scale),
        Interaction::Slider(slider) => slider::ends(out, view, item, slider),
        Interaction::Number(_) | Interaction::Text(_) | Interaction::Reflect(_) | Interaction::Info {} => {}
    }
}

/// What is said to the last answer: while tries remain nothing of the key, then also what would have been right.
pub(super) fn said(out: &mut Markup, view: &View, item: &Item, answer: &Answer, phase: Phase) {
    let last = answer.attempts.last().map(|attempt| &attempt.response);
    match (&item.interaction, phase) {
        (Interaction::Single(_) | Interaction::Multi(_) | Interaction::Tf(_), _) => choice::said(out, view, item, last, phase),
        (_, Phase::Closed) if item.is_marked() => match typed::answers(item) {
            Some(answers) => typed::said(out, view, item, answers, last),
            None => part::missed(out, view, item, last),
        },
        _ => {
            if let Some(answers) = typed::answers(item) {
                typed::met(out, view, item, answers, last, phase);
            }
        }
    }
}

/// What else there is to say once the question is closed, on request.
pub(super) fn others(out: &mut Markup, view: &View, item: &Item, answer: &Answer) {
    if item.interaction.choices().is_some() {
        choice::others(out, view, item, answer.attempts.last().map(|attempt| &attempt.response));
    }
}

/// The key and all reasons; nothing where there is no key.
pub(super) fn solution(out: &mut Markup, view: &View, item: &Item) {
    match &item.interaction {
        Interaction::Single(_) | Interaction::Multi(_) | Interaction::Tf(_) => choice::solution(out, view, item),
        Interaction::Cloze(cloze) => cloze::solution(out, view, item, cloze),
        _ => match typed::answers(item) {
            Some(answers) => typed::solution(out, view, item, answers),
            None => part::solution(out, view, item),
        },
    }
}

/// The reader's answer beside the key, for the review.
pub(super) fn compared(out: &mut Markup, view: &View, item: &Item, response: Option<&Response>) {
    match &item.interaction {
        Interaction::Single(_) | Interaction::Multi(_) | Interaction::Tf(_) => choice::compared(out, view, item, response),
        Interaction::Cloze(cloze) => cloze::compared(out, view, item, cloze, response),
        Interaction::Reflect(_) => typed::yours(out, view, item, response),
        Interaction::Slider(slider) if slider.answers.is_none() => typed::yours(out, view, item, response),
        _ => match typed::answers(item) {
            Some(answers) => typed::compared(out, view, item, answers, response),
            None => part::compared(out, view, item, response),
        },
    }
}

/// What the status region says about an answer beyond its verdict, without markup.
pub(super) fn spoken(bundle: &Bundle, item: &Item, response: &Response) -> Vec<String> {
    match typed::answers(item) {
        Some(answers) => typed::spoken(bundle, item, answers, response),
        None => response.options().iter().map(|option| bundle.plain(&key::feedback(&item.id, option))).collect(),
    }
}

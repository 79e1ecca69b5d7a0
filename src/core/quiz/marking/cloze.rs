//! Texts with blanks.

use super::{choice, fraction, typed};
use crate::bundle::{Blank, Choice, Cloze, Field, Marking};
use crate::id::OptionId;
use crate::journal::{Response, Typed};
use crate::number::MARK;
use crate::table::Table;

/// The blanks that are shown: those without a condition, and those whose other blank is shown and holds the text asked for.
pub fn visible<'a>(cloze: &'a Cloze, response: &Response) -> impl Iterator<Item = &'a Blank> {
    cloze.blanks.iter().filter(move |blank| is_visible(cloze, blank, response, cloze.blanks.len()))
}

/// `depth` ends conditions that go round in a circle: their blanks are hidden.
fn is_visible(cloze: &Cloze, blank: &Blank, response: &Response, depth: usize) -> bool {
    let Some(when) = &blank.when else { return true };
    let holds = filled(response, &when.blank).is_some_and(|typed| typed.norm == when.holds);
    let other = || cloze.blanks.iter().find(|other| other.id == when.blank);
    holds && depth > 0 && other().is_some_and(|other| is_visible(cloze, other, response, depth - 1))
}

/// What a blank holds; nothing where it is empty.
pub fn filled<'a>(response: &'a Response, blank: &OptionId) -> Option<&'a Typed> {
    match response {
        Response::Blanks(blanks) => blanks.get(blank).filter(|typed| !typed.raw.trim().is_empty()),
        _ => None,
    }
}

/// The mark of one blank in grains: 0 where it is empty.
pub fn blank_mark(blank: &Blank, response: &Response) -> i64 {
    let Some(typed) = filled(response, &blank.id) else { return 0 };
    let earned = match &blank.field {
        Field::Text(answers) | Field::Number(answers) => typed::credit(answers, typed),
        Field::Choice(options) => chosen(options, typed).map(choice::credit).unwrap_or_default(),
    };
    earned.min(MARK)
}

/// The option chosen in a drop-down.
pub fn chosen<'a>(options: &'a [Choice], typed: &Typed) -> Option<&'a Choice> {
    options.iter().find(|option| option.id.as_str() == typed.norm)
}

/// The mark of B shown blanks: `each` is the sum of f_b / B, where f_b is a blank's mark, at least `least`; `all` is full only if
/// every blank has the full mark.
pub(super) fn mark(cloze: &Cloze, least: i64, response: &Response) -> i64 {
    let (mut shown, mut earned, mut full) = (0, 0, 0);
    for mark in visible(cloze, response).map(|blank| blank_mark(blank, response).max(least)) {
        (shown, earned, full) = (shown + 1, earned + mark, full + i64::from(mark == MARK));
    }
    match cloze.marking {
        _ if shown == 0 || response.is_empty() => 0,
        Marking::All => fraction(i64::from(full == shown), 1),
        _ => i64::div_euclid(earned, shown),
    }
}

/// Every shown blank filled by its key.
pub(super) fn key(cloze: &Cloze) -> Response {
    let all = Response::Blanks(cloze.blanks.iter().map(|blank| (blank.id.clone(), field_key(&blank.field))).collect());
    let shown = visible(cloze, &all).filter_map(|blank| Some((blank.id.clone(), filled(&all, &blank.id)?.clone())));
    Response::Blanks(shown.collect::<Table<_, _>>())
}

fn field_key(field: &Field) -> Typed {
    match field {
        Field::Text(answers) | Field::Number(answers) => typed::key(answers),
        Field::Choice(options) => {
            let key = options.iter().find(|option| choice::credit(option) >= MARK);
            key.map(|option| Typed { raw: option.id.0.clone(), norm: option.id.0.clone() }).unwrap_or_default()
        }
    }
}

/// Whether every shown blank is filled.
pub(super) fn is_complete(cloze: &Cloze, response: &Response) -> bool {
    !response.is_empty() && visible(cloze, response).all(|blank| filled(response, &blank.id).is_some())
}

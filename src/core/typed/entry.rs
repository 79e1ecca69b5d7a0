//! What enters: a typed response made ready to be marked, once, where it is typed. Marking only compares from then on.

use super::exact::Exact;
use super::number::{self, Reading};
use crate::bundle::{Answers, Compare, Field, Interaction, Slider};
use crate::journal::{Response, Typed};

/// Turns a text into the form it is compared in: the browser in a player, [`super::normal::normalize`] natively.
pub type Normalizer<'a> = &'a dyn Fn(&str, Compare) -> String;

/// Fills in every `norm` of a response: numbers as [`Exact`] writes them, by the language of the sitting; texts by `normalize`; in a
/// drop-down the option's id. What cannot be read as the number asked for has an empty one and is not complete.
pub fn prepare(interaction: &Interaction, mut response: Response, lang: &str, normalize: Normalizer) -> Response {
    match (interaction, &mut response) {
        (Interaction::Number(answers), Response::Typed(typed)) => typed.norm = number_norm(answers, &typed.raw, lang),
        (Interaction::Text(answers), Response::Typed(typed)) => typed.norm = normalize(&typed.raw, answers.compare),
        (Interaction::Slider(slider), Response::Typed(typed)) => typed.norm = slider_norm(slider, &typed.raw, lang),
        (Interaction::Cloze(cloze), Response::Blanks(given)) => {
            for blank in &cloze.blanks {
                if let Some(typed) = given.get(&blank.id) {
                    let norm = field_norm(&blank.field, &typed.raw, lang, normalize);
                    let raw = typed.raw.clone();
                    given.insert(blank.id.clone(), Typed { raw, norm });
                }
            }
        }
        _ => {}
    }
    response
}

/// What a blank's text is compared as.
pub(super) fn field_norm(field: &Field, raw: &str, lang: &str, normalize: Normalizer) -> String {
    match field {
        Field::Text(answers) => normalize(raw, answers.compare),
        Field::Number(answers) => number_norm(answers, raw, lang),
        Field::Choice(_) => raw.to_owned(),
    }
}

fn number_norm(answers: &Answers, raw: &str, lang: &str) -> String {
    written(number::parse(raw, lang, &answers.unit).map(|Reading { value, .. }| value).ok())
}

/// A range input says `1.125` in every language; a reader who types 1.125 into the field beside it may mean a thousand. What is one
/// of the slider's steps is taken as it is.
fn slider_norm(slider: &Slider, raw: &str, lang: &str) -> String {
    let as_written = raw.trim().parse().ok().filter(|value: &Exact| value.is_step(slider.min, slider.step));
    written(as_written.or_else(|| number::parse(raw, lang, &slider.unit).map(|Reading { value, .. }| value).ok()))
}

fn written(number: Option<Exact>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

//! What the status region says after an answer: the verdict and the feedback, once.

use super::kind;
use waypost_core::bundle::{Bundle, Interaction, key};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::quiz::Sitting;

/// The verdict on the last answer to an item, then what the author says to it and to the answer, without markup.
pub fn spoken_feedback(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> String {
    let Some((item, verdict)) = bundle.item(item).and_then(|item| Some((item, sitting.verdict(bundle, item)?))) else {
        return String::new();
    };
    let last = sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last());
    let to_answer = last.map(|last| kind::spoken(bundle, item, &last.response)).unwrap_or_default();
    let mut said = format!("{}.", bundle.words.verdict(verdict));
    for words in std::iter::once(bundle.plain(&key::verdict(&item.id, verdict))).chain(to_answer) {
        if !words.is_empty() {
            said.push(' ');
            said.push_str(&words);
        }
    }
    said
}

/// Where a thing of an ordering stands now; `place` is counted from 0.
pub fn spoken_move(bundle: &Bundle, item: &ItemId, thing: &OptionId, place: usize) -> String {
    let Some(Interaction::Order(sequence)) = bundle.item(item).map(|item| &item.interaction) else { return String::new() };
    bundle.words.moved(&bundle.plain(&key::text(item, thing)), place + 1, sequence.things.len())
}

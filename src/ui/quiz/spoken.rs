//! What the status region says after an answer: the verdict and the feedback, once.

use super::kind;
use waypost_core::bundle::{Bundle, Feedback, Interaction, key};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::quiz::Sitting;

/// The verdict on the last answer to an item, then what the author says to it and to the answer, without markup. Where nothing is right
/// or wrong (yet) that the answer is saved, then what there is to consider.
pub fn spoken_feedback(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> String {
    let Some(item) = bundle.item(item) else { return String::new() };
    let last = sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last());
    let mut said = last.map(|last| kind::spoken(bundle, item, &last.response)).unwrap_or_default();
    let verdict = sitting.verdict(bundle, item);
    match verdict {
        Some(verdict) => said.insert(0, bundle.plain(&key::verdict(&item.id, verdict))),
        None if bundle.policy.feedback == Feedback::Immediate => said.push(bundle.plain(&key::explanation(&item.id))),
        None => said.clear(),
    }
    let head = bundle.words.sentence(verdict.map_or(bundle.words.saved_answer, |verdict| bundle.words.verdict(verdict)));
    said.retain(|words| !words.is_empty());
    said.insert(0, head);
    said.join(" ")
}

/// Where a thing of an ordering stands now; `place` is counted from 0.
pub fn spoken_move(bundle: &Bundle, item: &ItemId, thing: &OptionId, place: usize) -> String {
    let Some(Interaction::Order(sequence)) = bundle.item(item).map(|item| &item.interaction) else { return String::new() };
    bundle.words.moved(&bundle.plain(&key::text(item, thing)), place + 1, sequence.things.len())
}

//! What the status region says after an answer: the verdict and the feedback, once.

use waypost_core::bundle::{Bundle, key};
use waypost_core::id::ItemId;
use waypost_core::quiz::Sitting;

/// The verdict on the last answer to an item, then what the author says to it and to the chosen options, without markup.
pub fn spoken_feedback(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> String {
    let Some((item, verdict)) = bundle.item(item).and_then(|item| Some((item, sitting.verdict(bundle, item)?))) else {
        return String::new();
    };
    let last = sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last());
    let chosen = item.interaction.options().iter().filter(|option| last.is_some_and(|last| last.response.has(&option.id)));
    let mut said = format!("{}.", bundle.words.verdict(verdict));
    for key in std::iter::once(key::verdict(&item.id, verdict)).chain(chosen.map(|option| key::feedback(&item.id, &option.id))) {
        let words = bundle.plain(&key);
        if !words.is_empty() {
            said.push(' ');
            said.push_str(&words);
        }
    }
    said
}

//! "What if": every answer in one list, each open to change, with the readings beside it and the way back.

use super::{View, ask, note, text};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::chooser::{Evidence, Given, Msg};
use yew::prelude::*;

/// The list, closed until asked for.
pub(super) fn what_if(view: &View, evidence: &Evidence) -> Html {
    let words = view.words;
    let summary = part("summary", "", vec![live(words.what_if)]);
    let mut now =
        vec![live(text::verdict_sentence(view.chooser, evidence)), " ".into(), live(text::readings(view.chooser, evidence.toward_b))];
    if !view.state.changes.is_empty() {
        now.push(" ".into());
        now.push(live(words.count(words.changed, view.state.changes.len())));
        now.push(view.quiet("undo", words.undo, Msg::Undo));
    }
    let answers = view.state.pairs.iter().map(|given| answer(view, given));
    let inside = vec![summary, note(words.what_if_note), part("p", "wp-now", now), part("ol", "wp-answers", answers.collect())];
    match view.aside.asked {
        Some(_) => with("details", &["class", "open"], vec!["wp-more wp-what-if".into(), "".into()], inside),
        None => part("details", "wp-more wp-what-if", inside),
    }
}

/// One answer, open to change.
fn answer(view: &View, given: &Given) -> Html {
    let Some(pair) = view.chooser.adaptive().and_then(|adaptive| adaptive.pair(&given.pair)) else { return Html::default() };
    let said = view.words.about(view.words.you_said, "answer", &text::answer(view.chooser, given));
    let asked = (view.aside.asked.as_ref() == Some(&given.pair)).then_some("true");
    html! {
        <li key={given.pair.0.clone()} data-asked={asked} tabindex={asked.map(|_| "-1")}>
            <p class="wp-instruction">{ live(said) }</p>
            { ask::scale(view, pair, None) }
        </li>
    }
}

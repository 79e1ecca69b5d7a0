//! The reveal: one sentence, the readings above the gut, what moved it, what would turn it around, what it cannot tell.

use super::{View, about, actions, card, contributions, dots, flips, heading, keep, text, weighing, what_if};
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::chooser::bundle::{Fact, key};
use waypost_core::chooser::journal::{Holds, Phase, Screen};
use waypost_core::chooser::{Gap, Msg, Verdict};
use yew::prelude::*;

/// The screen.
pub(super) fn reveal(view: &View) -> Html {
    let Some(evidence) = view.state.evidence(view.chooser) else { return Html::default() };
    let words = view.words;
    let mut parts = vec![heading(text::verdict_sentence(view.chooser, &evidence))];
    if evidence.verdict == Verdict::Open {
        parts.push(part("p", "wp-meaning", vec![live(gut(view))]));
    } else {
        parts.push(part("p", "wp-meaning", vec![live(text::readings(view.chooser, evidence.toward_b)), " ".into(), live(gut(view))]));
        parts.extend([dots::dots(view, &evidence), gap(view)]);
        parts.extend([contributions::contributions(view), flips::flips(view), what_if::what_if(view, &evidence), weighing::weighing(view)]);
    }
    parts.push(facts(view));
    let mut buttons = vec![view.primary("next", words.gut_again, Msg::Next)];
    if view.state.next_pair(view.chooser).is_some() {
        buttons.push(view.quiet("more", words.ask_more, Msg::More));
    }
    parts.extend([actions(buttons), keep::keep(view), about::limits(view)]);
    card(view, "reveal", parts)
}

/// What the gut said before.
fn gut(view: &View) -> String {
    match view.state.gut.before.lean {
        Some(lean) => view.words.about(view.words.gut_said, "gut", &text::gut(view.chooser, lean)),
        None => view.words.gut_silent.to_owned(),
    }
}

/// How gut and answers go together; where they differ, the way to what the pairs leave out.
fn gap(view: &View) -> Html {
    let words = view.words;
    let Some(gap) = view.state.gap(view.chooser, Phase::Before) else { return Html::default() };
    let (sentence, way) = match gap {
        Gap::Agree(_) => (words.gap_agree, Html::default()),
        Gap::GutOnly(_) => (words.gap_gut, Html::default()),
        Gap::EvidenceOnly(_) => (words.gap_evidence, Html::default()),
        Gap::Disagree(_) => (words.gap_disagree, view.quiet("own", words.add_own, Msg::GoTo(Screen::Matters))),
        Gap::Neither => (words.gap_neither, Html::default()),
    };
    part("div", "wp-gap", vec![part("p", "", vec![live(sentence), " ".into(), live(words.neither_truth)]), way])
}

/// What is open to the reader: told beside the result, never part of it.
fn facts(view: &View) -> Html {
    let Some(adaptive) = view.chooser.adaptive() else { return Html::default() };
    let known = |fact: &Fact| {
        let holds = match view.state.facts.get(&fact.id)? {
            Holds::Yes => view.words.yes,
            Holds::No => view.words.no,
            Holds::Unknown => view.words.unknown,
        };
        Some(part("li", "", vec![live(view.chooser.plain(&key::prompt(&fact.id))), " ".into(), part("b", "", vec![live(holds)])]))
    };
    let known: Vec<Html> = adaptive.facts.iter().filter_map(known).collect();
    match known.is_empty() {
        true => Html::default(),
        false => part("section", "wp-part", vec![super::subheading(view.chooser.plain(key::FACTS)), part("ul", "", known)]),
    }
}

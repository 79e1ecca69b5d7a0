//! The card: where the reader is, what the section is about, the question, and the way on.

use super::{Arrival, Surface, View, actions, certainty, consider, explain, feedback, notices, question, reading, rules, time};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::text::blocks;
use waypost_core::bundle::{Feedback, Item, key};
use waypost_core::id::ItemId;
use waypost_core::quiz::{Msg, Phase};
use yew::prelude::*;

/// The card of one question.
pub(super) fn card(view: &View, item: &Item, arrival: Arrival) -> Html {
    let phase = view.sitting.phase(view.bundle, item);
    // Another question, or the same one in another round or sitting, is another element: no state of the old inputs survives.
    // The first action begins the sitting and gives it its id, so the id is no key: the pick would lose the focus.
    let item_key = format!("{}-{}-{}", view.sitting.earlier, view.sitting.round, item.id);
    let mut parts = vec![
        notices::changed(view, item),
        question::question(view, item, phase),
        explain::explain(view, item),
        certainty::certainty(view, item, phase),
        actions::hints(view, item),
    ];
    match view.sitting.settles(view.bundle, item) {
        true => settled(view, item, phase, &mut parts),
        false => kept(view, item, &mut parts),
    }
    let values = vec!["wp-item".into(), item.id.0.clone().into(), item.interaction.name().into()];
    html! {
        <section class="wp-card" key={item_key}>
            { head(view, arrival) }
            { section_head(view, item, view.sitting.before().and_then(|id| view.bundle.item(id))) }
            { with("div", &["class", "data-item", "data-form"], values, parts) }
        </section>
    }
}

/// Below a question that is marked at once: the check, then what came of it, then the way on.
fn settled(view: &View, item: &Item, phase: Phase, parts: &mut Vec<Html>) {
    if phase != Phase::Closed {
        parts.push(actions::open(view, item, phase));
    }
    if view.surface == Surface::Static {
        parts.push(reading::answer(view, item));
    } else if phase != Phase::Open {
        parts.push(feedback::feedback(view, item, phase));
    }
    if phase == Phase::Closed {
        parts.push(actions::closed(view));
    }
}

/// Below a question whose answer may be changed until the round is over: that it is saved, what to consider, and the way on.
fn kept(view: &View, item: &Item, parts: &mut Vec<Html>) {
    let answer = view.sitting.answers.get(&item.id);
    let saved = answer.is_some_and(|answer| answer.draft.is_none() && !answer.attempts.is_empty());
    let considers = view.bundle.policy.feedback == Feedback::Immediate && consider::says(view, item);
    if saved && considers {
        parts.push(consider::consider(view, item));
    } else if saved {
        parts.push(part("p", "wp-kept", vec![icon(Icon::Check), live(view.words.saved_answer), live(view.words.saved_note)]));
    }
    if view.surface == Surface::Static && considers {
        parts.push(reading::answer(view, item));
    }
    parts.push(actions::kept(view, item, considers && !saved));
}

fn head(view: &View, arrival: Arrival) -> Html {
    let sitting = view.sitting;
    let done = |id: &&ItemId| sitting.answers.get(*id).is_some_and(|answer| answer.gave_up || !answer.attempts.is_empty());
    let done = sitting.asked.iter().filter(done).count();
    let position = position(view);
    let title = view.bundle.title.clone().into();
    let mut parts = Vec::new();
    if arrival == Arrival::Returned {
        parts.push(welcome(view, view.words.about(view.words.welcome_back, "position", &position)));
    }
    parts.push(notices::notices(view));
    if sitting.position() == Some(0) && sitting.round == 0 {
        parts.push(with("h2", &["class", "dir"], vec!["wp-title".into(), "auto".into()], vec![title]));
        parts.push(texts("intro", view.bundle.text(key::INTRO)));
        parts.push(rules::rules(view));
    } else {
        // Later the title is only heard: the headings of a question need one above them.
        parts.push(with("h2", &["class", "dir"], vec!["wp-hidden".into(), "auto".into()], vec![title]));
    }
    parts.push(time::time(view));
    parts.push(part("p", "wp-position", vec![live(position)]));
    let values = vec!["wp-progress".into(), done.to_string().into(), sitting.asked.len().to_string().into(), "true".into()];
    parts.push(with("progress", &["class", "value", "max", "aria-hidden"], values, Vec::new()));
    part("div", "wp-head", parts)
}

/// Which question it is of how many, as far as that is known.
fn position(view: &View) -> String {
    let round = view.sitting.round;
    match view.sitting.progress(view.bundle) {
        None => String::new(),
        Some(at) if at.at_least == at.at_most => view.words.position(at.number, at.at_most, round),
        Some(at) => view.words.position_open(at.number, at.at_most.saturating_sub(at.number), round),
    }
}

/// The quiet line for a reader who came back, with the way to begin anew.
pub(super) fn welcome(view: &View, words: String) -> Html {
    part("p", "wp-welcome", vec![live(words), view.quiet("restart", view.words.start_again, Msg::Restart)])
}

/// The section's title and introduction, unless the item `before` belongs to it too.
pub(super) fn section_head(view: &View, item: &Item, before: Option<&Item>) -> Html {
    let Some(section) = &item.section else { return Html::default() };
    if before.is_some_and(|before| before.section.as_ref() == Some(section)) {
        return Html::default();
    }
    let title = view.bundle.plain(&key::title(section)).into();
    let title = with("h3", &["class", "dir"], vec!["wp-section-title".into(), "auto".into()], vec![title]);
    part("div", "wp-section", vec![title, texts("intro", view.bundle.text(&key::intro(section)))])
}

/// A text in a box named for its part, or nothing where nothing is written. (A class named here would link yew's sets of
/// classes, 2 KiB of every reader's.)
pub(super) fn texts(part: &'static str, text: &[waypost_core::text::Block]) -> Html {
    match text.is_empty() {
        true => Html::default(),
        false => with("div", &["data-part"], vec![part.into()], vec![blocks(text)]),
    }
}

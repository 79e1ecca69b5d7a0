//! The card: where the reader is, what the section is about, the question, and the way on.

use super::{Arrival, Surface, View, actions, certainty, consider, explain, feedback, notices, question, reading, rules, time};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
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
    html! {
        <section class="wp-card" key={item_key}>
            { head(view, arrival) }
            { section_head(view, item, view.sitting.before().and_then(|id| view.bundle.item(id))) }
            <div class="wp-item" data-item={item.id.0.clone()} data-form={item.interaction.name()}>
                { notices::changed(view, item) }
                { question::question(view, item, phase) }
                { explain::explain(view, item) }
                { certainty::certainty(view, item, phase) }
                { actions::hints(view, item) }
                if view.sitting.settles(view.bundle, item) {
                    { settled(view, item, phase) }
                } else {
                    { kept(view, item) }
                }
            </div>
        </section>
    }
}

/// Below a question that is marked at once: the check, then what came of it, then the way on.
fn settled(view: &View, item: &Item, phase: Phase) -> Html {
    html! {
        <>
            if phase != Phase::Closed {
                { actions::open(view, item, phase) }
            }
            if view.surface != Surface::Live {
                { reading::answer(view, item) }
            } else if phase != Phase::Open {
                { feedback::feedback(view, item, phase) }
            }
            if phase == Phase::Closed {
                { actions::closed(view) }
            }
        </>
    }
}

/// Below a question whose answer may be changed until the round is over: that it is saved, what to consider, and the way on.
fn kept(view: &View, item: &Item) -> Html {
    let answer = view.sitting.answers.get(&item.id);
    let saved = answer.is_some_and(|answer| answer.draft.is_none() && !answer.attempts.is_empty());
    let considers = view.bundle.policy.feedback == Feedback::Immediate && consider::says(view, item);
    html! {
        <>
            if saved && considers {
                { consider::consider(view, item) }
            } else if saved {
                <p class="wp-kept">{ icon(Icon::Check) }{ live(view.words.saved_answer) }{ " " }{ live(view.words.saved_note) }</p>
            }
            if view.surface != Surface::Live && considers {
                { reading::answer(view, item) }
            }
            { actions::kept(view, item, considers && !saved) }
        </>
    }
}

fn head(view: &View, arrival: Arrival) -> Html {
    let sitting = view.sitting;
    let done = |id: &&ItemId| sitting.answers.get(*id).is_some_and(|answer| answer.gave_up || !answer.attempts.is_empty());
    let done = sitting.asked.iter().filter(done).count();
    let position = position(view);
    html! {
        <div class="wp-head">
            if arrival == Arrival::Returned {
                { welcome(view, view.words.about(view.words.welcome_back, "position", &position)) }
            }
            { notices::notices(view) }
            if sitting.position() == Some(0) && sitting.round == 0 {
                <h2 class="wp-title" dir="auto">{ view.bundle.title.clone() }</h2>
                { texts("intro", view.bundle.text(key::INTRO)) }
                { rules::rules(view) }
            } else {
                // Later the title is only heard: the headings of a question need one above them.
                <h2 class="wp-hidden" dir="auto">{ view.bundle.title.clone() }</h2>
            }
            { time::time(view) }
            <p class="wp-position">{ live(position) }</p>
            <progress class="wp-progress" value={done.to_string()} max={sitting.asked.len().to_string()} aria-hidden="true" />
        </div>
    }
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
    html! {
        <p class="wp-welcome">
            { live(words) }
            { view.quiet("restart", view.words.start_again, Msg::Restart) }
        </p>
    }
}

/// The section's title and introduction, unless the item `before` belongs to it too.
pub(super) fn section_head(view: &View, item: &Item, before: Option<&Item>) -> Html {
    let Some(section) = &item.section else { return Html::default() };
    if before.is_some_and(|before| before.section.as_ref() == Some(section)) {
        return Html::default();
    }
    html! {
        <div class="wp-section">
            <h3 class="wp-section-title" dir="auto">{ view.bundle.plain(&key::title(section)) }</h3>
            { texts("intro", view.bundle.text(&key::intro(section))) }
        </div>
    }
}

/// A text in a box named for its part, or nothing where nothing is written. (A class named here would link yew's sets of
/// classes, 2 KiB of every reader's.)
pub(super) fn texts(part: &'static str, text: &[waypost_core::text::Block]) -> Html {
    match text.is_empty() {
        true => Html::default(),
        false => html! { <div data-part={part}>{ blocks(text) }</div> },
    }
}

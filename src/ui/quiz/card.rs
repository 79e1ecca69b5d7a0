//! The card: where the reader is, what the section is about, the question, and the way on.

use super::{Arrival, Surface, View, actions, feedback, question, reading};
use crate::ui::live::live;
use crate::ui::text::blocks;
use waypost_core::bundle::{Item, Negative, key};
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
                { question::question(view, item, phase) }
                { actions::hints(view, item) }
                if phase != Phase::Closed {
                    { actions::open(view, item, phase) }
                }
                if view.surface == Surface::Static {
                    { reading::answer(view, item) }
                } else if phase != Phase::Open {
                    { feedback::feedback(view, item, phase) }
                }
                if phase == Phase::Closed {
                    { actions::closed(view) }
                }
            </div>
        </section>
    }
}

fn head(view: &View, arrival: Arrival) -> Html {
    let sitting = view.sitting;
    let (number, total) = (sitting.position().unwrap_or_default() + 1, sitting.asked.len());
    let done = |id: &&ItemId| sitting.answers.get(*id).is_some_and(|answer| answer.gave_up || !answer.attempts.is_empty());
    let done = sitting.asked.iter().filter(done).count();
    html! {
        <div class="wp-head">
            if arrival == Arrival::Returned {
                { welcome(view, view.words.about(view.words.welcome_back, "position", &view.words.position(number, total, sitting.round))) }
            }
            if number == 1 && sitting.round == 0 {
                <h2 class="wp-title" dir="auto">{ view.bundle.title.clone() }</h2>
                { texts("intro", view.bundle.text(key::INTRO)) }
                { rules(view) }
            }
            <p class="wp-position">{ live(view.words.position(number, total, sitting.round)) }</p>
            <progress class="wp-progress" value={done.to_string()} max={total.to_string()} aria-hidden="true" />
        </div>
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

/// What wrong answers cost, said before the first one.
fn rules(view: &View) -> Html {
    let policy = &view.bundle.policy;
    let single = view.bundle.items.iter().all(|item| item.interaction.takes_one());
    match policy.negative {
        Negative::None => Html::default(),
        Negative::Item if single => html! { <p class="wp-rules">{ live(view.words.cost(view.words.rule_penalty, policy.penalty.whole_percent())) }</p> },
        Negative::Item => html! { <p class="wp-rules">{ live(view.words.rule_penalty_many) }</p> },
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

//! The card: where the reader is, what the section is about, the question, and the way on.

use super::{Arrival, Surface, View, actions, certainty, consider, explain, feedback, notices, question, reading, rules, time};
use crate::ui::icon::Icon;
use crate::ui::markup::Markup;
use waypost_core::bundle::{Feedback, Item, key};
use waypost_core::id::ItemId;
use waypost_core::quiz::{Msg, Phase};

/// The card of one question.
pub(super) fn card(out: &mut Markup, view: &View, item: &Item, arrival: Arrival) {
    let sitting = view.sitting;
    let phase = sitting.phase(view.bundle, item);
    out.el("section.wp-card", |out| {
        // Another question, or the same one in another round or sitting, is another element: no state of the old inputs survives.
        // The first action begins the sitting and gives it its id, so the id is no key: the pick would lose the focus.
        out.key(&[&sitting.earlier.to_string(), "-", &sitting.round.to_string(), "-", &item.id.0].concat());
        head(out, view, arrival);
        section_head(out, view, item, sitting.before().and_then(|id| view.bundle.item(id)));
        out.el("div.wp-item", |out| {
            out.set("data-item", &item.id.0);
            out.set("data-form", item.interaction.name());
            notices::changed(out, view, item);
            question::question(out, view, item, phase);
            explain::explain(out, view, item);
            certainty::certainty(out, view, item, phase);
            actions::hints(out, view, item);
            match sitting.settles(view.bundle, item) {
                true => settled(out, view, item, phase),
                false => kept(out, view, item),
            }
        });
    });
}

/// Below a question that is marked at once: the check, then what came of it, then the way on.
fn settled(out: &mut Markup, view: &View, item: &Item, phase: Phase) {
    if phase != Phase::Closed {
        actions::open(out, view, item, phase);
    }
    if view.surface() == Surface::Static {
        reading::answer(out, view, item);
    } else if phase != Phase::Open {
        feedback::feedback(out, view, item, phase);
    }
    if phase == Phase::Closed {
        actions::closed(out, view);
    }
}

/// Below a question whose answer may be changed until the round is over: that it is saved, what to consider, and the way on.
fn kept(out: &mut Markup, view: &View, item: &Item) {
    let answer = view.sitting.answers.get(&item.id);
    let saved = answer.is_some_and(|answer| answer.draft.is_none() && !answer.attempts.is_empty());
    let considers = view.bundle.policy.feedback == Feedback::Immediate && consider::says(view, item);
    if saved && considers {
        consider::consider(out, view, item);
    } else if saved {
        out.el("p.wp-kept", |out| {
            out.icon(Icon::Check);
            out.live(view.words.saved_answer);
            out.live(view.words.saved_note);
        });
    }
    if view.surface() == Surface::Static && considers {
        reading::answer(out, view, item);
    }
    actions::kept(out, view, item, considers && !saved);
}

fn head(out: &mut Markup, view: &View, arrival: Arrival) {
    let sitting = view.sitting;
    let done = |id: &&ItemId| sitting.answers.get(*id).is_some_and(|answer| answer.gave_up || !answer.attempts.is_empty());
    let done = sitting.asked.iter().filter(done).count();
    let position = position(view);
    out.el("div.wp-head", |out| {
        if arrival == Arrival::Returned {
            welcome(out, view, &view.words.about(view.words.welcome_back, "position", &position));
        }
        notices::notices(out, view);
        if sitting.position() == Some(0) && sitting.round == 0 {
            view.title(out, "h2.wp-title[dir=auto]");
            view.texts(out, "intro", key::INTRO.to_owned());
            rules::rules(out, view);
        } else {
            // Later the title is only heard: the headings of a question need one above them.
            view.title(out, "h2.wp-hidden[dir=auto]");
        }
        out.group(|out| time::time(out, view));
        out.says("p.wp-position", &position);
        out.el("progress.wp-progress[aria-hidden=true]", |out| {
            out.set("value", &done.to_string());
            out.set("max", &sitting.asked.len().to_string());
        });
    });
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
pub(super) fn welcome(out: &mut Markup, view: &View, words: &str) {
    out.el("p.wp-welcome", |out| {
        out.live(words);
        view.quiet(out, "restart", view.words.start_again, Msg::Restart);
    });
}

/// The section's title and introduction, unless the item `before` belongs to it too.
pub(super) fn section_head(out: &mut Markup, view: &View, item: &Item, before: Option<&Item>) {
    out.group(|out| {
        if let Some(section) = &item.section
            && before.is_none_or(|before| before.section.as_ref() != Some(section))
        {
            out.el("div.wp-section", |out| {
                view.said(out, "h3.wp-section-title[dir=auto]", key::title(section));
                view.texts(out, "intro", key::intro(section));
            });
        }
    });
}

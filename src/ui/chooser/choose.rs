//! The reader's own choice, and what to try for 90 days.

use super::control::{Layout, Radio, label, radios};
use super::{View, Wish, actions, card, keep, note, subheading, text, when};
use crate::ui::live::live;
use crate::ui::part::part;
use crate::ui::text::blocks;
use waypost_core::chooser::Msg;
use waypost_core::chooser::bundle::{Engine, Plan, PlanStep, Pole, key};
use waypost_core::chooser::journal::Holds;
use waypost_core::id::ItemId;
use yew::prelude::*;

/// The screen.
pub(super) fn choose(view: &View) -> Html {
    let words = view.words;
    let chosen = view.state.choices.last();
    let is_chosen = |id: Option<&ItemId>| chosen.is_some_and(|chosen| chosen.choice.as_ref() == id);
    let radio = |id: Option<&ItemId>, name: String| {
        let value = id.map_or("undecided", ItemId::as_str).to_owned();
        Radio::new(value, name, is_chosen(id), Msg::Choose(id.cloned()))
    };
    let mut all: Vec<Radio> = match &view.chooser.engine {
        Engine::Adaptive(adaptive) => {
            adaptive.poles.iter().map(|pole: &Pole| radio(Some(&pole.id), view.chooser.plain(&key::title(&pole.id)))).collect()
        }
        Engine::Profile(_) => {
            view.chooser.plans.iter().map(|plan| radio(Some(&plan.id), view.chooser.plain(&key::title(&plan.id)))).collect()
        }
    };
    all.push(radio(None, words.not_yet.to_owned()));
    let mut parts = vec![
        super::heading(words.choose),
        radios(
            view,
            "choice",
            label(if view.chooser.adaptive().is_some() { words.choose_note } else { words.choose_any }),
            Layout::Rows,
            all,
        ),
    ];
    let plan = chosen.and_then(|chosen| plan_of(view, chosen.choice.as_ref()));
    parts.push(plan.map(|plan| experiment(view, plan)).unwrap_or_default());
    let done = when(chosen.is_some(), || view.primary("next", words.done, Msg::Next));
    let buttons = vec![done, view.quiet("back", words.back, Msg::Back)];
    parts.extend([actions(buttons), keep::keep(view)]);
    card(view, "choose", parts)
}

/// What there is to try for a choice.
pub(super) fn plan_of<'a>(view: &View<'a>, choice: Option<&ItemId>) -> Option<&'a Plan> {
    match (&view.chooser.engine, choice) {
        (Engine::Adaptive(_), choice) => view.chooser.plan_for(choice),
        (Engine::Profile(_), Some(plan)) => view.chooser.plan(plan),
        (Engine::Profile(_), None) => None,
    }
}

/// The steps, each to keep or to leave out, and the calendar.
fn experiment(view: &View, plan: &Plan) -> Html {
    let words = view.words;
    let step = |step: &PlanStep| {
        let kept = !view.state.dropped.contains(&format!("{}.{}", plan.id, step.id));
        let toggle = Msg::Keep(plan.id.clone(), step.id.clone(), if kept { Holds::No } else { Holds::Yes });
        let day = step.day.map(|day| part("span", "wp-day", vec![live(words.about(words.day, "n", &day.to_string()))]));
        let text = crate::ui::text::lines(view.chooser.text(&key::text(&plan.id, &step.id)));
        html! {
            <div class="wp-option" key={step.id.0.clone()}>
                <label>
                    <input type="checkbox" value={step.id.0.clone()} checked={kept} onchange={view.send(toggle)} />
                    <span class="wp-option-text">{ for day }{ text }</span>
                </label>
            </div>
        }
    };
    let steps = part("div", "wp-options", plan.steps.iter().map(step).collect());
    let title = view.chooser.plain(&key::title(&plan.id));
    let calendar = view.other("calendar", words.calendar, Wish::Calendar);
    let intro = blocks(view.chooser.text(&key::intro(&plan.id)));
    part("section", "wp-part wp-plan", vec![subheading(title), intro, note(words.plan_note), steps, actions(vec![calendar])])
}

/// What a choice is called.
pub(super) fn name(view: &View, choice: &ItemId) -> String {
    match view.chooser.adaptive() {
        Some(_) => text::short(view.chooser, choice),
        None => view.chooser.plain(&key::title(choice)),
    }
}

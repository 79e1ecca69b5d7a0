//! What the reader takes along: a link to go on elsewhere, the result as text or on paper, the experiment as a calendar.

use crate::player::Host;
use crate::ui::chooser::{Wish, plain_result};
use waypost_core::calendar::{self, Day};
use waypost_core::chooser::bundle::{Engine, Plan, PlanStep, key};
use waypost_core::chooser::{Chooser, Chosen, Deliberation, link};

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Days on which to look how it goes; the last one asks whether to keep, change or stop.
const CHECKINS: [u32; 3] = [30, 60, 90];

/// The day of a step that names none.
const USUAL: u32 = 7;

/// Does what the reader wants; returns what to announce.
pub(super) fn keep(host: &dyn Host, chooser: &Chooser, state: &Deliberation, wish: &Wish) -> &'static str {
    match wish {
        Wish::Text => host.copy(&plain_result(chooser, state)),
        Wish::Link => host.copy(&(host.address() + &link::encode(chooser, state))),
        Wish::Calendar => {
            let days = state.choices.last().map(|chosen| experiment(chooser, state, chosen, &host.address())).unwrap_or_default();
            host.download(&format!("{}.ics", chooser.id), "text/calendar", &calendar::file(&days, host.now()));
            return "";
        }
        _ => {
            host.print();
            return "";
        }
    }
    chooser.words.copied
}

/// The kept steps and the check-ins, counted from the day of the choice, which is day 1. No answers, nobody invited.
fn experiment(chooser: &Chooser, state: &Deliberation, chosen: &Chosen, url: &str) -> Vec<Day> {
    let plan = match (&chooser.engine, &chosen.choice) {
        (Engine::Adaptive(_), choice) => chooser.plan_for(choice.as_ref()),
        (Engine::Profile(_), choice) => choice.as_ref().and_then(|plan| chooser.plan(plan)),
    };
    let start = chosen.at.div_euclid(DAY);
    let event = |name: &str, day: u32, summary: String| Day {
        uid: format!("{}-{name}@waypost", state.id),
        day: start + i64::from(day) - 1,
        summary,
        url: url.to_owned(),
    };
    let step = |plan: &Plan, step: &PlanStep| {
        let kept = !state.dropped.contains(&format!("{}.{}", plan.id, step.id));
        kept.then(|| event(step.id.as_str(), step.day.unwrap_or(USUAL), chooser.plain(&key::text(&plan.id, &step.id))))
    };
    let steps = plan.iter().flat_map(|plan| plan.steps.iter().filter_map(|one| step(plan, one)));
    let checkin = |day: u32| {
        let words = if day == 90 { chooser.words.day_last } else { chooser.words.checkin };
        event(&format!("day-{day}"), day, format!("{words} {}", chooser.title))
    };
    steps.chain(CHECKINS.map(checkin)).collect()
}

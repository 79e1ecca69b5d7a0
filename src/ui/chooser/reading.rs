//! The chooser to read, for pages without script, for print, and for when the player fails: both ways as a table, or all outcomes with
//! what to do about each; and what none of this can tell.

use super::{View, about, poles, subheading};
use crate::ui::live::live;
use crate::ui::part::part;
use crate::ui::text::{blocks, lines};
use waypost_core::chooser::bundle::{Engine, Outcome, Plan, key};
use yew::prelude::*;

/// What stands below the first step.
pub(super) fn rest(view: &View) -> Html {
    let inside = match &view.chooser.engine {
        Engine::Adaptive(_) => {
            let plans = view.chooser.plans.iter().map(|plan| card(view, plan)).collect();
            vec![poles::side_by_side(view), part("div", "", plans)]
        }
        Engine::Profile(weighted) => {
            let outcomes = weighted.outcomes.iter().map(|outcome| described(view, outcome)).collect();
            let plans = view.chooser.plans.iter().map(|plan| card(view, plan)).collect();
            vec![part("div", "", outcomes), part("div", "", plans)]
        }
    };
    let title = match &view.chooser.engine {
        Engine::Adaptive(_) => view.words.poles,
        Engine::Profile(_) => view.words.all_outcomes,
    };
    let mut parts = vec![part("h2", "wp-title", vec![live(title)])];
    parts.extend(inside);
    parts.push(about::limits(view));
    part("section", "wp-all", parts)
}

fn described(view: &View, outcome: &Outcome) -> Html {
    let title = view.chooser.plain(&key::title(&outcome.id));
    part("div", "wp-part", vec![subheading(title), blocks(view.chooser.text(&key::intro(&outcome.id)))])
}

fn card(view: &View, plan: &Plan) -> Html {
    let title = view.chooser.plain(&key::title(&plan.id));
    let steps = plan.steps.iter().map(|step| part("li", "", vec![lines(view.chooser.text(&key::text(&plan.id, &step.id)))]));
    let intro = blocks(view.chooser.text(&key::intro(&plan.id)));
    part("div", "wp-part", vec![subheading(title), intro, part("ul", "", steps.collect())])
}

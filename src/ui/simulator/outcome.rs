//! What came of a decision: prose first, then what else happened, then the gauges that moved and why.

use super::gauges::{gauges, moved, why};
use super::stones::{stones, timeline};
use super::{View, Wish, welcome};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::part::{button, part, with};
use crate::ui::root::Arrival;
use crate::ui::text::blocks;
use waypost_core::simulator::{Cause, RuleKind, Turn, key};
use yew::prelude::*;

/// What came of the decision of a turn.
pub(super) fn outcome(view: &View, turn: usize) -> Html {
    let Some(happened) = view.history.turns.get(turn) else { return Html::default() };
    let mut parts = Vec::new();
    if view.arrival == Arrival::Returned {
        let position = view.words.position(&view.bundle.turn_name, turn, view.bundle.turns());
        parts.push(welcome(view, view.words.say(view.words.welcome_back, &[("position", &position)])));
    }
    parts.push(with("h2", &["class", "dir"], vec!["wp-hidden".into(), "auto".into()], vec![view.bundle.title.clone().into()]));
    parts.push(stones(view, turn));
    let heading = with(
        "h3",
        &["class", "tabindex", "dir"],
        vec!["wp-stem wp-outcome".into(), "-1".into(), "auto".into()],
        vec![live(view.title(turn))],
    );
    let chosen =
        part("p", "wp-chosen", vec![part("span", "wp-aside", vec![live(view.words.you_chose)]), " ".into(), live(chosen(view, turn))]);
    let told = part("div", "wp-told", vec![heading, chosen, prose(view, turn, happened), also(view, happened)]);
    let mut figures = vec![part("h4", "wp-section-title", vec![live(view.words.what_moved)]), moved(view, turn)];
    if happened.sent.iter().any(|(_, arrives)| *arrives < view.bundle.turns()) {
        figures.push(part("p", "wp-aside", vec![live(view.words.more_later)]));
    }
    let every = part("details", "wp-more", vec![part("summary", "", vec![live(view.words.all_gauges)]), gauges(view, Some(turn))]);
    figures.push(every);
    parts.extend([told, part("div", "wp-reasons", figures), actions(view, turn), timeline(view, turn + 1)]);
    html! { <section class="wp-card" key={format!("outcome-{turn}")}>{ for parts }</section> }
}

fn chosen(view: &View, turn: usize) -> String {
    view.play.choices.get(turn).map(|place| view.option(turn, *place)).unwrap_or_default()
}

/// What the author tells of the decision, and of how its chance fell.
fn prose(view: &View, turn: usize, happened: &Turn) -> Html {
    let Some((card, option)) =
        view.bundle.cards.get(turn).and_then(|card| Some((&card.id, &card.options.get(*view.play.choices.get(turn)?)?.id)))
    else {
        return Html::default();
    };
    let branch = match happened.came {
        Some(true) => view.bundle.text(&key::came(card, option)),
        Some(false) => view.bundle.text(&key::failed(card, option)),
        None => &[],
    };
    part("div", "wp-prose", vec![blocks(view.bundle.text(&key::told(card, option))), blocks(branch)])
}

/// Events of the model that happened in the turn, each once.
fn also(view: &View, happened: &Turn) -> Html {
    let is_event = |rule: usize| view.bundle.rules.get(rule).is_some_and(|rule| rule.kind == RuleKind::Event);
    let mut events: Vec<usize> = happened
        .rows
        .iter()
        .filter_map(|row| if let Cause::Rule(rule) = row.cause { Some(rule) } else { None })
        .filter(|rule| is_event(*rule))
        .collect();
    events.sort_unstable();
    events.dedup();
    let line = |rule: usize| with("li", &["dir"], vec!["auto".into()], vec![live(why(view, Cause::Rule(rule)))]);
    match events.is_empty() {
        true => Html::default(),
        false => part(
            "div",
            "wp-also",
            vec![part("p", "wp-aside", vec![live(view.words.also)]), part("ul", "", events.into_iter().map(line).collect())],
        ),
    }
}

fn actions(view: &View, turn: usize) -> Html {
    let words = if turn + 1 < view.bundle.turns() { view.words.next } else { view.words.see_end };
    let mut parts = vec![button("wp-primary", "next", vec![live(words), icon(Icon::Arrow)], view.send(Wish::Next))];
    if !view.play.finished && turn + 1 == view.play.choices.len() {
        parts.push(view.quiet("undo", view.words.undo, Wish::Undo));
    }
    part("div", "wp-actions", parts)
}

//! What a profile points to: its leader or leaders, the one to work on first with its strategy, the answers that decide, all outcomes.

use super::{View, Wish, about, actions, card, heading, keep, subheading, text, when};
use crate::ui::live::live;
use crate::ui::part::{button, part, with};
use crate::ui::text::{blocks, lines};
use waypost_core::chooser::bundle::{Plan, key};
use waypost_core::chooser::{Deciding, Level, Msg, Ranked, Standing, State};
use waypost_core::id::ItemId;
use yew::prelude::*;

/// More single answers that would end the lead than these say nothing new.
const DECIDING: usize = 4;

/// The screen.
pub(super) fn outcome(view: &View) -> Html {
    let Some(standing) = view.state.standing(view.chooser) else { return Html::default() };
    let words = view.words;
    let mut parts = vec![heading(text::outcome_sentence(view.chooser, view.state))];
    if !matches!(standing.state, State::Open(_)) {
        parts.push(part("p", "wp-meaning", vec![live(meaning(view, &standing))]));
        parts.extend(leaders(&standing).iter().map(|ranked| leader(view, ranked)));
        parts.extend([first(view, &standing), deciding(view, &standing), all(view, &standing)]);
    }
    let buttons = vec![view.primary("next", words.to_choice, Msg::Next), view.quiet("back", words.back, Msg::Back)];
    parts.extend([actions(buttons), keep::keep(view), about::limits(view)]);
    card(view, "reveal", parts)
}

/// The outcomes shown in full, all alike: one leader, tied ones, or the strongest traces.
fn leaders(standing: &Standing) -> &[Ranked] {
    let count = match standing.state {
        State::Open(_) => 0,
        State::None => 2,
        State::Tie(count) => count,
        State::Close | State::Clear => 1,
    };
    standing.ranked.get(..count).unwrap_or_default()
}

/// How clear it is, in one sentence.
fn meaning(view: &View, standing: &Standing) -> String {
    let words = view.words;
    let name = |ranked: &Ranked| view.chooser.plain(&key::title(&ranked.outcome));
    match (standing.state, standing.distance) {
        (State::None, _) => {
            let names: Vec<String> = standing.ranked.iter().take(2).map(name).collect();
            words.about(words.traces, "outcomes", &words.list(&names))
        }
        (State::Close, _) if view.state.tiebreak.is_some() && standing.deciding.is_empty() => words.settled_by_you.to_owned(),
        (State::Close, _) => words.about(words.close, "rival", &standing.ranked.get(1).map(name).unwrap_or_default()),
        (State::Clear, Some(distance)) => words.count(words.clear, distance),
        (State::Clear, None) => words.clear_always.to_owned(),
        _ => String::new(),
    }
}

/// An outcome in full: its text, and what a share like the reader's means.
fn leader(view: &View, ranked: &Ranked) -> Html {
    let id = &ranked.outcome;
    let level = blocks(view.chooser.text(&key::level(id, ranked.level.name())));
    part(
        "section",
        "wp-part wp-leader",
        vec![subheading(view.chooser.plain(&key::title(id))), blocks(view.chooser.text(&key::intro(id))), level],
    )
}

/// The strategy for the first of them, and the conditional one beside it.
fn first(view: &View, standing: &Standing) -> Html {
    let known = |id: &ItemId| view.chooser.weighted().and_then(|weighted| weighted.outcome(id));
    if standing.state == State::None {
        return Html::default();
    }
    let Some(outcome) = leaders(standing).first().and_then(|ranked| known(&ranked.outcome)) else { return Html::default() };
    let plans = outcome.next.iter().chain(&outcome.also).filter_map(|id| view.chooser.plan(id));
    let cards: Vec<Html> = plans.map(|plan| strategy(view, plan)).collect();
    match cards.is_empty() {
        true => Html::default(),
        false => part("section", "wp-part", std::iter::once(subheading(view.words.start_here)).chain(cards).collect()),
    }
}

fn strategy(view: &View, plan: &Plan) -> Html {
    let condition = view.chooser.plain(&key::condition(&plan.id));
    let condition = (!condition.is_empty())
        .then(|| part("p", "wp-instruction", vec![live(view.words.about(view.words.under, "condition", &condition))]));
    let title = part("h4", "wp-strategy-title", vec![live(view.chooser.plain(&key::title(&plan.id)))]);
    let steps = plan.steps.iter().map(|step| part("li", "", vec![lines(view.chooser.text(&key::text(&plan.id, &step.id)))]));
    let mut parts: Vec<Html> = condition.into_iter().collect();
    parts.extend([title, blocks(view.chooser.text(&key::intro(&plan.id))), part("ul", "", steps.collect())]);
    part("div", "wp-strategy", parts)
}

/// The single answers that would end the lead, each with the way to it.
fn deciding(view: &View, standing: &Standing) -> Html {
    let row = |deciding: &Deciding| {
        let names = |ids: &[ItemId]| ids.iter().map(|id| view.chooser.plain(&key::title(id))).collect::<Vec<_>>();
        let options: Vec<String> =
            deciding.options.iter().map(|option| view.chooser.plain(&key::text(&deciding.question, option))).collect();
        let asked = view.chooser.plain(&key::prompt(&deciding.question));
        let outcomes = view.words.list(&names(&deciding.leaders));
        let words =
            view.words.say(view.words.decides, &[("option", &view.words.list(&options)), ("question", &asked), ("outcomes", &outcomes)]);
        let go = button("wp-quiet wp-link", "open", vec![live(view.words.change)], view.wish(Wish::Open(deciding.question.clone())));
        part("li", "", vec![live(words), " ".into(), go])
    };
    match standing.deciding.is_empty() {
        true => Html::default(),
        false => {
            let rows = part("ul", "wp-flips", standing.deciding.iter().take(DECIDING).map(row).collect());
            let undo = when(!view.state.changes.is_empty(), || actions(vec![view.quiet("undo", view.words.undo, Msg::Undo)]));
            part("section", "wp-part", vec![subheading(view.words.deciding), rows, undo])
        }
    }
}

/// Every outcome with a bar and a word.
fn all(view: &View, standing: &Standing) -> Html {
    let words = view.words;
    let row = |ranked: &Ranked| {
        let name =
            with("th", &["scope", "dir"], vec!["row".into(), "auto".into()], vec![live(view.chooser.plain(&key::title(&ranked.outcome)))]);
        let share = ranked.share.clamp(0, 1000).to_string();
        let bar = with("progress", &["value", "max", "aria-hidden"], vec![share.into(), "1000".into(), "true".into()], Vec::new());
        let level = match ranked.level {
            Level::Low => words.low,
            Level::Mid => words.mid,
            Level::High => words.high,
        };
        part("tr", "", vec![name, part("td", "wp-bar", vec![bar]), part("td", "wp-number", vec![live(level)])])
    };
    let caption = part("caption", "wp-hidden", vec![live(words.all_outcomes)]);
    let table = part("table", "wp-sections", vec![caption, part("tbody", "", standing.ranked.iter().map(row).collect())]);
    part("section", "wp-part", vec![subheading(words.all_outcomes), table])
}

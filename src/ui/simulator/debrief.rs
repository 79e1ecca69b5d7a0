//! The end and the debrief: the points, then one idea a screenful, in the order in which they are worked out.

use super::figure::{aside, section};
use super::stones::timeline;
use super::{Findings, View, Wish, Work, assumptions, choices, from, ledger, luck, mines, rank, split, sure, welcome};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::root::Arrival;
use waypost_core::simulator::{Found, whole};
use yew::prelude::*;

/// All is decided: the points, and nothing yet of what they mean.
pub(super) fn end(view: &View) -> Html {
    let actions = vec![view.primary("debrief", view.words.see_debrief, Wish::Next), view.quiet("undo", view.words.undo, Wish::Undo)];
    let parts =
        vec![title(view), points(view), part("p", "wp-meaning", vec![live(view.words.look_at_luck)]), part("div", "wp-actions", actions)];
    html! { <section class="wp-result" key="end">{ for parts }{ timeline(view, view.bundle.turns()) }</section> }
}

fn title(view: &View) -> Html {
    with("h2", &["class", "dir"], vec!["wp-hidden".into(), "auto".into()], vec![view.bundle.title.clone().into()])
}

fn points(view: &View) -> Html {
    let words = view.words.count(view.words.points, whole(view.history.points.into()));
    with("h3", &["class", "tabindex"], vec!["wp-score".into(), "-1".into()], vec![live(words)])
}

/// The whole debrief. What is not worked out yet keeps its place.
pub(super) fn debrief(view: &View) -> Html {
    let words = view.words;
    let mut parts = Vec::new();
    match view.arrival {
        Arrival::Shared => parts.push(welcome(view, words.shared)),
        Arrival::Returned => parts.push(welcome(view, words.welcome_back_end)),
        Arrival::Fresh => {}
    }
    parts.extend([title(view), points(view), from(view), aside(words.model_note), progress(view)]);
    parts.push(section("luck", words.luck, part_of(view, |found| found.luck.is_some(), luck::luck)));
    parts.push(section("rank", words.reach_title, part_of(view, |found| found.rank.is_some(), rank::rank)));
    parts.push(section("choices", words.choices, part_of(view, |found| !found.weighed.is_empty(), choices::choices)));
    parts.push(section("split", words.split, part_of(view, |found| found.split.is_some(), split::split)));
    parts.push(section("sure", words.sure, part_of(view, |found| found.sure.is_some(), sure::sure)));
    parts.push(section("mines", words.mines, mines::mines(view)));
    parts.push(section("ledger", words.ledger, ledger::ledger(view)));
    parts.push(section("assumptions", words.assumptions, assumptions::assumptions(view)));
    parts.push(section("next", words.what_next, next(view)));
    html! { <section class="wp-result wp-debrief" key="debrief">{ for parts }</section> }
}

/// A part from the analysis at work, or from the one before where it is not as far.
fn part_of(view: &View, is_there: fn(&Found) -> bool, shown: fn(&View, &Found) -> Vec<Html>) -> Vec<Html> {
    let Findings { now, before, .. } = view.findings;
    match [now, before].into_iter().find(|found| is_there(found)) {
        Some(found) => shown(view, found),
        None => vec![super::figure::pending(view)],
    }
}

/// How far the analysis is, with the way to stop it.
fn progress(view: &View) -> Html {
    let words = view.words;
    match view.findings.work {
        Work::Done => Html::default(),
        Work::Stopped => part("p", "wp-working", vec![live(words.stopped), view.quiet("go-on", words.go_on, Wish::GoOn)]),
        Work::At(permille) => {
            let names = &["value", "max", "aria-hidden"];
            let bar = with("progress", names, vec![permille.to_string().into(), "1000".into(), "true".into()], Vec::new());
            let done = words.say(words.progress, &[("n", &words.percent(i64::from(permille / 10)))]);
            part(
                "div",
                "wp-working",
                vec![part("p", "", vec![live(words.working), " ".into(), live(done)]), bar, view.quiet("stop", words.stop, Wish::Stop)],
            )
        }
    }
}

fn next(view: &View) -> Vec<Html> {
    let words = view.words;
    let again = vec![view.primary("same-luck", words.same_luck, Wish::SameLuck), view.quiet("new-luck", words.new_luck, Wish::NewLuck)];
    let keep = vec![
        view.quiet("copy-play", words.copy_play, Wish::CopyPlay),
        view.quiet("copy-world", words.copy_world, Wish::CopyWorld),
        view.quiet("print", words.print, Wish::Print),
    ];
    let closing = crate::ui::text::blocks(view.bundle.text(waypost_core::simulator::key::CLOSING));
    let mut parts = vec![closing];
    if view.arrival != Arrival::Shared {
        parts.push(part("div", "wp-actions", again));
    }
    parts.push(part("div", "wp-actions wp-keeps", keep));
    parts.push(timeline(view, view.bundle.turns()));
    parts
}

//! What the reader can do with a question: check it, ask for a hint or the answer, move on.

use super::{View, finish};
use crate::ui::live::live;
use crate::ui::part::{all, part};
use crate::ui::text::blocks;
use waypost_core::bundle::{Feedback, Interaction, Item, key};
use waypost_core::number::Share;
use waypost_core::quiz::{Flag, Msg, Phase};
use yew::prelude::*;

/// The hints shown so far; they stay.
pub(super) fn hints(view: &View, item: &Item) -> Html {
    let hint = |number: u32| {
        let title = part("p", "wp-hint-title", vec![live(view.words.hint_title(number))]);
        part("div", "wp-hint", vec![title, blocks(view.bundle.text(&key::hint(&item.id, number)))])
    };
    match shown(view, item) {
        0 => Html::default(),
        shown => part("div", "wp-hints", (1..=shown).map(hint).collect()),
    }
}

fn shown(view: &View, item: &Item) -> u32 {
    view.sitting.answers.get(&item.id).map_or(0, |answer| answer.hints.min(item.hints))
}

/// While the question can be answered: one primary button, the rest quiet.
pub(super) fn open(view: &View, item: &Item, phase: Phase) -> Html {
    let words = view.words;
    let check = if phase == Phase::Again { words.check_again } else { words.check };
    let mut buttons = vec![view.primary("check", check, Msg::Check(item.id.clone())), hint_button(view, item)];
    if item.costs.attempts.unwrap_or(view.bundle.policy.attempts) != 1 {
        buttons.push(view.quiet("giveup", words.show_answer, Msg::GiveUp(item.id.clone())));
    }
    buttons.push(part("span", "wp-moves", vec![back(view), view.quiet("next", words.skip, Msg::Next)]));
    part("div", "wp-actions", buttons)
}

/// Once the question is closed: on.
pub(super) fn closed(view: &View) -> Html {
    let last = view.sitting.after().is_none();
    let next = if last { view.words.see_result } else { view.words.next };
    part("div", "wp-actions", vec![view.onward(next), part("span", "wp-moves", vec![back(view)])])
}

/// Below an answer that may be changed until the round is over. One that has something to consider is saved first.
pub(super) fn kept(view: &View, item: &Item, saves: bool) -> Html {
    let words = view.words;
    let given = view.sitting.response(&item.id).is_some_and(|response| !response.is_empty());
    let last = view.sitting.after().is_none();
    let ends = last && view.bundle.policy.feedback != Feedback::Immediate;
    let asks = !matches!(item.interaction, Interaction::Info {});
    let next = match (last, given || !asks) {
        (true, _) => words.see_result,
        (false, true) => words.next,
        (false, false) => words.skip,
    };
    let mut buttons = Vec::new();
    if saves {
        buttons.push(view.primary("check", words.save, Msg::Check(item.id.clone())));
    } else if !ends && (given || !asks) {
        buttons.push(view.onward(next));
    }
    buttons.push(hint_button(view, item));
    if asks && view.bundle.policy.feedback != Feedback::Immediate {
        let flagged = view.sitting.answers.get(&item.id).is_some_and(|answer| answer.flag == Flag::Up);
        buttons.push(view.quiet("flag", if flagged { words.flagged } else { words.flag }, Msg::Flag(item.id.clone())));
    }
    if ends {
        return all(vec![part("div", "wp-actions", buttons), finish::finish(view)]);
    }
    let mut moves = vec![back(view)];
    if saves || asks && !given {
        moves.push(view.quiet("next", next, Msg::Next));
    }
    buttons.push(part("span", "wp-moves", moves));
    part("div", "wp-actions", buttons)
}

/// The way back, where there is one.
pub(super) fn back(view: &View) -> Html {
    match view.sitting.before().filter(|id| view.sitting.may_go(view.bundle, id)) {
        None => Html::default(),
        Some(_) => view.quiet("back", view.words.back, Msg::Back),
    }
}

/// The button stays when no hint is left, so that the focus on it is not lost.
fn hint_button(view: &View, item: &Item) -> Html {
    let (next, total, cost) = (shown(view, item) + 1, item.hints, item.costs.hint_cost.unwrap_or(view.bundle.policy.hint_cost));
    let cost = if cost == Share::NONE { 0 } else { cost.whole_percent() };
    let words = if next > total { view.words.no_more_hints.into() } else { view.words.hint(next, total, cost) };
    match total {
        _ if view.bundle.policy.feedback == Feedback::Exam => Html::default(),
        0 => Html::default(),
        _ => html! {
            <button type="button" class="wp-quiet" data-act="hint" aria-disabled={(next > total).then_some("true")}
                onclick={view.send(Msg::Hint(item.id.clone()))}>{ live(words) }</button>
        },
    }
}

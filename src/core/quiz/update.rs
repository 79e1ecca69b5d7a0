//! What the reader wants, turned into the actions to write down. Nothing changes here: the journal is written first, then folded.

use super::answer::Phase;
use super::marking::is_complete;
use super::pools::has_pools;
use super::rebase::{fits, origin};
use super::sitting::{Sitting, Step};
use crate::bundle::{Bundle, Confidence, Feedback, Interaction, Item, Retry};
use crate::id::{ItemId, OptionId};
use crate::journal::{Action, Response, Running};

/// What the reader did on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Picked or unpicked an option.
    Toggle(ItemId, OptionId),
    /// Picked, arranged or typed something, of any kind; what is typed has been through [`crate::typed::entry::prepare`].
    Answer(ItemId, Response),
    /// Moved a thing of an ordering to a place, counted from 0.
    Move(ItemId, OptionId, usize),
    /// Said how sure they are: 1 not sure, 2 fairly sure, 3 sure.
    Sure(ItemId, u32),
    /// Pressed Check.
    Check(ItemId),
    /// Wrote why they answered so.
    Explain(ItemId, String),
    /// Marked an item to come back to, or no longer.
    Flag(ItemId),
    /// Asked for the next hint.
    Hint(ItemId),
    /// Asked for the key.
    GiveUp(ItemId),
    /// Went on: to the next question, or to the result after the last. What is picked and need not be checked is submitted.
    Next,
    /// Went back to the question before.
    Back,
    /// Went to a question of this round.
    GoTo(ItemId),
    /// Asked for the result.
    Finish,
    /// Asks for another round over what was not fully right, or over everything, as the policy says.
    Retry,
    /// Starts again from nothing; earlier sittings stay in the journal.
    Restart,
    /// Asked for more time.
    Extend,
    /// Switched the clock off.
    ClockOff,
    /// Let the time run out: the page says so, so that it stays over.
    TimeOver,
}

/// The actions that follow from a message; none where it does not apply. The first one ever is preceded by `Start`, the first one
/// after an edit by `Rebase`. `fresh_seed` is used where a new sitting begins.
pub fn update(bundle: &Bundle, sitting: &Sitting, msg: &Msg, fresh_seed: u32) -> Vec<Action> {
    let one = |action: Option<Action>| action.into_iter().collect();
    let mut actions: Vec<Action> = match msg {
        Msg::Restart => {
            let after = Sitting::begun_again(bundle, fresh_seed, sitting);
            return vec![start(bundle, &after)];
        }
        Msg::Toggle(item, option) => one(toggle(bundle, sitting, item, option)),
        Msg::Answer(item, response) => one(draft(bundle, sitting, item, response.clone(), sitting.sure(item))),
        Msg::Move(item, thing, to) => one(shift(bundle, sitting, item, thing, *to)),
        Msg::Sure(item, level) => one(sure(bundle, sitting, item, *level)),
        Msg::Check(item) => one(check(bundle, sitting, item)),
        Msg::Explain(item, text) => one(bundle.item(item).map(|item| Action::Explain { item: item.id.clone(), text: text.clone() })),
        Msg::Flag(item) => one(bundle.item(item).map(|item| Action::Flag { item: item.id.clone() })),
        Msg::Hint(item) => one(hint(bundle, sitting, item)),
        Msg::GiveUp(item) => one(give_up(bundle, sitting, item)),
        Msg::Next => next(bundle, sitting),
        Msg::Back => leave(bundle, sitting, sitting.before()),
        Msg::GoTo(item) => leave(bundle, sitting, Some(item)),
        Msg::Finish => finish(bundle, sitting),
        Msg::Retry => one(retry(bundle, sitting)),
        Msg::Extend => one((!sitting.is_finished()).then_some(Action::Extend {})),
        Msg::TimeOver => one((!sitting.is_finished()).then_some(Action::Clock { running: sitting.clock.running })),
        Msg::ClockOff => one((!sitting.is_finished()).then_some(Action::Clock { running: Running::Off })),
    };
    if actions.is_empty() {
        return actions;
    }
    if sitting.id.is_empty() {
        actions.insert(0, start(bundle, sitting));
    } else if sitting.revision != bundle.revision {
        actions.insert(0, Action::Rebase { from: sitting.revision.clone(), to: bundle.revision.clone() });
    }
    actions
}

fn start(bundle: &Bundle, sitting: &Sitting) -> Action {
    let drawn = if has_pools(bundle) { sitting.drawn.clone() } else { Vec::new() };
    Action::Start { seed: sitting.seed, revision: bundle.revision.clone(), drawn }
}

fn open<'a>(bundle: &'a Bundle, sitting: &Sitting, item: &ItemId) -> Option<&'a Item> {
    let known = bundle.item(item).filter(|_| sitting.may_go(bundle, item))?;
    (sitting.phase(bundle, known) != Phase::Closed).then_some(known)
}

fn toggle(bundle: &Bundle, sitting: &Sitting, item: &ItemId, option: &OptionId) -> Option<Action> {
    let known = open(bundle, sitting, item)?;
    let mut chosen = sitting.response(item).map(|response| response.options().to_vec()).unwrap_or_default();
    if known.interaction.takes_one() {
        chosen = vec![option.clone()];
    } else if chosen.contains(option) {
        chosen.retain(|known| known != option);
    } else {
        chosen.push(option.clone());
    }
    draft(bundle, sitting, item, Response::of(chosen), sitting.sure(item))
}

fn draft(bundle: &Bundle, sitting: &Sitting, item: &ItemId, response: Response, sure: Option<u32>) -> Option<Action> {
    let known = open(bundle, sitting, item)?;
    let fitting = fits(known, &response) || response.is_empty();
    (fitting && !sitting.is_over(bundle)).then(|| Action::Draft { item: item.clone(), response, sure })
}

fn shift(bundle: &Bundle, sitting: &Sitting, item: &ItemId, thing: &OptionId, to: usize) -> Option<Action> {
    let mut things = sitting.thing_order(bundle, bundle.item(item)?);
    let from = things.iter().position(|known| known == thing)?;
    if to >= things.len() || to == from {
        return None;
    }
    let thing = things.remove(from);
    things.insert(to, thing);
    draft(bundle, sitting, item, Response::Order(things), sitting.sure(item))
}

fn sure(bundle: &Bundle, sitting: &Sitting, item: &ItemId, level: u32) -> Option<Action> {
    let asked = bundle.policy.confidence != Confidence::Off && sitting.is_marked(bundle, bundle.item(item)?);
    let response = sitting.response(item).cloned().unwrap_or(Response::Options(Vec::new()));
    draft(bundle, sitting, item, response, Some(level)).filter(|_| asked && (1..=3).contains(&level))
}

/// The picked answer submitted, where it says something: a number that can be read, a level of certainty where marks depend on it.
fn check(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> Option<Action> {
    let known = open(bundle, sitting, item)?;
    let unsure = bundle.policy.confidence == Confidence::Marks && sitting.is_marked(bundle, known) && sitting.sure(item).is_none();
    submit(bundle, sitting, known).filter(|_| !unsure)
}

fn submit(bundle: &Bundle, sitting: &Sitting, item: &Item) -> Option<Action> {
    let response = sitting.answers.get(&item.id)?.draft.clone().filter(|response| !response.is_empty() && fits(item, response))?;
    let numeric = matches!(item.interaction, Interaction::Number(_) | Interaction::Slider(_));
    if numeric && !is_complete(item, &response) {
        return None;
    }
    let of = Some(origin(bundle, item, &response));
    Some(Action::Commit { item: item.id.clone(), response, sure: sitting.sure(&item.id), of })
}

fn hint(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> Option<Action> {
    let item = open(bundle, sitting, item).filter(|_| bundle.policy.feedback != Feedback::Exam)?;
    let number = sitting.answers.get(&item.id).map_or(0, |answer| answer.hints) + 1;
    (number <= item.hints).then(|| Action::Hint { item: item.id.clone(), number })
}

fn give_up(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> Option<Action> {
    let item = open(bundle, sitting, item).filter(|item| sitting.settles(bundle, item))?;
    Some(Action::Giveup { item: item.id.clone() })
}

/// What is picked at the present item and need not be checked, submitted; and the state after it.
fn settled(bundle: &Bundle, sitting: &Sitting) -> (Vec<Action>, Sitting) {
    let mut after = sitting.clone();
    let present = match &sitting.step {
        Step::Item(id) => open(bundle, sitting, id).filter(|item| !sitting.settles(bundle, item)),
        Step::Result => None,
    };
    let actions: Vec<Action> = present.and_then(|item| submit(bundle, sitting, item)).into_iter().collect();
    for action in &actions {
        after.act(bundle, action);
    }
    (actions, after)
}

fn next(bundle: &Bundle, sitting: &Sitting) -> Vec<Action> {
    if sitting.is_finished() {
        return Vec::new();
    }
    let (mut actions, after) = settled(bundle, sitting);
    match after.after() {
        Some(item) => actions.push(Action::Goto { item: item.clone() }),
        None => return finish(bundle, sitting),
    }
    actions
}

fn leave(bundle: &Bundle, sitting: &Sitting, to: Option<&ItemId>) -> Vec<Action> {
    let Some(to) = to.filter(|to| !sitting.is_finished() && sitting.may_go(bundle, to)) else { return Vec::new() };
    let (mut actions, _) = settled(bundle, sitting);
    actions.push(Action::Goto { item: to.clone() });
    actions
}

/// The end of a round. Where answers may be changed until then, whatever is picked counts.
fn finish(bundle: &Bundle, sitting: &Sitting) -> Vec<Action> {
    if sitting.is_finished() {
        return Vec::new();
    }
    let mut after = sitting.clone();
    let mut actions = Vec::new();
    for item in bundle.items.iter().filter(|item| sitting.asked.contains(&item.id) && !sitting.settles(bundle, item)) {
        if let Some(commit) = submit(bundle, sitting, item) {
            after.act(bundle, &commit);
            actions.push(commit);
        }
    }
    actions.push(Action::Finish { marks: Some(after.marks_now(bundle)) });
    actions
}

fn retry(bundle: &Bundle, sitting: &Sitting) -> Option<Action> {
    let items: Vec<ItemId> = match bundle.policy.retry {
        _ if bundle.policy.feedback == Feedback::Exam || !sitting.is_finished() => return None,
        Retry::None => return None,
        Retry::All => sitting.drawn.clone(),
        Retry::Wrong => sitting.not_right(bundle).map(|item| item.id.clone()).collect(),
    };
    (!items.is_empty()).then_some(Action::Retry { items })
}

//! What the reader wants, turned into the actions to write down. Nothing changes here: the journal is written first, then folded.

use super::sitting::{Phase, Sitting, Step};
use crate::bundle::{Bundle, Item, Retry};
use crate::id::{ItemId, OptionId};
use crate::journal::{Action, Response};
use crate::number::MARK;

/// What the reader did on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Picked or unpicked an option.
    Toggle(ItemId, OptionId),
    /// Pressed Check.
    Check(ItemId),
    /// Asked for the next hint.
    Hint(ItemId),
    /// Asked for the key.
    GiveUp(ItemId),
    /// Went on: to the next question, or to the result after the last.
    Next,
    /// Went back to the question before.
    Back,
    /// Asks for another round over what was not fully right, or over everything, as the policy says.
    Retry,
    /// Starts again from nothing; earlier sittings stay in the journal.
    Restart,
}

/// The actions that follow from a message; none where it does not apply. The first one ever is preceded by `Start`.
/// `fresh_seed` is used where a new sitting begins.
pub fn update(bundle: &Bundle, sitting: &Sitting, msg: &Msg, fresh_seed: u32) -> Vec<Action> {
    let action = match msg {
        Msg::Restart => return vec![start(bundle, fresh_seed)],
        Msg::Toggle(item, option) => toggle(bundle, sitting, item, option),
        Msg::Check(item) => check(bundle, sitting, item),
        Msg::Hint(item) => hint(bundle, sitting, item),
        Msg::GiveUp(item) => open(bundle, sitting, item).map(|item| Action::Giveup { item: item.id.clone() }),
        Msg::Next => next(sitting),
        Msg::Back => sitting.before().map(|item| Action::Goto { item: item.clone() }),
        Msg::Retry => retry(bundle, sitting),
    };
    let Some(action) = action else { return Vec::new() };
    match sitting.id.is_empty() {
        true => vec![start(bundle, sitting.seed), action],
        false => vec![action],
    }
}

fn start(bundle: &Bundle, seed: u32) -> Action {
    Action::Start { seed, revision: bundle.revision.clone() }
}

fn open<'a>(bundle: &'a Bundle, sitting: &Sitting, item: &ItemId) -> Option<&'a Item> {
    bundle.item(item).filter(|item| !sitting.is_finished() && sitting.phase(bundle, item) != Phase::Closed)
}

fn toggle(bundle: &Bundle, sitting: &Sitting, item: &ItemId, option: &OptionId) -> Option<Action> {
    let item = open(bundle, sitting, item)?;
    item.interaction.choices()?.options.iter().find(|known| known.id == *option)?;
    let mut chosen = sitting.response(&item.id).map(|response| response.options().to_vec()).unwrap_or_default();
    if item.interaction.takes_one() {
        chosen = vec![option.clone()];
    } else if chosen.contains(option) {
        chosen.retain(|known| known != option);
    } else {
        chosen.push(option.clone());
    }
    Some(Action::Draft { item: item.id.clone(), response: Response::of(chosen) })
}

fn check(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> Option<Action> {
    let item = open(bundle, sitting, item)?;
    let response = sitting.answers.get(&item.id)?.draft.clone().filter(|response| !response.is_empty())?;
    Some(Action::Commit { item: item.id.clone(), response })
}

fn hint(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> Option<Action> {
    let item = open(bundle, sitting, item)?;
    let number = sitting.answers.get(&item.id).map_or(0, |answer| answer.hints) + 1;
    (number <= item.hints).then(|| Action::Hint { item: item.id.clone(), number })
}

fn next(sitting: &Sitting) -> Option<Action> {
    let Step::Item(_) = sitting.step else { return None };
    Some(match sitting.after() {
        Some(item) => Action::Goto { item: item.clone() },
        None => Action::Finish {},
    })
}

fn retry(bundle: &Bundle, sitting: &Sitting) -> Option<Action> {
    let again = |item: &&Item| bundle.policy.retry == Retry::All || sitting.earned(bundle, item) < MARK;
    let items: Vec<ItemId> = bundle.items.iter().filter(again).map(|item| item.id.clone()).collect();
    (sitting.is_finished() && bundle.policy.retry != Retry::None && !items.is_empty()).then_some(Action::Retry { items })
}

impl Sitting {
    /// The question after the present one in this round.
    pub fn after(&self) -> Option<&ItemId> {
        self.asked.get(self.position()? + 1)
    }

    /// The question before the present one in this round.
    pub fn before(&self) -> Option<&ItemId> {
        self.asked.get(self.position()?.checked_sub(1)?)
    }

    /// Which question of this round is on the screen, counted from 0.
    pub fn position(&self) -> Option<usize> {
        let Step::Item(id) = &self.step else { return None };
        self.asked.iter().position(|asked| asked == id)
    }
}

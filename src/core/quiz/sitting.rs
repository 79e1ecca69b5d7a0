//! A sitting: the state that follows from a bundle and a journal. Folding entries is pure and never fails.

use super::marking::{self, Verdict};
use super::order::option_order;
use super::result::{Outcome, Tally};
use crate::bundle::{Bundle, Item};
use crate::id::ItemId;
use crate::journal::{Action, Entry, Response};
use crate::table::Table;

/// Where a reader is and what they have answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The id of the entry that began the sitting; empty before the reader's first action.
    pub id: String,
    /// Fixes every order.
    pub seed: u32,
    /// 0 for the first time through, then one more for each retry.
    pub round: u32,
    /// What is on the screen.
    pub step: Step,
    /// What was done, by item.
    pub answers: Table<ItemId, Answer>,
    /// The items of this round; the others keep what they earned.
    pub asked: Vec<ItemId>,
    /// The result of the first round, once it is finished.
    pub first: Option<Outcome>,
    /// The result after the latest retry, once one is finished.
    pub latest: Option<Outcome>,
    /// How many sittings were begun before this one.
    pub earlier: u32,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A question.
    Item(ItemId),
    /// The result and the review.
    Result,
}

/// What a reader did with one item in the present round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Picked, not submitted.
    pub draft: Option<Response>,
    /// Submitted, oldest first.
    pub attempts: Vec<Attempt>,
    /// Hints shown.
    pub hints: u32,
    /// Whether the key was asked for.
    pub gave_up: bool,
}

/// One submitted answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What was answered.
    pub response: Response,
    /// Hints seen by then.
    pub hints: u32,
}

/// What can be done with an item now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not answered.
    Open,
    /// Answered, not fully right, and there are tries left.
    Again,
    /// Right, out of tries or given up: the key is shown.
    Closed,
}

impl Sitting {
    /// Nothing done yet. `seed` is what the first entry will fix.
    pub fn new(bundle: &Bundle, seed: u32) -> Self {
        let asked: Vec<ItemId> = bundle.items.iter().map(|item| item.id.clone()).collect();
        Self {
            id: String::new(),
            seed,
            round: 0,
            step: asked.first().cloned().map_or(Step::Result, Step::Item),
            answers: Table::default(),
            asked,
            first: None,
            latest: None,
            earlier: 0,
        }
    }

    /// The state after all `entries`.
    pub fn fold<'a>(bundle: &Bundle, seed: u32, entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut sitting = Self::new(bundle, seed);
        for entry in entries {
            sitting.apply(bundle, entry);
        }
        sitting
    }

    /// Takes one entry in. An entry that does not apply changes nothing.
    pub fn apply(&mut self, bundle: &Bundle, entry: &Entry) {
        match &entry.action {
            Action::Start { seed, .. } => {
                let earlier = if self.id.is_empty() { 0 } else { self.earlier + 1 };
                *self = Self { id: entry.id.clone(), earlier, ..Self::new(bundle, *seed) };
            }
            Action::Draft { item, response } => {
                if let Some(answer) = self.open_answer(bundle, item) {
                    answer.draft = Some(response.clone());
                }
            }
            Action::Commit { item, response } if !response.is_empty() => {
                if let Some(answer) = self.open_answer(bundle, item) {
                    answer.attempts.push(Attempt { response: response.clone(), hints: answer.hints });
                    answer.draft = None;
                    self.step = Step::Item(item.clone());
                }
            }
            Action::Hint { item, number } => {
                let known = bundle.item(item).map_or(0, |item| item.hints);
                if let Some(answer) = self.open_answer(bundle, item)
                    && *number <= known
                {
                    answer.hints = answer.hints.max(*number);
                }
            }
            Action::Giveup { item } => {
                if let Some(answer) = self.open_answer(bundle, item) {
                    answer.gave_up = true;
                    answer.draft = None;
                }
            }
            Action::Goto { item } if self.asked.contains(item) && !self.is_finished() => self.step = Step::Item(item.clone()),
            Action::Finish {} if !self.is_finished() => self.finish(bundle),
            Action::Retry { items } if self.is_finished() => self.retry(bundle, items),
            _ => {}
        }
    }

    /// Whether the result is shown.
    pub fn is_finished(&self) -> bool {
        self.step == Step::Result
    }

    /// What can be done with an item now.
    pub fn phase(&self, bundle: &Bundle, item: &Item) -> Phase {
        let Some(answer) = self.answers.get(&item.id) else { return Phase::Open };
        let Some(last) = answer.attempts.last() else {
            return if answer.gave_up { Phase::Closed } else { Phase::Open };
        };
        let right = marking::mark(item, &bundle.policy, &last.response) == crate::number::MARK;
        let out = bundle.policy.attempts != 0 && answer.attempts.len() >= bundle.policy.attempts as usize;
        match right || out || answer.gave_up {
            true => Phase::Closed,
            false => Phase::Again,
        }
    }

    /// What an item earns now, in grains, after costs.
    pub fn earned(&self, bundle: &Bundle, item: &Item) -> i64 {
        let Some(answer) = self.answers.get(&item.id) else { return 0 };
        let Some(last) = answer.attempts.last() else { return 0 };
        let earlier = u32::try_from(answer.attempts.len() - 1).unwrap_or(u32::MAX);
        marking::after_costs(marking::mark(item, &bundle.policy, &last.response), &bundle.policy, earlier, last.hints)
    }

    /// The verdict on the last answer to an item, without costs; `None` before an answer.
    pub fn verdict(&self, bundle: &Bundle, item: &Item) -> Option<Verdict> {
        let last = self.answers.get(&item.id)?.attempts.last()?;
        Some(Verdict::of(marking::mark(item, &bundle.policy, &last.response)))
    }

    /// Indices into an item's options in the order to show them.
    ///
    /// The first question a reader ever sees is in the prerendered page, which is the same for everybody: it has the order of
    /// seed 0, so that nothing moves when the player takes over.
    pub fn option_order(&self, bundle: &Bundle, item: &Item) -> Vec<usize> {
        let prerendered = self.earlier == 0 && self.round == 0 && bundle.items.first().is_some_and(|first| first.id == item.id);
        option_order(item, if prerendered { 0 } else { self.seed }, self.round)
    }

    /// What is picked or answered now.
    pub fn response(&self, item: &ItemId) -> Option<&Response> {
        let answer = self.answers.get(item)?;
        answer.draft.as_ref().or_else(|| answer.attempts.last().map(|attempt| &attempt.response))
    }

    /// The points so far over all items.
    pub fn tally(&self, bundle: &Bundle) -> Tally {
        Tally::of(bundle.items.iter().map(|item| (item.points, self.earned(bundle, item))))
    }

    /// The item's answer where it may still be changed.
    fn open_answer(&mut self, bundle: &Bundle, item: &ItemId) -> Option<&mut Answer> {
        let known = bundle.item(item)?;
        if self.is_finished() || !self.asked.contains(item) || self.phase(bundle, known) == Phase::Closed {
            return None;
        }
        Some(self.answers.get_or_default(item))
    }

    fn finish(&mut self, bundle: &Bundle) {
        let outcome = Outcome::new(bundle, self.tally(bundle));
        self.step = Step::Result;
        match self.first {
            None => self.first = Some(outcome),
            Some(_) => self.latest = Some(outcome),
        }
    }

    fn retry(&mut self, bundle: &Bundle, items: &[ItemId]) {
        let asked: Vec<ItemId> = bundle.items.iter().map(|item| item.id.clone()).filter(|id| items.contains(id)).collect();
        let Some(first) = asked.first().cloned() else { return };
        for id in &asked {
            self.answers.remove(id);
        }
        self.round += 1;
        self.asked = asked;
        self.step = Step::Item(first);
    }
}

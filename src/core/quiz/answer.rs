//! One item in a sitting: what was done with it, what may be done now, and what it earns.

use super::marking::{self, Verdict};
use super::result::Tally;
use super::sitting::Sitting;
use crate::bundle::{Bundle, Confidence, Feedback, Item, Mode, Policy};
use crate::journal::{Mark, Origin, Response};
use crate::number::MARK;

/// What a reader did with one item in the present round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Picked, not submitted.
    pub draft: Option<Response>,
    /// How sure the reader is of the draft, 1 to 3, if they said so.
    pub sure: Option<u32>,
    /// Submitted, oldest first. Where answers may be changed until the end there is at most one.
    pub attempts: Vec<Attempt>,
    /// Hints shown.
    pub hints: u32,
    /// Whether the key was asked for.
    pub gave_up: bool,
    /// Whether the reader wants to come back to it.
    pub flag: Flag,
    /// Why the reader answered so, in their own words; empty where they did not say.
    pub why: String,
}

/// Whether the reader wants to come back to an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flag {
    /// No.
    #[default]
    Down,
    /// Yes.
    Up,
}

impl Flag {
    /// Up for down and down for up.
    pub fn other(self) -> Self {
        match self {
            Self::Down => Self::Up,
            Self::Up => Self::Down,
        }
    }
}

/// One submitted answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// What was answered.
    pub response: Response,
    /// Hints seen by then.
    pub hints: u32,
    /// How sure the reader was, 1 to 3, if they said so.
    pub sure: Option<u32>,
    /// What it was an answer to, where that is known.
    pub of: Option<Origin>,
}

/// What can be done with an item now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not answered, or the answer may be changed as long as the round lasts.
    Open,
    /// Answered, and it may be answered again: not fully right with tries left, or changed by the author since.
    Again,
    /// Right, out of tries or given up: the key is shown.
    Closed,
}

impl Sitting {
    /// Whether an item earns points in this quiz.
    pub fn is_marked(&self, bundle: &Bundle, item: &Item) -> bool {
        item.is_marked() && bundle.policy.mode == Mode::Score
    }

    /// Whether submitting an answer settles something: it is marked and said to be right or wrong at once. Elsewhere the answer may be
    /// changed as long as the round lasts.
    pub fn settles(&self, bundle: &Bundle, item: &Item) -> bool {
        bundle.policy.feedback == Feedback::Immediate && self.is_marked(bundle, item)
    }

    /// What can be done with an item now.
    pub fn phase(&self, bundle: &Bundle, item: &Item) -> Phase {
        if self.is_finished() {
            return Phase::Closed;
        }
        let Some(answer) = self.answers.get(&item.id).filter(|_| self.settles(bundle, item)) else { return Phase::Open };
        let Some(last) = answer.attempts.last() else {
            return if answer.gave_up { Phase::Closed } else { Phase::Open };
        };
        let tries = item.costs.attempts.unwrap_or(bundle.policy.attempts) as usize;
        let right = marking::mark(item, &bundle.policy, &last.response) == MARK;
        let out = tries != 0 && answer.attempts.len() >= tries;
        match answer.gave_up || !last.is_stale(item) && (right || out) {
            true => Phase::Closed,
            false => Phase::Again,
        }
    }

    /// What an item earned in grains, after costs and before certainty.
    pub fn mark(&self, bundle: &Bundle, item: &Item) -> i64 {
        let Some(answer) = self.answers.get(&item.id).filter(|_| self.is_marked(bundle, item)) else { return 0 };
        let Some(last) = answer.attempts.last() else { return 0 };
        let earlier = u32::try_from(answer.attempts.len() - 1).unwrap_or(u32::MAX);
        let costs = Policy {
            attempt_cost: item.costs.attempt_cost.unwrap_or(bundle.policy.attempt_cost),
            hint_cost: item.costs.hint_cost.unwrap_or(bundle.policy.hint_cost),
            ..Policy::default()
        };
        marking::after_costs(marking::mark(item, &bundle.policy, &last.response), &costs, earlier, last.hints)
    }

    /// What an item counts for in grains, of [`full_mark`]: after costs and certainty.
    pub fn earned(&self, bundle: &Bundle, item: &Item) -> i64 {
        let last = self.answers.get(&item.id).and_then(|answer| answer.attempts.last());
        match last.filter(|_| bundle.policy.confidence == Confidence::Marks && self.is_marked(bundle, item)) {
            Some(last) => marking::with_certainty(self.mark(bundle, item), last.sure.unwrap_or(1)),
            None => self.mark(bundle, item),
        }
    }

    /// The verdict on the last answer to an item, without costs; `None` where there is nothing to say about it (yet).
    pub fn verdict(&self, bundle: &Bundle, item: &Item) -> Option<Verdict> {
        let last = self.answers.get(&item.id)?.attempts.last()?;
        let told = self.is_marked(bundle, item) && (self.settles(bundle, item) || self.is_finished());
        told.then(|| Verdict::of(marking::mark(item, &bundle.policy, &last.response)))
    }

    /// Whether an item earned the full mark, without costs.
    pub fn is_right(&self, bundle: &Bundle, item: &Item) -> bool {
        let last = self.answers.get(&item.id).and_then(|answer| answer.attempts.last());
        last.is_some_and(|last| self.is_marked(bundle, item) && marking::mark(item, &bundle.policy, &last.response) == MARK)
    }

    /// The points so far over all items that count.
    pub fn tally(&self, bundle: &Bundle) -> Tally {
        Tally::of_marks(&self.marks_now(bundle))
    }

    /// The points so far over those of the given items that count.
    pub fn tally_of<'a>(&self, bundle: &Bundle, items: impl IntoIterator<Item = &'a Item>) -> Tally {
        let counts = |item: &&Item| self.is_marked(bundle, item) && self.counted.contains(&item.id);
        let marks = items.into_iter().filter(counts).map(|item| self.mark_of(bundle, item));
        Tally::of_marks(&marks.collect::<Vec<Mark>>())
    }

    /// What every item that counts is worth now.
    pub(super) fn marks_now(&self, bundle: &Bundle) -> Vec<Mark> {
        let counted = self.counted.iter().filter_map(|id| bundle.item(id)).filter(|item| self.is_marked(bundle, item));
        counted.map(|item| self.mark_of(bundle, item)).collect()
    }

    /// What an item is worth now, with its points.
    pub(crate) fn mark_of(&self, bundle: &Bundle, item: &Item) -> Mark {
        let points = i64::from(item.points.in_hundredths());
        Mark { item: item.id.clone(), earned: points * self.earned(bundle, item), possible: points * full_mark(&bundle.policy) }
    }

    /// The items of this sitting that did not earn the full mark, in the order of the file.
    pub fn not_right<'a>(&'a self, bundle: &'a Bundle) -> impl Iterator<Item = &'a Item> {
        let counted = bundle.items.iter().filter(|item| self.counted.contains(&item.id) && self.is_marked(bundle, item));
        counted.filter(|item| self.mark(bundle, item) < MARK)
    }
}

/// What a fully right answer counts for, in grains: three full marks where certainty is marked.
pub fn full_mark(policy: &Policy) -> i64 {
    match policy.confidence {
        Confidence::Marks => 3 * MARK,
        Confidence::Off | Confidence::Calibration => MARK,
    }
}

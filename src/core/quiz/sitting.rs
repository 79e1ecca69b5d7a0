//! A sitting: the state that follows from a bundle and a journal. Folding entries is pure and never fails.

use super::answer::{Answer, Attempt, Phase};
use super::pools;
use super::rebase::{Archived, fits};
use super::result::Outcome;
use crate::bundle::{Back, Bundle, Feedback, Section};
use crate::id::ItemId;
use crate::journal::{Action, Entry, Mark, Response, Running};
use crate::table::Table;

/// Where a reader is and what they have answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The id of the entry that began the sitting; empty before the reader's first action.
    pub id: String,
    /// The revision of the bundle the reader was last told of.
    pub revision: String,
    /// Fixes every order and pool.
    pub seed: u32,
    /// 0 for the first time through, then one more for each retry.
    pub round: u32,
    /// What is on the screen.
    pub step: Step,
    /// What was done, by item.
    pub answers: Table<ItemId, Answer>,
    /// The items of this sitting, in the order shown.
    pub drawn: Vec<ItemId>,
    /// The items of this round, in the order shown; another round may be about some of them only.
    pub pool: Vec<ItemId>,
    /// The items of this round on the reader's path, as far as it is known by now.
    pub asked: Vec<ItemId>,
    /// The items that count: those on the path of the last round through all.
    pub counted: Vec<ItemId>,
    /// The first try at each item, from the first round.
    pub tries: Table<ItemId, Attempt>,
    /// Answers that fit no question of this bundle any more.
    pub archive: Vec<Archived>,
    /// What counted when the round was finished.
    pub marks: Vec<Mark>,
    /// The result of the first round, once it is finished.
    pub first: Option<Outcome>,
    /// The result after the latest retry, once one is finished.
    pub latest: Option<Outcome>,
    /// How many sittings were begun before this one.
    pub earlier: u32,
    /// The clock, where there is a time limit.
    pub clock: Clock,
}

/// The clock of a sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Whether it runs.
    pub running: Running,
    /// How many times the limit was extended by its own length.
    pub extended: u32,
    /// Milliseconds spent up to the latest entry; time while the page was closed is not among them.
    pub spent: u64,
    /// What the page's clock said at the latest entry.
    pub seen: u64,
    /// The same for each section that has a limit of its own and was met.
    pub parts: Table<ItemId, PartClock>,
}

/// The clock of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartClock {
    /// How many times its limit was extended by its own length.
    pub extended: u32,
    /// Milliseconds spent in it up to the latest entry.
    pub spent: u64,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A question.
    Item(ItemId),
    /// The result and the review.
    Result,
}

impl Sitting {
    /// Nothing done yet. `seed` is what the first entry will fix.
    pub fn new(bundle: &Bundle, seed: u32) -> Self {
        Self::begin(bundle, seed, 0, &[])
    }

    /// A new sitting after `earlier`, before its first entry.
    pub(super) fn begun_again(bundle: &Bundle, seed: u32, earlier: &Self) -> Self {
        Self::begin(bundle, seed, earlier.earlier + u32::from(!earlier.id.is_empty()), &[])
    }

    /// A sitting of which only seed and answers are known, before its answers are put in.
    pub(super) fn shared(bundle: &Bundle, seed: u32, earlier: u32) -> Self {
        Self::begin(bundle, seed, earlier, &[])
    }

    /// Ends a sitting whose answers were put in.
    pub(super) fn close(&mut self, bundle: &Bundle) {
        self.walk(bundle);
        self.finish(bundle, None);
    }

    fn begin(bundle: &Bundle, seed: u32, earlier: u32, known: &[ItemId]) -> Self {
        let drawn = pools::drawn(bundle, seed, earlier, known);
        let mut sitting = Self {
            id: String::new(),
            revision: bundle.revision.clone(),
            seed,
            round: 0,
            step: Step::Result,
            answers: Table::default(),
            pool: drawn.clone(),
            drawn,
            asked: Vec::new(),
            counted: Vec::new(),
            tries: Table::default(),
            archive: Vec::new(),
            marks: Vec::new(),
            first: None,
            latest: None,
            earlier,
            clock: Clock::default(),
        };
        sitting.walk(bundle);
        sitting.step = sitting.asked.first().cloned().map_or(Step::Result, Step::Item);
        sitting
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
        if let Action::Start { seed, revision, drawn } = &entry.action {
            let earlier = if self.id.is_empty() { 0 } else { self.earlier + 1 };
            let begun = Self::begin(bundle, *seed, earlier, drawn);
            *self = Self { id: entry.id.clone(), revision: revision.clone(), ..begun };
            self.clock.seen = entry.ms;
            return;
        }
        let timed = self.timed(bundle).map(|section| section.id.clone());
        if self.act(bundle, &entry.action).is_some() {
            let spent = if entry.ms >= self.clock.seen { entry.ms - self.clock.seen } else { entry.ms };
            self.clock.seen = entry.ms;
            let clock = match &timed {
                Some(section) => &mut self.clock.parts.get_or_default(section).spent,
                None => &mut self.clock.spent,
            };
            *clock = clock.saturating_add(spent);
        }
    }

    /// The section on the screen, where it has a time limit of its own.
    fn timed<'a>(&self, bundle: &'a Bundle) -> Option<&'a Section> {
        let Step::Item(item) = &self.step else { return None };
        let section = bundle.item(item)?.section.as_ref()?;
        bundle.sections.iter().find(|known| known.id == *section && known.time.is_some())
    }

    /// Seconds that the reader has for the section on the screen or for the whole quiz, and milliseconds spent of them up to the latest
    /// entry; nothing where there is no limit here, or the clock is off.
    pub fn limit(&self, bundle: &Bundle) -> Option<(i64, u64)> {
        let time = bundle.policy.time.as_ref().filter(|_| self.clock.running == Running::On && !self.is_finished())?;
        let (seconds, extended, spent) = match self.timed(bundle) {
            Some(section) => {
                let part = self.clock.parts.get(&section.id).cloned().unwrap_or_default();
                (section.time?, part.extended, part.spent)
            }
            None => (time.seconds, self.clock.extended, self.clock.spent),
        };
        (seconds > 0).then(|| (i64::from(seconds) * (1 + i64::from(extended)), spent))
    }

    /// Whether the time of an exam is over, here: answers can no longer be changed, and what is picked counts. More time opens them again.
    pub fn is_over(&self, bundle: &Bundle) -> bool {
        let over = |(seconds, spent): (i64, u64)| spent / 1000 >= u64::try_from(seconds).unwrap_or_default();
        bundle.policy.feedback == Feedback::Exam && self.limit(bundle).is_some_and(over)
    }

    /// What an action within the sitting changes; `None` where it does not apply.
    pub(super) fn act(&mut self, bundle: &Bundle, action: &Action) -> Option<()> {
        match action {
            Action::Draft { item, response, sure } => {
                if !response.is_empty() && bundle.item(item).is_none_or(|known| !fits(known, response)) {
                    return self.put_away(item, response, "");
                }
                if self.is_over(bundle) {
                    return None;
                }
                let answer = self.open_answer(bundle, item)?;
                (answer.draft, answer.sure) = (Some(response.clone()), *sure);
            }
            Action::Commit { item, response, sure, of } if !response.is_empty() => {
                let attempt = Attempt { response: response.clone(), hints: 0, sure: *sure, of: of.clone() };
                self.commit(bundle, item, attempt)?;
            }
            Action::Hint { item, number } => {
                let known = bundle.item(item).filter(|_| bundle.policy.feedback != Feedback::Exam)?.hints;
                let answer = self.open_answer(bundle, item).filter(|_| *number <= known)?;
                answer.hints = answer.hints.max(*number);
            }
            Action::Giveup { item } => {
                let answer = self.open_answer(bundle, item).filter(|_| bundle.policy.feedback == Feedback::Immediate)?;
                answer.gave_up = true;
                answer.draft = None;
                self.rewalk(bundle);
            }
            Action::Explain { item, text } => {
                bundle.item(item)?;
                self.answers.get_or_default(item).why = text.clone();
            }
            Action::Flag { item } => {
                bundle.item(item)?;
                let flag = &mut self.answers.get_or_default(item).flag;
                *flag = flag.other();
            }
            Action::Goto { item } if !self.is_finished() && self.asked.contains(item) => self.step = Step::Item(item.clone()),
            Action::Finish { marks } if !self.is_finished() => self.finish(bundle, marks.as_deref()),
            Action::Retry { items } if self.is_finished() => self.retry(bundle, items)?,
            Action::Rebase { to, .. } => self.revision = to.clone(),
            Action::Extend {} => {
                let extended = match self.timed(bundle).map(|section| &section.id) {
                    Some(section) => &mut self.clock.parts.get_or_default(section).extended,
                    None => &mut self.clock.extended,
                };
                *extended = extended.saturating_add(1);
            }
            Action::Clock { running } => self.clock.running = *running,
            _ => return None,
        }
        Some(())
    }

    /// Whether the result is shown.
    pub fn is_finished(&self) -> bool {
        self.step == Step::Result
    }

    /// What is picked or answered now.
    pub fn response(&self, item: &ItemId) -> Option<&Response> {
        let answer = self.answers.get(item)?;
        answer.draft.as_ref().or_else(|| answer.attempts.last().map(|attempt| &attempt.response))
    }

    /// How sure the reader says they are of what is picked or answered now: 1 not sure, 2 fairly sure, 3 sure.
    pub fn sure(&self, item: &ItemId) -> Option<u32> {
        let answer = self.answers.get(item)?;
        answer.sure.or_else(|| answer.attempts.last().and_then(|attempt| attempt.sure))
    }

    /// Whether the item lies behind the reader, who may not go back.
    fn is_behind(&self, bundle: &Bundle, item: &ItemId) -> bool {
        let place = |id: &ItemId| self.asked.iter().position(|asked| asked == id);
        bundle.policy.back == Back::Never && place(item) < self.position()
    }

    /// Whether the reader may go to the item.
    pub fn may_go(&self, bundle: &Bundle, item: &ItemId) -> bool {
        self.asked.contains(item) && !self.is_behind(bundle, item)
    }

    /// The item's answer where it may still be changed.
    fn open_answer(&mut self, bundle: &Bundle, item: &ItemId) -> Option<&mut Answer> {
        let known = bundle.item(item)?;
        let open = !self.is_finished() && self.pool.contains(item) && self.phase(bundle, known) != Phase::Closed;
        open.then(|| self.answers.get_or_default(item))
    }

    fn commit(&mut self, bundle: &Bundle, item: &ItemId, mut attempt: Attempt) -> Option<()> {
        let Some(known) = bundle.item(item).filter(|known| self.takes(known, &attempt)) else {
            let words = attempt.of.map(|of| of.words).unwrap_or_default();
            return self.put_away(item, &attempt.response, &words);
        };
        // Whether an answer to an earlier version came in time cannot be told by the present key.
        if self.is_finished() || !attempt.is_stale(known) && self.phase(bundle, known) == Phase::Closed {
            return None;
        }
        let picked = self.answers.get(item).and_then(|answer| answer.draft.as_ref());
        if self.is_over(bundle) && picked != Some(&attempt.response) {
            return None;
        }
        let settles = self.settles(bundle, known);
        let answer = self.answers.get_or_default(item);
        attempt.hints = answer.hints;
        (answer.draft, answer.sure) = (None, None);
        if !settles {
            answer.attempts.clear();
        }
        answer.attempts.push(attempt.clone());
        if self.round == 0 && answer.attempts.len() == 1 {
            self.tries.insert(item.clone(), attempt);
        }
        self.rewalk(bundle);
        if self.asked.contains(item) {
            self.step = Step::Item(item.clone());
        }
        Some(())
    }

    fn finish(&mut self, bundle: &Bundle, marks: Option<&[Mark]>) {
        self.marks = match marks {
            None => self.marks_now(bundle),
            Some(marks) => marks.iter().map(|mark| self.kept_mark(bundle, mark)).collect(),
        };
        let outcome = Outcome::new(bundle, super::Tally::of_marks(&self.marks));
        self.step = Step::Result;
        match self.first {
            None => self.first = Some(outcome),
            Some(_) => self.latest = Some(outcome),
        }
    }

    fn retry(&mut self, bundle: &Bundle, items: &[ItemId]) -> Option<()> {
        let again: Vec<ItemId> = self.drawn.iter().filter(|id| items.contains(id) && bundle.item(id).is_some()).cloned().collect();
        again.first()?;
        for id in &again {
            self.answers.remove(id);
        }
        self.round += 1;
        self.pool = pools::ordered(bundle, &again, self.seed, self.round);
        self.walk(bundle);
        self.step = self.asked.first().cloned().map_or(Step::Result, Step::Item);
        Some(())
    }
}

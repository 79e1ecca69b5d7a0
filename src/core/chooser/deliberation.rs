//! A deliberation: the state that follows from a chooser and a journal. Folding entries is pure and never fails.
//!
//! It holds what the reader said, never what follows from it: evidence is worked out when it is shown.

use super::bundle::{Chooser, Engine, MAX_CONCERNS, Report, Takes};
use super::journal::{Action, Course, Holds, Phase, Screen};
use crate::id::{ItemId, OptionId};
use crate::journal::Entry;
use crate::table::Table;

/// The four checks of decisional conflict.
pub const CHECKS: usize = 4;

/// The names a reader's own concerns have.
pub const CONCERNS: [&str; MAX_CONCERNS] = ["own-1", "own-2"];

/// What a reader has said and where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deliberation {
    /// The id of the entry that began the sitting; empty before the reader's first action.
    pub id: String,
    /// The revision of the bundle at that time.
    pub revision: String,
    /// Fixes sides and ties.
    pub seed: u32,
    /// What is on the screen.
    pub screen: Screen,
    /// What leaves the device.
    pub report: Report,
    /// The gut before and after.
    pub gut: Phased<Gut>,
    /// The four checks before and after; none where not said.
    pub checks: Phased<[Option<Holds>; CHECKS]>,
    /// How much each dimension matters, 0 to 4; what is not in it was not rated.
    pub ratings: Table<ItemId, u32>,
    /// The reader's own concerns, in the order of adding.
    pub concerns: Vec<Concern>,
    /// What was answered to each fact.
    pub facts: Table<ItemId, Holds>,
    /// Pairs answered or skipped, in the order in which they were first.
    pub pairs: Vec<Given>,
    /// What was chosen in each question of a profile.
    pub answers: Table<ItemId, Vec<OptionId>>,
    /// What settled a tie; none as long as nobody was asked.
    pub tiebreak: Option<Settled>,
    /// When the evidence was first shown, in milliseconds since 1970; none before.
    pub revealed: Option<i64>,
    /// Pairs and questions as they were before each change made after that, the latest last.
    pub changes: Vec<Changed>,
    /// Poles whose preview was opened.
    pub previews: Vec<ItemId>,
    /// What was chosen, the latest last.
    pub choices: Vec<Chosen>,
    /// Steps left out of the experiment, as `plan.step`.
    pub dropped: Vec<String>,
    /// Each time the reader said how it goes.
    pub checkins: Vec<Checkin>,
    /// Finished sittings before this one, the latest last.
    pub earlier: Vec<Earlier>,
}

/// Something said before and after the evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phased<T> {
    /// Before.
    pub before: T,
    /// After.
    pub after: T,
}

impl<T> Phased<T> {
    /// What was said in that phase.
    pub fn at(&self, phase: Phase) -> &T {
        match phase {
            Phase::Before => &self.before,
            Phase::After => &self.after,
        }
    }

    fn at_mut(&mut self, phase: Phase) -> &mut T {
        match phase {
            Phase::Before => &mut self.before,
            Phase::After => &mut self.after,
        }
    }
}

/// What the gut says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gut {
    /// 0 wholly pole A to 100 wholly pole B; none where not said.
    pub lean: Option<u32>,
    /// How sure, 1 to 4; none where not said.
    pub sure: Option<u32>,
}

/// A concern of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concern {
    /// `own-1` or `own-2`.
    pub id: ItemId,
    /// In their words.
    pub label: String,
    /// How much it matters, 0 to 4.
    pub rating: u32,
    /// Which pole serves it: 0 much more A to 3 much more B; none where not said.
    pub answer: Option<u32>,
}

/// A pair that was answered or skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which pair.
    pub pair: ItemId,
    /// 0 much more A to 3 much more B; none where it was skipped.
    pub answer: Option<u32>,
    /// The pair's hash at that time.
    pub hash: String,
}

/// What an answer was before a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A pair's answer.
    Pair(ItemId, Option<u32>),
    /// A question's options.
    Answer(ItemId, Vec<OptionId>),
}

/// What a reader said when asked among tied outcomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// They weigh the same.
    Equally,
    /// This one comes first.
    For(ItemId),
}

/// A choice and its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// A pole, or in a profile a plan; none for "not yet".
    pub choice: Option<ItemId>,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// A time the reader said how it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkin {
    /// What they will do.
    pub course: Course,
    /// In their words.
    pub note: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// What is kept of a finished sitting to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// When its evidence was shown, in milliseconds since 1970.
    pub at: i64,
    /// How much each dimension mattered.
    pub ratings: Table<ItemId, u32>,
    /// What was answered to pairs.
    pub pairs: Vec<Given>,
    /// What was answered to a profile's questions.
    pub answers: Table<ItemId, Vec<OptionId>>,
    /// What was chosen last, if anything.
    pub choice: Option<Chosen>,
}

impl Deliberation {
    /// Nothing said yet. `seed` is what the first entry will fix.
    pub fn new(chooser: &Chooser, seed: u32) -> Self {
        Self {
            id: String::new(),
            revision: chooser.head.revision.clone(),
            seed,
            screen: Screen::Start,
            report: chooser.report,
            gut: Phased::default(),
            checks: Phased::default(),
            ratings: Table::default(),
            concerns: Vec::new(),
            facts: Table::default(),
            pairs: Vec::new(),
            answers: Table::default(),
            tiebreak: None,
            revealed: None,
            changes: Vec::new(),
            previews: Vec::new(),
            choices: Vec::new(),
            dropped: Vec::new(),
            checkins: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// The state after all `entries`.
    pub fn fold<'a>(chooser: &Chooser, seed: u32, entries: impl IntoIterator<Item = &'a Entry<Action>>) -> Self {
        let mut state = Self::new(chooser, seed);
        for entry in entries {
            state.apply(chooser, entry);
        }
        state
    }

    /// Takes one entry in. An entry that does not apply changes nothing.
    pub fn apply(&mut self, chooser: &Chooser, entry: &Entry<Action>) {
        if let Action::Start { seed, revision } = &entry.action {
            let earlier = self.closed();
            *self = Self { id: entry.id.clone(), revision: revision.clone(), earlier, ..Self::new(chooser, *seed) };
        } else {
            self.act(chooser, &entry.action, entry.at);
        }
    }

    /// The finished sittings once this one is over; one without evidence leaves nothing to compare.
    fn closed(&self) -> Vec<Earlier> {
        let mut earlier = self.earlier.clone();
        earlier.extend(self.revealed.map(|at| Earlier {
            at,
            ratings: self.ratings.clone(),
            pairs: self.pairs.clone(),
            answers: self.answers.clone(),
            choice: self.choices.last().cloned(),
        }));
        earlier
    }

    /// What an action at a moment changes; `None` where it does not apply.
    pub(super) fn act(&mut self, chooser: &Chooser, action: &Action, at: i64) -> Option<()> {
        match action {
            Action::Goto { screen } => self.screen = self.known(chooser, screen)?,
            Action::Gut { phase, lean, sure } => {
                self.open(*phase)?;
                let fits = lean.is_none_or(|lean| lean <= 100) && sure.is_none_or(|sure| (1..=4).contains(&sure));
                *self.gut.at_mut(*phase) = fits.then_some(Gut { lean: *lean, sure: *sure })?;
            }
            Action::Sure { phase, check, holds } => {
                self.open(*phase)?;
                let at = usize::try_from(*check).ok()?.checked_sub(1)?;
                *self.checks.at_mut(*phase).get_mut(at)? = Some(*holds);
            }
            Action::Weigh { dimension, rating } => {
                chooser.adaptive()?.dimensions.contains(dimension).then_some(())?;
                (*rating <= 4).then(|| self.ratings.insert(dimension.clone(), *rating))?;
            }
            Action::Concern { concern, label, rating, answer } => {
                chooser.adaptive()?;
                (CONCERNS.contains(&concern.as_str()) && *rating <= 4 && answer.is_none_or(|answer| answer <= 3)).then_some(())?;
                let now = Concern { id: concern.clone(), label: label.clone(), rating: *rating, answer: *answer };
                match self.concerns.iter_mut().find(|known| known.id == *concern) {
                    Some(known) => *known = now,
                    None => self.concerns.push(now),
                }
            }
            Action::Drop { concern } => self.concerns.retain(|known| known.id != *concern),
            Action::Fact { fact, holds } => {
                chooser.adaptive()?.facts.iter().find(|known| known.id == *fact)?;
                self.facts.insert(fact.clone(), *holds);
            }
            Action::Pair { pair, answer, hash } => {
                chooser.adaptive()?.pair(pair)?;
                answer.is_none_or(|answer| answer <= 3).then_some(())?;
                self.pair(Given { pair: pair.clone(), answer: *answer, hash: hash.clone() });
            }
            Action::Answer { question, options } => self.answer(chooser, question, options)?,
            Action::Tiebreak { outcome } => {
                let known = |id: &ItemId| chooser.weighted().is_some_and(|weighted| weighted.outcome(id).is_some());
                outcome.as_ref().is_none_or(known).then_some(())?;
                self.tiebreak = Some(outcome.clone().map_or(Settled::Equally, Settled::For));
            }
            Action::Reveal {} => {
                self.revealed.get_or_insert(at);
                self.screen = Screen::Reveal;
            }
            Action::Undo {} => self.undo()?,
            Action::Preview { pole } => {
                chooser.adaptive()?.pole(pole)?;
                (!self.previews.contains(pole)).then(|| self.previews.push(pole.clone()))?;
            }
            Action::Choose { choice } => {
                choice.as_ref().is_none_or(|choice| is_choice(chooser, choice)).then_some(())?;
                self.choices.push(Chosen { choice: choice.clone(), at });
            }
            Action::Plan { plan, step, holds } => {
                chooser.plan(plan)?.steps.iter().find(|known| known.id == *step)?;
                let name = format!("{plan}.{step}");
                self.dropped.retain(|known| *known != name);
                if *holds == Holds::No {
                    self.dropped.push(name);
                }
            }
            Action::Checkin { course, note } => self.checkins.push(Checkin { course: *course, note: note.clone(), at }),
            Action::Report { level } => self.report = (*level).min(chooser.report),
            Action::Start { .. } | Action::Void { .. } => return None,
        }
        Some(())
    }

    /// The gut before the evidence is closed once it is shown; the gut after it opens then.
    fn open(&self, phase: Phase) -> Option<()> {
        (self.revealed.is_some() == (phase == Phase::After)).then_some(())
    }

    /// The screen, if this chooser has it and the reader may be there.
    fn known(&self, chooser: &Chooser, screen: &Screen) -> Option<Screen> {
        let there = match (screen, &chooser.engine) {
            (Screen::Start, _) => true,
            (Screen::Ask(id), Engine::Adaptive(adaptive)) => adaptive.pair(id).is_some(),
            (Screen::Ask(id), Engine::Profile(weighted)) => weighted.question(id).is_some(),
            (Screen::Poles | Screen::Matters, Engine::Adaptive(_)) => true,
            (Screen::Tiebreak, Engine::Profile(weighted)) => weighted.tiebreak.is_some(),
            (Screen::After, Engine::Adaptive(_)) => self.revealed.is_some(),
            (Screen::Reveal | Screen::Choose | Screen::Revisit, _) => self.revealed.is_some(),
            (Screen::Poles | Screen::Matters | Screen::After, Engine::Profile(_)) | (Screen::Tiebreak, Engine::Adaptive(_)) => false,
        };
        there.then(|| screen.clone())
    }

    fn pair(&mut self, now: Given) {
        let known = self.pairs.iter_mut().find(|given| given.pair == now.pair);
        if self.revealed.is_some() && known.as_ref().is_some_and(|known| known.answer != now.answer) {
            let before = known.as_ref().and_then(|known| known.answer);
            self.changes.push(Changed::Pair(now.pair.clone(), before));
        }
        match known {
            Some(known) => *known = now,
            None => self.pairs.push(now),
        }
    }

    fn answer(&mut self, chooser: &Chooser, question: &ItemId, options: &[OptionId]) -> Option<()> {
        let known = chooser.weighted()?.question(question)?;
        let chosen: Vec<OptionId> = known.options.iter().map(|option| &option.id).filter(|id| options.contains(id)).cloned().collect();
        let fits = chosen.len() == options.len() && (known.takes == Takes::Many || chosen.len() == 1);
        fits.then_some(())?;
        let before = self.answers.get(question).filter(|before| self.revealed.is_some() && **before != chosen);
        self.changes.extend(before.map(|before| Changed::Answer(question.clone(), before.clone())));
        self.answers.insert(question.clone(), chosen);
        Some(())
    }

    fn undo(&mut self) -> Option<()> {
        match self.changes.pop()? {
            Changed::Pair(pair, before) => self.pairs.iter_mut().find(|given| given.pair == pair)?.answer = before,
            Changed::Answer(question, before) => self.answers.insert(question, before),
        }
        Some(())
    }

    /// What was answered to a pair: nothing yet, skipped, or 0 to 3.
    pub fn given(&self, pair: &ItemId) -> Option<&Given> {
        self.pairs.iter().find(|given| given.pair == *pair)
    }
}

/// Whether it is something a reader of this chooser can choose: a pole, or in a profile a plan.
fn is_choice(chooser: &Chooser, id: &ItemId) -> bool {
    match &chooser.engine {
        Engine::Adaptive(adaptive) => adaptive.pole(id).is_some(),
        Engine::Profile(_) => chooser.plan(id).is_some(),
    }
}

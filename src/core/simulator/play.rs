//! The state of a play: a fold over the reader's actions.

use super::{Action, Simulator};
use crate::id::{ItemId, OptionId};
use crate::table::Table;

/// Where a reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Play {
    /// The id of the entry that began it; empty before the first.
    pub id: String,
    /// The bundle's revision at that time.
    pub revision: String,
    /// Its luck: world 0 of this seed.
    pub seed: u32,
    /// Which start it had; the usual one where none is named.
    pub from: Option<ItemId>,
    /// The places of the chosen options, one a turn played.
    pub choices: Vec<usize>,
    /// The option picked on the present card, not decided for.
    pub picked: Option<OptionId>,
    /// Steps the reader took back.
    pub undone: u32,
    /// Parameters the reader moved, in thousandths of their range; see [`super::Param::at`].
    pub assumed: Table<ItemId, u32>,
    /// How many plays were begun before this one.
    pub earlier: u32,
    /// Whether the reader has seen the end.
    pub finished: bool,
}

/// What comes next in a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing is begun: the introduction.
    Intro,
    /// The card at this place is to be decided.
    Card(usize),
    /// All cards are decided: the end, where the points stand.
    End,
    /// The reader has seen the end: the debrief.
    Debrief,
}

impl Play {
    /// The state after actions, each with the id of its entry.
    pub fn fold<'a>(simulator: &Simulator, actions: impl IntoIterator<Item = (&'a str, &'a Action)>) -> Self {
        let mut play = Self::default();
        for (id, action) in actions {
            play.apply(simulator, id, action);
        }
        play
    }

    /// The state after one more action. What does not apply changes nothing.
    pub fn apply(&mut self, simulator: &Simulator, id: &str, action: &Action) {
        match action {
            Action::Start { revision, seed, from } => self.begin(id, revision, *seed, from.clone()),
            Action::Retry { seed } if self.is_begun() => {
                let (revision, assumed) = (self.revision.clone(), std::mem::take(&mut self.assumed));
                self.begin(id, &revision, *seed, self.from.clone());
                self.assumed = assumed;
            }
            Action::Draft { card, option } => {
                if self.due(simulator, card, option).is_some() {
                    self.picked = Some(option.clone());
                }
            }
            Action::Commit { card, option } => {
                if let Some(place) = self.due(simulator, card, option) {
                    self.choices.push(place);
                    self.picked = None;
                }
            }
            Action::Undo {} if !self.finished && self.choices.pop().is_some() => {
                self.picked = None;
                self.undone += 1;
            }
            Action::Assume { param, permille } if self.is_begun() && simulator.params.iter().any(|known| known.id == *param) => {
                match permille {
                    500 => self.assumed.remove(param),
                    _ => self.assumed.insert(param.clone(), (*permille).min(1000)),
                }
            }
            Action::Finish {} if self.phase(simulator) == Phase::End => self.finished = true,
            Action::Undo {} | Action::Assume { .. } | Action::Finish {} | Action::Retry { .. } | Action::Void { .. } => {}
        }
    }

    /// The place of an option, if its card is the one whose turn it is.
    fn due(&self, simulator: &Simulator, card: &ItemId, option: &OptionId) -> Option<usize> {
        let Phase::Card(turn) = self.phase(simulator) else { return None };
        simulator.cards.get(turn).filter(|due| due.id == *card)?.place(option)
    }

    /// What comes next.
    pub fn phase(&self, simulator: &Simulator) -> Phase {
        match self.choices.len() {
            _ if !self.is_begun() => Phase::Intro,
            _ if self.finished => Phase::Debrief,
            played if played < simulator.turns() => Phase::Card(played),
            _ => Phase::End,
        }
    }

    fn is_begun(&self) -> bool {
        !self.id.is_empty()
    }

    fn begin(&mut self, id: &str, revision: &str, seed: u32, from: Option<ItemId>) {
        let earlier = self.earlier + u32::from(self.is_begun());
        *self = Self { id: id.to_owned(), revision: revision.to_owned(), seed, from, earlier, ..Self::default() };
    }
}

//! What is said of a profile: a leader, a close call, a tie shown as a tie, or nothing that stands out.

use super::deciding::{self, Deciding};
use super::totals::Totals;
use crate::chooser::bundle::{Chooser, Weighted};
use crate::chooser::deliberation::{Deliberation, Settled};
use crate::id::ItemId;

/// Where the middle and the high part of an outcome's range begin, in thousandths.
const LEVELS: (i64, i64) = (340, 670);

/// What is said of the answers to a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Questions answered.
    pub answered: usize,
    /// What is said.
    pub state: State,
    /// Every outcome, the strongest first; equal ones in the order of the file.
    pub ranked: Vec<Ranked>,
    /// The single answers that would end the lead, in the order of the file.
    pub deciding: Vec<Deciding>,
    /// The least number of changed answers that would end the lead; none where there is no sole leader or nothing ends its lead.
    pub distance: Option<usize>,
}

/// What is said of the answers to a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// So many answers are missing before anything is said.
    Open(usize),
    /// No outcome stands out; the first two of the ranking are named softly.
    None,
    /// So many outcomes lead together, the first ones of the ranking, all to be shown alike.
    Tie(usize),
    /// One leads, and one changed answer would end it.
    Close,
    /// One leads, and it takes two changed answers or more to end it.
    Clear,
}

/// An outcome in the ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Which outcome.
    pub outcome: ItemId,
    /// Its place, counted from 1; equal ones have the same.
    pub place: usize,
    /// Its share of its range, or its points, in thousandths.
    pub share: i64,
    /// The part of its range.
    pub level: Level,
}

/// A part of an outcome's range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// From 0.
    Low,
    /// From 0.34.
    Mid,
    /// From 0.67.
    High,
}

impl Level {
    /// The name as in the author's file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Mid => "mid",
            Self::High => "high",
        }
    }

    fn of(thousandths: i64) -> Self {
        match thousandths {
            share if share >= LEVELS.1 => Self::High,
            share if share >= LEVELS.0 => Self::Mid,
            _ => Self::Low,
        }
    }
}

impl Deliberation {
    /// What is said of the answers; `None` in an adaptive chooser.
    pub fn standing(&self, chooser: &Chooser) -> Option<Standing> {
        let weighted = chooser.weighted()?;
        let totals = Totals::of(weighted, &self.answers);
        let answered = weighted.questions.iter().filter(|question| self.answers.get(&question.id).is_some()).count();
        let leaders = totals.leaders();
        let settled = self.settled(weighted, &leaders);
        let sole = settled.or(leaders.first().copied().filter(|_| leaders.len() == 1));
        let missing = usize::try_from(weighted.min).unwrap_or(usize::MAX).saturating_sub(answered);
        let said = missing == 0 && !totals.is_none(weighted.floor);
        let leader = sole.filter(|_| said);
        let distance = leader.and_then(|leader| match settled {
            Some(_) => Some(1),
            None => deciding::distance(weighted, &self.answers, leader),
        });
        let state = match (missing, leader) {
            (1.., _) => State::Open(missing),
            (0, Some(_)) if distance == Some(1) => State::Close,
            (0, Some(_)) => State::Clear,
            (0, None) if said => State::Tie(leaders.len()),
            (0, None) => State::None,
        };
        let deciding = leader.filter(|_| settled.is_none()).map(|leader| deciding::deciding(weighted, &self.answers, leader));
        Some(Standing { answered, state, ranked: ranked(weighted, &totals, sole), deciding: deciding.unwrap_or_default(), distance })
    }

    /// Whether the question among tied outcomes is to be asked: there is one, it was not answered, and outcomes are tied.
    pub fn is_tied(&self, chooser: &Chooser) -> bool {
        let asks = chooser.weighted().is_some_and(|weighted| weighted.tiebreak.is_some()) && self.tiebreak.is_none();
        asks && self.standing(chooser).is_some_and(|standing| matches!(standing.state, State::Tie(_)))
    }

    /// The leader among tied ones that the reader named, if its tie still stands.
    fn settled(&self, weighted: &Weighted, leaders: &[usize]) -> Option<usize> {
        match &self.tiebreak {
            Some(Settled::For(outcome)) if leaders.len() > 1 => {
                leaders.iter().copied().find(|leader| weighted.outcomes.get(*leader).is_some_and(|known| known.id == *outcome))
            }
            _ => None,
        }
    }
}

/// The outcomes by S, the sole leader first.
fn ranked(weighted: &Weighted, totals: &Totals, sole: Option<usize>) -> Vec<Ranked> {
    let mut order: Vec<usize> = (0..weighted.outcomes.len()).collect();
    order.sort_by(|a, b| totals.compare(*b, *a).then((sole == Some(*b)).cmp(&(sole == Some(*a)))));
    let mut out: Vec<Ranked> = Vec::new();
    for (n, k) in order.iter().enumerate() {
        let level_with = order.get(n.wrapping_sub(1)).filter(|before| totals.compare(**before, *k).is_eq() && sole != Some(**before));
        let place = level_with.and(out.last()).map_or(n + 1, |before| before.place);
        let share = totals.thousandths(*k);
        let outcome = weighted.outcomes[*k].id.clone();
        out.push(Ranked { outcome, place, share, level: Level::of(share) });
    }
    out
}

//! How far the lead is from ending: the least number of answers to change, and the single answers that would do it.
//!
//! For a leader o and a rival p, D = S_o - S_p is linear in the answers. With g_q the most that changing question q alone lowers D, the
//! least number of changes that ends the lead over p is the least count of the greatest g whose sum reaches D: greedy is exact.

use super::totals::{Totals, weights};
use crate::chooser::bundle::{Score, Takes, Weighted};
use crate::id::{ItemId, OptionId};
use crate::table::Table;

/// A single answer that would end the lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deciding {
    /// Which question.
    pub question: ItemId,
    /// The answer that would do it.
    pub options: Vec<OptionId>,
    /// Who would lead then: one outcome, or several tied ones.
    pub leaders: Vec<ItemId>,
}

/// A change of one question: how much it lowers D, and the answer that does.
struct Change<'a> {
    question: &'a ItemId,
    drop: i128,
    options: Vec<OptionId>,
}

/// The least number of changed answers that ends the sole lead of `leader`; `None` where none does.
pub fn distance(weighted: &Weighted, answers: &Table<ItemId, Vec<OptionId>>, leader: usize) -> Option<usize> {
    let totals = Totals::of(weighted, answers);
    let rivals = (0..weighted.outcomes.len()).filter(|rival| *rival != leader);
    rivals.filter_map(|rival| least(lead(&totals, leader, rival), &changes(weighted, answers, &totals, leader, rival))).min()
}

/// The single answers that would end the sole lead of `leader`, in the order of the file; for each question the one that goes furthest.
pub fn deciding(weighted: &Weighted, answers: &Table<ItemId, Vec<OptionId>>, leader: usize) -> Vec<Deciding> {
    let totals = Totals::of(weighted, answers);
    let mut best: Table<ItemId, (i128, Vec<OptionId>)> = Table::default();
    for rival in (0..weighted.outcomes.len()).filter(|rival| *rival != leader) {
        let lead = lead(&totals, leader, rival);
        for change in changes(weighted, answers, &totals, leader, rival) {
            let beyond = change.drop - lead;
            let further = best.get(change.question).is_none_or(|(known, _)| beyond > *known);
            if beyond >= 0 && further {
                best.insert(change.question.clone(), (beyond, change.options));
            }
        }
    }
    let decide = |question: &ItemId| {
        let (_, options) = best.get(question)?;
        let mut changed = answers.clone();
        changed.insert(question.clone(), options.clone());
        let leaders = Totals::of(weighted, &changed).leaders().into_iter();
        let leaders = leaders.filter_map(|k| weighted.outcomes.get(k)).map(|outcome| outcome.id.clone()).collect();
        Some(Deciding { question: question.clone(), options: options.clone(), leaders })
    };
    weighted.questions.iter().filter_map(|question| decide(&question.id)).collect()
}

/// The denominators of the shares of two outcomes; 1 for points and for an outcome that no answered question touches.
fn scales(totals: &Totals, leader: usize, rival: usize) -> (i128, i128) {
    (i128::from(totals.fraction(leader).1), i128::from(totals.fraction(rival).1))
}

/// D times both denominators.
fn lead(totals: &Totals, leader: usize, rival: usize) -> i128 {
    let ((on, od), (pn, pd)) = (totals.fraction(leader), totals.fraction(rival));
    i128::from(on) * i128::from(pd) - i128::from(pn) * i128::from(od)
}

/// The changes of each answered question that lower D most, in units of [`lead`].
fn changes<'a>(
    weighted: &'a Weighted,
    answers: &Table<ItemId, Vec<OptionId>>,
    totals: &Totals,
    leader: usize,
    rival: usize,
) -> Vec<Change<'a>> {
    let (leader_scale, rival_scale) = scales(totals, leader, rival);
    let untouched = |k: usize| totals.score == Score::Share && totals.of.get(k).is_some_and(|total| total.hi == total.lo);
    let mut out = Vec::new();
    for question in &weighted.questions {
        let Some(chosen) = answers.get(&question.id) else { continue };
        let worth = |row: &Vec<i64>| {
            let of = |k: usize| if untouched(k) { 0 } else { i128::from(row[k]) };
            of(leader) * rival_scale - of(rival) * leader_scale
        };
        let worths: Vec<i128> = weights(weighted, question).iter().map(worth).collect();
        let options = || question.options.iter().map(|option| &option.id).zip(&worths);
        let now: i128 = options().filter(|(id, _)| chosen.contains(id)).map(|(_, worth)| worth).sum();
        let (then, picked): (i128, Vec<OptionId>) = match question.takes {
            Takes::One => match options().min_by_key(|(_, worth)| **worth) {
                Some((id, worth)) => (*worth, vec![id.clone()]),
                None => continue,
            },
            Takes::Many => {
                let lowering = || options().filter(|(_, worth)| **worth < 0);
                (lowering().map(|(_, worth)| worth).sum(), lowering().map(|(id, _)| id.clone()).collect())
            }
        };
        out.push(Change { question: &question.id, drop: now - then, options: picked });
    }
    out
}

/// The least count of changes whose drops add up to the lead.
fn least(lead: i128, changes: &[Change]) -> Option<usize> {
    let mut drops: Vec<i128> = changes.iter().map(|change| change.drop).filter(|drop| *drop > 0).collect();
    drops.sort_unstable_by(|a, b| b.cmp(a));
    let mut sum = 0;
    for (n, drop) in drops.into_iter().enumerate() {
        sum += drop;
        if sum >= lead {
            return Some(n + 1);
        }
    }
    None
}

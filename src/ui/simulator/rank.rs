//! Part 2: the reader's plan among all plans, and what was still in reach after each decision.

use super::View;
use super::figure::{aside, chart, pending, rect, sentence, strip, table};
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::simulator::{Found, Rank, percent};
use yew::prelude::*;

/// Worlds from which on a rank is no longer "about".
const FINE: u32 = 256;

/// How many plans are worse, then how the best that was still possible shrank.
pub(super) fn rank(view: &View, found: &Found) -> Vec<Html> {
    let Some(rank) = &found.rank else { return vec![pending(view)] };
    let words = view.words;
    let beats = words.count(if rank.worlds < FINE { words.beats_about } else { words.beats }, percent(rank.beats));
    let method = if rank.sampled { words.rank_sample } else { words.rank_method };
    let method = words.say(method, &[("plans", &rank.plans.to_string()), ("worlds", &rank.worlds.to_string())]);
    let shares = shares(rank);
    let finding = narrowed(view, &shares);
    let rows: Vec<(String, i64)> = shares.iter().enumerate().map(|(at, share)| (when(view, at), *share)).collect();
    let row = |(when, share): &(String, i64)| {
        let bar = strip("8", vec![rect("wp-track", 0, 1000, 0, 8), rect("wp-level", 0, share * 10, 0, 8)]);
        let words = vec![part("span", "", vec![live(when.clone())]), part("strong", "", vec![live(words.percent(*share))]), bar];
        part("div", "wp-row", words)
    };
    let cells = rows.iter().map(|(when, share)| vec![when.clone(), words.percent(*share)]).collect();
    vec![
        sentence(beats),
        aside(method),
        part("p", "wp-skill", vec![live(finding.clone())]),
        chart("wp-rows", finding, rows.iter().map(row).collect()),
        table(view, words.reach, &[words.decision, words.still_reachable], cells),
    ]
}

/// The best still in reach before the first decision and after each, in percent of the best plan.
fn shares(rank: &Rank) -> Vec<i64> {
    let all = rank.reach.first().copied().unwrap_or_default();
    rank.reach.iter().map(|reach| if all > 0.0 { percent(reach / all).clamp(0, 100) } else { 0 }).collect()
}

/// After which decision the reach shrank most.
fn narrowed(view: &View, shares: &[i64]) -> String {
    let steps = shares.iter().zip(shares.iter().skip(1)).map(|(before, after)| before - after);
    match steps.enumerate().max_by_key(|(at, lost)| (*lost, std::cmp::Reverse(*at))) {
        Some((turn, lost)) if lost >= 5 => {
            let left = view.words.percent(shares.get(turn + 1).copied().unwrap_or_default());
            view.words.say(view.words.reach_worst, &[("turn", &view.turn(turn)), ("n", &left)])
        }
        _ => view.words.reach_kept.to_owned(),
    }
}

fn when(view: &View, at: usize) -> String {
    at.checked_sub(1).map_or_else(|| view.words.before.to_owned(), |turn| view.turn(turn))
}

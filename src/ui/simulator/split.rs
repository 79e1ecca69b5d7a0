//! Part 4: where the gap to the best fixed plan comes from, decision by decision, and where a single change misleads.

use super::View;
use super::figure::{chart, pending, rect, sentence, strip, table};
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::simulator::{Found, Split, Stake, signed, whole};
use yew::prelude::*;

/// A gap below so many points is none.
const NONE: f64 = 0.5;

/// From the reader's plan to the best one, step by step.
pub(super) fn split(view: &View, found: &Found) -> Vec<Html> {
    let (Some(split), Some(rank)) = (&found.split, &found.rank) else { return vec![pending(view)] };
    let words = view.words;
    let largest = split.stakes.iter().max_by(|a, b| a.share.total_cmp(&b.share));
    let finding = match largest.filter(|_| split.gap > NONE) {
        None => return vec![sentence(words.gap_none)],
        Some(stake) => words.say(words.gap, &[("n", &whole(split.gap).to_string()), ("turn", &view.turn(stake.card))]),
    };
    let mut parts = vec![sentence(finding.clone())];
    if let Some(words) = warning(view, split) {
        parts.push(part("p", "wp-warning", vec![live(words)]));
    }
    let rows = waterfall(view, split, rank.best_mean - split.gap);
    let row = |stake: &Stake| vec![view.turn(stake.card), view.option(stake.card, stake.option), signed(stake.share), signed(stake.alone)];
    let heads = [words.decision, words.best_there, words.share_of_gap, words.alone];
    parts.extend([chart("wp-rows wp-waterfall", finding, rows), table(view, words.split, &heads, split.stakes.iter().map(row).collect())]);
    parts
}

/// The decision whose single change misleads most, in words.
fn warning(view: &View, split: &Split) -> Option<String> {
    let words = view.words;
    let misleading = split.stakes.iter().filter(|stake| stake.misleads);
    let stake = misleading.max_by(|a, b| (a.share - a.alone).abs().total_cmp(&(b.share - b.alone).abs()))?;
    let alone = match stake.alone < 0.0 {
        true => words.count(words.alone_costs, whole(-stake.alone)),
        false => words.count(words.alone_brings, whole(stake.alone)),
    };
    let together = words.say(words.misleads, &[("alone", &alone), ("n", &signed(stake.share))]);
    Some(format!("{}: {together}", view.turn(stake.card)))
}

/// A bar for the reader's plan, one for each decision where the last one ended, and one for the best plan.
fn waterfall(view: &View, split: &Split, mine: f64) -> Vec<Html> {
    let best = mine + split.gap;
    let mut levels = vec![mine];
    for stake in &split.stakes {
        levels.push(levels.last().copied().unwrap_or_default() + stake.share);
    }
    let top = levels.iter().copied().fold(best, f64::max).max(1.0);
    let at = |points: f64| whole(points.max(0.0) / top * 1000.0);
    let row = |name: String, figure: String, bar: Html| {
        part("div", "wp-row", vec![part("span", "", vec![live(name)]), part("strong", "", vec![live(figure)]), strip("8", vec![bar])])
    };
    let step = |(stake, pair): (&Stake, &[f64])| {
        let (from, to) = (pair.first().copied().unwrap_or_default(), pair.last().copied().unwrap_or_default());
        let class = if stake.share < 0.0 { "wp-fall" } else { "wp-rise" };
        let name = format!("{}: {}", view.turn(stake.card), view.option(stake.card, stake.option));
        row(name, signed(stake.share), rect(class, at(from), at(to), 0, 8))
    };
    let first = row(view.words.your_plan.to_owned(), whole(mine).to_string(), rect("wp-level", 0, at(mine), 0, 8));
    let last = row(view.words.best_plan.to_owned(), whole(best).to_string(), rect("wp-level", 0, at(best), 0, 8));
    std::iter::once(first).chain(split.stakes.iter().zip(levels.windows(2)).map(step)).chain([last]).collect()
}

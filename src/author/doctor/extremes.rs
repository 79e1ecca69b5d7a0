//! Extreme conditions: every stock at an end of its range, every lever at an end of its span. Numbers stay finite, and gauges move.

use super::Measured;
use super::claims::percent;
use super::figures::{Figures, families};
use crate::simulator::Document;
use crate::simulator::claim::Check;
use waypost_core::simulator::{Better, Machine, Plan, Real, Simulator, Values, history};

/// Worlds of each condition.
const WORLDS: u32 = 64;

/// A gauge at an end of its range in this share of turns.
struct Stuck {
    gauge: String,
    condition: String,
    share: f64,
}

/// Finite numbers everywhere; from the declared start no gauge is at its end for long.
pub(super) fn extremes(document: &Document, simulator: &Simulator, figures: &Figures) -> Measured {
    let most = document.header.claims.threshold(Check::Extremes, "most");
    let plans = plans(simulator, figures);
    let finite = conditions(document, simulator).iter().all(|(_, changed)| is_finite(changed, &plans));
    let stuck = worst(stuck(document, simulator, "the declared start", &plans));
    let at_end = stuck.as_ref().map_or(0.0, |stuck| stuck.share);
    let named = stuck.map(|stuck| format!("{} is at an end of its range in {} of turns", stuck.gauge, percent(stuck.share)));
    Measured {
        holds: finite && at_end <= most,
        says: format!(
            "{} from all starts at 0 and 100 and all levers at their ends; from the declared start {}; at most {}",
            if finite { "finite numbers" } else { "numbers that are not finite" },
            named.unwrap_or_else(|| "no gauge is at an end of its range".to_owned()),
            percent(most)
        ),
        help: "lower what pushes that gauge, or widen its range".to_owned(),
    }
}

/// The same share of turns from extreme starts.
pub(super) fn pinned(document: &Document, simulator: &Simulator, figures: &Figures) -> Measured {
    let most = document.header.claims.threshold(Check::Pinned, "most");
    let plans = plans(simulator, figures);
    let all = conditions(document, simulator).into_iter().flat_map(|(name, changed)| stuck(document, &changed, &name, &plans));
    let mut beyond: Vec<Stuck> = all.filter(|stuck| stuck.share > most).collect();
    beyond.sort_by(|a, b| b.share.total_cmp(&a.share));
    let said: Vec<String> =
        beyond.iter().take(4).map(|stuck| format!("{} {} with {}", stuck.gauge, percent(stuck.share), stuck.condition)).collect();
    Measured {
        holds: beyond.is_empty(),
        says: match said.is_empty() {
            true => format!("no gauge stays at an end of its range from extreme starts; at most {} of turns", percent(most)),
            false => format!("gauges that stay at an end of their range: {}; at most {} of turns", said.join(", "), percent(most)),
        },
        help: "let such a gauge drift back, so that no state is for good".to_owned(),
    }
}

fn worst(stuck: Vec<Stuck>) -> Option<Stuck> {
    stuck.into_iter().max_by(|a, b| a.share.total_cmp(&b.share))
}

fn plans(simulator: &Simulator, figures: &Figures) -> Vec<Plan> {
    families(simulator).into_iter().chain([figures.best.clone()]).collect()
}

/// The simulator with its stocks or one lever at an end.
fn conditions(document: &Document, simulator: &Simulator) -> Vec<(String, Simulator)> {
    let starts = [("all starts at their least", false), ("all starts at their most", true)].map(|(name, high)| {
        let mut changed = simulator.clone();
        for stock in &mut changed.stocks {
            stock.start = if high { stock.high } else { stock.low };
            stock.spread = Real::from(0.0);
        }
        (name.to_owned(), changed)
    });
    let levers = crate::simulator::lever_spans(document);
    let moved = levers.into_iter().flat_map(|(lever, name, low, high)| {
        [low, high].map(|value| {
            let mut changed = simulator.clone();
            let options = changed.cards.iter_mut().flat_map(|card| &mut card.options);
            options.filter_map(|option| option.levers.get_mut(lever)).for_each(|set| *set = Real::from(value));
            (format!("{name} at {value}"), changed)
        })
    });
    starts.into_iter().chain(moved).collect()
}

fn is_finite(simulator: &Simulator, plans: &[Plan]) -> bool {
    let Ok(machine) = Machine::new(simulator) else { return false };
    let values = Values::nominal(simulator);
    let worlds = || (0..WORLDS).flat_map(|world| plans.iter().map(move |plan| (world, plan)));
    worlds().all(|(world, plan)| {
        let played = history(&machine, &values, machine.seed, world, plan);
        played.points.is_finite() && played.turns.iter().flat_map(|turn| &turn.stocks).all(|stock| stock.is_finite())
    })
}

/// In what share of turns each gauge that the model reads is at an end of its range.
fn stuck(document: &Document, simulator: &Simulator, condition: &str, plans: &[Plan]) -> Vec<Stuck> {
    let Ok(machine) = Machine::new(simulator) else { return Vec::new() };
    let values = Values::nominal(simulator);
    let mut counts = vec![0u32; simulator.stocks.len()];
    let mut turns = 0;
    for (world, plan) in (0..WORLDS).flat_map(|world| plans.iter().map(move |plan| (world, plan))) {
        for turn in history(&machine, &values, machine.seed, world, plan).turns {
            turns += 1;
            for ((count, value), stock) in counts.iter_mut().zip(&turn.stocks).zip(&simulator.stocks) {
                *count += u32::from(*value <= stock.low.get() || *value >= stock.high.get());
            }
        }
    }
    let is_gauge =
        |stock: &waypost_core::simulator::Stock| stock.better != Better::Hidden && crate::simulator::is_read(document, stock.id.as_str());
    let rows = simulator.stocks.iter().zip(counts).filter(|(stock, _)| is_gauge(stock));
    rows.map(|(stock, count)| Stuck {
        gauge: stock.id.0.clone(),
        condition: condition.to_owned(),
        share: f64::from(count) / f64::from(turns.max(1)),
    })
    .collect()
}

//! The checks about plans: habits, options, luck, horizon, and whether all that holds in other versions of the model.

use super::Measured;
use super::figures::{Figures, VersionFigures, families, top};
use crate::simulator::Document;
use crate::simulator::claim::{Check, Claims};
use waypost_core::simulator::{Arity, Instruction, Machine, Op, Simulator};

/// Measures a check; nothing where the file claims nothing that it could test.
pub(super) fn measure(check: Check, document: &Document, simulator: &Simulator, machine: &Machine, figures: &Figures) -> Option<Measured> {
    let claims = &document.header.claims;
    match check {
        Check::GreedyTrap => claims.old.is_some().then(|| greedy_trap(claims, simulator, figures)),
        Check::Plateau => plateau(claims, figures),
        Check::WorseBeforeBetter => worse_before_better(figures),
        Check::NoTrivialPlan => (!families(simulator).is_empty()).then(|| no_trivial_plan(claims, simulator, figures)),
        Check::NoDeadOption => Some(no_dead_option(claims, simulator, figures)),
        Check::EveryHabit => (simulator.families.len() > 1).then(|| every_habit(claims, simulator, figures)),
        Check::Recoverability => figures.old.as_ref().map(|old| recoverability(claims, old, figures)),
        Check::LuckShare => Some(luck_share(claims, figures)),
        Check::Horizon => Some(horizon(simulator, figures)),
        Check::Robustness => Some(robustness(claims, simulator, machine, figures)),
        Check::Extremes | Check::Pinned => None,
    }
}

/// A share as whole percent.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

fn greedy_trap(claims: &Claims, simulator: &Simulator, figures: &Figures) -> Measured {
    let most = claims.threshold(Check::GreedyTrap, "most");
    let share = figures.share(figures.greedy_mean);
    let ids = |(card, place): (&waypost_core::simulator::Card, &usize)| card.options.get(*place).map(|option| option.id.0.clone());
    let plan: Vec<String> = simulator.cards.iter().zip(&figures.greedy).filter_map(ids).collect();
    Measured {
        holds: share <= most,
        says: format!(
            "taking what pays at once ({}) ends at {} of the best plan; at most {}",
            plan.join(" "),
            percent(share),
            percent(most)
        ),
        help: "lower what the old habits pay at once, or raise what the others pay later".to_owned(),
    }
}

/// The early turns: a quarter of all, at least one.
fn early(turns: usize) -> usize {
    (turns / 4).max(1)
}

/// The turn by which the old habits peak, and what is left of the peak at the end.
fn peak_and_rest(rates: &[f64]) -> Option<(usize, f64)> {
    let peak = rates.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let at = rates.iter().position(|rate| *rate == peak)? + 1;
    let last = (rates.len() as f64 / 3.0).round().max(1.0) as usize;
    let rest = rates.iter().rev().take(last).sum::<f64>() / last as f64;
    Some((at, if peak > 0.0 { rest / peak } else { 1.0 }))
}

/// The turn by which the old habits have to peak: three of eight.
fn latest_peak(turns: usize) -> usize {
    (turns * 3).div_ceil(8)
}

fn plateau(claims: &Claims, figures: &Figures) -> Option<Measured> {
    let most = claims.threshold(Check::Plateau, "most");
    let (peak, rest) = peak_and_rest(&figures.old_rates)?;
    let latest = latest_peak(figures.old_rates.len());
    Some(Measured {
        holds: peak <= latest && rest <= most,
        says: format!(
            "the old habits' outcome peaks in turn {peak} and ends at {} of that ({}); by turn {latest}, at most {}",
            percent(rest),
            whole(&figures.old_rates),
            percent(most)
        ),
        help: "let what the old habits neglect weigh more: team, routines, energy".to_owned(),
    })
}

fn whole(rates: &[f64]) -> String {
    rates.iter().map(|rate| format!("{rate:.0}")).collect::<Vec<_>>().join(" ")
}

/// Whether the best plan's outcome is below the old habits' in the early turns, and above from the turn after the next on.
fn is_worse_before_better(best: &[f64], old: &[f64]) -> bool {
    let early = early(best.len());
    best.iter().zip(old).enumerate().all(|(turn, (best, old))| if turn < early { best < old } else { best > old })
}

fn worse_before_better(figures: &Figures) -> Option<Measured> {
    let (best, old) = (&figures.best_rates, &figures.old_rates);
    (!old.is_empty()).then(|| Measured {
        holds: is_worse_before_better(best, old),
        says: format!(
            "the best plan's outcome is {}, the old habits' {}; below in the first {} turns, above from then on",
            whole(best),
            whole(old),
            early(best.len())
        ),
        help: "let the new habits cost more in the first turns, and pay sooner after that".to_owned(),
    })
}

fn label(simulator: &Simulator, at: usize) -> String {
    simulator.families.get(at).map(|family| family.0.clone()).unwrap_or_default()
}

fn no_trivial_plan(claims: &Claims, simulator: &Simulator, figures: &Figures) -> Measured {
    let most = claims.threshold(Check::NoTrivialPlan, "most");
    let shares: Vec<(String, f64)> = simulator
        .families
        .iter()
        .filter_map(|family| Some((family.0.clone(), figures.share(figures.mean_of(&simulator.plan_of(family)?)))))
        .collect();
    let said: Vec<String> = shares.iter().map(|(family, share)| format!("{family} {}", percent(*share))).collect();
    Measured {
        holds: shares.iter().all(|(_, share)| *share <= most),
        says: format!("one habit in every turn earns, of the best plan: {}; at most {}", said.join(", "), percent(most)),
        help: "make the strongest habit weaker on the cards where another one should win".to_owned(),
    }
}

fn no_dead_option(claims: &Claims, simulator: &Simulator, figures: &Figures) -> Measured {
    let (least, most) = (claims.threshold(Check::NoDeadOption, "least"), claims.threshold(Check::NoDeadOption, "most"));
    let uses = figures.uses(simulator);
    let named = simulator.cards.iter().zip(&uses).flat_map(|(card, shares)| {
        card.options.iter().zip(shares).map(move |(option, share)| (format!("{}.{}", card.id, option.id), *share))
    });
    let mut named: Vec<(String, f64)> = named.collect();
    named.sort_by(|a, b| a.1.total_cmp(&b.1));
    let outside: Vec<String> = named
        .iter()
        .filter(|(_, share)| *share < least || *share > most)
        .map(|(option, share)| format!("{option} {:.1} %", share * 100.0))
        .collect();
    let ends = match (named.first(), named.last()) {
        (Some((low, least)), Some((high, most))) => format!("from {low} {:.1} % to {high} {:.1} %", least * 100.0, most * 100.0),
        _ => String::new(),
    };
    let found = if outside.is_empty() { ends } else { outside.join(", ") };
    Measured {
        holds: outside.is_empty(),
        says: format!(
            "in the best {} plans: {found}; each option in {} to {}",
            top(figures.field.plans.len()),
            percent(least),
            percent(most)
        ),
        help: "give a rare option something that pays now, and take something from one that is always right".to_owned(),
    }
}

fn every_habit(claims: &Claims, simulator: &Simulator, figures: &Figures) -> Measured {
    let (least, most) = (claims.threshold(Check::EveryHabit, "least"), claims.threshold(Check::EveryHabit, "most"));
    let without = |family: usize| {
        let id = simulator.families.get(family);
        let keeps = |plan: &[u8]| {
            plan.iter()
                .zip(&simulator.cards)
                .all(|(place, card)| card.options.get(usize::from(*place)).is_some_and(|option| option.family.as_ref() != id))
        };
        figures.field.best_where(keeps).map(|at| figures.share(figures.field.mean(at)))
    };
    let shares: Vec<(String, f64)> =
        (0..simulator.families.len()).filter_map(|family| Some((label(simulator, family), without(family)?))).collect();
    let said: Vec<String> = shares.iter().map(|(family, share)| format!("without {family} {}", percent(*share))).collect();
    Measured {
        holds: shares.iter().all(|(_, share)| (least..=most).contains(share)),
        says: format!("the best plan keeps, {}; {} to {}", said.join(", "), percent(least), percent(most)),
        help: "make a habit matter on at least one card, and on no more than a few".to_owned(),
    }
}

fn recoverability(claims: &Claims, old: &[usize], figures: &Figures) -> Measured {
    let turns = old.len();
    let after = |played: usize| {
        let begins = |plan: &[u8]| plan.iter().zip(old).take(played).all(|(place, old)| usize::from(*place) == *old);
        figures.field.best_where(begins).map_or(0.0, |at| figures.share(figures.field.mean(at)))
    };
    let found = [(early(turns), "early"), ((turns / 2).max(1), "late")].map(|(played, name)| {
        let least = claims.threshold(Check::Recoverability, name);
        (played, after(played), least)
    });
    let said = found.map(|(played, share, least)| format!("after {played} turns {} (at least {})", percent(share), percent(least)));
    Measured {
        holds: found.iter().all(|(_, share, least)| share >= least),
        says: format!("of the best plan can still be reached with old habits so far: {}", said.join(", ")),
        help: "let early damage heal: lower long-lasting costs, or let gauges drift back sooner".to_owned(),
    }
}

fn luck_share(claims: &Claims, figures: &Figures) -> Measured {
    let (least, most) = (claims.threshold(Check::LuckShare, "least"), claims.threshold(Check::LuckShare, "most"));
    let (means, variances) = (&figures.field.means, &figures.field.variances);
    let count = means.len().max(1) as f64;
    let within = variances.iter().sum::<f64>() / count;
    let mean = means.iter().sum::<f64>() / count;
    let between = means.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
    let share = if within + between > 0.0 { within / (within + between) } else { 0.0 };
    Measured {
        holds: (least..=most).contains(&share),
        says: format!("luck is {} of the variance of results; {} to {}", percent(share), percent(least), percent(most)),
        help: if share > most {
            "narrow ranges, or lower what chances and events change"
        } else {
            "widen ranges, or let chances and events change more"
        }
        .to_owned(),
    }
}

fn horizon(simulator: &Simulator, figures: &Figures) -> Measured {
    let last = simulator.cards.last().zip(figures.best.last());
    let option = last.and_then(|(card, place)| Some((card, card.options.get(*place)?)));
    let pays_later = option.is_some_and(|(_, option)| {
        Instruction::read(&option.code).unwrap_or_default().iter().any(|instruction| instruction.op == Op::Pend)
    });
    let read = stocks_of_score(simulator);
    let name = option.map(|(card, option)| format!("{}.{}", card.id, option.id)).unwrap_or_default();
    let effect = if pays_later { "has effects that arrive after the end" } else { "pays now" };
    Measured {
        holds: !pays_later && read > 1,
        says: format!("the best last option {name} {effect}; the score reads {read} stocks, at least 2 (outcomes, and what they promise)"),
        help: "add a value of what is left at the end to the score, and give the last card no effects that come later".to_owned(),
    }
}

fn stocks_of_score(simulator: &Simulator) -> usize {
    let code = Instruction::read(&simulator.program.score).unwrap_or_default();
    let read = code.iter().flat_map(|instruction| {
        let sources = instruction.op.operands().iter().zip(instruction.operands);
        sources.filter(|(kind, _)| **kind == Arity::Source).map(|(_, register)| register as usize).collect::<Vec<_>>()
    });
    let mut stocks: Vec<usize> = read.filter(|register| *register < simulator.stocks.len()).collect();
    stocks.sort_unstable();
    stocks.dedup();
    stocks.len()
}

fn robustness(claims: &Claims, simulator: &Simulator, machine: &Machine, figures: &Figures) -> Measured {
    let least = claims.threshold(Check::Robustness, "least");
    let greedy = claims.threshold(Check::GreedyTrap, "most");
    let rest = claims.threshold(Check::Plateau, "most");
    let trivial = claims.threshold(Check::NoTrivialPlan, "most");
    let latest = latest_peak(machine.turns());
    type Holds<'a> = Box<dyn Fn(&VersionFigures) -> bool + 'a>;
    let has_old = claims.old.is_some();
    let tests: [(Check, bool, Holds); 4] = [
        (Check::GreedyTrap, has_old, Box::new(|version| version.greedy_mean <= greedy * version.best_mean)),
        (
            Check::Plateau,
            has_old,
            Box::new(|version| peak_and_rest(&version.old_rates).is_some_and(|(peak, left)| peak <= latest && left <= rest)),
        ),
        (Check::WorseBeforeBetter, has_old, Box::new(|version| is_worse_before_better(&version.best_rates, &version.old_rates))),
        (Check::NoTrivialPlan, !simulator.families.is_empty(), Box::new(|version| version.family_mean <= trivial * version.best_mean)),
    ];
    let count = figures.versions.len().max(1) as f64;
    let found: Vec<(&str, f64)> = tests
        .iter()
        .filter(|(check, is_made, _)| *is_made && claims.skipped(*check).is_none())
        .map(|(check, _, holds)| (check.name(), figures.versions.iter().filter(|version| holds(version)).count() as f64 / count))
        .collect();
    let said: Vec<String> = found.iter().map(|(name, share)| format!("{name} in {}", percent(*share))).collect();
    Measured {
        holds: found.iter().all(|(_, share)| *share >= least),
        says: format!("of {} versions of the model: {}; at least {}", figures.versions.len(), said.join(", "), percent(least)),
        help: "narrow the ranges of parameters, or make the effect that the claim rests on stronger".to_owned(),
    }
}

//! The workbench's figures as text for a terminal.

use super::Measured;
use std::fmt::Write;
use waypost_author::chooser::workbench::findings::percent;
use waypost_author::chooser::workbench::outcomes::Outcomes;
use waypost_author::chooser::workbench::paths::How;
use waypost_author::chooser::workbench::readers::Readers;
use waypost_core::chooser::bundle::Chooser;

/// The report. Writing to a text cannot fail.
pub(super) fn text(chooser: &Chooser, measured: &Measured) -> String {
    let mut out = String::new();
    let _ = match measured {
        Measured::Outcomes(outcomes) => profile(&mut out, chooser, outcomes),
        Measured::Readers(readers) => adaptive(&mut out, chooser, readers),
    };
    out.trim_end().to_owned()
}

/// How a figure was found, in words.
pub(super) fn how(how: How) -> String {
    match how {
        How::Exact => "exact, over all ways to answer".to_owned(),
        How::Sampled(paths) => format!("{paths} drawn ways to answer, plus or minus {:.1} points", how.error() * 100.0),
    }
}

/// The names of outcomes that a reader gets who always picks the same place.
pub(super) fn column(outcomes: &Outcomes, leaders: &[usize]) -> String {
    let name = |k: &usize| outcomes.outcomes.get(*k).map(|(_, title)| title.as_str());
    match leaders {
        [] => "nothing stands out".to_owned(),
        leaders => leaders.iter().filter_map(name).collect::<Vec<_>>().join(" = "),
    }
}

fn profile(out: &mut String, chooser: &Chooser, outcomes: &Outcomes) -> std::fmt::Result {
    writeln!(
        out,
        "{}: {} outcomes, {} questions, {:.3e} ways to answer",
        chooser.title,
        outcomes.outcomes.len(),
        outcomes.power.len(),
        outcomes.paths
    )?;
    writeln!(out, "{}\n", how(outcomes.spread.how))?;
    let wide = outcomes.outcomes.iter().map(|(_, title)| title.chars().count()).max().unwrap_or(0).max(8);
    writeln!(out, "{:wide$}  of clear results  alone   among tied", "outcome")?;
    for (k, (_, title)) in outcomes.outcomes.iter().enumerate() {
        let (clear, alone, tied) = (outcomes.clear(k), outcomes.spread.sole[k], outcomes.spread.tied[k]);
        let bar = "#".repeat((clear * 60.0).round() as usize);
        writeln!(out, "{title:wide$}  {:>16}  {:>6}  {:>10}  {bar}", percent(clear), percent(alone), percent(tied))?;
    }
    let settled = if outcomes.asks { ", put before the reader" } else { "" };
    writeln!(out, "\ntied {}{settled}; nothing stands out {}", percent(outcomes.spread.ties), percent(outcomes.spread.none))?;
    if let [one, two, three, more] = outcomes.distances[..] {
        let shares = [one, two, three, more].map(percent);
        writeln!(
            out,
            "changed answers that end a lead: one {}, two {}, three {}, more {} ({})",
            shares[0],
            shares[1],
            shares[2],
            shares[3],
            how(outcomes.distances_how)
        )?;
    }
    for (at, leaders) in outcomes.columns.iter().enumerate() {
        writeln!(out, "always option {}: {}", at + 1, column(outcomes, leaders))?;
    }
    writeln!(out, "\nhow often the result changes when one question alone is answered anew ({})", how(outcomes.power_how))?;
    for (question, power) in &outcomes.power {
        writeln!(out, "  {:24} {:>6}", question.as_str(), percent(*power))?;
    }
    if !outcomes.suggestions.is_empty() {
        writeln!(out, "\nweights that would even it out, one after the other")?;
    }
    for step in &outcomes.suggestions {
        writeln!(out, "  {}, option {}: {} from {} to {}", step.question, step.option, step.outcome, step.from, step.to)?;
    }
    Ok(())
}

fn adaptive(out: &mut String, chooser: &Chooser, readers: &Readers) -> std::fmt::Result {
    let n = readers.scenarios.first().map_or(0, |(_, figures)| figures.readers);
    writeln!(out, "{}: {} pairs, {n} synthetic readers in each scenario\n", chooser.title, readers.pairs.len())?;
    writeln!(
        out,
        "{:12}  pairs (median)  side right  ECE   Brier  told a lean  right (stated)     not settled  drift   flips 1 / 2 / 3",
        "scenario"
    )?;
    for (scenario, f) in &readers.scenarios {
        let flips = f.flips.map(percent);
        let items = format!("{:.1} ({})", f.items, f.median);
        let right = format!("{} ({})", percent(f.leans_right), percent(f.leans_stated));
        write!(out, "{:12}  {items:14}  {:10}  {:.3} {:.3}  ", scenario.name(), percent(f.right), f.ece, f.brier)?;
        write!(out, "{:11}  {right:17}  {:11}  {:6}  ", percent(f.leans), percent(f.unsettled), percent(f.drift))?;
        writeln!(out, "{} / {} / {}", flips[0], flips[1], flips[2])?;
    }
    writeln!(out)?;
    for (scenario, _) in &readers.scenarios {
        writeln!(out, "{:12}  {}", scenario.name(), scenario.about())?;
    }
    let exposure = readers.exposure();
    let mut shares: Vec<f64> = exposure.iter().map(|(_, share)| *share).collect();
    shares.sort_by(f64::total_cmp);
    let (least, most) = (shares.first().copied().unwrap_or(0.0), shares.last().copied().unwrap_or(0.0));
    writeln!(out, "\neach pair is asked of {} to {} of readers", percent(least), percent(most))?;
    for (pair, share) in exposure.iter().filter(|(_, share)| *share < 0.05) {
        writeln!(out, "  {pair}: {}", percent(*share))?;
    }
    Ok(())
}

//! The model doctor: whether a simulator teaches what it claims, found by playing all its plans before any reader does.
//!
//! After practice in system dynamics (Barlas 1996) and restricted play (Jaffe et al. 2012): every check has a figure and a threshold; an
//! author may change a threshold or set a check aside, with a reason that readers can see.

mod claims;
mod extremes;
mod field;
mod figures;

use crate::code;
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::Report;
use crate::simulator::Document;
use crate::simulator::claim::Check;
use figures::Figures;
use serde::Serialize;
use std::sync::atomic::{AtomicUsize, Ordering};
use waypost_core::bundle::Profile;
use waypost_core::simulator::{Machine, Simulator};

/// How much is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Worlds of every plan.
    pub worlds: u32,
    /// Versions of the model.
    pub versions: u32,
    /// Worlds of every plan in each version.
    pub version_worlds: u32,
    /// A model with more plans is searched instead of played in full.
    pub plans: usize,
}

impl Effort {
    /// What `waypost doctor` does.
    pub const THOROUGH: Self = Self { worlds: 2_048, versions: 100, version_worlds: 64, plans: 600_000 };
    /// What `waypost check` does.
    pub const QUICK: Self = Self { worlds: 256, versions: 20, version_worlds: 32, plans: 600_000 };
}

/// What the doctor found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Examination {
    /// The simulator's name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Worlds that every plan was played in.
    pub worlds: u32,
    /// How many plans were played.
    pub plans: usize,
    /// Whether these are all plans there are; if not, the best plan is the best one found.
    pub exhaustive: bool,
    /// The best fixed plan, as option ids, one a turn.
    pub best: Vec<String>,
    /// Its mean points.
    pub best_mean: f64,
    /// The mean over all plans.
    pub mean: f64,
    /// The standard deviation of plans' means.
    pub deviation: f64,
    /// The checks, in order.
    pub findings: Vec<Finding>,
    /// The outcome of every turn, for the best plan and the old habits.
    pub rates: Vec<Series>,
    /// How often each option is among the best 5 % of plans.
    pub uses: Vec<Use>,
    /// How many plans earn how much: counts over even steps from the worst mean to the best.
    pub spread: Vec<usize>,
}

/// A line of a chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// What it shows.
    pub name: String,
    /// One value a turn.
    pub values: Vec<f64>,
}

/// How often an option is among the best plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Use {
    /// `card.option`
    pub option: String,
    /// 0 to 1.
    pub share: f64,
}

/// What one check came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The check's key in the header.
    pub check: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it came to.
    pub outcome: Outcome,
    /// One sentence with the figures and the threshold.
    pub says: String,
    /// What to try, where it fails.
    pub help: String,
    /// Why the author set it aside or changed its threshold; empty where they did not.
    pub why: String,
}

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not: an error of `waypost check`, unless the file is a draft.
    Fails,
    /// It does not, which is worth a look.
    Flagged,
    /// It was not made: the author set it aside, or claims nothing that it could test.
    Skipped,
}

/// What a check measured.
struct Measured {
    holds: bool,
    says: String,
    help: String,
}

/// Examines a simulator without errors. `progress` hears of what is done, in thousandths. Says why where the model cannot run.
pub fn examine(document: &Document, effort: Effort, progress: &(dyn Fn(usize) + Sync)) -> Result<Examination, String> {
    let simulator = crate::simulator::compile::compile(document, Profile::Full);
    let machine = Machine::new(&simulator).map_err(|refused| format!("the model cannot run: {}", refused.0))?;
    let (done, total) = (AtomicUsize::new(0), figures::portions(&machine, effort));
    let tick = || progress(((done.fetch_add(1, Ordering::Relaxed) + 1) * 1000 / total.max(1)).min(1000));
    let figures = Figures::gather(document, &simulator, &machine, effort, &tick);
    let findings =
        crate::simulator::claim::CHECKS.iter().map(|(check, ..)| finding(*check, document, &simulator, &machine, &figures)).collect();
    progress(1000);
    Ok(figures.into_examination(document, &simulator, findings, effort))
}

fn finding(check: Check, document: &Document, simulator: &Simulator, machine: &Machine, figures: &Figures) -> Finding {
    let claims = &document.header.claims;
    let reason = claims.reasons.iter().find(|(of, _)| *of == check).map(|(_, why)| why.clone()).unwrap_or_default();
    let made =
        |outcome, says: String, help: String, why: String| Finding { check: check.key(), name: check.name(), outcome, says, help, why };
    if let Some(why) = claims.skipped(check) {
        return made(Outcome::Skipped, "set aside by the author".to_owned(), String::new(), why.to_owned());
    }
    let measured = match check {
        Check::Extremes => Some(extremes::extremes(document, simulator, figures)),
        Check::Pinned => Some(extremes::pinned(document, simulator, figures)),
        _ => claims::measure(check, document, simulator, machine, figures),
    };
    match measured {
        None => made(Outcome::Skipped, "the file claims nothing that this could test".to_owned(), String::new(), reason),
        Some(Measured { holds: true, says, .. }) => made(Outcome::Holds, says, String::new(), reason),
        Some(Measured { says, help, .. }) if check == Check::Pinned => made(Outcome::Flagged, says, help, reason),
        Some(Measured { says, help, .. }) => made(Outcome::Fails, says, help, reason),
    }
}

impl Examination {
    /// Whether nothing keeps it from being published.
    pub fn passes(&self) -> bool {
        self.findings.iter().all(|finding| finding.outcome != Outcome::Fails)
    }
}

/// The failing checks as findings about the file, quickly examined. Of a draft they are warnings.
pub fn diagnostics(document: &Document) -> Vec<Diagnostic> {
    let mut report = Report::new(&document.source);
    let severity = if document.header.draft { Severity::Warning } else { Severity::Error };
    let at = document.source.text().find("kind").map_or(0..0, |at| at..at + 4);
    match examine(document, Effort::QUICK, &|_| {}) {
        Err(why) => report.add_as(severity, code::E410, at, why, "remove rules until it runs"),
        Ok(examination) => {
            for finding in examination.findings.iter().filter(|finding| finding.outcome == Outcome::Fails) {
                let message = format!("the doctor's check `{}` fails: {}", finding.name, finding.says);
                report.add_as(severity, code::E410, at.clone(), message, finding.help.clone());
            }
        }
    }
    report.finish()
}

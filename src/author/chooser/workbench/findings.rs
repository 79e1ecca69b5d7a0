//! What the workbench finds wrong: figures beyond the author's limits, as diagnostics at their places in the file.

use super::SEED;
use super::numbers::Known;
use super::outcomes::{Effort, Outcomes};
use super::readers::{QUICK, Readers, study};
use super::study::{Looks, Row, Scenario};
use crate::chooser::compile;
use crate::chooser::document::Document;
use crate::chooser::header::Limits;
use crate::code::{self, Code};
use crate::diagnostic::Diagnostic;
use crate::report::{Report, quote};
use waypost_core::bundle::Profile;
use waypost_core::chooser::bundle::{Engine, key};
use waypost_core::id::ItemId;

/// One-sided 95 %: a limit counts as passed only where the figure is beyond it by so many standard errors.
const SURELY: f64 = 1.645;

/// Something wrong with a chooser as a whole or with a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its code.
    pub code: Code,
    /// The part it is about; none for the whole.
    pub part: Option<ItemId>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Looks quickly, as `waypost check` does: a profile over its paths (8,192 drawn ones where there are more sums than that), an adaptive
/// chooser with [`QUICK`] synthetic readers in the scenario `slanted`. Only worth it for a document without errors.
pub fn check(document: &Document) -> Vec<Diagnostic> {
    let chooser = compile(document, Profile::Full);
    let limits = &document.header.limits;
    let found = match &chooser.engine {
        Engine::Profile(weighted) => {
            let title = |id: &ItemId| chooser.plain(&key::title(id));
            let outcomes = Outcomes::of(weighted, &known(document), limits, &title, Effort::QUICK, SEED);
            outcomes.map(|outcomes| of_outcomes(&outcomes, limits)).unwrap_or_default()
        }
        Engine::Adaptive(adaptive) => {
            let study = study(adaptive, SEED);
            let rows: Vec<Row> = (0..QUICK).filter_map(|reader| study.row(Scenario::Slanted, reader, Looks::Once)).collect();
            of_readers(&Readers::of(adaptive, SEED, &[(Scenario::Slanted, rows)], 0), limits)
        }
    };
    diagnostics(document, found)
}

/// The shares of readers who choose an option, as far as the author gave them: `{p=0.2}`.
pub fn known(document: &Document) -> Known {
    let of = |question: &crate::chooser::document::Question| question.options.iter().map(|option| option.p.map(|p| p.value())).collect();
    document.questions.iter().map(of).collect()
}

/// Findings at their places in the file, without what the author silenced.
pub fn diagnostics(document: &Document, found: Vec<Finding>) -> Vec<Diagnostic> {
    let mut report = Report::new(&document.source);
    for Finding { code, part, message, help } in found {
        let place = part.and_then(|part| place(document, &part)).unwrap_or(0..0);
        report.add(code, place, message, help);
    }
    let mut found = report.finish();
    found.retain(|diagnostic| !super::super::check::is_silenced(document, diagnostic));
    found
}

fn place(document: &Document, part: &ItemId) -> Option<std::ops::Range<usize>> {
    let outcomes = document.outcomes.iter().map(|outcome| &outcome.head);
    let questions = document.questions.iter().map(|question| &question.head);
    let pairs = document.pairs.iter().map(|pair| &pair.head);
    outcomes.chain(questions).chain(pairs).find(|head| head.id == *part).map(|head| head.span.clone())
}

/// A share as an author reads it.
pub fn percent(share: f64) -> String {
    match share * 100.0 {
        0.0 => "0 %".to_owned(),
        share if share < 0.1 => "under 0.1 %".to_owned(),
        share if share < 10.0 => format!("{share:.1} %"),
        share => format!("{share:.0} %"),
    }
}

/// What is wrong with a profile.
pub fn of_outcomes(outcomes: &Outcomes, limits: &Limits) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |code, part: Option<&ItemId>, message: String, help: &str| {
        found.push(Finding { code, part: part.cloned(), message, help: help.to_owned() });
    };
    let error = outcomes.spread.how.error();
    let (least, most) = (limits.least.value() * outcomes.even(), limits.most.value() * outcomes.even());
    for (k, (id, title)) in outcomes.outcomes.iter().enumerate() {
        let share = outcomes.clear(k);
        if outcomes.spread.sole[k] == 0.0 {
            let paths = if error == 0.0 { "no way to answer".to_owned() } else { "none of the ways to answer that were tried".to_owned() };
            let help = "give options more weight for it, or drop the outcome";
            add(code::W341, Some(id), format!("{paths} makes {} the result", quote(title)), help);
        } else if share + error < least {
            let message =
                format!("{} is the result of {} of answers; an even share is {}", quote(title), percent(share), percent(outcomes.even()));
            add(code::W341, Some(id), message, "give options more weight for it: `waypost workbench` says which would help");
        } else if share - error > most {
            let message =
                format!("{} is the result of {} of answers; an even share is {}", quote(title), percent(share), percent(outcomes.even()));
            add(code::W341, Some(id), message, "give options less weight for it: `waypost workbench` says which would help");
        }
    }
    if outcomes.spread.ties - error > limits.ties.value() && !outcomes.asks {
        let message = format!("{} of the ways to answer end in a tie", percent(outcomes.spread.ties));
        add(code::W342, None, message, "add a question `{role=tiebreak}`, or use weights that add up to the same less often");
    }
    for (question, power) in &outcomes.power {
        let error = SURELY * (power * (1.0 - power) / outcomes.power_how.paths().max(1.0)).sqrt();
        if power + error < limits.dead.value() {
            let message = format!("this question changes the result for {} of readers", percent(*power));
            add(code::W343, Some(question), message, "give its options more weight, or drop it");
        } else if power - error > limits.alone.value() {
            let message = format!("this question alone changes the result for {} of readers", percent(*power));
            add(code::W343, Some(question), message, "give its options less weight, or spread it over several questions");
        }
    }
    found
}

/// What is wrong with an adaptive chooser.
pub fn of_readers(readers: &Readers, limits: &Limits) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(figures) = readers.scenario(Scenario::Slanted) {
        let told = (figures.leans * figures.readers as f64).max(1.0);
        let error = SURELY * (figures.leans_right * (1.0 - figures.leans_right) / told).sqrt();
        if figures.overstated() - error > limits.overstated.value() {
            let message = format!(
                "readers are told a lean of {} on average, and it is right for {}: synthetic readers whose taste the wording meets a little",
                percent(figures.leans_stated),
                percent(figures.leans_right)
            );
            let help = "raise `slant` in `rules`, or lower `a` of pairs that no pilot measured";
            found.push(Finding { code: code::W344, part: None, message, help: help.to_owned() });
        }
    }
    for (pair, _) in readers.exposure().into_iter().filter(|(_, asked)| *asked == 0.0) {
        let (message, help) = ("no reader is ever asked this pair", "raise its `a`, move its `b` towards 0, or drop it");
        found.push(Finding { code: code::W345, part: Some(pair.clone()), message: message.to_owned(), help: help.to_owned() });
    }
    found
}

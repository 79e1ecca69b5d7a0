//! `waypost workbench`: what a chooser does to its readers, as text, as JSON or as a report with charts.

mod charts;
mod measure;
mod page;
mod progress;
mod text;

use crate::arguments::Workbench;
use crate::{Failure, Outcome, report};
use anstream::println;
use std::fs;
use waypost_author::chooser::workbench::SEED;
use waypost_author::chooser::workbench::findings::{Finding, diagnostics, known, of_outcomes, of_readers};
use waypost_author::chooser::workbench::outcomes::{Effort, Outcomes};
use waypost_author::chooser::workbench::readers::Readers;
use waypost_author::chooser::{Document, compile};
use waypost_author::lesson;
use waypost_core::bundle::Profile;
use waypost_core::chooser::bundle::{Chooser, Engine, key};
use waypost_core::id::ItemId;

/// What was measured.
enum Measured {
    /// A profile.
    Outcomes(Outcomes),
    /// An adaptive chooser.
    Readers(Readers),
}

/// Measures a chooser and tells.
pub(crate) fn run(arguments: &Workbench) -> Result<Outcome, Failure> {
    let name = arguments.file.display().to_string();
    let text =
        fs::read_to_string(&arguments.file).map_err(|error| format!("{name} can't be read: {error}\n  name the .md file of a chooser"))?;
    let (document, found) = lesson::read(&name, &text);
    let lesson::Document::Chooser(document) = document else {
        return Err(format!("{name} is no chooser\n  name a file whose header has kind = \"chooser\""));
    };
    if report::has_errors(&found) {
        report::findings(&found);
        println!("mend the errors first: nothing was measured");
        return Ok(Outcome::Errors);
    }
    let chooser = compile(&document, Profile::Full);
    let (measured, findings) = measure(&document, &chooser, arguments.readers)?;
    match (&arguments.html, arguments.json) {
        (Some(path), _) => {
            let html = page::page(&chooser, &measured, &findings);
            fs::write(path, html).map_err(|error| format!("{} can't be written: {error}", path.display()))?;
            println!("wrote {}", path.display());
        }
        (None, true) => println!("{}", json(&measured, &findings)),
        (None, false) => println!("{}", text::text(&chooser, &measured)),
    }
    let wrong = diagnostics(&document, findings);
    if !arguments.json {
        report::findings(&wrong);
    }
    Ok(if arguments.gate && !wrong.is_empty() { Outcome::Errors } else { Outcome::Fine })
}

fn measure(document: &Document, chooser: &Chooser, readers: u32) -> Result<(Measured, Vec<Finding>), Failure> {
    let limits = &document.header.limits;
    match &chooser.engine {
        Engine::Profile(weighted) => {
            let title = |id: &ItemId| chooser.plain(&key::title(id));
            let outcomes = Outcomes::of(weighted, &known(document), limits, &title, Effort::FULL, SEED)
                .ok_or("the weights of this file are too many to count\n  use fewer questions or smaller weights")?;
            let findings = of_outcomes(&outcomes, limits);
            Ok((Measured::Outcomes(outcomes), findings))
        }
        Engine::Adaptive(adaptive) => {
            let readers = measure::readers(adaptive, readers);
            let findings = of_readers(&readers, limits);
            Ok((Measured::Readers(readers), findings))
        }
    }
}

fn json(measured: &Measured, findings: &[Finding]) -> String {
    let wrong = |finding: &Finding| serde_json::json!({ "code": finding.code.code, "part": finding.part, "message": finding.message, "help": finding.help });
    let findings: Vec<_> = findings.iter().map(wrong).collect();
    let whole = match measured {
        Measured::Outcomes(outcomes) => serde_json::json!({ "engine": "profile", "seed": SEED, "figures": outcomes, "findings": findings }),
        Measured::Readers(readers) => serde_json::json!({ "engine": "adaptive", "seed": SEED, "figures": readers, "findings": findings }),
    };
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

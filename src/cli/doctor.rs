//! `waypost doctor`: whether a simulator teaches what it claims, as text, as JSON, or as a page with charts.

mod page;

use crate::arguments::Doctor;
use crate::{Failure, Outcome, report};
use anstream::{eprint, eprintln, println};
use anstyle::{AnsiColor, Style};
use std::fs;
use std::io::IsTerminal;
use waypost_author::doctor::{Effort, Examination, Finding, Outcome as Came, examine};
use waypost_author::simulator;

const GREEN: Style = AnsiColor::Green.on_default();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
const DIM: Style = Style::new().dimmed();

/// Examines the file and prints what was found.
pub(crate) fn run(arguments: &Doctor) -> Result<Outcome, Failure> {
    let shown = arguments.file.display().to_string();
    let text = fs::read_to_string(&arguments.file).map_err(|error| format!("{shown} can't be read: {error}"))?;
    let (document, found) = simulator::read_in("en", &shown, &text);
    if report::has_errors(&found) {
        report::findings(&found);
        return Ok(Outcome::Errors);
    }
    let examination = examine(&document, Effort::THOROUGH, &|permille| progress(permille))?;
    clear_progress();
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&examination).unwrap_or_default());
    } else {
        print(&shown, &examination);
    }
    if let Some(out) = &arguments.html {
        fs::write(out, page::page(&examination)).map_err(|error| format!("{} can't be written: {error}", out.display()))?;
        eprintln!("the charts are in {}", out.display());
    }
    Ok(if examination.passes() { Outcome::Fine } else { Outcome::Errors })
}

/// How far it is, on a terminal only.
fn progress(permille: usize) {
    if std::io::stderr().is_terminal() {
        eprint!("\rplaying all plans: {:>3} %", permille / 10);
    }
}

fn clear_progress() {
    if std::io::stderr().is_terminal() {
        eprint!("\r{:26}\r", "");
    }
}

fn print(file: &str, found: &Examination) {
    let plans = if found.exhaustive { "all" } else { "a sample of" };
    println!("{file}: {plans} {} plans, {} worlds each", found.plans, found.worlds);
    let best = if found.exhaustive { "best fixed plan" } else { "best plan found" };
    println!("{best}: {} ({:.0} points; all plans {:.0}, sd {:.0})\n", found.best.join(" "), found.best_mean, found.mean, found.deviation);
    found.findings.iter().for_each(finding);
    let failing = found.findings.iter().filter(|finding| finding.outcome == Came::Fails).count();
    let flagged = found.findings.iter().filter(|finding| finding.outcome == Came::Flagged).count();
    let advisory = if flagged > 0 { format!(", {flagged} flagged") } else { String::new() };
    match failing {
        0 => println!("\nall blocking checks pass{advisory}"),
        1 => println!("\n1 check fails{advisory}"),
        _ => println!("\n{failing} checks fail{advisory}"),
    }
}

fn finding(finding: &Finding) {
    let (style, word) = match finding.outcome {
        Came::Holds => (GREEN, "holds"),
        Came::Fails => (RED, "FAILS"),
        Came::Flagged => (YELLOW, "flagged"),
        Came::Skipped => (DIM, "skipped"),
    };
    println!("{style}{word:<8}{style:#} {:<25} {}", finding.name, finding.says);
    if !finding.help.is_empty() {
        println!("{:34} try: {}", "", finding.help);
    }
    if !finding.why.is_empty() {
        println!("{:34} why: {}", "", finding.why);
    }
}

//! `waypost fmt`: the one canonical way to write a file. What it says stays the same; so do its words, notes and order.

mod blocks;
mod groups;
mod header;
mod ids;
mod inline;
mod write;

use crate::check;
use crate::chooser;
use crate::code;
use crate::compile::compile;
use crate::diagnostic::{Diagnostic, Severity};
use crate::header::locate;
use crate::page::parse_page;
use crate::report::Report;
use crate::settings::Table;
use crate::simulator;
use crate::source::Source;
use waypost_core::bundle::Profile;

/// What kind of file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Prose.
    Page,
    /// Questions.
    Quiz,
    /// Questions that help with a choice.
    Chooser,
    /// Decisions and a model.
    Simulator,
}

/// The canonical form of a quiz or page, or the errors that keep a file from being formatted.
///
/// `file` is its name, `lang` the language of its course. Laws: formatting twice is formatting once, and what the file compiles to stays.
pub fn fmt(lang: &str, file: &str, text: &str) -> Result<String, Vec<Diagnostic>> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let source = Source::new(file, &text);
    let mut report = Report::new(&source);
    let (header, start) = locate(&mut report);
    let table = header.clone().map(|span| Table::read(span, &mut report)).unwrap_or_default();
    let sort = match crate::header::kind(&table, &mut report) {
        "page" => Sort::Page,
        "chooser" => Sort::Chooser,
        "simulator" => Sort::Simulator,
        _ => Sort::Quiz,
    };
    let mut found = report.finish();
    found.extend(errors(sort, lang, file, &text));
    found.retain(|diagnostic| diagnostic.severity == Severity::Error);
    if !found.is_empty() {
        return Err(found);
    }
    let names = match sort {
        Sort::Page => ids::Names::default(),
        Sort::Quiz => ids::of_quiz(lang, file, &text),
        Sort::Chooser => ids::of_chooser(lang, file, &text),
        Sort::Simulator => ids::of_simulator(lang, file, &text),
    };
    let body = write::Writer { text: &text, sort, names: &names }.file(&blocks::read(&text, start));
    let parts = [header.map(|span| header::write(text.get(span).unwrap_or_default(), sort)).unwrap_or_default(), body];
    let formatted = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n");
    match says_the_same(sort, lang, file, &text, &formatted) {
        true => Ok(formatted),
        false => {
            let mut report = Report::new(&source);
            let help = "write its unusual places more plainly; `waypost check` reads the file as it is";
            report.add(code::E191, 0..0, "this file cannot be formatted without changing what it says, and is left as it is", help);
            Err(report.finish())
        }
    }
}

/// What is wrong with the grammar of a file. A broken key or a weak question does not keep a file from being formatted.
fn errors(sort: Sort, lang: &str, file: &str, text: &str) -> Vec<Diagnostic> {
    match sort {
        Sort::Page => parse_page(file, text).1,
        Sort::Quiz => crate::markdown::parse_in(lang, file, text).1,
        Sort::Chooser => crate::chooser::parse_in(lang, file, text).1,
        Sort::Simulator => simulator::parse_in(lang, file, text).1,
    }
}

fn says_the_same(sort: Sort, lang: &str, file: &str, before: &str, after: &str) -> bool {
    match sort {
        Sort::Page => parse_page(file, before).0 == parse_page(file, after).0,
        Sort::Quiz => {
            let compiled = |text: &str| compile(&check::read_in(lang, file, text).0, Profile::Full);
            compiled(before) == compiled(after)
        }
        Sort::Chooser => {
            let compiled = |text: &str| chooser::compile(&chooser::read_in(lang, file, text).0, Profile::Full);
            compiled(before) == compiled(after)
        }
        Sort::Simulator => {
            let compiled = |text: &str| simulator::compile::compile(&simulator::parse_in(lang, file, text).0, Profile::Full);
            compiled(before) == compiled(after)
        }
    }
}

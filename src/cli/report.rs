//! What is printed: findings, summaries and failures, in color only on a terminal.

use crate::source::Source;
use anstream::{eprintln, println};
use anstyle::{AnsiColor, Style};
use waypost_author::course::Course;
use waypost_author::diagnostic::{Diagnostic, Severity};

const STRONG: Style = Style::new().bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default().bold();

/// Why nothing could be done.
pub(crate) fn failure(text: &str) {
    eprintln!("{RED}error:{RED:#} {text}");
}

/// Each finding with its place and what to do, on standard error.
pub(crate) fn findings(diagnostics: &[Diagnostic]) {
    for found in diagnostics {
        let (color, severity) = match found.severity {
            Severity::Error => (RED, "error"),
            Severity::Warning => (YELLOW, "warning"),
        };
        let Diagnostic { file, line, column, code, message, help, .. } = found;
        eprintln!("{STRONG}{file}:{line}:{column}:{STRONG:#} {color}{severity}[{code}]{color:#}: {message}\n  help: {help}");
    }
}

/// What was mended, on standard error, with the places before.
pub(crate) fn mended(diagnostics: &[Diagnostic]) {
    for Diagnostic { file, line, column, code, message, .. } in diagnostics {
        eprintln!("{STRONG}{file}:{line}:{column}:{STRONG:#} {GREEN}mended[{code}]{GREEN:#}: {message}");
    }
}

/// The findings as one JSON document, on standard output.
pub(crate) fn json(diagnostics: &[Diagnostic]) {
    println!("{}", serde_json::to_string_pretty(diagnostics).unwrap_or_default());
}

/// "3 files, 18 items: fine", or how much is wrong.
pub(crate) fn summary(files: usize, items: usize, diagnostics: &[Diagnostic]) -> String {
    let of = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    let wrong: Vec<_> = [counted(of(Severity::Error), "error"), counted(of(Severity::Warning), "warning")].into_iter().flatten().collect();
    let verdict = if wrong.is_empty() { "fine".into() } else { wrong.join(", ") };
    let size: Vec<_> = [counted(files, "file"), counted(items, "item")].into_iter().flatten().collect();
    format!("{}: {verdict}", size.join(", "))
}

/// The findings that keep a bundle from being written.
pub(crate) fn errors(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    diagnostics.iter().filter(|found| found.severity == Severity::Error)
}

/// Whether there is any.
pub(crate) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    errors(diagnostics).next().is_some()
}

/// "1 file", "2 files"; nothing for none.
pub(crate) fn counted(number: usize, noun: &str) -> Option<String> {
    match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{number} {noun}s")),
    }
}

/// Bytes as a reader of a listing wants them: "412 B", "38.2 KB".
pub(crate) fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// How many items the widgets of a course have.
pub(crate) fn items(course: &Course) -> usize {
    course.widgets.iter().map(|widget| widget.steps()).sum()
}

/// The summary of a whole course.
pub(crate) fn course(source: &Source, course: &Course) -> String {
    summary(source.len(), items(course), &course.diagnostics)
}

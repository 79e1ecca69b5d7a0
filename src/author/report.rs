//! Where findings are collected while a file is read.

use crate::code::Code;
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::source::Source;
use std::ops::Range;

/// More findings than this are not collected from one file; nobody reads them.
const MAX_FOUND: usize = 1_000;

/// The findings in one file so far.
pub(crate) struct Report<'s> {
    /// The file.
    pub(crate) source: &'s Source,
    /// Addresses of links that lead to files of the course or to its calls to action, with their places.
    pub(crate) links: Vec<(String, Range<usize>)>,
    /// Addresses of images, with their places.
    pub(crate) images: Vec<(String, Range<usize>)>,
    /// The ids of the file's dimensions, which options name as weights.
    pub(crate) dimensions: Vec<String>,
    /// Whether the file is a translation: it holds words only, and may lack any of them.
    pub(crate) translates: bool,
    found: Vec<Diagnostic>,
}

impl<'s> Report<'s> {
    /// Nothing found yet.
    pub(crate) fn new(source: &'s Source) -> Self {
        Self { source, links: Vec::new(), images: Vec::new(), dimensions: Vec::new(), translates: false, found: Vec::new() }
    }

    /// Adds a finding with the usual severity of its code.
    pub(crate) fn add(&mut self, code: Code, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.add_as(code.severity, code, span, message, help);
    }

    /// Adds a finding about something that is not there; a translation has it from its original.
    pub(crate) fn lacks(&mut self, code: Code, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        if !self.translates {
            self.add(code, span, message, help);
        }
    }

    /// Adds a finding that weighs otherwise than its code usually does.
    pub(crate) fn add_as(
        &mut self,
        severity: Severity,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(severity, code, span, (message.into(), help.into()), None);
    }

    /// Adds a finding that an edit takes away, see [`Diagnostic::edit`].
    pub(crate) fn add_with(
        &mut self,
        edit: Option<Edit>,
        code: Code,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(code.severity, code, span, (message.into(), help.into()), edit);
    }

    fn push(&mut self, severity: Severity, code: Code, span: Range<usize>, (message, help): (String, String), edit: Option<Edit>) {
        let is_first_error = severity == Severity::Error && !self.found.iter().any(|found| found.severity == Severity::Error);
        if self.found.len() >= MAX_FOUND && !is_first_error {
            return;
        }
        let (line, column) = self.source.place(span.start);
        let file = self.source.file().to_owned();
        self.found.push(Diagnostic { code: code.code, severity, file, line, column, span, message, help, edit });
    }

    /// All findings in the order of the file.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| (a.span.start, a.code).cmp(&(b.span.start, b.code)));
        self.found.dedup();
        self.found
    }
}

/// An author's words for a message: on one line, in backticks of which there are none inside, at most 40 characters.
pub(crate) fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    match line.char_indices().nth(40) {
        None => format!("`{line}`"),
        Some(_) => format!("`{}...`", line.chars().take(37).collect::<String>().trim_end()),
    }
}

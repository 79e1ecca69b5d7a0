//! What is wrong with an author's file: where, what, and what to do.

use serde::Serialize;
use std::fmt;
use std::ops::Range;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// `E...` or `W...`; each code has one meaning for good.
    pub code: &'static str,
    /// Whether a bundle can still be written.
    pub severity: Severity,
    /// The file, as the author named it.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in Unicode scalar values, counted from 1.
    pub column: usize,
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// What is wrong, in the author's words.
    pub message: String,
    /// What to do; begins with a verb.
    pub help: String,
    /// The change that does it, where there is one way only and nothing is lost by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<Edit>,
}

/// A change of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What is replaced, in bytes of the file; empty where something is put in.
    pub span: Range<usize>,
    /// What stands there instead.
    pub text: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// No bundle is written.
    Error,
    /// Worth a look.
    Warning,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(f, "{}:{}:{}: {severity}[{}]: {}", self.file, self.line, self.column, self.code, self.message)?;
        write!(f, "  help: {}", self.help)
    }
}

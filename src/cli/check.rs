//! `waypost check`: what is wrong, where, and what to do.

use crate::arguments::Check;
use crate::source::{self, Source};
use crate::{Failure, Outcome, report};
use anstream::println;
use std::collections::BTreeMap;
use std::path::Path;
use waypost_author::course::Course;
use waypost_author::diagnostic::Diagnostic;

/// Checks every path and prints the findings.
pub(crate) fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let mut files = 0;
    let mut items = 0;
    let mut found = Vec::new();
    for path in &arguments.paths {
        let (source, course) = read(path)?;
        files += source.0.len();
        items += report::items(&course);
        found.extend(course.diagnostics.into_iter().map(|finding| under(path, finding)));
    }
    if arguments.json {
        report::json(&found);
    } else {
        report::findings(&found);
        println!("{}", report::summary(files, items, &found));
    }
    Ok(if report::has_errors(&found) { Outcome::Errors } else { Outcome::Fine })
}

fn read(path: &Path) -> Result<(Source, Course), Failure> {
    if path.is_dir() {
        let source = Source::read(path)?;
        let course = source.compile();
        return Ok((source, course));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let alone = Source(BTreeMap::from([(name.clone(), source::bytes(path)?)]));
    // Its links lead to its neighbors, so the whole folder is read; what is reported and counted is the file alone.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut diagnostics = Source::read(folder)?.compile().diagnostics;
    diagnostics.retain(|finding| finding.file == name);
    let course = Course { diagnostics, ..alone.compile() };
    Ok((alone, course))
}

/// The finding with its file named from where the author stands.
fn under(path: &Path, finding: Diagnostic) -> Diagnostic {
    let file = if path.is_dir() { path.join(&finding.file).display().to_string() } else { path.display().to_string() };
    Diagnostic { file, ..finding }
}

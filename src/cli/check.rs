//! `waypost check`: what is wrong, where, and what to do.

use crate::arguments::Check;
use crate::source::Source;
use crate::{Failure, Outcome, fmt, report};
use anstream::println;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use waypost_author::chooser::{dated, ipdas, workbench};
use waypost_author::course::Course;
use waypost_author::lint::skipped;
use waypost_author::mend::mend;
use waypost_core::time::date;

/// Checks every path and prints the findings.
pub(crate) fn run(arguments: &Check) -> Result<Outcome, Failure> {
    let mut files = 0;
    let mut items = 0;
    let mut found = Vec::new();
    let mut langs = BTreeSet::new();
    let mut criteria = Vec::new();
    let today = today();
    if arguments.fix {
        fix(&arguments.paths)?;
    }
    for path in &arguments.paths {
        let (source, course) = read(path)?;
        files += source.len();
        items += report::items(&course);
        langs.extend(course.widgets.iter().map(|widget| widget.lang.clone()));
        let ill = source.doctor(&course);
        found.extend(course.diagnostics);
        for chooser in &course.choosers {
            found.extend(source.named(dated(chooser, &today)));
            found.extend(source.named(workbench::findings::check(chooser)));
            let (kept, of) = ipdas::kept(chooser);
            let due = ipdas::due(chooser, &today).map(|day| format!(", due for review since {day}")).unwrap_or_default();
            criteria.push(format!("{}: IPDAS {kept} of {of}{due}", chooser.source.file()));
        }
        found.extend(ill);
    }
    if arguments.json {
        report::json(&found);
    } else {
        report::findings(&found);
        println!("{}", report::summary(files, items, &found));
        criteria.iter().for_each(|line| println!("{line}"));
        for (lang, codes) in langs.iter().map(|lang| (lang, skipped(lang))).filter(|(_, codes)| codes.len() > 1) {
            println!("there are no words in {lang} yet for {}: they were skipped", codes.join(", "));
        }
    }
    let refused = report::has_errors(&found) || (arguments.deny && !found.is_empty());
    Ok(if refused { Outcome::Errors } else { Outcome::Fine })
}

/// Mends the Markdown files of the paths, and says on standard error what was mended.
fn fix(paths: &[PathBuf]) -> Result<(), Failure> {
    for path in fmt::files(paths)? {
        let text = fs::read_to_string(&path).map_err(|error| format!("{} can't be read: {error}", path.display()))?;
        let (mended, found) = mend(&fmt::lang(&path), &path.display().to_string(), &text);
        if !found.is_empty() {
            fmt::replace(&path, &mended)?;
            report::mended(&found);
        }
    }
    Ok(())
}

/// The day in UTC as `2026-11-27`.
fn today() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    date(i64::try_from(since.as_secs() / 86_400).unwrap_or_default())
}

/// A folder as a whole; a file with its neighbors, where its links lead, though it alone is counted and reported.
fn read(path: &Path) -> Result<(Source, Course), Failure> {
    if !path.is_file() {
        let source = Source::read(path)?;
        let course = source.compile();
        return Ok((source, course));
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = Source::read(path.parent().unwrap_or(Path::new("")))?;
    let mut diagnostics = source.compile().diagnostics;
    diagnostics.retain(|finding| Path::new(&finding.file) == path);
    let alone = source.only(&name);
    if alone.len() == 0 {
        return Err(format!("{} is no part of a course\n  name a .md file, course.toml, or the folder of a course", path.display()));
    }
    let course = Course { diagnostics, ..alone.compile() };
    Ok((alone, course))
}

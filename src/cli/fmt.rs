//! `waypost fmt`: writes files in their canonical form, translations with what they were made from.

use crate::arguments::Fmt;
use crate::source::Source;
use crate::{Failure, Outcome, report};
use anstream::println;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use waypost_author::course::Course;
use waypost_author::locale::{stamped, translated};
use waypost_author::print::fmt;

/// Formats every Markdown file of the paths, or with `--check` names those that are not formatted.
pub(crate) fn run(arguments: &Fmt) -> Result<Outcome, Failure> {
    let (mut changed, mut refused) = (0, 0);
    let files = files(&arguments.paths)?;
    for path in &files {
        let text = fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}", path.display()))?;
        let current = current(path, &text);
        match fmt(&lang(path), &path.display().to_string(), &current) {
            Ok(formatted) if formatted == text => {}
            Ok(formatted) => {
                changed += 1;
                match arguments.check {
                    true => println!("{} is not formatted", path.display()),
                    false => replace(path, &formatted)?,
                }
            }
            Err(found) => {
                refused += 1;
                report::findings(&found);
            }
        }
    }
    println!("{}", summary(files.len(), changed, refused, arguments.check));
    let fine = refused == 0 && (changed == 0 || !arguments.check);
    Ok(if fine { Outcome::Fine } else { Outcome::Errors })
}

fn summary(files: usize, changed: usize, refused: usize, check: bool) -> String {
    let mut parts = vec![report::counted(files, "file").unwrap_or_else(|| "no files".into())];
    parts.push(match (changed, check) {
        (0, _) if refused == 0 => "all formatted".into(),
        (_, true) => format!("{changed} to be formatted"),
        (_, false) => format!("{changed} formatted anew"),
    });
    parts.extend((refused > 0).then(|| format!("{refused} left as they are, for the errors above")));
    parts.join(", ")
}

/// The Markdown files that the paths name, or hold directly.
pub(crate) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let shown = path.display();
        if path.is_file() && path.extension().is_some_and(|ending| ending == "md") {
            files.push(path.clone());
            continue;
        }
        let entries =
            fs::read_dir(path).map_err(|error| format!("{shown} can't be read: {error}\n  name a .md file, or the folder of a course"))?;
        let inside = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let mut inside: Vec<PathBuf> =
            inside.filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "md")).collect();
        inside.sort();
        files.extend(inside);
    }
    Ok(files)
}

/// A translation with what it was made from, as the file beside it says that; any other text as it is.
fn current(path: &Path, text: &str) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match translated(&name, text) {
        Some(_) => Source::read(path.parent().unwrap_or(Path::new(""))).map(|files| stamped(&files.compile(), &name, text)),
        None => Ok(text.to_owned()),
    }
    .unwrap_or_else(|_| text.to_owned())
}

/// The language of the course that a file belongs to.
pub(crate) fn lang(path: &Path) -> String {
    let settings = fs::read(path.with_file_name("course.toml")).map(|content| BTreeMap::from([("course.toml".to_owned(), content)]));
    let lang = settings.map(|files| Course::read(&files).settings.lang).unwrap_or_default();
    if lang.is_empty() { "en".to_owned() } else { lang }
}

/// The new text first goes to a file beside, so that nothing is lost if writing it fails.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let beside = path.with_extension("md.waypost-new");
    let done = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    done.map_err(|error| format!("{} can't be written: {error}", path.display()))
}

//! The shipped course: what authors see first has to be flawless.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::Path;
use waypost_author::course::Course;

fn shipped() -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn the_shipped_course_compiles_without_errors_or_warnings() {
    let course = Course::read(&shipped());
    let found: Vec<String> = course.diagnostics.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    assert!(!course.pages.is_empty() && !course.widgets.is_empty());
}

//! An author's files, read from disk.

use crate::Failure;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use waypost_author::course::Course;

/// The files of a course that are text: name to content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Source(pub(crate) BTreeMap<String, Vec<u8>>);

impl Source {
    /// Reads `course.toml` and every Markdown file directly in `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self, Failure> {
        let shown = folder.display();
        let entries = fs::read_dir(folder).map_err(|error| format!("{shown} can't be read: {error}\n  name the folder of a course"))?;
        let mut files = BTreeMap::new();
        for entry in entries {
            let path = entry.map_err(|error| format!("{shown} can't be read: {error}"))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if !name.starts_with('.') && (name == "course.toml" || name.ends_with(".md")) && path.is_file() {
                files.insert(name.to_owned(), bytes(&path)?);
            }
        }
        if files.is_empty() {
            return Err(format!("{shown} holds no course: no course.toml and no .md file\n  `waypost new DIR` starts one"));
        }
        Ok(Self(files))
    }

    /// The course that the files make.
    pub(crate) fn compile(&self) -> Course {
        Course::read(&self.0)
    }
}

/// A file's content.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| format!("{} can't be read: {error}", path.display()))
}

//! An author's files, read from disk.

use crate::Failure;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use waypost_author::course::{Course, ENDINGS};
use waypost_author::diagnostic::Diagnostic;
use waypost_author::doctor;

/// The files of a course.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Source {
    /// The folder, as the author named it.
    folder: PathBuf,
    /// Name to content.
    files: BTreeMap<String, Vec<u8>>,
}

impl Source {
    /// Reads `course.toml`, every Markdown file and every image directly in `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Self, Failure> {
        let shown = folder.display();
        let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let entries = fs::read_dir(place).map_err(|error| format!("{shown} can't be read: {error}\n  name the folder of a course"))?;
        let mut files = BTreeMap::new();
        for entry in entries {
            let path = entry.map_err(|error| format!("{shown} can't be read: {error}"))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
            if !name.starts_with('.') && (is_text(name) || is_image(name)) && path.is_file() {
                let content = fs::read(&path).map_err(|error| format!("{} can't be read: {error}", path.display()))?;
                files.insert(name.to_owned(), content);
            }
        }
        if !files.keys().any(|name| is_text(name)) {
            return Err(format!("{shown} holds no course: no course.toml and no .md file\n  `waypost new DIR` starts one"));
        }
        Ok(Self { folder: folder.to_owned(), files })
    }

    /// How many files of text there are.
    pub(crate) fn len(&self) -> usize {
        self.files.keys().filter(|name| is_text(name)).count()
    }

    /// Only the file of this name.
    pub(crate) fn only(mut self, name: &str) -> Self {
        self.files.retain(|file, _| file == name);
        self
    }

    /// What the doctor finds in the simulators of the course, quickly examined.
    pub(crate) fn doctor(&self, course: &Course) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> = course.simulators.iter().flat_map(doctor::diagnostics).collect();
        for found in &mut found {
            found.file = self.folder.join(&found.file).display().to_string();
        }
        found
    }

    /// The course that the files make. Findings name files from where the author stands.
    pub(crate) fn compile(&self) -> Course {
        let mut course = Course::read(&self.files);
        course.diagnostics = self.named(course.diagnostics);
        course
    }

    /// Findings that name files from where the author stands.
    pub(crate) fn named(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        for finding in &mut found {
            finding.file = self.folder.join(&finding.file).display().to_string();
        }
        found
    }
}

fn is_text(name: &str) -> bool {
    name == "course.toml" || name.ends_with(".md")
}

fn is_image(name: &str) -> bool {
    Path::new(name).extension().and_then(|ending| ending.to_str()).is_some_and(|ending| ENDINGS.contains(&ending.to_lowercase().as_str()))
}

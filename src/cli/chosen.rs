//! One lesson of a course, chosen by its file.

use crate::Failure;
use crate::report;
use crate::source::Source;
use std::path::Path;
use waypost_author::course::Course;
use waypost_author::diagnostic::Diagnostic;
use waypost_core::bundle::Lesson;

/// A lesson with the course it belongs to.
pub(crate) struct Chosen {
    /// The whole course: links lead through it, and its settings count.
    pub(crate) course: Course,
    /// The lesson.
    pub(crate) widget: Lesson,
}

impl Chosen {
    /// Reads the course around a file. The inner error holds what is wrong in the file itself.
    pub(crate) fn read(file: &Path) -> Result<Result<Self, Vec<Diagnostic>>, Failure> {
        let shown = file.display();
        if !file.is_file() {
            return Err(format!("{shown} is not a file\n  name the Markdown file of a lesson, such as my-course/first-quiz.md"));
        }
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let course = Source::read(file.parent().unwrap_or(Path::new("")))?.compile();
        let found: Vec<Diagnostic> = course.diagnostics.iter().filter(|found| Path::new(&found.file) == file).cloned().collect();
        if report::has_errors(&found) {
            return Ok(Err(found));
        }
        let id = course.files.get(&name);
        match id.and_then(|id| course.widgets.iter().find(|widget| widget.id == *id)) {
            Some(widget) => Ok(Ok(Self { widget: widget.clone(), course })),
            None => Err(format!("{shown} is no lesson\n  name the Markdown file of a quiz, a chooser or a simulator")),
        }
    }

    /// The address of the site, see [`base`].
    pub(crate) fn base(&self, typed: Option<&str>) -> Result<Option<String>, Failure> {
        base(&self.course, typed)
    }
}

/// The address of a course's site: the one that was typed, else the one of `course.toml`.
pub(crate) fn base(course: &Course, typed: Option<&str>) -> Result<Option<String>, Failure> {
    match typed {
        None => Ok(course.settings.base.clone()),
        Some(typed) if typed.starts_with("https://") || typed.starts_with("http://") => {
            Ok(Some(format!("{}/", typed.trim_end_matches('/'))))
        }
        Some(typed) => {
            Err(format!("{typed} is no address of a site\n  write the whole address of its folder: --base https://example.com/course/"))
        }
    }
}

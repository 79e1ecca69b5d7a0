//! A widget's file of whatever kind: read and checked by its header's `kind`, and compiled.

use crate::chooser;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document;
use crate::header;
use crate::markdown::open;
use crate::page;
use crate::report::Report;
use crate::simulator;
use crate::source::Source;
use crate::{check, compile};
use std::ops::Range;
use waypost_core::bundle::{Lesson, Profile};
use waypost_core::id::WidgetId;

/// What a widget's file says.
#[derive(Clone, Debug)]
pub enum Document {
    /// A quiz.
    Quiz(Box<document::Document>),
    /// A chooser.
    Chooser(Box<chooser::Document>),
    /// A simulator.
    Simulator(Box<simulator::Document>),
}

/// Parses and checks a file: the document and all findings, in the order of the file, without what the author silenced.
pub fn read(file: &str, text: &str) -> (Document, Vec<Diagnostic>) {
    read_in("en", file, text)
}

/// The same for a file of a course whose language is `lang`.
pub fn read_in(lang: &str, file: &str, text: &str) -> (Document, Vec<Diagnostic>) {
    read_as(kind(file, text), lang, file, text)
}

/// The same for a file whose [`kind`] is known.
pub(crate) fn read_as(kind: &str, lang: &str, file: &str, text: &str) -> (Document, Vec<Diagnostic>) {
    match kind {
        "chooser" => {
            let (document, found) = chooser::read_in(lang, file, text);
            (Document::Chooser(Box::new(document)), found)
        }
        "simulator" => {
            let (document, found) = simulator::read_in(lang, file, text);
            (Document::Simulator(Box::new(document)), found)
        }
        _ => {
            let (document, found) = check::read_in(lang, file, text);
            (Document::Quiz(Box::new(document)), found)
        }
    }
}

/// The same, and the widget compiled where it has no error. The words of a quiz are in its bundle then, not in its document. [`seal`]
/// completes the bundle, after links have got their addresses.
pub(crate) fn compiled_as(kind: &str, lang: &str, file: &str, text: &str) -> (Document, Option<Lesson>, Vec<Diagnostic>) {
    if !["chooser", "simulator"].contains(&kind) {
        let (document, bundle, found) = check::compiled_in(lang, file, text);
        return (Document::Quiz(Box::new(document)), bundle.map(Lesson::Quiz), found);
    }
    let (document, found) = read_as(kind, lang, file, text);
    let is_fine = !found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let lesson = is_fine.then(|| document.compile(Profile::Full));
    (document, lesson, found)
}

/// All findings in a file of any kind, pages too, by its header.
pub fn findings(lang: &str, file: &str, text: &str) -> Vec<Diagnostic> {
    match kind(file, text) {
        "page" => page::parse_page(file, text).1,
        kind => read_as(kind, lang, file, text).1,
    }
}

/// The kind that the header names: `quiz` where it names none, or none that is known.
pub(crate) fn kind(file: &str, text: &str) -> &'static str {
    let source = Source::new(file, head(text));
    let mut report = Report::new(&source);
    open(&mut report).map_or("quiz", |(table, _)| header::kind(&table, &mut report))
}

/// The text up to the end of its header.
fn head(text: &str) -> &str {
    let is_fence = |line: &str| line.trim_start_matches('\u{feff}').trim() == "+++";
    let mut end = 0;
    let fences = text.split_inclusive('\n').filter(|line| {
        end += line.len();
        is_fence(line)
    });
    let closed = fences.take(2).count() == 2;
    if closed { text.get(..end).unwrap_or(text) } else { text }
}

impl Document {
    /// The widget's name.
    pub fn id(&self) -> &WidgetId {
        match self {
            Self::Quiz(quiz) => &quiz.header.id,
            Self::Chooser(chooser) => &chooser.header.id,
            Self::Simulator(simulator) => &simulator.header.id,
        }
    }

    /// Whether it is checked and previewed only.
    pub fn is_draft(&self) -> bool {
        match self {
            Self::Quiz(quiz) => quiz.header.draft,
            Self::Chooser(chooser) => chooser.header.draft,
            Self::Simulator(simulator) => simulator.header.draft,
        }
    }

    /// The file it was read from.
    pub fn source(&self) -> &Source {
        match self {
            Self::Quiz(quiz) => &quiz.source,
            Self::Chooser(chooser) => &chooser.source,
            Self::Simulator(simulator) => &simulator.source,
        }
    }

    /// Links to other files of the course and to its calls to action, with their places.
    pub fn links(&self) -> &[(String, Range<usize>)] {
        match self {
            Self::Quiz(quiz) => &quiz.links,
            Self::Chooser(chooser) => &chooser.links,
            Self::Simulator(simulator) => &simulator.links,
        }
    }

    /// Images, with their places.
    pub fn images(&self) -> &[(String, Range<usize>)] {
        match self {
            Self::Quiz(quiz) => &quiz.images,
            Self::Chooser(chooser) => &chooser.images,
            Self::Simulator(simulator) => &simulator.images,
        }
    }

    /// The bundle. Worth publishing only if no error was found.
    pub fn compile(&self, profile: Profile) -> Lesson {
        match self {
            Self::Quiz(quiz) => Lesson::Quiz(compile::compile(quiz, profile)),
            Self::Chooser(chooser) => Lesson::Chooser(chooser::compile(chooser, profile)),
            Self::Simulator(document) => Lesson::Simulator(simulator::compile::compile(document, profile)),
        }
    }
}

/// Sets the hashes and the revision anew, after words were changed. Gives what is wrong with the whole.
pub(crate) fn seal(lesson: &mut Lesson, source: &Source) -> Vec<Diagnostic> {
    match lesson {
        Lesson::Quiz(quiz) => return check::too_large(source, compile::seal(quiz)),
        Lesson::Chooser(chooser) => chooser::seal(chooser),
        Lesson::Simulator(simulator) => compile::seal_simulator(simulator),
    }
    Vec::new()
}

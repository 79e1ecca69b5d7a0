//! Reads a folder: settings first, then every Markdown file by its kind, then what lies between files.

use super::images::Images;
use super::links::{Links, Target};
use super::{Course, settings};
use crate::chooser;
use crate::code;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lesson::{self, Document, seal};
use crate::lex::nearest::nearest;
use crate::locale::{Translation, translate};
use crate::page::{self, Page};
use crate::parallel;
use crate::report::{Report, quote};
use crate::simulator;
use crate::source::Source;
use std::collections::BTreeMap;
use std::ops::Range;
use waypost_core::bundle::Lesson;
use waypost_core::id::WidgetId;

/// From a widget's page to the root of the site.
const UP: &str = "../../";

/// A Markdown file, read.
struct Read {
    content: Content,
    links: Vec<(String, Range<usize>)>,
    images: Vec<(String, Range<usize>)>,
    found: Vec<Diagnostic>,
    /// What is wrong with the widget as a whole, where it is sealed: one without links and images needs nothing of the other files.
    sealed: Option<Vec<Diagnostic>>,
}

#[allow(clippy::large_enum_variant, reason = "a course has a handful of files, and they are seldom moved")]
enum Content {
    Page(Page, Source),
    Widget(Document, Option<Lesson>),
}

impl Read {
    fn source(&self) -> &Source {
        match &self.content {
            Content::Page(_, source) => source,
            Content::Widget(document, _) => document.source(),
        }
    }
}

/// What a file gives its course.
struct Given {
    file: String,
    page: Option<Page>,
    lesson: Option<Lesson>,
    translation: Option<Translation>,
    chooser: Option<chooser::Document>,
    simulator: Option<simulator::Document>,
    draft: Option<Source>,
    found: Vec<Diagnostic>,
}

impl Course {
    /// Reads the files of a folder: name, with `/` between folders, to content. `course.toml`, `*.md` and images are looked at.
    pub fn read(files: &BTreeMap<String, Vec<u8>>) -> Course {
        let mut course = Course::default();
        let texts = decode(files, &mut course.diagnostics);
        let order = read_settings(&texts, &mut course);
        let names = in_order(&texts, &order, &mut course.diagnostics);
        course.diagnostics.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
        let lang = course.settings.lang.as_str();
        let mut read = parallel::each(names, |(name, text)| read_file(name, text, lang));
        refuse_twins(&mut read);
        let targets: BTreeMap<String, Target> = read.iter().map(|file| (file.source().file().to_owned(), target(file))).collect();
        let originals = originals(&read);
        let images = Images::read(files, &mut course);
        let links = Links { files: &targets, settings: &course.settings, images: &images };
        let mut translations = Vec::new();
        for given in parallel::each(read, |file| given(file, &links)) {
            course.pages.extend(given.page);
            if let Some(lesson) = given.lesson {
                course.files.insert(given.file, lesson.id.clone());
                course.widgets.push(lesson);
            }
            translations.extend(given.translation);
            course.drafted.extend(given.draft);
            course.choosers.extend(given.chooser);
            course.simulators.extend(given.simulator);
            course.diagnostics.extend(given.found);
        }
        translate(translations, &originals, &mut course);
        name_untitled(&mut course);
        course
    }
}

/// A file as the course has it: its links lead to where things are in the site.
fn given(mut file: Read, links: &Links) -> Given {
    refuse_dead_links(&mut file, links);
    let name = file.source().file().to_owned();
    let mut given =
        Given { file: name, page: None, lesson: None, translation: None, chooser: None, simulator: None, draft: None, found: file.found };
    match file.content {
        Content::Page(mut page, _) => {
            links.resolve_page(&mut page.parts);
            given.page = Some(page);
        }
        Content::Widget(document, lesson) => {
            let mut lesson = lesson.filter(|_| !has_errors(&given.found));
            if let Some(lesson) = &mut lesson {
                let whole = file.sealed.unwrap_or_else(|| {
                    lesson.strings.values_mut().for_each(|text| links.blocks(text, UP));
                    seal(lesson, document.source())
                });
                given.found.extend(whole);
            }
            let broken = has_errors(&given.found);
            given.draft = document.is_draft().then(|| document.source().clone());
            given.lesson = lesson.filter(|_| !broken);
            match document {
                Document::Chooser(chooser) => given.chooser = Some(*chooser),
                Document::Simulator(simulator) if !broken => given.simulator = Some(*simulator),
                Document::Quiz(quiz) if quiz.header.of.is_some() => {
                    given.translation = Translation::new(*quiz, given.lesson.take());
                }
                Document::Quiz(_) | Document::Simulator(_) => {}
            }
        }
    }
    given
}

/// The quizzes that can be translated, those with errors too.
fn originals(read: &[Read]) -> Vec<WidgetId> {
    let original = |file: &Read| match &file.content {
        Content::Widget(Document::Quiz(quiz), _) if quiz.header.of.is_none() => Some(quiz.header.id.clone()),
        _ => None,
    };
    read.iter().filter_map(original).collect()
}

/// A course without a title is called like its first page or lesson.
fn name_untitled(course: &mut Course) {
    if course.settings.title.is_empty() {
        let page = course.pages.first().map(|page| page.title.clone());
        course.settings.title = page.or(course.widgets.first().map(|widget| widget.title.clone())).unwrap_or_default();
    }
}

fn has_errors(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// E101 for files that are not UTF-8; the others as text.
fn decode<'f>(files: &'f BTreeMap<String, Vec<u8>>, found: &mut Vec<Diagnostic>) -> BTreeMap<&'f str, &'f str> {
    let mut texts = BTreeMap::new();
    for (name, bytes) in files.iter().filter(|(name, _)| *name == "course.toml" || name.ends_with(".md")) {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                texts.insert(name.as_str(), text);
            }
            Err(error) => {
                let at = error.valid_up_to();
                let before = bytes.get(..at).map(String::from_utf8_lossy).unwrap_or_default();
                let source = Source::new(name, &before);
                let mut report = Report::new(&source);
                report.add(code::E101, at..at, "this byte is not part of a UTF-8 text", "save the file as UTF-8");
                found.extend(report.finish());
            }
        }
    }
    texts
}

fn read_settings(texts: &BTreeMap<&str, &str>, course: &mut Course) -> Vec<(String, Range<usize>)> {
    let Some(text) = texts.get("course.toml") else {
        course.settings.lang = "en".to_owned();
        return Vec::new();
    };
    let source = Source::new("course.toml", text);
    let mut report = Report::new(&source);
    let (settings, order) = settings::read(&mut report);
    course.settings = settings;
    course.diagnostics.extend(report.finish());
    order
}

/// The Markdown files in the order of the settings, then the others by name. E303 where the order does not fit.
fn in_order<'f>(
    texts: &BTreeMap<&'f str, &'f str>,
    order: &[(String, Range<usize>)],
    found: &mut Vec<Diagnostic>,
) -> Vec<(&'f str, &'f str)> {
    let source = Source::new("course.toml", texts.get("course.toml").copied().unwrap_or_default());
    let mut report = Report::new(&source);
    let mut rest: BTreeMap<&str, &str> =
        texts.iter().filter(|(name, _)| name.ends_with(".md")).map(|(name, text)| (*name, *text)).collect();
    let files: Vec<&str> = rest.keys().copied().collect();
    let mut names = Vec::new();
    for (name, span) in order {
        match rest.remove_entry(name.as_str()) {
            Some(file) => names.push(file),
            None if files.contains(&name.as_str()) => {
                report.add(code::E303, span.clone(), format!("{} stands in the order twice", quote(name)), "remove one of the two");
            }
            None => report.add(code::E303, span.clone(), format!("there is no file {}", quote(name)), missing(name, &files, "name")),
        }
    }
    found.extend(report.finish());
    names.extend(rest);
    names
}

fn missing(name: &str, files: &[&str], written: &str) -> String {
    match nearest(name, files.iter().copied()) {
        Some(known) => format!("write `{known}` if you meant that, or add the file"),
        None => format!("add the file, or remove the {written}"),
    }
}

fn read_file(name: &str, text: &str, lang: &str) -> Read {
    let kind = lesson::kind(name, text);
    if kind == "page" {
        let source = Source::new(name, text);
        let mut report = Report::new(&source);
        let page = page::parse_in(lang, &mut report);
        let links = std::mem::take(&mut report.links);
        let images = std::mem::take(&mut report.images);
        let found = report.finish();
        return Read { content: Content::Page(page, source), links, images, found, sealed: None };
    }
    let (document, mut lesson, found) = lesson::compiled_as(kind, lang, name, text);
    let (links, images) = (document.links().to_vec(), document.images().to_vec());
    let stands_alone = links.is_empty() && images.is_empty();
    let sealed = lesson.as_mut().filter(|_| stands_alone).map(|lesson| seal(lesson, document.source()));
    Read { content: Content::Widget(document, lesson), links, images, found, sealed }
}

fn target(file: &Read) -> Target {
    match &file.content {
        Content::Page(page, _) => Target::Page(page.name.clone()),
        Content::Widget(..) if has_errors(&file.found) => Target::Broken,
        Content::Widget(document, _) => Target::Widget(document.id().clone()),
    }
}

/// E301: ids are what readers' progress hangs on, so two widgets cannot share one.
fn refuse_twins(read: &mut [Read]) {
    let mut owners: BTreeMap<WidgetId, String> = BTreeMap::new();
    for file in read {
        let Content::Widget(document, _) = &file.content else { continue };
        let id = document.id().clone();
        let owner = owners.entry(id.clone()).or_insert_with(|| document.source().file().to_owned());
        if owner == document.source().file() {
            continue;
        }
        let at = document.source().text().find(id.as_str()).unwrap_or_default();
        let mut report = Report::new(document.source());
        let message = format!("the id {} belongs to {} already", quote(id.as_str()), quote(owner));
        report.add(code::E301, at..at + id.as_str().len(), message, "give this file an `id` of its own in the header");
        let twin = report.finish();
        file.found.extend(twin);
    }
}

/// E302, E304 and E305.
fn refuse_dead_links(file: &mut Read, links: &Links) {
    let mut report = Report::new(file.source());
    let files: Vec<&str> = links.files.keys().map(String::as_str).collect();
    for (address, span) in file.links.iter().filter(|(address, _)| !links.knows(address)) {
        let help = match address.as_str() {
            call @ ("course" | "subscribe") => format!("add `[{call}]` with a `title` and a `url` to course.toml, or remove the link"),
            name => missing(name, &files, "link"),
        };
        report.add(code::E302, span.clone(), format!("this link leads to {}, which is not there", quote(address)), help);
    }
    links.images.check(&file.images, &mut report);
    let dead = report.finish();
    file.found.extend(dead);
    file.found.sort_by_key(|diagnostic| diagnostic.span.start);
}

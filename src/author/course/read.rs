//! Reads a folder: settings first, then every Markdown file by its kind, then what lies between files.

use super::images::Images;
use super::links::{Links, Target};
use super::{Course, settings};
use crate::code;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lesson::{self, Document, seal};
use crate::lex::nearest::nearest;
use crate::page::{self, Page};
use crate::report::{Report, quote};
use crate::source::Source;
use std::collections::BTreeMap;
use std::ops::Range;
use waypost_core::bundle::Profile;
use waypost_core::id::WidgetId;

/// From a widget's page to the root of the site.
const UP: &str = "../../";

/// A Markdown file, read.
struct Read {
    source: Source,
    content: Content,
    links: Vec<(String, Range<usize>)>,
    images: Vec<(String, Range<usize>)>,
    found: Vec<Diagnostic>,
}

enum Content {
    Page(Page),
    Widget(Document),
}

impl Course {
    /// Reads the files of a folder: name, with `/` between folders, to content. `course.toml`, `*.md` and images are looked at.
    pub fn read(files: &BTreeMap<String, Vec<u8>>) -> Course {
        let mut course = Course::default();
        let texts = decode(files, &mut course.diagnostics);
        let order = read_settings(&texts, &mut course);
        let names = in_order(&texts, &order, &mut course.diagnostics);
        course.diagnostics.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
        let mut read: Vec<Read> = names.iter().filter_map(|name| Some(read_file(name, texts.get(name)?, &course.settings.lang))).collect();
        refuse_twins(&mut read);
        let targets: BTreeMap<String, Target> = read.iter().map(|file| (file.source.file().to_owned(), target(file))).collect();
        let images = Images::read(files, &mut course);
        let links = Links { files: &targets, settings: &course.settings, images: &images };
        for file in &mut read {
            refuse_dead_links(file, &links);
        }
        for file in read {
            match file.content {
                Content::Page(mut page) => {
                    links.resolve_page(&mut page.parts);
                    course.pages.push(page);
                }
                Content::Widget(document) => {
                    let broken = has_errors(&file.found);
                    if !broken {
                        let mut lesson = document.compile(Profile::Full);
                        lesson.strings.values_mut().for_each(|text| links.blocks(text, UP));
                        seal(&mut lesson);
                        course.files.insert(file.source.file().to_owned(), lesson.id.clone());
                        course.widgets.push(lesson);
                    }
                    match document {
                        Document::Chooser(chooser) => course.choosers.push(*chooser),
                        Document::Simulator(simulator) if !broken => course.simulators.push(*simulator),
                        Document::Quiz(_) | Document::Simulator(_) => {}
                    }
                }
            }
            course.diagnostics.extend(file.found);
        }
        name_untitled(&mut course);
        course
    }
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
fn decode(files: &BTreeMap<String, Vec<u8>>, found: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for (name, bytes) in files.iter().filter(|(name, _)| *name == "course.toml" || name.ends_with(".md")) {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                texts.insert(name.clone(), text.to_owned());
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

fn read_settings(texts: &BTreeMap<String, String>, course: &mut Course) -> Vec<(String, Range<usize>)> {
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
fn in_order(texts: &BTreeMap<String, String>, order: &[(String, Range<usize>)], found: &mut Vec<Diagnostic>) -> Vec<String> {
    let source = Source::new("course.toml", texts.get("course.toml").map(String::as_str).unwrap_or_default());
    let mut report = Report::new(&source);
    let files: Vec<&str> = texts.keys().map(String::as_str).filter(|name| name.ends_with(".md")).collect();
    let mut names: Vec<String> = Vec::new();
    for (name, span) in order {
        if names.contains(name) {
            report.add(code::E303, span.clone(), format!("{} stands in the order twice", quote(name)), "remove one of the two");
        } else if files.contains(&name.as_str()) {
            names.push(name.clone());
        } else {
            report.add(code::E303, span.clone(), format!("there is no file {}", quote(name)), missing(name, &files, "name"));
        }
    }
    found.extend(report.finish());
    let others: Vec<String> = files.into_iter().map(str::to_owned).filter(|name| !names.contains(name)).collect();
    names.into_iter().chain(others).collect()
}

fn missing(name: &str, files: &[&str], written: &str) -> String {
    match nearest(name, files.iter().copied()) {
        Some(known) => format!("write `{known}` if you meant that, or add the file"),
        None => format!("add the file, or remove the {written}"),
    }
}

fn read_file(name: &str, text: &str, lang: &str) -> Read {
    let source = Source::new(name, text);
    if lesson::kind(name, text) == "page" {
        let mut report = Report::new(&source);
        let page = page::parse_in(lang, &mut report);
        let links = std::mem::take(&mut report.links);
        let images = std::mem::take(&mut report.images);
        let found = report.finish();
        return Read { source, content: Content::Page(page), links, images, found };
    }
    let (document, found) = lesson::read_in(lang, name, text);
    let (links, images) = (document.links().to_vec(), document.images().to_vec());
    Read { source, content: Content::Widget(document), links, images, found }
}

fn target(file: &Read) -> Target {
    match &file.content {
        Content::Page(page) => Target::Page(page.name.clone()),
        Content::Widget(_) if has_errors(&file.found) => Target::Broken,
        Content::Widget(document) => Target::Widget(document.id().clone()),
    }
}

/// E301: ids are what readers' progress hangs on, so two widgets cannot share one.
fn refuse_twins(read: &mut [Read]) {
    let mut owners: BTreeMap<WidgetId, String> = BTreeMap::new();
    for file in read {
        let Content::Widget(document) = &file.content else { continue };
        let id = document.id().clone();
        let owner = owners.entry(id.clone()).or_insert_with(|| file.source.file().to_owned());
        if owner == file.source.file() {
            continue;
        }
        let at = file.source.text().find(id.as_str()).unwrap_or_default();
        let mut report = Report::new(&file.source);
        let message = format!("the id {} belongs to {} already", quote(id.as_str()), quote(owner));
        report.add(code::E301, at..at + id.as_str().len(), message, "give this file an `id` of its own in the header");
        file.found.extend(report.finish());
    }
}

/// E302, E304 and E305.
fn refuse_dead_links(file: &mut Read, links: &Links) {
    let mut report = Report::new(&file.source);
    let files: Vec<&str> = links.files.keys().map(String::as_str).collect();
    for (address, span) in file.links.iter().filter(|(address, _)| !links.knows(address)) {
        let help = match address.as_str() {
            call @ ("course" | "subscribe") => format!("add `[{call}]` with a `title` and a `url` to course.toml, or remove the link"),
            name => missing(name, &files, "link"),
        };
        report.add(code::E302, span.clone(), format!("this link leads to {}, which is not there", quote(address)), help);
    }
    links.images.check(&file.images, &mut report);
    file.found.extend(report.finish());
    file.found.sort_by_key(|diagnostic| diagnostic.span.start);
}

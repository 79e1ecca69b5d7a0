//! From the Markdown of a quiz to its document. Never fails: what cannot be read is reported, and reading goes on at the next heading.

pub(crate) mod attached;
mod choice;
mod comment;
pub(crate) mod ids;
mod item;
mod lookalike;
mod outline;

pub(crate) use comment::is_comment;
pub(crate) use lookalike::hidden_callout;
pub(crate) use outline::refuse_setext;

use crate::code;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Item, Section};
use crate::header;
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::rich;
use crate::settings::Table;
use crate::source::Source;
use crate::tree::{self, Node};
use outline::{Outline, Part};
use std::ops::Range;
use waypost_core::id::ItemId;
use waypost_core::text::{Block, RichText, plain_inline};

/// The most bytes a file may have.
pub const MAX_SOURCE: usize = 512 * 1024;

/// The most questions a file may have.
pub const MAX_ITEMS: usize = 500;

/// Reads a quiz. `file` is its name as the author calls it; diagnostics repeat it.
pub fn parse(file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    parse_in("en", file, source)
}

/// Reads a quiz of a course whose language is `lang`: the language of files that do not name one.
pub fn parse_in(lang: &str, file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    let source = Source::new(file, source);
    let mut report = Report::new(&source);
    let document = read(lang, &mut report);
    let links = std::mem::take(&mut report.links);
    let found = report.finish();
    (Document { source, links, ..document }, found)
}

fn read(lang: &str, report: &mut Report) -> Document {
    let Some((table, start)) = open(report) else { return Document::default() };
    match header::kind(&table, report) {
        "quiz" => quiz(&table, start, lang, report),
        kind => {
            let span = table.get("kind").map_or(0..0, |entry| entry.span.clone());
            let help = "write `kind = \"quiz\"`, or leave the line out";
            report.add(code::E180, span, format!("{} is not a quiz, and cannot be read as one", quote(kind)), help);
            Document::default()
        }
    }
}

/// Checks what holds for every file and reads its header. `None` where the file is too large to be read.
pub(crate) fn open(report: &mut Report) -> Option<(Table, usize)> {
    let text = report.source.text();
    if text.len() > MAX_SOURCE {
        let message = format!("this file has {} KiB; the limit is {} KiB", text.len() / 1024, MAX_SOURCE / 1024);
        report.add(code::E201, 0..0, message, "split it into several files");
        return None;
    }
    if let Some(at) = text.find('\0') {
        report.add(code::E102, at..at + 1, "there is a NUL character here", "remove it; the file may have been saved in another encoding");
    }
    let (header, start) = header::locate(report);
    Some((header.map(|span| Table::read(span, report)).unwrap_or_default(), start))
}

fn quiz(table: &Table, start: usize, lang: &str, report: &mut Report) -> Document {
    let mut document = Document { header: header::read(table, lang, report), ..Document::default() };
    let nodes = tree::parse(start, report);
    let Outline { intro, parts } = outline::outline(nodes, report);
    document.intro = introduction(&intro, report);
    let mut names = Vec::new();
    for part in parts {
        let (words, given) = match part.level {
            1 if document.header.title.is_empty() && document.sections.is_empty() && document.items.is_empty() => {
                take_title(&part, &mut document, report);
                continue;
            }
            1 => section(&part, &mut document, report),
            2 if document.items.len() == MAX_ITEMS => {
                let message = format!("this is question {} of the file; the limit is {MAX_ITEMS}", MAX_ITEMS + 1);
                report.add(code::E203, part.span.clone(), message, "split the file");
                break;
            }
            2 => {
                allow(&part, &mut document);
                let (mut item, given) = item::item(&part, &document.header, report);
                item.section = document.sections.len().checked_sub(1);
                let words = plain_inline(&item.stem);
                document.items.push(item);
                (words, given)
            }
            level => {
                refuse_depth(level, part.span.clone(), report);
                continue;
            }
        };
        names.push((given, words, part.level));
    }
    assign_ids(names, &mut document, report);
    if document.header.title.is_empty() {
        document.header.title = title_from(document.header.id.as_str());
    }
    document
}

/// The first `#` heading is the title where the header has none; the prose under it introduces the widget.
fn take_title(part: &Part, document: &mut Document, report: &mut Report) {
    let (_, pieces) = attached::attached(Place::Section, &part.heading, report);
    document.header.title = plain_inline(&rich::line(&pieces, report));
    document.intro.extend(introduction(&part.body, report));
}

fn section(part: &Part, document: &mut Document, report: &mut Report) -> (String, Option<(String, Range<usize>)>) {
    let (attributes, pieces) = attached::attached(Place::Section, &part.heading, report);
    let title = rich::line(&pieces, report);
    let words = plain_inline(&title);
    let intro = introduction(&part.body, report);
    document.sections.push(Section { id: ItemId::from(""), title, intro, span: part.span.clone() });
    (words, attributes.id)
}

/// Prose of a widget or section: everything but what only questions have.
fn introduction(nodes: &[Node], report: &mut Report) -> RichText {
    let prose: Vec<&Node> = nodes.iter().filter(|node| !refuse_options(node, report)).collect();
    prose.iter().flat_map(|node| rich::blocks(std::slice::from_ref(*node), report)).collect::<Vec<Block>>()
}

/// E115 for a task list that no question stands above.
fn refuse_options(node: &Node, report: &mut Report) -> bool {
    let is_task_list = item::is_task_list(node, report);
    if is_task_list {
        report.add(
            code::E115,
            node.span.clone(),
            "these options belong to no question",
            "write the question above them as a heading: `## What do you do first?`",
        );
    }
    is_task_list
}

fn refuse_depth(level: u8, span: Range<usize>, report: &mut Report) {
    let written = quote(&"#".repeat(usize::from(level)));
    match level {
        3 => report.add(
            code::E180,
            span,
            "a part of a question (`###`) is not available in this version of waypost",
            "make it a question of its own with `##`",
        ),
        _ => report.add(code::E110, span, format!("a heading with {written} is too deep"), "use `##` for a question and `#` for a section"),
    }
}

fn allow(part: &Part, document: &mut Document) {
    let span = part.span.start..part.end;
    document.allowed.extend(part.allowed.iter().map(|code| (*code, span.clone())));
}

type Named = (Option<(String, Range<usize>)>, String, u8);

/// Sections and items share their names, so they are named together, in the order of the file.
fn assign_ids(names: Vec<Named>, document: &mut Document, report: &mut Report) {
    let levels: Vec<u8> = names.iter().map(|(_, _, level)| *level).collect();
    let ids = ids::name_items(names.into_iter().map(|(given, words, _)| (given, words)).collect(), "question", report);
    let (mut sections, mut items) = (document.sections.iter_mut(), document.items.iter_mut());
    for (level, id) in levels.into_iter().zip(ids) {
        let slot: Option<&mut ItemId> = match level {
            1 => sections.next().map(|section: &mut Section| &mut section.id),
            _ => items.next().map(|item: &mut Item| &mut item.id),
        };
        if let Some(slot) = slot {
            *slot = id;
        }
    }
}

/// `land-mines` becomes `Land mines`.
fn title_from(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

//! From the Markdown of a quiz to its document. Never fails: what cannot be read is reported, and reading goes on at the next heading.

mod arranged;
pub(crate) mod attached;
mod blank;
mod choice;
mod comment;
mod entry;
pub(crate) mod ids;
mod item;
mod jump;
mod kind;
mod lookalike;
pub(crate) mod outline;
mod result;
mod scale;
pub(crate) mod setting;
mod typed;

pub(crate) use comment::is_comment;
pub(crate) use lookalike::{hidden_callout, second_tag};
pub(crate) use outline::refuse_setext;

use crate::code;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Section};
use crate::header;
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::rich;
use crate::settings::Table;
use crate::source::Source;
use crate::tree::{self, Node};
use outline::{Outline, Part};
use std::ops::Range;
use waypost_core::bundle::Order;
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
    let images = std::mem::take(&mut report.images);
    let found = report.finish();
    (Document { source, links, images, ..document }, found)
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
    report.translates = document.header.of.is_some();
    let nodes = tree::parse(start, report);
    let Outline { intro, parts } = outline::outline(nodes, report);
    report.dimensions = result::dimensions(&parts, report);
    document.intro = introduction(&intro, report);
    let mut names = Vec::with_capacity(parts.len());
    document.items.reserve(parts.len().min(MAX_ITEMS));
    for part in parts {
        if document.items.len() == MAX_ITEMS && part.level > 1 {
            let message = format!("this is question {} of the file; the limit is {MAX_ITEMS}", MAX_ITEMS + 1);
            report.add(code::E203, part.span.clone(), message, "split the file");
            break;
        }
        // The title of a translation stands in its header; whether the original has one is not known here.
        let can_be = document.header.of.is_none() && document.header.title.is_empty();
        let is_title = part.level == 1 && can_be && document.sections.is_empty() && document.items.is_empty();
        match part.level {
            1 if is_title => take_title(&part, &mut document, report),
            1 => names.push(section(&part, &mut document, report)),
            2 | 3 => names.push(question_or_result(part, &mut document, report)),
            level => refuse_depth(level, part.span.clone(), report),
        }
    }
    assign_ids(names, &mut document, report);
    // A translation without a title has that of its original.
    if document.header.title.is_empty() && document.header.of.is_none() {
        document.header.title = title_from(document.header.id.as_str());
    }
    document
}

/// What stands under a `##` or `###` heading.
fn question_or_result(mut part: Part, document: &mut Document, report: &mut Report) -> Named {
    let (attributes, heading) = attached::attached(Place::Item, std::mem::take(&mut part.heading), report);
    if attributes.has("role") {
        return result::result(part, &heading, attributes, document, report);
    }
    allow(&part, document);
    let level = part.level;
    let (mut item, given) = item::item(part, &heading, attributes, &document.header, report);
    item.section = document.sections.len().checked_sub(1);
    if level == 3 {
        item.part_of = document.items.iter().rposition(|item| item.part_of.is_none());
        if item.part_of.is_none() {
            let help = "write a question with `##` above it, or make it a question of its own with `##`";
            report.add(code::E110, item.heading.clone(), "this part (`###`) stands under no question", help);
        }
    }
    let words = plain_inline(&item.stem);
    document.items.push(item);
    (given, words, Thing::Item)
}

/// The first `#` heading is the title where the header has none; the prose under it introduces the widget.
fn take_title(part: &Part, document: &mut Document, report: &mut Report) {
    let (attributes, pieces) = attached::attached(Place::Section, part.heading.clone(), report);
    let idle = attributes.named().map(|(name, span)| (name.to_owned(), span)).chain(attributes.then.clone()).next();
    if let Some((name, span)) = idle {
        let help = "add `title = \"...\"` to the header, so that this heading begins a section";
        report.add(code::E135, span, format!("{} has no meaning for the title of the quiz", quote(&name)), help);
    }
    document.header.title = plain_inline(&rich::line(&pieces, report));
    document.intro.extend(introduction(&part.body, report));
}

fn section(part: &Part, document: &mut Document, report: &mut Report) -> Named {
    let (attributes, pieces) = attached::attached(Place::Section, part.heading.clone(), report);
    let title = rich::line(&pieces, report);
    let words = plain_inline(&title);
    let intro = introduction(&part.body, report);
    document.sections.push(Section {
        id: ItemId::from(""),
        title,
        intro,
        draw: setting::count("draw", 1..=500, &attributes, report),
        order: if attributes.has("shuffle") { Order::Shuffled } else { document.header.policy.order },
        then: jump::behind(&attributes),
        time: setting::time(&attributes, report).or(document.header.section_time),
        span: part.span.clone(),
    });
    (attributes.id, words, Thing::Section)
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
    let help = "use `##` for a question, `###` for a part of one and `#` for a section";
    report.add(code::E110, span, format!("a heading with {written} is too deep"), help);
}

fn allow(part: &Part, document: &mut Document) {
    let span = part.span.start..part.end;
    document.allowed.extend(part.allowed.iter().map(|code| (*code, span.clone())));
}

/// A thing under a heading: the id the author gave, the heading's words, and what it is.
type Named = (ids::Given, String, Thing);

/// What has a name in a file.
#[derive(Clone, Copy)]
enum Thing {
    Section,
    Item,
    Band,
    Dimension,
}

/// Sections, items and results share their names, so they are named together, in the order of the file.
fn assign_ids(names: Vec<Named>, document: &mut Document, report: &mut Report) {
    let things: Vec<Thing> = names.iter().map(|(_, _, thing)| *thing).collect();
    let ids = ids::name_items(names.into_iter().map(|(given, words, _)| (given, words)).collect(), "question", report);
    let (mut sections, mut items) = (document.sections.iter_mut(), document.items.iter_mut());
    let (mut bands, mut dimensions) = (document.bands.iter_mut(), document.dimensions.iter_mut());
    for (thing, id) in things.into_iter().zip(ids) {
        let slot: Option<&mut ItemId> = match thing {
            Thing::Section => sections.next().map(|section| &mut section.id),
            Thing::Item => items.next().map(|item| &mut item.id),
            Thing::Band => bands.next().map(|band| &mut band.id),
            Thing::Dimension => dimensions.next().map(|dimension| &mut dimension.id),
        };
        if let Some(slot) = slot {
            *slot = id;
        }
    }
}

/// `land-mines` becomes `Land mines`.
pub(crate) fn title_from(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

//! From the Markdown of a page to its parts.

use super::{Embed, Layout, Page, Part};
use crate::code;
use crate::diagnostic::Diagnostic;
use crate::header;
use crate::lex::names::Place;
use crate::markdown::attached::attached;
use crate::markdown::ids::{Given, name_items};
use crate::markdown::{open, refuse_setext};
use crate::report::{Report, quote};
use crate::rich::{self, course_target};
use crate::settings::Table;
use crate::source::Source;
use crate::tree::{self, Form, Node, Piece, Span};
use waypost_core::id::WidgetId;
use waypost_core::text::{Inline, plain_inline};

/// Every key of a page's header.
const KEYS: [&str; 7] = ["kind", "format", "title", "summary", "lang", "layout", "embed"];

/// The place of a key in the header.
pub(crate) fn rank(key: &str) -> usize {
    KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len())
}

/// Reads a page. Never fails. A widget is named by the file it links to until [`crate::course::Course::read`] finds its id there.
pub fn parse_page(file: &str, source: &str) -> (Page, Vec<Diagnostic>) {
    let source = Source::new(file, source);
    let mut report = Report::new(&source);
    let page = parse_in("en", &mut report);
    (page, report.finish())
}

/// Reads a page of a course whose language is `lang`.
pub(crate) fn parse_in(lang: &str, report: &mut Report) -> Page {
    let file = report.source.file();
    let name = file.strip_suffix(".md").unwrap_or(file).to_owned();
    let (table, start) = open(report).unwrap_or_default();
    let mut page = read_header(name, &table, lang, report);
    let mut headings: Vec<(Given, String)> = Vec::new();
    for node in tree::parse(start, report) {
        page.parts.extend(match &node.form {
            Form::Heading(level, pieces) => heading(*level, pieces, &node, &mut page.title, &mut headings, report),
            _ => part(&node, report),
        });
    }
    let mut anchors = name_items(headings, "heading", report).into_iter();
    for part in &mut page.parts {
        if let Part::Heading(_, anchor, _) = part {
            *anchor = anchors.next().map(|id| id.0).unwrap_or_default();
        }
    }
    crate::lint::hidden(report);
    if page.title.is_empty() {
        let help = "add `title = \"...\"` to the header, or begin the page with `# ` and its title";
        report.add(code::E114, start..start, "this page has no title", help);
    }
    page
}

fn read_header(name: String, table: &Table, lang: &str, report: &mut Report) -> Page {
    table.refuse_unknown(&KEYS, &[], report);
    Page {
        name,
        title: table.text("title", report).unwrap_or_default(),
        summary: table.text("summary", report).unwrap_or_default(),
        lang: header::lang(table, lang, report),
        layout: table.choice("layout", &[("post", Layout::Post), ("lesson", Layout::Lesson)], report).unwrap_or(Layout::Post),
        embed: table.choice("embed", &[("iframe", Embed::Iframe), ("element", Embed::Element)], report).unwrap_or(Embed::Iframe),
        parts: Vec::new(),
    }
}

fn heading(
    level: u8,
    pieces: &[Piece],
    node: &Node,
    title: &mut String,
    headings: &mut Vec<(Given, String)>,
    report: &mut Report,
) -> Option<Part> {
    refuse_setext(&node.span, report);
    let (attributes, pieces) = attached(Place::Section, pieces.to_vec(), report);
    let text = rich::line(&pieces, report);
    let words = plain_inline(&text);
    match level {
        1 if title.is_empty() && headings.is_empty() => {
            *title = words;
            return None;
        }
        2..=4 => {}
        _ => {
            let written = quote(&"#".repeat(usize::from(level)));
            let help = "use `##` to `####` for the headings of a page; its title is in the header";
            report.add(code::E110, node.span.clone(), format!("a heading with {written} has no place in a page"), help);
            return None;
        }
    }
    if text.is_empty() {
        report.add(code::E114, node.span.clone(), "this heading has no text", "write the heading behind the `#` signs, or remove them");
    }
    headings.push((attributes.id, words));
    Some(Part::Heading(level, String::new(), text))
}

/// A block: a widget or a call to action where it is a paragraph of one link, else prose.
fn part(node: &Node, report: &mut Report) -> Option<Part> {
    let block = rich::blocks(std::slice::from_ref(node), report).into_iter().next()?;
    let alone = match &node.form {
        Form::Paragraph(pieces) => only_link(pieces),
        _ => None,
    };
    let Some((address, label)) = alone else { return Some(Part::Prose(block)) };
    let label = plain_inline(&label_of(label, report.source));
    Some(match course_target(address) {
        Some("course") => Part::Course(label),
        Some("subscribe") => Part::Subscribe(label),
        Some(file) => Part::Widget(WidgetId::from(file), label),
        None => Part::Prose(block),
    })
}

/// The one link a paragraph consists of.
fn only_link<'n, 's>(pieces: &'n [Piece<'s>]) -> Option<(&'n str, &'n [Piece<'s>])> {
    match pieces {
        [Piece { form: Span::Link(address, label), .. }] => Some((address, label)),
        _ => None,
    }
}

/// The words of a link; what is wrong with them has been reported with the paragraph.
fn label_of(pieces: &[Piece], source: &Source) -> Vec<Inline> {
    rich::line(pieces, &mut Report::new(source))
}

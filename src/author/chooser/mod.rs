//! The author's side of a chooser: from its Markdown to its document, what is wrong with it, and its bundle.
//!
//! The way of a file is that of a quiz: [`parse`] never fails, [`check`] looks for what readers would stumble over, [`compile`] makes
//! the bundle.

mod balance;
mod check;
mod compile;
mod document;
mod entry;
pub mod header;
pub mod ipdas;
mod part;
mod parts;
pub mod workbench;

pub use check::{check, dated, read, read_in};
pub use compile::{compile, seal};
pub use document::{Choice, Document, Fact, Facts, Headed, Outcome, Pair, Plan, Pole, Question, Side, Step, Trait};
pub use header::{Engine, Header, Told};

use crate::code;
use crate::diagnostic::Diagnostic;
use crate::lex::names::{Place, is_known};
use crate::markdown::outline::{Outline, outline};
use crate::markdown::{attached::attached, ids, open, title_from};
use crate::report::{Report, quote};
use crate::rich;
use crate::settings::Table;
use crate::source::Source;
use crate::tree;
use part::{Part, Role};
use waypost_core::text::plain_inline;

/// Reads a chooser. `file` is its name as the author calls it; diagnostics repeat it.
pub fn parse(file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    parse_in("en", file, source)
}

/// Reads a chooser of a course whose language is `lang`: the language of files that do not name one.
pub fn parse_in(lang: &str, file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    let source = Source::new(file, source);
    let mut report = Report::new(&source);
    let document = open(&mut report).map(|(table, start)| chooser(&table, start, lang, &mut report)).unwrap_or_default();
    let links = std::mem::take(&mut report.links);
    let images = std::mem::take(&mut report.images);
    let found = report.finish();
    (Document { source, links, images, ..document }, found)
}

fn chooser(table: &Table, start: usize, lang: &str, report: &mut Report) -> Document {
    let mut document = Document { header: header::read(table, lang, report), ..Document::default() };
    let Outline { intro, parts } = outline(tree::parse(start, report), report);
    document.intro = rich::blocks(&intro, report);
    let mut parts: Vec<Part> = parts.into_iter().filter_map(|part| Part::read(part, &mut document, report)).collect();
    let names = parts.iter().flat_map(Part::names).collect();
    let mut ids = ids::name_items(names, "heading", report).into_iter();
    for part in &mut parts {
        part.name(&mut ids);
    }
    report.dimensions = named(&parts, document.header.engine, report);
    for part in parts {
        parts::read(part, &mut document, report);
    }
    if document.header.title.is_empty() {
        document.header.title = title_from(document.header.id.as_str());
    }
    document
}

/// The ids that entries name beside attributes: those of poles or outcomes. E133 for one that is an attribute's name.
fn named(parts: &[Part], engine: Engine, report: &mut Report) -> Vec<String> {
    let role = match engine {
        Engine::Adaptive => Role::Pole,
        Engine::Profile => Role::Outcome,
    };
    let parts: Vec<&Part> = parts.iter().filter(|part| part.role == role).collect();
    for part in parts.iter().filter(|part| is_known(part.id.as_str())) {
        let message = format!("{} is the name of an attribute, and cannot be that of a {}", quote(part.id.as_str()), role.name());
        report.add(code::E133, part.span.clone(), message, "give it another id");
    }
    parts.iter().map(|part| part.id.0.clone()).collect()
}

/// The first `#` heading, where the header has no title.
fn take_title(heading: &[tree::Piece], document: &mut Document, report: &mut Report) {
    let (_, pieces) = attached(Place::Section, heading.to_vec(), report);
    document.header.title = plain_inline(&rich::line(&pieces, report));
}

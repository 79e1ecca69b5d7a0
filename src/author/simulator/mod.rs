//! Simulators: from their Markdown to a document, from there to a checked model in register code.
//!
//! [`parse`] reads a file, [`check`] looks for what cannot run or would mislead, [`compile`](compile::compile) makes the bundle.

mod assembler;
mod card;
mod check;
pub mod claim;
mod closing;
pub mod compile;
pub mod document;
pub mod header;
mod interval;
mod parse;
mod path;
mod statement;
mod symbols;
mod token;

pub use document::Document;

use crate::check::is_silenced;
use crate::code;
use crate::diagnostic::Diagnostic;
use crate::lex::names::Place;
use crate::markdown::ids::name_items;
use crate::markdown::outline::{Outline, Part, outline};
use crate::markdown::{attached, open, title_from};
use crate::report::Report;
use crate::rich;
use crate::settings::Table;
use crate::source::Source;
use crate::tree::{self, Node};
use parse::{Sort, fence};
use statement::Kind;
use waypost_core::simulator::{LeverKind, limit};
use waypost_core::text::{RichText, plain_inline};

/// Reads a simulator. `file` is its name as the author calls it; diagnostics repeat it.
pub fn parse(file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    parse_in("en", file, source)
}

/// Reads a simulator of a course whose language is `lang`: the language of files that do not name one.
pub fn parse_in(lang: &str, file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    let source = Source::new(file, source);
    let mut report = Report::new(&source);
    let document = match open(&mut report) {
        Some((table, start)) => read(&table, start, lang, &mut report),
        None => Document::default(),
    };
    let links = std::mem::take(&mut report.links);
    let images = std::mem::take(&mut report.images);
    let found = report.finish();
    (Document { source, links, images, ..document }, found)
}

/// Findings beyond the grammar: names, ranges, odds, limits.
pub fn check(document: &Document) -> Vec<Diagnostic> {
    let mut report = Report::new(&document.source);
    check::check(document, &mut report);
    report.finish()
}

/// Reads a simulator and checks it: the document and all findings, in the order of the file, without what the author silenced.
pub fn read_in(lang: &str, file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    let (document, mut found) = parse_in(lang, file, source);
    found.extend(check(&document));
    found.retain(|diagnostic| !is_silenced(&document.header.allow, &document.allowed, diagnostic));
    found.sort_by(|a, b| (a.span.start, a.code).cmp(&(b.span.start, b.code)));
    (document, found)
}

/// The levers that are no shares, each with its place, name and span: the declared one, or that of the values in the file.
pub(crate) fn lever_spans(document: &Document) -> Vec<(usize, String, f32, f32)> {
    let symbols = check::symbols(document, &mut Report::new(&document.source));
    let levers = document.model.statements.iter().filter_map(|statement| match &statement.kind {
        Kind::Lever { name, kind, .. } => Some((name, kind)),
        _ => None,
    });
    let spans = levers.enumerate().filter(|(_, (_, kind))| **kind == LeverKind::Lever).map(|(at, (name, _))| {
        let span = symbols.interval(&name.text);
        (at, name.text.clone(), span.low as f32, span.high as f32)
    });
    spans.collect()
}

/// Whether the model reads a stock anywhere but in the score and in changes of the stock itself.
pub(crate) fn is_read(document: &Document, stock: &str) -> bool {
    let options = document.cards.iter().flat_map(|card| &card.options).flat_map(|option| &option.effects.statements);
    document.model.statements.iter().chain(options).any(|statement| {
        let is_own = statement.changes().iter().any(|change| change.stock.text == stock);
        let mut found = false;
        for expr in statement.expressions().into_iter().filter(|_| !is_own && !matches!(statement.kind, Kind::Score { .. })) {
            expr.walk(&mut |inner| found |= matches!(&inner.form, statement::Form::Name(name) if name == stock));
        }
        found
    })
}

fn read(table: &Table, start: usize, lang: &str, report: &mut Report) -> Document {
    let mut document = Document { header: header::read(table, lang, report), ..Document::default() };
    report.dimensions = document.header.families.iter().map(|(id, _)| id.0.clone()).collect();
    let Outline { intro, parts } = outline(tree::parse(start, report), report);
    let mut model = None;
    document.intro = introduction(&intro, &mut model, report);
    let mut named = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let is_title = part.level == 1 && document.header.title.is_empty() && document.cards.is_empty();
        match part.level {
            1 if is_title => {
                let (_, pieces) = attached::attached(Place::Section, part.heading.clone(), report);
                document.header.title = plain_inline(&rich::line(&pieces, report));
                let more = introduction(&part.body, &mut model, report);
                document.intro.extend(more);
            }
            2 => named.push(next_card(part, &mut document, report)),
            1 if at + 1 == parts.len() && !document.cards.is_empty() => closing::closing(part, &mut document, report),
            _ => {
                let help = "use `##` for a card, and `title = \"...\"` in the header for the title";
                report.add(code::E110, part.span.clone(), "a simulator has no headings of this level", help);
            }
        }
    }
    document.model = model.unwrap_or_else(|| no_model(table, report));
    let ids = name_items(named, "card", report);
    document.cards.iter_mut().zip(ids).for_each(|(card, id)| card.id = id);
    counts(&document, report);
    if document.header.title.is_empty() {
        document.header.title = title_from(document.header.id.as_str());
    }
    document
}

fn next_card(part: &Part, document: &mut Document, report: &mut Report) -> (crate::markdown::ids::Given, String) {
    document.allowed.extend(part.allowed.iter().map(|code| (*code, part.span.start..part.end)));
    let (card, given) = card::card(part, report);
    let words = plain_inline(&card.title);
    document.cards.push(card);
    (given, words)
}

/// The prose before the first card, and the model in it.
fn introduction(nodes: &[Node], model: &mut Option<statement::Fence>, report: &mut Report) -> RichText {
    let mut prose = RichText::new();
    for node in nodes {
        match card::sort(node) {
            Some(Sort::Model) if model.is_none() => *model = Some(fence(Sort::Model, node.span.clone(), report)),
            Some(_) => {
                let span = node.span.start..report.source.line_end(node.span.start);
                let help = "write one `model` block, and the `effects` of an option inside it";
                report.add(code::E405, span, "this block has no place before the first card", help);
            }
            None => prose.extend(rich::blocks(std::slice::from_ref(node), report)),
        }
    }
    prose
}

fn no_model(table: &Table, report: &mut Report) -> statement::Fence {
    let help = "write one between ```` ```model ```` and ```` ``` ````, before the first card";
    report.add(code::E405, crate::header::place(table, "kind"), "this simulator has no `model` block", help);
    statement::Fence::default()
}

/// E409 for too few or too many cards, E141 where the header counts otherwise.
fn counts(document: &Document, report: &mut Report) {
    let cards = document.cards.len();
    let at = document.cards.get(limit::CARDS).or(document.cards.first()).map_or(0..0, |card| card.heading.clone());
    if !(limit::FEWEST_CARDS..=limit::CARDS).contains(&cards) {
        let message = format!("this simulator has {cards} cards; it has {} to {}", limit::FEWEST_CARDS, limit::CARDS);
        report.add(code::E409, at, message, "write each card as a `## ` heading with its options below");
    }
    if let Some((turns, span)) = &document.header.turns
        && *turns as usize != cards
    {
        let message = format!("the header counts {turns} turns, and there are {cards} cards");
        report.add(code::E141, span.clone(), message, "write one card for each turn, or correct the number");
    }
}

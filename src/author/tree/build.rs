//! Events of the Markdown parser become a tree, without recursing deeper than the nesting limit.

use super::{Callout, Entry, Form, MAX_NESTING, Node, Piece, Span, Tick};
use crate::code;
use crate::lex::attributes::read;
use crate::lex::braces::touching;
use crate::lex::names::Place;
use crate::report::Report;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// Builds the tree of one file.
pub(super) struct Builder<'r, 's, I> {
    events: I,
    report: &'r mut Report<'s>,
    depth: usize,
    /// The box seen last, until the list entry it belongs to takes it.
    tick: Option<(Tick, Range<usize>)>,
    too_deep: Option<Range<usize>>,
}

impl<'r, 's, I: Iterator<Item = (Event<'s>, Range<usize>)>> Builder<'r, 's, I> {
    pub(super) fn new(events: I, report: &'r mut Report<'s>) -> Self {
        Self { events, report, depth: 0, tick: None, too_deep: None }
    }

    /// The blocks up to the end of what surrounds them.
    pub(super) fn nodes(&mut self) -> Vec<Node<'s>> {
        let mut nodes = Vec::new();
        let mut line: Vec<Piece<'s>> = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(ref tag) if is_block(tag) => {
                    self.close_line(&mut line, &mut nodes);
                    let Event::Start(tag) = event else { continue };
                    if let Some(form) = self.nested(&span, |builder| builder.block(tag)) {
                        nodes.push(Node { form, span });
                    }
                }
                Event::Rule => {
                    self.close_line(&mut line, &mut nodes);
                    nodes.push(Node { form: Form::Rule, span });
                }
                Event::Html(_) => nodes.push(Node { form: Form::Html, span }),
                event => line.extend(self.piece(event, span)),
            }
        }
        self.close_line(&mut line, &mut nodes);
        if self.depth == 0 {
            self.report_depth();
        }
        nodes
    }

    /// A tight list entry holds its text without a paragraph around it; here it gets one.
    fn close_line(&mut self, line: &mut Vec<Piece<'s>>, nodes: &mut Vec<Node<'s>>) {
        if let (Some(first), Some(last)) = (line.first(), line.last()) {
            let span = first.span.start..last.span.end;
            let pieces = self.with_groups(std::mem::take(line));
            nodes.push(Node { form: Form::Paragraph(pieces), span });
        }
    }

    /// Runs `inside` one level deeper, or skips everything up to the matching end where that is over the limit.
    fn nested<T>(&mut self, span: &Range<usize>, inside: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth < MAX_NESTING * 2 {
            self.depth += 1;
            let value = inside(self);
            self.depth -= 1;
            return value;
        }
        self.too_deep.get_or_insert(span.clone());
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => open = 0,
            }
        }
        None
    }

    fn report_depth(&mut self) {
        if let Some(span) = self.too_deep.take() {
            self.report.add(
                code::E206,
                span,
                format!("lists, quotes or markup are nested more than {MAX_NESTING} deep here"),
                "remove levels until at most 16 are left",
            );
        }
    }

    fn block(&mut self, tag: Tag<'s>) -> Option<Form<'s>> {
        Some(match tag {
            Tag::Paragraph => Form::Paragraph(self.line()),
            Tag::Heading { level, .. } => Form::Heading(level as u8, self.line()),
            Tag::BlockQuote(kind) => Form::Quote(kind.map(callout), self.nodes()),
            Tag::List(first) => Form::List(first, self.entries()),
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                Form::Code(info, self.text())
            }
            Tag::Table(_) => self.table(),
            Tag::HtmlBlock => {
                self.text();
                Form::Html
            }
            Tag::MetadataBlock(_) => {
                self.text();
                Form::Header
            }
            // Definition lists, footnotes and containers are switched off and cannot come.
            _ => {
                self.nodes();
                return None;
            }
        })
    }

    fn entries(&mut self) -> Vec<Entry<'s>> {
        let mut entries = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let outer = self.tick.take();
                    let nodes = self.nested(&span, |builder| Some(builder.nodes())).unwrap_or_default();
                    let tick = std::mem::replace(&mut self.tick, outer);
                    entries.push(Entry { tick, nodes, span });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        entries
    }

    fn table(&mut self) -> Form<'s> {
        let (mut rows, mut row): (Vec<Vec<Vec<Piece<'s>>>>, Vec<Vec<Piece<'s>>>) = (Vec::new(), Vec::new());
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.line()),
                Event::Start(_) => {}
                Event::End(pulldown_cmark::TagEnd::Table) => break,
                Event::End(_) => rows.push(std::mem::take(&mut row)),
                _ => {}
            }
        }
        let mut rows = rows.into_iter();
        Form::Table(rows.next().unwrap_or_default(), rows.collect())
    }

    /// The text up to the end of a block without markup.
    fn text(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }

    /// The pieces up to the end of a line.
    fn line(&mut self) -> Vec<Piece<'s>> {
        let mut pieces = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(_) => break,
                event => pieces.extend(self.piece(event, span)),
            }
        }
        self.with_groups(pieces)
    }

    fn piece(&mut self, event: Event<'s>, span: Range<usize>) -> Option<Piece<'s>> {
        let form = match event {
            Event::Text(text) => Span::Text(text.into()),
            Event::Code(code) => Span::Code(code.into_string()),
            Event::InlineHtml(_) | Event::Html(_) => Span::Html,
            Event::SoftBreak => Span::SoftBreak,
            Event::HardBreak => Span::Break,
            Event::TaskListMarker(set) => {
                self.tick = Some((if set { Tick::Set } else { Tick::Clear }, span));
                return None;
            }
            Event::Start(tag) => self.nested(&span, |builder| {
                let inner = builder.line();
                Some(match tag {
                    Tag::Emphasis => Span::Em(inner),
                    Tag::Strong => Span::Strong(inner),
                    Tag::Strikethrough => Span::Strike(inner),
                    Tag::Image { dest_url, .. } => Span::Image(dest_url.into_string(), inner, Box::default()),
                    Tag::Link { dest_url, .. } => Span::Link(dest_url.into_string(), inner),
                    _ => Span::Em(inner),
                })
            })?,
            _ => return None,
        };
        Some(Piece { form, span })
    }

    /// Gives each image and formula the group right behind it and takes the group out of the text.
    fn with_groups(&mut self, pieces: Vec<Piece<'s>>) -> Vec<Piece<'s>> {
        let end = pieces.last().map_or(0, |piece| piece.span.end);
        let pieces = self.with_formulas(pieces);
        if !pieces.iter().any(|piece| matches!(piece.form, Span::Image(..) | Span::Math(..))) {
            return pieces;
        }
        let mut taken = 0..0;
        let mut kept = Vec::with_capacity(pieces.len());
        for mut piece in pieces {
            let (place, attributes) = match &mut piece.form {
                Span::Image(_, _, attributes) => (Place::Image, attributes),
                Span::Math(_, attributes) => (Place::Formula, attributes),
                _ => {
                    without(piece, &taken, &mut kept);
                    continue;
                }
            };
            if let Some(group) = touching(self.report.source.text(), piece.span.end, end) {
                **attributes = read(place, &group, self.report);
                piece.span.end = group.span.end;
                taken = group.span;
            }
            kept.push(piece);
        }
        kept
    }

    /// Code between two dollar signs is a formula: `` $`x^2`$ ``.
    fn with_formulas(&self, pieces: Vec<Piece<'s>>) -> Vec<Piece<'s>> {
        let text = self.report.source.text();
        let is_formula = |span: &Range<usize>| {
            let before = text.get(..span.start).and_then(|before| before.strip_suffix('$'));
            before.is_some_and(|before| !before.ends_with('\\')) && text.get(span.end..).is_some_and(|after| after.starts_with('$'))
        };
        let formulas: Vec<Range<usize>> = pieces
            .iter()
            .filter(|piece| matches!(piece.form, Span::Code(_)) && is_formula(&piece.span))
            .map(|piece| piece.span.start - 1..piece.span.end + 1)
            .collect();
        if formulas.is_empty() {
            return pieces;
        }
        let whole =
            |span: &Range<usize>| formulas.iter().find(|formula| formula.start + 1 == span.start && formula.end - 1 == span.end).cloned();
        let mut kept = Vec::new();
        for piece in pieces {
            match (piece.form, whole(&piece.span)) {
                (Span::Code(tex), Some(span)) => kept.push(Piece { form: Span::Math(tex, Box::default()), span }),
                (form, _) => {
                    let piece = Piece { form, span: piece.span };
                    kept.extend(formulas.iter().fold(vec![piece], cut));
                }
            }
        }
        kept
    }
}

/// The pieces without the text inside `group`.
pub(crate) fn cut<'s>(pieces: Vec<Piece<'s>>, group: &Range<usize>) -> Vec<Piece<'s>> {
    let mut kept = Vec::with_capacity(pieces.len() + 1);
    for piece in pieces {
        without(piece, group, &mut kept);
    }
    kept
}

/// Keeps what is left of a piece: all of it, or the text before and behind `group`.
fn without<'s>(piece: Piece<'s>, group: &Range<usize>, kept: &mut Vec<Piece<'s>>) {
    let Piece { form: Span::Text(text), span } = &piece else { return kept.push(piece) };
    if span.end <= group.start || group.end <= span.start {
        return kept.push(piece);
    }
    for part in [span.start..group.start, group.end..span.end] {
        let at = part.start.saturating_sub(span.start)..part.end.saturating_sub(span.start);
        let inside = match text {
            Cow::Borrowed(text) => text.get(at).map(Cow::Borrowed),
            Cow::Owned(text) => text.get(at).map(|text| Cow::Owned(text.to_owned())),
        };
        kept.extend(inside.filter(|text| !text.is_empty()).map(|text| Piece { form: Span::Text(text), span: part }));
    }
}

fn is_block(tag: &Tag) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Caution => Callout::Caution,
        BlockQuoteKind::Warning => Callout::Warning,
    }
}

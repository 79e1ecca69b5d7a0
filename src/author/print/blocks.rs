//! A file as blocks with their bytes: just enough structure to write each of them anew, with all text left in the source.

use crate::tree::parser;
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use std::iter::Peekable;
use std::ops::Range;

/// A block.
pub(super) struct Block {
    pub(super) form: Form,
    pub(super) span: Range<usize>,
}

/// What a block is.
pub(super) enum Form {
    /// A paragraph, with its markup.
    Paragraph(Vec<Mark>),
    /// A heading, with its markup.
    Heading(usize, Vec<Mark>),
    /// A quote; the tag of a callout.
    Quote(Option<&'static str>, Vec<Block>),
    /// A list; the first number of a numbered one.
    List(Option<u64>, Vec<Entry>),
    /// A code block; its text.
    Code(String),
    /// A table, line by line.
    Table,
    /// Comments and link definitions, as they are.
    Verbatim,
}

/// An entry of a list.
pub(super) struct Entry {
    /// Whether its box is ticked, if it has one.
    pub(super) tick: Option<bool>,
    pub(super) blocks: Vec<Block>,
    pub(super) span: Range<usize>,
}

/// Markup of a line that may be written anew.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// Emphasis.
    Em(Range<usize>),
    /// Strong emphasis.
    Strong(Range<usize>),
    /// Struck through.
    Strike(Range<usize>),
    /// A break at the end of a line.
    Break(usize),
    /// An image.
    Image(Range<usize>),
    /// Code, in which nothing is markup.
    Code(Range<usize>),
}

/// The blocks from byte `start` to the end.
pub(super) fn read(text: &str, start: usize) -> Vec<Block> {
    let body = text.get(start..).unwrap_or_default();
    let parser = parser(body);
    let definitions: Vec<Range<usize>> =
        parser.reference_definitions().iter().map(|(_, definition)| definition.span.start + start..definition.span.end + start).collect();
    let events = parser.into_offset_iter().map(|(event, span)| (event, span.start + start..span.end + start));
    let mut blocks = Reader { text, events: events.peekable(), tick: None }.blocks(start);
    for span in definitions {
        let at = blocks.iter().position(|block| block.span.start > span.start).unwrap_or(blocks.len());
        blocks.insert(at, Block { form: Form::Verbatim, span });
    }
    blocks
}

struct Reader<'t, I: Iterator> {
    text: &'t str,
    events: Peekable<I>,
    /// The box seen last: ticked or not, and where it ends.
    tick: Option<(bool, usize)>,
}

impl<'t, I: Iterator<Item = (Event<'t>, Range<usize>)>> Reader<'t, I> {
    /// Blocks up to the end of what holds them. Text without a paragraph around it, in a tight list, becomes one.
    fn blocks(&mut self, start: usize) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let mut least = start;
        while let Some((event, span)) = self.events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::TaskListMarker(set) => {
                    self.tick = Some((set, span.end));
                    least = span.end;
                    continue;
                }
                Event::Rule => Block { form: Form::Verbatim, span },
                Event::Html(_) => Block { form: Form::Verbatim, span },
                Event::Start(tag) if !is_inline(&tag) => Block { form: self.form(tag, &span), span },
                event => self.loose_text(event, span, least),
            };
            let span = self.without_box(&block);
            least = span.end;
            blocks.push(Block { span, ..block });
        }
        blocks
    }

    /// A paragraph's span without the box before it.
    fn without_box(&self, block: &Block) -> Range<usize> {
        let after = self.tick.map(|(_, end)| end).filter(|end| matches!(block.form, Form::Paragraph(_)) && block.span.contains(end));
        after.unwrap_or(block.span.start)..block.span.end
    }

    fn form(&mut self, tag: Tag<'t>, span: &Range<usize>) -> Form {
        match tag {
            Tag::Paragraph => Form::Paragraph(self.marks()),
            Tag::Heading { level, .. } => Form::Heading(level as usize, self.marks()),
            Tag::BlockQuote(kind) => Form::Quote(kind.map(|kind| super::groups::callout(kind).tag()), self.blocks(span.start)),
            Tag::List(first) => Form::List(first, self.entries()),
            Tag::CodeBlock(kind) => {
                let text = self.code();
                match kind {
                    CodeBlockKind::Fenced(_) | CodeBlockKind::Indented => Form::Code(text),
                }
            }
            Tag::Table(_) => {
                self.skip();
                Form::Table
            }
            _ => {
                self.skip();
                Form::Verbatim
            }
        }
    }

    fn entries(&mut self) -> Vec<Entry> {
        let mut entries = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(_) => {
                    let outer = self.tick.take();
                    let blocks = self.blocks(span.start);
                    let tick = std::mem::replace(&mut self.tick, outer).map(|(set, _)| set);
                    entries.push(Entry { tick, blocks, span });
                }
                _ => break,
            }
        }
        entries
    }

    /// The text of a tight list entry. Its first character may be escaped; the parser gives the place behind the backslash.
    fn loose_text(&mut self, first: Event<'t>, span: Range<usize>, least: usize) -> Block {
        let mut marks = Vec::new();
        let mut whole = span.clone();
        let before = self.text.get(least..span.start).unwrap_or_default();
        whole.start -= usize::from((before.len() - before.trim_end_matches('\\').len()) % 2 == 1);
        self.mark(first, span, &mut marks);
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(_) | Event::Html(_) | Event::Rule => break,
                Event::Start(tag) if !is_inline(tag) => break,
                _ => {}
            }
            let Some((event, span)) = self.events.next() else { break };
            whole.end = whole.end.max(span.end);
            self.mark(event, span, &mut marks);
        }
        Block { form: Form::Paragraph(marks), span: whole }
    }

    /// The markup up to the end of a line.
    fn marks(&mut self) -> Vec<Mark> {
        let mut marks = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(_) => break,
                event => self.mark(event, span, &mut marks),
            }
        }
        marks
    }

    fn mark(&mut self, event: Event<'t>, span: Range<usize>, marks: &mut Vec<Mark>) {
        match event {
            Event::TaskListMarker(set) => self.tick = Some((set, span.end)),
            Event::HardBreak => marks.push(Mark::Break(span.start)),
            Event::Code(_) => marks.push(Mark::Code(span)),
            Event::Start(tag) => {
                match tag {
                    Tag::Emphasis => marks.push(Mark::Em(span)),
                    Tag::Strong => marks.push(Mark::Strong(span)),
                    Tag::Strikethrough => marks.push(Mark::Strike(span)),
                    Tag::Image { .. } => marks.push(Mark::Image(span)),
                    _ => {}
                }
                let inner = self.marks();
                marks.extend(inner);
            }
            _ => {}
        }
    }

    fn code(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        text
    }

    /// Skips to the end of a block that is written as it is.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

fn is_inline(tag: &Tag) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

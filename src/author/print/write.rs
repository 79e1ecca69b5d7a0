//! Writes blocks: one blank line between them, `-` bullets, numbers that count up, bodies indented by their marker's width.

use super::Sort;
use super::blocks::{Block, Entry, Form, Mark};
use super::groups::at_end;
use super::ids::Names;
use super::inline::canonical;
use std::ops::Range;

/// Writes one file.
pub(super) struct Writer<'t> {
    pub(super) text: &'t str,
    pub(super) sort: Sort,
    pub(super) names: &'t Names,
}

/// What surrounds a block in the source: each line of it begins with these.
#[derive(Clone, Copy)]
enum Around {
    /// `> `
    Quote,
    /// So many columns.
    Entry(usize),
}

/// What attributes mean where a block stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Nothing.
    Prose,
    /// A question: lists and answers have attributes.
    Item,
}

impl Writer<'_> {
    /// The whole file.
    pub(super) fn file(&self, blocks: &[Block]) -> String {
        let mut within = Within::Prose;
        let mut pieces: Vec<Vec<String>> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            if let Form::Heading(level, _) = block.form {
                within = if level > 1 && self.sort != Sort::Page { Within::Item } else { Within::Prose };
            }
            pieces.push(self.block(block, is_twin(blocks, at), &[], within));
        }
        let text = pieces.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n")).collect::<Vec<_>>().join("\n\n");
        if text.is_empty() { text } else { text + "\n" }
    }

    /// Blocks in a quote or an entry.
    fn blocks(&self, blocks: &[Block], around: &[Around], within: Within) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // An empty quote writes nothing, and nothing stands before or after it.
        let mut before: Option<&Block> = None;
        for (at, block) in blocks.iter().enumerate() {
            let written = self.block(block, is_twin(blocks, at), around, within);
            if written.is_empty() {
                continue;
            }
            if before.is_some_and(|before| !is_glued(before, block, around)) {
                lines.push(String::new());
            }
            lines.extend(written);
            before = Some(block);
        }
        lines
    }

    /// The lines of a block. `twin` tells lists apart that follow one another.
    fn block(&self, block: &Block, twin: Twin, around: &[Around], within: Within) -> Vec<String> {
        match &block.form {
            Form::Paragraph(marks) => self.paragraph(block, marks, around, within),
            Form::Heading(level, marks) => vec![self.heading(block, *level, marks)],
            Form::Quote(tag, inner) => {
                let tag = tag.iter().map(|tag| (*tag).to_owned());
                let lines = tag.chain(self.blocks(inner, &[around, &[Around::Quote]].concat(), Within::Prose));
                lines.map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }).collect()
            }
            Form::List(first, entries) => self.list(*first, entries, twin, around, within),
            Form::Code(code) => self.code(block, code),
            Form::Table => self.lines(&block.span, around).into_iter().map(|line| line.trim().to_owned()).collect(),
            Form::Verbatim => self.lines(&block.span, around),
        }
    }

    fn heading(&self, block: &Block, level: usize, marks: &[Mark]) -> String {
        let written = canonical(self.text, block.span.clone(), marks);
        let text = written.trim().trim_start_matches('#').trim();
        let open = text.trim_end_matches('#');
        // Closing signs need a blank before them and no backslash.
        let text = if open.is_empty() || open.ends_with([' ', '\t']) { open.trim_end() } else { text };
        let text =
            if self.sort != Sort::Page || text.ends_with('}') { at_end(text, self.names.at(block.span.start)) } else { text.to_owned() };
        format!("{} {text}", "#".repeat(level)).trim_end().to_owned()
    }

    fn paragraph(&self, block: &Block, marks: &[Mark], around: &[Around], within: Within) -> Vec<String> {
        let written = canonical(self.text, block.span.clone(), marks);
        let answers = within == Within::Item && around.is_empty() && written.trim_start().starts_with("= ");
        let mut lines: Vec<String> = Vec::new();
        let mut start = block.span.start;
        for line in written.trim().split('\n') {
            let line = if lines.is_empty() { line.trim().to_owned() } else { continued(line, around) };
            lines.push(if answers { at_end(&line.replace('±', "+-"), self.names.at(start)) } else { line });
            start += self.text.get(start..).and_then(|rest| rest.find('\n')).map_or(0, |end| end + 1);
        }
        lines
    }

    fn list(&self, first: Option<u64>, entries: &[Entry], twin: Twin, around: &[Around], within: Within) -> Vec<String> {
        let mut lines = Vec::new();
        for (entry, number) in entries.iter().zip(first.unwrap_or_default()..) {
            let marker = match (first, twin) {
                (None, Twin::First) => "- ".to_owned(),
                (None, Twin::Second) => "* ".to_owned(),
                (Some(_), Twin::First) => format!("{number}. "),
                (Some(_), Twin::Second) => format!("{number}) "),
            };
            let tick = match entry.tick {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            };
            let indent = " ".repeat(marker.len());
            for (at, line) in self.entry(entry, around, within).into_iter().enumerate() {
                lines.push(match (at, line.is_empty()) {
                    (0, _) => format!("{marker}{tick}{line}").trim_end().to_owned(),
                    (_, true) => line,
                    (_, false) => format!("{indent}{line}"),
                });
            }
        }
        lines
    }

    /// The lines of an entry without its marker. In a question its first paragraph ends with attributes.
    fn entry(&self, entry: &Entry, around: &[Around], within: Within) -> Vec<String> {
        let indent = entry.blocks.first().map_or(2, |block| block.span.start - entry.span.start);
        let indent = if entry.tick.is_some() { indent.saturating_sub(4) } else { indent };
        let around = [around, &[Around::Entry(indent)]].concat();
        let mut lines = self.blocks(&entry.blocks, &around, within);
        let paragraph = entry.blocks.first().filter(|block| within == Within::Item && matches!(block.form, Form::Paragraph(_)));
        if let Some(Block { form: Form::Paragraph(marks), .. }) = paragraph
            && let Some(first) = paragraph
        {
            let written = self.paragraph(first, marks, &around, Within::Prose);
            let named = at_end(&written.join("\n"), self.names.at(entry.span.start));
            lines.splice(..written.len(), named.split('\n').map(str::to_owned));
        }
        if lines.is_empty() { vec![String::new()] } else { lines }
    }

    /// A code block with the shortest fence that holds it; what stands behind the fence stays as written.
    fn code(&self, block: &Block, code: &str) -> Vec<String> {
        let opening = self.text.get(block.span.clone()).unwrap_or_default().split('\n').next().unwrap_or_default().trim();
        let info =
            if opening.starts_with("```") || opening.starts_with("~~~") { opening.trim_start_matches(['`', '~']).trim() } else { "" };
        let sign = if info.contains('`') { '~' } else { '`' };
        let longest = code.split(|c: char| c != sign).map(str::len).max().unwrap_or_default();
        let fence = sign.to_string().repeat(longest.max(2) + 1);
        let inside = code.strip_suffix('\n').unwrap_or(code);
        let inside = (!code.is_empty()).then(|| inside.split('\n').map(str::to_owned)).into_iter().flatten();
        std::iter::once(format!("{fence}{info}")).chain(inside).chain([fence.clone()]).collect()
    }

    /// The source lines of a block without what surrounds it.
    fn lines(&self, span: &Range<usize>, around: &[Around]) -> Vec<String> {
        let text = self.text.get(span.clone()).unwrap_or_default().trim_end();
        let strip = |(at, line): (usize, &str)| if at == 0 { line.to_owned() } else { inside(line, around).to_owned() };
        text.split('\n').enumerate().map(|line| strip(line).trim_end().to_owned()).collect()
    }
}

/// Whether a list comes right after one of its sort, so that it needs other markers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Twin {
    First,
    Second,
}

fn is_twin(blocks: &[Block], at: usize) -> Twin {
    let sort = |block: &Block| match &block.form {
        Form::List(first, _) => Some(first.is_some()),
        _ => None,
    };
    let same = |block: &&Block| sort(block).is_some() && sort(block) == blocks.get(at).and_then(sort);
    let run = blocks.get(..at).unwrap_or_default().iter().rev().take_while(same).count();
    if run % 2 == 1 { Twin::Second } else { Twin::First }
}

/// Whether no blank line stands between two blocks of an entry: text and its quote, text and a list that can begin below it.
fn is_glued(before: &Block, block: &Block, around: &[Around]) -> bool {
    let in_entry = matches!(around.last(), Some(Around::Entry(_))) && matches!(before.form, Form::Paragraph(_));
    in_entry
        && match &block.form {
            Form::Quote(..) => true,
            Form::List(first, entries) => {
                first.is_none_or(|first| first == 1) && entries.first().is_some_and(|entry| !entry.blocks.is_empty())
            }
            _ => false,
        }
}

/// A line without the marks of what surrounds it.
fn inside<'l>(line: &'l str, around: &[Around]) -> &'l str {
    let mut rest = line;
    for part in around {
        rest = match part {
            Around::Quote => match rest.trim_start().strip_prefix('>') {
                Some(quoted) => quoted.strip_prefix(' ').unwrap_or(quoted),
                None => return rest,
            },
            Around::Entry(columns) => {
                let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
                rest.get(blank.min(*columns)..).unwrap_or_default()
            }
        };
    }
    rest
}

/// A further line of a paragraph. Where only its indentation keeps it from being something else, it stays indented.
fn continued(line: &str, around: &[Around]) -> String {
    let line = inside(line, around).trim_end();
    let text = line.trim_start();
    let needed = line.len() - text.len() >= 4 && !text.starts_with(char::is_alphabetic);
    if needed { format!("    {text}") } else { text.to_owned() }
}

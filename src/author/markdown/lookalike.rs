//! Things that look like the format and are not: each is an error that says how to write what was meant.

use super::choice::words;
use crate::code;
use crate::diagnostic::Edit;
use crate::report::{Report, quote};
use crate::tree::{Callout, Entry, Form, Node, Piece, Span, Tick};
use std::ops::Range;

/// E120: a quote that begins with a tag and is no callout, because text follows on the same line or the tag is unknown.
pub(crate) fn hidden_callout(node: &Node, report: &mut Report) -> bool {
    let Form::Quote(None, inner) = &node.form else { return false };
    let Some(first) = inner.first().filter(|first| matches!(first.form, Form::Paragraph(_))) else { return false };
    let source = report.source;
    let line = source.slice(first.span.start..source.line_end(first.span.start));
    let Some((tag, rest)) = line.strip_prefix("[!").and_then(|line| line.split_once(']')) else { return false };
    let tag = format!("[!{}]", tag.to_ascii_uppercase());
    let all = Callout::ALL.map(|callout| format!("`{}`", callout.tag())).join(", ");
    let span = first.span.start..first.span.start + line.len();
    match Callout::ALL.iter().any(|callout| callout.tag() == tag) {
        true => report.add_with(
            next_line(first.span.start, line.len() - rest.trim_start().len(), report),
            code::E120,
            span,
            format!("the tag {} shares its line with {}", quote(&tag), quote(rest.trim())),
            "move the text to the next line: `> ` and the text",
        ),
        false => report.add(code::E120, span, format!("{} is no callout", quote(&tag)), format!("use one of {all}")),
    }
    true
}

/// Moves what stands behind a tag of `len` bytes, blanks included, to a line of its own in the same quote.
fn next_line(tag: usize, len: usize, report: &Report) -> Option<Edit> {
    let source = report.source;
    let before = source.slice(source.line_start(tag)..tag);
    let blanks = source.slice(tag..tag + len).rfind(']').map_or(len, |end| end + 1);
    let text = [source.line_break(), before].concat();
    before.chars().all(|c| matches!(c, ' ' | '\t' | '>')).then(|| Edit { span: tag + blanks..tag + len, text })
}

/// E121: a second tag inside a callout.
pub(crate) fn second_tag(node: &Node, report: &mut Report) {
    let source = report.source;
    let mut at = node.span.start;
    for line in source.slice(node.span.clone()).split_inclusive('\n') {
        let text = line.trim_start().strip_prefix('>').unwrap_or(line).trim_start();
        let begins = |tag: &str| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
        let tag = Callout::ALL.into_iter().find(|callout| at > node.span.start && begins(callout.tag()));
        if let Some(tag) = tag {
            let start = at + line.len() - text.len();
            let edit = Edit { span: at..at, text: source.line_break().to_owned() };
            report.add_with(
                line.trim_start().starts_with('>').then_some(edit),
                code::E121,
                start..start + tag.tag().len(),
                format!("`{}` is the second tag in one quote", tag.tag()),
                "put a blank line before it, so that it begins a quote of its own",
            );
        }
        at += line.len();
    }
}

/// A box that is glued to its text or empty: `[x]text`, `[]`. Gives its meaning and its place.
pub(super) fn broken_box(entry: &Entry, report: &Report) -> Option<(Tick, Range<usize>)> {
    let first = entry.nodes.first().filter(|node| entry.tick.is_none() && matches!(node.form, Form::Paragraph(_)))?;
    let text = report.source.slice(first.span.clone());
    let written = ["[x]", "[X]", "[ ]", "[]"].into_iter().find(|written| text.starts_with(written))?;
    // `[x](address)` is a link, and `[x][y]` a reference.
    let after = text.get(written.len()..).unwrap_or_default();
    if after.starts_with(['(', '[', ':']) {
        return None;
    }
    let tick = if written.eq_ignore_ascii_case("[x]") { Tick::Set } else { Tick::Clear };
    Some((tick, first.span.start..first.span.start + written.len()))
}

/// E122 for a box that Markdown does not see.
pub(super) fn refuse_box(tick: Tick, span: Range<usize>, report: &mut Report) {
    let right = if tick == Tick::Set { "[x] " } else { "[ ] " };
    let source = report.source;
    let written = quote(source.slice(span.clone()));
    let after = source.slice(span.end..source.line_end(span.end));
    let text = if after.starts_with(' ') { right.trim_end() } else { right };
    let edit = Edit { span: span.clone(), text: text.to_owned() };
    report.add_with(
        Some(edit).filter(|edit| !after.trim().is_empty() && edit.text != source.slice(span.clone())),
        code::E122,
        span,
        format!("{written} is not seen as a box here"),
        format!("write `{right}` with one character in the brackets and a blank behind them"),
    );
}

/// E123: a quote right below a list, at too little indentation to belong to the last option.
pub(super) fn outdented_quote(quoted: &Node, last: &Entry, report: &mut Report) -> bool {
    let source = report.source;
    let between = source.slice(last_line_end(last, report)..quoted.span.start);
    if between.matches('\n').count() > 1 {
        return false;
    }
    let indent = source.slice(source.line_start(last.span.start)..last.span.start).chars().count();
    let line = source.slice(last.span.start..source.line_end(last.span.start));
    let marker = line.find(' ').map_or(2, |blank| blank + 1);
    let have = quoted.span.start.saturating_sub(source.line_start(quoted.span.start));
    let otherwise = match quoted.form {
        Form::Quote(Some(_), _) => "put a blank line before it if it belongs to the whole question",
        _ => "begin it with `> [!NOTE]` after a blank line if it explains the whole question",
    };
    report.add_with(
        indented(quoted, (indent + marker).saturating_sub(have), report)
            .filter(|_| !line.get(marker..).unwrap_or_default().starts_with(' ')),
        code::E123,
        quoted.span.clone(),
        format!("this quote is not part of the option {}", quote(&words(last, report))),
        format!("indent `>` by {} columns (you have {have}), or {otherwise}", indent + marker),
    );
    true
}

/// Moves a plain quote to the right, by so many columns.
fn indented(quoted: &Node, columns: usize, report: &Report) -> Option<Edit> {
    let span = report.source.line_start(quoted.span.start)..quoted.span.end;
    let lines = report.source.slice(span.clone()).split_inclusive('\n');
    let text = lines.map(|line| if line.trim().is_empty() { line.to_owned() } else { " ".repeat(columns) + line }).collect();
    (columns > 0 && matches!(quoted.form, Form::Quote(None, _))).then_some(Edit { span, text })
}

/// Where the last line of an entry ends; the parser counts blank lines behind it as part of it.
fn last_line_end(entry: &Entry, report: &Report) -> usize {
    entry.span.start + report.source.slice(entry.span.clone()).trim_end().len()
}

/// E124: `-> ` or `= ` at the beginning of a line that Markdown takes as part of the line above it.
pub(super) fn glued_lines(pieces: &[Piece], report: &mut Report) {
    for pair in pieces.windows(2) {
        if let [Piece { form: Span::SoftBreak, .. }, Piece { form: Span::Text(text), span }] = pair
            && (text.starts_with("-> ") || text.starts_with("= "))
        {
            report.add(
                code::E124,
                span.clone(),
                format!("the line {} is glued to the one above it", quote(text)),
                "put a blank line before it, or a backslash if it belongs to the text",
            );
        }
    }
}

/// E154 for blanks outside of the text of a question.
pub(super) fn refuse_blanks(pieces: &[Piece], span: &Range<usize>, report: &mut Report) {
    if let Some(blank) = blanks(pieces, span, report).into_iter().next() {
        let written = quote(report.source.slice(blank.clone()));
        report.add(
            code::E154,
            blank,
            format!("the blank {written} stands outside of the text of its question"),
            "move it into a paragraph below the heading, or write `\\[[` if the brackets belong to the text",
        );
    }
}

/// Where `[[...]]` stands in a line: not escaped, not in code, closed on the same line.
pub(super) fn blanks(pieces: &[Piece], span: &Range<usize>, report: &Report) -> Vec<Range<usize>> {
    let text = report.source.slice(span.clone());
    let mut found: Vec<Range<usize>> = Vec::new();
    // Few lines have a bracket at all.
    let Some(mut at) = memchr::memchr(b'[', text.as_bytes()) else { return found };
    while let Some(open) = text.get(at..).and_then(|rest| rest.find("[[")).map(|open| at + open) {
        at = open + 2;
        let escaped = text.get(..open).is_some_and(|before| (before.len() - before.trim_end_matches('\\').len()) % 2 == 1);
        let line = text.get(open..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if escaped || is_code(pieces, span.start + open) {
            continue;
        }
        if let Some(close) = line.find("]]") {
            found.push(span.start + open..span.start + open + close + 2);
            at = open + close + 2;
        }
    }
    found
}

fn is_code(pieces: &[Piece], at: usize) -> bool {
    let next = pieces.partition_point(|piece| piece.span.start <= at);
    let piece = next.checked_sub(1).and_then(|i| pieces.get(i)).filter(|piece| piece.span.contains(&at));
    piece.is_some_and(|piece| match &piece.form {
        Span::Code(_) => true,
        Span::Em(inner) | Span::Strong(inner) | Span::Strike(inner) | Span::Link(_, inner) => is_code(inner, at),
        _ => false,
    })
}

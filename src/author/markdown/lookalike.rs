//! Things that look like the format and are not: each is an error that says how to write what was meant.

use crate::code;
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
        true => report.add(
            code::E120,
            span,
            format!("the tag {} shares its line with {}", quote(&tag), quote(rest.trim())),
            "move the text to the next line: `> ` and the text",
        ),
        false => report.add(code::E120, span, format!("{} is no callout", quote(&tag)), format!("use one of {all}")),
    }
    true
}

/// E121: a second tag inside a callout.
pub(super) fn second_tag(node: &Node, report: &mut Report) {
    let source = report.source;
    let mut at = node.span.start;
    for line in source.slice(node.span.clone()).split_inclusive('\n') {
        let text = line.trim_start().strip_prefix('>').unwrap_or(line).trim_start();
        let tag = Callout::ALL.into_iter().find(|callout| text.to_ascii_uppercase().starts_with(callout.tag()));
        if let Some(tag) = tag.filter(|_| at > node.span.start) {
            let start = at + line.len() - text.len();
            report.add(
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
    let written = quote(report.source.slice(span.clone()));
    report.add(
        code::E122,
        span,
        format!("{written} is not seen as a box here"),
        format!("write `{right}` with one character in the brackets and a blank behind them"),
    );
}

/// E123: a quote right below a list, at too little indentation to belong to the last option.
pub(super) fn outdented_quote(quoted: &Node, last: &Entry, text: &str, report: &mut Report) -> bool {
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
    report.add(
        code::E123,
        quoted.span.clone(),
        format!("this quote is not part of the option {}", quote(text)),
        format!("indent `>` by {} columns (you have {have}), or {otherwise}", indent + marker),
    );
    true
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

/// E180 for what other item kinds begin with: `-> ` lines, `= ` lines, and blanks. Tells whether there was such a thing.
pub(super) fn refuse_short_forms(pieces: &[Piece], span: &Range<usize>, report: &mut Report) -> bool {
    let source = report.source;
    let text = source.slice(span.clone());
    let mut refuse = |span: Range<usize>, what: &str, help: &str| {
        report.add(code::E180, span, format!("{what} is not available in this version of waypost"), help);
    };
    if text.starts_with("-> ") {
        refuse(span.clone(), "branching with a `-> ` line", "remove it; the questions follow one another in the order of the file");
    } else if text.starts_with("= ") {
        refuse(span.clone(), "a typed answer (`= `)", "ask with a task list: `- [x] right` and `- [ ] wrong`");
    }
    let is_code = |at: usize| {
        let next = pieces.partition_point(|piece| piece.span.start <= at);
        next.checked_sub(1).and_then(|i| pieces.get(i)).is_some_and(|piece| matches!(piece.form, Span::Code(_)) && piece.span.contains(&at))
    };
    let last = text.rfind("]]").unwrap_or_default();
    let opening = text.match_indices("[[").map(|(at, _)| at).find(|at| {
        let escaped = text.get(..*at).is_some_and(|before| before.ends_with('\\'));
        *at < last && !escaped && !is_code(span.start + at)
    });
    if let Some(at) = opening {
        let end = text.get(at..).and_then(|rest| rest.find("]]")).map_or(2, |length| length + 2);
        let help = "ask with a task list, or write `\\[[` if the brackets belong to the text";
        refuse(span.start + at..span.start + at + end, "a blank in double brackets", help);
    }
    opening.is_some() || text.starts_with("-> ") || text.starts_with("= ")
}

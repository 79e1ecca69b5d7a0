//! Markdown nodes become rich text: links and images checked, HTML refused, line ends turned into spaces.

use crate::code;
use crate::diagnostic::Severity;
use crate::lex::attributes::{Attributes, read};
use crate::lex::braces::{Tail, tail};
use crate::lex::names::Place;
use crate::markdown::{hidden_callout, is_comment};
use crate::math::formula;
use crate::report::{Report, quote};
use crate::tree::{Callout, Entry, Form, Node, Piece, Span};
use pulldown_latex::config::DisplayMode;
use std::ops::Range;
use waypost_core::text::{Block, Image, Inline, Math, RichText, plain_inline};
use waypost_core::url::safe_url;

/// The most bytes one text may have.
pub(crate) const MAX_TEXT: usize = 32 * 1024;

/// The most characters of alternative text before a lint asks for a shorter one.
const MAX_ALT: usize = 150;

/// Blocks as rich text. What has no place in a text is reported and left out.
pub(crate) fn blocks(nodes: &[Node], report: &mut Report) -> RichText {
    text(&[], nodes, report)
}

/// A line, and the blocks below it, as one text.
pub(crate) fn text(first: &[Piece], below: &[Node], report: &mut Report) -> RichText {
    let own = first.first().zip(first.last()).map(|(start, end)| start.span.start..end.span.end);
    let begin = own.clone().or(below.first().map(|node| node.span.clone()));
    let end = below.last().map(|node| node.span.end).or(own.map(|own| own.end));
    if let (Some(begin), Some(end)) = (begin, end)
        && end.saturating_sub(begin.start) > MAX_TEXT
    {
        report.add(
            code::E205,
            begin,
            format!("this text is longer than {} KiB", MAX_TEXT / 1024),
            "shorten it, or split it over several questions or pages",
        );
    }
    let mut blocks = Vec::with_capacity(below.len() + 1);
    if !first.is_empty() {
        blocks.push(Block::P(line(first, report)));
    }
    blocks.extend(below.iter().filter_map(|node| block(node, report)));
    blocks
}

fn block(node: &Node, report: &mut Report) -> Option<Block> {
    let span = node.span.clone();
    match &node.form {
        Form::Paragraph(pieces) => Some(Block::P(line(pieces, report))),
        Form::List(first, entries) => {
            let texts = entries.iter().map(|entry| entry_text(entry, report)).collect();
            Some(match first {
                Some(first) => Block::Ol(u32::try_from(*first).unwrap_or(1), texts),
                None => Block::Ul(texts),
            })
        }
        Form::Quote(None, inner) => {
            hidden_callout(node, report);
            Some(Block::Quote(blocks(inner, report)))
        }
        Form::Quote(Some(callout), inner) => {
            misplaced(*callout, span, report);
            Some(Block::Quote(blocks(inner, report)))
        }
        Form::Code(info, text) => code_block(info, text, span, report),
        Form::Table(head, rows) => {
            let mut cells = |row: &[Vec<Piece>]| row.iter().map(|cell| line(cell, report)).collect::<Vec<_>>();
            let head = cells(head);
            Some(Block::Table(head, rows.iter().map(|row| cells(row)).collect()))
        }
        Form::Heading(level, pieces) => {
            report.add(
                code::E110,
                span,
                "a heading cannot stand inside a list or a quote",
                format!("remove the {}, or put the heading below the list or quote", quote(&"#".repeat(usize::from(*level)))),
            );
            Some(Block::P(line(pieces, report)))
        }
        Form::Html => {
            let text = report.source.slice(span.clone());
            if !is_comment(text) || text.contains("allow:") {
                html(span, report);
            }
            None
        }
        Form::Rule => {
            rule(span, report);
            None
        }
        Form::Header => {
            second_header(span, report);
            None
        }
    }
}

fn entry_text(entry: &Entry, report: &mut Report) -> RichText {
    if let Some((_, span)) = &entry.tick {
        report.add(
            code::E115,
            span.clone(),
            "a box has no meaning in this list",
            "remove the box, or put the list under a `## ` heading of its own to make it a question",
        );
    }
    blocks(&entry.nodes, report)
}

fn code_block(info: &str, text: &str, span: Range<usize>, report: &mut Report) -> Option<Block> {
    let language = info.split_whitespace().next().unwrap_or_default();
    let refuse = |what: &str, help: &str, report: &mut Report| {
        report.add(code::E180, span.clone(), format!("{what} is not available in this version of waypost"), help);
    };
    match language {
        "math" => return Some(Block::Math(math_block(text, span, report))),
        "model" | "effects" => refuse("a simulator", "remove the block", report),
        "answer" => refuse("a typed answer of several lines", "ask for one line of it, with `= \"...\"` below the question", report),
        _ => {
            if let Some(attributes) = info.find('{').and_then(|at| info.get(at..)) {
                refuse(&format!("{} on a code block", quote(attributes)), "keep only the language behind the fence", report);
            }
            return Some(Block::Code(language.to_owned(), text.to_owned()));
        }
    }
    None
}

/// A line as rich text.
pub(crate) fn line(pieces: &[Piece], report: &mut Report) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let next = match &piece.form {
            Span::Text(text) => Inline::Text(text.clone().into_owned()),
            Span::SoftBreak => Inline::Text(" ".to_owned()),
            Span::Em(inner) => Inline::Em(line(inner, report)),
            Span::Strong(inner) => Inline::Strong(line(inner, report)),
            Span::Strike(inner) => Inline::Strike(line(inner, report)),
            Span::Code(text) => Inline::Code(text.clone()),
            Span::Break => Inline::Break,
            Span::Blank(id) => Inline::Blank(id.clone()),
            Span::Link(address, inner) => link(address, inner, &piece.span, report),
            Span::Math(tex, attributes) => {
                let alt = attributes.get("alt").map(|(alt, _)| alt);
                Inline::Math(formula(tex, alt, DisplayMode::Inline, piece.span.clone(), report))
            }
            Span::Image(address, alt, attributes) => image(address, alt, attributes, &piece.span, report),
            Span::Html => {
                html(piece.span.clone(), report);
                continue;
            }
        };
        match (out.last_mut(), next) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, next) => out.push(next),
        }
    }
    trim(&mut out);
    out
}

/// Takes blanks off both ends, so that cutting attributes leaves nothing behind.
fn trim(line: &mut Vec<Inline>) {
    if let Some(Inline::Text(text)) = line.last_mut() {
        text.truncate(text.trim_end().len());
    }
    if let Some(Inline::Text(text)) = line.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
    }
    line.retain(|piece| *piece != Inline::Text(String::new()));
}

/// A `math` fence; `{alt="..."}` may stand behind the word.
fn math_block(tex: &str, span: Range<usize>, report: &mut Report) -> Math {
    let line = span.start..report.source.line_end(span.start);
    let attributes = match tail(report.source.text(), line) {
        Tail::Groups(groups) => read(Place::Formula, &groups, report),
        Tail::Text | Tail::Broken(_) => Attributes::default(),
    };
    let alt = attributes.get("alt").map(|(alt, _)| alt);
    formula(tex, alt, DisplayMode::Block, span, report)
}

fn link(address: &str, inner: &[Piece], span: &Range<usize>, report: &mut Report) -> Inline {
    let text = line(inner, report);
    match safe_url(address) {
        Some(address) => {
            if course_target(&address).is_some() {
                report.links.push((address.clone(), span.clone()));
            }
            Inline::Link(address, text)
        }
        None => {
            report.add(
                code::E170,
                span.clone(),
                format!("a link cannot lead to {}", quote(address)),
                "use an address that begins with `https:`, `http:` or `mailto:`, a `#fragment`, or a file of the course",
            );
            Inline::Em(text)
        }
    }
}

/// The file of the course a link leads to, or the name of a call to action; `None` for other addresses.
pub(crate) fn course_target(address: &str) -> Option<&str> {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let is_relative = !path.contains(':') && !path.starts_with('/');
    (is_relative && (path.ends_with(".md") || path == "course" || path == "subscribe")).then_some(path)
}

fn image(address: &str, alt: &[Piece], attributes: &Attributes, span: &Range<usize>, report: &mut Report) -> Inline {
    if safe_url(address).is_none() {
        let help = "use the name of a file that lies beside this one";
        report.add(code::E170, span.clone(), format!("an image cannot come from {}", quote(address)), help);
    } else if address.contains("://") || address.starts_with("//") {
        report.add(
            code::E171,
            span.clone(),
            format!("the image {} lies on another server", quote(address)),
            "save it beside this file and use its name",
        );
    } else {
        report.images.push((address.to_owned(), span.clone()));
    }
    let alt = plain_inline(&line(alt, report));
    alternative_text(&alt, address, attributes, span, report);
    let mut pixels = |name: &str| match attributes.get(name) {
        None => 0,
        Some((value, at)) => value.parse().ok().filter(|n| (1..=20_000).contains(n)).unwrap_or_else(|| {
            let help = format!("write a whole number of pixels from 1 to 20000, such as `{name}=640`");
            report.add(code::E135, at, format!("{} is not a size", quote(value)), help);
            0
        }),
    };
    let (w, h) = (pixels("w"), pixels("h"));
    Inline::Image(Image { src: address.to_owned(), alt, w, h })
}

/// W117, after WCAG 1.1.1.
fn alternative_text(alt: &str, address: &str, attributes: &Attributes, span: &Range<usize>, report: &mut Report) {
    let lower = alt.trim().to_lowercase();
    let file = address.rsplit('/').next().unwrap_or_default().to_lowercase();
    let ending = [".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".svg"];
    let (severity, message, help) = match lower.as_str() {
        "" if attributes.has("decorative") => return,
        "" => (
            Severity::Error,
            "this image has no alternative text".to_owned(),
            "say in the brackets what it shows, or add `{decorative}` behind it if it shows nothing that matters",
        ),
        name if name == file || ending.iter().any(|end| name.ends_with(end)) => {
            (Severity::Warning, format!("the alternative text {} is a file name", quote(alt)), "say what the image shows")
        }
        start if ["image of", "picture of", "photo of"].iter().any(|of| start.starts_with(of)) => (
            Severity::Warning,
            format!("the alternative text {} says that it is an image", quote(alt)),
            "begin with what the image shows; screen readers say that it is an image",
        ),
        long if long.chars().count() > MAX_ALT => (
            Severity::Warning,
            format!("the alternative text has {} characters", long.chars().count()),
            "shorten it to 150 characters, and move the details into the text",
        ),
        _ => return,
    };
    report.add_as(severity, code::W117, span.clone(), message, help);
}

/// E111 for anything that is HTML; comments get a word of their own.
pub(crate) fn html(span: Range<usize>, report: &mut Report) {
    let text = report.source.slice(span.clone());
    let written = quote(text.trim());
    if is_comment(text) && text.contains("allow:") {
        report.add(
            code::E111,
            span,
            format!("{written} silences nothing here"),
            "put it on a line of its own before the `## ` heading of a question",
        );
    } else if text.trim_start().starts_with("<!--") {
        report.add(
            code::E111,
            span,
            format!("the comment {written} stands inside a text"),
            "put it on lines of its own, between questions or paragraphs",
        );
    } else {
        report.add(
            code::E111,
            span,
            format!("{written} is HTML, which is not part of the format"),
            "write it as Markdown, or put a backslash before `<` to show it as text",
        );
    }
}

/// E113.
pub(crate) fn rule(span: Range<usize>, report: &mut Report) {
    let written = quote(report.source.slice(span.clone()));
    report.add(
        code::E113,
        span,
        format!("the dividing line {written} has no meaning"),
        "remove it, or begin a section with a `# ` heading",
    );
}

/// E103.
pub(crate) fn second_header(span: Range<usize>, report: &mut Report) {
    report.add(
        code::E103,
        span,
        "a header can only stand at the start of the file, and only once",
        "move its lines into the `+++` block at the start",
    );
}

/// E125.
pub(crate) fn misplaced(callout: Callout, span: Range<usize>, report: &mut Report) {
    report.add(
        code::E125,
        span,
        format!("`{}` has no meaning here", callout.tag()),
        "move it below the options of a question, or remove the tag to make it a plain quote",
    );
}

//! The outline of a file: what stands before the first heading, then each heading with what stands under it.

use super::comment::{allowed, is_comment};
use crate::code;
use crate::report::{Report, quote};
use crate::rich;
use crate::tree::{Form, Node, Piece};
use std::ops::Range;

/// A file by its headings.
pub(crate) struct Outline<'s> {
    /// What stands before the first heading.
    pub(crate) intro: Vec<Node<'s>>,
    /// Headings in order.
    pub(crate) parts: Vec<Part<'s>>,
}

/// A heading and what stands under it.
pub(crate) struct Part<'s> {
    /// 1 to 6.
    pub(crate) level: u8,
    /// Its text.
    pub(crate) heading: Vec<Piece<'s>>,
    /// Where the heading stands.
    pub(crate) span: Range<usize>,
    /// What stands under it, without comments.
    pub(crate) body: Vec<Node<'s>>,
    /// Where it ends.
    pub(crate) end: usize,
    /// Lints silenced for it.
    pub(crate) allowed: Vec<&'static str>,
}

/// Splits a file at its headings. Comments, dividing lines and stray headers are dealt with here.
pub(crate) fn outline<'s>(nodes: Vec<Node<'s>>, report: &mut Report) -> Outline<'s> {
    let headings = nodes.iter().filter(|node| matches!(node.form, Form::Heading(..))).count();
    let mut outline = Outline { intro: Vec::new(), parts: Vec::with_capacity(headings) };
    let mut pending: Vec<&'static str> = Vec::new();
    // Whether the question being read has its list already.
    let mut has_list = false;
    for node in nodes {
        match node.form {
            // A line below a text makes it a heading by accident, more often than not; then the question goes on.
            Form::Heading(..) if refuse_setext(&node.span, report) && !has_list => {}
            Form::Heading(level, heading) => {
                has_list = false;
                if heading.is_empty() {
                    let help = "write the question behind the `#` signs, or remove them";
                    report.lacks(code::E114, node.span.clone(), "this heading has no text", help);
                }
                let end = node.span.end;
                let allowed = std::mem::take(&mut pending);
                outline.parts.push(Part { level, heading, span: node.span, body: Vec::new(), end, allowed });
            }
            Form::Html if is_comment(report.source.slice(node.span.clone())) => pending.extend(allowed(node.span, report)),
            Form::Html => rich::html(node.span, report),
            Form::Rule => rich::rule(node.span, report),
            Form::Header => rich::second_header(node.span, report),
            _ => match outline.parts.last_mut() {
                None => outline.intro.push(node),
                Some(part) => {
                    part.end = node.span.end;
                    has_list |= matches!(node.form, Form::List(..));
                    part.allowed.append(&mut pending);
                    part.body.push(node);
                }
            },
        }
    }
    outline
}

/// E112: a heading that is one because of the line below it.
pub(crate) fn refuse_setext(span: &Range<usize>, report: &mut Report) -> bool {
    let source = report.source;
    let text = source.slice(span.clone());
    if text.starts_with('#') {
        return false;
    }
    let line = quote(text.lines().next().unwrap_or_default());
    report.add(
        code::E112,
        span.clone(),
        format!("the line below {line} makes it a heading"),
        "put a blank line between them, or begin the heading with `##` and remove the line below",
    );
    true
}

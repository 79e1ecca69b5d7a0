//! Ways on: `-> id` behind a heading or an option, and lines `-> id if condition` below a question.

use crate::code;
use crate::document::Jump;
use crate::lex::attributes::Attributes;
use crate::lex::expression::expression;
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::bundle::Target;
use waypost_core::id::{ItemId, is_id};

/// Whether a paragraph holds ways on.
pub(super) fn is_jump(text: &str) -> bool {
    text.starts_with("-> ")
}

/// The way on that stands in braces.
pub(super) fn behind(attributes: &Attributes) -> Option<Jump> {
    let (id, span) = attributes.then.clone()?;
    Some(Jump { when: None, to: target(&id), span })
}

/// The ways on of a paragraph, one on each line.
pub(super) fn lines(paragraph: Range<usize>, report: &mut Report) -> Vec<Jump> {
    let mut at = paragraph.start;
    let mut jumps = Vec::new();
    let source = report.source;
    for line in source.slice(paragraph).split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        jumps.extend(one(start..start + line.trim().len(), report));
    }
    jumps
}

fn one(span: Range<usize>, report: &mut Report) -> Option<Jump> {
    let source = report.source;
    let text = source.slice(span.clone());
    let Some(words) = text.strip_prefix("-> ") else {
        let message = format!("{} stands among ways on and does not begin with `-> `", quote(text));
        report.add(code::E160, span, message, "put a blank line before it, or begin it with `-> `");
        return None;
    };
    let (id, condition) = match words.split_once(" if ") {
        Some((id, condition)) => (id.trim(), Some(condition)),
        None => (words.trim(), None),
    };
    if !is_id(id) {
        let help = "write `-> id`, `-> end` or `-> id if condition` with the id of a later question or section";
        report.add(code::E160, span, format!("{} is no id to go to", quote(id)), help);
        return None;
    }
    let when = match condition.map(expression) {
        None => None,
        Some(Ok(when)) => Some(when),
        Some(Err(trouble)) => {
            let start = span.end - condition.map_or(0, str::len);
            let help = "write a condition such as `score < 50%`, `right(item)` or `chose(item.option)`";
            report.add(code::E162, start + trouble.span.start..start + trouble.span.end, trouble.message, help);
            return None;
        }
    };
    Some(Jump { when, to: target(id), span })
}

fn target(id: &str) -> Target {
    match id {
        "end" => Target::End,
        id => Target::Item(ItemId::from(id)),
    }
}

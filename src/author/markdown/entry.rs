//! An entry of a question's list: its attributes, its words, and what is shown to readers who chose it.

use super::attached::attached;
use super::lookalike::{glued_lines, hidden_callout, second_tag};
use crate::code;
use crate::document::{Part, PartName, Prose};
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::report::Report;
use crate::rich;
use crate::tree::{Callout, Entry, Form, Node, Piece, Span};
use std::ops::Range;
use waypost_core::id::OptionId;
use waypost_core::text::{RichText, plain};

/// An entry, read but not yet named.
pub(super) struct Words<'s> {
    /// What stands in braces behind its first paragraph.
    pub(super) attributes: Attributes,
    /// Its first paragraph without the attributes; nothing where it begins otherwise.
    pub(super) line: Vec<Piece<'s>>,
    /// The other blocks of its text.
    more: Vec<Node<'s>>,
    /// A list inside it, where the kind has such.
    pub(super) nested: Option<Vec<Entry<'s>>>,
    /// A plain quote: shown when it was chosen.
    pub(super) feedback: Option<Prose>,
    /// A `[!NOTE]`: why it is right or wrong.
    pub(super) reason: Option<Prose>,
    /// Where it stands.
    pub(super) span: Range<usize>,
}

/// Whether entries may hold lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nesting {
    /// They are refused.
    None,
    /// One list is kept apart.
    One,
}

/// Reads the blocks of an entry.
pub(super) fn words<'s>(entry: Entry<'s>, place: Place, nesting: Nesting, report: &mut Report) -> Words<'s> {
    let mut words = Words {
        attributes: Attributes::default(),
        line: Vec::new(),
        more: Vec::new(),
        nested: None,
        feedback: None,
        reason: None,
        span: entry.span.start..entry.span.start + report.source.slice(entry.span.clone()).trim_end().len(),
    };
    for (at, node) in entry.nodes.into_iter().enumerate() {
        match node.form {
            Form::Paragraph(pieces) if at == 0 => {
                glued_lines(&pieces, report);
                (words.attributes, words.line) = attached(place, pieces, report);
            }
            Form::Quote(..) => words.quoted(&node, report),
            Form::List(_, entries) if nesting == Nesting::One && words.nested.is_none() => words.nested = Some(entries),
            Form::List(..) => report.add(
                code::E150,
                node.span,
                "a list inside an option has no meaning here",
                "write it as a sentence, or as options of their own",
            ),
            Form::Html => drop(rich::blocks(&[node], report)),
            _ if words.feedback.is_some() || words.reason.is_some() => report.add(
                code::E116,
                node.span,
                "this text stands below the feedback of its option",
                "move it above the quote, or begin the line with `>` to make it part of the feedback",
            ),
            _ => words.more.push(node),
        }
    }
    words
}

impl<'s> Words<'s> {
    /// A quote inside an entry: feedback, or with `[!NOTE]` the reason.
    fn quoted(&mut self, node: &Node, report: &mut Report) {
        let Form::Quote(callout, inner) = &node.form else { return };
        if hidden_callout(node, report) {
            return;
        }
        let (slot, what) = match callout {
            None => (&mut self.feedback, "feedback"),
            Some(Callout::Note) => (&mut self.reason, "reason"),
            Some(Callout::Tip) => {
                let help = "make it a hint of the question: move it below the options";
                report.add(code::E180, node.span.clone(), "a tip of an option is not available in this version of waypost", help);
                return;
            }
            Some(other) => return rich::misplaced(*other, node.span.clone(), report),
        };
        if callout.is_some() {
            second_tag(node, report);
        }
        if slot.is_some() {
            let help = "join the two with a line that holds only `>` between them";
            report.add(code::E126, node.span.clone(), format!("this option has a second {what}"), help);
            return;
        }
        *slot = Some(Prose { text: rich::blocks(inner, report), span: node.span.clone() });
    }

    /// Its words as rich text; E127 where there are none.
    pub(super) fn text(&self, report: &mut Report) -> RichText {
        let text = self.text_of(&self.line, report);
        let has_image = self.line.iter().any(|piece| matches!(piece.form, Span::Image(..)));
        if plain(&text).trim().is_empty() && !has_image {
            report.lacks(
                code::E127,
                self.span.start..self.span.start + 1,
                "this option has no text",
                "write the answer behind its box, or remove the line",
            );
        }
        text
    }

    /// The same with another first line.
    pub(super) fn text_of(&self, line: &[Piece], report: &mut Report) -> RichText {
        rich::text(line, &self.more, report)
    }

    /// The entry as a named part of its item.
    pub(super) fn part(self, id: OptionId, text: RichText) -> Part {
        Part { name: PartName::Option(id), text, feedback: self.feedback, reason: self.reason, span: self.span }
    }
}

//! One question: stem, body, list of options, callouts.

use super::attached::attached;
use super::choice;
use super::ids::Given;
use super::lookalike::{broken_box, hidden_callout, outdented_quote, refuse_short_forms, second_tag};
use super::outline::Part;
use crate::code;
use crate::document::{Item, Prose};
use crate::header::Header;
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::rich;
use crate::tree::{Callout, Entry, Form, Node};
use std::ops::Range;
use waypost_core::id::ItemId;
use waypost_core::number::Points;

/// What has been read of an item so far.
#[derive(Default)]
struct Reading {
    body: Vec<Node>,
    plain_list: Option<Node>,
    entries: Vec<Entry>,
    /// Whether something was refused that only other kinds of items have.
    other_kind: bool,
    /// Whether the next list goes on with the options, because an outdented quote had split it.
    split: bool,
    hints: Vec<Prose>,
    explanation: Option<Prose>,
    right: Option<Prose>,
    partly: Option<Prose>,
    wrong: Option<Prose>,
}

/// Reads an item, and the id the author gave it.
pub(super) fn item(part: &Part, header: &Header, report: &mut Report) -> (Item, Given) {
    let (attributes, heading) = attached(Place::Item, &part.heading, report);
    refuse_short_forms(&part.heading, &part.span, report);
    let stem = rich::line(&heading, report);
    let mut reading = Reading::default();
    for node in &part.body {
        reading.node(node, report);
    }
    reading.refuse_other_kinds(&part.span, report);
    let points = attributes.get("points").and_then(|(written, span)| points(written, span, report)).unwrap_or(Points::ONE);
    let task = choice::task(&reading.entries, &attributes, header, &part.span, report);
    let item = Item {
        id: ItemId::from(""),
        section: None,
        stem,
        body: rich::blocks(&reading.body, report),
        points,
        task,
        hints: reading.hints,
        explanation: reading.explanation,
        right: reading.right,
        partly: reading.partly,
        wrong: reading.wrong,
        heading: part.span.clone(),
        span: part.span.start..part.end,
    };
    (item, attributes.id)
}

/// Whether the node is a list with boxes, broken ones included.
pub(super) fn is_task_list(node: &Node, report: &Report) -> bool {
    let Form::List(_, entries) = &node.form else { return false };
    entries.iter().any(|entry| entry.tick.is_some() || broken_box(entry, report).is_some())
}

fn points(written: &str, span: Range<usize>, report: &mut Report) -> Option<Points> {
    let points = written.parse().ok();
    if points.is_none() {
        let help = "write a number from 0 to 1000 with at most two decimals, such as `points=2`";
        report.add(code::E135, span, format!("{} is no number of points", quote(written)), help);
    }
    points
}

impl Reading {
    fn node(&mut self, node: &Node, report: &mut Report) {
        let follows_split = std::mem::take(&mut self.split);
        match &node.form {
            Form::List(_, entries) => self.list(node, entries, follows_split, report),
            Form::Quote(callout, inner) => {
                let last = self.entries.last();
                let text = last.map(|entry| choice::words(entry, report)).unwrap_or_default();
                let is_outdented = last.is_some_and(|last| outdented_quote(node, last, &text, report));
                if is_outdented && callout.is_none() {
                    self.split = true;
                    self.entries.iter_mut().next_back().into_iter().for_each(|last| last.nodes.push(node.clone()));
                } else if let Some(callout) = callout {
                    second_tag(node, report);
                    let prose = Prose { text: rich::blocks(inner, report), span: node.span.clone() };
                    self.callout(*callout, prose, report);
                } else if !hidden_callout(node, report) {
                    self.prose(node, report);
                }
            }
            Form::Paragraph(pieces) => {
                self.other_kind |= refuse_short_forms(pieces, &node.span, report);
                let text = report.source.slice(node.span.clone());
                if !text.starts_with("-> ") && !text.starts_with("= ") {
                    self.prose(node, report);
                }
            }
            _ => self.prose(node, report),
        }
    }

    fn list(&mut self, node: &Node, entries: &[Entry], follows_split: bool, report: &mut Report) {
        match (is_task_list(node, report), self.entries.is_empty()) {
            (true, true) => self.entries = entries.to_vec(),
            (true, false) if follows_split => self.entries.extend_from_slice(entries),
            (false, true) if self.plain_list.is_none() => self.plain_list = Some(node.clone()),
            _ => second_list(node.span.clone(), report),
        }
    }

    fn prose(&mut self, node: &Node, report: &mut Report) {
        if self.entries.is_empty() {
            self.body.push(node.clone());
            return;
        }
        let help = match node.form {
            Form::Quote(..) => "indent it under its option, or begin it with `> [!NOTE]` to make it the explanation",
            _ => "move it above the options, or write it as an explanation: `> [!NOTE]` and the text in lines that begin with `> `",
        };
        report.add(code::E116, node.span.clone(), "this text stands below the options of its question", help);
    }

    fn callout(&mut self, callout: Callout, prose: Prose, report: &mut Report) {
        let slot = match callout {
            Callout::Tip => return self.hints.push(prose),
            Callout::Note => &mut self.explanation,
            Callout::Important => &mut self.right,
            Callout::Caution => &mut self.partly,
            Callout::Warning => &mut self.wrong,
        };
        match slot {
            None => *slot = Some(prose),
            Some(_) => report.add(
                code::E126,
                prose.span,
                format!("this question has a second `{}`", callout.tag()),
                "join the two with a line that holds only `>` between them",
            ),
        }
    }

    /// Lists without boxes are other kinds of items, or a slip.
    fn refuse_other_kinds(&mut self, heading: &Range<usize>, report: &mut Report) {
        let list = match self.plain_list.take() {
            Some(list) if !self.entries.is_empty() => return second_list(list.span, report),
            list => list,
        };
        let what = match list.as_ref().map(|list| &list.form) {
            _ if !self.entries.is_empty() || self.other_kind => return,
            Some(Form::List(Some(_), _)) => "a question that asks for an order",
            Some(Form::List(None, entries)) if entries.iter().all(|entry| is_pair(entry, report)) => "a question that asks for pairs",
            Some(_) => "a list without boxes",
            None => "a question without options",
        };
        let help = match list {
            Some(_) => "write the answers as a task list: `- [x] ` in front of what is right, `- [ ] ` in front of the others",
            None => "add the answers as a task list, `- [x] right` and `- [ ] wrong`, or move the text below a `# ` heading",
        };
        let span = list.map_or(heading.clone(), |list| list.span);
        report.add(code::E180, span, format!("{what} is not available in this version of waypost"), help);
    }
}

fn is_pair(entry: &Entry, report: &Report) -> bool {
    report.source.slice(entry.span.clone()).contains("-> ")
}

fn second_list(span: Range<usize>, report: &mut Report) {
    report.add(
        code::E150,
        span,
        "a question can hold one list only",
        "remove this one, write it as a sentence, or give it a `## ` heading of its own",
    );
}

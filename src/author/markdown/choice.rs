//! Choice questions: the entries of a task list become options, and attributes decide how they are asked and marked.

use super::attached::attached;
use super::ids;
use super::lookalike::{broken_box, glued_lines, hidden_callout, refuse_box, refuse_short_forms, second_tag};
use crate::code;
use crate::document::{ChoiceOption, ChoiceTask, Prose, Takes, Task};
use crate::header::{Header, MULTI};
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::rich;
use crate::tree::{Callout, Entry, Form, Node, Piece, Span, Tick, cut};
use std::ops::Range;
use waypost_core::bundle::{Counted, Key, Marking, Order};
use waypost_core::id::OptionId;
use waypost_core::text::plain;

/// The most options a question may have.
pub(crate) const MAX_OPTIONS: usize = 64;

/// Makes a choice task of the entries of a task list.
pub(super) fn task(entries: &[Entry], attributes: &Attributes, header: &Header, heading: &Range<usize>, report: &mut Report) -> Task {
    if let Some(over) = entries.get(MAX_OPTIONS) {
        let message = format!("this is option {} of the question; the limit is {MAX_OPTIONS}", MAX_OPTIONS + 1);
        report.add(code::E204, over.span.clone(), message, "split the question");
    }
    let read: Vec<(ChoiceOption, ids::Given)> = entries.iter().take(MAX_OPTIONS).map(|entry| option(entry, report)).collect();
    let (mut options, given): (Vec<ChoiceOption>, Vec<ids::Given>) = read.into_iter().unzip();
    for (option, id) in options.iter_mut().zip(ids::name_options(given, report)) {
        option.id = id;
    }
    let takes = takes(&options, attributes, heading, report);
    let marking = marking(takes, &options, attributes, header, report);
    let order = order(takes, attributes, header, report);
    let counted = counted(takes, attributes, report);
    Task::Choice(ChoiceTask { takes, marking, order, counted, options })
}

/// An option's words, for messages.
pub(super) fn words(entry: &Entry, report: &Report) -> String {
    let first = entry.nodes.first().map_or(entry.span.clone(), |node| node.span.clone());
    let text = report.source.slice(first);
    text.split(" {").next().unwrap_or_default().trim().to_owned()
}

/// What `type` says, by default one for at most one `[x]`, several for more.
fn takes(options: &[ChoiceOption], attributes: &Attributes, heading: &Range<usize>, report: &mut Report) -> Takes {
    let keys = options.iter().filter(|option| option.key == Key::Right).count();
    let by_boxes = if keys > 1 { Takes::Multi } else { Takes::Single };
    let Some((written, span)) = attributes.get("type") else { return by_boxes };
    match written {
        "single" => Takes::Single,
        "multi" => Takes::Multi,
        "tf" => {
            if options.len() != 2 || keys != 1 {
                let message =
                    format!("`type=tf` needs two options, one of them right; this question has {} with {keys} right", options.len());
                report.add(code::E135, heading.clone(), message, "write `- [x] True` and `- [ ] False`, or remove `type=tf`");
            }
            Takes::Tf
        }
        "cloze" | "slider" | "number" | "text" | "scale" | "match" | "categorize" | "order" | "reflect" | "info" => {
            let help = "use `single`, `multi` or `tf`, or remove the attribute";
            report.add(
                code::E180,
                span,
                format!("a question of type {} is not available in this version of waypost", quote(written)),
                help,
            );
            by_boxes
        }
        _ => {
            let help = "write `type=single`, `type=multi` or `type=tf`, or remove the attribute";
            report.add(code::E135, span, format!("{} is no type of question", quote(written)), help);
            by_boxes
        }
    }
}

fn marking(takes: Takes, options: &[ChoiceOption], attributes: &Attributes, header: &Header, report: &mut Report) -> Marking {
    let weighted = options.iter().any(|option| option.credit.is_some());
    let default = match takes {
        Takes::Single | Takes::Tf => Marking::Credit,
        Takes::Multi if weighted => Marking::Weights,
        Takes::Multi => header.multi.unwrap_or(Marking::Net),
    };
    let Some((written, span)) = attributes.get("marking") else { return default };
    let named: &[(&str, Marking)] = if takes == Takes::Multi { &MULTI } else { &[("credit", Marking::Credit)] };
    match named.iter().find(|(name, _)| *name == written) {
        Some((_, marking)) => *marking,
        None => {
            let names = named.iter().map(|(name, _)| format!("`marking={name}`")).collect::<Vec<_>>().join(", ");
            let help = format!("write {names}, or remove the attribute");
            report.add(code::E135, span, format!("{} is no way to mark this question", quote(written)), help);
            default
        }
    }
}

fn order(takes: Takes, attributes: &Attributes, header: &Header, report: &mut Report) -> Order {
    match (attributes.get("shuffle"), attributes.get("fixed"), takes) {
        (Some((_, span)), Some(_), _) => {
            report.add(code::E135, span, "`shuffle` and `fixed` contradict each other", "remove one of the two");
            Order::Fixed
        }
        (Some((_, span)), None, Takes::Tf) => {
            report.add(code::E135, span, "true and false keep their order", "remove `shuffle`, or remove `type=tf`");
            Order::Fixed
        }
        (_, Some(_), _) | (_, _, Takes::Tf) => Order::Fixed,
        (Some(_), None, _) => Order::Shuffled,
        (None, None, _) => header.order,
    }
}

fn counted(takes: Takes, attributes: &Attributes, report: &mut Report) -> Counted {
    match (attributes.get("count"), takes) {
        (None, _) => Counted::Open,
        (Some(_), Takes::Multi) => Counted::Told,
        (Some((_, span)), _) => {
            let help = "remove `count`, or mark two or more options with `[x]`";
            report.add(code::E135, span, "`count` is for questions with several right options", help);
            Counted::Open
        }
    }
}

/// Reads an option, and the id the author gave it.
fn option(entry: &Entry, report: &mut Report) -> (ChoiceOption, ids::Given) {
    let (tick, nodes) = tick(entry, report);
    let mut attributes = Attributes::default();
    let mut text: Vec<Node> = Vec::new();
    let (mut feedback, mut reason): (Option<Prose>, Option<Prose>) = (None, None);
    for node in &nodes {
        match &node.form {
            Form::Paragraph(pieces) if text.is_empty() && feedback.is_none() && reason.is_none() => {
                glued_lines(pieces, report);
                refuse_short_forms(pieces, &node.span, report);
                let (read, pieces) = attached(Place::Option, pieces, report);
                attributes = read;
                text.push(Node { form: Form::Paragraph(pieces), span: node.span.clone() });
            }
            Form::Quote(..) => quoted(node, &mut feedback, &mut reason, report),
            Form::List(..) => report.add(
                code::E150,
                node.span.clone(),
                "a list inside an option is not available in this version of waypost",
                "write it as a sentence, or as options of their own",
            ),
            Form::Html => drop(rich::blocks(std::slice::from_ref(node), report)),
            _ if feedback.is_some() || reason.is_some() => report.add(
                code::E116,
                node.span.clone(),
                "this text stands below the feedback of its option",
                "move it above the quote, or begin the line with `>` to make it part of the feedback",
            ),
            _ => text.push(node.clone()),
        }
    }
    let text = rich::blocks(&text, report);
    if plain(&text).trim().is_empty() && entry_has_no_image(&nodes) {
        report.add(
            code::E127,
            entry.span.start..entry.span.start + 1,
            "this option has no text",
            "write the answer behind its box, or remove the line",
        );
    }
    let option = ChoiceOption {
        id: OptionId::from(""),
        text,
        key: if tick == Tick::Set { Key::Right } else { Key::Wrong },
        credit: attributes.credit.as_ref().map(|(share, _)| *share),
        place: if attributes.has("pin") { waypost_core::bundle::Place::Pinned } else { waypost_core::bundle::Place::Free },
        feedback,
        reason,
        span: entry.span.start..entry.span.start + report.source.slice(entry.span.clone()).trim_end().len(),
    };
    (option, attributes.id)
}

fn entry_has_no_image(nodes: &[Node]) -> bool {
    let is_image = |piece: &Piece| matches!(piece.form, Span::Image(..));
    !nodes.iter().any(|node| matches!(&node.form, Form::Paragraph(pieces) if pieces.iter().any(is_image)))
}

/// The box of an entry, and its nodes without a broken box.
fn tick(entry: &Entry, report: &mut Report) -> (Tick, Vec<Node>) {
    let mut nodes = entry.nodes.clone();
    if let Some((tick, _)) = &entry.tick {
        return (*tick, nodes);
    }
    let Some((tick, span)) = broken_box(entry, report) else {
        let message = format!("the option {} has no box, while others have one", quote(&words(entry, report)));
        report.add(code::E122, entry.span.start..entry.span.start + 1, message, "begin it with `- [ ] `, or `- [x] ` if it is right");
        return (Tick::Clear, nodes);
    };
    refuse_box(tick, span.clone(), report);
    if let Some(Node { form: Form::Paragraph(pieces), .. }) = nodes.first_mut() {
        *pieces = cut(std::mem::take(pieces), &span);
    }
    (tick, nodes)
}

/// A quote inside an option: feedback, or with `[!NOTE]` the reason.
fn quoted(node: &Node, feedback: &mut Option<Prose>, reason: &mut Option<Prose>, report: &mut Report) {
    let Form::Quote(callout, inner) = &node.form else { return };
    if hidden_callout(node, report) {
        return;
    }
    let (slot, what) = match callout {
        None => (feedback, "feedback"),
        Some(Callout::Note) => (reason, "reason"),
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

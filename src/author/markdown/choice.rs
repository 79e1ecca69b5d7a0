//! Choice questions: the entries of a task list become options, and attributes decide how they are asked and marked.

use super::entry::{self, Nesting};
use super::ids;
use super::jump;
use super::lookalike::{broken_box, refuse_blanks, refuse_box};
use super::setting;
use crate::code;
use crate::document::{ChoiceOption, ChoiceTask, Takes, Task};
use crate::header::Header;
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::tree::{Entry, Form, Node, Tick, cut};
use std::ops::Range;
use waypost_core::bundle::{Counted, Key, Marking, Order, Place as Pin, Weight};
use waypost_core::id::{ItemId, OptionId};

/// The most options a question may have.
pub(crate) const MAX_OPTIONS: usize = 64;

/// Makes a choice task of the entries of a task list.
pub(super) fn task(entries: Vec<Entry>, attributes: &Attributes, header: &Header, heading: &Range<usize>, report: &mut Report) -> Task {
    if entries.is_empty() {
        let help = "add the answers as a task list, `- [x] right` and `- [ ] wrong`";
        report.lacks(code::E155, heading.clone(), "this question has no options", help);
    }
    if let Some(over) = entries.get(MAX_OPTIONS) {
        let message = format!("this is option {} of the question; the limit is {MAX_OPTIONS}", MAX_OPTIONS + 1);
        report.add(code::E204, over.span.clone(), message, "split the question");
    }
    let read: Vec<(ChoiceOption, ids::Given)> = entries.into_iter().take(MAX_OPTIONS).map(|entry| option(entry, report)).collect();
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
    match attributes.get("type").map(|(written, _)| written) {
        Some("single") => Takes::Single,
        Some("multi") => Takes::Multi,
        Some("tf") => {
            if !report.translates && (options.len() != 2 || keys != 1) {
                let message =
                    format!("`type=tf` needs two options, one of them right; this question has {} with {keys} right", options.len());
                report.add(code::E135, heading.clone(), message, "write `- [x] True` and `- [ ] False`, or remove `type=tf`");
            }
            Takes::Tf
        }
        _ if keys > 1 => Takes::Multi,
        _ => Takes::Single,
    }
}

fn marking(takes: Takes, options: &[ChoiceOption], attributes: &Attributes, header: &Header, report: &mut Report) -> Marking {
    let weighted = takes == Takes::Multi && options.iter().any(|option| option.credit.is_some());
    let kind = match takes {
        Takes::Single => "single",
        Takes::Multi => "multi",
        Takes::Tf => "tf",
    };
    match setting::marking(kind, attributes, header, report) {
        _ if weighted && attributes.get("marking").is_none() => Marking::Weights,
        marking => marking,
    }
}

fn order(takes: Takes, attributes: &Attributes, header: &Header, report: &mut Report) -> Order {
    match (attributes.get("shuffle"), takes) {
        (Some((_, span)), Takes::Tf) => {
            report.add(code::E135, span, "true and false keep their order", "remove `shuffle`, or remove `type=tf`");
            Order::Fixed
        }
        (_, Takes::Tf) => Order::Fixed,
        _ => setting::order(attributes, header.order, report),
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
fn option(mut entry: Entry, report: &mut Report) -> (ChoiceOption, ids::Given) {
    let tick = tick(&mut entry, report);
    if let Some(Node { form: Form::Paragraph(pieces), span }) = entry.nodes.first() {
        refuse_blanks(pieces, span, report);
    }
    let words = entry::words(entry, Place::Option, Nesting::None, report);
    let attributes = &words.attributes;
    let weight = |(to, weight, _): &(String, _, _)| Weight { to: ItemId(to.clone()), weight: *weight };
    let option = ChoiceOption {
        id: OptionId::from(""),
        text: words.text(report),
        key: if tick == Tick::Set { Key::Right } else { Key::Wrong },
        credit: attributes.credit.as_ref().map(|(share, _)| *share),
        place: if attributes.has("pin") { Pin::Pinned } else { Pin::Free },
        tag: attributes.get("tag").map(|(tag, _)| tag.to_owned()).unwrap_or_default(),
        then: jump::behind(attributes),
        weights: attributes.weights.iter().map(weight).collect(),
        feedback: words.feedback,
        reason: words.reason,
        span: words.span,
    };
    (option, words.attributes.id)
}

/// The box of an entry. A broken one is taken out of the text.
pub(super) fn tick(entry: &mut Entry, report: &mut Report) -> Tick {
    if let Some((tick, _)) = &entry.tick {
        return *tick;
    }
    let Some((tick, span)) = broken_box(entry, report) else {
        let message = format!("the option {} has no box, while others have one", quote(&words(entry, report)));
        report.add(code::E122, entry.span.start..entry.span.start + 1, message, "begin it with `- [ ] `, or `- [x] ` if it is right");
        return Tick::Clear;
    };
    refuse_box(tick, span.clone(), report);
    if let Some(Node { form: Form::Paragraph(pieces), .. }) = entry.nodes.first_mut() {
        *pieces = cut(std::mem::take(pieces), &span);
    }
    tick
}

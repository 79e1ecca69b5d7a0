//! One card of a simulator: heading, situation, options with what they do and what is told.

use super::document::{Card, CardOption};
use super::parse::{Sort, fence};
use super::statement::Fence;
use crate::code;
use crate::document::Prose;
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::markdown::attached::attached;
use crate::markdown::ids::{Given, name_options};
use crate::markdown::outline::Part;
use crate::markdown::{hidden_callout, second_tag};
use crate::report::{Report, quote};
use crate::rich;
use crate::tree::{Callout, Entry, Form, Node};
use std::ops::Range;
use waypost_core::bundle::Place as Pin;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::simulator::limit;
use waypost_core::text::plain;

/// The kind of a fence, where it is one of the simulator's.
pub(super) fn sort(node: &Node) -> Option<Sort> {
    let Form::Code(info, _) = &node.form else { return None };
    match info.split_whitespace().next() {
        Some("model") => Some(Sort::Model),
        Some("effects") => Some(Sort::Effects),
        _ => None,
    }
}

/// Reads a card, and the id the author gave it.
pub(super) fn card(part: &Part, report: &mut Report) -> (Card, Given) {
    let (attributes, pieces) = attached(Place::Item, part.heading.clone(), report);
    refuse_idle(&attributes, &[], "card", report);
    let title = rich::line(&pieces, report);
    let (mut situation, mut entries): (Vec<&Node>, Option<&[Entry]>) = (Vec::new(), None);
    let mut takeaway = None;
    for node in &part.body {
        match &node.form {
            _ if sort(node).is_some() => misplaced_fence(node, report),
            Form::List(_, found) if entries.is_none() => entries = Some(found),
            Form::List(..) => {
                let help = "write all options of a card in one list";
                report.add(code::E150, node.span.clone(), "a second list in a card", help);
            }
            Form::Quote(Some(Callout::Note), inner) if takeaway.is_none() && entries.is_some() => {
                second_tag(node, report);
                takeaway = Some(Prose { text: rich::blocks(inner, report), span: node.span.clone() });
            }
            Form::Quote(Some(callout), _) => rich::misplaced(*callout, node.span.clone(), report),
            _ if entries.is_some() => {
                let help = "move it above the options";
                report.add(code::E116, node.span.clone(), "this text stands below the options of its card", help);
            }
            _ => situation.push(node),
        }
    }
    let situation = situation.into_iter().flat_map(|node| rich::blocks(std::slice::from_ref(node), report)).collect();
    let options = options(entries.unwrap_or_default(), report);
    if !(2..=limit::OPTIONS).contains(&options.len()) {
        let message = format!("this card has {} options; a card has 2 to {}", options.len(), limit::OPTIONS);
        report.add(code::E409, part.span.clone(), message, "write each option as a line that begins with `- `");
    }
    (Card { id: ItemId::from(""), title, situation, options, takeaway, heading: part.span.clone() }, attributes.id)
}

fn misplaced_fence(node: &Node, report: &mut Report) {
    let help = "put the `model` block before the first card, and each `effects` block into its option, indented";
    report.add(code::E405, node.span.start..report.source.line_end(node.span.start), "this block belongs to no option", help);
}

fn refuse_idle(attributes: &Attributes, known: &[&str], what: &str, report: &mut Report) {
    let named: Vec<(String, Range<usize>)> = attributes.named().map(|(name, span)| (name.to_owned(), span)).collect();
    let credit = attributes.credit.iter().map(|(_, span)| ("a credit".to_owned(), span.clone()));
    let then = attributes.then.iter().map(|(_, span)| ("an arrow".to_owned(), span.clone()));
    for (name, span) in named.into_iter().chain(credit).chain(then).filter(|(name, _)| !known.contains(&name.as_str())) {
        report.add(code::E133, span, format!("{} has no meaning on a {what} of a simulator", quote(&name)), "remove it");
    }
}

fn options(entries: &[Entry], report: &mut Report) -> Vec<CardOption> {
    let (mut options, mut given) = (Vec::new(), Vec::new());
    for entry in entries {
        let (option, id) = option(entry, report);
        options.push(option);
        given.push(id);
    }
    for (option, id) in options.iter_mut().zip(name_options(given, report)) {
        option.id = id;
    }
    options
}

fn option(entry: &Entry, report: &mut Report) -> (CardOption, Given) {
    let mut attributes = Attributes::default();
    let mut text: Vec<Node> = Vec::new();
    let mut quotes: [Option<Prose>; 3] = [None, None, None];
    let mut effects: Option<Fence> = None;
    if let Some((_, span)) = &entry.tick {
        report.add(code::E115, span.clone(), "a box has no meaning in a simulator", "remove the box");
    }
    for (at, node) in entry.nodes.iter().enumerate() {
        match &node.form {
            Form::Paragraph(pieces) if at == 0 => {
                let (read, line) = attached(Place::Option, pieces.clone(), report);
                attributes = read;
                text.push(Node { form: Form::Paragraph(line), span: node.span.clone() });
            }
            Form::Quote(callout, inner) => told(*callout, inner, node, &mut quotes, report),
            Form::Code(..) if sort(node) == Some(Sort::Effects) => match &mut effects {
                None => effects = Some(fence(Sort::Effects, node.span.clone(), report)),
                Some(_) => {
                    let help = "join the two";
                    report.add(
                        code::E405,
                        node.span.start..report.source.line_end(node.span.start),
                        "this option has a second `effects` block",
                        help,
                    );
                }
            },
            Form::Code(..) if sort(node).is_some() => misplaced_fence(node, report),
            _ => text.push(node.clone()),
        }
    }
    refuse_idle(&attributes, &["pin"], "option", report);
    let text = rich::blocks(&text, report);
    if plain(&text).trim().is_empty() {
        let help = "write what the reader can do behind the dash";
        report.add(code::E127, entry.span.start..entry.span.start + 1, "this option has no text", help);
    }
    let [told, came, failed] = quotes;
    let span = entry.span.start..report.source.line_end(entry.span.start);
    if let Some((name, _, at)) = attributes.weights.get(1) {
        report.add(code::E132, at.clone(), format!("{} is a second family of this option", quote(name)), "keep one");
    }
    let family = attributes.weights.first().map(|(name, ..)| ItemId::from(name.as_str()));
    let place = if attributes.has("pin") { Pin::Pinned } else { Pin::Free };
    let effects = effects.unwrap_or(Fence { statements: Vec::new(), span: span.clone() });
    (CardOption { id: OptionId::from(""), text, family, place, told, came, failed, effects, span }, attributes.id)
}

/// A quote of an option: told always, when its chance comes true, or when it does not.
fn told(callout: Option<Callout>, inner: &[Node], node: &Node, quotes: &mut [Option<Prose>; 3], report: &mut Report) {
    if hidden_callout(node, report) {
        return;
    }
    let slot = match callout {
        None => 0,
        Some(Callout::Important) => 1,
        Some(Callout::Warning) => 2,
        Some(other) => return rich::misplaced(other, node.span.clone(), report),
    };
    if callout.is_some() {
        second_tag(node, report);
    }
    let prose = Prose { text: rich::blocks(inner, report), span: node.span.clone() };
    let Some(slot) = quotes.get_mut(slot) else { return };
    if slot.is_some() {
        let help = "join the two with a line that holds only `>` between them";
        report.add(code::E126, node.span.clone(), "this option has a second text of that kind", help);
        return;
    }
    *slot = Some(prose);
}

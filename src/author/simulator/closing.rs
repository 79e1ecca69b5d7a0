//! What stands below the cards: a `#` heading whose prose closes the debrief, and whose list says of gauges where to read on.

use super::document::{Closing, Document};
use super::statement::Kind;
use crate::code;
use crate::lex::names::Place;
use crate::lex::nearest::nearest;
use crate::markdown::attached::attached;
use crate::markdown::outline::Part;
use crate::report::{Report, quote};
use crate::rich;
use crate::tree::{Entry, Form, Node};
use waypost_core::id::ItemId;

/// Reads the part below the cards into the document.
pub(super) fn closing(part: &Part, document: &mut Document, report: &mut Report) {
    // The heading is the author's own landmark in the file; readers have the debrief's.
    attached(Place::Section, part.heading.clone(), report);
    let mut closing = Closing::default();
    for node in &part.body {
        match &node.form {
            Form::List(None, entries) => closing.gauges.extend(entries.iter().filter_map(|entry| gauge(entry, report))),
            _ => closing.words.extend(rich::blocks(std::slice::from_ref(node), report)),
        }
    }
    document.closing = closing;
}

/// A list item named for a stock: `- Where to read on. {#energy}`.
fn gauge(entry: &Entry, report: &mut Report) -> Option<(ItemId, std::ops::Range<usize>, waypost_core::text::RichText)> {
    let (first, rest) = entry.nodes.split_first()?;
    let Form::Paragraph(pieces) = &first.form else { return None };
    let (attributes, line) = attached(Place::Option, pieces.clone(), report);
    let Some((id, span)) = attributes.id else {
        let help = "end it with the gauge's name from the model, such as `{#energy}`";
        report.add(code::E400, entry.span.start..entry.span.start + 1, "this line names no gauge", help);
        return None;
    };
    let nodes: Vec<Node> =
        std::iter::once(Node { form: Form::Paragraph(line), span: first.span.clone() }).chain(rest.iter().cloned()).collect();
    Some((ItemId::from(id.as_str()), span, rich::blocks(&nodes, report)))
}

/// E400: lines and starts named for something that is no stock of the model.
pub(super) fn check(document: &Document, report: &mut Report) {
    let stocks: Vec<&str> = document
        .model
        .statements
        .iter()
        .filter_map(|statement| if let Kind::Var { name, .. } = &statement.kind { Some(name.text.as_str()) } else { None })
        .collect();
    let told = document.closing.gauges.iter().map(|(id, span, _)| (id, span));
    let begun = document.header.starts.iter().flat_map(|start| start.stocks.iter().map(|(id, _, span)| (id, span)));
    for (id, span) in told.chain(begun) {
        if !stocks.contains(&id.as_str()) {
            let help = match nearest(id.as_str(), stocks.iter().copied()) {
                Some(known) => format!("write `{known}` if you meant that"),
                None => "write the name of a `var` of the model".to_owned(),
            };
            report.add(code::E400, span.clone(), format!("the model has no gauge {}", quote(id.as_str())), help);
        }
    }
}

//! Results are headings too: bands of the score (`role=band`), and dimensions that answers count towards (`role=dimension`).

use super::attached::attached;
use super::lookalike::refuse_blanks;
use super::outline::Part;
use super::{Named, Thing, ids, introduction, setting};
use crate::code;
use crate::document::{Band, Dimension, Document};
use crate::lex::attributes::Attributes;
use crate::lex::names::{Place, is_known};
use crate::report::{Report, quote};
use crate::rich;
use crate::tree::Piece;
use waypost_core::bundle::Mode;
use waypost_core::id::ItemId;
use waypost_core::number::Share;
use waypost_core::text::plain_inline;

/// The ids of the dimensions of a file, known before its options are read.
pub(super) fn dimensions(parts: &[Part], report: &Report) -> Vec<String> {
    let source = report.source;
    let mut scratch = Report::new(source);
    let id = |part: &Part| {
        let (attributes, heading) = attached(Place::Item, part.heading.clone(), &mut scratch);
        let is_dimension = attributes.get("role").is_some_and(|(role, _)| role == "dimension");
        is_dimension.then(|| match attributes.id {
            Some((id, _)) => id,
            None => ids::minted(&plain_inline(&rich::line(&heading, &mut scratch))),
        })
    };
    let has_role = |part: &&Part| part.level == 2 && source.slice(part.span.clone()).contains("role");
    parts.iter().filter(has_role).filter_map(id).collect()
}

/// Reads a heading with a role.
pub(super) fn result(part: Part, heading: &[Piece], attributes: Attributes, document: &mut Document, report: &mut Report) -> Named {
    refuse_blanks(heading, &part.span, report);
    let title = rich::line(heading, report);
    let words = plain_inline(&title);
    let text = introduction(&part.body, report);
    let (id, span) = (ItemId::from(""), part.span.clone());
    let (role, place) = attributes.get("role").unwrap_or_default();
    let thing = match role {
        "dimension" => {
            refuse_others(&["role"], "a dimension", &attributes, report);
            refuse_name(&attributes, report);
            document.dimensions.push(Dimension { id, title, text, span });
            Thing::Dimension
        }
        other => {
            if other != "band" {
                let help = "write `role=band` or `role=dimension`, or remove the attribute to make it a question";
                report.add(code::E135, place, format!("{} is no role of a heading", quote(other)), help);
            }
            refuse_others(&["role", "from", "pass"], "a result", &attributes, report);
            let from = band(&part, &attributes, document, report);
            document.bands.push(Band { id, from, title, text, span });
            Thing::Band
        }
    };
    (attributes.id, words, thing)
}

/// Where a band begins; `pass` makes that the pass mark.
fn band(part: &Part, attributes: &Attributes, document: &mut Document, report: &mut Report) -> Share {
    if attributes.get("from").is_none() {
        let help = "add `from=0%` for the lowest result, or the share of points it begins with";
        report.lacks(code::E155, part.span.clone(), "this result does not say from which score on it is shown", help);
    }
    let from = setting::share("from", attributes, report).unwrap_or(Share::NONE);
    if let Some(twin) = document.bands.iter().find(|band| band.from == from).filter(|_| !report.translates) {
        let message = format!("{} and this result begin with the same score", quote(&plain_inline(&twin.title)));
        report.add(code::E126, part.span.clone(), message, "change `from=` of one of them");
    }
    if document.header.policy.mode == Mode::Reflect {
        let help = "remove it, or use `role=dimension`";
        report.add(code::E153, part.span.clone(), "a quiz that only reflects has no score, and no results by score", help);
    }
    if attributes.has("pass") && document.header.policy.pass.is_none() {
        document.header.policy.pass = Some(from);
    }
    from
}

/// E135 for attributes of questions.
fn refuse_others(own: &[&str], what: &str, attributes: &Attributes, report: &mut Report) {
    for (name, span) in attributes.named().filter(|(name, _)| !own.contains(name)) {
        report.add(code::E135, span, format!("`{name}` has no meaning for {what}"), "remove it");
    }
    if let Some((to, span)) = &attributes.then {
        report.add(code::E160, span.clone(), format!("{} leads on from {what}, where nothing follows", quote(to)), "remove it");
    }
}

/// E133: options name dimensions beside attributes, so the names must differ.
fn refuse_name(attributes: &Attributes, report: &mut Report) {
    if let Some((id, span)) = attributes.id.as_ref().filter(|(id, _)| is_known(id)) {
        report.add(
            code::E133,
            span.clone(),
            format!("{} is the name of an attribute, and cannot be that of a dimension", quote(id)),
            "give the dimension another id",
        );
    }
}

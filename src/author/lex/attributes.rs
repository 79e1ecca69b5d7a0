//! Attributes: what the words of a `{...}` group mean, checked against the table of names.

use super::braces::Groups;
use super::credit::{credit, looks_like_credit};
use super::names::{Form, Place, form, home, is_translated, names};
use super::nearest::nearest;
use crate::code;
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::id::is_id;
use waypost_core::number::Share;
use waypost_core::typed::Exact;

/// The attributes of one place, each with where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// `#id`.
    pub(crate) id: Option<(String, Range<usize>)>,
    /// A credit.
    pub(crate) credit: Option<(Share, Range<usize>)>,
    /// `-> id`: the id, or `end`.
    pub(crate) then: Option<(String, Range<usize>)>,
    /// `NAME=weight` for dimensions of the file.
    pub(crate) weights: Vec<(String, Exact, Range<usize>)>,
    named: Vec<(String, String, Range<usize>)>,
}

impl Attributes {
    /// The value of `name=value`, or of a flag (empty), with where it stands.
    pub(crate) fn get(&self, name: &str) -> Option<(&str, Range<usize>)> {
        self.named.iter().find(|(known, _, _)| known == name).map(|(_, value, span)| (value.as_str(), span.clone()))
    }

    /// Whether a flag is set.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn has_word(&self, name: &str) -> bool {
        match name {
            "#" => self.id.is_some(),
            "%" => self.credit.is_some(),
            "->" => self.then.is_some(),
            _ => self.has(name) || self.weights.iter().any(|(known, _, _)| known == name),
        }
    }

    /// The named attributes, each with where it stands.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.named.iter().map(|(name, _, span)| (name.as_str(), span.clone()))
    }
}

/// Reads groups that stand in `place`.
pub(crate) fn read(place: Place, groups: &Groups, report: &mut Report) -> Attributes {
    let mut attributes = Attributes::default();
    if groups.words.is_empty() {
        report.add(
            code::E130,
            groups.span.clone(),
            "this group of attributes is empty",
            "remove the braces, or write `\\{` if they belong to the text",
        );
    }
    for span in &groups.words {
        word(place, span.clone(), &mut attributes, report);
    }
    if report.translates {
        only_words(place, &attributes, report);
    }
    attributes
}

/// E190: what a translation sets beside words is set by its original.
fn only_words(place: Place, attributes: &Attributes, report: &mut Report) {
    let named = attributes.named().filter(|(name, _)| !is_translated(place, name)).map(|(_, span)| span);
    let weights = attributes.weights.iter().map(|(.., span)| span.clone());
    let credit = attributes.credit.iter().map(|(_, span)| span.clone());
    let then = attributes.then.iter().map(|(_, span)| span.clone());
    for span in named.chain(weights).chain(credit).chain(then) {
        let written = quote(report.source.slice(span.clone()));
        report.add(code::E190, span, format!("{written} comes from the original, not from its translation"), "remove it");
    }
}

/// Reads one word.
fn word(place: Place, span: Range<usize>, attributes: &mut Attributes, report: &mut Report) {
    let source = report.source;
    let text = source.slice(span.clone());
    let name = match text {
        id if id.starts_with('#') => "#",
        jump if jump.starts_with("->") => "->",
        share if looks_like_credit(share) => "%",
        pair => pair.split('=').next().unwrap_or_default(),
    };
    if attributes.has_word(name) {
        let what = if name.len() > 1 { quote(name) } else { quote(text) };
        report.add(code::E132, span, format!("{what} repeats an attribute of the same place"), "remove one of the two");
        return;
    }
    match name {
        "#" => match text.strip_prefix('#').filter(|id| is_id(id)) {
            Some(_) if place == Place::Image => report.add(
                code::E130,
                span,
                format!("{} is no attribute of an image", quote(text)),
                "put a blank before `{` if the id belongs to the option or question, or remove it",
            ),
            Some(id) => attributes.id = Some((id.to_owned(), span)),
            None => report.add(
                code::E135,
                span,
                format!("{} is not an id", quote(text)),
                "write an id with at most 64 of `a-z`, `0-9` and `-`, such as `{#first-week}`",
            ),
        },
        "%" => match credit(text).filter(|share| in_range(*share)) {
            Some(_) if !matches!(place, Place::Option | Place::Answer) => unknown(place, text, span, report),
            Some(share) => attributes.credit = Some((share, span)),
            None => report.add(
                code::E135,
                span,
                format!("{} is not a credit", quote(text)),
                "write a credit from -100% to 100% with at most two decimals, such as `50%`, or a fraction, such as `1/3`",
            ),
        },
        "->" => match text.strip_prefix("->").map(str::trim_start).filter(|id| is_id(id)) {
            Some(_) if !matches!(place, Place::Section | Place::Item | Place::Option) => unknown(place, text, span, report),
            Some(id) => attributes.then = Some((id.to_owned(), span)),
            None => report.add(
                code::E135,
                span,
                format!("{} leads nowhere", quote(text)),
                "write the id of a later question or section behind the arrow, or `-> end`",
            ),
        },
        name => named(place, name, text, span, attributes, report),
    }
}

fn in_range(share: Share) -> bool {
    let (num, den) = share.parts();
    num.abs() <= den
}

/// Reads a flag or a pair.
fn named(place: Place, name: &str, text: &str, span: Range<usize>, attributes: &mut Attributes, report: &mut Report) {
    let value = text.strip_prefix(name).and_then(|rest| rest.strip_prefix('='));
    match (form(place, name), value) {
        (Some(Form::Later), _) => report.add(
            code::E180,
            span,
            format!("{} on {} is not available in this version of waypost", quote(name), place.name()),
            match place {
                Place::Answer => format!("set `{name}` behind the question, for all its answers"),
                _ => format!("remove `{text}`"),
            },
        ),
        (Some(Form::Flag), None) => attributes.named.push((name.to_owned(), String::new(), span)),
        (Some(Form::Flag), Some(_)) => {
            report.add(code::E135, span, format!("{} takes no value", quote(name)), format!("write `{name}` alone"));
        }
        (Some(Form::Pair), Some(value)) if !value.is_empty() => attributes.named.push((name.to_owned(), unquoted(value), span)),
        (Some(Form::Pair), _) => {
            report.add(code::E135, span, format!("{} needs a value", quote(name)), format!("write it as `{name}=...`"));
        }
        (None, value) if matches!(place, Place::Option | Place::Entry) && report.dimensions.iter().any(|known| known == name) => {
            weight(name, value, span, attributes, report)
        }
        (None, _) => match home(place, name) {
            Some(home) => report.add(
                code::E133,
                span,
                format!("{} belongs to {}, not to {}", quote(name), home.name(), place.name()),
                format!("move it to {}, or remove it", home.name()),
            ),
            None => unknown(place, text, span, report),
        },
    }
}

/// `NAME=weight`, or `NAME` alone for a weight of 1.
fn weight(name: &str, value: Option<&str>, span: Range<usize>, attributes: &mut Attributes, report: &mut Report) {
    match value.map_or(Some(Exact::whole(1)), |value| value.parse().ok()) {
        Some(weight) => attributes.weights.push((name.to_owned(), weight, span)),
        None => {
            let written = quote(report.source.slice(span.clone()));
            report.add(code::E135, span, format!("{written} is not a weight"), format!("write a number, such as `{name}=2`"));
        }
    }
}

fn unknown(place: Place, text: &str, span: Range<usize>, report: &mut Report) {
    let name = text.split('=').next().unwrap_or_default();
    let help = match nearest(name, names(place)) {
        Some(known) => format!("write `{known}` if you meant that, or `\\{{` if the braces belong to the text"),
        None => "remove it, or write `\\{` if the braces belong to the text".to_owned(),
    };
    report.add(code::E130, span, format!("{} is no attribute of {}", quote(text), place.name()), help);
}

fn unquoted(value: &str) -> String {
    match value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        Some(inner) => unescaped(inner),
        None => value.to_owned(),
    }
}

fn unescaped(value: &str) -> String {
    let mut characters = value.chars();
    let next = || match characters.next()? {
        '\\' => characters.next(),
        other => Some(other),
    };
    std::iter::from_fn(next).collect()
}

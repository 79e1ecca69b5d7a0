//! What the attributes behind a question's heading set, and whether they have a meaning for its kind.

use crate::code;
use crate::header::{Header, MARKINGS, seconds};
use crate::lex::attributes::Attributes;
use crate::lex::credit::credit;
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::bundle::{Compare, Costs, Marking, Order};
use waypost_core::number::{Points, Share};
use waypost_core::typed::Exact;

/// The attributes of some kinds only. Names that are not listed go with every kind.
const KINDS: &[(&str, &[&str])] = &[
    ("points", MARKED),
    ("attempts", MARKED),
    ("attempt_cost", MARKED),
    ("hint_cost", MARKED),
    ("marking", &["single", "multi", "tf", "cloze", "order", "match", "categorize"]),
    ("penalty", &["single", "tf"]),
    ("compare", &["text", "cloze"]),
    ("typos", &["text", "cloze"]),
    ("scale", &["scale"]),
    ("to", &["scale", "slider"]),
    ("min", &["slider"]),
    ("max", &["slider"]),
    ("step", &["slider"]),
    ("unit", &["number", "slider"]),
    ("rows", &["reflect"]),
    ("shuffle", &["single", "multi", "tf", "match", "categorize"]),
    ("fixed", &["single", "multi", "tf", "match", "categorize"]),
    ("explain", &["single", "multi", "tf", "number", "text", "cloze", "order", "match", "categorize", "scale", "slider"]),
    ("count", &["single", "multi", "tf"]),
    ("from", &[]),
    ("pass", &[]),
];

/// The kinds that can have a key.
const MARKED: &[&str] = &["single", "multi", "tf", "number", "text", "cloze", "order", "match", "categorize", "slider"];

/// E135 for attributes that mean nothing for this kind of item.
pub(super) fn refuse_idle(kind: &str, attributes: &Attributes, report: &mut Report) {
    for (name, span) in attributes.named() {
        let Some((_, kinds)) = KINDS.iter().find(|(known, kinds)| *known == name && !kinds.contains(&kind)) else { continue };
        let message = format!("`{name}` has no meaning for a question of type `{kind}`");
        let help = match kinds.first() {
            None => "remove it, or write `role=band` to make this heading a result".to_owned(),
            Some(_) => format!("remove it; it goes with {}", kinds.iter().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ")),
        };
        report.add(code::E135, span, message, help);
    }
}

/// How a kind is marked: as the item says, else the header, else the usual way.
pub(super) fn marking(kind: &str, attributes: &Attributes, header: &Header, report: &mut Report) -> Marking {
    let named = MARKINGS.iter().find(|(known, _)| *known == kind).map_or(&[] as &[(&str, Marking)], |(_, named)| *named);
    let usual = named.first().map_or(Marking::All, |(_, marking)| *marking);
    let usual = header.markings.iter().find(|(known, _)| *known == kind).map_or(usual, |(_, marking)| *marking);
    let Some((written, span)) = attributes.get("marking") else { return usual };
    match named.iter().find(|(name, _)| *name == written) {
        Some((_, marking)) => *marking,
        None => {
            let names = named.iter().map(|(name, _)| format!("`marking={name}`")).collect::<Vec<_>>().join(", ");
            let help = format!("write {names}, or remove the attribute");
            report.add(code::E135, span, format!("{} is no way to mark this question", quote(written)), help);
            usual
        }
    }
}

/// Whether options or rows are shuffled.
pub(super) fn order(attributes: &Attributes, usual: Order, report: &mut Report) -> Order {
    match (attributes.get("shuffle"), attributes.get("fixed")) {
        (Some((_, span)), Some(_)) => {
            report.add(code::E135, span, "`shuffle` and `fixed` contradict each other", "remove one of the two");
            Order::Fixed
        }
        (Some(_), None) => Order::Shuffled,
        (None, Some(_)) => Order::Fixed,
        (None, None) => usual,
    }
}

/// Points, by default one.
pub(super) fn points(attributes: &Attributes, report: &mut Report) -> Points {
    let wanted = ("is no number of points", "write a number from 0 to 1000 with at most two decimals, such as `points=2`");
    value("points", attributes, wanted, report, |written| written.parse().ok()).unwrap_or(Points::ONE)
}

/// Tries and costs of the item.
pub(super) fn costs(attributes: &Attributes, report: &mut Report) -> Costs {
    let wanted = ("is no number of tries", "write a whole number of at least 1, or `attempts=any`");
    let attempts = value("attempts", attributes, wanted, report, |written| match written {
        "any" => Some(0),
        number => number.parse().ok().filter(|tries| *tries >= 1),
    });
    Costs {
        attempts,
        attempt_cost: share("attempt_cost", attributes, report),
        hint_cost: share("hint_cost", attributes, report),
        penalty: share("penalty", attributes, report),
    }
}

/// A share from nothing to the whole.
pub(super) fn share(name: &str, attributes: &Attributes, report: &mut Report) -> Option<Share> {
    let wanted = ("is no share", "write a share from 0% to 100%, such as `50%` or `1/3`");
    value(name, attributes, wanted, report, |written| credit(written).filter(|share| (0..=share.parts().1).contains(&share.parts().0)))
}

/// How typed text is compared.
pub(super) fn compare(attributes: &Attributes, report: &mut Report) -> Option<Compare> {
    let wanted = ("is no way to compare texts", "write `compare=exact`, `compare=usual` or `compare=loose`");
    value("compare", attributes, wanted, report, |written| match written {
        "exact" => Some(Compare::Exact),
        "usual" => Some(Compare::Usual),
        "loose" => Some(Compare::Loose),
        _ => None,
    })
}

/// Typing errors forgiven.
pub(super) fn typos(attributes: &Attributes, report: &mut Report) -> Option<u32> {
    let wanted = ("is no number of typing errors", "write `typos=0`, `typos=1` or `typos=2`");
    value("typos", attributes, wanted, report, |written| written.parse().ok().filter(|typos| *typos <= 2))
}

/// A whole number within bounds.
pub(super) fn count(name: &str, bounds: std::ops::RangeInclusive<u32>, attributes: &Attributes, report: &mut Report) -> Option<u32> {
    let help = format!("write a whole number from {} to {}", bounds.start(), bounds.end());
    value(name, attributes, ("is no number for this", &help), report, |written| written.parse().ok().filter(|n| bounds.contains(n)))
}

/// A section's time limit in seconds.
pub(super) fn time(attributes: &Attributes, report: &mut Report) -> Option<u32> {
    value("time", attributes, ("is no time limit", "write minutes or seconds, such as `time=8m` or `time=90s`"), report, seconds)
}

/// A decimal.
pub(super) fn decimal(name: &str, attributes: &Attributes, report: &mut Report) -> Option<Exact> {
    value(name, attributes, ("is not a number", "write a number with a point as its decimal mark, such as `2.5`"), report, |written| {
        written.parse().ok()
    })
}

/// The value of an attribute; E135 with what it is not and what to write where it cannot be read.
pub(crate) fn value<T>(
    name: &str,
    attributes: &Attributes,
    wanted: (&str, &str),
    report: &mut Report,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let (written, span): (&str, Range<usize>) = attributes.get(name)?;
    let value = read(written);
    if value.is_none() {
        report.add(code::E135, span, format!("{} {}", quote(written), wanted.0), wanted.1);
    }
    value
}

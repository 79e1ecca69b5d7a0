//! What stands under the headings of a chooser: statements of poles, pairs, facts, steps, outcomes, questions.

use super::document::{Choice, Document, Fact, Facts, Outcome, Pair, Plan, Pole, Question, Side, Step, Trait};
use super::entry::{Entry, entries, refuse_others};
use super::part::{Part, Role};
use crate::code;
use crate::lex::attributes::Attributes;
use crate::markdown::ids::{Given, name_options};
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::chooser::bundle::{Aspect, Takes};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::text::{Block, Inline};
use waypost_core::typed::Exact;

/// How a statement of a pole says what it tells.
const ASPECTS: [(&str, Aspect); 3] = [("like", Aspect::Like), ("pro", Aspect::Pro), ("con", Aspect::Con)];

/// Reads a part into its place in the document.
pub(super) fn read(mut part: Part, document: &mut Document, report: &mut Report) {
    let list = std::mem::take(&mut part.list);
    let facts = std::mem::take(&mut part.facts);
    let under = match part.role {
        Role::Facts => Vec::new(),
        _ => entries(&list, report),
    };
    match part.role {
        Role::Pole => document.poles.push(pole(part, under, report)),
        Role::Dimension => {
            refuse_list(&under, "a dimension", "write the statements under a `###` heading", report);
            document.dimensions.push(part.head());
        }
        Role::Pair => pair(part, under, document, report),
        Role::Facts => {
            let entries = facts.into_iter().map(|fact| fact_of(fact, report)).collect();
            twice(document.facts.is_some(), &part.span, "part with facts", report);
            document.facts = Some(Facts { head: part.head(), entries });
        }
        Role::Plan | Role::Next => document.plans.push(plan(part, under, report)),
        Role::Outcome => {
            refuse_list(&under, "an outcome", "write it as a sentence", report);
            let levels = ["low", "mid", "high"].map(|level| part.words(level));
            let (next, also) = (part.named("next"), part.named("also"));
            document.outcomes.push(Outcome { head: part.head(), next, also, levels });
        }
        Role::Question => {
            let question = question(part, under, &document.header.scales, report);
            document.questions.push(question);
        }
        Role::Tiebreak => {
            refuse_list(&under, "this question", "remove the list; its options are the tied outcomes", report);
            twice(document.tiebreak.is_some(), &part.span, "question among tied outcomes", report);
            document.tiebreak = Some(part.head());
        }
    }
}

fn refuse_list(entries: &[Entry], what: &str, help: &str, report: &mut Report) {
    if let Some(first) = entries.first() {
        report.add(code::E115, first.span.clone(), format!("a list has no meaning under {what}"), help);
    }
}

/// E126.
fn twice(is_second: bool, span: &Range<usize>, what: &str, report: &mut Report) {
    if is_second {
        report.add(code::E126, span.clone(), format!("this file has a second {what}"), "join the two");
    }
}

fn names(entries: &[Entry], report: &mut Report) -> Vec<OptionId> {
    let given: Vec<Given> = entries.iter().map(|entry| entry.attributes.id.clone()).collect();
    name_options(given, report)
}

fn pole(part: Part, entries: Vec<Entry>, report: &mut Report) -> Pole {
    let short = part.words("short");
    let ids = names(&entries, report);
    let traits = ids.into_iter().zip(entries).filter_map(|(id, entry)| trait_of(id, entry, report)).collect();
    Pole { head: part.head(), short, traits }
}

/// A statement about a pole. E311 where it does not say, or says twice, what it tells.
fn trait_of(id: OptionId, entry: Entry, report: &mut Report) -> Option<Trait> {
    refuse_others(&entry, &["like", "pro", "con", "src"], "a statement about a way", report);
    let told: Vec<Aspect> = ASPECTS.iter().filter(|(name, _)| entry.attributes.has(name)).map(|(_, aspect)| *aspect).collect();
    let [aspect] = told.as_slice() else {
        let message = match told.len() {
            0 => "this statement does not say whether it tells what the way is like, what is good or what is hard",
            _ => "this statement says more than one of `like`, `pro` and `con`",
        };
        report.add(code::E311, entry.span, message, "write one of `{like}`, `{pro}` and `{con}` behind it");
        return None;
    };
    let sources =
        entry.attributes.get("src").map(|(sources, _)| sources.split([',', ' ']).filter(|s| !s.is_empty()).map(str::to_owned).collect());
    Some(Trait { id, aspect: *aspect, sources: sources.unwrap_or_default(), text: entry.text, span: entry.span })
}

/// A pair stands under the dimension above it.
fn pair(part: Part, entries: Vec<Entry>, document: &mut Document, report: &mut Report) {
    let Some(dimension) = document.dimensions.last().map(|dimension| dimension.id.clone()) else {
        let help = "write a dimension with `##` above it";
        report.add(code::E110, part.span, "this pair (`###`) stands under no dimension", help);
        return;
    };
    let a = number("a", (Exact::ZERO, Exact::whole(4)), &part.attributes, report);
    let b = number("b", (Exact::whole(-4), Exact::whole(4)), &part.attributes, report);
    let sides: Vec<Side> = entries.into_iter().filter_map(|entry| side(entry, report)).collect();
    let says = |pole: &String| sides.iter().filter(|side| side.pole.0 == *pole).count() == 1;
    if sides.len() != 2 || !report.dimensions.iter().all(says) {
        let help = format!(
            "write one statement for each: {}",
            report.dimensions.iter().map(|pole| format!("`- ... {{{pole}}}`")).collect::<Vec<_>>().join(" and ")
        );
        report.add(code::E312, part.span.clone(), "this pair has not one statement for each pole", help);
    }
    document.pairs.push(Pair { head: part.head(), dimension, a, b, sides });
}

fn side(entry: Entry, report: &mut Report) -> Option<Side> {
    refuse_others(&entry, &["sounds"], "a statement of a pair", report);
    let sounds = number("sounds", (Exact::whole(1), Exact::whole(7)), &entry.attributes, report);
    let (pole, ..) = entry.attributes.weights.first()?;
    Some(Side { pole: ItemId::from(pole.as_str()), text: entry.text, sounds, span: entry.span })
}

fn fact_of(entry: Entry, report: &mut Report) -> Fact {
    refuse_others(&entry, &["pole"], "a fact", report);
    let pole = entry.attributes.get("pole").map(|(pole, span)| (ItemId::from(pole), span));
    Fact { id: ItemId(entry.id), pole, text: entry.text, span: entry.span }
}

fn plan(part: Part, entries: Vec<Entry>, report: &mut Report) -> Plan {
    let ids = names(&entries, report);
    let step = |(id, entry): (OptionId, Entry)| {
        refuse_others(&entry, &["day"], "a step", report);
        let wanted = ("is no day of a plan", "write a whole number from 1 to 365, such as `day=14`");
        let day = value("day", &entry.attributes, wanted, report, |day| day.parse().ok().filter(|day| (1..=365).contains(day)));
        Step { id, day, text: entry.text, span: entry.span }
    };
    let steps = ids.into_iter().zip(entries).map(step).collect();
    let condition = part.words("if");
    let pole = part.named("pole").filter(|(pole, _)| pole.as_str() != "undecided");
    Plan { pole, condition, steps, head: part.head() }
}

/// A question: a list of options with weights, or a scale whose steps count 0, 1, 2 ... for one outcome.
fn question(part: Part, entries: Vec<Entry>, scales: &[(String, Vec<String>)], report: &mut Report) -> Question {
    let types = ("is no type of a question here", "write `type=multi` where any number of options may be chosen, or remove it");
    let takes = value("type", &part.attributes, types, report, |name| match name {
        "single" => Some(Takes::One),
        "multi" => Some(Takes::Many),
        _ => None,
    });
    let options = match part.attributes.get("scale") {
        Some((name, at)) => {
            refuse_list(&entries, "a statement with a scale", "remove the list, or `scale=`", report);
            let Some((_, labels)) = scales.iter().find(|(known, _)| known == name) else {
                let help = format!("add `scale.{name} = [...]` to the header, or use one that is there");
                report.add(code::E313, at, format!("there is no scale {}", quote(name)), help);
                return Question { head: part.head(), takes: Takes::One, options: Vec::new() };
            };
            scale(&part, labels, report)
        }
        None => {
            let ids = names(&entries, report);
            ids.into_iter().zip(entries).map(|(id, entry)| choice(id, entry, report)).collect()
        }
    };
    if options.len() < 2 {
        let help = "write two or more options below it, or `scale=NAME to=OUTCOME` behind it";
        report.add(code::E155, part.span.clone(), "this question has fewer than two options", help);
    }
    Question { head: part.head(), takes: takes.unwrap_or_default(), options }
}

fn scale(part: &Part, labels: &[String], report: &mut Report) -> Vec<Choice> {
    let to = part.attributes.get("to").map(|(to, _)| to).unwrap_or_default();
    if !report.dimensions.iter().any(|known| known == to) {
        let at = part.attributes.get("to").map_or(part.span.clone(), |(_, at)| at);
        report.add(code::E313, at, format!("a scale counts for an outcome, and {} is none", quote(to)), help_for(report));
    }
    let choice = |(points, label): (i64, &String)| Choice {
        id: OptionId(format!("s{}", points + 1)),
        text: vec![Block::P(vec![Inline::Text(label.clone())])],
        weights: vec![(ItemId::from(to), points)],
        p: None,
        span: part.span.clone(),
    };
    (0..).zip(labels).map(choice).collect()
}

/// The outcomes to choose from.
fn help_for(report: &Report) -> String {
    format!("name one of {}", report.dimensions.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "))
}

fn choice(id: OptionId, entry: Entry, report: &mut Report) -> Choice {
    refuse_others(&entry, &["p"], "an option", report);
    let p = number("p", (Exact::ZERO, Exact::whole(1)), &entry.attributes, report);
    let mut weights = Vec::new();
    for (outcome, weight, span) in &entry.attributes.weights {
        match weight.parts() {
            (points, 0) if (-100..=100).contains(&points) => weights.push((ItemId::from(outcome.as_str()), points)),
            _ => {
                let message = format!("{} is no weight", quote(report.source.slice(span.clone())));
                report.add(code::E135, span.clone(), message, format!("write a whole number from -100 to 100, such as `{outcome}=2`"));
            }
        }
    }
    Choice { id, text: entry.text, weights, p, span: entry.span }
}

/// A decimal within bounds.
fn number(name: &str, (least, most): (Exact, Exact), attributes: &Attributes, report: &mut Report) -> Option<Exact> {
    let help = format!("write a number from {least} to {most}");
    let within = |number: &Exact| *number >= least && *number <= most;
    value(name, attributes, ("is no number for this", &help), report, |written| written.parse().ok().filter(within))
}

/// The value of an attribute; E135 with what it is not and what to write where it cannot be read.
fn value<T>(name: &str, attributes: &Attributes, wanted: (&str, &str), report: &mut Report, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    crate::markdown::setting::value(name, attributes, wanted, report, read)
}

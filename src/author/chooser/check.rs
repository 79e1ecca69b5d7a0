//! What readers of a chooser would stumble over: parts that are missing, names that lead nowhere, outcomes no answer can change.

use super::document::{Document, Headed, Outcome, Plan};
use super::header::Engine;
use super::{balance, compile, ipdas, parse_in};
use crate::code;
use crate::compile::MAX_BUNDLE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::hidden;
use crate::report::{Report, quote};
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};
use waypost_core::bundle::Profile;
use waypost_core::chooser::bundle::MAX_DIMENSIONS;
use waypost_core::id::ItemId;
use waypost_core::text::plain_inline;

/// How many pairs a dimension should have, so that one careless answer does not decide it.
const FEW: usize = 3;

/// Answers from which on an adaptive chooser may speak.
const ANSWERS: u32 = 8;

/// Parses a chooser and checks it: the document and all findings, in the order of the file, without what the author silenced.
pub fn read(file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    read_in("en", file, source)
}

/// The same for a chooser of a course whose language is `lang`.
pub fn read_in(lang: &str, file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    let (document, mut found) = parse_in(lang, file, source);
    found.extend(check(&document));
    found.retain(|diagnostic| !is_silenced(&document, diagnostic));
    found.sort_by(|a, b| (a.span.start, a.code).cmp(&(b.span.start, b.code)));
    (document, found)
}

/// Findings beyond the grammar. Silenced ones are not left out here, see [`read`].
pub fn check(document: &Document) -> Vec<Diagnostic> {
    let mut report = Report::new(&document.source);
    match document.header.engine {
        Engine::Adaptive => adaptive(document, &mut report),
        Engine::Profile => profile(document, &mut report),
    }
    ipdas::check(document, &mut report);
    balance::lint(document, &mut report);
    hidden(&mut report);
    bundle_size(document, &mut report);
    report.finish()
}

/// What depends on the day: C3 where the date lies in the future, a warning once the review is due. `today` is `YYYY-MM-DD`.
pub fn dated(document: &Document, today: &str) -> Vec<Diagnostic> {
    let mut report = Report::new(&document.source);
    ipdas::dated(document, today, &mut report);
    let mut found = report.finish();
    found.retain(|diagnostic| !is_silenced(document, diagnostic));
    found
}

pub(super) fn is_silenced(document: &Document, diagnostic: &Diagnostic) -> bool {
    let here = |(code, span): &(&str, Range<usize>)| *code == diagnostic.code && span.contains(&diagnostic.span.start);
    diagnostic.severity == Severity::Warning && (document.header.allow.contains(&diagnostic.code) || document.allowed.iter().any(here))
}

fn adaptive(document: &Document, report: &mut Report) {
    amount(document.dimensions.len(), 2..=MAX_DIMENSIONS, "dimensions", document, report);
    for dimension in &document.dimensions {
        let pairs = document.pairs.iter().filter(|pair| pair.dimension == dimension.id).count();
        if pairs == 0 {
            report.add(
                code::E315,
                dimension.span.clone(),
                "this dimension has no pair",
                "write `###` headings with two statements each below it",
            );
        } else if pairs < FEW && !document.header.draft {
            let message = format!("this dimension has {pairs} of {FEW} pairs");
            report.add(code::W315, dimension.span.clone(), message, "add some, so that one careless answer does not decide it");
        }
    }
    let rules = &document.header.rules;
    if rules.min < ANSWERS && !document.header.draft {
        let help = format!("set `min = {ANSWERS}` or more, or `draft = true` while you write");
        report.add(code::E316, document.header.rules_at.clone(), format!("{} answers are too few to say anything", rules.min), help);
    }
    let most = u32::try_from(document.pairs.len()).unwrap_or(u32::MAX);
    if rules.max < rules.min || most < rules.min {
        let message = format!("readers answer at least {} pairs, and are asked at most {}", rules.min, rules.max.min(most));
        report.add(code::E316, document.header.rules_at.clone(), message, "add pairs, or lower `min`");
    }
    let poles: BTreeSet<&ItemId> = document.poles.iter().map(|pole| &pole.head.id).collect();
    let facts = document.facts.iter().flat_map(|facts| &facts.entries).filter_map(|fact| fact.pole.as_ref());
    for (pole, span) in facts.chain(document.plans.iter().filter_map(|plan| plan.pole.as_ref())) {
        leads(&poles, "pole", pole, span, report);
    }
    plans(document, report);
}

/// A plan for each pole and one for the undecided, each with steps.
fn plans(document: &Document, report: &mut Report) {
    let poles = document.poles.iter().map(|pole| (Some(&pole.head.id), plain_inline(&pole.head.title)));
    for (pole, name) in poles.chain([(None, "undecided".to_owned())]) {
        let is_for = |plan: &&Plan| plan.pole.as_ref().map(|(id, _)| id) == pole;
        let mut of_pole = document.plans.iter().filter(is_for);
        if of_pole.next().is_none() && !document.header.draft {
            let id = pole.map_or("undecided", ItemId::as_str);
            let help = format!("add a heading `## ... {{role=plan pole={id}}}` with steps for ninety days");
            report.add(code::E317, 0..0, format!("there is nothing to try for {}", quote(&name)), help);
        }
        if let Some(second) = of_pole.next() {
            report.add(code::E126, second.head.span.clone(), format!("{} has a second plan", quote(&name)), "join the two");
        }
    }
    empty_plans(document, report);
}

fn empty_plans(document: &Document, report: &mut Report) {
    for plan in document.plans.iter().filter(|plan| plan.steps.is_empty()) {
        report.add(code::E317, plan.head.span.clone(), "there is nothing to try under this heading", "add steps as a list");
    }
}

fn profile(document: &Document, report: &mut Report) {
    amount(document.outcomes.len(), 2..=12, "outcomes", document, report);
    amount(document.questions.len(), 1..=100, "questions", document, report);
    let nexts: BTreeSet<&ItemId> = document.plans.iter().map(|plan| &plan.head.id).collect();
    for (next, span) in document.outcomes.iter().flat_map(|outcome| outcome.next.iter().chain(&outcome.also)) {
        leads(&nexts, "card with `role=next`", next, span, report);
    }
    document.outcomes.iter().for_each(|outcome| fixed(document, outcome, report));
    empty_plans(document, report);
    let questions = u32::try_from(document.questions.len()).unwrap_or(u32::MAX);
    if document.header.min.is_some_and(|min| min > questions) {
        let message = format!("readers answer at least {} questions, and there are {questions}", document.header.min.unwrap_or_default());
        report.add(code::E316, document.header.rules_at.clone(), message, "add questions, or lower `min`");
    }
}

/// E318: an outcome that gets the same points whatever is answered.
fn fixed(document: &Document, outcome: &Outcome, report: &mut Report) {
    let Headed { id, span, .. } = &outcome.head;
    let points = |weights: &[(ItemId, i64)]| weights.iter().find(|(to, _)| to == id).map_or(0, |(_, points)| *points);
    let moves = document.questions.iter().any(|question| {
        let all: BTreeSet<i64> = question.options.iter().map(|option| points(&option.weights)).collect();
        all.len() > 1
    });
    if !moves {
        let help = format!("let options count for it, such as `{{{id}=2}}`, or remove it");
        report.add(code::E318, span.clone(), "every answer gives this outcome the same points", help);
    }
}

/// E314.
fn amount(number: usize, bounds: RangeInclusive<usize>, what: &str, document: &Document, report: &mut Report) {
    if bounds.contains(&number) {
        return;
    }
    let span = match what {
        "dimensions" => document.dimensions.get(*bounds.end()).map(|dimension| dimension.span.clone()),
        "outcomes" => document.outcomes.get(*bounds.end()).map(|outcome| outcome.head.span.clone()),
        _ => document.questions.get(*bounds.end()).map(|question| question.head.span.clone()),
    };
    let message = format!("a chooser of this kind has {} to {} {what}; this one has {number}", bounds.start(), bounds.end());
    report.add(code::E314, span.unwrap_or(0..0), message, if number < *bounds.start() { "add some" } else { "join or remove some" });
}

/// E313.
fn leads(known: &BTreeSet<&ItemId>, what: &str, id: &ItemId, span: &Range<usize>, report: &mut Report) {
    if !known.contains(id) {
        let names = known.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
        let help = if names.is_empty() { format!("add a {what}") } else { format!("name one of {names}") };
        report.add(code::E313, span.clone(), format!("there is no {what} {}", quote(id.as_str())), help);
    }
}

/// E202.
fn bundle_size(document: &Document, report: &mut Report) {
    let bytes = compile(document, Profile::Play).to_json().len();
    if bytes > MAX_BUNDLE {
        let message = format!("the bundle of this file has {} KiB; the limit is {} KiB", bytes / 1024, MAX_BUNDLE / 1024);
        report.add(code::E202, 0..0, message, "split the file");
    }
}

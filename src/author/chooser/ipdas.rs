//! Twelve minimum criteria for decision aids as rules on a file: Q1 to Q6 qualify it as one, C1 to C6 limit harmful bias
//! (Joseph-Williams et al., Toward Minimum Standards for Certifying Patient Decision Aids, Medical Decision Making 34(6), 2014; the four
//! for screening tests do not apply). A profile is no decision aid and keeps C3, C4 and C6. Meeting all of them is no certificate.

use super::document::{Document, Pole, Trait};
use super::header::{Engine, Told};
use crate::code::{self, Code};
use crate::diagnostic::Severity;
use crate::lint::text::tokens;
use crate::report::{Report, quote};
use std::ops::Range;
use waypost_core::chooser::bundle::Aspect;
use waypost_core::text::{Block, Inline, plain, plain_inline};

/// Words that describe a situation, and what is uncertain.
const SITUATION: usize = 20;
/// Words of lead text about a pole.
const LEAD: usize = 30;
/// Words about what a pole is like.
const LIKE: usize = 40;
/// Good and hard features of a pole, each.
const FEATURES: usize = 3;
/// How much shorter one description may be than the other, in percent of the longer.
const UNEQUAL: usize = 20;
/// Months from publication within which the review lies.
const REVIEW: u32 = 24;

/// One criterion.
pub struct Rule {
    /// `Q1` to `Q6`, `C1` to `C6`.
    pub name: &'static str,
    /// The criterion in a few words.
    pub criterion: &'static str,
    /// The code of its findings.
    pub code: Code,
    /// Whether profiles keep it too.
    scope: Scope,
    find: fn(&Document) -> Vec<Finding>,
}

/// Which choosers keep a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Decisions,
    All,
}

/// What breaks a rule.
struct Finding {
    span: Range<usize>,
    message: String,
    help: String,
    weight: Weight,
}

/// Whether a draft may still break the rule there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Always,
    /// A length that a draft has not reached yet.
    Length,
}

/// All rules, in order.
pub const RULES: [Rule; 12] = [
    rule("Q1", "the situation is described", code::E321, Scope::Decisions, situation),
    rule("Q2", "the decision is stated", code::E322, Scope::Decisions, decision),
    rule("Q3", "the options are described", code::E323, Scope::Decisions, options),
    rule("Q4", "what is good about each option", code::E324, Scope::Decisions, positive),
    rule("Q5", "what is hard about each option", code::E325, Scope::Decisions, negative),
    rule("Q6", "what each option is like", code::E326, Scope::Decisions, like),
    rule("C1", "equal detail", code::E331, Scope::Decisions, equal),
    rule("C2", "citations", code::E332, Scope::Decisions, citations),
    rule("C3", "date of publication", code::E333, Scope::All, published),
    rule("C4", "update policy", code::E334, Scope::All, updates),
    rule("C5", "uncertainty", code::E335, Scope::Decisions, uncertainty),
    rule("C6", "funding and interest", code::E336, Scope::All, funding),
];

const fn rule(name: &'static str, criterion: &'static str, code: Code, scope: Scope, find: fn(&Document) -> Vec<Finding>) -> Rule {
    Rule { name, criterion, code, scope, find }
}

/// How many rules a file keeps, and of how many.
pub fn kept(document: &Document) -> (usize, usize) {
    let of = rules(document).count();
    let kept = rules(document).filter(|rule| (rule.find)(document).is_empty()).count();
    (kept, of)
}

/// The rules this kind of chooser is held to.
fn rules(document: &Document) -> impl Iterator<Item = &'static Rule> {
    let engine = document.header.engine;
    RULES.iter().filter(move |rule| engine == Engine::Adaptive || rule.scope == Scope::All)
}

/// Reports what breaks a rule.
pub(super) fn check(document: &Document, report: &mut Report) {
    for rule in rules(document) {
        for finding in (rule.find)(document) {
            add(rule, finding, document, report);
        }
    }
}

fn add(rule: &Rule, finding: Finding, document: &Document, report: &mut Report) {
    let severity = if document.header.draft && finding.weight == Weight::Length { Severity::Warning } else { Severity::Error };
    report.add_as(severity, rule.code, finding.span, format!("{}, {}: {}", rule.name, rule.criterion, finding.message), finding.help);
}

/// What depends on the day: C3 where the date lies ahead.
pub(super) fn dated(document: &Document, today: &str, report: &mut Report) {
    let published = &document.header.meta.published;
    let Some(rule) = RULES.iter().find(|rule| rule.name == "C3") else { return };
    if date(published).is_some_and(|day| date(today).is_some_and(|today| day > today)) {
        let message = format!("{published} lies in the future");
        add(rule, always(&document.header.about, message, "write the day on which readers first see it"), document, report);
    }
}

/// Since when the file is due for review, on the day `today` (`YYYY-MM-DD`).
pub fn due<'d>(document: &'d Document, today: &str) -> Option<&'d str> {
    let due = &document.header.meta.review_by;
    (date(due)? < date(today)?).then_some(due.as_str())
}

fn always(span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Finding {
    Finding { span: span.clone(), message: message.into(), help: help.into(), weight: Weight::Always }
}

fn short(span: &Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Finding {
    Finding { weight: Weight::Length, ..always(span, message, help) }
}

/// A text of the header that has too few words.
fn told(name: &str, told: &Told) -> Vec<Finding> {
    match tokens(&told.text).len() {
        0 => vec![always(
            &told.span,
            format!("`{name}` is missing"),
            format!("add `{name} = \"...\"` to the header, with {SITUATION} words or more"),
        )],
        words if words < SITUATION => {
            vec![short(&told.span, format!("`{name}` has {words} of {SITUATION} words"), "say more, in a sentence or two")]
        }
        _ => Vec::new(),
    }
}

fn situation(document: &Document) -> Vec<Finding> {
    told("situation", &document.header.situation)
}

fn decision(document: &Document) -> Vec<Finding> {
    let Told { text, span } = &document.header.decision;
    let help = "write the decision as a question that names both ways";
    if text.is_empty() {
        return vec![always(span, "`decision` is missing", help)];
    }
    let mut found = Vec::new();
    if !text.trim_end().ends_with(['?', '？', '؟']) {
        found.push(always(span, format!("{} is no question", quote(text)), help));
    }
    let lower = text.to_lowercase();
    let is_named = |pole: &Pole| {
        [plain_inline(&pole.head.title), pole.short.clone()].iter().any(|name| !name.is_empty() && lower.contains(&name.to_lowercase()))
    };
    let missing = document.poles.iter().filter(|pole| !is_named(pole));
    found.extend(missing.map(|pole| always(span, format!("it does not name {}", quote(&plain_inline(&pole.head.title))), help)));
    found
}

fn options(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    if document.poles.len() != 2 {
        let span = document.poles.get(2).map_or(0..0, |pole| pole.head.span.clone());
        let message = format!("there are {} ways to choose from", document.poles.len());
        found.push(always(&span, message, "write two headings with `role=pole`, no more and no fewer"));
    }
    for pole in &document.poles {
        let words = count(&pole.head.text);
        if words < LEAD {
            let message = format!("{} has {words} of {LEAD} words below its heading", named(pole));
            found.push(short(&pole.head.span, message, "say more about it, before the list"));
        }
    }
    found
}

fn positive(document: &Document) -> Vec<Finding> {
    features(document, Aspect::Pro, "pro")
}

fn negative(document: &Document) -> Vec<Finding> {
    features(document, Aspect::Con, "con")
}

fn features(document: &Document, aspect: Aspect, name: &str) -> Vec<Finding> {
    let few = document.poles.iter().filter(|pole| of(pole, aspect).count() < FEATURES);
    few.map(|pole| {
        let message = format!("{} has {} of {FEATURES} statements marked `{name}`", named(pole), of(pole, aspect).count());
        always(&pole.head.span, message, format!("add some: `- ... {{{name} src=...}}`"))
    })
    .collect()
}

fn like(document: &Document) -> Vec<Finding> {
    let words = |pole: &Pole| of(pole, Aspect::Like).map(|told| count(&told.text)).sum::<usize>();
    let few = document.poles.iter().filter(|pole| words(pole) < LIKE);
    few.map(|pole| {
        let message = format!("{} has {} of {LIKE} words marked `like`", named(pole), words(pole));
        short(&pole.head.span, message, "say what an ordinary week is like, in `- ... {like src=...}`")
    })
    .collect()
}

/// Equal numbers of statements, and words within a fifth of the longer: in each part and in all.
fn equal(document: &Document) -> Vec<Finding> {
    let [a, b] = document.poles.as_slice() else { return Vec::new() };
    let mut found = Vec::new();
    let mut unequal = |what: &str, a_words: usize, b_words: usize| {
        let (longer, shorter, pole) = if a_words > b_words { (a_words, b_words, b) } else { (b_words, a_words, a) };
        if (longer - shorter) * 100 > longer * UNEQUAL {
            let message = format!("{what} of {} has {shorter} words, the other {longer}", named(pole));
            found.push(always(&pole.head.span, message, "shorten the longer or say more in the shorter, until they are within a fifth"));
        }
    };
    let part = |pole: &Pole, aspect| of(pole, aspect).map(|told| count(&told.text)).sum::<usize>();
    let aspects = [("like", Aspect::Like), ("pro", Aspect::Pro), ("con", Aspect::Con)];
    unequal("the lead text", count(&a.head.text), count(&b.head.text));
    for (name, aspect) in aspects {
        unequal(&format!("what is marked `{name}`"), part(a, aspect), part(b, aspect));
    }
    let all = |pole: &Pole| count(&pole.head.text) + aspects.iter().map(|(_, aspect)| part(pole, *aspect)).sum::<usize>();
    unequal("the whole description", all(a), all(b));
    for (name, aspect) in aspects {
        let (a_many, b_many) = (of(a, aspect).count(), of(b, aspect).count());
        if a_many != b_many {
            let pole = if a_many < b_many { a } else { b };
            let message =
                format!("{} has {} of the statements marked `{name}`, the other {}", named(pole), a_many.min(b_many), a_many.max(b_many));
            found.push(always(&pole.head.span, message, "give both the same number"));
        }
    }
    if images(a) != images(b) {
        let pole = if images(a) { b } else { a };
        found.push(always(&pole.head.span, format!("{} has no image, and the other has", named(pole)), "give both an image, or neither"));
    }
    found
}

fn citations(document: &Document) -> Vec<Finding> {
    let mut found = Vec::new();
    let sources = &document.header.sources;
    for told in document.poles.iter().flat_map(|pole| &pole.traits) {
        if told.sources.is_empty() {
            let help = "add `src=KEY` for a source of the header, or `src=author` for your own experience";
            found.push(always(&told.span, "this statement does not say where it comes from", help));
        }
        let unknown = told.sources.iter().filter(|key| *key != "author" && !sources.iter().any(|(source, _)| source.id == **key));
        found.extend(
            unknown.map(|key| {
                always(&told.span, format!("there is no source {}", quote(key)), format!("add `[sources.{key}]` to the header"))
            }),
        );
    }
    for (source, span) in sources {
        let missing: Vec<&str> = [("title", source.title.is_empty()), ("year", source.year == 0), ("url", source.url.is_empty())]
            .into_iter()
            .filter_map(|(name, is_missing)| is_missing.then_some(name))
            .collect();
        if !missing.is_empty() {
            let message = format!("the source {} lacks its {}", quote(&source.id), missing.join(" and "));
            found.push(always(span, message, "give each source a `title`, a `year`, and a `url` or `doi`"));
        }
    }
    found
}

fn published(document: &Document) -> Vec<Finding> {
    let published = &document.header.meta.published;
    match date(published) {
        Some(_) => Vec::new(),
        None if published.is_empty() => {
            vec![always(&document.header.about, "`about.published` is missing", "add `published = \"2026-11-27\"` to `about`")]
        }
        None => vec![always(&document.header.about, format!("{} is no date", quote(published)), "write the date as `2026-11-27`")],
    }
}

fn updates(document: &Document) -> Vec<Finding> {
    let (meta, span) = (&document.header.meta, &document.header.about);
    let mut found = Vec::new();
    if meta.updates.is_empty() {
        found.push(always(span, "`about.updates` is missing", "say how often, or when, it is gone over: `updates = \"Yearly.\"`"));
    }
    match (date(&meta.published), date(&meta.review_by)) {
        (_, None) => {
            found.push(always(span, "`about.review-by` is no date", "add the day of the next review, as `review-by = \"2027-11-27\"`"))
        }
        (Some(from), Some(to)) if to < from || months(from, to) > REVIEW => {
            let message = format!("the review on {} is not within {REVIEW} months after publication", meta.review_by);
            found.push(always(span, message, "set `review-by` to an earlier day, after `published`"));
        }
        _ => {}
    }
    found
}

fn uncertainty(document: &Document) -> Vec<Finding> {
    let mut found = told("uncertainty", &document.header.uncertainty);
    let weak = document.header.sources.iter().filter(|(source, _)| source.strength.is_empty());
    found.extend(weak.map(|(source, span)| {
        let message = format!("the source {} does not say how strong it is", quote(&source.id));
        always(span, message, "add `strength`, such as `\"essay\"`, `\"survey\"` or `\"meta-analysis\"`")
    }));
    let is_number = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let is_cited = |told: &Trait| told.sources.iter().any(|source| source != "author");
    for pole in &document.poles {
        let told = pole.traits.iter().filter(|told| is_number(&plain(&told.text)) && !is_cited(told));
        found.extend(told.map(|told| {
            always(&told.span, "a number without a source", "add `src=KEY` for where it comes from, or say it without a number")
        }));
        if is_number(&plain(&pole.head.text)) {
            found.push(always(
                &pole.head.span,
                format!("a number without a source below {}", named(pole)),
                "move it into a statement with `src=KEY`, or say it without a number",
            ));
        }
    }
    found
}

fn funding(document: &Document) -> Vec<Finding> {
    let (meta, span) = (&document.header.meta, &document.header.about);
    let mut found = Vec::new();
    if meta.funding.is_empty() {
        found.push(always(span, "`about.funding` is missing", "say who paid for it: `funding = \"The author.\"`"));
    }
    let sells = document.links.iter().any(|(address, _)| matches!(address.as_str(), "course" | "subscribe"));
    if meta.interest.is_empty() && sells {
        found.push(always(
            span,
            "it links to an offer, and `about.interest` is missing",
            "say what you gain: `interest = \"A course of mine.\"`",
        ));
    }
    found
}

fn of(pole: &Pole, aspect: Aspect) -> impl Iterator<Item = &Trait> {
    pole.traits.iter().filter(move |told| told.aspect == aspect)
}

fn named(pole: &Pole) -> String {
    quote(&plain_inline(&pole.head.title))
}

fn count(text: &[Block]) -> usize {
    tokens(&plain(text)).len()
}

fn images(pole: &Pole) -> bool {
    let has = |text: &[Block]| {
        text.iter().any(|block| matches!(block, Block::P(line) if line.iter().any(|piece| matches!(piece, Inline::Image(_)))))
    };
    has(&pole.head.text) || pole.traits.iter().any(|told| has(&told.text))
}

/// Year, month, day of `YYYY-MM-DD`.
fn date(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.get(..10)?.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    };
    let is_day = text.len() == 10 && (1..=12).contains(&month) && (1..=days).contains(&day);
    is_day.then_some((year, month, day))
}

/// Months between two dates, begun ones counted.
fn months(from: (u32, u32, u32), to: (u32, u32, u32)) -> u32 {
    (to.0 * 12 + to.1 + u32::from(to.2 > from.2)).saturating_sub(from.0 * 12 + from.1)
}

#[cfg(test)]
mod tests {
    use super::{date, months};

    #[test]
    fn dates_are_days_of_the_calendar() {
        assert_eq!(date("2028-02-29"), Some((2028, 2, 29)));
        assert_eq!(["2027-02-29", "2026-13-01", "soon", "2026-1-1", "2026-11-27T10"].map(date), [None; 5]);
        assert_eq!(months((2026, 11, 27), (2028, 11, 27)), 24);
        assert_eq!(months((2026, 11, 27), (2028, 11, 28)), 25);
    }
}

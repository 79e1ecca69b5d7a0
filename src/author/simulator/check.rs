//! Findings about a model: names, places where they may be read, ranges, odds, sites and limits.

use super::document::{CardOption, Document};
use super::interval::{Interval, interval};
use super::path::{draws, key};
use super::statement::{Delay, Expr, Figure, Form, Kind, Span, Statement};
use super::symbols::{Class, Scope, Symbols};
use crate::code;
use crate::report::{Report, quote};
use std::collections::{BTreeMap, BTreeSet};
use waypost_core::random::site;
use waypost_core::simulator::{LeverKind, limit};

/// The largest value anything may reach.
const MOST: f64 = 1e9;

/// How far the shares of an option may be from 1.
const TOLERANCE: f64 = 0.001;

/// The most statements of some kinds.
const LETS: usize = 32;
const RULES: usize = 64;
const EFFECTS: usize = 12;

/// Looks at the whole model.
pub(super) fn check(document: &Document, report: &mut Report) {
    let mut symbols = symbols(document, report);
    declarations(document, report);
    limits(document, report);
    super::closing::check(document, report);
    let mut reads = Reads::default();
    model(document, &mut symbols, &mut reads, report);
    for (turn, card) in document.cards.iter().enumerate() {
        for option in &card.options {
            effects(option, &symbols, &mut reads, report);
            option_rules(document, turn, option, report);
            levers(document, option, report);
        }
    }
    unused(document, &symbols, &reads, report);
    sites(document, report);
    super::compile::sizes(document, &symbols, report);
}

/// The names of a document's model, with the intervals of all but its lets.
pub(super) fn symbols(document: &Document, report: &mut Report) -> Symbols {
    let set = |lever: &str| {
        let options = document.cards.iter().flat_map(|card| &card.options);
        let values = options.flat_map(|option| &option.effects.statements).filter_map(|statement| match &statement.kind {
            Kind::Set { values } => Some(values),
            _ => None,
        });
        values.flatten().filter(|(name, _)| name.text == lever).map(|(_, figure)| figure.value).collect()
    };
    Symbols::of(&document.model, &set, report)
}

/// E407 in declarations.
fn declarations(document: &Document, report: &mut Report) {
    let outside = |figure: &Figure, range: &Span| figure.value < range.low.value || figure.value > range.high.value;
    for statement in &document.model.statements {
        let (name, value, range, what) = match &statement.kind {
            Kind::Var { name, start, range, .. } => (name, start, Some(range), "start"),
            Kind::Param { name, value, range, .. } => (name, value, Some(range), "value"),
            Kind::Lever { name, value, range, kind, .. } => {
                if *kind == LeverKind::Share && !(0.0..=1.0).contains(&value.value) {
                    let message = format!("the share {} is not between 0 and 1", quote(&name.text));
                    report.add(code::E407, name.span.clone(), message, "write a number from 0 to 1");
                }
                (name, value, range.as_ref(), "value")
            }
            _ => continue,
        };
        let Some(range) = range else { continue };
        if range.low.value >= range.high.value {
            let message = format!("the range of {} does not go up", quote(&name.text));
            report.add(code::E407, range.at.clone(), message, "write the smaller number first");
        } else if outside(value, range) {
            let message = format!("the {what} of {} lies outside its range", quote(&name.text));
            report.add(code::E407, name.span.clone(), message, "widen the range, or change the number");
        }
    }
    let scores = document.model.statements.iter().filter(|statement| matches!(statement.kind, Kind::Score { .. }));
    let scores: Vec<&Statement> = scores.collect();
    if scores.len() != 1 && !document.model.span.is_empty() {
        let at = scores.get(1).map_or(document.model.span.start..document.model.span.start + 3, |second| second.span.clone());
        let message = if scores.is_empty() { "this model has no `score`" } else { "this model has a second `score`" };
        report.add(code::E405, at, message, "write one line `score = ...`: the points at the end");
    }
}

/// E409 for counts.
fn limits(document: &Document, report: &mut Report) {
    let statements = &document.model.statements;
    let count = |is: fn(&Kind) -> bool| statements.iter().filter(move |statement| is(&statement.kind));
    type Limit = (fn(&Kind) -> bool, usize, &'static str);
    let kinds: [Limit; 5] = [
        (|kind| matches!(kind, Kind::Var { .. }), limit::STOCKS, "stocks"),
        (|kind| matches!(kind, Kind::Lever { .. }), limit::LEVERS, "levers"),
        (|kind| matches!(kind, Kind::Param { .. }), limit::PARAMS, "parameters"),
        (|kind| matches!(kind, Kind::Let { .. }), LETS, "lets"),
        (|kind| matches!(kind, Kind::Rule { .. } | Kind::Event { .. } | Kind::Delayed { .. }), RULES, "rules, delays and events"),
    ];
    for (is, most, what) in kinds {
        if let Some(beyond) = count(is).nth(most) {
            report.add(code::E409, beyond.span.clone(), format!("a model has at most {most} {what}"), "leave some out");
        }
    }
    for option in document.cards.iter().flat_map(|card| &card.options) {
        if let Some(beyond) = option.effects.statements.get(EFFECTS) {
            report.add(code::E409, beyond.span.clone(), format!("an option has at most {EFFECTS} effects"), "leave some out");
        }
    }
}

/// Which names are read anywhere.
#[derive(Default)]
struct Reads {
    names: BTreeSet<String>,
}

impl Reads {
    fn see(&mut self, expr: &Expr, scope: Scope, symbols: &Symbols, report: &mut Report) {
        expr.walk(&mut |inner| {
            if let Form::Name(name) = &inner.form {
                self.names.insert(name.clone());
                symbols.read(name, inner.span.clone(), scope, report);
            }
        });
    }
}

fn model(document: &Document, symbols: &mut Symbols, reads: &mut Reads, report: &mut Report) {
    for (at, statement) in document.model.statements.iter().enumerate() {
        let scope = if matches!(statement.kind, Kind::Score { .. }) { Scope::Score } else { Scope::Model(at) };
        let intervals = expressions(statement, scope, symbols, reads, report);
        if let (Kind::Let { name, .. }, Some(interval)) = (&statement.kind, intervals.first()) {
            symbols.learn(&name.text, *interval);
        }
        if let Kind::Score { value } = &statement.kind
            && let Some(span) = value.has_range()
        {
            report.add(code::E407, span, "the score cannot be drawn", "draw the amount in a rule, and read the stock here");
        }
    }
}

fn effects(option: &CardOption, symbols: &Symbols, reads: &mut Reads, report: &mut Report) {
    for statement in &option.effects.statements {
        expressions(statement, Scope::Effects, symbols, reads, report);
    }
}

/// Looks at the expressions of a statement, and gives their intervals.
fn expressions(statement: &Statement, scope: Scope, symbols: &Symbols, reads: &mut Reads, report: &mut Report) -> Vec<Interval> {
    for change in statement.changes() {
        symbols.stock(&change.stock, report);
    }
    let mut intervals = Vec::new();
    for expr in statement.expressions() {
        reads.see(expr, scope, symbols, report);
        constant_ranges(expr, report);
        intervals.push(bounded(expr, symbols, report));
    }
    if let (Some(odds), Some(interval)) = (statement.odds(), intervals.first()) {
        if let Some(span) = odds.has_range() {
            report.add(code::E407, span, "odds cannot be drawn", "write one value; the chance itself is the luck");
        }
        if interval.low < 0.0 || interval.high > 1.0 {
            let (low, high) = (shown(interval.low), shown(interval.high));
            let message = format!("these odds can leave 0..1: they reach from {low} to {high}");
            report.add(
                code::W400,
                odds.span.clone(),
                message,
                "wrap them in `clamp(..., 0, 1)`, or silence this if never and always are meant",
            );
        }
    }
    intervals
}

/// A number with two digits, as a person would write it.
fn shown(value: f64) -> String {
    let text = format!("{value:.2}");
    text.strip_suffix(".00").unwrap_or(&text).to_owned()
}

/// E407 for ranges between two numbers that do not go up.
fn constant_ranges(expr: &Expr, report: &mut Report) {
    expr.walk(&mut |inner| {
        if let Form::Range(a, b) = &inner.form
            && let (Form::Number(low), Form::Number(high)) = (&a.form, &b.form)
            && low >= high
        {
            let help = if low == high { "write one number" } else { "write the smaller number first" };
            report.add(code::E407, inner.span.clone(), "this range does not go up", help);
        }
    });
}

/// E408, and the interval of an expression.
fn bounded(expr: &Expr, symbols: &Symbols, report: &mut Report) -> Interval {
    let mut zero = Vec::new();
    let value = interval(expr, &|name| symbols.interval(name), &mut |divisor, interval| {
        if interval.has_zero() {
            zero.push((divisor.span.clone(), interval));
        }
    });
    for (span, interval) in &zero {
        let message = format!("this divisor can be 0: it reaches from {} to {}", shown(interval.low), shown(interval.high));
        report.add(code::E408, span.clone(), message, "keep it away from 0, for example with `max(1, ...)`");
    }
    if zero.is_empty() && (value.low.abs().max(value.high.abs()) > MOST || value.low.is_nan()) {
        let help = "narrow the ranges of what it reads, or wrap it in `clamp`";
        report.add(code::E408, expr.span.clone(), "this value can pass a thousand million", help);
        return Interval { low: -MOST, high: MOST };
    }
    if zero.is_empty() { value } else { Interval { low: -MOST, high: MOST } }
}

/// What the grammar of an option cannot say: E405 for two plain changes, W401 and W404 and W405.
fn option_rules(document: &Document, turn: usize, option: &CardOption, report: &mut Report) {
    let turns = document.cards.len();
    let mut changed = BTreeSet::new();
    for statement in &option.effects.statements {
        match &statement.kind {
            Kind::Change(change) if !changed.insert(&change.stock.text) => {
                let message = format!("this option changes {} twice", quote(&change.stock.text));
                report.add(code::E405, statement.span.clone(), message, "merge the two changes into one");
            }
            Kind::Delayed { delay, .. } => {
                let earliest = match delay {
                    Delay::After(turns) => *turns as usize,
                    Delay::Over(_) => 1,
                };
                if turn + earliest >= turns {
                    let message = "this effect can only arrive after the last turn";
                    report.add(code::W401, statement.span.clone(), message, "shorten the delay, or remove the line");
                }
            }
            _ => {}
        }
    }
    let has_chance = option.effects.statements.iter().any(|statement| matches!(statement.kind, Kind::Chance { .. }));
    match (has_chance, &option.came, &option.failed) {
        (false, Some(text), _) | (false, None, Some(text)) => {
            let help = "add a `chance` to its effects, or make it a plain quote";
            report.add(code::W404, text.span.clone(), "this text is told by chance, and the option has no `chance`", help);
        }
        (true, Some(text), None) => {
            let help = "add a `[!WARNING]` for when it does not come true";
            report.add(code::W404, text.span.clone(), "this option tells only what happens when its chance comes true", help);
        }
        (true, None, Some(text)) => {
            let help = "add an `[!IMPORTANT]` for when it comes true";
            report.add(code::W404, text.span.clone(), "this option tells only what happens when its chance does not come true", help);
        }
        (true, None, None) | (true, Some(_), Some(_)) | (false, None, None) => {}
    }
    if option.family.is_none() && !document.header.families.is_empty() {
        let names: Vec<&str> = document.header.families.iter().map(|(id, _)| id.as_str()).collect();
        let help = format!("name one of {} in its braces", names.join(", "));
        report.add(code::W405, option.span.clone(), "this option belongs to no family", help);
    }
}

/// E400, E401: what an option sets.
fn levers(document: &Document, option: &CardOption, report: &mut Report) {
    let declared = document.model.statements.iter().filter_map(|statement| match &statement.kind {
        Kind::Lever { name, value, range, kind, .. } => Some((name.text.as_str(), (value.value, range, *kind))),
        _ => None,
    });
    let declared: BTreeMap<&str, (f32, &Option<Span>, LeverKind)> = declared.collect();
    let symbols = symbols(document, &mut Report::new(&document.source));
    let mut set: BTreeMap<&str, f32> = BTreeMap::new();
    let mut at = None;
    for statement in &option.effects.statements {
        let Kind::Set { values } = &statement.kind else { continue };
        at.get_or_insert(statement.span.clone());
        for (name, figure) in values {
            symbols.lever(name, report);
            if set.insert(&name.text, figure.value).is_some() {
                let message = format!("{} is set twice", quote(&name.text));
                report.add(code::E401, name.span.clone(), message, "keep one of the two");
            }
            let Some((_, range, kind)) = declared.get(name.text.as_str()) else { continue };
            let (low, high) = match (kind, range) {
                (LeverKind::Share, _) => (0.0, 1.0),
                (LeverKind::Lever, Some(range)) => (range.low.value, range.high.value),
                (LeverKind::Lever, None) => continue,
            };
            if figure.value < low || figure.value > high {
                let message = format!("{} is set outside its range of {low} to {high}", quote(&name.text));
                report.add(code::E401, name.span.clone(), message, "set it within the range, or widen the range");
            }
        }
    }
    let shares: Vec<(&str, f32)> = declared
        .iter()
        .filter(|(_, (_, _, kind))| *kind == LeverKind::Share)
        .map(|(name, (usual, ..))| (*name, set.get(name).copied().unwrap_or(*usual)))
        .collect();
    let sum: f64 = shares.iter().map(|(_, share)| f64::from(*share)).sum();
    if !shares.is_empty() && (sum - 1.0).abs() > TOLERANCE {
        let names: Vec<&str> = shares.iter().map(|(name, _)| *name).collect();
        let message = format!("the shares {} add up to {}", names.join(", "), shown(sum));
        report.add(code::E401, at.unwrap_or(option.span.clone()), message, "let them add up to 1");
    }
}

/// W402: what nothing reads.
fn unused(document: &Document, symbols: &Symbols, reads: &Reads, report: &mut Report) {
    for statement in &document.model.statements {
        let (Kind::Var { name, .. } | Kind::Lever { name, .. } | Kind::Param { name, .. } | Kind::Let { name, .. }) = &statement.kind
        else {
            continue;
        };
        let what = match symbols.class(&name.text) {
            Some(Class::Stock(_)) => "stock",
            Some(Class::Lever(_)) => "lever",
            Some(Class::Param(_)) => "parameter",
            Some(Class::Let(_)) | None => "let",
        };
        if !reads.names.contains(&name.text) {
            let message = format!("nothing reads the {what} {}", quote(&name.text));
            report.add(code::W402, name.span.clone(), message, "use it in a rule or in the score, or remove it");
        }
    }
}

/// E404 and W403: the names of random sites.
fn sites(document: &Document, report: &mut Report) {
    let mut ids: BTreeMap<u64, String> = BTreeMap::new();
    let options = document.cards.iter().flat_map(|card| card.options.iter().map(move |option| (card, option)));
    let scopes = options.map(|(card, option)| (format!("{}.{}", card.id, option.id), &option.effects.statements));
    for (scope, statements) in std::iter::once(("model".to_owned(), &document.model.statements)).chain(scopes) {
        let mut labels = BTreeSet::new();
        let mut keys: BTreeSet<String> = BTreeSet::new();
        for statement in statements {
            if let Some(label) = statement.label.as_ref().filter(|label| !labels.insert(label.text.clone())) {
                let message = format!("the label {} is used twice here", quote(&format!("@{}", label.text)));
                report.add(code::E404, label.span.clone(), message, "give one of the two another label");
                continue;
            }
            if draws(statement) == 0 {
                continue;
            }
            let key = key(statement);
            let path = format!("{scope}/{key}");
            if !keys.insert(key) {
                let message = format!("the luck of this line is told from another one only by its place ({})", quote(&path));
                report.add(
                    code::W403,
                    statement.span.clone(),
                    message,
                    "label it, such as `@launch`, so that later edits leave replays alone",
                );
            } else if let Some(other) = ids.insert(site(&path), path.clone()).filter(|other| *other != path) {
                let message = format!("the luck of {} and {} would be the same", quote(&path), quote(&other));
                report.add(code::E404, statement.span.clone(), message, "label one of the two");
            }
        }
    }
}

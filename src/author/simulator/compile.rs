//! From a document to the bundle that players read.

use super::assembler::{Assembled, Assembler, Pool, Value};
use super::document::{CardOption, Document};
use super::path::{Paths, key as site_key};
use super::statement::{Change, Delay, Expr, Kind, Sign, Statement};
use super::symbols::Symbols;
use crate::code;
use crate::report::Report;
use waypost_core::bundle::{Head, Kind as WidgetKind, Meta, Profile, VERSION};
use waypost_core::id::ItemId;
use waypost_core::simulator::{self, Card, Choice, Lever, Op, Param, Program, Real, Rule, RuleKind, Simulator, Stock, key, limit};
use waypost_core::table::Table;
use waypost_core::text::{Block, Inline, RichText};

/// Compiles a document. Worth publishing only if neither parsing nor checking found an error. The revision is still empty.
pub fn compile(document: &Document, profile: Profile) -> Simulator {
    let header = &document.header;
    let symbols = super::check::symbols(document, &mut Report::new(&document.source));
    let codes = assemble(document, &symbols);
    let mut options = codes.options.into_iter();
    let cards = document.cards.iter().map(|card| Card {
        id: card.id.clone(),
        options: card.options.iter().zip(options.by_ref()).map(|(option, code)| choice(document, option, code)).collect(),
    });
    let cards = cards.collect();
    let mut simulator = Simulator {
        head: Head {
            waypost: VERSION.to_owned(),
            profile,
            kind: WidgetKind::Simulator,
            id: header.id.clone(),
            version: header.version,
            title: header.title.clone(),
            lang: header.lang.clone(),
            dir: header.dir,
            revision: String::new(),
            meta: Some(header.meta.clone()).filter(|meta| profile == Profile::Full && *meta != Meta::default()),
            webhook: None,
            hosts: header.hosts.clone(),
            strings: strings(document),
        },
        turn_name: header.turn_name.clone(),
        worlds: header.worlds,
        seed: header.seed,
        stocks: Vec::new(),
        levers: Vec::new(),
        params: Vec::new(),
        starts: header.starts.iter().map(start).collect(),
        families: header.families.iter().map(|(id, _)| id.clone()).collect(),
        cards,
        rules: rules(document).map(|(kind, statement)| Rule { kind, source: source(document, statement) }).collect(),
        claims: simulator::Claims {
            old: header.claims.old.clone(),
            exceptions: exceptions(document).map(|(name, _)| name.to_owned()).collect(),
        },
        program: codes.program,
        words: *waypost_core::words::simulator::of(&header.lang),
    };
    for statement in &document.model.statements {
        declare(statement, &mut simulator);
    }
    simulator
}

fn start(start: &super::header::Start) -> simulator::Start {
    let begins =
        |(stock, at, _): &(ItemId, u32, std::ops::Range<usize>)| simulator::Begins { stock: stock.clone(), at: Real::from(*at as f32) };
    simulator::Start { id: start.id.clone(), stocks: start.stocks.iter().map(begins).collect() }
}

/// Adds a stock, lever or parameter.
fn declare(statement: &Statement, simulator: &mut Simulator) {
    match &statement.kind {
        Kind::Var { name, start, spread, range, better, .. } => simulator.stocks.push(Stock {
            id: ItemId::from(name.text.as_str()),
            start: Real::from(start.value),
            spread: Real::from(*spread),
            low: Real::from(range.low.value),
            high: Real::from(range.high.value),
            better: *better,
        }),
        Kind::Lever { name, value, kind, .. } => {
            simulator.levers.push(Lever { id: ItemId::from(name.text.as_str()), usual: Real::from(value.value), kind: *kind });
        }
        Kind::Param { name, value, range, .. } => simulator.params.push(Param {
            id: ItemId::from(name.text.as_str()),
            nominal: Real::from(value.value),
            low: Real::from(range.low.value),
            high: Real::from(range.high.value),
            places: value.places.max(range.low.places).max(range.high.places),
        }),
        _ => {}
    }
}

/// The statements of the model that readers can look at, in order.
fn rules(document: &Document) -> impl Iterator<Item = (RuleKind, &Statement)> {
    document.model.statements.iter().filter_map(|statement| {
        let kind = match &statement.kind {
            Kind::Let { .. } => RuleKind::Let,
            Kind::Rule { .. } => RuleKind::Rule,
            Kind::Delayed { .. } => RuleKind::Delay,
            Kind::Event { .. } => RuleKind::Event,
            Kind::Score { .. } => RuleKind::Score,
            _ => return None,
        };
        Some((kind, statement))
    })
}

/// A statement as it is written, with single blanks and without the texts in quotes.
fn source(document: &Document, statement: &Statement) -> String {
    let text = document.source.slice(statement.span.clone());
    let bare: String = text.split('"').step_by(2).collect();
    let bare = bare.split(" @").next().unwrap_or_default();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn choice(document: &Document, option: &CardOption, code: Assembled) -> Choice {
    let set = |name: &str| {
        let sets = option.effects.statements.iter().filter_map(|statement| match &statement.kind {
            Kind::Set { values } => Some(values),
            _ => None,
        });
        sets.flatten().find(|(lever, _)| lever.text == name).map(|(_, figure)| figure.value)
    };
    let levers = document.model.statements.iter().filter_map(|statement| match &statement.kind {
        Kind::Lever { name, value, .. } => Some(Real::from(set(&name.text).unwrap_or(value.value))),
        _ => None,
    });
    Choice {
        id: option.id.clone(),
        family: option.family.clone(),
        place: option.place,
        levers: levers.collect(),
        code: code.code,
        chance: code.kept,
    }
}

/// All codes of a document.
struct Codes {
    program: Program,
    /// One for every option of every card, in order.
    options: Vec<Assembled>,
    /// The operations of the model.
    operations: usize,
}

fn assemble(document: &Document, symbols: &Symbols) -> Codes {
    let mut pool = Pool::default();
    let mut paths = Paths::default();
    let model = model_code(document, symbols, &mut pool, &mut paths);
    let score = score_code(document, symbols, &mut pool);
    let own = rules(document).count();
    let mut options = Vec::new();
    for card in &document.cards {
        for option in &card.options {
            let scope = format!("{}.{}", card.id, option.id);
            options.push(option_code(option, &scope, own, symbols, &mut pool, &mut paths));
        }
    }
    let operations = model.operations;
    let program = Program {
        registers: u32::try_from(pool.registers).unwrap_or(u32::MAX),
        constants: pool.constants,
        sites: pool.sites,
        model: model.code,
        score: score.code,
        points: score.kept.unwrap_or_default(),
    };
    Codes { program, options, operations }
}

fn model_code(document: &Document, symbols: &Symbols, pool: &mut Pool, paths: &mut Paths) -> Assembled {
    let mut code = Assembler::new(pool, symbols);
    let mut rule = 0;
    for (at, statement) in document.model.statements.iter().enumerate() {
        let key = site_key(statement);
        let mut path = || paths.next("model", &key);
        match &statement.kind {
            Kind::Let { value, .. } => {
                let value = code.value(value, &mut path);
                code.define(at, value);
            }
            Kind::Rule { change, .. } => now(change, None, rule, symbols, &mut code, &mut path),
            Kind::Delayed { delay, change, .. } => later(*delay, change, rule, symbols, &mut code, &mut path),
            Kind::Event { odds, changes, .. } => {
                let came = chance(odds, &mut code, &mut path);
                changes.iter().for_each(|change| now(change, Some(came), rule, symbols, &mut code, &mut path));
            }
            Kind::Score { .. } => {}
            _ => continue,
        }
        rule += 1;
    }
    code.finish(None)
}

fn score_code(document: &Document, symbols: &Symbols, pool: &mut Pool) -> Assembled {
    let mut code = Assembler::new(pool, symbols);
    let score = document.model.statements.iter().find_map(|statement| match &statement.kind {
        Kind::Score { value } => Some(value),
        _ => None,
    });
    let points = score.map_or(Value::of(0.0), |value| code.value(value, &mut String::new));
    let register = code.register(points);
    code.finish(Some(register))
}

fn option_code(option: &CardOption, scope: &str, rule: usize, symbols: &Symbols, pool: &mut Pool, paths: &mut Paths) -> Assembled {
    let mut code = Assembler::new(pool, symbols);
    let mut first = None;
    for statement in &option.effects.statements {
        let key = site_key(statement);
        let mut path = || paths.next(scope, &key);
        match &statement.kind {
            Kind::Change(change) => now(change, None, rule, symbols, &mut code, &mut path),
            Kind::Delayed { delay, change, .. } => later(*delay, change, rule, symbols, &mut code, &mut path),
            Kind::Chance { odds, then, otherwise } => {
                let came = chance(odds, &mut code, &mut path);
                then.iter().for_each(|change| now(change, Some(came), rule, symbols, &mut code, &mut path));
                let failed = code.operation(Op::Sub, Value::of(1.0), came);
                otherwise.iter().for_each(|change| now(change, Some(failed), rule, symbols, &mut code, &mut path));
                first.get_or_insert(came);
            }
            _ => {}
        }
    }
    let first = first.map(|came| code.register(came));
    code.finish(first)
}

fn chance(odds: &Expr, code: &mut Assembler, path: &mut dyn FnMut() -> String) -> Value {
    let site = path();
    let odds = code.value(odds, path);
    code.chance(odds, site)
}

/// The amount of a change with its sign, nothing of it where the mask is 0.
fn amount(change: &Change, mask: Option<Value>, code: &mut Assembler, path: &mut dyn FnMut() -> String) -> Value {
    let value = code.value(&change.amount, path);
    let signed = if change.sign == Sign::Minus { code.negative(value) } else { value };
    mask.map_or(signed, |mask| code.operation(Op::Mul, signed, mask))
}

fn now(change: &Change, mask: Option<Value>, rule: usize, symbols: &Symbols, code: &mut Assembler, path: &mut dyn FnMut() -> String) {
    let amount = amount(change, mask, code, path);
    if let Some(stock) = place(change, symbols) {
        code.change(stock, amount, rule);
    }
}

fn later(delay: Delay, change: &Change, rule: usize, symbols: &Symbols, code: &mut Assembler, path: &mut dyn FnMut() -> String) {
    let amount = amount(change, None, code, path);
    let Some(stock) = place(change, symbols) else { return };
    match delay {
        Delay::After(turns) => code.send(stock, amount, turns, 1.0, rule),
        Delay::Over(turns) => (1..=turns).for_each(|turn| code.send(stock, amount, turn, 1.0 / turns as f32, rule)),
    }
}

fn place(change: &Change, symbols: &Symbols) -> Option<usize> {
    match symbols.class(&change.stock.text) {
        Some(super::symbols::Class::Stock(at)) => Some(at),
        _ => None,
    }
}

/// E409: what only shows when the model is compiled.
pub(super) fn sizes(document: &Document, symbols: &Symbols, report: &mut Report) {
    let codes = assemble(document, symbols);
    let at = document.model.span.start..(document.model.span.start + 8).min(document.model.span.end);
    let largest = codes.options.iter().map(|code| code.operations).max().unwrap_or_default();
    let found = [
        (codes.operations + largest, limit::OPERATIONS, "operations in a turn"),
        (codes.program.registers as usize, limit::REGISTERS, "values at once"),
        (codes.program.sites.len(), limit::SITES, "random draws"),
    ];
    for (count, most, what) in found {
        if count > most {
            report.add(code::E409, at.clone(), format!("this model needs {count} {what}; the limit is {most}"), "leave some rules out");
        }
    }
}

/// Checks of the doctor that an author set aside or changed, by name, with the reason.
fn exceptions(document: &Document) -> impl Iterator<Item = (&'static str, &str)> {
    let claims = &document.header.claims;
    let all = claims.skipped.iter().chain(&claims.reasons);
    all.map(|(check, why)| (check.name(), why.as_str())).filter(|(_, why)| !why.is_empty())
}

/// All words by key. What is not written has no key.
fn strings(document: &Document) -> Table<String, RichText> {
    let plain = |text: &str| vec![Block::P(vec![Inline::Text(text.to_owned())])];
    let mut strings = vec![(waypost_core::bundle::key::INTRO.to_owned(), document.intro.clone())];
    strings.extend(document.header.families.iter().map(|(id, label)| (key::label(id), plain(label))));
    strings.extend(document.header.starts.iter().map(|start| (key::label(&start.id), plain(&start.label))));
    strings.extend(exceptions(document).map(|(check, why)| (key::why(check), plain(why))));
    for statement in &document.model.statements {
        let (Kind::Var { name, text, .. } | Kind::Lever { name, text, .. } | Kind::Param { name, text, .. }) = &statement.kind else {
            continue;
        };
        let label = text.as_deref().unwrap_or(&name.text);
        strings.push((key::label(&ItemId::from(name.text.as_str())), plain(label)));
    }
    for (at, (_, statement)) in rules(document).enumerate() {
        let cause = match &statement.kind {
            Kind::Rule { cause, .. } | Kind::Event { cause, .. } | Kind::Delayed { cause: Some(cause), .. } => cause,
            _ => continue,
        };
        strings.push((key::cause(at), plain(cause)));
    }
    strings.push((key::CLOSING.to_owned(), document.closing.words.clone()));
    strings.extend(document.closing.gauges.iter().map(|(stock, _, words)| (key::about(stock), words.clone())));
    for card in &document.cards {
        strings.extend(card.takeaway.iter().map(|prose| (key::takeaway(&card.id), prose.text.clone())));
        strings.push((key::title(&card.id), vec![Block::P(card.title.clone())]));
        strings.push((key::situation(&card.id), card.situation.clone()));
        for option in &card.options {
            strings.push((key::text(&card.id, &option.id), option.text.clone()));
            let told = [
                (key::told(&card.id, &option.id), &option.told),
                (key::came(&card.id, &option.id), &option.came),
                (key::failed(&card.id, &option.id), &option.failed),
            ];
            strings.extend(told.into_iter().filter_map(|(key, prose)| Some((key, prose.as_ref()?.text.clone()))));
        }
    }
    strings.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

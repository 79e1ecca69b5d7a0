//! The names of a model: what each stands for, how large it can be, and where it may be read.

use super::interval::Interval;
use super::statement::{Fence, Kind, Name, Statement};
use crate::code;
use crate::lex::nearest::nearest;
use crate::report::{Report, quote};
use std::collections::BTreeMap;
use waypost_core::simulator::LeverKind;

/// What a name stands for, with its place among its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Stock(usize),
    Lever(usize),
    Param(usize),
    /// A let, by the place of its statement.
    Let(usize),
}

impl Class {
    fn name(self) -> &'static str {
        match self {
            Self::Stock(_) => "a stock",
            Self::Lever(_) => "a lever",
            Self::Param(_) => "a parameter",
            Self::Let(_) => "a let",
        }
    }
}

/// Where an expression stands, and so what it may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// A statement of the model: stocks, levers, parameters and the lets before this statement.
    Model(usize),
    /// An effect of an option: stocks and parameters.
    Effects,
    /// The points: stocks and parameters.
    Score,
}

/// The names of a model.
#[derive(Clone, Debug, Default)]
pub(super) struct Symbols {
    known: BTreeMap<String, (Class, Interval)>,
    pub(super) stocks: usize,
    pub(super) levers: usize,
    pub(super) params: usize,
}

impl Symbols {
    /// The names that a model defines. `set` knows the values that options give a lever.
    pub(super) fn of(model: &Fence, set: &dyn Fn(&str) -> Vec<f32>, report: &mut Report) -> Self {
        let mut symbols = Self::default();
        for (at, Statement { kind, .. }) in model.statements.iter().enumerate() {
            match kind {
                Kind::Var { name, range, .. } => {
                    let place = Class::Stock(symbols.stocks);
                    symbols.stocks += 1;
                    symbols.define(name, place, span(range.low.value, range.high.value), report);
                }
                Kind::Lever { name, value, range, kind, .. } => {
                    let place = Class::Lever(symbols.levers);
                    symbols.levers += 1;
                    let interval = match (kind, range) {
                        (LeverKind::Share, _) => span(0.0, 1.0),
                        (LeverKind::Lever, Some(range)) => span(range.low.value, range.high.value),
                        (LeverKind::Lever, None) => Interval::around(set(&name.text).into_iter().chain([value.value]).map(f64::from)),
                    };
                    symbols.define(name, place, interval, report);
                }
                Kind::Param { name, range, .. } => {
                    let place = Class::Param(symbols.params);
                    symbols.params += 1;
                    symbols.define(name, place, span(range.low.value, range.high.value), report);
                }
                Kind::Let { name, .. } => symbols.define(name, Class::Let(at), Interval::point(0.0), report),
                _ => {}
            }
        }
        symbols
    }

    fn define(&mut self, name: &Name, class: Class, interval: Interval, report: &mut Report) {
        if self.known.contains_key(&name.text) {
            let message = format!("the name {} is defined twice", quote(&name.text));
            report.add(code::E400, name.span.clone(), message, "give one of the two another name");
            return;
        }
        self.known.insert(name.text.clone(), (class, interval));
    }

    /// What a name stands for.
    pub(super) fn class(&self, name: &str) -> Option<Class> {
        self.known.get(name).map(|(class, _)| *class)
    }

    /// How large the value of a name can be.
    pub(super) fn interval(&self, name: &str) -> Interval {
        self.known.get(name).map_or(Interval::point(0.0), |(_, interval)| *interval)
    }

    /// Sets how large the value of a let can be.
    pub(super) fn learn(&mut self, name: &str, interval: Interval) {
        if let Some((_, known)) = self.known.get_mut(name) {
            *known = interval;
        }
    }

    /// Whether a name may be read here; E400 or E406 where not.
    pub(super) fn read(&self, name: &str, at: std::ops::Range<usize>, scope: Scope, report: &mut Report) {
        let where_ = match scope {
            Scope::Model(_) => "here",
            Scope::Effects => "in the effects of an option",
            Scope::Score => "in the score",
        };
        match (self.class(name), scope) {
            (None, _) => self.unknown(name, at, report),
            (Some(Class::Let(place)), Scope::Model(here)) if place >= here => {
                let message = format!("{} is read before it is defined", quote(name));
                report.add(code::E406, at, message, "move its `let` above this line; a let cannot read itself");
            }
            (Some(class @ (Class::Lever(_) | Class::Let(_))), Scope::Effects | Scope::Score) => {
                let message = format!("{} is {} and cannot be read {where_}", quote(name), class.name());
                report.add(code::E406, at, message, "use stocks and parameters only");
            }
            _ => {}
        }
    }

    /// The place of a stock that is changed; E400 where it is none.
    pub(super) fn stock(&self, name: &Name, report: &mut Report) -> Option<usize> {
        self.of_class(
            name,
            "a stock",
            "change",
            |class| match class {
                Class::Stock(at) => Some(at),
                _ => None,
            },
            report,
        )
    }

    /// The place of a lever that is set; E400 where it is none.
    pub(super) fn lever(&self, name: &Name, report: &mut Report) -> Option<usize> {
        self.of_class(
            name,
            "a lever",
            "`set`",
            |class| match class {
                Class::Lever(at) => Some(at),
                _ => None,
            },
            report,
        )
    }

    fn of_class(&self, name: &Name, wanted: &str, what: &str, pick: fn(Class) -> Option<usize>, report: &mut Report) -> Option<usize> {
        let Some(class) = self.class(&name.text) else {
            self.unknown(&name.text, name.span.clone(), report);
            return None;
        };
        let place = pick(class);
        if place.is_none() {
            let message = format!("{} is {}, and {what} wants {wanted}", quote(&name.text), class.name());
            report.add(code::E400, name.span.clone(), message, format!("name {wanted} here"));
        }
        place
    }

    fn unknown(&self, name: &str, at: std::ops::Range<usize>, report: &mut Report) {
        let help = match nearest(name, self.known.keys().map(String::as_str)) {
            Some(near) => format!("write `{near}` if you meant that, or define it in the model"),
            None => "define it in the model, or correct it".to_owned(),
        };
        report.add(code::E400, at, format!("the name {} is not known", quote(name)), help);
    }
}

fn span(low: f32, high: f32) -> Interval {
    Interval { low: f64::from(low), high: f64::from(high) }
}

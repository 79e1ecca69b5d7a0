//! The statements of the two fences as a tree, everything with its place in the file.

use std::ops::Range;
use waypost_core::simulator::{Better, LeverKind};

/// A name with its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

/// An expression with its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expr {
    pub(crate) form: Form,
    pub(crate) span: Range<usize>,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Form {
    Number(f32),
    Name(String),
    Negative(Box<Expr>),
    Not(Box<Expr>),
    Binary(Binary, Box<Expr>, Box<Expr>),
    /// `a..b`: drawn anew in every world and turn.
    Range(Box<Expr>, Box<Expr>),
    Clamp(Box<[Expr; 3]>),
}

/// An operation on two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binary {
    Add,
    Sub,
    Mul,
    Div,
    Min,
    Max,
    Less,
    AtMost,
    Equal,
    Unequal,
    AtLeast,
    Greater,
    And,
    Or,
}

/// A number with its digits after the point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Figure {
    pub(crate) value: f32,
    pub(crate) places: u32,
}

/// A range of plain numbers with its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Span {
    pub(crate) low: Figure,
    pub(crate) high: Figure,
    pub(crate) at: Range<usize>,
}

/// How an amount changes a stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// It is added.
    Plus,
    /// All of it is taken away.
    Minus,
}

/// A change of a stock.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Change {
    pub(crate) stock: Name,
    pub(crate) sign: Sign,
    pub(crate) amount: Expr,
}

/// How a delayed change arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delay {
    /// All of it after this many turns.
    After(u32),
    /// In equal parts over this many turns.
    Over(u32),
}

impl Delay {
    /// The keyword.
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Self::After(_) => "after",
            Self::Over(_) => "over",
        }
    }
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Statement {
    pub(crate) kind: Kind,
    pub(crate) label: Option<Name>,
    /// Where it stands, without comment.
    pub(crate) span: Range<usize>,
}

/// What a statement is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Var { name: Name, start: Figure, spread: f32, range: Span, text: Option<String>, better: Better },
    Lever { name: Name, value: Figure, range: Option<Span>, kind: LeverKind, text: Option<String> },
    Param { name: Name, value: Figure, range: Span, text: Option<String> },
    Let { name: Name, value: Expr },
    Rule { change: Change, cause: String },
    Delayed { delay: Delay, change: Change, cause: Option<String> },
    Event { odds: Expr, changes: Vec<Change>, cause: String },
    Score { value: Expr },
    Set { values: Vec<(Name, Figure)> },
    Chance { odds: Expr, then: Vec<Change>, otherwise: Vec<Change> },
    Change(Change),
}

/// A fence: its statements, and where its inside stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fence {
    pub(crate) statements: Vec<Statement>,
    pub(crate) span: Range<usize>,
}

impl Expr {
    /// Calls `see` with this expression and all inside it.
    pub(crate) fn walk<'e>(&'e self, see: &mut impl FnMut(&'e Expr)) {
        see(self);
        match &self.form {
            Form::Number(_) | Form::Name(_) => {}
            Form::Negative(a) | Form::Not(a) => a.walk(see),
            Form::Binary(_, a, b) | Form::Range(a, b) => {
                a.walk(see);
                b.walk(see);
            }
            Form::Clamp(all) => all.iter().for_each(|one| one.walk(see)),
        }
    }

    /// Whether it draws.
    pub(crate) fn has_range(&self) -> Option<Range<usize>> {
        let mut found = None;
        self.walk(&mut |expr| {
            if matches!(expr.form, Form::Range(..)) {
                found.get_or_insert(expr.span.clone());
            }
        });
        found
    }
}

impl Statement {
    /// The expressions of a statement in the order in which they draw: odds first.
    pub(crate) fn expressions(&self) -> Vec<&Expr> {
        match &self.kind {
            Kind::Let { value, .. } | Kind::Score { value } => vec![value],
            Kind::Rule { change, .. } | Kind::Delayed { change, .. } | Kind::Change(change) => vec![&change.amount],
            Kind::Event { odds, changes, .. } => std::iter::once(odds).chain(changes.iter().map(|change| &change.amount)).collect(),
            Kind::Chance { odds, then, otherwise } => {
                std::iter::once(odds).chain(then.iter().chain(otherwise).map(|change| &change.amount)).collect()
            }
            Kind::Var { .. } | Kind::Lever { .. } | Kind::Param { .. } | Kind::Set { .. } => Vec::new(),
        }
    }

    /// The changes of a statement.
    pub(crate) fn changes(&self) -> Vec<&Change> {
        match &self.kind {
            Kind::Rule { change, .. } | Kind::Delayed { change, .. } | Kind::Change(change) => vec![change],
            Kind::Event { changes, .. } => changes.iter().collect(),
            Kind::Chance { then, otherwise, .. } => then.iter().chain(otherwise).collect(),
            _ => Vec::new(),
        }
    }

    /// The odds, where it is a matter of chance.
    pub(crate) fn odds(&self) -> Option<&Expr> {
        match &self.kind {
            Kind::Event { odds, .. } | Kind::Chance { odds, .. } => Some(odds),
            _ => None,
        }
    }
}

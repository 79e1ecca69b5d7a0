//! The paths of random sites: a scope and a key, so that editing one statement leaves every other draw alone.

use super::statement::{Kind, Statement};
use std::collections::BTreeMap;

/// What a statement's draws are called in its scope: its label, the stock of a plain change, or the keyword and its target.
pub(super) fn key(statement: &Statement) -> String {
    if let Some(label) = &statement.label {
        return format!("@{}", label.text);
    }
    let stock = || statement.changes().first().map(|change| change.stock.text.clone()).unwrap_or_default();
    match &statement.kind {
        Kind::Change(_) => stock(),
        Kind::Let { name, .. } => format!("let.{}", name.text),
        Kind::Rule { .. } => format!("rule.{}", stock()),
        Kind::Delayed { delay, .. } => format!("{}.{}", delay.keyword(), stock()),
        Kind::Event { .. } => format!("event.{}", stock()),
        Kind::Chance { .. } => format!("chance.{}", stock()),
        Kind::Score { .. } | Kind::Set { .. } | Kind::Var { .. } | Kind::Lever { .. } | Kind::Param { .. } => "score".to_owned(),
    }
}

/// Hands out paths; a repeated one gets `~2`, `~3` and so on.
#[derive(Debug, Default)]
pub(super) struct Paths {
    used: BTreeMap<String, u32>,
}

impl Paths {
    /// The next path of a statement in a scope.
    pub(super) fn next(&mut self, scope: &str, key: &str) -> String {
        let path = format!("{scope}/{key}");
        let count = self.used.entry(path.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { path } else { format!("{path}~{count}") }
    }
}

/// How many draws a statement has.
pub(super) fn draws(statement: &Statement) -> usize {
    let mut count = usize::from(statement.odds().is_some());
    for expr in statement.expressions() {
        expr.walk(&mut |inner| count += usize::from(matches!(inner.form, super::statement::Form::Range(..))));
    }
    count
}

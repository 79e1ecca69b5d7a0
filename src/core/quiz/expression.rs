//! Conditions of branches: small arithmetic over what the reader has done so far. No loops, no functions of the author's own.

use crate::id::{ItemId, OptionId};
use crate::typed::Exact;
use serde::Serialize;

/// A condition, or a number in one. Truth is 1, untruth 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Expression {
    /// A number; `50%` is 0.5.
    Number(Exact),
    /// `score`: the share earned so far of what was reachable.
    Score {},
    /// `mark(item)`: the share of its mark that an item earned.
    Mark(ItemId),
    /// `right(item)`.
    Right(ItemId),
    /// `seen(item)`.
    Seen(ItemId),
    /// `chose(item.option)`.
    Chose(ItemId, OptionId),
    /// `dim(id)`: a dimension, 0 to 1.
    Dim(ItemId),
    /// An operator over its operands.
    Apply(Operator, Vec<Expression>),
}

/// What an [`Expression::Apply`] does with its operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Operator {
    /// `+`
    Add,
    /// `-`, of one operand its negation
    Subtract,
    /// `*`
    Multiply,
    /// `/`; x/0 is 0
    Divide,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `>=`
    AtLeast,
    /// `>`
    Greater,
    /// `and`
    And,
    /// `or`
    Or,
    /// `not`
    Not,
    /// `min`
    Min,
    /// `max`
    Max,
    /// `clamp(x, low, high)`
    Clamp,
}

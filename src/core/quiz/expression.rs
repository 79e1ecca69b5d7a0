//! Conditions of branches: small arithmetic over what the reader has done so far. No loops, no functions of the author's own.

use super::fixed::Fixed;
use super::result::Tally;
use super::sitting::Sitting;
use crate::bundle::Bundle;
use crate::id::{ItemId, OptionId};
use crate::number::MARK;
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

/// Whether a condition holds for a reader who came along `path`, its last item being the one just left.
pub(super) fn holds(when: &Expression, bundle: &Bundle, sitting: &Sitting, path: &[ItemId]) -> bool {
    value(when, bundle, sitting, path).is_true()
}

fn value(expression: &Expression, bundle: &Bundle, sitting: &Sitting, path: &[ItemId]) -> Fixed {
    match expression {
        Expression::Number(number) => Fixed::from(*number),
        Expression::Score {} => {
            let so_far = path.iter().filter_map(|id| bundle.item(id)).filter(|item| sitting.is_marked(bundle, item));
            let tally = Tally::of_marks(&so_far.map(|item| sitting.mark_of(bundle, item)).collect::<Vec<_>>());
            Fixed::ratio(tally.earned, tally.possible)
        }
        Expression::Mark(id) => bundle.item(id).map_or(Fixed::ZERO, |item| Fixed::ratio(sitting.mark(bundle, item), MARK)),
        Expression::Right(id) => Fixed::truth(bundle.item(id).is_some_and(|item| sitting.is_right(bundle, item))),
        Expression::Seen(id) => Fixed::truth(path.contains(id)),
        Expression::Chose(id, option) => {
            let last = sitting.answers.get(id).and_then(|answer| answer.attempts.last());
            Fixed::truth(last.is_some_and(|last| last.response.has(option)))
        }
        Expression::Dim(id) => sitting.dimension(bundle, id, path).mean().unwrap_or(Fixed::ZERO),
        Expression::Apply(operator, operands) => {
            let operands: Vec<Fixed> = operands.iter().map(|operand| value(operand, bundle, sitting, path)).collect();
            apply(*operator, &operands)
        }
    }
}

fn apply(operator: Operator, operands: &[Fixed]) -> Fixed {
    let nth = |n: usize| operands.get(n).copied().unwrap_or(Fixed::ZERO);
    let (a, b) = (nth(0), nth(1));
    match operator {
        Operator::Add => operands.iter().fold(Fixed::ZERO, |sum, &x| sum.plus(x)),
        Operator::Subtract if operands.len() == 1 => Fixed::ZERO.minus(a),
        Operator::Subtract => a.minus(b),
        Operator::Multiply => operands.iter().fold(Fixed::ONE, |product, &x| product.times(x)),
        Operator::Divide => a.by(b),
        Operator::Less => Fixed::truth(a < b),
        Operator::AtMost => Fixed::truth(a <= b),
        Operator::Equal => Fixed::truth(a == b),
        Operator::Unequal => Fixed::truth(a != b),
        Operator::AtLeast => Fixed::truth(a >= b),
        Operator::Greater => Fixed::truth(a > b),
        Operator::And => Fixed::truth(operands.iter().all(|x| x.is_true())),
        Operator::Or => Fixed::truth(operands.iter().any(|x| x.is_true())),
        Operator::Not => Fixed::truth(!a.is_true()),
        Operator::Min => operands.iter().copied().min().unwrap_or(Fixed::ZERO),
        Operator::Max => operands.iter().copied().max().unwrap_or(Fixed::ZERO),
        Operator::Clamp => a.min(nth(2)).max(b),
    }
}

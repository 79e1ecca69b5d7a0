//! Interval arithmetic: the least and the most a value can be, from the declared ranges. Sound, because stocks are kept within theirs
//! whenever they can be read; so what it lets pass can neither divide by 0 nor grow without bound.

use super::statement::{Binary, Expr, Form};

/// The least and the most a value can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Interval {
    /// One value.
    pub(super) fn point(value: f64) -> Self {
        Self { low: value, high: value }
    }

    /// The smallest interval around some values.
    pub(super) fn around(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values = values.into_iter();
        let first = Self::point(values.next().unwrap_or_default());
        values.fold(first, |all, value| Self { low: all.low.min(value), high: all.high.max(value) })
    }

    /// Whether 0 is among the values.
    pub(super) fn has_zero(self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

/// The interval of an expression. `name` knows the intervals of names, `divisor` is told of every divisor.
pub(super) fn interval(expr: &Expr, name: &dyn Fn(&str) -> Interval, divisor: &mut dyn FnMut(&Expr, Interval)) -> Interval {
    let mut of = |inner: &Expr| interval(inner, name, divisor);
    match &expr.form {
        Form::Number(value) => Interval::point(f64::from(*value)),
        Form::Name(text) => name(text),
        Form::Negative(a) => {
            let a = of(a);
            Interval { low: -a.high, high: -a.low }
        }
        Form::Not(a) => {
            let a = of(a);
            Interval { low: 1.0 - a.high, high: 1.0 - a.low }
        }
        Form::Range(a, b) => {
            let (a, b) = (of(a), of(b));
            Interval::around([a.low, a.high, b.low, b.high])
        }
        Form::Clamp(all) => {
            let [value, least, most] = [of(&all[0]), of(&all[1]), of(&all[2])];
            let at_least = Interval { low: value.low.max(least.low), high: value.high.max(least.high) };
            Interval { low: at_least.low.min(most.low), high: at_least.high.min(most.high) }
        }
        Form::Binary(operator, a, b) => {
            let (a_value, b_value) = (of(a), of(b));
            if *operator == Binary::Div {
                divisor(b, b_value);
            }
            binary(*operator, a_value, b_value)
        }
    }
}

fn binary(operator: Binary, a: Interval, b: Interval) -> Interval {
    match operator {
        Binary::Add => Interval { low: a.low + b.low, high: a.high + b.high },
        Binary::Sub => Interval { low: a.low - b.high, high: a.high - b.low },
        Binary::Mul => Interval::around([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]),
        Binary::Div if b.has_zero() => Interval { low: f64::NEG_INFINITY, high: f64::INFINITY },
        Binary::Div => Interval::around([a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high]),
        Binary::Min | Binary::And => Interval { low: a.low.min(b.low), high: a.high.min(b.high) },
        Binary::Max | Binary::Or => Interval { low: a.low.max(b.low), high: a.high.max(b.high) },
        Binary::Less | Binary::AtMost | Binary::Equal | Binary::Unequal | Binary::AtLeast | Binary::Greater => {
            Interval { low: 0.0, high: 1.0 }
        }
    }
}

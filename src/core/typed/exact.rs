//! Exact decimals: 1.1 is within 0.1 of 1.0. Never floats, so every engine decides alike.

use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A decimal of at most 18 significant digits: mantissa times ten to the minus `places`, in lowest form.
/// Written as text in JSON: `"3.14"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    mantissa: i64,
    places: u32,
}

/// The most places after the point.
const MAX_PLACES: u32 = 18;

impl Exact {
    /// Nothing.
    pub const ZERO: Exact = Exact { mantissa: 0, places: 0 };

    /// A whole number.
    pub fn whole(number: i64) -> Self {
        Self { mantissa: number, places: 0 }
    }

    /// `mantissa` times ten to the minus `places`; `None` beyond 18 digits or 18 places.
    pub fn new(mut mantissa: i64, mut places: u32) -> Option<Self> {
        while places > 0 && mantissa % 10 == 0 {
            (mantissa, places) = (mantissa / 10, places - 1);
        }
        (mantissa.unsigned_abs() < 10u64.pow(18) && places <= MAX_PLACES).then_some(Self { mantissa, places })
    }

    /// Mantissa and places in lowest form.
    pub fn parts(self) -> (i64, u32) {
        (self.mantissa, self.places)
    }

    /// The nearest floating-point number where the mantissa has no more than 15 digits.
    pub fn value(self) -> f64 {
        self.mantissa as f64 / 10u64.pow(self.places) as f64
    }

    /// The sum; `None` beyond 18 digits.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (a, b) = self.aligned(other);
        let (mut sum, mut places) = (a + b, self.places.max(other.places));
        while places > 0 && sum % 10 == 0 {
            (sum, places) = (sum / 10, places - 1);
        }
        Self::new(i64::try_from(sum).ok()?, places)
    }

    /// Whether it is within a tolerance of `middle`: |x - a| <= t.
    pub fn is_near(self, middle: Self, tolerance: Self) -> bool {
        let (apart, places) = self.apart(middle);
        let (t, shown) = (u128::from(tolerance.mantissa.unsigned_abs()), tolerance.places);
        tolerance.mantissa >= 0 && is_at_most((apart, places), (t, shown))
    }

    /// Whether it is within so many percent of `middle`: 100 |x - a| <= t |a|.
    pub fn is_near_percent(self, middle: Self, percent: Self) -> bool {
        let (apart, places) = self.apart(middle);
        let size = u128::from(middle.mantissa.unsigned_abs()) * u128::from(percent.mantissa.unsigned_abs());
        percent.mantissa >= 0 && is_at_most((100 * apart, places), (size, middle.places + percent.places))
    }

    /// Whether it is `first` and a whole number of `step`s. A step of 0 has no steps.
    pub fn is_step(self, first: Self, step: Self) -> bool {
        let places = self.places.max(first.places).max(step.places);
        let scaled = |n: Self| i128::from(n.mantissa) * 10i128.pow(places - n.places);
        step.mantissa != 0 && (scaled(self) - scaled(first)) % scaled(step) == 0
    }

    /// The distance of two numbers: mantissa, below 2 x 10^36, and places.
    fn apart(self, other: Self) -> (u128, u32) {
        let (a, b) = self.aligned(other);
        (a.abs_diff(b), self.places.max(other.places))
    }

    /// Both numbers as whole counts of their smaller unit. 36 digits fit an i128.
    fn aligned(self, other: Self) -> (i128, i128) {
        let places = self.places.max(other.places);
        let scaled = |n: Self| i128::from(n.mantissa) * 10i128.pow(places - n.places);
        (scaled(self), scaled(other))
    }
}

/// Whether a <= b, both mantissa and places. Scaling one side up can only overflow where that side is the greater one: the other is
/// below 2 x 10^38 and u128 holds more.
fn is_at_most((a, a_places): (u128, u32), (b, b_places): (u128, u32)) -> bool {
    let scaled = |n: u128, places: u32| 10u128.checked_pow(places).and_then(|unit| n.checked_mul(unit));
    match a_places <= b_places {
        true => scaled(a, b_places - a_places).map_or(a == 0, |a| a <= b),
        false => scaled(b, a_places - b_places).is_none_or(|b| a <= b),
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = self.aligned(*other);
        a.cmp(&b)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs();
        let unit = 10u64.pow(self.places);
        match self.places {
            0 => write!(f, "{sign}{digits}"),
            places => write!(f, "{sign}{}.{:0width$}", digits / unit, digits % unit, width = places as usize),
        }
    }
}

impl FromStr for Exact {
    type Err = ();

    /// Reads `-12.50` or `1e-3`: ASCII digits, `.` as the decimal mark, an optional exponent.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent.parse().map_err(drop)?;
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let digits = format!("{whole}{part}");
        let unsigned = digits.trim_start_matches(['-', '+']);
        if whole.trim_start_matches(['-', '+']).is_empty() || unsigned.is_empty() || !unsigned.bytes().all(|b| b.is_ascii_digit()) {
            return Err(());
        }
        let mantissa: i64 = digits.parse().map_err(drop)?;
        let places = i32::try_from(part.len()).map_err(drop)? - exponent;
        match u32::try_from(places) {
            Ok(places) => Self::new(mantissa, places).ok_or(()),
            Err(_) => {
                let more = 10i64.checked_pow(places.unsigned_abs()).ok_or(())?;
                Self::new(mantissa.checked_mul(more).ok_or(())?, 0).ok_or(())
            }
        }
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Exact {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Exact".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": r"^-?\d{1,18}(\.\d{1,18})?$", "description": "an exact decimal of at most 18 digits" })
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn decimals_read_back_what_they_write_and_compare_exactly() {
        for (text, written) in [("3.140", "3.14"), ("-0.5", "-0.5"), ("1e3", "1000"), ("12.5e-2", "0.125"), ("+7", "7"), ("0.0", "0")] {
            assert_eq!(text.parse::<Exact>().unwrap().to_string(), written);
        }
        for text in ["", ".5", "1.2.3", "a", "1e99", "--1", "9999999999999999999"] {
            assert!(text.parse::<Exact>().is_err(), "{text}");
        }
        let number = |text: &str| text.parse::<Exact>().unwrap();
        assert!(number("1.1") < number("1.11") && number("-2") < number("-1.9") && number("1e2") == number("100"));
    }
}

//! Exact quantities: credits as fractions, points as hundredths. No floats, so native and WebAssembly agree bit for bit.

use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// One full mark in grains: lcm(1..16) x 125. Every fraction with a denominator up to 16 and every 0.01 % is a whole number of grains.
pub const MARK: i64 = 90_090_000;

/// A share of a full mark, between -1 and 1 where it is a credit: `1/3`, `1`, `-1/4`. Written as text in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share {
    num: i64,
    den: i64,
}

impl Share {
    /// Nothing.
    pub const NONE: Share = Share { num: 0, den: 1 };
    /// The whole.
    pub const FULL: Share = Share { num: 1, den: 1 };

    /// `num / den` in lowest terms, or `None` if `den` is not in 1 to 1,000,000 or `num` beyond 1,000,000 either way.
    pub fn new(num: i64, den: i64) -> Option<Self> {
        if !(1..=1_000_000).contains(&den) || !(-1_000_000..=1_000_000).contains(&num) {
            return None;
        }
        let shared = gcd(num.abs(), den).max(1);
        Some(Self { num: num / shared, den: den / shared })
    }

    /// A percentage: `percent(50)` is one half.
    pub fn percent(percent: i64) -> Option<Self> {
        Self::new(percent, 100)
    }

    /// Grains of one mark, rounded down: [`MARK`] x num / den.
    pub fn grains(self) -> i64 {
        (MARK * self.num).div_euclid(self.den)
    }

    /// Numerator and denominator in lowest terms.
    pub fn parts(self) -> (i64, i64) {
        (self.num, self.den)
    }

    /// Whole percent, rounded down, for showing.
    pub fn whole_percent(self) -> i64 {
        (100 * self.num).div_euclid(self.den)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.den {
            1 => write!(f, "{}", self.num),
            den => write!(f, "{}/{den}", self.num),
        }
    }
}

impl FromStr for Share {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (num, den) = text.split_once('/').unwrap_or((text, "1"));
        Self::new(num.parse().map_err(drop)?, den.parse().map_err(drop)?).ok_or(())
    }
}

/// Points of an item in hundredths: 0 to 100,000, that is 0 to 1000 points. Written as a decimal text in JSON: `"1"`, `"0.25"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(u32);

impl Points {
    /// One point, what an item is worth unless the author says otherwise.
    pub const ONE: Points = Points(100);
    /// The most an item may be worth: 1000 points.
    pub const MAX: Points = Points(100_000);

    /// So many hundredths of a point, if not over [`Points::MAX`].
    pub fn hundredths(hundredths: u32) -> Option<Self> {
        (hundredths <= Self::MAX.0).then_some(Self(hundredths))
    }

    /// How many hundredths of a point.
    pub fn in_hundredths(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::hundredths(i64::from(self.0)).fmt(f)
    }
}

impl FromStr for Points {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 4 || part.len() > 2 || !digits(whole) || !digits(part) || text.ends_with('.') {
            return Err(());
        }
        format!("{whole}{part:0<2}").parse().ok().and_then(Self::hundredths).ok_or(())
    }
}

/// A decimal with up to four places, written as short as it can be: 250 hundredths are `2.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    ten_thousandths: i64,
}

impl Decimal {
    /// So many hundredths.
    pub fn hundredths(n: i64) -> Self {
        Self { ten_thousandths: n * 100 }
    }

    /// So many ten-thousandths.
    pub fn ten_thousandths(n: i64) -> Self {
        Self { ten_thousandths: n }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.ten_thousandths;
        let (mut part, mut places) = (n.abs() % 10_000, 4);
        while places > 0 && part % 10 == 0 {
            (part, places) = (part / 10, places - 1);
        }
        f.write_str(if n < 0 { "-" } else { "" })?;
        match places {
            0 => write!(f, "{}", n.abs() / 10_000),
            _ => write!(f, "{}.{part:0places$}", n.abs() / 10_000),
        }
    }
}

macro_rules! as_text {
    ($name:ident, $what:literal, $pattern:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $what })
            }
        }
    };
}

as_text!(Share, "a share of a full mark, such as \"1/3\"", r"^-?\d{1,7}(/\d{1,7})?$");
as_text!(Points, "points from 0 to 1000 with at most two decimals, such as \"1\" or \"0.25\"", r"^\d{1,4}(\.\d{1,2})?$");

#[cfg(test)]
mod tests {
    use super::{Decimal, MARK, Points, Share};

    #[test]
    fn fractions_up_to_sixteenths_add_up_to_exactly_one_mark() {
        for den in 1..=16 {
            let part = Share::new(1, den).map(Share::grains).unwrap();
            assert_eq!(part * den, MARK, "1/{den}");
        }
    }

    #[test]
    fn decimals_are_as_short_as_they_can_be() {
        for (n, text) in [(0, "0"), (25_000, "2.5"), (1666, "0.1666"), (-500, "-0.05"), (30_000, "3"), (1, "0.0001")] {
            assert_eq!(Decimal::ten_thousandths(n).to_string(), text);
        }
    }

    #[test]
    fn points_and_shares_read_back_what_they_write() {
        for text in ["0", "1", "0.25", "12.5", "1000"] {
            assert_eq!(text.parse::<Points>().unwrap().to_string(), text);
        }
        for text in ["", ".5", "1.", "1.234", "1000.01", "-1", "a"] {
            assert!(text.parse::<Points>().is_err(), "{text}");
        }
        for text in ["1/3", "-1/4", "1", "0"] {
            assert_eq!(text.parse::<Share>().unwrap().to_string(), text);
        }
        assert!("1/0".parse::<Share>().is_err());
    }
}

//! Credits and shares as authors write them: `50%`, `33.33333%`, `1/3`, `-1/4`.

use waypost_core::number::Share;

/// The largest denominator a rounded decimal is taken back to.
const DENOMINATORS: std::ops::RangeInclusive<i64> = 1..=16;

/// Whether the word means to be a credit, right or wrong.
pub(crate) fn looks_like_credit(word: &str) -> bool {
    let digits = word.trim_start_matches(['+', '-']);
    digits.starts_with(|c: char| c.is_ascii_digit()) && (word.ends_with('%') || word.contains('/'))
}

/// The share a word stands for.
///
/// A percentage with four or more places that lies within 0.000005 of a fraction with a denominator up to 16 is that fraction, so three
/// times `33.33333%` make a full mark. Other percentages have at most two places.
pub(crate) fn credit(word: &str) -> Option<Share> {
    match word.strip_suffix('%') {
        Some(number) => percentage(number),
        None => {
            let (num, den) = word.split_once('/')?;
            Share::new(whole(num)?, den.parse().ok().filter(|den| *den > 0)?)
        }
    }
}

fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn percentage(number: &str) -> Option<Share> {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if before.is_empty() || before.len() > 3 || after.len() > 9 || !all_digits(before) || !all_digits(after) {
        return None;
    }
    if after.len() < 4 {
        let hundredths: i64 = format!("{before}{:0<2}", after.get(..2).unwrap_or(after)).parse().ok()?;
        let exact = after.get(2..).unwrap_or_default().bytes().all(|b| b == b'0');
        return exact.then(|| Share::new(sign * hundredths, 10_000)).flatten();
    }
    // Billionths of a percent; the tolerance of 0.000005 is 5000 of them.
    let value: i64 = format!("{before}{after:0<9}").parse().ok()?;
    let near = |den: &i64| {
        let num = (value * den + 50_000_000_000) / 100_000_000_000;
        (num, (value * den - num * 100_000_000_000).abs() <= 5_000 * den)
    };
    let den = DENOMINATORS.into_iter().find(|den| near(den).1)?;
    Share::new(sign * near(&den).0, den)
}

#[cfg(test)]
mod tests {
    use super::credit;

    #[test]
    fn decimals_near_a_fraction_are_that_fraction() {
        for (text, share) in [
            ("50%", "1/2"),
            ("33.33333%", "1/3"),
            ("-33.33333%", "-1/3"),
            ("14.28571%", "1/7"),
            ("33.33%", "3333/10000"),
            ("100%", "1"),
            ("0%", "0"),
            ("1/3", "1/3"),
            ("-1/4", "-1/4"),
            ("+12.5%", "1/8"),
        ] {
            assert_eq!(credit(text).map(|share| share.to_string()).as_deref(), Some(share), "{text}");
        }
        for text in ["33.3456789%", "%", "x%", "1/0", "1/-2", "1.5/2", "50", "12.345%"] {
            assert_eq!(credit(text), None, "{text}");
        }
    }
}

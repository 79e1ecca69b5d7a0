//! Typed answers as authors write them: `3.14 +- 0.01`, `6..8`, `200 +- 5%`, `"buy-in"`, `*`.

use waypost_core::bundle::Matches;
use waypost_core::typed::Exact;

/// What an answer accepts, `None` where it is neither a number, a text in quotes nor `*`.
pub(crate) fn answer(written: &str) -> Option<Matches> {
    match written.trim() {
        "*" => Some(Matches::Rest),
        text if text.starts_with('"') => quoted(text).map(Matches::Text),
        number => numbers(number),
    }
}

/// A number with its tolerance, or a range.
pub(crate) fn numbers(written: &str) -> Option<Matches> {
    if let Some((low, high)) = written.split_once("..") {
        let (low, high) = (decimal(low)?, decimal(high)?);
        return (low <= high).then_some(Matches::Range(low, high));
    }
    let Some((number, tolerance)) = written.split_once("+-").or_else(|| written.split_once('±')) else {
        return Some(Matches::Near(decimal(written)?, Exact::ZERO));
    };
    let (number, tolerance) = (decimal(number)?, tolerance.trim());
    match tolerance.strip_suffix('%') {
        Some(percent) => Some(Matches::Percent(number, positive(percent)?)),
        None => Some(Matches::Near(number, positive(tolerance)?)),
    }
}

/// A decimal as the format has it.
pub(crate) fn decimal(written: &str) -> Option<Exact> {
    written.trim().parse().ok()
}

fn positive(written: &str) -> Option<Exact> {
    decimal(written).filter(|number| *number >= Exact::ZERO)
}

/// The inside of a text in quotes. `\*` and `\\` stay as they are, for `*` means any run of characters.
fn quoted(written: &str) -> Option<String> {
    let mut inside = String::new();
    let mut characters = written.strip_prefix('"')?.chars();
    loop {
        match characters.next()? {
            '"' => break,
            '\\' => match characters.next()? {
                '"' => inside.push('"'),
                next => inside.extend(['\\', next]),
            },
            other => inside.push(other),
        }
    }
    (characters.as_str().is_empty() && !inside.trim().is_empty()).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::answer;
    use waypost_core::bundle::Matches;

    #[test]
    fn answers_are_numbers_ranges_texts_or_the_rest() {
        let number = |text: &str| text.parse().unwrap();
        let cases = [
            ("3.14 +- 0.01", Matches::Near(number("3.14"), number("0.01"))),
            ("200 ± 5%", Matches::Percent(number("200"), number("5"))),
            ("-2..1e3", Matches::Range(number("-2"), number("1000"))),
            ("7", Matches::Near(number("7"), number("0"))),
            (r#""say \"yes\" \* now""#, Matches::Text(r#"say "yes" \* now"#.to_owned())),
            ("*", Matches::Rest),
        ];
        for (text, wanted) in cases {
            assert_eq!(answer(text), Some(wanted), "{text}");
        }
        for text in ["", "8..6", "buy-in", "\"open", "\"a\" b", "\"\"", "1 +- -1", ".5", "3,14"] {
            assert_eq!(answer(text), None, "{text}");
        }
    }
}

//! The tokens of the model language, each with its place in the file.

use std::ops::Range;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A name or keyword.
    Name(String),
    /// A number without sign, as it is in single precision, and its digits after the point.
    Number(f32, u32),
    /// A text in quotes.
    Text(String),
    /// `@label`.
    Label(String),
    /// Anything else.
    Sign(&'static str),
}

/// Longest first, so that `+=` is not read as `+` and `=`.
const SIGNS: [&str; 22] =
    ["..", "<=", ">=", "!=", "+=", "-=", "<", ">", "=", "+", "-", "*", "/", "(", ")", ",", ":", ";", "~", "%", "==", "!"];

/// The tokens of a line up to its comment, or where something stands that is none.
pub(super) fn tokens(line: &str, start: usize) -> Result<Vec<(Token, Range<usize>)>, Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next().unwrap_or(' ');
        let (token, length) = match first {
            '#' => break,
            blank if blank.is_whitespace() => {
                at += blank.len_utf8();
                continue;
            }
            'a'..='z' => {
                let length = span_of(rest, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
                (Token::Name(rest[..length].to_owned()), length)
            }
            '0'..='9' => number(rest),
            '"' => match rest[1..].find('"') {
                Some(end) => (Token::Text(rest[1..=end].trim().to_owned()), end + 2),
                None => return Err(start + at..start + line.trim_end().len().max(at + 1)),
            },
            '@' => {
                let length = span_of(&rest[1..], |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
                (Token::Label(rest[1..=length].to_owned()), length + 1)
            }
            _ => match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                Some(sign) => (Token::Sign(sign), sign.len()),
                None => return Err(start + at..start + at + first.len_utf8()),
            },
        };
        tokens.push((token, start + at..start + at + length));
        at += length;
    }
    Ok(tokens)
}

fn span_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !belongs(c)).unwrap_or(text.len())
}

/// Digits, with a point where a digit follows it, so that `1..2` is a range.
fn number(rest: &str) -> (Token, usize) {
    let whole = span_of(rest, |c| c.is_ascii_digit());
    let after = rest[whole..].strip_prefix('.').map_or(0, |after| span_of(after, |c| c.is_ascii_digit()));
    let length = if after > 0 { whole + 1 + after } else { whole };
    let places = u32::try_from(after).unwrap_or(u32::MAX);
    (Token::Number(rest[..length].parse().unwrap_or(f32::INFINITY), places), length)
}

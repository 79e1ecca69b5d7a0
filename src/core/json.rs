//! JSON as bundles, journals and events use it: bounded nesting, every error at its place, no fraction ever read.
//!
//! Readers pay for every byte of the player. A generic library costs about 25 KiB (brotli) for these types; this tree with
//! [`crate::read`] and [`crate::write`] about 4. Tests hold it against that library.

use std::fmt;

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number. Fractions are written as text in our formats.
    Int(i64),
    /// A text.
    Text(String),
    /// A decimal such as `0.25`, written as it stands. It is never read: our formats keep fractions as text.
    Decimal(String),
    /// An array.
    List(Vec<Json>),
    /// An object, in the order of the file.
    Map(Vec<(String, Json)>),
}

/// Why a text is not JSON as we write it, and where: a byte offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What was expected.
    pub expected: &'static str,
    /// Byte offset in the text.
    pub at: usize,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {}", self.expected, self.at)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::Decimal(value) => f.write_str(value),
            Self::Text(value) => quoted(value, f),
            Self::List(list) => {
                f.write_str("[")?;
                for (n, value) in list.iter().enumerate() {
                    f.write_str(if n > 0 { "," } else { "" })?;
                    write!(f, "{value}")?;
                }
                f.write_str("]")
            }
            Self::Map(map) => {
                f.write_str("{")?;
                for (n, (name, value)) in map.iter().enumerate() {
                    f.write_str(if n > 0 { "," } else { "" })?;
                    quoted(name, f)?;
                    write!(f, ":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("\"")?;
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            ..' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => fmt::Write::write_char(f, c)?,
        }
    }
    f.write_str("\"")
}

/// How deep values may nest.
const MAX_DEPTH: u32 = 64;

/// Reads one JSON value and nothing after it.
pub fn parse(text: &str) -> Result<Json, Trouble> {
    let mut reader = Reader { bytes: text.as_bytes(), text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    match reader.peek() {
        None => Ok(value),
        Some(_) => Err(reader.trouble("the end")),
    }
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn trouble(&self, expected: &'static str) -> Trouble {
        Trouble { expected, at: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Whether the next byte after white space is `byte`; it is then taken.
    fn takes(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: u32) -> Result<Json, Trouble> {
        self.space();
        match self.peek() {
            _ if depth > MAX_DEPTH => Err(self.trouble("less nesting")),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.map(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Json, Trouble> {
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.trouble("a value"))
    }

    fn number(&mut self) -> Result<Json, Trouble> {
        let start = self.at;
        self.at += 1;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        let digits = self.text.get(start..self.at).and_then(|digits| digits.parse().ok());
        match (digits, self.peek()) {
            (Some(number), next) if !matches!(next, Some(b'.' | b'e' | b'E')) => Ok(Json::Int(number)),
            _ => Err(self.trouble("a whole number")),
        }
    }

    fn list(&mut self, depth: u32) -> Result<Json, Trouble> {
        let mut list = Vec::new();
        self.at += 1;
        if self.takes(b']') {
            return Ok(Json::List(list));
        }
        loop {
            list.push(self.value(depth + 1)?);
            if self.takes(b']') {
                return Ok(Json::List(list));
            }
            if !self.takes(b',') {
                return Err(self.trouble("a comma or the end of the list"));
            }
        }
    }

    fn map(&mut self, depth: u32) -> Result<Json, Trouble> {
        let mut map = Vec::new();
        self.at += 1;
        if self.takes(b'}') {
            return Ok(Json::Map(map));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.trouble("a name"));
            }
            let name = self.string()?;
            if !self.takes(b':') {
                return Err(self.trouble("a colon"));
            }
            map.push((name, self.value(depth + 1)?));
            if self.takes(b'}') {
                return Ok(Json::Map(map));
            }
            if !self.takes(b',') {
                return Err(self.trouble("a comma or the end of the object"));
            }
        }
    }

    fn string(&mut self) -> Result<String, Trouble> {
        let mut out = String::new();
        self.at += 1;
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            out.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    out.push(self.escape()?);
                }
                _ => return Err(self.trouble("the end of the text")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Trouble> {
        let byte = self.peek();
        self.at += 1;
        Ok(match byte {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b @ (b'"' | b'\\' | b'/')) => char::from(b),
            Some(b'u') => return self.unicode(),
            _ => return Err(self.trouble("an escape")),
        })
    }

    /// `\uXXXX`, or two of them for a character beyond the first plane.
    fn unicode(&mut self) -> Result<char, Trouble> {
        let first = self.hex()?;
        let code = match first {
            0xd800..0xdc00 if self.bytes.get(self.at..self.at + 2) == Some(b"\\u") => {
                self.at += 2;
                0x10000 + ((first - 0xd800) << 10) + self.hex()?.wrapping_sub(0xdc00)
            }
            code => code,
        };
        char::from_u32(code).ok_or(self.trouble("a character"))
    }

    fn hex(&mut self) -> Result<u32, Trouble> {
        let digits = self.text.get(self.at..self.at + 4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        self.at += 4;
        digits.ok_or(self.trouble("four hex digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, parse};
    use proptest::prelude::*;

    fn same(json: &Json, value: &serde_json::Value) -> bool {
        use serde_json::Value;
        match (json, value) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(a), Value::Bool(b)) => a == b,
            (Json::Int(a), Value::Number(b)) => b.as_i64() == Some(*a),
            (Json::Text(a), Value::String(b)) => a == b,
            (Json::List(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
            (Json::Map(a), Value::Object(b)) => a.len() == b.len() && a.iter().all(|(name, a)| b.get(name).is_some_and(|b| same(a, b))),
            _ => false,
        }
    }

    fn values() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(Into::into),
            any::<i64>().prop_map(Into::into),
            any::<String>().prop_map(Into::into),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_serde_writes(value in values()) {
            let read = parse(&value.to_string()).unwrap();
            prop_assert!(same(&read, &value));
            prop_assert_eq!(&parse(&serde_json::to_string_pretty(&value).unwrap()).unwrap(), &read);
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&read.to_string()).unwrap(), value);
        }

        #[test]
        fn any_text_is_read_or_refused_in_peace(text in any::<String>(), noise in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,40}") {
            let _ = (parse(&text), parse(&noise));
        }
    }

    #[test]
    fn escapes_and_pairs_are_characters() {
        assert_eq!(parse(r#""\u00e4\ud83d\ude00\/\n""#), Ok(Json::Text("ä😀/\n".into())));
    }

    #[test]
    fn what_our_formats_never_hold_is_refused_at_its_place() {
        for (text, error) in [
            ("1.5", "expected a whole number at byte 1"),
            ("[1,]", "expected a value at byte 3"),
            ("{\"a\" 1}", "expected a colon at byte 5"),
            ("[1] 2", "expected the end at byte 4"),
            ("\"a", "expected the end of the text at byte 2"),
            ("\"\\ud800\"", "expected a character at byte 7"),
            ("", "expected a value at byte 0"),
        ] {
            assert_eq!(parse(text).unwrap_err().to_string(), error, "{text}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}

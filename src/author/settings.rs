//! TOML with places: the header of a file and `course.toml`, read so that every complaint has a line and a column.

use crate::code;
use crate::lex::credit::credit;
use crate::lex::nearest::nearest;
use crate::report::{Report, quote};
use std::ops::Range;
use toml::de::{DeTable, DeValue};
use waypost_core::number::Share;
use waypost_core::typed::Exact;

/// A TOML table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    entries: Vec<Entry>,
}

/// A key with its value, and where both stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The key.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) key_span: Range<usize>,
    /// The value.
    pub(crate) value: Value,
    /// Where the value stands.
    pub(crate) span: Range<usize>,
}

/// A TOML value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A string.
    Text(String),
    /// Anything that is written without quotes: a number or a date, as written.
    Bare(String),
    /// True or false.
    Flag(bool),
    /// An array.
    List(Vec<(Value, Range<usize>)>),
    /// A table.
    Table(Table),
}

impl Table {
    /// Reads the TOML that stands at `span` of the file. What cannot be read is reported, the rest is used.
    pub(crate) fn read(span: Range<usize>, report: &mut Report) -> Self {
        let source = report.source;
        let (table, errors) = DeTable::parse_recoverable(source.slice(span.clone()));
        for error in errors {
            let at = error.span().map_or(span.clone(), |at| span.start + at.start..span.start + at.end);
            let message = error.message().lines().next().unwrap_or("this cannot be read").to_owned();
            report.add(code::E100, at, message, "write `key = \"text\"`, `key = 2` or `key = true`, one on each line");
        }
        Self::of(table.get_ref(), span.start)
    }

    fn of(table: &DeTable, offset: usize) -> Self {
        let mut entries: Vec<Entry> = table
            .iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                key_span: shifted(key.span(), offset),
                value: Value::of(value.get_ref(), offset),
                span: shifted(value.span(), offset),
            })
            .collect();
        entries.sort_by_key(|entry| entry.key_span.start);
        Self { entries }
    }

    /// The entries in the order of the file.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of that key.
    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// E140 for every key that is neither known nor expected of a later version.
    pub(crate) fn refuse_unknown(&self, known: &[&str], later: &[&str], report: &mut Report) {
        let is_unknown = |entry: &&Entry| !known.contains(&entry.key.as_str()) && !later.contains(&entry.key.as_str());
        for entry in self.entries.iter().filter(is_unknown) {
            let help = match nearest(&entry.key, known.iter().chain(later).copied()) {
                Some(known) => format!("write `{known}` if you meant that, or remove the line"),
                None => format!("remove the line, or use one of {}", known.join(", ")),
            };
            report.add(code::E140, entry.key_span.clone(), format!("the key {} is not known here", quote(&entry.key)), help);
        }
    }

    /// A plain text, or a date.
    pub(crate) fn text(&self, key: &str, report: &mut Report) -> Option<String> {
        self.value(key, "a text in quotes", report, |value| match value {
            Value::Text(text) => Some(text.trim().to_owned()),
            Value::Bare(date) if date.len() >= 10 && date.get(4..5) == Some("-") => Some(date.clone()),
            _ => None,
        })
    }

    /// True or false.
    pub(crate) fn flag(&self, key: &str, report: &mut Report) -> Option<bool> {
        self.value(key, "`true` or `false`", report, |value| match value {
            Value::Flag(flag) => Some(*flag),
            _ => None,
        })
    }

    /// A whole number of at least `least`.
    pub(crate) fn number(&self, key: &str, least: u32, report: &mut Report) -> Option<u32> {
        self.value(key, &format!("a whole number of at least {least}"), report, |value| match value {
            Value::Bare(digits) => digits.parse().ok().filter(|n| *n >= least),
            _ => None,
        })
    }

    /// A decimal within bounds.
    pub(crate) fn decimal(&self, key: &str, (least, most): (Exact, Exact), report: &mut Report) -> Option<Exact> {
        self.value(key, &format!("a number from {least} to {most}"), report, |value| match value {
            Value::Bare(digits) => digits.parse().ok().filter(|number| *number >= least && *number <= most),
            _ => None,
        })
    }

    /// A whole number of at least 1, or 0 for `"any"`.
    pub(crate) fn count(&self, key: &str, report: &mut Report) -> Option<u32> {
        self.value(key, "a whole number of at least 1, or `\"any\"`", report, |value| match value {
            Value::Bare(digits) => digits.parse().ok().filter(|n| *n >= 1),
            Value::Text(any) if any == "any" => Some(0),
            _ => None,
        })
    }

    /// A share between nothing and the whole, such as `"60%"` or `"1/3"`.
    pub(crate) fn share(&self, key: &str, report: &mut Report) -> Option<Share> {
        self.value(key, "a share from 0% to 100% in quotes, such as `\"60%\"` or `\"1/3\"`", report, |value| match value {
            Value::Text(text) => credit(text.trim()).filter(|share| (0..=share.parts().1).contains(&share.parts().0)),
            _ => None,
        })
    }

    /// One of the named things.
    pub(crate) fn choice<T: Copy>(&self, key: &str, named: &[(&str, T)], report: &mut Report) -> Option<T> {
        let names = named.iter().map(|(name, _)| format!("`\"{name}\"`")).collect::<Vec<_>>().join(" or ");
        self.value(key, &names, report, |value| match value {
            Value::Text(text) => named.iter().find(|(name, _)| name == text).map(|(_, thing)| *thing),
            _ => None,
        })
    }

    /// A list of texts, each with its place.
    pub(crate) fn texts(&self, key: &str, report: &mut Report) -> Option<Vec<(String, Range<usize>)>> {
        self.value(key, "a list of texts, such as `[\"one\", \"two\"]`", report, |value| match value {
            Value::List(values) => values
                .iter()
                .map(|(value, span)| match value {
                    Value::Text(text) => Some((text.clone(), span.clone())),
                    _ => None,
                })
                .collect(),
            _ => None,
        })
    }

    /// A table.
    pub(crate) fn table(&self, key: &str, report: &mut Report) -> Option<Table> {
        self.value(key, "a table, such as `{ title = \"...\" }`", report, |value| match value {
            Value::Table(table) => Some(table.clone()),
            _ => None,
        })
    }

    fn value<T>(&self, key: &str, wanted: &str, report: &mut Report, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let entry = self.get(key)?;
        let value = read(&entry.value);
        if value.is_none() {
            let written = quote(report.source.slice(entry.span.clone()));
            report.add(code::E141, entry.span.clone(), format!("{written} is no value for {}", quote(key)), format!("write {wanted}"));
        }
        value
    }
}

impl Value {
    fn of(value: &DeValue, offset: usize) -> Self {
        match value {
            DeValue::String(text) => Self::Text(text.to_string()),
            DeValue::Integer(number) => Self::Bare(number.as_str().to_owned()),
            DeValue::Float(number) => Self::Bare(number.as_str().to_owned()),
            DeValue::Boolean(flag) => Self::Flag(*flag),
            DeValue::Datetime(date) => Self::Bare(date.to_string()),
            DeValue::Array(values) => {
                Self::List(values.iter().map(|value| (Self::of(value.get_ref(), offset), shifted(value.span(), offset))).collect())
            }
            DeValue::Table(table) => Self::Table(Table::of(table, offset)),
        }
    }
}

fn shifted(span: Range<usize>, offset: usize) -> Range<usize> {
    span.start + offset..span.end + offset
}

//! Words with their slots filled, each as a function of what it is about.

use super::Words;
use crate::words::{fill, form};

impl Words {
    /// A word with slots, each with what takes its place.
    pub fn say(&self, word: &str, slots: &[(&str, &str)]) -> String {
        fill(word, slots)
    }

    /// A word with the slot `n`, a whole number, in the form for that number.
    pub fn count(&self, word: &str, count: i64) -> String {
        fill(form(self.language, word, count.unsigned_abs()), &[("n", &number(count))])
    }

    /// How many decisions, and how long they take: about a minute each.
    pub fn length(&self, decisions: usize) -> String {
        let count = number(decisions as i64);
        fill(form(self.language, self.length, decisions as u64), &[("n", &count), ("time", &count)])
    }

    /// A percentage.
    pub fn percent(&self, percent: i64) -> String {
        self.count(self.percent, percent)
    }

    /// A turn by its number, counted from 0; `name` is what the author calls one.
    pub fn turn(&self, name: &str, turn: usize) -> String {
        fill(self.turn, &[("turn", &begun(name)), ("n", &number(turn as i64 + 1))])
    }

    /// A turn's place among all, counted from 0.
    pub fn position(&self, name: &str, turn: usize, total: usize) -> String {
        fill(self.position, &[("turn", &begun(name)), ("n", &number(turn as i64 + 1)), ("total", &number(total as i64))])
    }

    /// A change in whole points as words: up, down or as before.
    pub fn change(&self, points: i64) -> String {
        match points {
            0 => self.steady.to_owned(),
            1.. => self.count(self.up, points),
            _ => self.count(self.down, -points),
        }
    }

    /// A cause with the change it made, in whole points.
    pub fn because(&self, cause: &str, points: i64) -> String {
        fill(self.because, &[("cause", cause), ("change", &self.change(points))])
    }

    /// A number as the language writes it.
    pub fn figure(&self, figure: &str) -> String {
        figure.replace('.', self.decimal)
    }
}

/// A whole number in digits, with a true minus.
fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    if number < 0 { format!("\u{2212}{digits}") } else { digits }
}

/// A name with a capital in front, for the start of a sentence. Only plain letters: tables of capitals are kilobytes.
fn begun(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

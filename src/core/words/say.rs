//! Words with their slots filled, each as a function of what it is about.

use super::{Words, fill, form};
use crate::number::{Decimal, MARK};
use crate::quiz::{Tally, Verdict};

/// A whole number in digits.
fn digits(number: u64) -> String {
    Decimal::hundredths(100 * i64::try_from(number).unwrap_or_default()).to_string()
}

impl Words {
    /// A word whose slot `n` is a count, in the form for that count.
    pub fn count(&self, word: &str, count: u64) -> String {
        fill(form(self.language, word, count), &[("n", &digits(count))])
    }

    /// A word with the slots `n` and `total`.
    pub fn of_total(&self, word: &str, number: usize, total: usize) -> String {
        fill(word, &[("n", &digits(number as u64)), ("total", &digits(total as u64))])
    }

    /// A word with the slots `n` and `total`, in the form for `total`.
    pub fn of_count(&self, word: &str, number: usize, total: usize) -> String {
        self.of_total(form(self.language, word, total as u64), number, total)
    }

    /// A whole number.
    pub fn number(&self, number: u64) -> String {
        digits(number)
    }

    /// A word with one slot that takes words.
    pub fn about(&self, word: &str, slot: &str, words: &str) -> String {
        fill(word, &[(slot, words)])
    }

    /// A percentage.
    pub fn percent(&self, percent: i64) -> String {
        self.count(self.percent, u64::try_from(percent).unwrap_or_default())
    }

    /// How many to choose.
    pub fn choose_count(&self, count: usize) -> String {
        self.count(self.choose_count, count as u64)
    }

    /// A thing and where it stands now.
    pub fn moved(&self, thing: &str, number: usize, total: usize) -> String {
        fill(&self.of_total(self.moved, number, total), &[("thing", thing)])
    }

    /// A thing and what it was put with.
    pub fn matched(&self, thing: &str, target: &str) -> String {
        fill(self.matched, &[("thing", thing), ("target", target)])
    }

    /// Place in the round, how many there are, and the round, counted from 0.
    pub fn position(&self, number: usize, total: usize, round: u32) -> String {
        self.in_round(self.of_total(self.position, number, total), round)
    }

    /// Place in the round where the path may differ: at most so many more. The round is counted from 0.
    pub fn position_open(&self, number: usize, left: usize, round: u32) -> String {
        let word = form(self.language, self.position_open, left as u64);
        self.in_round(fill(word, &[("n", &digits(number as u64)), ("left", &digits(left as u64))]), round)
    }

    fn in_round(&self, position: String, round: u32) -> String {
        match round {
            0 => position,
            round => fill(self.position_round, &[("position", &position), ("n", &digits(u64::from(round) + 1))]),
        }
    }

    /// The name of the button for the next hint, with what it costs in percent of the mark.
    pub fn hint(&self, number: u32, total: u32, cost: i64) -> String {
        let word = if cost == 0 { self.hint } else { self.hint_cost };
        fill(&self.of_total(word, number as usize, total as usize), &[("cost", &self.percent(cost))])
    }

    /// What is announced when a hint appears; the focus stays on the button.
    pub fn hint_shown(&self, number: u32) -> String {
        self.count(self.hint_shown, number.into())
    }

    /// The heading of a hint.
    pub fn hint_title(&self, number: u32) -> String {
        self.count(self.hint_title, number.into())
    }

    /// A verdict.
    pub fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Right => self.right,
            Verdict::Partly => self.partly,
            Verdict::Wrong => self.wrong,
        }
    }

    /// How many tries are left, at least one.
    pub fn tries_left(&self, left: u32) -> String {
        self.count(self.tries_left, left.into())
    }

    /// A rule with a cost in percent.
    pub fn cost(&self, word: &str, percent: i64) -> String {
        fill(word, &[("cost", &self.percent(percent))])
    }

    /// A decimal as the language writes it.
    pub fn decimal(&self, decimal: Decimal) -> String {
        decimal.to_string().replace('.', self.decimal)
    }

    fn earned(&self, word: &str, tally: Tally) -> String {
        let (earned, total) = (Decimal::hundredths(tally.earned_hundredths()), Decimal::hundredths(tally.possible_hundredths()));
        fill(word, &[("earned", &self.decimal(earned)), ("total", &self.decimal(total))])
    }

    /// A figure as a sentence.
    pub fn sentence(&self, figure: &str) -> String {
        fill(self.score, &[("points", figure)])
    }

    /// The points as a sentence, for the heading of the result.
    pub fn score(&self, tally: Tally) -> String {
        self.sentence(&self.points(tally))
    }

    /// Points earned of points possible, with the noun.
    pub fn points(&self, tally: Tally) -> String {
        let whole = tally.possible % (100 * MARK) == 0;
        // A number with a decimal mark takes the form for all other numbers.
        let count = if whole { tally.possible / (100 * MARK) } else { 100 };
        self.earned(form(self.language, self.points_of, count.unsigned_abs()), tally)
    }

    /// Points earned of points possible, for a table.
    pub fn points_of(&self, tally: Tally) -> String {
        self.earned(self.of, tally)
    }

    /// Whether the pass mark, in percent, was reached.
    pub fn passed(&self, percent: i64) -> String {
        fill(self.passed, &[("n", &self.percent(percent))])
    }

    /// Whether the pass mark, in percent, was missed.
    pub fn not_passed(&self, percent: i64) -> String {
        fill(self.not_passed, &[("n", &self.percent(percent))])
    }

    /// The points after a retry; the round is counted from 0.
    pub fn after_retry(&self, round: u32, tally: Tally) -> String {
        fill(self.after_retry, &[("n", &digits(u64::from(round) + 1)), ("points", &self.points(tally))])
    }

    /// The heading of a part of the review.
    pub fn review_group(&self, verdict: Verdict, count: usize) -> String {
        let word = match verdict {
            Verdict::Wrong => self.group_wrong,
            Verdict::Partly => self.group_partly,
            Verdict::Right => self.group_right,
        };
        self.count(word, count as u64)
    }

    /// The points of one item and the hints it took.
    pub fn mark(&self, tally: Tally, hints: u32) -> String {
        match hints {
            0 => self.points(tally),
            hints => fill(&self.count(self.with_hints, hints.into()), &[("points", &self.points(tally))]),
        }
    }
}

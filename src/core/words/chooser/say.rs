//! Words with their slots filled, each as a function of what it is about.

use super::Words;
use crate::chooser::bundle::Report;
use crate::chooser::journal::Course;
use crate::words::{fill, form};

impl Words {
    /// A word with one slot.
    pub fn about(&self, word: &str, slot: &str, value: &str) -> String {
        fill(word, &[(slot, value)])
    }

    /// A word with slots, each with what takes its place.
    pub fn say(&self, word: &str, slots: &[(&str, &str)]) -> String {
        fill(word, slots)
    }

    /// A word with the slot `n`, in the form for that number.
    pub fn count(&self, word: &str, count: usize) -> String {
        let digits = count.to_string();
        fill(form(self.language, word, count as u64), &[("n", &digits)])
    }

    /// A day as readers write it; `iso` is `2026-11-27`. What is no such day stays as it is.
    pub fn day(&self, iso: &str) -> String {
        let parts = (iso.get(..4), iso.get(5..7).and_then(|month| month.parse::<usize>().ok()), iso.get(8..10));
        let (Some(year), Some(month), Some(day)) = parts else { return iso.to_owned() };
        let Some(month) = month.checked_sub(1).and_then(|at| self.months.split('|').nth(at)) else { return iso.to_owned() };
        fill(self.date, &[("month", month), ("day", day.trim_start_matches('0')), ("year", year)])
    }

    /// Several names as one: "a, b and c".
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => fill(self.and, &[("rest", &rest.join(", ")), ("last", last)]),
        }
    }

    /// What the page is told at a level.
    pub fn told(&self, level: Report) -> &'static str {
        match level {
            Report::Nothing => self.told_nothing,
            Report::Completed => self.told_completed,
            Report::Choice => self.told_choice,
            Report::Answers => self.told_answers,
        }
    }

    /// What a reader makes of the experiment.
    pub fn course(&self, course: Course) -> &'static str {
        match course {
            Course::Keep => self.keep,
            Course::Change => self.adapt,
            Course::Stop => self.stop,
        }
    }

    /// The four checks of decisional conflict.
    pub fn four_checks(&self) -> [&'static str; 4] {
        [self.check_clear, self.check_informed, self.check_values, self.check_support]
    }

    /// How much something matters, 0 to 4.
    pub fn ratings(&self) -> [&'static str; 5] {
        [self.matters_not, self.matters_little, self.matters_between, self.matters_lot, self.matters_most]
    }

    /// How sure a gut is, 1 to 4.
    pub fn sureness(&self) -> [&'static str; 4] {
        [self.sure_hunch, self.sure_little, self.sure_fairly, self.sure_very]
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH;

    #[test]
    fn days_and_lists_read_as_sentences() {
        assert_eq!(ENGLISH.day("2026-03-07"), "March 7, 2026");
        assert_eq!(ENGLISH.day("soon"), "soon");
        assert_eq!(ENGLISH.list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(ENGLISH.count(ENGLISH.too_early, 1), "Too early to say: 1 more answer is needed.");
    }
}

//! Every word of the interface, in one typed table per language: a language that lacks a string does not compile.

use waypost_core::number::Decimal;
use waypost_core::quiz::{Tally, Verdict};

/// The words of one language. Slots are function arguments, so that each language orders and inflects as it must.
#[allow(missing_docs, reason = "each entry is named after what the reader sees")]
pub struct Strings {
    pub choose_one: &'static str,
    pub choose_all: &'static str,
    pub choose_count: fn(count: usize) -> String,
    pub choose_first: &'static str,
    /// Place in the round, how many there are, and the round, counted from 0.
    pub position: fn(number: usize, total: usize, round: u32) -> String,
    pub welcome_back: fn(number: usize, total: usize) -> String,
    pub welcome_back_result: &'static str,
    pub check: &'static str,
    pub check_again: &'static str,
    pub show_answer: &'static str,
    /// Which hint, how many there are, and what it costs in percent of the mark.
    pub hint: fn(number: u32, total: u32, cost: i64) -> String,
    pub no_more_hints: &'static str,
    pub hint_shown: fn(number: u32) -> String,
    pub hint_title: fn(number: u32) -> String,
    pub back: &'static str,
    pub skip: &'static str,
    pub next: &'static str,
    pub see_result: &'static str,
    pub feedback: &'static str,
    pub verdict: fn(Verdict) -> &'static str,
    pub answer_shown: &'static str,
    pub tries_left: fn(left: u32) -> String,
    pub your_answer: &'static str,
    pub correct_answer: &'static str,
    pub your_correct_answer: &'static str,
    pub not_part: &'static str,
    pub other_options: &'static str,
    pub answer_and_why: &'static str,
    pub penalty_rule: fn(percent: i64) -> String,
    pub penalty_rule_many: &'static str,
    pub score: fn(Tally) -> String,
    pub percent: fn(percent: i64) -> String,
    pub passed: fn(percent: i64) -> String,
    pub not_passed: fn(percent: i64) -> String,
    pub after_retry: fn(rounds: u32, Tally) -> String,
    pub by_section: &'static str,
    pub part: &'static str,
    pub share_earned: &'static str,
    pub points: &'static str,
    pub points_of: fn(Tally) -> String,
    pub retry_wrong: &'static str,
    pub retry_all: &'static str,
    pub start_again: &'static str,
    pub review: &'static str,
    pub review_group: fn(Verdict, count: usize) -> String,
    pub not_answered: &'static str,
    pub mark: fn(Tally, hints: u32) -> String,
    pub all_questions: &'static str,
    pub saved_on_device: &'static str,
    pub saved_in_memory: &'static str,
    pub not_saved: &'static str,
    pub made_with: &'static str,
}

/// The words for a language, English where there are none.
pub fn of(_lang: &str) -> &'static Strings {
    &ENGLISH
}

/// What is announced when a hint appears; the focus stays on the button.
pub fn hint_shown(number: u32) -> String {
    (ENGLISH.hint_shown)(number)
}

/// English.
pub static ENGLISH: Strings = Strings {
    choose_one: "Choose one",
    choose_all: "Choose all that apply",
    choose_count: |count| format!("Choose {count}"),
    choose_first: "Choose an answer first, then check it.",
    position: |number, total, round| match round {
        0 => format!("Question {number} of {total}"),
        1 => format!("Question {number} of {total}, second round"),
        2 => format!("Question {number} of {total}, third round"),
        more => format!("Question {number} of {total}, round {}", more + 1),
    },
    welcome_back: |number, total| format!("Welcome back: question {number} of {total}"),
    welcome_back_result: "Welcome back: here is your result",
    check: "Check",
    check_again: "Check again",
    show_answer: "Show the answer",
    hint: |number, total, cost| match cost {
        0 => format!("Hint {number} of {total}"),
        cost => format!("Hint {number} of {total}, costs {cost}%"),
    },
    no_more_hints: "No more hints",
    hint_shown: |number| format!("Hint {number} shown"),
    hint_title: |number| format!("Hint {number}"),
    back: "Back",
    skip: "Skip",
    next: "Next",
    see_result: "See the result",
    feedback: "Feedback",
    verdict: |verdict| match verdict {
        Verdict::Right => "Right",
        Verdict::Partly => "Partly right",
        Verdict::Wrong => "Not quite",
    },
    answer_shown: "The answer",
    tries_left: |left| match left {
        1 => "You have one more try.".into(),
        left => format!("You have {left} more tries."),
    },
    your_answer: "Your answer",
    correct_answer: "Correct answer",
    your_correct_answer: "Your answer, correct",
    not_part: "Not part of the answer",
    other_options: "What about the other options?",
    answer_and_why: "Answer and why",
    penalty_rule: |percent| format!("A wrong answer costs {percent}% of the question's points; a skipped question costs nothing."),
    penalty_rule_many: "Wrong choices can cost points; a skipped question costs nothing.",
    score: |tally| format!("{}.", counted(tally)),
    percent: |percent| format!("{percent}%."),
    passed: |percent| format!("Passed: the pass mark is {percent}%."),
    not_passed: |percent| format!("Not passed yet: the pass mark is {percent}%."),
    after_retry: |rounds, tally| match rounds {
        1 => format!("After the second round: {}.", counted(tally)),
        2 => format!("After the third round: {}.", counted(tally)),
        more => format!("After round {}: {}.", more + 1, counted(tally)),
    },
    by_section: "How each part went",
    part: "Part",
    share_earned: "Share earned",
    points: "Points",
    points_of: |tally| {
        format!("{} of {}", Decimal::hundredths(tally.earned_hundredths()), Decimal::hundredths(tally.possible_hundredths()))
    },
    retry_wrong: "Try the wrong ones again",
    retry_all: "Try again",
    start_again: "Start again",
    review: "Question by question",
    review_group: |verdict, count| match verdict {
        Verdict::Wrong => format!("Look at these first ({count})"),
        Verdict::Partly => format!("Partly right ({count})"),
        Verdict::Right => format!("Right ({count})"),
    },
    not_answered: "Not answered",
    mark: |tally, hints| match hints {
        0 => counted(tally),
        1 => format!("{}, one hint used", counted(tally)),
        hints => format!("{}, {hints} hints used", counted(tally)),
    },
    all_questions: "The other questions",
    saved_on_device: "Saved on this device",
    saved_in_memory: "Not saved: this page may not store anything",
    not_saved: "Not saved: storing your answers failed",
    made_with: "Made with Waypost",
};

fn counted(tally: Tally) -> String {
    let noun = if tally.possible_hundredths() == 100 { "point" } else { "points" };
    format!("{} of {} {noun}", Decimal::hundredths(tally.earned_hundredths()), Decimal::hundredths(tally.possible_hundredths()))
}

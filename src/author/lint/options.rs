//! How many options there are, and whether they differ: W107 to W110.

use super::Question;
use crate::code;
use crate::lex::nearest::distance;
use crate::report::{Report, quote};
use waypost_core::bundle::{Key, Standing};

/// More options than this are seldom worth writing: three good ones suffice (Rodriguez, Educational Measurement 24(2), 2005).
const MANY: usize = 5;

/// How many characters a text needs to be compared. Shorter ones are often alike by nature: "May", "Day"; longer ones take too long.
const COMPARED: std::ops::Range<usize> = 8..500;

pub(super) fn lint(question: &Question, report: &mut Report) {
    let (item, task) = (question.item, question.task);
    if item.standing == Standing::Marked && task.options.iter().all(|option| option.key == Key::Wrong) {
        let help = "put an `x` into the box of the right option: `- [x] `";
        report.add(code::W107, item.heading.clone(), "no option of this question is marked as right", help);
    }
    if task.options.len() == 1 {
        report.add(code::W108, item.heading.clone(), "this question has one option only", "add a second option");
    }
    if let Some(option) = task.options.get(MANY) {
        let message = format!("this question has {} options", task.options.len());
        report.add(code::W110, option.span.clone(), message, "keep the three to five that readers really choose between");
    }
    near_duplicates(question, report);
}

fn near_duplicates(question: &Question, report: &mut Report) {
    let lengths: Vec<usize> = question.options.iter().map(|worded| worded.normal.chars().count()).collect();
    for (at, (worded, length)) in question.options.iter().zip(&lengths).enumerate() {
        let mut earlier = question.options.iter().zip(&lengths).take(at);
        let comparable = |other: &usize| COMPARED.contains(length.min(other)) && length.abs_diff(*other) <= 2;
        let Some((twin, _)) = earlier.find(|(twin, other)| comparable(other) && is_near(&twin.normal, &worded.normal)) else { continue };
        let message = format!("this option is nearly the same as {}", quote(&twin.plain));
        report.add(code::W109, worded.option.span.clone(), message, "say what makes the difference, or remove one of the two");
    }
}

/// Two letters apart at most. Texts that differ in their numbers differ on purpose.
fn is_near(a: &str, b: &str) -> bool {
    let same_numbers = a.bytes().filter(u8::is_ascii_digit).eq(b.bytes().filter(u8::is_ascii_digit));
    a != b && same_numbers && distance(a, b) <= 2
}

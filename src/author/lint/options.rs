//! How many options there are, and whether they differ: W107 to W110.

use super::normal;
use crate::code;
use crate::document::{ChoiceTask, Item};
use crate::lex::nearest::distance;
use crate::report::{Report, quote};
use waypost_core::bundle::{Key, Standing};
use waypost_core::text::plain;

/// More options than this are seldom worth writing: three good ones suffice (Rodriguez, Educational Measurement 24(2), 2005).
const MANY: usize = 5;

/// How many characters a text needs to be compared. Shorter ones are often alike by nature: "May", "Day"; longer ones take too long.
const COMPARED: std::ops::Range<usize> = 8..500;

pub(super) fn lint(item: &Item, task: &ChoiceTask, report: &mut Report) {
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
    near_duplicates(task, report);
}

fn near_duplicates(task: &ChoiceTask, report: &mut Report) {
    let texts: Vec<String> = task.options.iter().map(|option| normal(&plain(&option.text))).collect();
    for (at, (option, text)) in task.options.iter().zip(&texts).enumerate() {
        let Some(twin) = texts.iter().take(at).position(|earlier| is_near(earlier, text)).and_then(|twin| task.options.get(twin)) else {
            continue;
        };
        let message = format!("this option is nearly the same as {}", quote(&plain(&twin.text)));
        report.add(code::W109, option.span.clone(), message, "say what makes the difference, or remove one of the two");
    }
}

/// Two letters apart at most. Texts that differ in their numbers differ on purpose.
fn is_near(a: &str, b: &str) -> bool {
    let length = |text: &str| text.chars().count();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let comparable = COMPARED.contains(&length(a).min(length(b))) && length(a).abs_diff(length(b)) <= 2;
    comparable && a != b && digits(a) == digits(b) && distance(a, b) <= 2
}

//! What readers learn from an answer: W106 options without feedback, W122 no explanation, W123 a hint that gives the answer away.

use super::{Question, normal};
use crate::code;
use crate::document::{ChoiceOption, ChoiceTask, Item};
use crate::report::{Report, quote};
use waypost_core::bundle::Key;
use waypost_core::text::plain;

/// Keys shorter than this are found in hints by accident.
const TELLING: usize = 4;

pub(super) fn lint(questions: &[Question], report: &mut Report) {
    let all = || questions.iter().flat_map(|question| &question.task.options);
    let explained = all().filter(|option| is_explained(option)).count();
    let summary = format!("{explained} of {} options of the file are explained", all().count());
    for question in questions {
        missing_feedback(question.task, &summary, report);
        missing_explanation(question.item, question.task, report);
        telling_hints(question, report);
    }
}

fn is_explained(option: &ChoiceOption) -> bool {
    option.feedback.is_some() || option.reason.is_some()
}

fn missing_feedback(task: &ChoiceTask, summary: &str, report: &mut Report) {
    let silent: Vec<&ChoiceOption> = task.options.iter().filter(|option| !is_explained(option)).collect();
    if let Some(first) = silent.first() {
        let count = format!("{} of {} options have no feedback ({summary})", silent.len(), task.options.len());
        report.add(
            code::W106,
            first.span.clone(),
            count,
            "add below the option an indented line with `> ` that says why it is right or wrong",
        );
    }
}

fn missing_explanation(item: &Item, task: &ChoiceTask, report: &mut Report) {
    let mut keys = task.options.iter().filter(|option| option.key == Key::Right).peekable();
    if item.explanation.is_none() && keys.peek().is_some() && !keys.any(is_explained) {
        let help = "add below the options `> [!NOTE]` and a line with `> ` that says why the right answer is right";
        report.add(code::W122, item.heading.clone(), "nothing explains the answer to this question", help);
    }
}

fn telling_hints(question: &Question, report: &mut Report) {
    for hint in &question.item.hints {
        let words = spaced(&plain(&hint.text));
        let told = question.options.iter().filter(|worded| worded.option.key == Key::Right).find(|worded| {
            let key = spaced(&worded.plain);
            key.trim().chars().count() >= TELLING && words.contains(&key)
        });
        if let Some(key) = told {
            let message = format!("this hint contains the right answer {}", quote(&key.plain));
            report.add(code::W123, hint.span.clone(), message, "point to a way of thinking instead of the answer");
        }
    }
}

/// The words with one blank before, between and after them.
fn spaced(text: &str) -> String {
    let words = normal(text);
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

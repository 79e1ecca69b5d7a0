//! Answers that readers type: `= ` lines below the question, or options that begin with `= `.

use super::choice;
use super::entry::{self, Nesting};
use super::ids::{self, Given};
use super::setting;
use crate::code;
use crate::document::{OtherTask, Part, PartName, Prose, Task};
use crate::lex::answer::answer;
use crate::lex::attributes::{Attributes, read};
use crate::lex::braces::{Tail, tail};
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::tree::{Entry, Tick};
use std::ops::Range;
use waypost_core::bundle::{Accepted, Answers, Interaction, Key, Matches};
use waypost_core::id::OptionId;

/// An answer, not yet named.
pub(super) struct Written {
    given: Given,
    accepted: Accepted,
    feedback: Option<Prose>,
    reason: Option<Prose>,
    span: Range<usize>,
}

/// Whether a text is one of answers.
pub(super) fn is_answer(text: &str) -> bool {
    text.starts_with("= ")
}

/// Whether an entry is an answer behind its box.
pub(super) fn is_answer_entry(entry: &Entry, report: &Report) -> bool {
    entry.nodes.first().is_some_and(|first| is_answer(report.source.slice(first.span.clone())))
}

/// The answers of a paragraph, one on each line.
pub(super) fn lines(paragraph: Range<usize>, report: &mut Report) -> Vec<Written> {
    let mut at = paragraph.start;
    let mut found = Vec::new();
    let source = report.source;
    for line in source.slice(paragraph).split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let span = start..start + line.trim().len();
        let (attributes, inside) = match tail(source.text(), span.clone()) {
            Tail::Groups(groups) => (read(Place::Answer, &groups, report), span.start..groups.span.start),
            _ => (Attributes::default(), span.clone()),
        };
        found.extend(one(inside, &attributes, Key::Right, span, report));
    }
    found
}

/// The answers of a task list: `- [x] = 7`.
pub(super) fn entries(entries: Vec<Entry>, report: &mut Report) -> Vec<Written> {
    let mut found = Vec::new();
    for mut entry in entries {
        let tick = choice::tick(&mut entry, report);
        let words = entry::words(entry, Place::Answer, Nesting::None, report);
        let inside = match (words.line.first(), words.line.last()) {
            (Some(first), Some(last)) => first.span.start..last.span.end,
            _ => words.span.clone(),
        };
        let key = if tick == Tick::Set { Key::Right } else { Key::Wrong };
        if let Some(written) = one(inside, &words.attributes, key, words.span.clone(), report) {
            found.push(Written { feedback: words.feedback, reason: words.reason, ..written });
        }
    }
    found
}

/// An answer from its source bytes: `= ` and what it accepts.
fn one(inside: Range<usize>, attributes: &Attributes, key: Key, span: Range<usize>, report: &mut Report) -> Option<Written> {
    let source = report.source;
    let text = source.slice(inside.clone()).trim_end();
    let matches = text.strip_prefix('=').and_then(answer);
    let Some(matches) = matches else {
        refuse(text, inside.start..inside.start + text.len(), report);
        return None;
    };
    let accepted = Accepted {
        credit: attributes.credit.as_ref().map(|(share, _)| *share),
        typos: setting::typos(attributes, report),
        ..Accepted::new(OptionId::from(""), matches, key)
    };
    Some(Written { given: attributes.id.clone(), accepted, feedback: None, reason: None, span })
}

/// E154.
pub(super) fn refuse(text: &str, span: Range<usize>, report: &mut Report) {
    report.add(
        code::E154,
        span,
        format!("{} is not an answer", quote(text)),
        "write `= \"a text in quotes\"`, `= 3.14`, `= 3.14 +- 0.01`, `= 6..8`, or `= *` for anything else",
    );
}

/// Whether an answer is a number; `None` for `= *`, which is at home with both.
pub(super) fn is_number(matches: &Matches) -> Option<bool> {
    match matches {
        Matches::Near(..) | Matches::Percent(..) | Matches::Range(..) => Some(true),
        Matches::Text(_) => Some(false),
        Matches::Rest => None,
    }
}

/// Names the answers and puts them together. `numbers` says what they have to be; by default what the first one is.
pub(super) fn answers(
    mut written: Vec<Written>,
    numbers: Option<bool>,
    attributes: &Attributes,
    report: &mut Report,
) -> (Answers, Vec<Part>, bool) {
    let numbers = numbers.or_else(|| written.iter().find_map(|answer| is_number(&answer.accepted.matches))).unwrap_or(false);
    let last = written.len().saturating_sub(1);
    for (at, answer) in written.iter().enumerate() {
        if is_number(&answer.accepted.matches).is_some_and(|number| number != numbers) {
            let (what, help) = match numbers {
                true => ("this answer is a text, where a number is asked for", "write a number, or move it into a question of its own"),
                false => ("this answer is a number, where a text is asked for", "put it in quotes, or move it into a question of its own"),
            };
            report.add(code::E154, answer.span.clone(), what, help);
        }
        if answer.accepted.matches == Matches::Rest && at < last {
            report.add(code::E154, answer.span.clone(), "`= *` stands before other answers and takes everything", "move it to the end");
        }
    }
    let given = written.iter_mut().map(|answer| answer.given.take()).collect();
    let ids = ids::name_options(given, report);
    let (mut accepted, mut parts) = (Vec::new(), Vec::new());
    for (answer, id) in written.into_iter().zip(ids) {
        parts.push(Part {
            name: PartName::Option(id.clone()),
            text: Vec::new(),
            feedback: answer.feedback,
            reason: answer.reason,
            span: answer.span,
        });
        accepted.push(Accepted { id, ..answer.accepted });
    }
    let mut answers = Answers {
        answers: accepted,
        compare: setting::compare(attributes, report).unwrap_or_default(),
        typos: setting::typos(attributes, report).unwrap_or_default(),
        unit: attributes.get("unit").map(|(unit, _)| unit.to_owned()).unwrap_or_default(),
    };
    answers.normalize();
    (answers, parts, numbers)
}

/// A number or a text.
pub(super) fn task(written: Vec<Written>, attributes: &Attributes, heading: &Range<usize>, report: &mut Report) -> Task {
    let numbers = attributes.get("type").map(|(written, _)| written == "number");
    let only_wrong = !written.is_empty() && written.iter().all(|answer| answer.accepted.key == Key::Wrong);
    if only_wrong || (numbers.is_some() && written.is_empty()) {
        report.lacks(
            code::E155,
            heading.clone(),
            "this question has no right answer",
            "add a line such as `= 7` or `= \"a text\"` below it, or put an `x` into the box of the right one",
        );
    }
    let (answers, parts, numbers) = answers(written, numbers, attributes, report);
    let interaction = if numbers { Interaction::Number(answers) } else { Interaction::Text(answers) };
    Task::Other(OtherTask { interaction, parts })
}

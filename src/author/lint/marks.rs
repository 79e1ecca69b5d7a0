//! What can be earned without knowing: W121 true/false balance, W126 guessing, W127 a second key; W115 and W124 fields that ask too much.

use super::Question;
use super::question::line;
use super::text::count;
use crate::code;
use crate::document::{ChoiceTask, Document, Item, Takes, Task};
use crate::report::{Report, quote};
use waypost_core::bundle::{self, Answers, Field, Interaction, Key, Marking, Matches, Policy};
use waypost_core::journal::Response;
use waypost_core::number::MARK;
use waypost_core::quiz::marking;

/// More options than this are not tried out in every combination.
const TRIED: usize = 10;

/// The share of a mark that guessing may earn, in percent.
const GUESSED: i64 = 40;

/// With fewer true/false questions than this, a side says nothing.
const JUDGED: usize = 6;

/// Words in an answer that readers can be expected to type exactly.
const TYPED: usize = 3;

pub(super) fn lint(document: &Document, questions: &[Question], report: &mut Report) {
    for question in questions.iter().filter(|question| (2..=TRIED).contains(&question.options.len())) {
        earned(question, &document.header.policy, report);
    }
    balance(questions, report);
    for item in &document.items {
        let Task::Other(task) = &item.task else { continue };
        if matches!(task.interaction, Interaction::Info {}) && line(&item.stem).trim_end().ends_with('?') {
            let help = "add a list of options, an answer line `= ...`, or `type=reflect`; or end the heading without a question mark";
            report.add(code::W115, item.heading.clone(), "this asks a question, and there is nothing to answer with", help);
        }
        answers(&task.interaction).into_iter().for_each(|answers| fragile(item, answers, report));
    }
}

/// What every possible answer earns.
fn earned(question: &Question, policy: &Policy, report: &mut Report) {
    let (item, task) = (question.item, question.task);
    if !item.is_marked() || task.options.iter().all(|option| option.key == Key::Wrong) {
        return;
    }
    let all = 0..1u32 << task.options.len();
    let possible = all.filter(|chosen| task.takes == Takes::Multi || chosen.count_ones() == 1);
    let mark = |chosen: u32| (chosen, marking::mark(question.compiled, policy, &response(task, chosen)));
    let marks: Vec<(u32, i64)> = possible.map(mark).collect();
    second_key(task, &marks, report);
    // Between two options, one in two is what the author asked for.
    if task.options.len() == 2 && task.takes != Takes::Multi {
        return;
    }
    let blind = |count: u32| {
        let of_count = || marks.iter().filter(|(chosen, _)| chosen.count_ones() == count);
        of_count().map(|(_, mark)| mark).sum::<i64>() / i64::try_from(of_count().count()).unwrap_or(1).max(1)
    };
    let best = (0..=u32::try_from(task.options.len()).unwrap_or_default()).map(blind).max().unwrap_or_default();
    let percent = best * 100 / MARK;
    if percent > GUESSED {
        let help = match task.marking {
            Marking::Each => "write `marking=net` behind the question, which takes wrong choices off, or `marking=all`",
            Marking::Weights => "give wrong options a negative credit, or write `marking=net` behind the question",
            _ => "lower the credits of wrong options",
        };
        report.add(code::W126, item.heading.clone(), format!("guessing earns {percent} % of this question on average"), help);
    }
}

fn second_key(task: &ChoiceTask, marks: &[(u32, i64)], report: &mut Report) {
    let is_key = |chosen: u32| match task.takes {
        // Each option marked right is an accepted answer.
        Takes::Single | Takes::Tf => task.options.get(chosen.trailing_zeros() as usize).is_some_and(|option| option.key == Key::Right),
        Takes::Multi => (0..).zip(&task.options).all(|(at, option): (u32, _)| (chosen >> at & 1 == 1) == (option.key == Key::Right)),
    };
    let Some((second, _)) = marks.iter().find(|(chosen, mark)| *mark == MARK && !is_key(*chosen)) else { return };
    let names: Vec<String> =
        (0..).zip(&task.options).filter(|(at, _)| second >> at & 1 == 1).map(|(_, option)| option.id.to_string()).collect();
    let wrong = (0..).zip(&task.options).find(|(at, option): &(u32, _)| second >> at & 1 == 1 && option.key == Key::Wrong);
    let place = wrong.map(|(_, option)| option).or(task.options.first());
    if let Some(place) = place {
        let message = format!("choosing {} earns the full mark, and is not the right answer", quote(&names.join(", ")));
        report.add(code::W127, place.span.clone(), message, "lower the credits, so that only the right answer adds up to 100%");
    }
}

fn response(task: &ChoiceTask, chosen: u32) -> Response {
    let ids = (0..).zip(&task.options).filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, option): (u32, _)| option.id.clone());
    Response::Options(ids.collect())
}

fn balance(questions: &[Question], report: &mut Report) {
    let judged: Vec<(&Item, bool)> = questions
        .iter()
        .filter(|question| question.task.takes == Takes::Tf)
        .map(|Question { item, task, .. }| (*item, task.options.first().is_some_and(|first| first.key == Key::Right)))
        .collect();
    let first = judged.iter().filter(|(_, first)| *first).count();
    let most = first.max(judged.len() - first);
    if let Some((item, _)) = judged.first().filter(|_| judged.len() >= JUDGED && most * 10 > judged.len() * 7) {
        let message = format!("{most} of {} statements have their answer on the same side", judged.len());
        report.add(
            code::W121,
            item.heading.clone(),
            message,
            "turn some statements around, until both sides are about equally often right",
        );
    }
}

/// The typed answers of an item, each field on its own.
fn answers(interaction: &Interaction) -> Vec<&Answers> {
    match interaction {
        Interaction::Text(answers) => vec![answers],
        Interaction::Cloze(cloze) => cloze.blanks.iter().filter_map(typed).collect(),
        _ => Vec::new(),
    }
}

fn typed(blank: &bundle::Blank) -> Option<&Answers> {
    match &blank.field {
        Field::Text(answers) => Some(answers),
        Field::Number(_) | Field::Choice(_) => None,
    }
}

fn fragile(item: &Item, answers: &Answers, report: &mut Report) {
    let mut accepted = answers.answers.iter().filter(|answer| answer.key == Key::Right);
    let (Some(only), None) = (accepted.next(), accepted.next()) else { return };
    let Matches::Text(text) = &only.matches else { return };
    if count(text) > TYPED && !text.contains('*') && only.typos.unwrap_or(answers.typos) == 0 {
        let message = format!("only {} is accepted, typed without a slip", quote(text));
        report.add(code::W124, item.heading.clone(), message, "add `typos=1`, another accepted answer, or `*` where any words may stand");
    }
}

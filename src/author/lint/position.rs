//! The right option stands too often in one place: W105.

use super::{Question, statistics};
use crate::code;
use crate::document::{Item, Takes};
use crate::report::Report;
use std::collections::BTreeMap;
use waypost_core::bundle::{Key, Order};

/// With fewer questions than this, chance explains a lot.
const QUESTIONS: usize = 8;

/// How unlikely chance has to be before it is ruled out.
const CHANCE: f64 = 0.05;

fn is_placed(question: &Question) -> bool {
    question.task.takes == Takes::Single && question.task.order == Order::Fixed
}

/// Questions with one right option in the order of the file, compared among those with equally many options.
pub(super) fn lint(questions: &[Question], report: &mut Report) {
    let mut groups: BTreeMap<usize, Vec<(&Item, usize)>> = BTreeMap::new();
    for Question { item, task, .. } in questions.iter().filter(|question| is_placed(question)) {
        let mut keys = task.options.iter().enumerate().filter(|(_, option)| option.key == Key::Right);
        if let (Some((place, _)), None) = (keys.next(), keys.next()) {
            groups.entry(task.options.len()).or_default().push((item, place));
        }
    }
    for (options, group) in groups.into_iter().filter(|(options, group)| *options > 1 && group.len() >= QUESTIONS) {
        let counts: Vec<usize> = (0..options).map(|place| group.iter().filter(|(_, at)| *at == place).count()).collect();
        let most = counts.iter().max().copied().unwrap_or_default();
        let place = counts.iter().position(|count| *count == most).unwrap_or_default();
        let Some((first, _)) = group.iter().find(|(_, at)| *at == place) else { continue };
        if statistics::departs_from_uniform(&counts, CHANCE) {
            report.add(
                code::W105,
                first.heading.clone(),
                format!("in {most} of {} questions with {options} options the right one is number {}", group.len(), place + 1),
                "move right options to other places, or write `shuffle_options = true` in the header",
            );
        }
    }
}

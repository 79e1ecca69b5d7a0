//! What others may hear of a chooser: no more than author and reader agreed to, never a gut, a score, or a concern of the reader's own.

use super::bundle::{Chooser, Report};
use super::deliberation::Deliberation;
use super::journal::Action;
use crate::event::{Data, Event};
use crate::id::ItemId;
use crate::journal::{Entry, Via};

/// The events of one entry: `before` and `after` are the states around it, `seq` its position in the journal.
pub fn events(chooser: &Chooser, before: &Deliberation, entry: &Entry<Action>, after: &Deliberation, seq: u64) -> Vec<Event> {
    let may = |level: Report| after.report >= level;
    let data = match &entry.action {
        _ if entry.via == Via::Import || before == after => None,
        Action::Start { .. } if before.id.is_empty() => may(Report::Completed).then_some(Data::Started {}),
        Action::Start { .. } => may(Report::Completed).then_some(Data::Restarted {}),
        Action::Reveal {} if before.revealed.is_none() => may(Report::Completed).then_some(Data::Reached {}),
        Action::Choose { choice } => {
            let named = |choice: &Option<ItemId>| choice.as_ref().map_or("undecided", |id| id.as_str()).to_owned();
            may(Report::Choice)
                .then(|| Data::Decided { track: named(choice), was: before.choices.last().map(|chosen| named(&chosen.choice)) })
        }
        Action::Pair { pair, answer, .. } => {
            may(Report::Answers).then(|| Data::Said { item: pair.clone(), answers: answer.iter().map(u32::to_string).collect() })
        }
        Action::Answer { question, options } => {
            may(Report::Answers).then(|| Data::Said { item: question.clone(), answers: options.iter().map(|id| id.0.clone()).collect() })
        }
        _ => None,
    };
    data.into_iter().map(|data| Event::of(chooser, entry, &after.id, seq, data)).collect()
}

//! What an answer to a request means for the events in it.

use super::pause::{Pause, backoff};
use super::{Command, Flight, HOUR, Millis, Outbox, SECOND};

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A status, and for how many seconds the receiver asked to be left alone.
    Status(u32, Option<u32>),
    /// Nothing: no network, or 20 s without a word. The request may have arrived all the same.
    Silence,
}

/// What follows from an answer.
enum Verdict {
    /// The receiver has every event of the request.
    Delivered,
    /// The receiver refuses the request as a whole; which of its events is the reason is not known.
    Refused(u32),
    /// The receiver wants to know who asks.
    Locked,
    /// Another time perhaps; `busy` receivers want no other request meanwhile either.
    Later { busy: bool },
}

/// 409 means that an id is there already. Of a single event that is all one wants to know; in a batch it says nothing about the others.
fn verdict(answer: Answer, is_single: bool) -> Verdict {
    match answer {
        Answer::Status(200..=299, _) => Verdict::Delivered,
        Answer::Status(409, _) if is_single => Verdict::Delivered,
        Answer::Status(401 | 403, _) => Verdict::Locked,
        Answer::Status(429 | 503, _) => Verdict::Later { busy: true },
        Answer::Status(status @ 400..=499, _) if !matches!(status, 408 | 425) => Verdict::Refused(status),
        _ => Verdict::Later { busy: false },
    }
}

/// Takes in the answer to a request. One to an unknown number is of a page that was put aside and came back: it says nothing.
pub(super) fn settle(outbox: &mut Outbox, number: u32, answer: Answer, now: Millis, commands: &mut Vec<Command>) {
    let Some(at) = outbox.flights.iter().position(|flight| flight.number == number) else { return };
    let Flight { sink, ids, .. } = outbox.flights.remove(at);
    match verdict(answer, ids.len() == 1) {
        Verdict::Delivered => {
            outbox.kept.retain(|kept| kept.record.sink != sink || !ids.contains(&kept.record.id));
            commands.push(Command::Forget { sink, ids });
        }
        Verdict::Refused(status) if ids.len() == 1 => keep(outbox, &sink, &ids, commands, |record| record.parked = Some(status)),
        Verdict::Refused(_) => {
            let half = ids.len().div_ceil(2);
            for id in &ids {
                if let Some(at) = outbox.position(&sink, id) {
                    outbox.kept[at].most = half;
                }
            }
        }
        Verdict::Locked => outbox.pauses.insert(sink, Pause::Locked),
        Verdict::Later { busy } => {
            let asked = match answer {
                Answer::Status(_, Some(seconds)) => (Millis::from(seconds) * SECOND).min(HOUR),
                _ => 0,
            };
            let tries = ids.iter().filter_map(|id| outbox.position(&sink, id)).map(|at| outbox.kept[at].record.tries).max().unwrap_or(0);
            let next = now + backoff(ids.first().map_or("", String::as_str), tries).max(asked);
            keep(outbox, &sink, &ids, commands, |record| (record.tries, record.next) = (record.tries + 1, next));
            if busy {
                outbox.pauses.insert(sink, Pause::Until(next));
            }
        }
    }
}

/// Changes the records of a request that are still there, here and on the device.
fn keep(outbox: &mut Outbox, sink: &str, ids: &[String], commands: &mut Vec<Command>, change: impl Fn(&mut super::Record)) {
    let mut changed = Vec::new();
    for kept in outbox.kept.iter_mut().filter(|kept| kept.record.sink == sink && ids.contains(&kept.record.id)) {
        change(&mut kept.record);
        changed.push(kept.record.clone());
    }
    commands.push(Command::Keep(changed));
}

//! Which events go into the next request.

use super::pause::Pause;
use super::{Command, Flight, Kept, Millis, Outbox, Record};

/// Starts one request to every receiver that has none under way and may have one, and asks to be woken for the others.
pub(super) fn send(outbox: &mut Outbox, now: Millis, commands: &mut Vec<Command>) {
    let mut wake = Vec::new();
    for sink in sinks(outbox) {
        if outbox.flights.iter().any(|flight| flight.sink == sink && !flight.keepalive) {
            continue;
        }
        let from = match outbox.pauses.get(&sink) {
            Some(Pause::Locked) => continue,
            Some(Pause::Until(end)) => (*end).max(outbox.quiet),
            None => outbox.quiet,
        };
        if from > now {
            wake.push(from);
            continue;
        }
        let ids = take(outbox, &sink, outbox.limits.bytes, |record| record.next <= now);
        if ids.is_empty() {
            wake.extend(outbox.kept.iter().filter(|kept| is_queued(kept, &sink)).map(|kept| kept.record.next).filter(|next| *next > now));
        } else {
            commands.push(launch(outbox, sink, ids, false));
        }
    }
    if let Some(at) = wake.into_iter().min() {
        commands.push(Command::Wake { at });
    }
}

/// The one request that a browser still takes along when the page goes away, with the oldest events of the first receiver that may
/// have them. What is under way goes along again: the browser gives up on it.
pub(super) fn last(outbox: &mut Outbox) -> Option<Command> {
    let sink = sinks(outbox).into_iter().find(|sink| outbox.pauses.get(sink).is_none())?;
    let ids = take(outbox, &sink, outbox.limits.leaving, |_| true);
    let bytes: usize =
        outbox.kept.iter().filter(|kept| kept.record.sink == sink && ids.contains(&kept.record.id)).map(|kept| kept.record.bytes).sum();
    if ids.is_empty() || bytes > outbox.limits.leaving { None } else { Some(launch(outbox, sink, ids, true)) }
}

/// The receivers that something waits for, the longest wait first.
fn sinks(outbox: &Outbox) -> Vec<String> {
    let mut sinks: Vec<String> = Vec::new();
    for Kept { record, .. } in outbox.kept.iter().filter(|kept| kept.record.parked.is_none()) {
        if !sinks.contains(&record.sink) {
            sinks.push(record.sink.clone());
        }
    }
    sinks
}

fn is_queued(kept: &Kept, sink: &str) -> bool {
    kept.record.sink == sink && kept.record.parked.is_none()
}

/// The oldest events for a receiver that fit into a request. An event that is not due holds up the later ones of its journal.
fn take(outbox: &Outbox, sink: &str, bytes: usize, is_due: impl Fn(&Record) -> bool) -> Vec<String> {
    let (mut ids, mut held) = (Vec::new(), Vec::new());
    let (mut most, mut room) = (outbox.limits.events, bytes);
    for Kept { record, most: own } in outbox.kept.iter().filter(|kept| is_queued(kept, sink)) {
        if held.contains(&&record.journal) {
            continue;
        }
        if !is_due(record) {
            held.push(&record.journal);
            continue;
        }
        most = most.min(*own);
        if ids.len() >= most || record.bytes > room && !ids.is_empty() {
            break;
        }
        room = room.saturating_sub(record.bytes);
        ids.push(record.id.clone());
    }
    ids
}

/// Notes a request under the smallest free number.
fn launch(outbox: &mut Outbox, sink: String, ids: Vec<String>, keepalive: bool) -> Command {
    let flight = (0..).find(|number| outbox.flights.iter().all(|flight| flight.number != *number)).unwrap_or_default();
    outbox.flights.push(Flight { number: flight, sink: sink.clone(), ids: ids.clone(), keepalive });
    Command::Send { flight, sink, ids, keepalive }
}

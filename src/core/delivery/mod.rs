//! Delivery: decides when what waits in the outbox is sent, and what each answer means. Sending is at least once; ids make it once.
//!
//! The machine does nothing itself. Whoever runs it keeps the records on the device, makes the requests and tells it what came of them:
//!
//! | state | where | left by |
//! |---|---|---|
//! | queued | a record in the outbox | a request takes it along |
//! | in flight | here only | its answer; where the page dies the record is still queued |
//! | parked | a record that says why | [`Input::Again`] |
//! | delivered | nowhere: [`Command::Forget`] | - |
//!
//! Several pages may run a machine on one outbox without knowing of each other. They send some events twice then; a receiver that
//! keeps one event per id does not notice. `tests/delivery.rs` searches every interleaving of two such pages.

mod answer;
mod batch;
mod pause;
mod wire;

pub use answer::Answer;
pub use wire::talk;

use crate::table::Table;
use pause::Pause;

/// Milliseconds.
pub type Millis = i64;

/// One second.
const SECOND: Millis = 1000;
/// One hour.
const HOUR: Millis = 3_600_000;

/// How much one request takes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Limits {
    /// Events.
    pub events: usize,
    /// Bytes of their bodies together. One event alone may be longer.
    pub bytes: usize,
    /// The same while the page goes away: browsers then take 64 KiB, headers included.
    pub leaving: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { events: 50, bytes: 256 * 1024, leaving: 60 * 1024 }
    }
}

/// An event that waits to be delivered to one receiver. Its body is kept apart and never changes: receivers compare.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// The event's id.
    pub id: String,
    /// The receiver's address, see [`crate::bundle::Webhook`]; the machine only compares it.
    pub sink: String,
    /// The journal it came from: the order of the outbox holds within one, and what waits is counted by it.
    pub journal: String,
    /// Length of the body.
    pub bytes: usize,
    /// How often it was sent in vain.
    pub tries: u32,
    /// Not to be sent before this time, in milliseconds since 1970.
    pub next: Millis,
    /// The status with which the receiver refused it for good.
    pub parked: Option<u32>,
}

/// What the machine is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// All that the outbox on this device holds now, oldest first, whoever put it there. Told at the start, after each new record, when
    /// the time has come that [`Command::Wake`] asked for, and when the network is back or the page is looked at again.
    Found(Vec<Record>),
    /// A request was answered, or nothing came of it.
    Answered {
        /// Its number, see [`Command::Send`].
        flight: u32,
        /// What came.
        answer: Answer,
    },
    /// The page goes away: one last request.
    Leaving,
    /// The reader wants another attempt at everything, also at what was refused.
    Again,
    /// A receiver that asked for credentials may be tried with new ones.
    Credential {
        /// Which receiver.
        sink: String,
    },
}

/// What the machine wants done, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Send these events in one request, in this order. Answer within 20 s with [`Input::Answered`].
    Send {
        /// The request's number; used again once it is answered.
        flight: u32,
        /// The receiver.
        sink: String,
        /// The events.
        ids: Vec<String>,
        /// Whether the request has to outlive the page.
        keepalive: bool,
    },
    /// Delivered: delete the records.
    Forget {
        /// The receiver.
        sink: String,
        /// The events.
        ids: Vec<String>,
    },
    /// Write down what changed in these records, where they still exist: another page may have delivered them meanwhile.
    Keep(Vec<Record>),
    /// Look into the outbox at this time.
    Wake {
        /// Milliseconds since 1970.
        at: Millis,
    },
    /// Tell the reader of a journal's widget.
    Show {
        /// The journal.
        journal: String,
        /// How its events stand.
        standing: Standing,
    },
}

/// How the events of one journal stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Standing {
    /// On their way or waiting for a better time.
    pub waiting: usize,
    /// Refused.
    pub parked: usize,
}

/// A record with what only this page remembers of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Kept {
    record: Record,
    /// How many events a request with this one may hold: halved each time a receiver refuses the whole request.
    most: usize,
}

/// A request without an answer yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Flight {
    number: u32,
    sink: String,
    ids: Vec<String>,
    keepalive: bool,
}

/// The outbox as one page sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Outbox {
    limits: Limits,
    kept: Vec<Kept>,
    flights: Vec<Flight>,
    pauses: Table<String, Pause>,
    /// No request before this time: answers come in bursts, so the first one after a while waits a second for company.
    quiet: Millis,
}

impl Outbox {
    /// An empty outbox with limits of its own.
    pub fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// How the events of a journal stand.
    pub fn standing(&self, journal: &str) -> Standing {
        let mut standing = Standing::default();
        for kept in self.kept.iter().filter(|kept| kept.record.journal == journal) {
            match kept.record.parked {
                None => standing.waiting += 1,
                Some(_) => standing.parked += 1,
            }
        }
        standing
    }

    fn standings(&self) -> Table<String, Standing> {
        let mut standings = Table::default();
        for kept in &self.kept {
            standings.insert(kept.record.journal.clone(), self.standing(&kept.record.journal));
        }
        standings
    }

    /// What the device holds is the truth; only what this page learned of a record's company stays. A page sends nothing that it has
    /// not found there: between its own answers may be another page's, which have to go first.
    fn found(&mut self, records: Vec<Record>, now: Millis) {
        let known = std::mem::take(&mut self.kept);
        let is_idle = known.iter().all(|kept| kept.record.parked.is_some());
        for mut record in records {
            // A clock that was set back would make the record wait for years.
            record.next = if record.next > now + HOUR { now } else { record.next };
            let twin = known.iter().find(|kept| kept.record.sink == record.sink && kept.record.id == record.id);
            if is_idle && record.parked.is_none() {
                self.quiet = now + SECOND;
            }
            let most = twin.map_or(self.limits.events, |kept| kept.most);
            if self.position(&record.sink, &record.id).is_none() {
                self.kept.push(Kept { record, most });
            }
        }
    }

    fn again(&mut self, commands: &mut Vec<Command>) {
        self.pauses = Table::default();
        let mut changed = Vec::new();
        for Kept { record, .. } in &mut self.kept {
            if record.parked.is_some() || record.tries > 0 {
                *record = Record { tries: 0, next: 0, parked: None, ..record.clone() };
                changed.push(record.clone());
            }
        }
        if !changed.is_empty() {
            commands.push(Command::Keep(changed));
        }
    }

    fn position(&self, sink: &str, id: &str) -> Option<usize> {
        self.kept.iter().position(|kept| kept.record.sink == sink && kept.record.id == id)
    }
}

/// Tells the machine what happened at `now`, in milliseconds since 1970, and returns what to do about it.
pub fn step(outbox: &mut Outbox, input: Input, now: Millis) -> Vec<Command> {
    let before = outbox.standings();
    let mut commands = Vec::new();
    let is_leaving = input == Input::Leaving;
    match input {
        Input::Found(records) => outbox.found(records, now),
        Input::Answered { flight, answer } => answer::settle(outbox, flight, answer, now, &mut commands),
        Input::Again => outbox.again(&mut commands),
        Input::Credential { sink } => outbox.pauses.remove(&sink),
        Input::Leaving => {}
    }
    if is_leaving {
        commands.extend(batch::last(outbox));
    } else {
        batch::send(outbox, now, &mut commands);
    }
    for (journal, _) in outbox.standings().iter().chain(before.iter()) {
        let standing = outbox.standing(journal);
        let show = Command::Show { journal: journal.clone(), standing };
        if before.get(journal) != Some(&standing) && !commands.contains(&show) {
            commands.push(show);
        }
    }
    commands
}

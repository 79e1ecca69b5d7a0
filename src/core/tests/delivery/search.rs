//! Everything that can happen to three events: two pages work on one outbox without any lock, the receiver refuses one of the events,
//! pages die, requests and answers get lost, requests arrive after the page that made them is gone. Each state is visited once.
//!
//! The receiver keeps one copy per id. A request with an id that it has is either taken or refused whole (409); one with the refused event
//! is refused whole (400). Both are what a learning record store may do.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use waypost_core::delivery::{Answer, Command, Input, Limits, Outbox, Record, step};

const EVENTS: usize = 3;
const PAGES: usize = 2;
const SINK: &str = "s";

/// A rule that somebody might get wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    ConflictOfABatchIsSuccess,
    RefusalParksTheBatch,
    DeletedBeforeItIsSent,
    DroppedWhenTheReceiverFails,
    IdMintedWhenSent,
    ParkedWhenTheAnswerIsLost,
}

/// A request on its way, or its answer on the way back.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Travelling {
    flight: u32,
    batch: Vec<usize>,
    answer: Option<Answer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
struct State {
    /// The outbox on the device.
    disk: Vec<Record>,
    /// What a page has shown as sent.
    shown: [bool; EVENTS],
    /// How many answers the reader has given.
    made: usize,
    /// Copies at the receiver.
    stored: [u8; EVENTS],
    pages: [(Outbox, Vec<Travelling>); PAGES],
    /// Requests that outlived their page.
    orphans: Vec<Vec<usize>>,
    deaths: u8,
    faults: u8,
}

struct World {
    limits: Limits,
    refused: usize,
    wrong: Option<Wrong>,
    /// Pages forget everything when nothing is under way, as if they were loaded anew: far fewer states.
    forgets: bool,
}

impl World {
    fn start(&self, deaths: u8, faults: u8) -> State {
        let page = || (Outbox::new(self.limits), Vec::new());
        State { pages: [page(), page()], deaths, faults, ..State::default() }
    }

    /// Time goes on with the faults only, so that states stay few: by more than any pause for what is due, never for what just failed.
    fn now(&self, state: &State) -> i64 {
        10_000_000 * (10 - i64::from(state.faults))
    }

    /// When any pause is over.
    fn later(&self, state: &State) -> i64 {
        self.now(state) + 4_000_000
    }

    /// What the receiver may answer, with what it has afterwards.
    fn answers(&self, stored: [u8; EVENTS], batch: &[usize]) -> Vec<([u8; EVENTS], u32)> {
        if batch.contains(&self.refused) {
            return vec![(stored, 400)];
        }
        let mints = self.wrong == Some(Wrong::IdMintedWhenSent);
        let mut after = stored;
        for event in batch {
            after[*event] = if mints { stored[*event] + 1 } else { 1 };
        }
        let has_one = batch.iter().any(|event| stored[*event] > 0);
        if has_one && !mints { vec![(after, 200), (stored, 409)] } else { vec![(after, 200)] }
    }

    /// Tells a page's machine something and does what it wants.
    fn tell(&self, state: &mut State, page: usize, input: Input, now: i64) {
        let commands = step(&mut state.pages[page].0, input, now);
        for command in commands {
            match command {
                Command::Send { flight, ids, keepalive, .. } => {
                    let batch: Vec<usize> = ids.iter().map(|id| id.parse().unwrap()).collect();
                    if self.wrong == Some(Wrong::DeletedBeforeItIsSent) {
                        state.disk.retain(|record| !ids.contains(&record.id));
                    }
                    if keepalive {
                        state.orphans.push(batch);
                    } else {
                        state.pages[page].1.push(Travelling { flight, batch, answer: None });
                    }
                }
                Command::Forget { ids, .. } => {
                    state.disk.retain(|record| !ids.contains(&record.id));
                    for id in ids {
                        state.shown[id.parse::<usize>().unwrap()] = true;
                    }
                }
                Command::Keep(records) => {
                    for record in records {
                        if let Some(known) = state.disk.iter_mut().find(|known| known.id == record.id) {
                            *known = record;
                        }
                    }
                }
                Command::Wake { .. } | Command::Show { .. } => {}
            }
        }
    }

    /// An answer arrives at its page.
    fn settle(&self, state: &mut State, page: usize, number: usize) {
        let Travelling { flight, batch, answer } = state.pages[page].1.remove(number);
        let answer = answer.unwrap();
        let many = batch.len() > 1;
        let parks = |status| match self.wrong {
            Some(Wrong::RefusalParksTheBatch) => status == Answer::Status(400, None) && many,
            Some(Wrong::ParkedWhenTheAnswerIsLost) => status == Answer::Silence,
            _ => false,
        };
        // What failed waits from now on; any other answer comes when every wait is over.
        let now = if matches!(answer, Answer::Silence | Answer::Status(500, _)) { self.now(state) } else { self.later(state) };
        if parks(answer) {
            // As a machine with that rule would leave things: refused one by one.
            for record in state.disk.iter_mut().filter(|record| batch.contains(&record.id.parse().unwrap())) {
                record.parked = Some(400);
            }
            state.pages[page].0 = Outbox::new(self.limits);
            return;
        }
        let answer = match (self.wrong, answer) {
            (Some(Wrong::ConflictOfABatchIsSuccess), Answer::Status(409, _)) => Answer::Status(200, None),
            (Some(Wrong::DroppedWhenTheReceiverFails), Answer::Status(500, _)) => {
                state.disk.retain(|record| !batch.contains(&record.id.parse().unwrap()));
                Answer::Silence
            }
            (_, answer) => answer,
        };
        self.tell(state, page, Input::Answered { flight, answer }, now);
    }

    fn successors(&self, state: &State) -> Vec<State> {
        let mut all = Vec::new();
        let (now, later) = (self.now(state), self.later(state));
        if state.made < EVENTS {
            {
                let (mut next, page) = (state.clone(), state.made % PAGES);
                let record =
                    Record { id: next.made.to_string(), sink: SINK.into(), journal: "j".into(), bytes: 1, tries: 0, next: 0, parked: None };
                next.made += 1;
                next.disk.push(record);
                let disk = next.disk.clone();
                self.tell(&mut next, page, Input::Found(disk), now);
                all.push(next);
            }
        }
        for page in 0..PAGES {
            let mut looks = state.clone();
            for time in [now, later] {
                let disk = looks.disk.clone();
                self.tell(&mut looks, page, Input::Found(disk), time);
            }
            all.push(looks);

            for (number, request) in state.pages[page].1.iter().enumerate() {
                if request.answer.is_some() {
                    let mut next = state.clone();
                    self.settle(&mut next, page, number);
                    all.push(next);
                    continue;
                }
                for (stored, status) in self.answers(state.stored, &request.batch) {
                    let mut next = State { stored, ..state.clone() };
                    next.pages[page].1[number].answer = Some(Answer::Status(status, None));
                    if state.faults > 0 {
                        // It was taken in or refused, but the answer never arrives.
                        let mut lost = State { faults: state.faults - 1, ..next.clone() };
                        lost.pages[page].1[number].answer = Some(Answer::Silence);
                        all.push(lost);
                    }
                    all.push(next);
                }
                if state.faults > 0 {
                    // It never gets there.
                    let mut next = State { faults: state.faults - 1, ..state.clone() };
                    next.pages[page].1[number].answer = Some(Answer::Status(500, None));
                    all.push(next);
                }
            }
            if state.deaths > 0 {
                let mut killed = State { deaths: state.deaths - 1, ..state.clone() };
                killed.pages[page] = (Outbox::new(self.limits), Vec::new());
                all.push(killed.clone());
                // Closed rather than killed: a last request goes out, and an earlier one may still be on its way.
                let mut closed = State { deaths: state.deaths - 1, ..state.clone() };
                self.tell(&mut closed, page, Input::Leaving, now);
                let travelling = std::mem::replace(&mut closed.pages[page], (Outbox::new(self.limits), Vec::new())).1;
                closed.orphans.extend(travelling.into_iter().filter(|request| request.answer.is_none()).map(|request| request.batch));
                closed.orphans.sort();
                closed.orphans.dedup();
                all.push(closed);
            }
        }
        for orphan in 0..state.orphans.len() {
            let mut gone = state.clone();
            let batch = gone.orphans.remove(orphan);
            for (stored, _) in self.answers(state.stored, &batch) {
                all.push(State { stored, ..gone.clone() });
            }
            all.push(gone);
        }
        for (machine, _) in all.iter_mut().flat_map(|state| &mut state.pages).filter(|(_, requests)| self.forgets && requests.is_empty()) {
            *machine = Outbox::new(self.limits);
        }
        all
    }

    /// What is wrong with a state.
    fn broken(&self, state: &State) -> Vec<&'static str> {
        let mut found = Vec::new();
        for event in 0..state.made {
            let record = state.disk.iter().find(|record| record.id == event.to_string());
            let travels = state.pages.iter().any(|(_, requests)| requests.iter().any(|request| request.batch.contains(&event)));
            let stored = state.stored[event];
            if record.is_none() && stored == 0 && !travels {
                found.push("lost");
            }
            if state.shown[event] && stored == 0 {
                found.push("shown as sent, not stored");
            }
            if stored > 1 {
                found.push("stored twice");
            }
            if event != self.refused && record.is_some_and(|record| record.parked.is_some()) {
                found.push("good event parked");
            }
            if stored > 0 && (0..event).any(|earlier| earlier != self.refused && state.stored[earlier] == 0) {
                found.push("order broken");
            }
        }
        found
    }

    /// Everything delivered, the refused event parked, and the reader told so.
    fn is_done(&self, state: &State) -> bool {
        let parked = |event: usize| state.disk.iter().any(|record| record.id == event.to_string() && record.parked.is_some());
        state.made == EVENTS && (0..EVENTS).all(|event| if event == self.refused { parked(event) } else { state.shown[event] })
    }

    /// Visits every state; returns how many there are, from how many there is no way to the end without another fault, and what is broken.
    /// A state is known by its hash: among a million states two share one with a chance of 1 in 30 million.
    fn explore(&self, deaths: u8, faults: u8) -> (usize, usize, HashSet<&'static str>) {
        let start = self.start(deaths, faults);
        let mut number = HashMap::from([(hash(&start), 0)]);
        let mut queue = VecDeque::from([(0, start)]);
        let (mut before, mut done, mut found) = (vec![Vec::new()], Vec::new(), HashSet::new());
        while let Some((at, state)) = queue.pop_front() {
            if self.is_done(&state) {
                done.push(at);
            }
            for next in self.successors(&state) {
                let is_free = (next.deaths, next.faults) == (state.deaths, state.faults);
                let known = *number.entry(hash(&next)).or_insert_with(|| {
                    found.extend(self.broken(&next));
                    before.push(Vec::new());
                    queue.push_back((before.len() - 1, next));
                    before.len() - 1
                });
                if is_free && known != at {
                    before[known].push(at);
                }
            }
            assert!(before.len() < 3_000_000, "the search does not end");
        }
        let mut reached: HashSet<usize> = done.iter().copied().collect();
        while let Some(at) = done.pop() {
            done.extend(before[at].iter().copied().filter(|earlier| reached.insert(*earlier)));
        }
        (before.len(), before.len() - reached.len(), found)
    }
}

fn hash(state: &State) -> u64 {
    let mut hasher = DefaultHasher::new();
    state.hash(&mut hasher);
    hasher.finish()
}

fn world(events: usize, refused: usize, wrong: Option<Wrong>) -> World {
    World { limits: Limits { events, bytes: 100, leaving: 100 }, refused, wrong, forgets: true }
}

/// Explores and expects nothing broken; returns how many states there are.
fn is_sound(world: World, deaths: u8, faults: u8) -> usize {
    let (states, dead_ends, found) = world.explore(deaths, faults);
    let World { limits, refused, .. } = world;
    assert!(found.is_empty(), "event {refused} refused, {} a request: {found:?}", limits.events);
    assert_eq!(dead_ends, 0, "event {refused} refused, {} a request: {dead_ends} of {states} states lead nowhere", limits.events);
    states
}

#[test]
fn nothing_is_lost_doubled_out_of_order_or_wrongly_shown_as_sent_whatever_happens() {
    let states: usize = (0..EVENTS).map(|refused| is_sound(world(2, refused, None), 1, 0) + is_sound(world(2, refused, None), 0, 1)).sum();
    println!("{states} states of pages that forget");
    assert!(states > 10_000, "the search is too small to mean anything: {states} states");
}

#[test]
#[ignore = "takes three minutes: cargo test -p waypost-core --test delivery -- --ignored"]
fn the_same_holds_with_a_death_and_a_fault_together() {
    let states: usize = (0..EVENTS).map(|refused| is_sound(world(2, refused, None), 1, 1)).sum();
    println!("{states} states of pages that forget");
    assert!(states > 100_000, "the search is too small to mean anything: {states} states");
}

#[test]
fn the_same_holds_for_pages_that_remember_what_they_saw() {
    let states =
        is_sound(World { forgets: false, ..world(2, 1, None) }, 1, 0) + is_sound(World { forgets: false, ..world(3, 0, None) }, 0, 1);
    println!("{states} states of pages that remember");
    assert!(states > 10_000, "the search is too small to mean anything: {states} states");
}

#[test]
fn each_wrong_rule_is_caught() {
    for (wrong, expected) in [
        (Wrong::ConflictOfABatchIsSuccess, "shown as sent, not stored"),
        (Wrong::RefusalParksTheBatch, "good event parked"),
        (Wrong::DeletedBeforeItIsSent, "lost"),
        (Wrong::DroppedWhenTheReceiverFails, "lost"),
        (Wrong::IdMintedWhenSent, "stored twice"),
        (Wrong::ParkedWhenTheAnswerIsLost, "good event parked"),
    ] {
        let found: HashSet<_> = (0..EVENTS).flat_map(|refused| world(2, refused, Some(wrong)).explore(0, 1).2).collect();
        assert!(found.contains(expected), "{wrong:?}: found {found:?}");
    }
}

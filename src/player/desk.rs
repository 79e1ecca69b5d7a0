//! What the player of any kind works with: the journal's state in front of the reader, and the page behind it.

use super::{Host, Play};
use crate::ui::{Arrival, Saved};
use std::rc::Rc;
use waypost_core::event::{Data, Event};
use waypost_core::journal::{Entry, Via};
use waypost_core::write::Write;
use yew::AttrValue;

/// One widget at work.
pub struct Desk<K: Play> {
    /// The content.
    pub bundle: Rc<K::Bundle>,
    /// What follows from the journal.
    pub sitting: Rc<K::Sitting>,
    /// The page.
    pub host: Rc<dyn Host>,
    /// Makes DOM ids unique on the page.
    pub prefix: AttrValue,
    /// How the reader came.
    pub arrival: Arrival,
    /// How safe the answers are.
    pub saved: Saved,
    /// What the status region says, with a number that is new for each announcement.
    pub announcement: (u32, AttrValue),
    /// Where the focus goes once the view has changed.
    pub(super) focus: Option<&'static str>,
    /// How many entries the journal has.
    length: u64,
}

impl<K: Play> Desk<K> {
    /// A widget with its journal so far. The page is told what the last `untold` entries mean: they were made before the player was there.
    pub(super) fn new(bundle: Rc<K::Bundle>, entries: &[Entry<K::Action>], untold: usize, host: Rc<dyn Host>, prefix: AttrValue) -> Self {
        let (known, early) = entries.split_at(entries.len().saturating_sub(untold));
        let mut sitting = K::fold(&bundle, host.seed(), known);
        let mut owed = Vec::new();
        for (seq, entry) in (known.len() as u64..).zip(early) {
            let after = K::apply(&bundle, &sitting, entry);
            owed.extend(K::events(&bundle, &sitting, entry, &after, seq));
            sitting = after;
        }
        if !owed.is_empty() {
            host.owe(&owed.json().to_string());
        }
        emit(&*host, owed);
        let returned = K::has_moved_on(&sitting) || entries.iter().any(|entry| entry.via == Via::Player);
        Self {
            bundle,
            sitting: Rc::new(sitting),
            host,
            prefix,
            arrival: if returned { Arrival::Returned } else { Arrival::Fresh },
            saved: if entries.is_empty() { Saved::Nothing } else { Saved::Device },
            announcement: (0, AttrValue::default()),
            focus: None,
            length: entries.len() as u64,
        }
    }

    /// Writes actions into the journal; whether there were any. All are folded in before the first of them is written down: one that
    /// panics here never enters the journal.
    pub fn write(&mut self, actions: Vec<K::Action>) -> bool {
        let mut records = Vec::new();
        let mut told: Vec<Event> = Vec::new();
        for action in actions {
            let host = &self.host;
            let entry = Entry { id: host.uuid(), at: host.now(), ms: host.clock(), via: Via::Player, action };
            let after = K::apply(&self.bundle, &self.sitting, &entry);
            let events = K::events(&self.bundle, &self.sitting, &entry, &after, self.length);
            self.length += 1;
            let notice = K::notice(&self.bundle, &self.sitting, &entry.action, &after);
            self.heed(notice);
            self.sitting = Rc::new(after);
            records.push((entry.to_json(), events.json().to_string()));
            told.extend(events);
        }
        for (record, events) in &records {
            self.host.save(record, events);
        }
        emit(&*self.host, told);
        !records.is_empty()
    }

    /// Tells others of something that is in no journal.
    pub fn tell(&self, sitting: &str, data: Data) {
        let entry = Entry { id: self.host.uuid(), at: self.host.now(), ms: self.host.clock(), via: Via::Player, action: () };
        let events = vec![Event::of(&self.bundle, &entry, sitting, self.length, data)];
        self.host.owe(&events.json().to_string());
        emit(&*self.host, events);
    }

    fn heed(&mut self, notice: Notice) {
        self.focus = notice.focus.or(self.focus);
        if notice.settles {
            self.arrival = Arrival::Fresh;
        }
        self.announce(notice.words);
    }

    /// Says something through the status region; nothing for no words.
    pub fn announce(&mut self, words: String) {
        if !words.is_empty() {
            self.announcement = (self.announcement.0 + 1, words.into());
        }
    }

    /// Moves the focus to the first element that the selector finds, once the view has changed.
    pub fn focus(&mut self, selector: &'static str) {
        self.focus = Some(selector);
    }
}

/// What the reader is to notice of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Where the focus goes.
    pub focus: Option<&'static str>,
    /// What is announced.
    pub words: String,
    /// Whether the reader is at work now, and no longer just back.
    pub settles: bool,
}

fn emit(host: &dyn Host, events: Vec<Event>) {
    for event in events {
        host.emit(event.r#type, &event.json().to_string());
    }
}

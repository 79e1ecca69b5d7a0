//! Spaced review: the reader's journals of this origin, what is due in them, and the grades that go back there.

use crate::player::{Desk, Host, QuizPlay};
use std::rc::Rc;
use waypost_core::bundle::{Bundle, key};
use waypost_core::id::ItemId;
use waypost_core::journal::{self, Action, Entry, Via};
use waypost_core::json::{self, Json};
use waypost_core::quiz::review::{Deck, Learned, deck};
use waypost_core::quiz::{Phase, Sitting};
use waypost_core::text::{Block, Inline};
use waypost_core::time::date;

/// A review at work.
pub(super) struct Review {
    /// The widget before anything was due.
    own: Rc<Bundle>,
    learned: Vec<Learned>,
    deck: Deck,
}

impl Review {
    /// Puts what is due in front of the reader.
    pub(super) fn open(desk: &mut Desk<QuizPlay>, gathered: &str) -> Self {
        let own = desk.bundle.clone();
        let learned = read(gathered);
        let deck = deck(&own, &learned, today(&*desk.host));
        let review = Self { own, learned, deck };
        desk.bundle = Rc::new(review.bundle());
        desk.sitting = Rc::new(Sitting::new(&desk.bundle, desk.host.seed()));
        review
    }

    /// The next days, counted from 1970-01-01.
    pub(super) fn next(&self) -> &[i64] {
        &self.deck.next
    }

    /// Writes the grade of an answer into the journal of the quiz it comes from.
    pub(super) fn grade(&mut self, desk: &mut Desk<QuizPlay>, item: &ItemId) {
        let Some(card) = desk.bundle.item(item).filter(|card| desk.sitting.phase(&desk.bundle, card) == Phase::Closed) else { return };
        let Some(grade) = desk.sitting.grade(&desk.bundle, card) else { return };
        let Some((learned, name)) = self.deck.origin(item).and_then(|(quiz, name)| Some((self.learned.get_mut(*quiz)?, name))) else {
            return;
        };
        let host = &desk.host;
        let action = Action::Rate { item: name.clone(), grade: grade as u32 };
        let entry = Entry { id: host.uuid(), at: host.now(), ms: host.clock(), via: Via::Player, action };
        host.keep(&learned.name, &entry.to_json());
        learned.entries.push(entry);
        self.deck.next = deck(&self.own, &self.learned, today(&**host)).next;
        desk.bundle = Rc::new(self.bundle());
    }

    /// The deck's bundle, which says when the next day is.
    fn bundle(&self) -> Bundle {
        let mut bundle = self.deck.bundle.clone();
        let next = self.deck.next.first().map(|day| vec![Block::P(vec![Inline::Text(date(*day))])]);
        bundle.head.strings.insert(key::NEXT.to_owned(), next.unwrap_or_default());
        bundle
    }
}

fn today(host: &dyn Host) -> i64 {
    host.now() / 86_400_000
}

/// The quizzes among what was gathered.
fn read(gathered: &str) -> Vec<Learned> {
    let list = |json: Json| if let Json::List(list) = json { list } else { Vec::new() };
    let text = |json: Json| if let Json::Text(text) = json { Some(text) } else { None };
    let journals = json::parse(gathered).map(list).unwrap_or_default();
    let quiz = |journal: Json| {
        let mut texts = list(journal).into_iter().filter_map(text);
        let (name, bundle) = (texts.next()?, Bundle::from_json(&texts.next()?).ok()?);
        let records: Vec<String> = texts.collect();
        let entries = journal::read(records.iter().map(String::as_str)).entries;
        Some(Learned { name, bundle, entries })
    };
    journals.into_iter().filter_map(quiz).collect()
}

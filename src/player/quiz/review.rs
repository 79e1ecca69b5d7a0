//! Spaced review: the reader's journals of this origin, what is due in them, and the grades that go back there.

use super::{QuizPlay, Quizlike, Wish, answer, take_along, today, view};
use crate::player::{Desk, Notice, Play};
use crate::ui::quiz::Keep;
use std::rc::Rc;
use waypost_core::bundle::{Bundle, key};
use waypost_core::event::Event;
use waypost_core::id::ItemId;
use waypost_core::journal::{self, Action, Entry, Via};
use waypost_core::json::{self, Json};
use waypost_core::quiz::review::{Deck, Learned, deck};
use waypost_core::quiz::{Msg, Phase, Sitting};
use waypost_core::text::{Block, Inline};
use waypost_core::time::date;
use yew::prelude::*;

/// What only the page knows of a review: what is due, once the reader's journals are there.
pub struct ReviewPlay(Option<Review>);

/// A review at work.
struct Review {
    /// The widget before anything was due.
    own: Rc<Bundle>,
    learned: Vec<Learned>,
    deck: Deck,
}

impl Quizlike for ReviewPlay {}

impl Play for ReviewPlay {
    type Bundle = Bundle;
    type Action = Action;
    type Sitting = Sitting;
    type Msg = Wish;

    fn read(bundle: &str) -> Result<Bundle, String> {
        QuizPlay::read(bundle)
    }

    fn fold(bundle: &Bundle, seed: u32, entries: &[Entry]) -> Sitting {
        QuizPlay::fold(bundle, seed, entries)
    }

    fn apply(bundle: &Bundle, before: &Sitting, entry: &Entry) -> Sitting {
        QuizPlay::apply(bundle, before, entry)
    }

    fn events(bundle: &Bundle, before: &Sitting, entry: &Entry, after: &Sitting, seq: u64) -> Vec<Event> {
        QuizPlay::events(bundle, before, entry, after, seq)
    }

    fn notice(bundle: &Bundle, before: &Sitting, action: &Action, after: &Sitting) -> Notice {
        QuizPlay::notice(bundle, before, action, after)
    }

    fn has_moved_on(sitting: &Sitting) -> bool {
        QuizPlay::has_moved_on(sitting)
    }

    fn begin(desk: &mut Desk<Self>) -> Self {
        desk.host.gathered();
        Self(None)
    }

    fn act(&mut self, desk: &mut Desk<Self>, wish: Wish) -> bool {
        match wish {
            Wish::Quiz(msg) => {
                let item = if let Msg::Check(item) | Msg::GiveUp(item) = &msg { Some(item.clone()) } else { None };
                let changed = answer(desk, msg);
                if let (Some(review), Some(item)) = (&mut self.0, item) {
                    review.grade(desk, &item);
                }
                changed
            }
            // Nobody else's review can be opened.
            Wish::Keep(Keep::TakeIt) => false,
            Wish::Keep(keep) => take_along(desk, keep, self.0.as_ref().map_or(&[], |review| &review.deck.next)),
        }
    }

    /// Hears of what was gathered.
    fn tick(&mut self, desk: &mut Desk<Self>) -> bool {
        let gathered = if self.0.is_none() { desk.host.gathered() } else { String::new() };
        if gathered.is_empty() {
            return false;
        }
        self.0 = Some(Review::open(desk, &gathered));
        true
    }

    fn view(&self, desk: &Desk<Self>, on: Callback<Wish>) -> Html {
        view(desk, &desk.sitting, desk.arrival, 0, &on)
    }
}

impl Review {
    /// Puts what is due in front of the reader.
    fn open(desk: &mut Desk<ReviewPlay>, gathered: &str) -> Self {
        let own = desk.bundle.clone();
        let learned = read(gathered);
        let deck = deck(&own, &learned, today(&*desk.host));
        let review = Self { own, learned, deck };
        desk.bundle = Rc::new(review.bundle());
        desk.sitting = Rc::new(Sitting::new(&desk.bundle, desk.host.seed()));
        review
    }

    /// Writes the grade of an answer into the journal of the quiz it comes from.
    fn grade(&mut self, desk: &mut Desk<ReviewPlay>, item: &ItemId) {
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

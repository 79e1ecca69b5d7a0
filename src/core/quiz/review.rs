//! Spaced review across widgets: what a reader remembers of every quiz, and what is due today put together as one quiz.

use super::answer::Phase;
use super::schedule::{Grade, Last, Memory};
use super::sitting::Sitting;
use crate::bundle::{Bundle, Choice, Interaction, Item, Order, Policy, Retry, key};
use crate::id::ItemId;
use crate::journal::{Action, Entry};
use crate::table::Table;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// A quiz that the reader has been at.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// Where its journal is kept.
    pub name: String,
    /// Its content.
    pub bundle: Bundle,
    /// Its journal.
    pub entries: Vec<Entry>,
}

/// What is remembered of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// How well.
    pub memory: Memory,
    /// The day it was last asked, counted from 1970-01-01.
    pub day: i64,
    /// What that answer was like.
    pub last: Last,
}

impl Learned {
    /// What is remembered of each marked item, from its answers in the quiz and its grades in reviews. An answer to what has another key
    /// or kind by now says nothing.
    pub fn known(&self) -> Table<ItemId, Known> {
        let mut known = Table::default();
        let mut sitting = Sitting::new(&self.bundle, 0);
        for entry in &self.entries {
            sitting.apply(&self.bundle, entry);
            let day = entry.at.div_euclid(DAY);
            match &entry.action {
                Action::Commit { item, .. } | Action::Giveup { item } => self.answered(&sitting, item, day, &mut known),
                Action::Finish { .. } if sitting.round == 0 => {
                    let later = self.bundle.items.iter().filter(|item| !sitting.settles(&self.bundle, item));
                    later.for_each(|item| self.graded(&sitting, item, day, &mut known));
                }
                Action::Rate { item, grade } => {
                    if let (Some(_), Some(grade)) = (self.bundle.item(item), Grade::of(*grade)) {
                        learn(&mut known, item, grade, day, Last::Usual);
                    }
                }
                _ => {}
            }
        }
        known
    }

    fn answered(&self, sitting: &Sitting, item: &ItemId, day: i64, known: &mut Table<ItemId, Known>) {
        let Some(item) = self.bundle.item(item) else { return };
        if sitting.settles(&self.bundle, item) && sitting.phase(&self.bundle, item) == Phase::Closed {
            self.graded(sitting, item, day, known);
        }
    }

    fn graded(&self, sitting: &Sitting, item: &Item, day: i64, known: &mut Table<ItemId, Known>) {
        let of = sitting.answers.get(&item.id).and_then(|answer| answer.attempts.last()).and_then(|last| last.of.as_ref());
        let other =
            of.is_some_and(|of| !of.hashes.is_empty() && (&of.hashes.key, &of.hashes.shape) != (&item.hashes.key, &item.hashes.shape));
        let Some(grade) = sitting.grade(&self.bundle, item).filter(|_| !other) else { return };
        let sure = sitting.sure(&item.id) == Some(3) && grade == Grade::Again;
        learn(known, &item.id, grade, day, if sure { Last::SureAndWrong } else { Last::Usual });
    }

    /// The day each item should come again; nothing where the author offers no review.
    fn due(&self) -> Vec<(i64, ItemId)> {
        let Some(review) = &self.bundle.policy.review else { return Vec::new() };
        let again = |known: &Known| known.day + i64::from(known.memory.interval(review.max_days, known.last));
        self.known().iter().map(|(item, known)| (again(known), item.clone())).collect()
    }

    /// How many items were asked in reviews on a day.
    fn reviewed(&self, day: i64) -> usize {
        self.entries.iter().filter(|entry| matches!(entry.action, Action::Rate { .. }) && entry.at.div_euclid(DAY) == day).count()
    }
}

fn learn(known: &mut Table<ItemId, Known>, item: &ItemId, grade: Grade, day: i64, last: Last) {
    let memory = match known.get(item) {
        None => Memory::first(grade),
        Some(before) => before.memory.reviewed(grade, u32::try_from(day - before.day).unwrap_or_default()),
    };
    known.insert(item.clone(), Known { memory, day, last });
}

/// What is due, as a quiz of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// The review widget's bundle with the due items in it, most overdue first; their ids are `<number of the quiz>-<id>`.
    pub bundle: Bundle,
    /// From which quiz each of these items is, and what it is called there.
    pub cards: Vec<(usize, ItemId)>,
    /// The next days on which something will be due, at most three, earliest first, counted from 1970-01-01.
    pub next: Vec<i64>,
}

impl Deck {
    /// Where an item of the deck comes from.
    pub fn origin(&self, item: &ItemId) -> Option<&(usize, ItemId)> {
        let at = self.bundle.items.iter().position(|known| known.id == *item)?;
        self.cards.get(at)
    }
}

/// What is due `today`, at most as many items as the review widget takes in a day, less what was reviewed today already.
pub fn deck(own: &Bundle, learned: &[Learned], today: i64) -> Deck {
    let all = learned.iter().enumerate().flat_map(|(quiz, learned)| learned.due().into_iter().map(move |(day, item)| (day, quiz, item)));
    let (mut due, later): (Vec<_>, Vec<_>) = all.partition(|(day, ..)| *day <= today);
    due.sort();
    let most = own.policy.review.as_ref().map_or(0, |review| review.daily as usize);
    due.truncate(most.saturating_sub(learned.iter().map(|learned| learned.reviewed(today)).sum()));
    let days: Table<i64, ()> = later.iter().map(|(day, ..)| (*day, ())).collect();
    let mut bundle = own.clone();
    // Everything is said at once and asked once: a second try today would say little about tomorrow.
    bundle.policy = Policy { review: own.policy.review.clone(), retry: Retry::None, order: Order::Shuffled, ..Policy::default() };
    for (_, quiz, item) in &due {
        learned.get(*quiz).into_iter().for_each(|learned| add(&mut bundle, *quiz, &learned.bundle, item));
    }
    let cards = due.into_iter().map(|(_, quiz, item)| (quiz, item)).collect();
    Deck { bundle, cards, next: days.iter().map(|(day, ())| *day).take(3).collect() }
}

/// An item with all its words, under a name that no other quiz has. It leads nowhere, and what it is a part of stands above it.
fn add(deck: &mut Bundle, quiz: usize, from: &Bundle, id: &ItemId) {
    let Some(item) = from.item(id) else { return };
    let name = ItemId(format!("{quiz}-{id}"));
    for (key, text) in from.strings.iter() {
        if let Some(rest) = key.strip_prefix(id.as_str()).filter(|rest| rest.starts_with(['/', '.'])) {
            deck.head.strings.insert([name.as_str(), rest].concat(), text.clone());
        }
    }
    if let Some(whole) = &item.part_of {
        let words = [key::prompt(whole), key::body(whole), key::body(id)].iter().flat_map(|key| from.text(key).to_vec()).collect();
        deck.head.strings.insert(key::body(&name), words);
    }
    let mut card = Item { id: name, section: None, part_of: None, branches: Vec::new(), ..item.clone() };
    if let Interaction::Single(choices) | Interaction::Multi(choices) | Interaction::Tf(choices) = &mut card.interaction {
        choices.options.iter_mut().for_each(|option: &mut Choice| option.then = None);
    }
    deck.items.push(card);
}

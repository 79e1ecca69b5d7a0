//! Spaced review across quizzes: what is remembered follows from the journals, and what is due becomes one quiz.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

mod common;

use common::{Reader, item, policy, quiz, three};
use waypost_core::bundle::*;
use waypost_core::journal::{Action, Entry, Via};
use waypost_core::quiz::Msg;
use waypost_core::quiz::review::{Deck, Learned, deck};
use waypost_core::text::{Block, Inline};

/// The day on which readers of these tests answer, see [`common::entry`].
const DAY: i64 = 1_795_320_000_000 / 86_400_000;

fn offered(mut bundle: Bundle) -> Bundle {
    bundle.policy.review = Some(Review { daily: 10, max_days: 365, asks: Asks::Own });
    for item in bundle.items.clone() {
        let words = |text: String| vec![Block::P(vec![Inline::Text(text)])];
        bundle.head.strings.insert(key::prompt(&item.id), words(format!("What about {}?", item.id)));
        bundle.head.strings.insert(key::feedback(&item.id, &"a".into()), words(format!("Feedback on {}", item.id)));
    }
    bundle
}

fn own(daily: u32) -> Bundle {
    let mut own = quiz(Vec::new());
    own.policy.review = Some(Review { daily, max_days: 365, asks: Asks::Due });
    own
}

/// A reader who got the first item right, the second partly and has not met the third.
fn learned(name: &str) -> Learned {
    let mut reader = Reader::of(offered(three()));
    reader.answers("one", "b").does(Msg::Next).answers("two", "a");
    Learned { name: name.into(), bundle: reader.bundle.clone(), entries: reader.journal }
}

fn rate(item: &str, grade: u32, day: i64) -> Entry {
    let action = Action::Rate { item: item.into(), grade };
    Entry { id: format!("rate-{item}-{day}"), at: day * 86_400_000 + 5, ms: 0, via: Via::Player, action }
}

fn asked(deck: &Deck) -> Vec<&str> {
    deck.bundle.items.iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn what_was_answered_is_due_after_its_interval_and_what_was_not_met_never() {
    let all = [learned("quiz/")];
    assert_eq!(asked(&deck(&own(10), &all, DAY)), [""; 0]);
    assert_eq!(deck(&own(10), &all, DAY).next, [DAY + 1, DAY + 2]);
    assert_eq!(asked(&deck(&own(10), &all, DAY + 1)), ["0-two"]);
    assert_eq!(asked(&deck(&own(10), &all, DAY + 2)), ["0-two", "0-one"], "most overdue first");
}

#[test]
fn a_grade_given_in_a_review_moves_the_next_day_on() {
    let mut quiz = learned("quiz/");
    quiz.entries.push(rate("one", 3, DAY + 2));
    let all = [quiz];
    assert_eq!(asked(&deck(&own(10), &all, DAY + 2)), ["0-two"]);
    let known = all[0].known();
    let one = known.get::<waypost_core::id::ItemId>(&"one".into()).unwrap();
    assert_eq!((one.day, one.memory.interval(365, one.last) > 2), (DAY + 2, true));
    assert!(deck(&own(10), &all, DAY + 2).next[0] > DAY + 4);
}

#[test]
fn a_day_has_a_limit_over_all_quizzes_and_names_do_not_clash() {
    let all = [learned("one/"), learned("two/")];
    assert_eq!(asked(&deck(&own(10), &all, DAY + 9)), ["0-two", "1-two", "0-one", "1-one"]);
    assert_eq!(asked(&deck(&own(3), &all, DAY + 9)), ["0-two", "1-two", "0-one"]);
    let mut all = all;
    all[1].entries.push(rate("two", 1, DAY + 9));
    assert_eq!(asked(&deck(&own(3), &all, DAY + 9)), ["0-two", "0-one"], "one of three was asked today already");
    let cards = deck(&own(10), &all, DAY + 9);
    assert_eq!(cards.origin(&"1-one".into()), Some(&(1, "one".into())));
    assert_eq!(cards.origin(&"one".into()), None);
}

#[test]
fn cards_bring_their_words_and_lead_nowhere() {
    let mut bundle = offered(three());
    let mut part = item("part", Interaction::Tf(common::choices("x.", Marking::Credit)));
    part.part_of = Some("one".into());
    bundle.items.push(part);
    bundle.items[0].branches = vec![Branch { when: None, to: Target::End }];
    let mut reader = Reader::of(offered(bundle));
    reader.bundle.items[0].branches.clear();
    reader.answers("one", "b").does(Msg::Next).does(Msg::Next).does(Msg::Next).answers("part", "a");
    let all = [Learned { name: "quiz/".into(), bundle: reader.bundle.clone(), entries: reader.journal }];
    let cards = deck(&own(10), &all, DAY + 30);
    assert_eq!(asked(&cards), ["0-one", "0-part"]);
    let bundle = &cards.bundle;
    assert_eq!(bundle.plain(&key::prompt(&"0-part".into())), "What about part?");
    assert_eq!(bundle.plain(&key::body(&"0-part".into())), "What about one?", "what it is a part of stands above it");
    assert_eq!(bundle.plain(&key::feedback(&"0-one".into(), &"a".into())), "Feedback on one");
    assert!(bundle.items.iter().all(|item| item.branches.is_empty() && item.part_of.is_none() && item.section.is_none()));
    assert_eq!(Policy { pass: policy().pass, ..bundle.policy.clone() }.retry, Retry::None);
}

#[test]
fn an_answer_to_another_key_says_nothing_any_more() {
    let mut reader = Reader::of({
        let mut bundle = offered(three());
        let all: Vec<Hashes> = bundle.items.iter().map(|item| hashes(&bundle, item)).collect();
        bundle.items.iter_mut().zip(all).for_each(|(item, hashes)| item.hashes = hashes);
        bundle
    });
    reader.answers("one", "b");
    let before = Learned { name: "quiz/".into(), bundle: reader.bundle.clone(), entries: reader.journal.clone() };
    assert!(!before.known().is_empty());
    let mut after = before.clone();
    after.bundle.items[0].interaction = Interaction::Single(common::choices("x...", Marking::Credit));
    after.bundle.items[0].hashes.key = "another".into();
    assert!(after.known().is_empty());
}

#[test]
fn quizzes_that_offer_no_review_are_left_alone() {
    let mut quiz = learned("quiz/");
    quiz.bundle.policy.review = None;
    assert_eq!(asked(&deck(&own(10), &[quiz], DAY + 30)), [""; 0]);
}

//! A sitting from the first pick to the review, and the laws every journal obeys.
#![allow(clippy::unwrap_used, reason = "a test stops where something is missing")]

mod common;

use common::{Reader, entry, response, three};
use proptest::prelude::*;
use waypost_core::bundle::Retry;
use waypost_core::event::{Event, events};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::{self, Action};
use waypost_core::number::Share;
use waypost_core::quiz::{Msg, Phase, Sitting, Step, Verdict};
use waypost_core::write::Write;

#[test]
fn the_first_action_begins_the_sitting_and_a_pick_is_kept_without_being_marked() {
    let mut reader = Reader::of(three());
    reader.does(Msg::Toggle("one".into(), "a".into()));
    assert!(matches!(reader.journal[0].action, Action::Start { seed: 7, .. }));
    assert_eq!(reader.sitting.response(&"one".into()), Some(&response("a")));
    assert_eq!(reader.sitting.verdict(&reader.bundle, &reader.bundle.items[0]), None);
    reader.does(Msg::Toggle("one".into(), "b".into()));
    assert_eq!(reader.sitting.response(&"one".into()), Some(&response("b")));
}

#[test]
fn a_whole_round_gives_points_a_percentage_and_the_pass() {
    let mut reader = Reader::of(three());
    reader.answers("one", "b").does(Msg::Next).answers("two", "a").does(Msg::Next).answers("three", "b").does(Msg::Next);
    assert_eq!(reader.sitting.step, Step::Result);
    let first = reader.sitting.first.unwrap();
    assert_eq!((first.tally.earned_hundredths(), first.tally.possible_hundredths()), (150, 300));
    assert_eq!(first.tally.percent(), Some(50));
    assert_eq!(first.passed, Some(false));
}

#[test]
fn a_shown_sixty_percent_is_never_a_failed_sixty_percent() {
    let mut bundle = three();
    bundle.policy.pass = Share::new(2, 3);
    let mut reader = Reader::of(bundle);
    reader.answers("one", "b").does(Msg::Next).does(Msg::Next).answers("three", "a").does(Msg::Next);
    assert_eq!(reader.sitting.first.unwrap().passed, Some(true));
    assert_eq!(reader.sitting.first.unwrap().tally.percent(), Some(66));
}

#[test]
fn with_one_try_an_answer_closes_the_item() {
    let mut reader = Reader::of(three());
    reader.answers("one", "a");
    assert_eq!(reader.sitting.phase(&reader.bundle, &reader.bundle.items[0]), Phase::Closed);
    reader.answers("one", "b");
    assert_eq!(reader.sitting.verdict(&reader.bundle, &reader.bundle.items[0]), Some(Verdict::Wrong));
}

#[test]
fn with_more_tries_a_wrong_answer_may_be_changed_until_it_is_right_or_the_key_is_asked_for() {
    let mut bundle = three();
    bundle.policy.attempts = 0;
    bundle.policy.attempt_cost = Share::new(1, 3).unwrap();
    let mut reader = Reader::of(bundle);
    reader.answers("one", "a");
    assert_eq!(reader.sitting.phase(&reader.bundle, &reader.bundle.items[0]), Phase::Again);
    reader.answers("one", "b");
    assert_eq!(reader.sitting.phase(&reader.bundle, &reader.bundle.items[0]), Phase::Closed);
    assert_eq!(reader.sitting.tally(&reader.bundle).earned_hundredths(), 66);
    reader.answers("two", "b").does(Msg::GiveUp("two".into()));
    assert_eq!(reader.sitting.phase(&reader.bundle, &reader.bundle.items[1]), Phase::Closed);
}

#[test]
fn retry_asks_only_what_was_not_fully_right_and_keeps_the_first_result() {
    let mut reader = Reader::of(three());
    reader.answers("one", "b").does(Msg::Next).answers("two", "a").does(Msg::Next).answers("three", "b").does(Msg::Next);
    reader.does(Msg::Retry);
    assert_eq!(reader.sitting.asked, ["two".into(), "three".into()]);
    reader.answers("two", "ac").does(Msg::Next).answers("three", "a").does(Msg::Next);
    assert_eq!(reader.sitting.first.unwrap().tally.earned_hundredths(), 150);
    assert_eq!(reader.sitting.latest.unwrap().tally.earned_hundredths(), 300);
    assert_eq!(reader.sitting.round, 1);
}

#[test]
fn nothing_can_be_retried_where_the_author_says_so() {
    let mut bundle = three();
    bundle.policy.retry = Retry::None;
    let mut reader = Reader::of(bundle);
    reader.does(Msg::Next).does(Msg::Next).does(Msg::Next).does(Msg::Retry);
    assert_eq!(reader.sitting.step, Step::Result);
}

#[test]
fn starting_again_keeps_the_journal_and_begins_with_a_new_seed() {
    let mut reader = Reader::of(three());
    reader.answers("one", "b").does(Msg::Restart);
    assert!(reader.sitting.answers.is_empty());
    assert_eq!((reader.sitting.seed, reader.sitting.earlier), (99, 1));
    assert_eq!(reader.journal.len(), 4);
}

#[test]
fn hints_come_one_at_a_time_and_no_more_than_there_are() {
    let mut reader = Reader::of(three());
    for shown in [1, 2, 2] {
        reader.does(Msg::Hint("one".into()));
        assert_eq!(reader.sitting.answers.get(&ItemId::from("one")).map(|answer| answer.hints), Some(shown));
    }
}

fn value(event: &Event) -> serde_json::Value {
    serde_json::from_str(&event.json().to_string()).unwrap()
}

#[test]
fn events_are_told_once_with_an_id_from_the_entry_s_and_what_was_earned() {
    let mut reader = Reader::of(three());
    reader.answers("two", "a").does(Msg::Next).does(Msg::Next);
    let mut sitting = Sitting::new(&reader.bundle, 7);
    let mut told = Vec::new();
    for (seq, entry) in reader.journal.iter().enumerate() {
        let before = sitting.clone();
        sitting.apply(&reader.bundle, entry);
        told.extend(events(&reader.bundle, &before, entry, &sitting, seq as u64));
    }
    let names: Vec<_> = told.iter().map(|event| event.r#type).collect();
    assert_eq!(names, ["started", "answered", "progressed", "completed"]);
    let answered = value(&told[1]);
    assert_eq!(answered["sitting"], "entry-0");
    assert_eq!(answered["id"], "entry-2/answered");
    assert_eq!(answered["t"], "2026-11-22T04:00:00.002Z");
    assert_eq!(answered["widget"], serde_json::json!({"id": "test", "kind": "quiz", "rev": "0123456789ab", "locale": "en"}));
    let data = serde_json::json!({"item": "two", "form": "multi", "response": ["a"], "correct": false, "sure": null, "points": 0.5, "max": 1, "try": 1, "hints": 0});
    assert_eq!(answered["data"], data);
    let score = serde_json::json!({"raw": 0.5, "max": 3, "scaled": 0.1666});
    assert_eq!(value(&told[3])["data"]["result"]["score"], score);
}

#[test]
fn every_kind_of_answer_is_told_in_its_form_and_free_words_stay_with_the_reader() {
    use waypost_core::bundle::{
        Blank, Choice, Cloze, Counts, Field, Interaction, Key, Marking, Order, Pairs, Reflect, Row, Scale, Sequence, Statement,
    };
    use waypost_core::journal::{Response, Typed};
    let ids = |names: &[&str]| names.iter().map(|name| OptionId::from(*name)).collect::<Vec<_>>();
    let typed = |raw: &str| Typed { raw: raw.into(), norm: raw.into() };
    let pair = |a: &str, b: &str| Response::Pairs([(OptionId::from(a), OptionId::from(b))].into_iter().collect());
    let row = Row { id: "r".into(), target: Some("t".into()) };
    let statement = Statement { id: "s".into(), to: None, counts: Counts::Forward };
    let blank = Blank { id: "here".into(), field: Field::Choice(vec![Choice::new("a".into(), Key::Right)]), when: None };
    let cases = [
        (
            Interaction::Order(Sequence { marking: Marking::Pairs, things: ids(&["a", "b"]) }),
            Response::Order(ids(&["b", "a"])),
            "order",
            serde_json::json!(["b", "a"]),
            serde_json::json!(false),
        ),
        (
            Interaction::Match(Pairs { marking: Marking::Each, order: Order::Fixed, rows: vec![row], targets: ids(&["t"]) }),
            pair("r", "t"),
            "match",
            serde_json::json!({"r": "t"}),
            serde_json::json!(true),
        ),
        (
            Interaction::Scale(Scale { name: "often".into(), steps: 5, rows: vec![statement] }),
            pair("s", "4"),
            "likert",
            serde_json::json!({"s": "4"}),
            serde_json::Value::Null,
        ),
        (
            Interaction::Cloze(Cloze { marking: Marking::Each, blanks: vec![blank] }),
            Response::Blanks([(OptionId::from("here"), typed("a"))].into_iter().collect()),
            "text",
            serde_json::json!({"here": "a"}),
            serde_json::json!(true),
        ),
        (
            Interaction::Reflect(Reflect { rows: 3 }),
            Response::Typed(typed("private")),
            "text",
            serde_json::Value::Null,
            serde_json::Value::Null,
        ),
    ];
    for (interaction, response, form, told, correct) in cases {
        let bundle = common::quiz(vec![common::item("q", interaction)]);
        let mut reader = Reader::of(bundle.clone());
        reader.does(Msg::Answer("q".into(), response)).does(Msg::Check("q".into()));
        let before = Sitting::fold(&bundle, 7, &reader.journal[..2]);
        let events = events(&bundle, &before, &reader.journal[2], &reader.sitting, 2);
        let data = value(&events[0])["data"].clone();
        assert_eq!((data["form"].as_str(), &data["response"], &data["correct"]), (Some(form), &told, &correct));
    }
}

#[test]
fn an_entry_that_stopped_the_player_is_left_out_once_it_is_voided() {
    let mut reader = Reader::of(three());
    reader.answers("one", "b");
    let last = reader.journal.last().unwrap().id.clone();
    let mut records: Vec<String> = reader.journal.iter().map(journal::Entry::to_json).collect();
    records.push(entry(9, Action::Void { entry: last }).to_json());
    records.push("{\"from\":\"the future\"}".into());
    let reading = journal::read(records.iter().map(String::as_str));
    assert_eq!(reading.skipped, 1);
    let sitting = Sitting::fold(&reader.bundle, 7, &reading.entries);
    assert_eq!(sitting.phase(&reader.bundle, &reader.bundle.items[0]), Phase::Open);
    assert_eq!(sitting.response(&"one".into()), Some(&response("b")));
}

/// Any action, about items and options that exist and ones that do not.
fn actions() -> impl Strategy<Value = Action> {
    let item = prop::sample::select(vec!["one", "two", "three", "four"]).prop_map(Into::into);
    let answer = prop::collection::btree_set(prop::sample::select(vec!["a", "b", "c", "d", "e"]), 0..4)
        .prop_map(|ids| waypost_core::journal::Response::of(ids.into_iter().map(OptionId::from)));
    prop_oneof![
        any::<u32>().prop_map(|seed| Action::Start { seed, revision: "x".into(), drawn: Vec::new() }),
        (item.clone(), answer.clone()).prop_map(|(item, response)| Action::Draft { item, response, sure: None }),
        (item.clone(), answer).prop_map(|(item, response)| Action::Commit { item, response, sure: Some(2), of: None }),
        (item.clone(), 0u32..4).prop_map(|(item, number)| Action::Hint { item, number }),
        item.clone().prop_map(|item| Action::Giveup { item }),
        item.clone().prop_map(|item| Action::Goto { item }),
        Just(Action::Finish { marks: None }),
        prop::collection::vec(item, 0..4).prop_map(|items| Action::Retry { items }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn folding_a_part_and_then_the_rest_is_folding_all(list in prop::collection::vec(actions(), 0..24), cut in 0usize..24) {
        let bundle = three();
        let journal: Vec<_> = list.into_iter().enumerate().map(|(n, action)| entry(n, action)).collect();
        let cut = cut.min(journal.len());
        let mut part = Sitting::fold(&bundle, 7, &journal[..cut]);
        for entry in &journal[cut..] {
            part.apply(&bundle, entry);
        }
        prop_assert_eq!(part, Sitting::fold(&bundle, 7, &journal));
    }

    #[test]
    fn journals_read_back_what_they_write(list in prop::collection::vec(actions(), 0..8)) {
        let journal: Vec<_> = list.into_iter().enumerate().map(|(n, action)| entry(n, action)).collect();
        let records: Vec<String> = journal.iter().map(journal::Entry::to_json).collect();
        prop_assert_eq!(journal::read(records.iter().map(String::as_str)).entries, journal);
    }
}

//! What others hear of a chooser: what the table of events says, and no more than the author agreed to.

use crate::common::{Reader, adaptive};
use serde_json::{Value, json};
use waypost_core::chooser::bundle::Report;
use waypost_core::chooser::journal::{Phase, Screen};
use waypost_core::chooser::{Deliberation, Msg, events};
use waypost_core::event::table::EVENTS;
use waypost_core::write::Write;

/// Goes to the reveal, then chooses one pole, the other and neither; returns the events as receivers get them.
fn told(report: Report) -> Vec<Value> {
    let mut chooser = adaptive(2, 2);
    chooser.report = report;
    let mut reader = Reader::of(chooser);
    reader.does(Msg::Gut(Phase::Before, Some(17))).does(Msg::Next).does(Msg::Next).does(Msg::Next);
    while matches!(reader.state.screen, Screen::Ask(_)) {
        reader.answers(0);
    }
    for choice in [Some("a".into()), Some("b".into()), None] {
        reader.does(Msg::Choose(choice));
    }
    let mut state = Deliberation::new(&reader.chooser, 7);
    let mut out = Vec::new();
    for (seq, entry) in (0u64..).zip(&reader.journal) {
        let before = state.clone();
        state.apply(&reader.chooser, entry);
        let made = events(&reader.chooser, &before, entry, &state, seq);
        out.extend(made.iter().map(|event| serde_json::from_str::<Value>(&event.json().to_string()).unwrap()));
    }
    out
}

#[test]
fn a_choice_is_told_with_the_one_before_it_where_the_author_reports_choices() {
    let decided: Vec<Value> =
        told(Report::Choice).into_iter().filter(|event| event["type"] == "decided").map(|event| event["data"].clone()).collect();
    assert_eq!(decided, [json!({ "track": "a" }), json!({ "track": "b", "was": "a" }), json!({ "track": "undecided", "was": "b" })]);
}

#[test]
fn a_level_of_reporting_tells_its_events_and_none_above_it() {
    let names = |report| {
        let mut names: Vec<String> = told(report).iter().map(|event| event["type"].as_str().unwrap().to_owned()).collect();
        names.dedup();
        names
    };
    assert_eq!(names(Report::Completed), ["started", "completed"]);
    assert_eq!(names(Report::Choice), ["started", "completed", "decided"]);
    assert_eq!(names(Report::Answers), ["started", "answered", "completed", "decided"]);
}

#[test]
fn the_table_has_every_event_of_a_chooser_with_every_field() {
    for event in told(Report::Answers) {
        let row = EVENTS.iter().find(|row| row.name == event["type"]).unwrap();
        for field in event["data"].as_object().unwrap().keys() {
            assert!(row.data.iter().any(|known| known.name == field), "{}: `{field}`", row.name);
        }
    }
}

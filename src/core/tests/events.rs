//! Events against the table of them: whatever a journal means, its events have the fields and shapes that the table says.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

mod common;

use serde_json::Value;
use std::collections::HashSet;
use waypost_core::event::events;
use waypost_core::event::table::{About, EVENTS, Field, Presence, Shape};
use waypost_core::journal::{Action, Entry, Via};
use waypost_core::quiz::Sitting;
use waypost_core::write::Write;

/// What is wrong with an object, by the fields it should have.
fn wrong(fields: &[Field], data: &Value) -> Vec<String> {
    let Value::Object(map) = data else { return vec![format!("{data} is no object")] };
    let known = |name: &String| fields.iter().any(|field| field.name == name);
    let unknown = map.keys().filter(|name| !known(name)).map(|name| format!("`{name}` is not in the table"));
    let missing = fields.iter().filter(|field| field.presence == Presence::Always && !map.contains_key(field.name));
    let shapes = fields.iter().filter_map(|field| map.get(field.name).map(|value| (field, value)));
    unknown
        .chain(missing.map(|field| format!("`{}` is missing", field.name)))
        .chain(shapes.filter(|(field, value)| !fits(field.shape, value)).map(|(field, value)| format!("`{}` is {value}", field.name)))
        .collect()
}

fn fits(shape: Shape, value: &Value) -> bool {
    match shape {
        Shape::Text => value.is_string(),
        Shape::Count => value.is_u64(),
        Shape::Whole => value.is_i64() || value.is_u64(),
        Shape::Number => value.is_number(),
        Shape::Flag => value.is_boolean(),
        Shape::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        Shape::Maybe(inner) => value.is_null() || fits(*inner, value),
        Shape::Numbers => value.as_object().is_some_and(|map| map.values().all(Value::is_number)),
        Shape::Answer => value.is_string() || value.is_array() || value.is_object(),
        Shape::Object(fields) => wrong(fields, value).is_empty(),
    }
}

#[test]
fn every_event_of_a_sitting_is_as_the_table_says_and_has_an_id_of_its_own() {
    let bundle = common::three();
    let commit =
        |item: &str, letters: &str| Action::Commit { item: item.into(), response: common::response(letters), sure: None, of: None };
    let actions = [
        Action::Start { seed: 1, revision: String::new(), drawn: vec![] },
        commit("one", "b"),
        commit("two", "ab"),
        commit("three", "a"),
        Action::Finish { marks: None },
        Action::Start { seed: 2, revision: String::new(), drawn: vec![] },
    ];
    let mut sitting = Sitting::fold(&bundle, 0, &[]);
    let (mut ids, mut names) = (HashSet::new(), Vec::new());
    for (n, action) in (0u64..).zip(actions) {
        let entry = Entry { id: format!("00000000-0000-4000-8000-{n:012x}"), at: 0, ms: n, via: Via::Player, action };
        let before = sitting.clone();
        sitting.apply(&bundle, &entry);
        for event in events(&bundle, &before, &entry, &sitting, n) {
            let json: Value = serde_json::from_str(&event.json().to_string()).unwrap();
            let row = EVENTS.iter().find(|row| row.name == event.r#type).unwrap();
            assert_eq!(wrong(row.data, &json["data"]), Vec::<String>::new(), "{}", row.name);
            assert_eq!(row.about, About::Reader);
            let id = json["id"].as_str().unwrap().to_owned();
            assert!(id.starts_with("00000000-0000-4000-8000-") && id.len() == 36, "{id}");
            assert!(ids.insert(id), "an id twice");
            names.push(row.name);
        }
    }
    assert_eq!(names, ["started", "answered", "progressed", "answered", "progressed", "answered", "progressed", "completed", "restarted"]);
}

#[test]
fn an_event_made_again_has_the_same_id() {
    let bundle = common::three();
    let entry = Entry {
        id: "0b0d5a5e-1111-4222-8333-444455556666".into(),
        at: 0,
        ms: 0,
        via: Via::Player,
        action: Action::Start { seed: 1, revision: String::new(), drawn: vec![] },
    };
    let before = Sitting::fold(&bundle, 0, &[]);
    let mut after = before.clone();
    after.apply(&bundle, &entry);
    let ids = || events(&bundle, &before, &entry, &after, 0).into_iter().map(|event| event.id).collect::<Vec<_>>();
    assert_eq!(ids(), ids());
    assert_eq!(ids()[0].get(..23), Some("0b0d5a5e-1111-4222-8333"));
}

#[test]
fn names_in_the_table_are_unique_and_fields_are_described() {
    let names: HashSet<_> = EVENTS.iter().map(|row| row.name).collect();
    assert_eq!(names.len(), EVENTS.len());
    assert!(EVENTS.iter().all(|row| !row.when.is_empty() && row.data.iter().all(|field| !field.says.is_empty())));
}

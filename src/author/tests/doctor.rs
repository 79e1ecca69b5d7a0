//! The model doctor: what it does where not all plans can be played.
#![allow(clippy::unwrap_used, reason = "a test stops where something is missing")]

use waypost_author::doctor::{Effort, examine};
use waypost_author::simulator;

const MODEL: &str = include_str!("models/eight-turns.md");

/// Little luck and no versions: enough to compare plans.
const EFFORT: Effort = Effort { worlds: 128, versions: 0, version_worlds: 1, plans: 600_000 };

#[test]
fn a_search_finds_the_plan_that_playing_all_of_them_finds() {
    let (document, _) = simulator::parse("eight-turns.md", MODEL);
    let all = examine(&document, EFFORT, &|_| {}).unwrap();
    let searched = examine(&document, Effort { plans: 1_000, ..EFFORT }, &|_| {}).unwrap();
    assert!(all.exhaustive && !searched.exhaustive);
    assert_eq!(searched.best, all.best);
}

#[test]
fn an_examination_is_the_same_each_time() {
    let (document, _) = simulator::parse("eight-turns.md", MODEL);
    let effort = Effort { plans: 1_000, versions: 2, version_worlds: 16, ..EFFORT };
    assert_eq!(examine(&document, effort, &|_| {}).unwrap(), examine(&document, effort, &|_| {}).unwrap());
}

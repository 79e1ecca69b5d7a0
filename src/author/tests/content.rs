//! The shipped course: what authors see first has to be flawless.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::collections::BTreeMap;
use std::path::Path;
use waypost_author::chooser::workbench::SEED;
use waypost_author::chooser::workbench::findings::known;
use waypost_author::chooser::workbench::outcomes::{Effort, Outcomes};
use waypost_author::chooser::workbench::readers::{Readers, rows, study};
use waypost_author::chooser::workbench::study::Scenario;
use waypost_author::course::Course;
use waypost_author::simulator::claim::CHECKS;
use waypost_author::{chooser, doctor};
use waypost_core::bundle::Profile;
use waypost_core::chooser::bundle::{Chooser, Engine};

fn shipped() -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn the_shipped_course_compiles_without_errors_or_warnings() {
    let course = Course::read(&shipped());
    let found: Vec<String> = course.diagnostics.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    assert!(!course.pages.is_empty() && !course.widgets.is_empty());
}

/// A shipped chooser, and what it is measured by.
fn chooser(name: &str) -> (chooser::Document, Chooser) {
    let text = String::from_utf8(shipped()[name].clone()).unwrap();
    let document = chooser::read(name, &text).0;
    let compiled = chooser::compile(&document, Profile::Full);
    (document, compiled)
}

#[test]
fn each_land_mine_is_met_about_equally_often_and_ties_are_rare() {
    let (document, compiled) = chooser("land-mines.md");
    let Engine::Profile(weighted) = &compiled.engine else { panic!("land-mines.md is a profile") };
    let effort = Effort { samples: 1 << 16, ..Effort::QUICK };
    let found = Outcomes::of(weighted, &known(&document), &document.header.limits, &|id| id.to_string(), effort, SEED).unwrap();
    for (at, (outcome, _)) in found.outcomes.iter().enumerate() {
        assert!(found.clear(at) > 0.0 && found.clear(at) <= 0.30, "{outcome}: {}", found.clear(at));
    }
    assert!(found.spread.ties <= 0.05, "{} end in a tie", found.spread.ties);
}

#[test]
fn the_track_chooser_states_no_more_than_is_right_even_with_slanted_pairs_and_careless_readers() {
    let (_, compiled) = chooser("track.md");
    let Engine::Adaptive(adaptive) = &compiled.engine else { panic!("track.md is adaptive") };
    let study = study(adaptive, SEED);
    for scenario in [Scenario::Slanted, Scenario::Careless] {
        let found = Readers::of(adaptive, SEED, &[(scenario, rows(&study, scenario, 0..1_000, 0))], 0);
        let figures = found.scenario(scenario).unwrap();
        let over = figures.leans_stated - figures.leans_right;
        assert!(over <= 0.03, "{}: {:.1} points more stated than right", scenario.name(), over * 100.0);
    }
}

#[test]
fn the_doctor_has_nothing_against_the_shipped_simulators_and_they_change_no_threshold() {
    let course = Course::read(&shipped());
    assert_eq!(course.simulators.len(), 2);
    for simulator in &course.simulators {
        let found: Vec<String> = doctor::diagnostics(simulator).iter().map(ToString::to_string).collect();
        assert!(found.is_empty(), "\n{}", found.join("\n"));
        let claims = &simulator.header.claims;
        assert!(!simulator.header.draft && claims.skipped.is_empty(), "{}", simulator.header.id);
        for (check, key, _, usual) in CHECKS {
            for (name, value) in usual {
                assert_eq!(claims.threshold(check, name), *value, "{}: {key}.{name}", simulator.header.id);
            }
        }
    }
}

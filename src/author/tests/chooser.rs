//! Choosers: reading never fails, formatting changes no word, and the shipped ones keep every rule.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use std::path::Path;
use waypost_author::chooser::{Document, compile, dated, ipdas, read};
use waypost_author::print::fmt;
use waypost_core::bundle::Profile;
use waypost_core::chooser::Chooser;

fn shipped(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../content/{name}.md"))).unwrap()
}

fn document(name: &str) -> Document {
    let (document, found) = read(&format!("{name}.md"), &shipped(name));
    assert!(found.is_empty(), "{}", found.iter().map(ToString::to_string).collect::<String>());
    document
}

#[test]
fn the_shipped_choosers_keep_every_criterion_and_are_formatted() {
    assert_eq!(ipdas::kept(&document("track")), (12, 12));
    assert_eq!(ipdas::kept(&document("land-mines")), (3, 3));
    for name in ["track", "land-mines"] {
        let text = shipped(name);
        assert!(fmt("en", name, &text).unwrap() == text, "{name}.md is not formatted: cargo run -p waypost-cli -- fmt content");
    }
}

#[test]
fn the_track_chooser_asks_at_least_thirty_pairs_five_or_more_a_dimension() {
    let track = document("track");
    assert!(track.pairs.len() >= 30);
    for dimension in &track.dimensions {
        assert!(track.pairs.iter().filter(|pair| pair.dimension == dimension.id).count() >= 5, "{}", dimension.id);
    }
}

#[test]
fn every_land_mine_leads_to_a_challenge_and_every_challenge_is_led_to() {
    let mines = document("land-mines");
    assert_eq!(mines.outcomes.len(), 7);
    assert!(mines.outcomes.iter().all(|outcome| outcome.next.is_some()));
    let led_to = |id| mines.outcomes.iter().flat_map(|outcome| outcome.next.iter().chain(&outcome.also)).any(|(to, _)| *to == id);
    assert_eq!(mines.plans.len(), 5);
    assert!(mines.plans.iter().all(|plan| led_to(plan.head.id.clone())));
}

#[test]
fn a_bundle_is_read_as_it_was_written() {
    for name in ["track", "land-mines"] {
        for profile in [Profile::Full, Profile::Play] {
            let bundle = compile(&document(name), profile);
            assert_eq!(Chooser::from_json(&bundle.to_json()).as_ref(), Ok(&bundle));
        }
    }
}

#[test]
fn a_date_ahead_is_found_and_a_review_overdue_is_told() {
    let track = document("track");
    assert!(dated(&track, "2026-11-27").is_empty());
    assert_eq!(dated(&track, "2026-11-26").first().map(|found| found.code), Some("E333"));
    assert_eq!((ipdas::due(&track, "2027-11-27"), ipdas::due(&track, "2027-11-28")), (None, Some("2027-11-27")));
}

/// Pieces of the grammar, right and broken.
const PIECES: &[&str] = &[
    "+++\n",
    "kind = \"chooser\"\n",
    "engine = \"adaptive\"\n",
    "engine = \"profile\"\n",
    "draft = true\n",
    "scale.often = [\"a\", \"b\"]\n",
    "rules = { min = 2, slant = 9 }\n",
    "sources.x = { title = 3 }\n",
    "about = { published = 2026-13-99 }\n",
    "## A {#a role=pole short=A}\n",
    "## B {#b role=pole}\n",
    "## D {#d}\n",
    "### P {#p a=1.4 b=x}\n",
    "## O {#o role=outcome next=n low=\"x\"}\n",
    "## Q {#q scale=often to=o}\n",
    "## N {#n role=next if=\"y\"}\n",
    "## T {role=tiebreak}\n",
    "## F {role=facts}\n",
    "## L {role=plan pole=a}\n",
    "# Title\n",
    "- one {a}\n",
    "- two {b sounds=5}\n",
    "- three {like src=x}\n",
    "- four {o=2 p=0.1}\n",
    "- five {day=7}\n",
    "- [x] box\n",
    "- {#e}\n",
    "  > quote\n",
    "1. other\n",
    "text\n",
    "\n",
    "{",
    "![i](i.png)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_gives_a_document_and_findings_inside_the_file(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = pieces.concat();
        let (document, found) = read("case.md", &text);
        for finding in &found {
            prop_assert!(finding.span.end <= text.len() && finding.span.start <= finding.span.end, "{finding}");
        }
        let bundle = compile(&document, Profile::Play);
        prop_assert_eq!(Chooser::from_json(&bundle.to_json()), Ok(bundle));
        if let Ok(formatted) = fmt("en", "case.md", &text) {
            prop_assert_eq!(fmt("en", "case.md", &formatted).ok(), Some(formatted));
        }
    }
}

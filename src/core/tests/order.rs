//! Shuffled options: fair, stable under edits, and pins stay.
#![allow(clippy::unwrap_used, reason = "a test stops where something is missing")]

mod common;

use common::{choices, item};
use std::collections::BTreeMap;
use waypost_core::bundle::{Choice, Choices, Interaction, Item, Key, Marking, Order, Place};
use waypost_core::quiz::option_order;

fn shuffled(key: &str) -> Item {
    item("q", Interaction::Single(Choices { order: Order::Shuffled, ..choices(key, Marking::Credit) }))
}

fn ids(item: &Item, seed: u32) -> Vec<String> {
    let options = &item.interaction.choices().unwrap().options;
    option_order(item, seed, 0).into_iter().map(|i| options[i].id.to_string()).collect()
}

#[test]
fn every_order_is_equally_likely() {
    let item = shuffled("x...");
    let mut seen = BTreeMap::new();
    for seed in 0..100_000 {
        *seen.entry(ids(&item, seed)).or_insert(0u32) += 1;
    }
    assert_eq!(seen.len(), 24);
    let expected = 100_000.0 / 24.0;
    let chi: f64 = seen.values().map(|&n| (f64::from(n) - expected).powi(2) / expected).sum();
    assert!(chi < 49.73, "chi-square {chi} with 23 degrees of freedom is beyond p = 0.001");
}

#[test]
fn pinned_options_keep_their_place_and_fixed_lists_do_not_move() {
    let mut item = shuffled("x...");
    if let Interaction::Single(choices) = &mut item.interaction {
        choices.options[3].place = Place::Pinned;
    }
    assert!((0..1000).all(|seed| ids(&item, seed)[3] == "d"));
    let fixed = common::item("q", Interaction::Single(choices("x...", Marking::Credit)));
    assert!((0..100).all(|seed| ids(&fixed, seed) == ["a", "b", "c", "d"]));
}

#[test]
fn a_new_option_leaves_the_others_in_their_relative_order() {
    let before = shuffled("x...");
    let mut after = before.clone();
    if let Interaction::Single(choices) = &mut after.interaction {
        choices.options.insert(1, Choice::new("new".into(), Key::Wrong));
    }
    for seed in 0..1000 {
        let mut kept = ids(&after, seed);
        kept.retain(|id| id != "new");
        assert_eq!(kept, ids(&before, seed), "seed {seed}");
    }
}

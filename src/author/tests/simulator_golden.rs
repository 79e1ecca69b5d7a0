//! A model whose results are published: the same points to the last bit, in one lane and in many.
#![allow(clippy::unwrap_used)]

use waypost_author::simulator;
use waypost_core::bundle::Profile;
use waypost_core::simulator::{Lanes, Machine, Plans, Simulator, Tour, Trip, Values, Version, history};

const MODEL: &str = include_str!("models/eight-turns.md");

fn model() -> Simulator {
    let (document, mut found) = simulator::parse("eight-turns.md", MODEL);
    found.extend(simulator::check(&document));
    let codes: Vec<&str> = found.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, ["W400", "W400"], "{found:#?}");
    simulator::compile::compile(&document, Profile::Full)
}

fn plan(letters: &str) -> Vec<usize> {
    letters.bytes().map(|letter| usize::from(letter - b'a')).collect()
}

/// The mean over worlds 0..1023, added up in the order of worlds.
fn mean<const L: usize>(simulator: &Simulator, machine: &Machine, letters: &str) -> f64
where
    [f32; L]: Lanes,
{
    let version = Version::new(machine, &Values::nominal(simulator));
    let plans = Plans::sorted(8, vec![plan(letters)]);
    let trip = Trip { version: &version, plans: &plans, seed: 1, worlds: 1024 };
    let mut sum = 0.0;
    let mut tour = Tour::<L>::new(machine);
    assert!(tour.step(machine, &trip, &mut u32::MAX.clone(), &mut |_, _, points| points.iter().for_each(|p| sum += f64::from(*p))));
    sum / 1024.0
}

#[test]
fn a_play_earns_the_published_points_to_the_last_bit() {
    let simulator = model();
    let machine = Machine::new(&simulator).unwrap();
    let points = |letters| history(&machine, &Values::nominal(&simulator), 1, 0, &plan(letters)).points;
    assert_eq!(points("cbbccbba").to_bits(), 0x43a6_374b);
    assert_eq!(points("aaaaaaaa").to_bits(), 0x430d_73eb);
}

#[test]
fn means_over_worlds_are_the_published_ones_however_many_lanes_there_are() {
    let simulator = model();
    let machine = Machine::new(&simulator).unwrap();
    let all = |letters| [mean::<1>, mean::<16>, mean::<32>, mean::<64>].map(|mean| mean(&simulator, &machine, letters).to_bits());
    assert_eq!(all("cbbccbba"), [0x4079_6a8a_eff8_0000; 4]);
    assert_eq!(all("aaaaaaaa"), [0x4064_ecd1_6fd0_0000; 4]);
}

#[test]
fn all_points_of_all_plans_have_the_hash_that_every_engine_has() {
    // The same hash comes out of WebAssembly, with and without SIMD, and of plain JavaScript: tests/e2e/simulator-engine.test.mjs.
    let simulator = model();
    let machine = Machine::new(&simulator).unwrap();
    let version = Version::new(&machine, &Values::nominal(&simulator));
    let plans = Plans::all(&machine);
    let trip = Trip { version: &version, plans: &plans, seed: 1, worlds: 64 };
    let mix = |x: u32| {
        let x = (x ^ (x >> 16)).wrapping_mul(0x7feb_352d);
        let x = (x ^ (x >> 15)).wrapping_mul(0x846c_a68b);
        x ^ (x >> 16)
    };
    let mut hash = 0u32;
    Tour::<64>::new(&machine).step(&machine, &trip, &mut u32::MAX.clone(), &mut |plan, first, points| {
        for (points, world) in points.iter().zip(first..) {
            hash = hash.wrapping_add(mix(points.to_bits() ^ mix((plan as u32) << 12 | world)));
        }
    });
    assert_eq!(hash, 0x4d94_b8eb);
}

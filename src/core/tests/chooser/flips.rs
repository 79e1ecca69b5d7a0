//! What would flip it: every set is checked by fitting again, every smaller set shown not to do it.

use crate::common::{Dice, Reader, adaptive};
use waypost_core::chooser::Msg;
use waypost_core::chooser::adaptive::flips::Flips;
use waypost_core::chooser::adaptive::item::{Item, Response};
use waypost_core::chooser::adaptive::lean::{Lean, Weights};
use waypost_core::chooser::adaptive::matrix::MAX;
use waypost_core::chooser::adaptive::posterior::Prior;

/// All sets of `size` positions below `n`, in order.
fn sets(n: usize, size: usize) -> Vec<Vec<usize>> {
    match size {
        0 => vec![Vec::new()],
        size => sets(n, size - 1)
            .into_iter()
            .flat_map(|set| (set.last().map_or(0, |last| last + 1)..n).map(move |next| [set.clone(), vec![next]].concat()))
            .collect(),
    }
}

/// The mean with these answers mirrored, fitted from nothing.
fn mean(prior: Prior, weights: &Weights, responses: &[Response], set: &[usize]) -> f64 {
    let mut responses = responses.to_vec();
    for at in set {
        responses[*at].y = 3 - responses[*at].y;
    }
    Lean::of(&prior.posterior(&responses, &[0.0; MAX]).unwrap(), weights).m
}

#[test]
fn the_set_found_flips_the_lean_no_smaller_one_does_and_no_equal_one_moves_further() {
    let mut sizes = [0; 4];
    for seed in 0..150 {
        let mut dice = Dice::of(seed);
        let prior = Prior { size: 4, slant: 0.2 };
        let lean = dice.below(4);
        let answer = |dice: &mut Dice| if dice.below(4) < lean { 3 } else { dice.below(4) };
        let responses: Vec<Response> =
            (0..9).map(|n| Response { item: Item::graded(n % 4, dice.between(0.8, 1.8), 0.0), y: answer(&mut dice) as usize }).collect();
        let weights = Weights::of(&[3, 2, 1, 2]);
        let posterior = prior.posterior(&responses, &[0.0; MAX]).unwrap();
        let before = Lean::of(&posterior, &weights).m;
        let mut search = Flips::new(posterior, weights, responses.clone(), 9);
        search.advance(10_000);
        assert!(search.is_done());
        let flips = |set: &Vec<usize>| (mean(prior, &weights, &responses, set) < 0.0) != (before < 0.0);
        let smallest = (1..=3).find(|size| sets(9, *size).iter().any(flips));
        assert_eq!(search.found().map(Vec::len), smallest, "seed {seed}");
        sizes[smallest.unwrap_or(0)] += 1;
        if let Some(found) = search.found() {
            assert!(flips(found), "seed {seed}: fitted again it flips");
            let moved = |set: &Vec<usize>| (mean(prior, &weights, &responses, set) - before).abs();
            let further = sets(9, found.len()).into_iter().filter(flips).find(|set| moved(set) > moved(found) + 1e-9);
            assert_eq!(further, None, "seed {seed}: {found:?}");
        }
    }
    assert!(sizes.iter().all(|count| *count > 0), "every size was met: {sizes:?}");
}

#[test]
fn a_search_in_slices_finds_what_one_in_a_go_finds() {
    let mut reader = Reader::of(adaptive(6, 4));
    reader.does(Msg::Next).does(Msg::Next).does(Msg::Next);
    for y in [3, 2, 3, 1, 2, 3, 2, 3] {
        reader.answers(y);
    }
    let mut whole = reader.state.flips(&reader.chooser).unwrap();
    let mut sliced = whole.clone();
    whole.advance(usize::MAX);
    let mut slices = 0;
    while !sliced.is_done() {
        assert_eq!(sliced.found(), None, "nothing is said before the end");
        sliced.advance(7);
        slices += 1;
    }
    assert!(slices > 1 && sliced.found() == whole.found());
    let pairs = reader.state.flipping(&reader.chooser, &whole);
    assert_eq!(pairs.len(), whole.found().map_or(0, Vec::len));
}

#[test]
fn without_answers_there_is_nothing_to_mirror() {
    let reader = Reader::of(adaptive(3, 2));
    let mut search = reader.state.flips(&reader.chooser).unwrap();
    search.advance(1);
    assert!(search.is_done() && search.found().is_none());
}

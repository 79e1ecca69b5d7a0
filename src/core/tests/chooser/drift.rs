//! Answering again: what changed beyond noise, what new weights moved, and what cannot be compared.

use crate::common::{Reader, adaptive};
use waypost_core::chooser::Msg;
use waypost_core::chooser::adaptive::Side;
use waypost_core::chooser::bundle::Engine;
use waypost_core::chooser::journal::Screen;

/// Goes to the reveal with these answers in turn.
fn goes(reader: &mut Reader, answers: &[u32]) {
    reader.does(Msg::Next).does(Msg::Next).does(Msg::Next);
    for y in answers.iter().cycle() {
        if !matches!(reader.state.screen, Screen::Ask(_)) {
            break;
        }
        reader.answers(*y);
    }
    assert_eq!(reader.state.screen, Screen::Reveal);
}

#[test]
fn the_first_sitting_has_nothing_to_compare_and_the_same_answers_again_are_no_change() {
    let mut reader = Reader::of(adaptive(6, 4));
    goes(&mut reader, &[3]);
    assert_eq!(reader.state.drift(&reader.chooser), None);
    reader.does(Msg::Restart);
    assert_eq!((reader.state.earlier.len(), reader.state.screen.clone()), (1, Screen::Start));
    goes(&mut reader, &[3]);
    let drift = reader.state.drift(&reader.chooser).unwrap();
    assert_eq!((drift.moved, drift.compared, drift.by_weights), (None, (8, 8), 0));
    assert!(drift.index.abs() < 100, "{drift:?}");
}

#[test]
fn answers_that_turned_around_are_a_change() {
    let mut reader = Reader::of(adaptive(6, 4));
    goes(&mut reader, &[0]);
    reader.does(Msg::Restart);
    goes(&mut reader, &[3]);
    let drift = reader.state.drift(&reader.chooser).unwrap();
    assert_eq!(drift.moved, Some(Side::B));
    assert!(drift.index >= 196);
}

#[test]
fn new_weights_alone_are_told_apart() {
    let mut reader = Reader::of(adaptive(2, 8));
    let answer = |reader: &mut Reader| {
        reader.does(Msg::Next).does(Msg::Next).does(Msg::Next);
        while let Screen::Ask(pair) = reader.state.screen.clone() {
            let y = if pair.as_str().starts_with("d0") { 2 } else { 1 };
            reader.answers(y);
        }
    };
    reader.does(Msg::Weigh("d0".into(), 4)).does(Msg::Weigh("d1".into(), 1));
    answer(&mut reader);
    reader.does(Msg::Restart).does(Msg::Weigh("d0".into(), 1)).does(Msg::Weigh("d1".into(), 4));
    answer(&mut reader);
    let drift = reader.state.drift(&reader.chooser).unwrap();
    assert!(drift.by_weights < -50, "the weights moved towards A: {drift:?}");
    assert_eq!(drift.moved, None, "the answers did not: {drift:?}");
}

#[test]
fn pairs_whose_wording_changed_are_left_out() {
    let mut reader = Reader::of(adaptive(6, 4));
    goes(&mut reader, &[3]);
    if let Engine::Adaptive(adaptive) = &mut reader.chooser.engine {
        for pair in adaptive.pairs.iter_mut().filter(|pair| pair.dimension.as_str() != "d0") {
            pair.hash = format!("{}-new", pair.hash);
        }
    }
    reader.does(Msg::Restart);
    goes(&mut reader, &[3]);
    let compared = reader.state.drift(&reader.chooser).unwrap().compared;
    assert!((1..=2).contains(&compared.0) && compared.1 == 8, "{compared:?}");
    if let Engine::Adaptive(adaptive) = &mut reader.chooser.engine {
        adaptive.pairs.iter_mut().for_each(|pair| pair.hash.push('x'));
    }
    assert_eq!(reader.state.drift(&reader.chooser), None, "nothing is left to compare");
}

//! A reader's way through a profile: what is said when, ties settled by the reader, changes undone.

use crate::common::{Reader, weighted};
use waypost_core::chooser::bundle::{Engine, Question, Score, Takes, Weighted};
use waypost_core::chooser::journal::Screen;
use waypost_core::chooser::{Chooser, Level, Msg, State};
use waypost_core::number::Share;

fn with(mut chooser: Chooser, change: impl FnOnce(&mut Weighted)) -> Chooser {
    if let Engine::Profile(weighted) = &mut chooser.engine {
        change(weighted);
    }
    chooser
}

/// Three questions "never, sometimes, often", one for each of three outcomes.
fn often() -> Chooser {
    let scale = |k: usize| (Takes::One, (0..3).map(|points| (0..3).map(|at| if at == k { points } else { 0 }).collect()).collect());
    with(weighted(3, &[scale(0), scale(1), scale(2)], Score::Share), |weighted| weighted.min = 3)
}

fn answers(reader: &mut Reader, letters: &str) {
    reader.does(Msg::Next);
    for (n, letter) in letters.chars().enumerate() {
        reader.does(Msg::Toggle(format!("q{n}").as_str().into(), letter.to_string().as_str().into())).does(Msg::Next);
    }
}

fn state(letters: &str) -> State {
    let mut reader = Reader::of(often());
    answers(&mut reader, letters);
    reader.state.standing(&reader.chooser).unwrap().state
}

#[test]
fn every_state_has_its_answers() {
    assert_eq!(state("ab"), State::Open(1));
    assert_eq!(state("aaa"), State::Tie(3), "with no floor all lead together");
    assert_eq!(state("bba"), State::Tie(2));
    assert_eq!(state("cba"), State::Close);
    let mut clear = Reader::of(with(often(), |weighted| {
        let twins = weighted.questions.iter().map(|one| Question { id: format!("{}b", one.id).as_str().into(), ..one.clone() });
        weighted.questions.extend(twins.collect::<Vec<_>>());
        for (n, question) in weighted.questions.iter_mut().enumerate() {
            question.id = format!("q{n}").as_str().into();
        }
    }));
    answers(&mut clear, "caacaa");
    let standing = clear.state.standing(&clear.chooser).unwrap();
    assert_eq!((standing.state, standing.distance, standing.deciding), (State::Clear, Some(2), Vec::new()));
}

#[test]
fn under_the_floor_nothing_stands_out() {
    let mut reader = Reader::of(with(often(), |weighted| weighted.floor = Share::percent(60).unwrap()));
    answers(&mut reader, "aba");
    let standing = reader.state.standing(&reader.chooser).unwrap();
    assert_eq!((standing.state, standing.distance), (State::None, None));
    assert_eq!(standing.ranked[0].outcome.as_str(), "o1");
}

#[test]
fn the_ranking_says_share_level_and_place_and_what_would_change_it() {
    let mut reader = Reader::of(often());
    answers(&mut reader, "cba");
    let standing = reader.state.standing(&reader.chooser).unwrap();
    let ranked: Vec<_> = standing.ranked.iter().map(|one| (one.outcome.as_str(), one.place, one.share, one.level)).collect();
    assert_eq!(ranked, [("o0", 1, 1000, Level::High), ("o1", 2, 500, Level::Mid), ("o2", 3, 0, Level::Low)]);
    let deciding: Vec<_> =
        standing.deciding.iter().map(|one| (one.question.as_str(), one.options[0].as_str(), one.leaders[0].as_str())).collect();
    assert_eq!(deciding, [("q0", "a", "o1"), ("q1", "c", "o0"), ("q2", "c", "o0")], "with `never` on the first it would be the second");
}

#[test]
fn tied_outcomes_are_put_before_the_reader_once_and_equally_keeps_the_tie() {
    let asks = || with(often(), |weighted| weighted.tiebreak = Some("q-tie".into()));
    let mut reader = Reader::of(asks());
    answers(&mut reader, "bba");
    assert_eq!((reader.state.screen.clone(), reader.state.revealed), (Screen::Tiebreak, None));
    reader.does(Msg::Next);
    assert_eq!(reader.state.screen, Screen::Tiebreak, "it waits for an answer");
    reader.does(Msg::Tiebreak(None)).does(Msg::Next);
    assert_eq!((reader.state.screen.clone(), reader.state.standing(&reader.chooser).unwrap().state), (Screen::Reveal, State::Tie(2)));
    let mut reader = Reader::of(asks());
    answers(&mut reader, "bba");
    reader.does(Msg::Tiebreak(Some("o1".into()))).does(Msg::Next);
    let standing = reader.state.standing(&reader.chooser).unwrap();
    assert_eq!((standing.state, standing.ranked[0].outcome.as_str(), standing.ranked[1].place), (State::Close, "o1", 2));
    let mut reader = Reader::of(asks());
    answers(&mut reader, "cba");
    assert_eq!(reader.state.screen, Screen::Reveal, "without a tie nobody is asked");
}

#[test]
fn where_any_number_may_be_chosen_none_is_an_answer_too() {
    let many = (Takes::Many, vec![vec![2, 0], vec![0, 1], vec![-1, 0]]);
    let mut reader = Reader::of(weighted(2, &[many], Score::Share));
    reader.does(Msg::Next).does(Msg::Toggle("q0".into(), "a".into())).does(Msg::Toggle("q0".into(), "b".into()));
    let shares = |reader: &Reader| {
        let standing = reader.state.standing(&reader.chooser).unwrap();
        standing.ranked.iter().map(|one| (one.outcome.0.clone(), one.share)).collect::<Vec<_>>()
    };
    assert_eq!(shares(&reader), [("o0".into(), 1000), ("o1".into(), 1000)]);
    reader.does(Msg::Toggle("q0".into(), "a".into())).does(Msg::Toggle("q0".into(), "b".into())).does(Msg::Next);
    assert_eq!(shares(&reader), [("o0".into(), 333), ("o1".into(), 0)]);
    let mut silent = Reader::of(weighted(2, &[(Takes::Many, vec![vec![2, 0], vec![0, 1]])], Score::Share));
    silent.does(Msg::Next).does(Msg::Next);
    assert_eq!((silent.state.answers.get(&"q0".into()), silent.state.screen.clone()), (Some(&Vec::new()), Screen::Reveal));
}

#[test]
fn an_answer_changed_after_the_result_can_be_taken_back() {
    let mut reader = Reader::of(often());
    answers(&mut reader, "cba");
    let before = reader.state.standing(&reader.chooser);
    reader.does(Msg::Toggle("q0".into(), "a".into()));
    assert_eq!(reader.state.standing(&reader.chooser).unwrap().ranked[0].outcome.as_str(), "o1");
    reader.does(Msg::Undo);
    assert_eq!(reader.state.standing(&reader.chooser), before);
}

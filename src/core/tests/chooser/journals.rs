//! Laws of every journal: any actions in any order, about things that exist and ones that do not, never fail and never give nonsense.

use crate::common::{Dice, adaptive, entry, exact, weighted, with_rules};
use waypost_core::chooser::adaptive::lean::Lean;
use waypost_core::chooser::bundle::{Chooser, Engine, Report, Score, Takes};
use waypost_core::chooser::case::Case;
use waypost_core::chooser::journal::{Action, Course, Holds, Phase, Screen};
use waypost_core::chooser::{Deliberation, Msg, update};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::Entry;
use waypost_core::write::Write;

/// An action that may or may not make sense.
fn action(dice: &mut Dice) -> Action {
    let pair = |dice: &mut Dice| ItemId(format!("d{}-{}", dice.below(9), dice.below(5)));
    let number = |dice: &mut Dice| dice.one(&[0, 1, 2, 3, 4, 5, u32::MAX]);
    let some = |dice: &mut Dice, n: u32| (dice.below(4) > 0).then_some(n);
    let phase = |dice: &mut Dice| dice.one(&[Phase::Before, Phase::After]);
    let holds = |dice: &mut Dice| dice.one(&[Holds::Yes, Holds::No, Holds::Unknown]);
    let concern = |dice: &mut Dice| ItemId::from(dice.one(&["own-1", "own-2", "own-3", "d0"]));
    match dice.below(26) {
        0 if dice.below(6) == 0 => Action::Start { seed: dice.below(99), revision: "r".into() },
        0 | 1 => {
            Action::Gut { phase: phase(dice), lean: some(dice, 0).map(|_| dice.below(120)), sure: some(dice, 0).map(|_| dice.below(6)) }
        }
        2 => Action::Sure { phase: phase(dice), check: dice.below(6), holds: holds(dice) },
        3..=5 => {
            Action::Weigh { dimension: ItemId(format!("d{}", dice.below(9))), rating: if dice.below(3) == 0 { 0 } else { number(dice) } }
        }
        6 => {
            let answer = number(dice);
            Action::Concern { concern: concern(dice), label: "x".into(), rating: number(dice), answer: some(dice, answer) }
        }
        7 => Action::Drop { concern: concern(dice) },
        8..=15 => {
            let answer = number(dice).min(dice.one(&[3, 9]));
            Action::Pair { pair: pair(dice), answer: some(dice, answer), hash: dice.one(&["h00", ""]).into() }
        }
        16 => Action::Fact { fact: dice.one(&["ladder", "none"]).into(), holds: holds(dice) },
        17 | 18 => Action::Answer {
            question: ItemId(format!("q{}", dice.below(5))),
            options: (0..dice.below(3)).map(|_| OptionId::from(dice.one(&["a", "b", "c", "zz"]))).collect(),
        },
        19 => Action::Tiebreak { outcome: dice.one(&[None, Some(ItemId::from("o0")), Some("o1".into()), Some("zz".into())]) },
        20 => Action::Reveal {},
        21 => Action::Undo {},
        22 => Action::Goto {
            screen: dice.one(&[
                Screen::Start,
                Screen::Poles,
                Screen::Reveal,
                Screen::After,
                Screen::Revisit,
                Screen::Ask("d0-0".into()),
                Screen::Ask("zz".into()),
            ]),
        },
        23 => Action::Choose { choice: dice.one(&[None, Some(ItemId::from("a")), Some("plan-open".into()), Some("zz".into())]) },
        24 => Action::Checkin { course: Course::Change, note: String::new() },
        _ => Action::Report { level: dice.one(&[Report::Nothing, Report::Answers]) },
    }
}

fn journal(seed: u32) -> Vec<Entry<Action>> {
    let mut dice = Dice::of(seed);
    (0..1 + dice.below(30)).map(|n| entry(n as usize, action(&mut dice))).collect()
}

/// Choosers of all sizes, sane and not.
fn choosers() -> Vec<Chooser> {
    let wild = with_rules(adaptive(8, 4), |rules| {
        (rules.min, rules.max, rules.lean, rules.slant) = (0, u32::MAX, exact("7"), exact("1000000"));
    });
    let mut odd = adaptive(3, 4);
    if let Engine::Adaptive(adaptive) = &mut odd.engine {
        for (pair, (a, b)) in adaptive.pairs.iter_mut().zip([("0", "0"), ("-5", "1000"), ("99999", "-1000000")].into_iter().cycle()) {
            (pair.a, pair.b) = (exact(a), exact(b));
        }
    }
    let questions = [(Takes::One, vec![vec![1, -100], vec![0, 3]]), (Takes::Many, vec![vec![100, 1], vec![-1, 2], vec![0, 0]])];
    vec![
        adaptive(2, 4),
        adaptive(6, 4),
        adaptive(8, 4),
        wild,
        odd,
        adaptive(0, 0),
        adaptive(12, 2),
        weighted(2, &questions, Score::Share),
        weighted(0, &[], Score::Points),
        weighted(2, &questions, Score::Points),
    ]
}

/// Everything a view may ask; fails on what is no number and on too many steps.
fn look(chooser: &Chooser, state: &Deliberation, seed: u32) {
    if let Some(adaptive) = chooser.adaptive() {
        let case = Case::of(adaptive, state);
        if let Some(posterior) = case.posterior() {
            let lean = Lean::of(&posterior, &case.weights);
            let numbers = [lean.m, lean.s, lean.p(), lean.within(0.3)];
            assert!(numbers.iter().chain(&posterior.mode).all(|x| x.is_finite()) && posterior.steps <= 25, "seed {seed}: {numbers:?}");
        }
    }
    let evidence = state.evidence(chooser);
    assert_eq!(evidence.is_some(), chooser.adaptive().is_some());
    if seed.is_multiple_of(16) {
        let _ = (state.contributions(chooser), state.implications(chooser), state.drift(chooser), state.remaining(chooser));
        let _ = (state.gap(chooser, Phase::Before), state.checks_held(Phase::After), state.is_enough(chooser));
        let next = state.next_pair(chooser);
        assert!(next.is_none_or(|pair| state.given(&pair.id).is_none()), "seed {seed}: asked twice");
        let mut search = state.flips(chooser);
        if let Some(search) = &mut search {
            search.advance(20);
        }
    }
    let _ = state.standing(chooser);
}

#[test]
fn a_hundred_thousand_journals_never_fail_and_never_give_nonsense() {
    let choosers = choosers();
    let check = |from: u32| {
        for seed in (from..100_000).step_by(4) {
            let chooser = &choosers[seed as usize % choosers.len()];
            look(chooser, &Deliberation::fold(chooser, seed, &journal(seed)), seed);
        }
    };
    std::thread::scope(|scope| {
        for from in 0..4 {
            scope.spawn(move || check(from));
        }
    });
}

#[test]
fn folding_in_parts_gives_what_folding_in_one_go_gives() {
    for seed in 0..2000 {
        for chooser in choosers() {
            let entries = journal(seed);
            let mut parts = Deliberation::new(&chooser, 3);
            for entry in &entries {
                parts.apply(&chooser, entry);
            }
            assert_eq!(parts, Deliberation::fold(&chooser, 3, &entries));
        }
    }
}

#[test]
fn entries_read_back_what_they_write() {
    for seed in 0..3000 {
        for entry in journal(seed) {
            let record = entry.to_json();
            assert_eq!(Entry::from_json(&record), Some(entry), "{record}");
        }
    }
}

#[test]
fn bundles_read_back_what_they_write() {
    for chooser in choosers() {
        assert_eq!(Chooser::from_json(&chooser.to_json()), Ok(chooser));
    }
    let error = Chooser::from_json("{}").unwrap_err();
    assert_eq!(error, "the bundle's `waypost` is missing or has another shape");
    let newer = adaptive(2, 1).to_json().replacen("\"1.0\"", "\"2.0\"", 1);
    assert_eq!(Chooser::from_json(&newer).unwrap_err(), "bundle version 2.0 is not 1.0");
}

#[test]
fn what_an_update_writes_always_applies() {
    let messages = [
        Msg::Next,
        Msg::Next,
        Msg::Back,
        Msg::Show,
        Msg::More,
        Msg::Undo,
        Msg::Restart,
        Msg::AddConcern("x".into()),
        Msg::Choose(None),
        Msg::Toggle("q0".into(), "a".into()),
        Msg::Toggle("q1".into(), "b".into()),
        Msg::Pair("d0-0".into(), 3),
        Msg::Skip("d1-1".into()),
        Msg::Tiebreak(None),
        Msg::Preview("a".into()),
        Msg::Weigh("d1".into(), 0),
        Msg::GoTo(Screen::Start),
    ];
    for seed in 0..2000 {
        let choosers = choosers();
        let chooser = &choosers[seed as usize % choosers.len()];
        let mut dice = Dice::of(seed);
        let mut state = Deliberation::new(chooser, seed);
        for n in 0..40 {
            for action in update(chooser, &state, &dice.one(&messages), 5) {
                let before = state.clone();
                let entry = entry(n, action);
                state.apply(chooser, &entry);
                assert_ne!(state, before, "seed {seed}: {entry:?} changes nothing");
                assert!(!state.json().to_string().is_empty());
            }
        }
    }
}

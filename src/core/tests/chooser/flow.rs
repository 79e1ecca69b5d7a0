//! A reader's way through an adaptive chooser, from the gut to the experiment and back again.

use crate::common::{Reader, adaptive, with_rules};
use waypost_core::chooser::adaptive::{Side, Verdict};
use waypost_core::chooser::bundle::{Engine, Report};
use waypost_core::chooser::journal::{Action, Course, Holds, Phase, Screen};
use waypost_core::chooser::{Deliberation, Gap, Msg, Remaining, Weighing};
use waypost_core::id::ItemId;

/// A reader at the first pair.
fn asked() -> Reader {
    let mut reader = Reader::of(adaptive(6, 4));
    reader.does(Msg::Gut(Phase::Before, Some(17))).does(Msg::Next).does(Msg::Next).does(Msg::Next);
    assert!(matches!(reader.state.screen, Screen::Ask(_)));
    reader
}

/// A reader whose answers were all `y`, at the reveal.
fn revealed(y: u32) -> Reader {
    let mut reader = asked();
    while matches!(reader.state.screen, Screen::Ask(_)) {
        reader.answers(y);
    }
    assert_eq!(reader.state.screen, Screen::Reveal);
    reader
}

#[test]
fn the_first_action_begins_the_sitting_and_a_message_that_changes_nothing_leaves_no_entry() {
    let mut reader = Reader::of(adaptive(6, 4));
    reader.does(Msg::Weigh("no-such".into(), 3)).does(Msg::Weigh("d0".into(), 9)).does(Msg::Pair("d0-0".into(), 4)).does(Msg::Back);
    assert_eq!(reader.journal, []);
    reader.does(Msg::Weigh("d0".into(), 3)).does(Msg::Weigh("d0".into(), 3));
    assert!(matches!(reader.journal[0].action, Action::Start { seed: 7, .. }));
    assert_eq!(reader.journal.len(), 2, "the same rating again says nothing new");
}

#[test]
fn each_dimension_that_matters_is_asked_once_before_any_is_asked_twice() {
    let mut reader = Reader::of(adaptive(6, 4));
    reader.does(Msg::Weigh("d2".into(), 0)).does(Msg::Weigh("d5".into(), 4)).does(Msg::Next).does(Msg::Next).does(Msg::Next);
    let mut dimensions = Vec::new();
    for _ in 0..5 {
        let Screen::Ask(pair) = reader.state.screen.clone() else { panic!("a pair") };
        dimensions.push(pair.as_str()[..2].to_owned());
        reader.answers(1);
    }
    assert_eq!(dimensions[0], "d5", "what matters most is asked first");
    dimensions.sort();
    assert_eq!(dimensions, ["d0", "d1", "d3", "d4", "d5"], "what does not matter is not asked");
}

#[test]
fn nothing_is_said_before_enough_answers_and_a_clear_lean_stops_the_questions() {
    let mut reader = asked();
    for n in 0..8 {
        let evidence = reader.state.evidence(&reader.chooser).unwrap();
        assert_eq!((evidence.verdict, evidence.answered, evidence.missing), (Verdict::Open, n, 8 - n));
        assert_eq!(reader.state.remaining(&reader.chooser), Remaining { least: 8 - n, most: 18 - n });
        reader.answers(3);
    }
    let evidence = reader.state.evidence(&reader.chooser).unwrap();
    assert_eq!((evidence.verdict, reader.state.screen.clone()), (Verdict::Leans(Side::B), Screen::Reveal));
    assert!(evidence.toward_b >= 18 && evidence.dots.windows(2).all(|two| two[0] <= two[1]));
}

#[test]
fn undecided_answers_go_on_to_the_limit_and_are_called_not_settled() {
    let mut reader = asked();
    let mut n = 0;
    while matches!(reader.state.screen, Screen::Ask(_)) {
        reader.answers(1 + n % 2);
        n += 1;
    }
    assert_eq!(n, 18);
    assert!(matches!(reader.state.evidence(&reader.chooser).unwrap().verdict, Verdict::NotSettled(_)));
    assert_eq!(reader.state.next_pair(&reader.chooser), None, "the limit holds for `ask me more` too");
}

#[test]
fn a_skipped_pair_counts_towards_the_limit_only() {
    let mut reader = asked();
    for _ in 0..18 {
        let Screen::Ask(pair) = reader.state.screen.clone() else { panic!("a pair") };
        reader.does(Msg::Skip(pair)).does(Msg::Next);
    }
    let evidence = reader.state.evidence(&reader.chooser).unwrap();
    assert_eq!((reader.state.screen.clone(), evidence.verdict, evidence.answered), (Screen::Reveal, Verdict::Open, 0));
}

#[test]
fn the_evidence_can_be_seen_early_and_more_can_be_asked_after_it() {
    let mut reader = asked();
    reader.answers(3).does(Msg::Show);
    assert_eq!((reader.state.screen.clone(), reader.state.revealed.is_some()), (Screen::Reveal, true));
    reader.does(Msg::More);
    assert!(matches!(reader.state.screen, Screen::Ask(_)));
    reader.answers(3);
    assert_eq!((reader.state.screen.clone(), reader.state.pairs.len()), (Screen::Reveal, 2));
}

#[test]
fn going_back_walks_through_the_answers_and_forward_again_without_losing_any() {
    let mut reader = asked();
    reader.answers(3).answers(2).answers(1);
    let given: Vec<ItemId> = reader.state.pairs.iter().map(|given| given.pair.clone()).collect();
    reader.does(Msg::Back);
    assert_eq!(reader.state.screen, Screen::Ask(given[2].clone()));
    reader.does(Msg::Back).does(Msg::Back).does(Msg::Back);
    assert_eq!(reader.state.screen, Screen::Matters);
    reader.does(Msg::Next).does(Msg::Pair(given[0].clone(), 0)).does(Msg::Next).does(Msg::Next).does(Msg::Next);
    assert!(matches!(&reader.state.screen, Screen::Ask(pair) if !given.contains(pair)), "a new one after the last");
    assert_eq!(reader.state.pairs.iter().map(|given| given.answer).collect::<Vec<_>>(), [Some(0), Some(2), Some(1)]);
}

#[test]
fn what_if_moves_the_dots_at_once_and_undo_takes_it_back() {
    let mut reader = revealed(3);
    let before = reader.state.evidence(&reader.chooser).unwrap();
    let pair = reader.state.pairs[0].pair.clone();
    reader.does(Msg::Pair(pair.clone(), 0)).does(Msg::Pair(pair.clone(), 1));
    let after = reader.state.evidence(&reader.chooser).unwrap();
    assert!(after.dots[10] < before.dots[10]);
    assert_eq!(reader.state.changes.len(), 2);
    reader.does(Msg::Undo).does(Msg::Undo).does(Msg::Undo);
    assert_eq!(reader.state.evidence(&reader.chooser).unwrap(), before);
    assert_eq!(reader.state.changes, []);
}

#[test]
fn the_gut_before_is_closed_by_the_evidence_and_compared_with_it() {
    let mut reader = revealed(3);
    assert_eq!(reader.state.gap(&reader.chooser, Phase::Before), Some(Gap::Disagree(Side::A)));
    reader.does(Msg::Gut(Phase::Before, Some(100))).does(Msg::Gut(Phase::After, Some(83))).does(Msg::GutSure(Phase::After, 3));
    assert_eq!((reader.state.gut.before.lean, reader.state.gut.after.lean, reader.state.gut.after.sure), (Some(17), Some(83), Some(3)));
    assert_eq!(reader.state.gap(&reader.chooser, Phase::After), Some(Gap::Agree(Side::B)));
    reader.does(Msg::Gut(Phase::After, Some(50)));
    assert_eq!(reader.state.gap(&reader.chooser, Phase::After), Some(Gap::EvidenceOnly(Side::B)));
    reader.does(Msg::Gut(Phase::After, None));
    assert_eq!(reader.state.gap(&reader.chooser, Phase::After), None);
}

#[test]
fn four_checks_count_once_all_are_answered() {
    let mut reader = Reader::of(adaptive(2, 2));
    for check in 1..=3 {
        reader.does(Msg::Check(Phase::Before, check, Holds::Yes));
    }
    assert_eq!(reader.state.checks_held(Phase::Before), None);
    reader.does(Msg::Check(Phase::Before, 4, Holds::No)).does(Msg::Check(Phase::Before, 5, Holds::No));
    assert_eq!((reader.state.checks_held(Phase::Before), reader.state.checks_held(Phase::After)), (Some(3), None));
}

#[test]
fn a_concern_of_ones_own_weighs_in_and_can_be_taken_back() {
    let mut reader = revealed(1);
    let before = reader.state.evidence(&reader.chooser).unwrap();
    reader
        .does(Msg::AddConcern("  Time with my children ".into()))
        .does(Msg::AddConcern("Travel".into()))
        .does(Msg::AddConcern("Third".into()));
    let own: ItemId = "own-1".into();
    reader.does(Msg::RateConcern(own.clone(), 4)).does(Msg::AnswerConcern(own.clone(), 3)).does(Msg::DropConcern("own-2".into()));
    assert_eq!(reader.state.concerns.len(), 1, "two at most, one taken back");
    assert_eq!(reader.state.concerns[0].label, "Time with my children");
    let after = reader.state.evidence(&reader.chooser).unwrap();
    assert!(after.dots[10] > before.dots[10]);
    let contributions = reader.state.contributions(&reader.chooser);
    assert_eq!((contributions.len(), contributions[6].dimension.as_str()), (7, "own-1"));
    assert!(contributions[6].amount > 0);
    reader.does(Msg::DropConcern(own));
    assert_eq!(reader.state.evidence(&reader.chooser).unwrap(), before);
}

#[test]
fn facts_never_move_the_evidence() {
    let mut reader = revealed(2);
    let before = reader.state.evidence(&reader.chooser);
    reader.does(Msg::Fact("ladder".into(), Holds::No));
    assert_eq!((reader.state.facts.get(&ItemId::from("ladder")), reader.state.evidence(&reader.chooser)), (Some(&Holds::No), before));
}

#[test]
fn implications_show_own_and_equal_weights_and_each_dimension_left_out() {
    let mut reader = revealed(3);
    reader.does(Msg::Weigh("d0".into(), 0)).does(Msg::Weigh("d1".into(), 4));
    let weighings: Vec<Weighing> = reader.state.implications(&reader.chooser).into_iter().map(|one| one.weighing).collect();
    let without = |k: usize| Weighing::Without(ItemId(format!("d{k}")));
    assert_eq!(weighings, [Weighing::Own, Weighing::Equal, without(1), without(2), without(3), without(4), without(5)]);
}

#[test]
fn choices_stay_dated_and_the_experiment_can_be_adjusted() {
    let mut reader = revealed(3);
    reader.does(Msg::Next).does(Msg::Next);
    assert_eq!(reader.state.screen, Screen::Choose);
    reader.does(Msg::Choose(Some("b".into()))).does(Msg::Choose(None)).does(Msg::Choose(Some("nowhere".into())));
    assert_eq!(reader.state.choices.iter().map(|chosen| chosen.choice.clone()).collect::<Vec<_>>(), [Some("b".into()), None]);
    assert_eq!(reader.chooser.plan_for(None).unwrap().id.as_str(), "plan-open");
    reader.does(Msg::Keep("plan-b".into(), "bet".into(), Holds::No));
    assert_eq!(reader.state.dropped, ["plan-b.bet"]);
    reader.does(Msg::Keep("plan-b".into(), "bet".into(), Holds::Yes)).does(Msg::CheckIn(Course::Keep, " fine ".into()));
    assert_eq!((reader.state.dropped.len(), reader.state.checkins[0].note.as_str()), (0, "fine"));
    reader.does(Msg::Next);
    assert_eq!(reader.state.screen, Screen::Revisit);
}

#[test]
fn the_reader_can_lower_what_leaves_the_device_but_never_raise_it() {
    let mut reader = Reader::of(adaptive(2, 2));
    assert_eq!(reader.state.report, Report::Choice);
    reader.does(Msg::Report(Report::Answers));
    assert_eq!(reader.state.report, Report::Choice);
    reader.does(Msg::Report(Report::Nothing));
    assert_eq!(reader.state.report, Report::Nothing);
}

#[test]
fn sides_follow_from_the_seed_and_both_happen() {
    let reader = Reader::of(adaptive(6, 6));
    let other = Deliberation::new(&reader.chooser, 8);
    let pairs = |state: &Deliberation| {
        (0..6).flat_map(|k| (0..6).map(move |n| ItemId(format!("d{k}-{n}")))).map(|id| state.first_side(&id)).collect::<Vec<_>>()
    };
    assert_eq!(pairs(&reader.state), pairs(&Deliberation::new(&reader.chooser, 7)));
    assert_ne!(pairs(&reader.state), pairs(&other));
    let left = pairs(&reader.state).iter().filter(|side| **side == Side::A).count();
    assert!((9..=27).contains(&left), "{left} of 36");
}

#[test]
fn rules_of_the_file_are_followed() {
    let chooser = with_rules(adaptive(3, 2), |rules| (rules.min, rules.max) = (2, 4));
    let mut reader = Reader::of(chooser);
    reader.does(Msg::Next).does(Msg::Next).does(Msg::Next);
    let mut n = 0;
    while matches!(reader.state.screen, Screen::Ask(_)) {
        reader.answers(1 + n % 2);
        n += 1;
    }
    assert_eq!(n, 4);
    assert!(matches!(reader.chooser.engine, Engine::Adaptive(_)));
}

//! Timing of feedback, unmarked items, costs of one item, pools, paths, certainty, bands and dimensions.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

mod common;

use common::{Reader, choices, item, quiz, response, three};
use waypost_core::bundle::*;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::{Action, Entry, Response, Running, Typed};
use waypost_core::number::Share;
use waypost_core::quiz::{Expression, Fit, Flag, Msg, Operator, Phase, Sitting, Step, Verdict, update};

fn verdict(reader: &Reader, item: &str) -> Option<Verdict> {
    reader.sitting.verdict(&reader.bundle, reader.bundle.item(&item.into()).unwrap())
}

fn phase(reader: &Reader, item: &str) -> Phase {
    reader.sitting.phase(&reader.bundle, reader.bundle.item(&item.into()).unwrap())
}

fn picks(reader: &mut Reader, item: &str, letters: &str) {
    reader.does(Msg::Answer(item.into(), response(letters)));
}

fn ids(items: &[ItemId]) -> Vec<&str> {
    items.iter().map(ItemId::as_str).collect()
}

fn single(id: &str) -> Item {
    item(id, Interaction::Single(choices("x..", Marking::Credit)))
}

#[test]
fn until_the_end_answers_may_be_changed_and_no_verdict_is_told() {
    for feedback in [Feedback::End, Feedback::Exam] {
        let mut bundle = three();
        bundle.policy.feedback = feedback;
        let mut reader = Reader::of(bundle);
        reader.answers("one", "a");
        assert_eq!((phase(&reader, "one"), verdict(&reader, "one")), (Phase::Open, None));
        picks(&mut reader, "one", "b");
        reader.does(Msg::Next);
        assert_eq!(reader.sitting.step, Step::Item("two".into()));
        picks(&mut reader, "two", "ac");
        reader.does(Msg::Back).does(Msg::GoTo("three".into()));
        picks(&mut reader, "three", "b");
        reader.does(Msg::Finish);
        assert_eq!(verdict(&reader, "one"), Some(Verdict::Right));
        assert_eq!((phase(&reader, "three"), verdict(&reader, "three")), (Phase::Closed, Some(Verdict::Wrong)));
        assert_eq!(reader.sitting.first.unwrap().tally.earned_hundredths(), 200);
        let tries = reader.sitting.answers.get(&ItemId::from("one")).unwrap().attempts.len();
        assert_eq!(tries, 1, "a changed answer is no second try");
    }
}

#[test]
fn an_exam_gives_no_hints_no_key_and_no_second_round() {
    let mut bundle = three();
    bundle.policy.feedback = Feedback::Exam;
    let mut reader = Reader::of(bundle);
    reader.does(Msg::Hint("one".into())).does(Msg::GiveUp("one".into()));
    assert!(reader.journal.is_empty());
    reader.does(Msg::Finish).does(Msg::Retry);
    assert!(reader.sitting.is_finished() && reader.sitting.round == 0);
}

#[test]
fn what_is_unmarked_is_submitted_by_going_on_and_never_counts() {
    let mut bundle = three();
    bundle.items[1].standing = Standing::Open;
    bundle.items.push(item("words", Interaction::Reflect(Reflect { rows: 4 })));
    bundle.items.push(item("slide", Interaction::Info {}));
    let mut reader = Reader::of(bundle);
    reader.answers("one", "b").does(Msg::Next);
    picks(&mut reader, "two", "b");
    reader.does(Msg::Next).answers("three", "a").does(Msg::Next);
    let text = Response::Typed(Typed { raw: "My own words".into(), norm: String::new() });
    reader.does(Msg::Answer("words".into(), text.clone())).does(Msg::Next).does(Msg::Next);
    let first = reader.sitting.first.unwrap();
    assert_eq!((first.tally.earned_hundredths(), first.tally.possible_hundredths()), (200, 200));
    assert_eq!((verdict(&reader, "two"), verdict(&reader, "words")), (None, None));
    assert_eq!(reader.sitting.response(&"words".into()), Some(&text));
    assert_eq!(reader.sitting.answers.get(&ItemId::from("two")).unwrap().attempts.len(), 1);
}

#[test]
fn a_quiz_that_only_reflects_has_no_points_and_no_pass() {
    let mut bundle = three();
    bundle.policy.mode = Mode::Reflect;
    let mut reader = Reader::of(bundle);
    picks(&mut reader, "one", "b");
    reader.does(Msg::Next).does(Msg::Finish);
    let first = reader.sitting.first.unwrap();
    assert_eq!((first.tally.percent(), first.passed, verdict(&reader, "one")), (None, None, None));
}

#[test]
fn an_item_s_own_tries_and_costs_replace_the_policy_s() {
    let mut bundle = three();
    bundle.items[0].costs =
        Costs { attempts: Some(3), attempt_cost: Share::percent(50), hint_cost: Share::percent(10), ..Costs::default() };
    let mut reader = Reader::of(bundle);
    reader.does(Msg::Hint("one".into())).answers("one", "a");
    assert_eq!(phase(&reader, "one"), Phase::Again);
    reader.answers("one", "b");
    assert_eq!(reader.sitting.tally(&reader.bundle).earned_hundredths(), 40);
    reader.answers("two", "b");
    assert_eq!(phase(&reader, "two"), Phase::Closed);
}

#[test]
fn where_there_is_no_way_back_earlier_items_stay_as_they_are() {
    let mut bundle = three();
    bundle.policy.back = Back::Never;
    bundle.policy.feedback = Feedback::End;
    let mut reader = Reader::of(bundle);
    reader.answers("one", "a").does(Msg::Next);
    let length = reader.journal.len();
    picks(&mut reader, "one", "b");
    reader.does(Msg::Back).does(Msg::GoTo("one".into()));
    assert_eq!(reader.journal.len(), length);
    reader.does(Msg::GoTo("three".into()));
    assert_eq!(reader.sitting.step, Step::Item("three".into()));
}

#[test]
fn flags_reasons_and_the_clock_are_kept() {
    let mut reader = Reader::of(three());
    reader.does(Msg::Flag("one".into())).does(Msg::Explain("one".into(), "A guess".into())).does(Msg::Extend).does(Msg::ClockOff);
    let answer = reader.sitting.answers.get(&ItemId::from("one")).unwrap().clone();
    assert_eq!((answer.flag, answer.why.as_str()), (Flag::Up, "A guess"));
    assert_eq!((reader.sitting.clock.extended, reader.sitting.clock.running.name()), (1, "off"));
    reader.does(Msg::Flag("one".into()));
    assert_eq!(reader.sitting.answers.get(&ItemId::from("one")).unwrap().flag, Flag::Down);
}

fn pool() -> Bundle {
    let mut bundle = quiz((0..12).map(|n| single(&format!("q{n:02}"))).collect());
    for (n, item) in bundle.items.iter_mut().enumerate() {
        item.section = Some(if n < 8 { "s" } else { "t" }.into());
    }
    bundle.items[3].drawn = Drawn::Always;
    bundle.items[5].part_of = Some("q04".into());
    bundle.sections = vec![Section { draw: Some(3), ..Section::new("s".into()) }, Section::new("t".into())];
    bundle
}

#[test]
fn a_pool_gives_its_number_keeps_what_is_always_there_and_parts_travel_with_their_item() {
    let bundle = pool();
    let first = Sitting::new(&bundle, 0).drawn[0].clone();
    let mut seen = [0u32; 12];
    for seed in 0..4000 {
        let sitting = Sitting::new(&bundle, seed);
        let drawn = ids(&sitting.drawn);
        let heads = drawn.iter().filter(|id| **id < "q08" && **id != "q05").count();
        assert_eq!(heads, 3, "seed {seed}");
        assert!(drawn.contains(&"q03"));
        assert_eq!(drawn.contains(&"q04"), drawn.contains(&"q05"));
        assert_eq!(&drawn[drawn.len() - 4..], ["q08", "q09", "q10", "q11"]);
        assert_eq!(sitting.drawn[0], first, "the prerendered question stays the first");
        for id in drawn {
            seen[id[1..].parse::<usize>().unwrap()] += 1;
        }
    }
    assert!(seen.iter().all(|&n| n > 0), "{seen:?}");
}

#[test]
fn a_later_sitting_draws_by_its_own_seed_alone_and_evenly() {
    let mut bundle = quiz((0..10).map(|n| single(&format!("q{n}"))).collect());
    bundle.policy.draw = Some(4);
    let mut reader = Reader::of(bundle);
    reader.does(Msg::Flag("q0".into())).does(Msg::Restart);
    let Action::Start { drawn, .. } = &reader.journal.last().unwrap().action else { panic!("no start") };
    assert_eq!((drawn.len(), &reader.sitting.drawn), (4, drawn));
    let mut seen = [0f64; 10];
    for seed in 0..20_000 {
        let start = Action::Start { seed, revision: String::new(), drawn: Vec::new() };
        let journal = [common::entry(0, Action::Start { seed: 1, revision: String::new(), drawn: Vec::new() }), common::entry(1, start)];
        for id in Sitting::fold(&reader.bundle, 0, &journal).drawn {
            seen[id.as_str()[1..].parse::<usize>().unwrap()] += 1.0;
        }
    }
    let chi: f64 = seen.iter().map(|n| (n - 8000.0).powi(2) / 8000.0).sum();
    assert!(chi < 27.88, "chi-square {chi} with 9 degrees of freedom is beyond p = 0.001");
}

#[test]
fn drawn_items_stay_when_the_pool_changes_and_the_next_key_replaces_one_that_vanished() {
    let bundle = pool();
    for seed in 0..200 {
        let before = Sitting::new(&bundle, seed);
        let start = Action::Start { seed, revision: String::new(), drawn: before.drawn.clone() };
        let mut edited = bundle.clone();
        edited.items.insert(0, Item { section: Some("s".into()), ..single("new") });
        let gone = before.drawn[1].clone();
        edited.items.retain(|item| item.id != gone && item.part_of.as_ref() != Some(&gone));
        let after = Sitting::fold(&edited, 0, &[common::entry(0, start)]);
        let stays = before.drawn.iter().filter(|id| edited.item(id).is_some());
        assert!(stays.clone().all(|id| after.drawn.contains(id)), "seed {seed}");
        let heads = after.drawn.iter().filter(|id| id.as_str() < "q08" && id.as_str() != "q05" || id.as_str() == "new").count();
        assert_eq!(heads, 3, "seed {seed}");
    }
}

#[test]
fn shuffled_items_come_in_every_order_and_the_first_stays_first() {
    let mut bundle = quiz(["a", "b", "c", "d"].map(single).into());
    bundle.policy.order = Order::Shuffled;
    let first = Sitting::new(&bundle, 0).drawn[0].clone();
    let mut orders = std::collections::BTreeSet::new();
    for seed in 0..500 {
        let drawn = Sitting::new(&bundle, seed).drawn;
        assert_eq!(drawn[0], first);
        orders.insert(drawn);
    }
    assert_eq!(orders.len(), 6);
}

fn if_(when: Expression, to: &str) -> Branch {
    Branch { when: Some(when), to: Target::Item(to.into()) }
}

fn apply(operator: Operator, operands: impl Into<Vec<Expression>>) -> Expression {
    Expression::Apply(operator, operands.into())
}

fn number(text: &str) -> Expression {
    Expression::Number(text.parse().unwrap())
}

/// a -> (score < 50 %: d), b, c -> end, d, e
fn forked() -> Bundle {
    let mut bundle = quiz(["a", "b", "c", "d", "e"].map(single).into());
    bundle.items[0].branches = vec![if_(apply(Operator::Less, [Expression::Score {}, number("0.5")]), "d")];
    bundle.items[2].branches = vec![Branch { when: None, to: Target::End }];
    bundle
}

#[test]
fn the_path_follows_the_answers_and_comes_back_when_they_change() {
    let mut bundle = forked();
    bundle.policy.feedback = Feedback::End;
    let mut reader = Reader::of(bundle);
    reader.answers("a", "a");
    assert_eq!(ids(&reader.sitting.asked), ["a", "b", "c"]);
    reader.does(Msg::Next).answers("b", "a").does(Msg::Back).answers("a", "b");
    assert_eq!(ids(&reader.sitting.asked), ["a", "d", "e"]);
    assert_eq!(reader.sitting.tally(&reader.bundle).possible_hundredths(), 300);
    assert_eq!(reader.sitting.tally(&reader.bundle).earned_hundredths(), 0, "b is kept but not counted");
    reader.answers("a", "a");
    assert_eq!(ids(&reader.sitting.asked), ["a", "b", "c"]);
    assert_eq!(reader.sitting.tally(&reader.bundle).earned_hundredths(), 200, "b counts again");
}

#[test]
fn progress_says_how_many_there_are_at_most() {
    let mut bundle = quiz(["a", "b", "c", "d", "e"].map(single).into());
    if let Interaction::Single(choices) = &mut bundle.items[0].interaction {
        choices.options[1].then = Some(Target::Item("d".into()));
    }
    let mut reader = Reader::of(bundle);
    let progress = |reader: &Reader| reader.sitting.progress(&reader.bundle).map(|p| (p.number, p.at_least, p.at_most));
    assert_eq!(progress(&reader), Some((1, 3, 5)));
    reader.answers("a", "b").does(Msg::Next);
    assert_eq!(reader.sitting.step, Step::Item("d".into()));
    assert_eq!(progress(&reader), Some((2, 3, 3)));
    assert_eq!(Sitting::new(&three(), 0).progress(&three()).map(|p| (p.at_least, p.at_most)), Some((3, 3)));
}

#[test]
fn conditions_are_exact() {
    use Expression::{Chose, Mark, Right, Score, Seen};
    use Operator::*;
    let third = || apply(Divide, [number("1"), number("3")]);
    for (when, expected) in [
        (apply(Equal, [Mark("a".into()), number("1")]), true),
        (apply(Equal, [Score {}, number("1")]), true),
        (Right("a".into()), true),
        (Seen("a".into()), true),
        (Seen("b".into()), false),
        (Chose("a".into(), "a".into()), true),
        (Chose("a".into(), "b".into()), false),
        (apply(Equal, [apply(Add, [number("0.1"), number("0.2")]), number("0.3")]), true),
        (apply(Equal, [apply(Divide, [number("7"), number("0")]), number("0")]), true),
        (apply(Less, [third(), number("0.333333334")]), true),
        (apply(And, [Right("a".into()), apply(Not, [Seen("b".into())])]), true),
        (apply(Or, [Seen("b".into()), apply(AtLeast, [number("2"), number("3")])]), false),
        (apply(Equal, [apply(Clamp, [number("7"), number("1"), number("5")]), number("5")]), true),
        (apply(Equal, [apply(Subtract, [number("2")]), apply(Min, [number("-2"), number("3")])]), true),
        (apply(Greater, [apply(Multiply, [number("1e9"), number("1e9")]), apply(Max, [number("2"), number("3")])]), true),
        (apply(Unequal, [Mark("unknown".into()), number("0")]), false),
    ] {
        let mut bundle = quiz(["a", "b", "c"].map(single).into());
        bundle.items[0].branches = vec![if_(when.clone(), "c")];
        let mut reader = Reader::of(bundle);
        reader.answers("a", "a");
        let way: &[&str] = if expected { &["a", "c"] } else { &["a", "b", "c"] };
        assert_eq!(ids(&reader.sitting.asked), way, "{when:?}");
    }
}

#[test]
fn a_target_that_was_not_drawn_means_the_next_drawn_item_and_no_way_leads_back() {
    let mut bundle = quiz(["a", "b", "c", "d"].map(single).into());
    bundle.items[0].branches = vec![Branch { when: None, to: Target::Item("b".into()) }];
    bundle.items[2].branches = vec![Branch { when: None, to: Target::Item("a".into()) }];
    bundle.policy.draw = Some(3);
    let drawn: Vec<ItemId> = ["a", "c", "d"].map(Into::into).into();
    let start = Action::Start { seed: 1, revision: String::new(), drawn };
    let sitting = Sitting::fold(&bundle, 0, &[common::entry(0, start)]);
    assert_eq!(ids(&sitting.asked), ["a", "c", "d"]);
}

#[test]
fn certainty_marks_multiply_what_was_earned_and_cost_where_wrong() {
    let mut bundle = three();
    bundle.policy.confidence = Confidence::Marks;
    let mut reader = Reader::of(bundle);
    reader.answers("one", "b");
    assert_eq!(phase(&reader, "one"), Phase::Open, "without a level nothing is submitted");
    reader.does(Msg::Sure("one".into(), 3)).does(Msg::Check("one".into()));
    picks(&mut reader, "two", "b");
    reader.does(Msg::Sure("two".into(), 2)).does(Msg::Check("two".into()));
    let tally = reader.sitting.tally(&reader.bundle);
    assert_eq!((tally.earned_hundredths(), tally.possible_hundredths()), (100, 900));
    assert_eq!(reader.sitting.sure(&"one".into()), Some(3));
}

#[test]
fn calibration_compares_how_sure_with_how_often_right() {
    let mut bundle = quiz((0..12).map(|n| single(&format!("q{n:02}"))).collect());
    bundle.policy.confidence = Confidence::Calibration;
    let mut reader = Reader::of(bundle);
    for n in 0..12 {
        let id = format!("q{n:02}");
        picks(&mut reader, &id, if !(3..10).contains(&n) { "a" } else { "b" });
        reader.does(Msg::Sure(id.as_str().into(), if n < 10 { 3 } else { 1 })).does(Msg::Check(id.as_str().into())).does(Msg::Next);
    }
    let calibration = reader.sitting.calibration(&reader.bundle);
    let [unsure, fairly, sure] = calibration.levels;
    assert_eq!((sure.n, sure.right, sure.mean, sure.fit), (10, 3, 3000, Some(Fit::Overconfident)));
    // Wilson, h = 0.3, n = 10, worked out by hand: 0.1078 to 0.6032.
    assert_eq!((sure.low, sure.high), (1078, 6032));
    assert_eq!((unsure.n, unsure.mean, unsure.from, unsure.fit, fairly.n), (2, 10_000, 3333, None, 0));
    // Stated: ten times 0.9, twice (1/3 + 2/3)/2 = 0.5; mean 10/12; right 5 of 12.
    assert_eq!((calibration.n, calibration.bias), (12, 4167));
    // (3 x 0.01 + 7 x 0.81 + 2 x 0.25) / 12
    assert_eq!(calibration.brier, 5167);
}

#[test]
fn bands_are_reached_exactly() {
    let mut bundle = three();
    bundle.results = ["high", "some", "none"]
        .into_iter()
        .zip([Share::new(2, 3), Share::new(1, 3), Share::new(0, 1)])
        .map(|(id, from)| Band { id: id.into(), from: from.unwrap() })
        .collect();
    for (answers, band) in [("", "none"), ("o", "some"), ("ot", "high")] {
        let mut reader = Reader::of(bundle.clone());
        assert!(reader.sitting.band(&bundle).is_none());
        if answers.contains('o') {
            reader.answers("one", "b");
        }
        if answers.contains('t') {
            reader.answers("three", "a");
        }
        reader.does(Msg::Finish);
        assert_eq!(reader.sitting.band(&bundle).map(|band| band.id.as_str()), Some(band));
    }
}

#[test]
fn dimensions_are_means_of_what_was_answered_from_two_thirds_on() {
    let to = |to: &str, counts| Statement { id: to.into(), to: Some("calm".into()), counts };
    let rows = vec![to("a", Counts::Forward), to("b", Counts::Reverse), to("c", Counts::Forward)];
    let mut bundle = quiz(vec![item("s", Interaction::Scale(Scale { name: "often".into(), steps: 5, rows }))]);
    bundle.dimensions = vec!["calm".into()];
    let mut reader = Reader::of(bundle);
    let pairs = |steps: &[(&str, &str)]| Response::Pairs(steps.iter().map(|(a, b)| (OptionId::from(*a), OptionId::from(*b))).collect());
    for (steps, expected) in
        [(&[("a", "5")][..], None), (&[("a", "5"), ("b", "2")], Some(8750)), (&[("a", "5"), ("b", "2"), ("c", "1")], Some(5833))]
    {
        reader.does(Msg::Answer("s".into(), pairs(steps))).does(Msg::Check("s".into()));
        let [calm] = &reader.sitting.dimensions(&reader.bundle)[..] else { panic!("one dimension") };
        assert_eq!(calm.value().map(|value| value.ten_thousandths()), expected, "{steps:?}");
    }
    reader.does(Msg::Answer("s".into(), pairs(&[("a", "6")])));
    assert_ne!(reader.sitting.response(&"s".into()), Some(&pairs(&[("a", "6")])), "there is no sixth step");
}

#[test]
fn a_section_with_a_time_limit_has_a_clock_of_its_own() {
    let mut bundle = three();
    bundle.sections = vec![Section::new("s".into()), Section { time: Some(60), ..Section::new("t".into()) }];
    for (item, section) in bundle.items.iter_mut().zip(["s", "t", "t"]) {
        item.section = Some(section.into());
    }
    bundle.policy.time = Some(Time { seconds: 600, essential: String::new() });
    let mut sitting = Sitting::new(&bundle, 7);
    let mut ms = 0;
    let mut after = |sitting: &mut Sitting, seconds: u64, action: Action| {
        ms += seconds * 1000;
        sitting.apply(&bundle, &Entry { ms, ..common::entry(ms as usize, action) });
    };
    let go = |item: &str| Action::Goto { item: item.into() };
    after(&mut sitting, 0, Action::Start { seed: 7, revision: bundle.revision.clone(), drawn: Vec::new() });
    after(&mut sitting, 20, go("two"));
    assert_eq!(sitting.limit(&bundle), Some((60, 0)), "the section's clock begins with its first question");
    after(&mut sitting, 25, go("three"));
    assert_eq!(sitting.limit(&bundle), Some((60, 25_000)));
    after(&mut sitting, 5, Action::Extend {});
    assert_eq!(sitting.limit(&bundle), Some((120, 30_000)), "more time is for the section");
    after(&mut sitting, 10, go("one"));
    assert_eq!(sitting.limit(&bundle), Some((600, 20_000)), "the quiz' own clock rested");
    after(&mut sitting, 1, Action::Clock { running: Running::Off });
    assert_eq!(sitting.limit(&bundle), None);
}

#[test]
fn when_the_time_of_an_exam_is_over_its_answers_stay_as_they_are_and_count_until_there_is_more_time() {
    let mut bundle = three();
    bundle.policy.feedback = Feedback::Exam;
    bundle.policy.time = Some(Time { seconds: 60, essential: String::new() });
    let (mut sitting, mut at) = (Sitting::new(&bundle, 7), 0);
    let mut does = |sitting: &mut Sitting, seconds: u64, msg: &Msg| {
        let actions = update(&bundle, sitting, msg, 7);
        for action in &actions {
            at += 1;
            sitting.apply(&bundle, &Entry { ms: seconds * 1000, ..common::entry(at, action.clone()) });
        }
        !actions.is_empty()
    };
    let one: ItemId = "one".into();
    let pick = |letters: &str| Msg::Answer("one".into(), response(letters));
    assert!(does(&mut sitting, 1, &pick("a")));
    assert!(!sitting.is_over(&bundle));
    assert!(does(&mut sitting, 61, &Msg::TimeOver), "the page says when it is over, so that it is after a reload too");
    assert!(sitting.is_over(&bundle));
    for msg in [pick("b"), Msg::Toggle(one.clone(), "b".into())] {
        assert!(!does(&mut sitting, 62, &msg), "{msg:?}");
    }
    let late = Action::Draft { item: one.clone(), response: response("b"), sure: None };
    let mut forced = sitting.clone();
    forced.apply(&bundle, &Entry { ms: 63_000, ..common::entry(90, late) });
    assert_eq!(forced.response(&one), Some(&response("a")), "nor by another way than the page's controls");

    let mut more = sitting.clone();
    assert!(does(&mut more, 64, &Msg::Extend));
    assert!(does(&mut more, 65, &pick("b")), "with more time it goes on");

    assert!(does(&mut sitting, 66, &Msg::Finish));
    assert_eq!(sitting.answers.get(&one).unwrap().attempts.last().unwrap().response, response("a"), "what was picked counts");

    bundle.policy.feedback = Feedback::End;
    let mut untimed = Sitting::new(&bundle, 7);
    untimed.apply(&bundle, &common::entry(0, Action::Start { seed: 7, revision: bundle.revision.clone(), drawn: Vec::new() }));
    untimed.apply(&bundle, &Entry { ms: 600_000, ..common::entry(1, Action::Goto { item: one }) });
    assert!(!untimed.is_over(&bundle), "elsewhere it goes on over time");
}

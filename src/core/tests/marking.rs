//! Marks: a golden table worked out by hand, and laws on random items.

mod common;

use common::{choices, item, policy, response};
use proptest::prelude::*;
use waypost_core::bundle::{Interaction, Item, Marking, Negative};
use waypost_core::number::{MARK, Share};
use waypost_core::quiz::marking::choice::Counts;
use waypost_core::quiz::marking::{Verdict, after_costs, key, mark};

fn multi(key: &str, marking: Marking) -> Item {
    item("q", Interaction::Multi(choices(key, marking)))
}

fn single(key: &str) -> Item {
    item("q", Interaction::Single(choices(key, Marking::Credit)))
}

fn share(num: i64, den: i64) -> i64 {
    (MARK * num).div_euclid(den)
}

#[test]
fn multiple_choice_marks_equal_the_table() {
    use Marking::{All, Each, Net};
    for (options, chosen, marking, num, den) in [
        ("xx..", "ab", Net, 1, 1),
        ("xx..", "a", Net, 1, 2),
        ("xx..", "ac", Net, 0, 1),
        ("xx..", "abc", Net, 1, 2),
        ("xx..", "abcd", Net, 0, 1),
        ("xx..", "cd", Net, 0, 1),
        ("xxx..", "abd", Net, 1, 6),
        ("xxx", "ab", Net, 2, 3),
        ("xx..", "ab", All, 1, 1),
        ("xx..", "a", All, 0, 1),
        ("xx..", "abc", All, 0, 1),
        ("xx..", "ab", Each, 1, 1),
        ("xx..", "a", Each, 3, 4),
        ("xx..", "abcd", Each, 1, 2),
        ("xx..", "c", Each, 1, 4),
    ] {
        let mark = mark(&multi(options, marking), &policy(), &response(chosen));
        assert_eq!(mark, share(num, den), "key {options}, chosen {chosen}, {marking:?}");
    }
}

#[test]
fn no_answer_earns_nothing_and_never_less() {
    let mut policy = policy();
    policy.negative = Negative::Item;
    policy.penalty = Share::FULL;
    assert_eq!(mark(&single(".x"), &policy, &response("")), 0);
    assert_eq!(mark(&multi("xx.", Marking::Net), &policy, &response("")), 0);
}

#[test]
fn a_wrong_single_choice_costs_the_penalty_only_where_the_author_says_so() {
    let mut policy = policy();
    policy.penalty = Share::new(1, 3).unwrap();
    assert_eq!(mark(&single(".x.."), &policy, &response("a")), 0);
    policy.negative = Negative::Item;
    assert_eq!(mark(&single(".x.."), &policy, &response("a")), -MARK / 3);
    assert_eq!(mark(&multi("x...", Marking::Net), &policy, &response("bcd")), -MARK);
}

#[test]
fn credits_add_up_and_are_clamped() {
    let mut weighed = multi("x..", Marking::Weights);
    if let Interaction::Multi(choices) = &mut weighed.interaction {
        for (option, credit) in choices.options.iter_mut().zip(["3/4", "1/2", "-1/4"]) {
            option.credit = Some(credit.parse().unwrap());
        }
    }
    assert_eq!(mark(&weighed, &policy(), &response("a")), share(3, 4));
    assert_eq!(mark(&weighed, &policy(), &response("ab")), MARK);
    assert_eq!(mark(&weighed, &policy(), &response("bc")), share(1, 4));
    assert_eq!(mark(&weighed, &policy(), &response("c")), 0);
}

#[test]
fn tries_and_hints_reduce_what_was_earned_and_no_more() {
    let mut policy = policy();
    policy.attempt_cost = Share::new(1, 3).unwrap();
    policy.hint_cost = Share::percent(10).unwrap();
    assert_eq!(after_costs(MARK, &policy, 0, 0), MARK);
    assert_eq!(after_costs(MARK, &policy, 1, 0), share(2, 3));
    assert_eq!(after_costs(share(1, 2), &policy, 1, 1), share(1, 2) * (MARK - share(1, 3) - share(1, 10)) / MARK);
    assert_eq!(after_costs(MARK, &policy, 3, 0), 0);
    assert_eq!(after_costs(-share(1, 3), &policy, 2, 2), -share(1, 3));
}

/// A key of up to ten options with at least one right, a marking, a subset of the options, and whether marks may be negative.
fn cases() -> impl Strategy<Value = (String, Marking, Vec<bool>, Negative)> {
    let markings = prop_oneof![Just(Marking::Net), Just(Marking::All), Just(Marking::Each), Just(Marking::Weights)];
    let negative = prop_oneof![Just(Negative::None), Just(Negative::Item)];
    ("[x.]{1,10}".prop_filter("a key", |key| key.contains('x')), markings, prop::collection::vec(any::<bool>(), 10), negative)
}

fn chosen(key: &str, picks: &[bool]) -> String {
    ('a'..).zip(key.chars().zip(picks)).filter(|(_, (_, picked))| **picked).map(|(letter, _)| letter).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn the_key_earns_the_full_mark_and_every_mark_is_in_bounds((options, marking, picks, negative) in cases()) {
        let item = multi(&options, marking);
        let mut policy = policy();
        policy.negative = negative;
        prop_assert_eq!(mark(&item, &policy, &key(&item)), MARK);
        let least = if negative == Negative::Item { -MARK } else { 0 };
        let earned = mark(&item, &policy, &response(&chosen(&options, &picks)));
        prop_assert!((least..=MARK).contains(&earned));
    }

    #[test]
    fn one_more_right_option_never_earns_less_and_one_more_wrong_never_more((options, marking, picks, negative) in cases()) {
        let item = multi(&options, marking);
        let mut policy = policy();
        policy.negative = negative;
        let base = chosen(&options, &picks);
        if base.is_empty() {
            return Ok(()); // no answer earns 0 by its own rule
        }
        let before = mark(&item, &policy, &response(&base));
        for (letter, is_key) in ('a'..).zip(options.chars().map(|c| c == 'x')).filter(|(letter, _)| !base.contains(*letter)) {
            let after = mark(&item, &policy, &response(&format!("{base}{letter}")));
            prop_assert!(if is_key { after >= before } else { after <= before }, "{} then {}: {} to {}", base, letter, before, after);
        }
    }

    #[test]
    fn right_means_exactly_the_full_mark((options, marking, picks, _) in cases()) {
        let item = multi(&options, marking);
        let answer = response(&chosen(&options, &picks));
        let counts = Counts::of(item.interaction.choices().unwrap(), &answer);
        let is_key = counts.right == counts.key && counts.wrong == 0;
        let right = Verdict::of(mark(&item, &policy(), &answer)) == Verdict::Right;
        // By weights without credits a distractor costs nothing; every other marking is full for the key alone.
        prop_assert_eq!(right, if marking == Marking::Weights { counts.right > 0 } else { is_key });
    }
}

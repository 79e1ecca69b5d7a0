//! Certainty marks, and when an answer is complete.
#![allow(clippy::unwrap_used, reason = "a test")]

use waypost_core::bundle::*;
use waypost_core::id::OptionId;
use waypost_core::journal::{Response, Typed};
use waypost_core::number::MARK;
use waypost_core::quiz::marking::{is_complete, with_certainty};
use waypost_core::typed::Exact;

#[test]
fn certainty_multiplies_what_was_earned_and_costs_what_was_not() {
    for (mark, level, certain) in [
        (MARK, 1, MARK),
        (MARK, 2, 2 * MARK),
        (MARK, 3, 3 * MARK),
        (MARK / 2, 3, 3 * MARK / 2),
        (0, 1, 0),
        (0, 2, -2 * MARK),
        (0, 3, -6 * MARK),
        (-MARK / 3, 1, 0),
        (-MARK / 3, 3, -6 * MARK),
        (MARK, 0, MARK),
        (0, 9, 0),
    ] {
        assert_eq!(with_certainty(mark, level), certain, "{mark} at level {level}");
    }
}

/// The level that earns most when an answer is right with probability `right` of `all`.
fn best(right: i64, all: i64) -> Vec<u32> {
    let expected = |level| right * with_certainty(MARK, level) + (all - right) * with_certainty(0, level);
    let most = (1..=3).map(expected).max().unwrap();
    (1..=3).filter(|level| expected(*level) == most).collect()
}

#[test]
fn the_level_that_earns_most_changes_at_two_thirds_and_four_fifths() {
    assert_eq!(best(2, 3), [1, 2]);
    assert_eq!(best(4, 5), [2, 3]);
    for hundredths in 0..=100 {
        let honest = if hundredths <= 66 {
            1
        } else if hundredths < 80 {
            2
        } else {
            3
        };
        assert!(best(hundredths, 100).contains(&honest), "{hundredths} %");
    }
}

fn complete(interaction: Interaction, response: Response) -> bool {
    is_complete(&Item::new("q".into(), interaction), &response)
}

fn ids(text: &str) -> Vec<OptionId> {
    text.split_whitespace().map(OptionId::from).collect()
}

fn paired(pairs: &[(&str, &str)]) -> Response {
    Response::Pairs(pairs.iter().map(|(row, target)| ((*row).into(), (*target).into())).collect())
}

#[test]
fn an_order_is_complete_with_every_thing_in_it() {
    let order = || Interaction::Order(Sequence { marking: Marking::Pairs, things: ids("a b c") });
    assert!(complete(order(), Response::Order(ids("c b a"))));
    assert!(!complete(order(), Response::Order(ids("c b"))));
    assert!(!complete(order(), Response::of(ids("a b c"))), "options are no order");
}

#[test]
fn rows_are_complete_when_all_are_filled_and_where_some_belong_nowhere_with_the_first() {
    let row = |id: &str, target: Option<&str>| Row { id: id.into(), target: target.map(OptionId::from) };
    let pairs = |last| {
        let rows = vec![row("a", Some("x")), row("b", Some("y")), row("c", last)];
        Interaction::Match(Pairs { marking: Marking::Each, order: Order::Fixed, rows, targets: ids("x y") })
    };
    assert!(!complete(pairs(Some("x")), paired(&[("a", "x"), ("b", "x")])));
    assert!(complete(pairs(Some("x")), paired(&[("a", "x"), ("b", "x"), ("c", "x")])));
    assert!(complete(pairs(None), paired(&[("b", "x")])));
    assert!(!complete(pairs(None), paired(&[])));
}

#[test]
fn a_number_is_complete_once_it_can_be_read() {
    let slider = || {
        let [min, max, step] = [0, 10, 1].map(Exact::whole);
        Interaction::Slider(Slider { min, max, step, unit: String::new(), ends: Vec::new(), answers: None, to: None })
    };
    let typed = |raw: &str, norm: &str| Response::Typed(Typed { raw: raw.into(), norm: norm.into() });
    assert!(complete(slider(), typed("5", "5")));
    assert!(!complete(slider(), typed("five", "")));
    assert!(complete(Interaction::Reflect(Reflect { rows: 3 }), typed("some words", "")));
    assert!(!complete(Interaction::Reflect(Reflect { rows: 3 }), typed("  ", "")));
    assert!(complete(Interaction::Info {}, Response::of([])));
}

//! Spaced review against values of the reference implementation in Python (py-fsrs 6.3.2, default weights, no learning steps).
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

mod common;

use common::{Reader, three};
use waypost_core::bundle::Confidence;
use waypost_core::number::Share;
use waypost_core::quiz::Msg;
use waypost_core::quiz::schedule::{Grade, Last, Memory};

/// Reviews as `grade@days since the one before`, then stability, difficulty and the next interval in days.
const REFERENCE: [(&str, f64, f64, u32); 60] = [
    ("2@0 1@5 1@0 1@2 2@13 1@0", 0.164354, 9.937868, 1),
    ("4@0 2@0 4@0 1@0 1@1 4@13 2@0", 6.580676, 9.192010, 7),
    ("2@0", 1.293100, 5.112171, 1),
    ("4@0 1@1 3@13 2@13 2@0", 20.363194, 8.660040, 20),
    ("1@0 1@13 1@13 2@13 4@5 3@200", 13.814667, 9.590559, 14),
    ("4@0 3@2 2@1 2@40 3@0 4@13 4@2 1@2", 3.494731, 7.632715, 3),
    ("4@0 3@1", 13.485063, 1.000000, 13),
    ("4@0 1@5 1@40", 0.642377, 9.008020, 1),
    ("3@0 3@2 4@13 4@13 1@0 4@2 1@40 3@0 4@40", 23.542212, 8.201704, 24),
    ("4@0 3@40 4@0 2@2 1@13", 3.542706, 8.016556, 4),
    ("1@0 3@1 2@1 4@5 4@200 2@0 4@5 3@13", 202.077218, 6.135474, 202),
    ("4@0 3@200 4@40", 371.714849, 1.000000, 372),
    ("4@0 2@1 2@0 2@1 2@40 4@0", 47.455303, 7.606037, 47),
    ("3@0 1@2 4@1", 3.965360, 6.509095, 4),
    ("3@0 3@13 1@1 4@5 4@5 1@5 4@5 2@0 2@0", 10.402240, 9.056525, 10),
    ("2@0 3@0 1@13 1@0 2@13 1@13 1@2 2@0", 0.186272, 9.945011, 1),
    ("2@0 3@40 3@2 1@5 4@0 4@5 3@5", 23.273796, 7.056143, 23),
    ("2@0 3@0", 1.335900, 5.102287, 1),
    ("4@0 2@200 1@13 3@1 1@1", 0.811550, 9.329081, 1),
    ("3@0 1@40 3@40 3@13 3@1 2@200 3@13 2@40 2@13", 122.427661, 9.190272, 122),
    ("4@0 2@40 4@1 1@2", 2.801837, 7.353862, 3),
    ("3@0", 2.306500, 2.118104, 2),
    ("3@0 3@1 3@5 1@2 1@1 4@1 3@1 4@1", 5.664980, 8.394066, 6),
    ("4@0", 8.295600, 1.000000, 8),
    ("1@0 1@200 2@5 2@5 3@5 4@0", 8.671085, 9.231630, 9),
    ("4@0 1@40 2@40 2@1 2@0 4@13 2@200 4@13", 77.125600, 8.887975, 77),
    ("2@0 2@13 1@0 1@200 2@13 2@5", 4.439202, 9.811579, 4),
    ("1@0 2@2 2@2 3@200", 24.701255, 8.381625, 25),
    ("4@0 2@200 3@0 4@5 2@200", 335.266542, 4.663001, 335),
    ("2@0 1@13 4@200 2@200 1@13 2@200 2@1 1@5 1@13", 0.492174, 9.954157, 1),
    ("4@0 1@200 1@13 2@1 1@2 1@200", 0.329972, 9.907631, 1),
    ("4@0 1@13 1@200 3@5 2@13 3@40 4@5 2@13 3@40", 50.945143, 9.344393, 51),
    ("2@0 4@200 4@1 4@0 3@5 2@0 1@5 3@1 1@200", 1.587479, 9.329081, 2),
    ("3@0 3@1 4@1", 16.072467, 1.000000, 16),
    ("1@0 4@5 2@1 4@1", 11.757184, 5.714307, 12),
    ("4@0 4@2 3@1 1@2 3@40 3@0 4@13 1@5 3@5", 6.816918, 8.652846, 7),
    ("3@0 1@13 2@0 1@0 3@2 2@0 2@2 4@200 3@200", 42.450077, 9.583925, 42),
    ("2@0 4@13 3@40 3@0 2@0 1@5 1@2", 0.679460, 9.508833, 1),
    ("3@0 2@0", 2.306500, 4.752858, 2),
    ("3@0 1@200", 1.187096, 7.394503, 1),
    ("1@0 4@2 2@2 2@0 2@0 1@2 2@1 3@2", 2.790276, 9.647796, 3),
    ("2@0 4@2 2@13 3@2 1@200 1@2 1@0 2@40 4@13", 5.212768, 9.809468, 5),
    ("4@0 4@0 4@40 4@13", 261.835066, 1.000000, 262),
    ("3@0 2@40 3@1 2@1 3@5 2@0 1@0 3@40 2@5", 28.604978, 9.453663, 29),
    ("1@0", 0.212000, 6.413300, 1),
    ("3@0 2@13 3@40 4@0 2@1 4@2 3@0", 117.908087, 3.732523, 118),
    ("3@0 3@13 1@1 2@2 2@2 3@0", 5.779312, 8.812604, 6),
    ("1@0 3@5 2@13 1@1 3@0 1@200 4@1", 2.037826, 9.606517, 2),
    ("4@0", 8.295600, 1.000000, 8),
    ("3@0", 2.306500, 2.118104, 2),
    ("2@0 2@0 4@40 3@200 4@40", 279.762533, 4.149766, 280),
    ("3@0 2@40 4@0", 37.121494, 2.984737, 37),
    ("2@0 1@13 2@200 1@0 2@0 3@40 4@0 4@200 1@13", 2.406745, 9.811734, 2),
    ("2@0", 1.293100, 5.112171, 1),
    ("3@0 4@0 1@200 1@40 1@40 4@40 1@2 3@200", 4.393824, 9.816308, 4),
    ("2@0 4@1 4@5 4@0", 53.364371, 1.000000, 53),
    ("1@0 2@13 2@0 3@2 3@40", 21.601319, 8.368471, 22),
    ("1@0 1@5 3@5", 1.196324, 8.792727, 1),
    ("2@0 4@40", 35.778370, 3.464114, 36),
    ("3@0 4@5 1@5 2@13 1@2", 1.154955, 9.331657, 1),
];

fn after(reviews: &str) -> Memory {
    let mut memory: Option<Memory> = None;
    for review in reviews.split(' ') {
        let (grade, days) = review.split_once('@').unwrap();
        let (grade, days) = (Grade::of(grade.parse().unwrap()).unwrap(), days.parse().unwrap());
        memory = Some(memory.map_or_else(|| Memory::first(grade), |memory| memory.reviewed(grade, days)));
    }
    memory.unwrap()
}

#[test]
fn memories_and_intervals_equal_the_reference() {
    for (reviews, stability, difficulty, interval) in REFERENCE {
        let memory = after(reviews);
        assert!((memory.stability / stability - 1.0).abs() < 1e-5, "{reviews}: {} for {stability}", memory.stability);
        assert!((memory.difficulty / difficulty - 1.0).abs() < 1e-5, "{reviews}: {} for {difficulty}", memory.difficulty);
        assert_eq!(memory.interval(36_500, Last::Usual), interval, "{reviews}");
    }
}

#[test]
fn after_the_interval_nine_of_ten_are_remembered() {
    let memory = after("3@0 3@2 3@11 3@46");
    let days = memory.interval(36_500, Last::Usual);
    assert!((memory.recall(days) - 0.9).abs() < 0.001, "{}", memory.recall(days));
}

#[test]
fn intervals_keep_the_author_s_limit_and_what_was_sure_and_wrong_comes_within_a_week() {
    let memory = after("4@0 4@8 4@60");
    assert_eq!((memory.interval(365, Last::Usual), memory.interval(30, Last::Usual)), (365, 30));
    assert_eq!((memory.interval(365, Last::SureAndWrong), memory.interval(3, Last::SureAndWrong)), (7, 3));
    assert_eq!(after("1@0 1@40").interval(365, Last::Usual), 1);
}

#[test]
fn grades_follow_from_tries_hints_and_certainty() {
    let grade = |sure: u32, hint: bool, letters: &[&str]| {
        let mut bundle = three();
        bundle.policy.attempts = 0;
        bundle.policy.hint_cost = Share::NONE;
        bundle.policy.confidence = Confidence::Calibration;
        let mut reader = Reader::of(bundle);
        if hint {
            reader.does(Msg::Hint("one".into()));
        }
        for letter in letters {
            reader
                .does(Msg::Answer("one".into(), common::response(letter)))
                .does(Msg::Sure("one".into(), sure))
                .does(Msg::Check("one".into()));
        }
        reader.sitting.grade(&reader.bundle, &reader.bundle.items[0])
    };
    assert_eq!(grade(0, false, &[]), None);
    assert_eq!(grade(2, false, &["b"]), Some(Grade::Good));
    assert_eq!(grade(3, false, &["b"]), Some(Grade::Easy));
    assert_eq!(grade(1, false, &["b"]), Some(Grade::Hard));
    assert_eq!(grade(3, true, &["b"]), Some(Grade::Hard));
    assert_eq!(grade(3, false, &["a", "b"]), Some(Grade::Hard));
    assert_eq!(grade(3, false, &["a"]), Some(Grade::Again));
}

#[test]
fn a_result_comes_again_on_at_most_three_days_and_only_where_the_author_offers_it() {
    let mut reader = Reader::of(three());
    reader.answers("one", "b").answers("two", "b").does(Msg::Finish);
    assert!(reader.sitting.due(&reader.bundle, 20_000).is_empty());
    reader.bundle.policy.review = Some(waypost_core::bundle::Review { daily: 10, max_days: 365, asks: Default::default() });
    assert_eq!(reader.sitting.due(&reader.bundle, 20_000), [20_001, 20_002]);
}

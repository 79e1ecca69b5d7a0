//! The workbench: its figures against enumeration, its synthetic readers against themselves.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

use waypost_author::chooser::header::Limits;
use waypost_author::chooser::workbench::chance::{Chance, What};
use waypost_author::chooser::workbench::figures::Figures;
use waypost_author::chooser::workbench::numbers::{Known, Leads, Numbers};
use waypost_author::chooser::workbench::outcomes::{Effort, Outcomes};
use waypost_author::chooser::workbench::paths::{How, spread};
use waypost_author::chooser::workbench::readers::rows;
use waypost_author::chooser::workbench::study::{Asks, Row, Scenario, Study};
use waypost_author::chooser::workbench::suggest::suggest;
use waypost_core::chooser::adaptive::{Item, Prior, Side, Verdict};
use waypost_core::chooser::bundle::{Outcome, Points, Question, Score, Takes, Weighted, WeightedOption};
use waypost_core::chooser::profile::Totals;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::number::Share;
use waypost_core::table::Table;

/// Questions as options as points for the outcomes.
fn weighted(outcomes: usize, questions: Vec<(Takes, Vec<Vec<i64>>)>, score: Score, floor: i64) -> Weighted {
    let option = |(at, row): (usize, Vec<i64>)| WeightedOption {
        id: OptionId(format!("o{at}")),
        weights: row.into_iter().enumerate().map(|(k, points)| Points { to: ItemId(format!("k{k}")), points }).collect(),
    };
    let question = |(at, (takes, options)): (usize, (Takes, Vec<Vec<i64>>))| Question {
        id: ItemId(format!("q{at}")),
        takes,
        options: options.into_iter().enumerate().map(option).collect(),
    };
    Weighted {
        outcomes: (0..outcomes).map(|k| Outcome { id: ItemId(format!("k{k}")), next: None, also: None }).collect(),
        questions: questions.into_iter().enumerate().map(question).collect(),
        tiebreak: None,
        min: 1,
        floor: Share::percent(floor).unwrap(),
        score,
    }
}

fn random(seed: u32) -> Weighted {
    let below = |which: u32, n: u32| Chance { seed, reader: 7 }.bits(What::Path, which) % n;
    let outcomes = 2 + below(0, 4);
    let questions = (0..2 + below(1, 4)).map(|q| {
        let takes = if below(100 + q, 5) == 0 { Takes::Many } else { Takes::One };
        let options = if takes == Takes::Many { 2 } else { 2 + below(200 + q, 3) };
        let weight = |which: u32| if below(which, 3) == 0 { 0 } else { i64::from(below(which + 5000, 7)) - 2 };
        (takes, (0..options).map(|o| (0..outcomes).map(|k| weight(1000 + 100 * q + 10 * o + k)).collect()).collect())
    });
    let score = if below(2, 3) == 0 { Score::Points } else { Score::Share };
    weighted(outcomes as usize, questions.collect(), score, i64::from(15 * below(3, 3)))
}

/// Every path with its chance, as answers of the reader.
fn paths(weighted: &Weighted, known: &Known) -> Vec<(f64, Table<ItemId, Vec<OptionId>>)> {
    let mut all = vec![(1.0, Table::default())];
    for (at, question) in weighted.questions.iter().enumerate() {
        let n = question.options.len();
        let p = |option: usize| known.get(at).and_then(|known| known.get(option).copied().flatten());
        let told: f64 = (0..n).filter_map(p).sum();
        let open = (0..n).filter(|option| p(*option).is_none()).count() as f64;
        let sets: Vec<(f64, Vec<usize>)> = match question.takes {
            Takes::One => (0..n).map(|option| (p(option).unwrap_or((1.0 - told) / open), vec![option])).collect(),
            Takes::Many => (0..1usize << n)
                .map(|set| {
                    let chosen: Vec<usize> = (0..n).filter(|option| set >> option & 1 == 1).collect();
                    ((0..n).map(|option| p(option).map_or(0.5, |p| if chosen.contains(&option) { p } else { 1.0 - p })).product(), chosen)
                })
                .collect(),
        };
        let mut next = Vec::new();
        for (chance, answers) in &all {
            for (share, set) in &sets {
                let mut answers: Table<ItemId, Vec<OptionId>> = answers.clone();
                answers.insert(question.id.clone(), set.iter().map(|option| question.options[*option].id.clone()).collect());
                next.push((chance * share, answers));
            }
        }
        all = next;
    }
    all
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn shares_ties_and_none_equal_enumeration_on_a_thousand_quizzes() {
    let (mut ties, mut none) = (0, 0);
    for seed in 0..1000 {
        let quiz = random(seed);
        let known: Known = if seed % 4 == 0 { vec![vec![Some(0.7)]] } else { Vec::new() };
        let numbers = Numbers::of(&quiz, &known).unwrap();
        let found = spread(&numbers, 1 << 20, 0, 1);
        assert_eq!(found.how, How::Exact);
        let outcomes = quiz.outcomes.len();
        let (mut sole, mut tied, mut none_share, mut tie_share) = (vec![0.0; outcomes], vec![0.0; outcomes], 0.0, 0.0);
        for (chance, answers) in paths(&quiz, &known) {
            let totals = Totals::of(&quiz, &answers);
            let leaders = totals.leaders();
            match leaders[..] {
                _ if totals.is_none(quiz.floor) => none_share += chance,
                [one] => sole[one] += chance,
                _ => {
                    tie_share += chance;
                    leaders.iter().for_each(|k| tied[*k] += chance);
                }
            }
        }
        let all = found.sole.iter().zip(&sole).chain(found.tied.iter().zip(&tied)).all(|(a, b)| near(*a, *b));
        assert!(all && near(found.none, none_share) && near(found.ties, tie_share), "seed {seed}: {found:?}, {sole:?} {tied:?}");
        ties += u32::from(tie_share > 0.0);
        none += u32::from(none_share > 0.0);
    }
    assert!(ties > 200 && none > 50, "{ties} with ties, {none} with none");
}

#[test]
fn drawn_paths_are_as_near_as_they_say() {
    for seed in 0..20 {
        let numbers = Numbers::of(&random(seed), &Vec::new()).unwrap();
        let (exact, drawn) = (spread(&numbers, 1 << 20, 0, 1), spread(&numbers, 0, 40_000, seed));
        assert_eq!(drawn.how, How::Sampled(40_000));
        // 20 quizzes with several shares each: twice the 95 % half-width holds for all of them.
        let apart = exact.sole.iter().zip(&drawn.sole).map(|(a, b)| (a - b).abs()).fold((exact.ties - drawn.ties).abs(), f64::max);
        assert!(apart < 2.0 * drawn.how.error(), "seed {seed}: {apart}");
    }
}

#[test]
fn sums_too_wide_for_a_key_are_drawn_and_weights_beyond_counting_are_refused() {
    let wide = (0..12).map(|_| (Takes::One, (0..3).map(|at| (0..12).map(|k| 100 * at - 7 * k).collect()).collect())).collect();
    let wide = weighted(12, wide, Score::Points, 0);
    let found = spread(&Numbers::of(&wide, &Vec::new()).unwrap(), 1 << 10, 500, 1);
    assert_eq!(found.how, How::Sampled(500));
    assert!(near(found.sole.iter().sum::<f64>() + found.ties + found.none, 1.0));
}

/// Three outcomes; the third one is seldom strong.
fn uneven() -> Weighted {
    let scale = |k: usize, step: i64| (Takes::One, (0..4).map(|at| (0..3).map(|o| if o == k { at * step } else { 0 }).collect()).collect());
    weighted(3, vec![scale(0, 5), scale(1, 5), scale(0, 4), scale(1, 4), scale(2, 1), scale(2, 2)], Score::Points, 0)
}

fn outcomes(quiz: &Weighted) -> Outcomes {
    Outcomes::of(quiz, &Vec::new(), &Limits::default(), &|id| id.to_string(), Effort::FULL, 1).unwrap()
}

#[test]
fn suggested_weights_even_the_outcomes_out() {
    let before = outcomes(&uneven());
    assert!(before.clear(2) < 0.5 * before.even(), "{}", before.clear(2));
    let steps = suggest(&uneven(), &Vec::new(), &Limits::default(), 4, 1);
    assert!(!steps.is_empty());
    let mut better = uneven();
    for step in &steps {
        let question = better.questions.iter_mut().find(|question| question.id == step.question).unwrap();
        let option = question.options.iter_mut().find(|option| option.id == step.option).unwrap();
        let weight = option.weights.iter_mut().find(|weight| weight.to == step.outcome).unwrap();
        assert_eq!(weight.points, step.from);
        weight.points = step.to;
    }
    assert!(outcomes(&better).clear(2) > before.clear(2));
}

#[test]
fn a_question_without_weight_has_no_power_and_the_only_one_has_all() {
    let dead = (Takes::One, vec![vec![0, 0], vec![0, 0]]);
    let all = (Takes::One, vec![vec![1, 0], vec![0, 1]]);
    let found = outcomes(&weighted(2, vec![dead, all], Score::Points, 0));
    assert!(found.power[0].1 == 0.0 && near(found.power[1].1, 0.5), "{:?}", found.power);
    assert_eq!(found.columns, [vec![0], vec![1]]);
    assert_eq!(found.distances, [1.0, 0.0, 0.0, 0.0]);
}

#[test]
fn leads_are_read_from_sums_with_floor_and_ties() {
    let numbers =
        Numbers::of(&weighted(2, vec![(Takes::One, vec![vec![0, 0], vec![4, 2], vec![1, 2]])], Score::Share, 30), &Vec::new()).unwrap();
    let leads = |path: usize| numbers.leads(&numbers.sums(&[path]));
    assert_eq!([leads(0), leads(1), leads(2)], [Leads::None, Leads::Set(0b11), Leads::Set(0b10)]);
    assert_eq!((leads(2).sole(), leads(1).is_tie()), (Some(1), true));
}

fn study() -> Study {
    let bank = (0..24).map(|n| Item::graded(n / 4, 1.2, 0.0)).collect();
    let asks = Asks::Adaptive { min: 8, max: 18 };
    Study { prior: Prior { size: 6, slant: 0.2 }, bank, asks, lean: 0.9, careless: 0.0, seed: 3 }
}

#[test]
fn a_reader_of_the_study_is_the_same_however_the_work_is_cut() {
    let whole = rows(&study(), Scenario::Careless, 0..40, 5);
    let parts = [rows(&study(), Scenario::Careless, 0..13, 5), rows(&study(), Scenario::Careless, 13..40, 5)].concat();
    assert_eq!(whole, parts);
    assert!(whole.iter().all(|row| (8..=18).contains(&row.asked.len()) && (0.0..=1.0).contains(&row.p)));
    assert!(whole.iter().skip(5).all(|row| row.flips.is_none()), "flips are looked for only where asked");
}

#[test]
fn no_pair_is_asked_twice_and_each_dimension_comes_first_once() {
    for row in rows(&study(), Scenario::Slanted, 0..60, 0) {
        let mut dimensions: Vec<usize> = row.asked.iter().take(6).map(|at| at / 4).collect();
        dimensions.sort_unstable();
        assert_eq!(dimensions, [0, 1, 2, 3, 4, 5]);
        let mut asked = row.asked.clone();
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), row.asked.len());
    }
}

#[test]
fn figures_are_those_of_the_rows() {
    let row = |p: f64, truly: f64, asked: usize, flips| Row {
        asked: (0..asked).collect(),
        p,
        truly,
        verdict: if p >= 0.9 { Verdict::Leans(Side::B) } else { Verdict::NotSettled(Side::A) },
        flips,
        drifts: asked == 8,
    };
    let rows = [row(0.95, 1.0, 8, Some(1)), row(0.95, 0.0, 10, None), row(0.2, 0.0, 18, Some(2)), row(0.6, 1.0, 18, None)];
    let found = Figures::of(&rows, 2, 20);
    assert!(near(found.items, 13.5) && near(found.median, 14.0) && near(found.right, 0.75));
    assert!(near(found.brier, (0.0025 + 0.9025 + 0.04 + 0.16) / 4.0));
    assert!(near(found.leans, 0.5) && near(found.leans_right, 0.5) && near(found.leans_stated, 0.95) && near(found.overstated(), 0.45));
    assert!(near(found.ece, 0.5 * 0.45 + 0.25 * 0.2 + 0.25 * 0.4), "{}", found.ece);
    assert_eq!((found.flips, found.drift, found.unsettled), ([0.5, 0.0, 0.0], 0.25, 0.5));
    assert_eq!((found.exposure[7], found.exposure[17], found.exposure[19]), (1.0, 0.5, 0.0));
}

#[test]
fn normal_chances_have_mean_zero_and_variance_one_and_shares_add_up() {
    let draws: Vec<f64> = (0..20_000).map(|reader| Chance { seed: 1, reader }.normal(What::Lean, 2)).collect();
    let mean = draws.iter().sum::<f64>() / 20_000.0;
    let variance = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 20_000.0;
    assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.04, "{mean} {variance}");
    let shares = Chance { seed: 1, reader: 5 }.dirichlet(What::Weight, 6);
    assert!(near(shares.iter().sum(), 1.0) && shares.iter().all(|share| *share > 0.0));
}

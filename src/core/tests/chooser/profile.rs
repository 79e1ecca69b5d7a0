//! The profile engine against brute force: every set of changes tried, every order of outcomes, every seed.

use crate::common::{Dice, letter, weighted};
use waypost_core::chooser::bundle::{Engine, Score, Takes, Weighted};
use waypost_core::chooser::profile::deciding::{deciding, distance};
use waypost_core::chooser::profile::totals::Totals;
use waypost_core::chooser::{Chooser, Deliberation};
use waypost_core::id::{ItemId, OptionId};
use waypost_core::table::Table;

type Answers = Table<ItemId, Vec<OptionId>>;

/// A random quiz with answers to most questions; at most 3^5 paths.
fn random(seed: u32) -> (Chooser, Answers) {
    let mut dice = Dice::of(seed);
    let outcomes = 2 + dice.below(4) as usize;
    let weight = |dice: &mut Dice| if dice.below(3) == 0 { 0 } else { i64::from(dice.below(7)) - 2 };
    let questions: Vec<(Takes, Vec<Vec<i64>>)> = (0..2 + dice.below(4))
        .map(|_| {
            let takes = if dice.below(4) == 0 { Takes::Many } else { Takes::One };
            let options = if takes == Takes::Many { 2 } else { 2 + dice.below(2) };
            (takes, (0..options).map(|_| (0..outcomes).map(|_| weight(&mut dice)).collect()).collect())
        })
        .collect();
    let score = dice.one(&[Score::Share, Score::Points]);
    let chooser = weighted(outcomes, &questions, score);
    let mut answers = Answers::default();
    for question in &content(&chooser).questions {
        if dice.below(6) > 0 {
            let options = possible(question.takes, question.options.len());
            answers.insert(question.id.clone(), dice.one(&options));
        }
    }
    (chooser, answers)
}

fn content(chooser: &Chooser) -> &Weighted {
    let Engine::Profile(weighted) = &chooser.engine else { panic!("a profile") };
    weighted
}

/// Every answer a question takes.
fn possible(takes: Takes, options: usize) -> Vec<Vec<OptionId>> {
    let id = |at: usize| OptionId::from(letter(at).as_str());
    match takes {
        Takes::One => (0..options).map(|at| vec![id(at)]).collect(),
        Takes::Many => (0..1 << options).map(|set: usize| (0..options).filter(|at| set >> at & 1 == 1).map(id).collect()).collect(),
    }
}

/// S by its definition, as a fraction in lowest effort: sums over the file, not over the engine's tables.
fn shares(weighted: &Weighted, answers: &Answers) -> Vec<(i64, i64)> {
    let points = |question: &ItemId, option: &OptionId, outcome: &ItemId| {
        let question = weighted.question(question).unwrap();
        let option = question.options.iter().find(|known| known.id == *option).unwrap();
        option.weights.iter().filter(|weight| weight.to == *outcome).map(|weight| weight.points).sum::<i64>()
    };
    let of = |outcome: &ItemId| {
        let (mut t, mut lo, mut hi) = (0, 0, 0);
        for (question, chosen) in answers.iter() {
            let known = weighted.question(question).unwrap();
            let sum = |options: &[OptionId]| options.iter().map(|option| points(question, option, outcome)).sum::<i64>();
            let all: Vec<i64> = possible(known.takes, known.options.len()).iter().map(|options| sum(options)).collect();
            t += sum(chosen);
            lo += all.iter().min().unwrap();
            hi += all.iter().max().unwrap();
        }
        match (weighted.score, hi > lo) {
            (Score::Points, _) => (t, 1),
            (Score::Share, true) => (t - lo, hi - lo),
            (Score::Share, false) => (0, 1),
        }
    };
    weighted.outcomes.iter().map(|outcome| of(&outcome.id)).collect()
}

fn leaders(weighted: &Weighted, answers: &Answers) -> Vec<usize> {
    let shares = shares(weighted, answers);
    let at_most = |(an, ad): (i64, i64), (bn, bd): (i64, i64)| an * bd <= bn * ad;
    (0..shares.len()).filter(|k| shares.iter().all(|other| at_most(*other, shares[*k]))).collect()
}

/// All sets of positions below `n` of a size.
fn sets(n: usize, size: usize) -> Vec<Vec<usize>> {
    (0..1usize << n).filter(|set| set.count_ones() as usize == size).map(|set| (0..n).filter(|at| set >> at & 1 == 1).collect()).collect()
}

/// All ways to answer these questions.
fn ways(weighted: &Weighted, answers: &Answers, questions: &[ItemId]) -> Vec<Answers> {
    let Some((first, rest)) = questions.split_first() else { return vec![answers.clone()] };
    let known = weighted.question(first).unwrap();
    let with = |options: &Vec<OptionId>| {
        let mut changed = answers.clone();
        changed.insert(first.clone(), options.clone());
        ways(weighted, &changed, rest)
    };
    possible(known.takes, known.options.len()).iter().flat_map(with).collect()
}

#[test]
fn leaders_distances_and_deciding_answers_equal_enumeration_on_a_thousand_quizzes() {
    let (mut ties, mut distances) = (0, [0; 6]);
    for seed in 0..1000 {
        let (chooser, answers) = random(seed);
        let weighted = content(&chooser);
        let expected = leaders(weighted, &answers);
        assert_eq!(Totals::of(weighted, &answers).leaders(), expected, "seed {seed}");
        let [leader] = expected[..] else {
            ties += 1;
            continue;
        };
        let answered: Vec<ItemId> = answers.iter().map(|(id, _)| id.clone()).collect();
        let ends = |set: &Vec<usize>| {
            let questions: Vec<ItemId> = set.iter().map(|at| answered[*at].clone()).collect();
            ways(weighted, &answers, &questions).iter().any(|changed| leaders(weighted, changed) != [leader])
        };
        let brute = (1..=answered.len()).find(|size| sets(answered.len(), *size).iter().any(ends));
        assert_eq!(distance(weighted, &answers, leader), brute, "seed {seed}");
        distances[brute.unwrap_or(0)] += 1;
        let decide: Vec<ItemId> = deciding(weighted, &answers, leader).into_iter().map(|one| one.question).collect();
        let single = |id: &&ItemId| answered.iter().position(|known| known == *id).is_some_and(|at| ends(&vec![at]));
        let expected: Vec<ItemId> = weighted.questions.iter().map(|question| &question.id).filter(single).cloned().collect();
        assert_eq!(decide, expected, "seed {seed}");
        for one in deciding(weighted, &answers, leader) {
            let mut changed = answers.clone();
            changed.insert(one.question.clone(), one.options);
            let now: Vec<ItemId> = leaders(weighted, &changed).into_iter().map(|k| weighted.outcomes[k].id.clone()).collect();
            assert_eq!(one.leaders, now, "seed {seed}: what it would be");
        }
    }
    assert!(ties > 30 && distances.iter().take(3).all(|count| *count > 10), "{ties} ties, distances {distances:?}");
}

#[test]
fn a_tie_is_never_drawn_whatever_the_seed_and_the_order_of_outcomes() {
    let mut met = 0;
    for seed in 0..1000 {
        let (chooser, answers) = random(seed);
        let names = |chooser: &Chooser, seed: u32| {
            let state = Deliberation { answers: answers.clone(), ..Deliberation::new(chooser, seed) };
            let standing = state.standing(chooser).unwrap();
            let mut first: Vec<ItemId> = standing.ranked.iter().filter(|one| one.place == 1).map(|one| one.outcome.clone()).collect();
            first.sort();
            (first, standing.state)
        };
        let plain = names(&chooser, 0);
        met += u32::from(plain.0.len() > 1);
        let mut turned = chooser.clone();
        if let Engine::Profile(weighted) = &mut turned.engine {
            let by = 1 + seed as usize % weighted.outcomes.len();
            weighted.outcomes.rotate_left(by);
        }
        for draw in 1..5 {
            assert_eq!(names(&turned, draw), plain, "seed {seed}");
        }
    }
    assert!(met > 30, "{met} ties were met");
}

//! Marks of every kind: a golden table of 400 rows, and laws on 100,000 random items.
//!
//! The table's first part was worked out by hand from the rules. The second part was written by [`reference`], a second
//! implementation that shares no code with the marking. `WAYPOST_BLESS=1` writes the second part anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

mod random;
mod reference;
mod row;

use random::{Dice, KINDS};
use reference::Ratio;
use row::{Case, case};
use waypost_core::bundle::{Interaction, Negative};
use waypost_core::journal::Response;
use waypost_core::number::MARK;
use waypost_core::quiz::marking::{is_complete, key, mark};

const TABLE: &str = include_str!("../golden/marking.txt");
const DIVIDER: &str = "# Written by the reference implementation from here on.";
const ROWS: usize = 400;

fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn columns(row: &str) -> [&str; 5] {
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    cells.try_into().unwrap_or_else(|_| panic!("five columns: {row}"))
}

fn grains(Ratio(num, den): Ratio) -> i64 {
    i64::try_from((i128::from(MARK) * num).div_euclid(den)).unwrap()
}

fn ratio(text: &str) -> Ratio {
    let (num, den) = text.split_once('/').unwrap_or((text, "1"));
    Ratio(num.parse().unwrap(), den.parse().unwrap())
}

#[test]
fn every_row_of_the_table_has_its_mark() {
    let mut wrong = Vec::new();
    for row in rows(TABLE) {
        let [kind, item, rule, answer, expected] = columns(row);
        let Case { item, policy, response } = case(kind, item, rule, answer);
        let marked = mark(&item, &policy, &response);
        if marked != grains(ratio(expected)) {
            wrong.push(format!("{row}  got {marked} of {MARK}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(rows(TABLE).count(), ROWS);
}

#[test]
fn the_reference_agrees_with_the_rows_worked_out_by_hand() {
    let by_hand = TABLE.split(DIVIDER).next().unwrap();
    assert!(rows(by_hand).count() >= 80);
    for row in rows(by_hand) {
        let [kind, item, rule, answer, expected] = columns(row);
        let Case { item, policy, response } = case(kind, item, rule, answer);
        assert_eq!(reference::mark(&item, &policy, &response), ratio(expected), "{row}");
    }
}

#[test]
fn the_rest_of_the_table_is_what_the_reference_writes() {
    let by_hand = TABLE.split(DIVIDER).next().unwrap();
    let mut dice = Dice(3);
    let mut written = format!("{by_hand}{DIVIDER}\n");
    for n in 0..ROWS - rows(by_hand).count() {
        let kind = KINDS[n % KINDS.len()];
        let (item, rule, answer) = random::row(kind, &mut dice);
        let Case { item: read, policy, response } = case(kind, &item, &rule, answer.trim());
        let Ratio(num, den) = reference::mark(&read, &policy, &response);
        let expected = if den == 1 { num.to_string() } else { format!("{num}/{den}") };
        written.push_str(&format!("{kind} | {item} | {rule} | {answer} | {expected}\n"));
    }
    if std::env::var_os("WAYPOST_BLESS").is_some() {
        std::fs::write("tests/golden/marking.txt", &written).unwrap();
    } else {
        assert!(written == TABLE, "run again with WAYPOST_BLESS=1 and look at the difference");
    }
}

/// How many random items each of four threads looks at.
const ITEMS: usize = 25_000;

fn laws(seed: u64) {
    let mut dice = Dice(seed);
    for n in 0..ITEMS {
        let kind = KINDS[n % KINDS.len()];
        let (item, rule, answer) = random::row(kind, &mut dice);
        let shown = format!("{kind} | {item} | {rule} | {answer}");
        let Case { item, policy, response } = case(kind, &item, &rule, answer.trim());
        let marked = mark(&item, &policy, &response);
        let least = if policy.negative == Negative::Item { -MARK } else { 0 };
        assert!((least..=MARK).contains(&marked), "in bounds: {shown}");
        assert_eq!(marked, grains(reference::mark(&item, &policy, &response)), "as the reference: {shown}");
        let key = key(&item);
        assert_eq!(mark(&item, &policy, &key), MARK, "the key earns the full mark: {shown} {key:?}");
        assert!(is_complete(&item, &key), "the key is complete: {shown} {key:?}");
        for (step, better) in steps(&item.interaction, &response) {
            let after = mark(&item, &policy, &step);
            assert!(if better { after >= marked } else { after <= marked }, "{shown}: {marked}, then {after} by {step:?}");
        }
    }
}

/// Responses that differ in one thing, and whether they are better: one more right (true) or one more wrong (false).
/// The step from or to an empty answer has a rule of its own.
fn steps(interaction: &Interaction, response: &Response) -> Vec<(Response, bool)> {
    if response.is_empty() {
        return Vec::new();
    }
    match (interaction, response) {
        (Interaction::Multi(choices), Response::Options(chosen)) => {
            // With credits an option's worth has its own sign; without them the key is better and a distractor is not.
            let left = choices.options.iter().filter(|option| option.credit.is_none() && !chosen.contains(&option.id));
            let more =
                |option: &waypost_core::bundle::Choice| (Response::of(chosen.iter().cloned().chain([option.id.clone()])), option.is_key());
            left.map(more).filter(|(_, better)| *better || choices.options.iter().all(|option| option.credit.is_none())).collect()
        }
        (Interaction::Match(pairs) | Interaction::Categorize(pairs), Response::Pairs(given)) => {
            let mut steps = Vec::new();
            for row in &pairs.rows {
                let mut other = given.clone();
                match &row.target {
                    Some(target) => other.insert(row.id.clone(), target.clone()),
                    None => other.remove(&row.id),
                }
                steps.push((Response::Pairs(other), true));
                if let Some(wrong) = pairs.targets.iter().find(|target| Some(*target) != row.target.as_ref())
                    && given.get(&row.id).is_none()
                {
                    let mut other = given.clone();
                    other.insert(row.id.clone(), wrong.clone());
                    steps.push((Response::Pairs(other), false));
                }
            }
            steps.into_iter().filter(|(step, _)| !step.is_empty()).collect()
        }
        (Interaction::Order(sequence), Response::Order(given)) => {
            let place = |id| sequence.things.iter().position(|thing| thing == id);
            let swap = |at: usize| {
                let mut other = given.clone();
                other.swap(at, at + 1);
                (Response::Order(other), place(&given[at]) > place(&given[at + 1]))
            };
            let by_pairs = sequence.marking == waypost_core::bundle::Marking::Pairs;
            if by_pairs { (0..given.len().saturating_sub(1)).map(swap).collect() } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

#[test]
fn marks_keep_their_laws_on_random_items_part_1() {
    laws(1);
}

#[test]
fn marks_keep_their_laws_on_random_items_part_2() {
    laws(2);
}

#[test]
fn marks_keep_their_laws_on_random_items_part_3() {
    laws(3);
}

#[test]
fn marks_keep_their_laws_on_random_items_part_4() {
    laws(4);
}

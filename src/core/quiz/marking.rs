//! How an answer becomes a mark. Marks are grains: [`MARK`] is one full mark, whatever the item's points.
//!
//! Notation: n options, key K, distractors D, chosen S (not empty), r = |S and K|, w = |S without K|, c(x) the credit of an
//! option as written, by default a full mark for `[x]` and nothing for `[ ]`.

use crate::bundle::{Choice, Choices, Item, Marking, Negative, Policy};
use crate::journal::Response;
use crate::number::{MARK, Share};

/// What a mark means in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The full mark.
    Right,
    /// More than nothing, less than the full mark.
    Partly,
    /// Nothing, or less.
    Wrong,
}

impl Verdict {
    /// The verdict on a mark in grains.
    pub fn of(grains: i64) -> Self {
        match grains {
            MARK => Self::Right,
            1..MARK => Self::Partly,
            _ => Self::Wrong,
        }
    }

    /// The name as in string keys and markup.
    pub fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Partly => "partly",
            Self::Wrong => "wrong",
        }
    }
}

/// The counts a choice item is marked by; also what a breakdown shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// r: key options chosen.
    pub right: i64,
    /// |K|: options of the key.
    pub key: i64,
    /// w: distractors chosen.
    pub wrong: i64,
    /// |D|: distractors.
    pub distractors: i64,
}

impl Counts {
    /// Counts a response against the key.
    pub fn of(choices: &Choices, response: &Response) -> Self {
        let count = |test: &dyn Fn(&Choice) -> bool| choices.options.iter().filter(|o| test(o)).count() as i64;
        Self {
            right: count(&|o| o.is_key() && response.has(&o.id)),
            key: count(&Choice::is_key),
            wrong: count(&|o| !o.is_key() && response.has(&o.id)),
            distractors: count(&|o| !o.is_key()),
        }
    }
}

/// The mark of a response, before costs: grains in 0 to [`MARK`], from minus [`MARK`] where the policy is negative.
///
/// | marking | mark |
/// |---|---|
/// | `credit` | c(chosen); a `[ ]` without credit costs the penalty where the policy is negative |
/// | `net` | max(0, r/\|K\| - w/\|D\|), the second term 0 without distractors; without the max where negative |
/// | `all` | full if S = K, else 0 |
/// | `each` | (r + \|D without S\|)/n |
/// | `weights` | the sum of c(x) over S, clamped |
///
/// Fractions round down, so exactly the key earns the full mark. No answer earns 0, never less.
pub fn mark(item: &Item, policy: &Policy, response: &Response) -> i64 {
    let choices = item.interaction.choices();
    let chosen = || choices.options.iter().filter(|o| response.has(&o.id));
    if chosen().next().is_none() {
        return 0;
    }
    let c = Counts::of(choices, response);
    let earned = match choices.marking {
        Marking::Credit => chosen().map(|o| credit_or_penalty(o, policy)).max().unwrap_or_default(),
        Marking::Net if c.key == 0 => 0,
        Marking::Net if c.distractors == 0 => fraction(c.right, c.key),
        Marking::Net => fraction(c.right * c.distractors - c.wrong * c.key, c.key * c.distractors),
        Marking::All => fraction(i64::from(c.right == c.key && c.wrong == 0), 1),
        Marking::Each => fraction(c.right + c.distractors - c.wrong, c.key + c.distractors),
        Marking::Weights => chosen().map(credit).sum(),
    };
    earned.clamp(least(policy), MARK)
}

/// The least an item can earn, in grains.
fn least(policy: &Policy) -> i64 {
    match policy.negative {
        Negative::None => 0,
        Negative::Item => -MARK,
    }
}

/// What choosing an option earns, in grains.
fn credit(option: &Choice) -> i64 {
    let default = if option.is_key() { Share::FULL } else { Share::NONE };
    option.credit.unwrap_or(default).grains()
}

fn credit_or_penalty(option: &Choice, policy: &Policy) -> i64 {
    match (option.is_key() || option.credit.is_some(), policy.negative) {
        (false, Negative::Item) => -policy.penalty.grains(),
        _ => credit(option),
    }
}

fn fraction(num: i64, den: i64) -> i64 {
    (MARK * num).div_euclid(den)
}

/// The mark after costs: with cost k = min(full, tries x attempt cost + hints x hint cost), a positive mark f becomes
/// f x (full - k) / full, rounded down. Costs never make a mark negative.
pub fn after_costs(grains: i64, policy: &Policy, earlier_tries: u32, hints: u32) -> i64 {
    if grains <= 0 {
        return grains;
    }
    let cost = i64::from(earlier_tries) * policy.attempt_cost.grains() + i64::from(hints) * policy.hint_cost.grains();
    let left = MARK - cost.clamp(0, MARK);
    grains * left / MARK // at most 8.2 x 10^15
}

/// The response that consists of the key.
pub fn key(item: &Item) -> Response {
    let options = &item.interaction.choices().options;
    let by_credit = |o: &&Choice| credit(o) == MARK;
    match item.interaction.takes_one() {
        true => Response::of(options.iter().find(by_credit).map(|o| o.id.clone())),
        false => Response::of(options.iter().filter(|o| o.is_key()).map(|o| o.id.clone())),
    }
}

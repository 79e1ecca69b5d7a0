//! Choice items: single choice, multiple choice, true or false.
//!
//! Notation: n options, key K, distractors D, chosen S (not empty), r = |S and K|, w = |S without K|, c(x) the credit of an
//! option as written, by default a full mark for `[x]` and nothing for `[ ]`.

use super::fraction;
use crate::bundle::{Choice, Choices, Marking, Negative, Policy};
use crate::journal::Response;
use crate::number::{MARK, Share};

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

/// The mark of the chosen options; `penalty` is what a wrong single choice costs where the policy is negative.
///
/// | marking | mark |
/// |---|---|
/// | `credit` | c(chosen); a `[ ]` without credit costs the penalty where the policy is negative |
/// | `net` | max(0, r/\|K\| - w/\|D\|), the second term 0 without distractors; without the max where negative |
/// | `all` | full if S = K, else 0 |
/// | `each` | (r + \|D without S\|)/n |
/// | `weights` | the sum of c(x) over S, clamped |
pub(super) fn mark(choices: &Choices, policy: &Policy, penalty: Share, response: &Response) -> i64 {
    let chosen = || choices.options.iter().filter(|o| response.has(&o.id));
    if chosen().next().is_none() {
        return 0;
    }
    let c = Counts::of(choices, response);
    match choices.marking {
        Marking::Net if c.key == 0 => 0,
        Marking::Net if c.distractors == 0 => fraction(c.right, c.key),
        Marking::Net => fraction(c.right * c.distractors - c.wrong * c.key, c.key * c.distractors),
        Marking::All => fraction(i64::from(c.right == c.key && c.wrong == 0), 1),
        Marking::Each => fraction(c.right + c.distractors - c.wrong, c.key + c.distractors),
        Marking::Weights => chosen().map(credit).sum(),
        Marking::Credit | Marking::Pairs | Marking::Position => {
            chosen().map(|option| credit_or_penalty(option, policy, penalty)).max().unwrap_or_default()
        }
    }
}

/// What choosing an option earns, in grains.
pub(super) fn credit(option: &Choice) -> i64 {
    let default = if option.is_key() { Share::FULL } else { Share::NONE };
    option.credit.unwrap_or(default).grains()
}

fn credit_or_penalty(option: &Choice, policy: &Policy, penalty: Share) -> i64 {
    match (option.is_key() || option.credit.is_some(), policy.negative) {
        (false, Negative::Item) => -penalty.grains(),
        _ => credit(option),
    }
}

/// The response that consists of the key.
pub(super) fn key(choices: &Choices, takes_one: bool) -> Response {
    let by_credit = |o: &&Choice| credit(o) == MARK;
    match takes_one {
        true => Response::of(choices.options.iter().find(by_credit).map(|o| o.id.clone())),
        false => Response::of(choices.options.iter().filter(|o| o.is_key()).map(|o| o.id.clone())),
    }
}

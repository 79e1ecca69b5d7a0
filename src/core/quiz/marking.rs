//! How an answer becomes a mark. Marks are grains: [`MARK`] is one full mark, whatever the item's points.

pub mod arranged;
pub mod choice;
pub mod cloze;
pub mod typed;

use crate::bundle::{Interaction, Item, Negative, Policy};
use crate::journal::Response;
use crate::number::MARK;
use crate::typed::Exact;

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

/// The mark of a response, before costs: grains in 0 to [`MARK`], from minus [`MARK`] where the policy is negative.
///
/// The equations stand with each family of kinds: [`choice`], [`typed`], [`cloze`], [`arranged`]. Fractions round down, so exactly the
/// key earns the full mark. No answer earns 0, never less; a kind without a key earns nothing.
pub fn mark(item: &Item, policy: &Policy, response: &Response) -> i64 {
    let earned = match &item.interaction {
        Interaction::Single(choices) | Interaction::Multi(choices) | Interaction::Tf(choices) => {
            choice::mark(choices, policy, item.costs.penalty.unwrap_or(policy.penalty), response)
        }
        Interaction::Number(answers) | Interaction::Text(answers) => typed::mark(answers, response),
        Interaction::Slider(slider) => slider.answers.as_ref().map_or(0, |answers| typed::mark(answers, response)),
        Interaction::Cloze(cloze) => cloze::mark(cloze, least(policy), response),
        Interaction::Order(sequence) => arranged::order(sequence, response),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => arranged::pairs(pairs, response),
        Interaction::Scale(_) | Interaction::Reflect(_) | Interaction::Info {} => 0,
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

/// The response that consists of the key; empty for a kind without one.
pub fn key(item: &Item) -> Response {
    match &item.interaction {
        Interaction::Single(choices) | Interaction::Multi(choices) | Interaction::Tf(choices) => {
            choice::key(choices, item.interaction.takes_one())
        }
        Interaction::Number(answers) | Interaction::Text(answers) => Response::Typed(typed::key(answers)),
        Interaction::Slider(slider) => Response::Typed(slider.answers.as_ref().map(typed::key).unwrap_or_default()),
        Interaction::Cloze(cloze) => cloze::key(cloze),
        Interaction::Order(sequence) => Response::Order(sequence.things.clone()),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => arranged::key(pairs),
        Interaction::Scale(_) | Interaction::Reflect(_) | Interaction::Info {} => Response::of([]),
    }
}

/// Whether nothing of an answer is missing: something chosen or typed, a number where one is asked for, every shown blank and every
/// row filled, all things in order. There is nothing to answer where there is only something to read.
pub fn is_complete(item: &Item, response: &Response) -> bool {
    let number = || matches!(response, Response::Typed(typed) if typed.norm.parse::<Exact>().is_ok());
    match (&item.interaction, response) {
        (Interaction::Info {}, _) => true,
        (Interaction::Number(_) | Interaction::Slider(_), _) => number(),
        (Interaction::Cloze(cloze), _) => cloze::is_complete(cloze, response),
        (Interaction::Order(sequence), Response::Order(given)) => sequence.things.iter().all(|thing| given.contains(thing)),
        (Interaction::Match(pairs) | Interaction::Categorize(pairs), _) => arranged::is_complete(pairs, response),
        (Interaction::Scale(scale), Response::Pairs(given)) => scale.rows.iter().all(|row| given.get(&row.id).is_some()),
        (Interaction::Text(_) | Interaction::Reflect(_), Response::Typed(_)) => !response.is_empty(),
        (interaction, Response::Options(_)) => interaction.choices().is_some() && !response.is_empty(),
        _ => false,
    }
}

/// What full marks are multiplied by at each level of certainty: not sure, fairly sure, sure.
pub const CERTAIN_RIGHT: [i64; 3] = [1, 2, 3];
/// How many full marks a wrong answer earns at each level of certainty.
pub const CERTAIN_WRONG: [i64; 3] = [0, -2, -6];

/// The mark under certainty-based marking (Gardner-Medwin 2006), for an answer given at `level` 1 to 3; any other level counts as 1.
///
/// With f' the mark after costs: R_l f' where f' > 0, else W_l full marks; R = (1, 2, 3), W = (0, -2, -6). Expected marks at
/// probability q are q, 4q - 2 and 9q - 6, which cross at 2/3 and 4/5: stating one's true certainty earns most.
/// Where nothing was answered, nothing is earned: the caller leaves such items at 0.
pub fn with_certainty(after_costs: i64, level: u32) -> i64 {
    let at = match level {
        2 => 1,
        3 => 2,
        _ => 0,
    };
    match after_costs {
        1.. => CERTAIN_RIGHT[at] * after_costs,
        _ => CERTAIN_WRONG[at] * MARK,
    }
}

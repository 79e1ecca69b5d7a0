//! The link `#c=1.<base64url>` with which a reader goes on elsewhere: what they said, by places in the file. No free text, no name, no time.
//!
//! Bytes: seed (4, high byte first), revision (6), what was shown (1: nothing, 2: the evidence). Then in sevens and eights: gut before and
//! after (lean + 1, sureness; 0 where not said), checks before and after (2 bits each); the number of ratings, then each + 1; the number
//! of pairs, then the place of each and its answer + 1 (0: skipped); the number of profile answers, then the place of each, how many
//! options, and their places; the choice (0: none, 1: not yet, else place + 2).

use super::bundle::{Chooser, Engine};
use super::deliberation::{CHECKS, Chosen, Deliberation, Given, Gut};
use super::journal::{Action, Holds, Phase, Screen};
use crate::id::{ItemId, OptionId};
use crate::quiz::base64;

/// What stands before the data.
const PREFIX: &str = "#c=1.";
/// Longer links than this many characters are not read.
const MOST: usize = 4_000;

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A deliberation.
    Deliberation(Box<Deliberation>),
    /// One of another revision, whose answers would be misread.
    OtherVersion,
}

/// The link's fragment for a deliberation.
pub fn encode(chooser: &Chooser, state: &Deliberation) -> String {
    let mut bytes = state.seed.to_be_bytes().to_vec();
    bytes.extend(revision(&chooser.revision));
    bytes.push(if state.revealed.is_some() { 2 } else { 1 });
    for gut in [state.gut.before, state.gut.after] {
        bytes.push(small(gut.lean.map_or(0, |lean| lean + 1)));
        bytes.push(small(gut.sure.unwrap_or_default()));
    }
    for checks in [&state.checks.before, &state.checks.after] {
        bytes.push(checks.iter().enumerate().fold(0, |bits, (at, holds)| bits | check(*holds) << (2 * at)));
    }
    if let Engine::Adaptive(adaptive) = &chooser.engine {
        bytes.push(count(adaptive.dimensions.len()));
        bytes.extend(adaptive.dimensions.iter().map(|id| state.ratings.get(id).map_or(0, |rating| small(rating + 1))));
        let pairs: Vec<(usize, &Given)> =
            state.pairs.iter().filter_map(|given| Some((adaptive.pairs.iter().position(|pair| pair.id == given.pair)?, given))).collect();
        bytes.push(count(pairs.len()));
        bytes.extend(pairs.iter().flat_map(|(at, given)| [count(*at), given.answer.map_or(0, |answer| small(answer + 1))]));
    }
    if let Engine::Profile(weighted) = &chooser.engine {
        let answered =
            weighted.questions.iter().enumerate().filter_map(|(at, question)| Some((at, question, state.answers.get(&question.id)?)));
        let answered: Vec<_> = answered.collect();
        bytes.push(count(answered.len()));
        for (at, question, options) in answered {
            let places: Vec<u8> =
                options.iter().filter_map(|id| question.options.iter().position(|option| option.id == *id)).map(count).collect();
            bytes.extend([count(at), count(places.len())]);
            bytes.extend(places);
        }
    }
    bytes.push(match state.choices.last() {
        None => 0,
        Some(Chosen { choice: None, .. }) => 1,
        Some(Chosen { choice: Some(id), .. }) => choices(chooser).iter().position(|known| **known == *id).map_or(0, |at| count(at + 2)),
    });
    format!("{PREFIX}{}", base64::encode(&bytes))
}

/// Reads a link's fragment; `None` where it is none of ours. What it says is dated with the moment it is opened, milliseconds since 1970.
pub fn decode(chooser: &Chooser, fragment: &str, at: i64) -> Option<Opened> {
    let data = fragment.strip_prefix(PREFIX).filter(|data| data.len() <= MOST)?;
    let bytes = base64::decode(data)?;
    let mut bytes = bytes.into_iter();
    let mut next = || bytes.next();
    let seed = u32::from_be_bytes([next()?, next()?, next()?, next()?]);
    let of = [next()?, next()?, next()?, next()?, next()?, next()?];
    if of != revision(&chooser.revision) {
        return Some(Opened::OtherVersion);
    }
    let mut state = Deliberation::new(chooser, seed);
    state.id = "link".to_owned();
    state.revealed = (next()? == 2).then_some(at);
    for gut in [&mut state.gut.before, &mut state.gut.after] {
        let lean = u32::from(next()?).checked_sub(1).filter(|lean| *lean <= 100);
        *gut = Gut { lean, sure: Some(u32::from(next()?)).filter(|sure| (1..=4).contains(sure)) };
    }
    for checks in [&mut state.checks.before, &mut state.checks.after] {
        let bits = next()?;
        for (at, holds) in checks.iter_mut().enumerate().take(CHECKS) {
            *holds = held(bits >> (2 * at) & 3);
        }
    }
    match &chooser.engine {
        Engine::Adaptive(adaptive) => {
            for at in 0..usize::from(next()?) {
                let rating = u32::from(next()?).checked_sub(1).filter(|rating| *rating <= 4);
                if let (Some(dimension), Some(rating)) = (adaptive.dimensions.get(at), rating) {
                    state.ratings.insert(dimension.clone(), rating);
                }
            }
            for _ in 0..next()? {
                let (at, answer) = (usize::from(next()?), u32::from(next()?));
                let pair = adaptive.pairs.get(at)?;
                if state.given(&pair.id).is_none() {
                    let answer = answer.checked_sub(1).filter(|answer| *answer <= 3);
                    state.pairs.push(Given { pair: pair.id.clone(), answer, hash: pair.hash.clone() });
                }
            }
        }
        Engine::Profile(weighted) => {
            for _ in 0..next()? {
                let question = weighted.questions.get(usize::from(next()?))?;
                let mut options: Vec<OptionId> = Vec::new();
                for _ in 0..next()? {
                    options.push(question.options.get(usize::from(next()?))?.id.clone());
                }
                state.answers.insert(question.id.clone(), options);
            }
        }
    }
    let choice = match next()? {
        0 => None,
        1 => Some(None),
        at => Some(Some((*choices(chooser).get(usize::from(at) - 2)?).clone())),
    };
    state.choices.extend(choice.map(|choice| Chosen { choice, at }));
    Some(Opened::Deliberation(Box::new(state)))
}

/// The actions that bring a reader's own journal to what a link says, so that they can go on from there.
pub fn actions(chooser: &Chooser, linked: &Deliberation) -> Vec<Action> {
    let mut actions = vec![Action::Start { seed: linked.seed, revision: chooser.revision.clone() }];
    said(linked, Phase::Before, &mut actions);
    actions.extend(linked.ratings.iter().map(|(dimension, rating)| Action::Weigh { dimension: dimension.clone(), rating: *rating }));
    let pair = |given: &Given| Action::Pair { pair: given.pair.clone(), answer: given.answer, hash: given.hash.clone() };
    actions.extend(linked.pairs.iter().map(pair));
    let answer = |(question, options): (&ItemId, &Vec<OptionId>)| Action::Answer { question: question.clone(), options: options.clone() };
    actions.extend(linked.answers.iter().map(answer));
    if linked.revealed.is_some() {
        actions.push(Action::Reveal {});
        said(linked, Phase::After, &mut actions);
        actions.extend(linked.choices.iter().map(|chosen| Action::Choose { choice: chosen.choice.clone() }));
    } else if let Some(given) = linked.pairs.last() {
        actions.push(Action::Goto { screen: Screen::Ask(given.pair.clone()) });
    } else if let Some((question, _)) = linked.answers.iter().last() {
        actions.push(Action::Goto { screen: Screen::Ask(question.clone()) });
    }
    actions
}

/// Gut and checks of a phase.
fn said(linked: &Deliberation, phase: Phase, actions: &mut Vec<Action>) {
    let Gut { lean, sure } = *linked.gut.at(phase);
    if lean.is_some() || sure.is_some() {
        actions.push(Action::Gut { phase, lean, sure });
    }
    let checks = (1..).zip(linked.checks.at(phase));
    actions.extend(checks.filter_map(|(check, holds)| Some(Action::Sure { phase, check, holds: (*holds)? })));
}

/// What a reader of this chooser can choose, in the order of the file.
fn choices(chooser: &Chooser) -> Vec<&ItemId> {
    match &chooser.engine {
        Engine::Adaptive(adaptive) => adaptive.poles.iter().map(|pole| &pole.id).collect(),
        Engine::Profile(_) => chooser.plans.iter().map(|plan| &plan.id).collect(),
    }
}

fn revision(hex: &str) -> [u8; 6] {
    std::array::from_fn(|at| hex.get(2 * at..2 * at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0))
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn count(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn check(holds: Option<Holds>) -> u8 {
    match holds {
        None => 0,
        Some(Holds::Yes) => 1,
        Some(Holds::No) => 2,
        Some(Holds::Unknown) => 3,
    }
}

fn held(bits: u8) -> Option<Holds> {
    match bits {
        1 => Some(Holds::Yes),
        2 => Some(Holds::No),
        3 => Some(Holds::Unknown),
        _ => None,
    }
}

//! What a reader wants becomes actions. Whatever does not apply becomes none.

use super::{Action, Phase, Play, Simulator};
use crate::id::{ItemId, OptionId};

/// What a reader wants of a play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// To pick an option on the present card.
    Pick(OptionId),
    /// To decide for what is picked.
    Decide,
    /// To take the last decision back.
    Undo,
    /// To see what it came to.
    Finish,
    /// To play again: with the same luck, or with another.
    Again {
        /// The luck.
        seed: u32,
    },
    /// To move an assumption.
    Assume {
        /// Which parameter.
        param: ItemId,
        /// Where in its range, in thousandths.
        permille: u32,
    },
    /// To have all assumptions back at the author's numbers.
    AuthorsNumbers,
}

/// The actions that a message becomes. `seed` is the luck of a play that begins with it, `from` its start, where the reader came for one.
pub fn update(simulator: &Simulator, play: &Play, msg: &Msg, seed: u32, from: Option<&ItemId>) -> Vec<Action> {
    let begin = |seed: u32| Action::Start { revision: simulator.revision.clone(), seed, from: from.cloned() };
    let elsewhere = from.is_some() && from != play.from.as_ref();
    match (msg, play.phase(simulator)) {
        (Msg::Pick(option), Phase::Card(0)) if elsewhere => {
            pick(simulator, 0, option).map(|pick| vec![begin(seed), pick]).unwrap_or_default()
        }
        (Msg::Again { seed }, Phase::Card(_) | Phase::End | Phase::Debrief) if elsewhere => vec![begin(*seed)],
        (Msg::Pick(option), Phase::Intro) => pick(simulator, 0, option).map(|pick| vec![begin(seed), pick]).unwrap_or_default(),
        (Msg::Pick(option), Phase::Card(turn)) => pick(simulator, turn, option).into_iter().collect(),
        (Msg::Decide, Phase::Card(turn)) => match (simulator.cards.get(turn), &play.picked) {
            (Some(card), Some(option)) => vec![Action::Commit { card: card.id.clone(), option: option.clone() }],
            _ => Vec::new(),
        },
        (Msg::Undo, Phase::Card(_) | Phase::End) if !play.choices.is_empty() => vec![Action::Undo {}],
        (Msg::Finish, Phase::End) => vec![Action::Finish {}],
        (Msg::Again { .. }, Phase::Intro) => Vec::new(),
        (Msg::Again { seed }, _) => vec![Action::Retry { seed: *seed }],
        (Msg::Assume { param, permille }, Phase::Debrief) => vec![Action::Assume { param: param.clone(), permille: *permille }],
        (Msg::AuthorsNumbers, Phase::Debrief) => {
            play.assumed.iter().map(|(param, _)| Action::Assume { param: param.clone(), permille: 500 }).collect()
        }
        _ => Vec::new(),
    }
}

fn pick(simulator: &Simulator, turn: usize, option: &OptionId) -> Option<Action> {
    let card = simulator.cards.get(turn)?;
    card.place(option).map(|_| Action::Draft { card: card.id.clone(), option: option.clone() })
}

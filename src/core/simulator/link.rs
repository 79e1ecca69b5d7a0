//! A play as text for an address: version 4 bits, turns 4, model tag 16, seed 32, then 2 bits a choice, as base64url.
//! 12 characters at eight turns, 10 without the choices ("play my world").

use super::{Plan, Simulator};
use crate::quiz::base64;
use crate::random::fnv;

/// The version of the text's form.
const VERSION: u8 = 1;

/// Bytes before the choices.
const HEAD: usize = 7;

/// A shared play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its luck.
    pub seed: u32,
    /// Its choices, one a turn; none where only the world is shared.
    pub choices: Plan,
}

/// Why a shared play cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It was played in another version of the model and cannot be replayed exactly.
    OtherVersion,
    /// It is no such text; to be ignored.
    Damaged,
}

impl Simulator {
    /// A short name of the compiled model: the low 16 bits of its FNV-1a hash.
    pub fn tag(&self) -> u16 {
        let program = &self.program;
        let mut words: Vec<u32> = program.constants.iter().map(|real| real.0).collect();
        words.extend(program.model.iter().chain(&program.score));
        words.extend(self.stocks.iter().flat_map(|stock| [stock.start, stock.spread, stock.low, stock.high].map(|real| real.0)));
        words.extend(self.params.iter().map(|param| param.nominal.0));
        let mut names: Vec<&str> = program.sites.iter().map(String::as_str).collect();
        for option in self.cards.iter().flat_map(|card| &card.options) {
            names.push(option.id.as_str());
            words.extend(option.levers.iter().map(|real| real.0).chain(option.code.iter().copied()));
        }
        fnv(words.into_iter().flat_map(u32::to_le_bytes).chain(names.join(" ").into_bytes())) as u16
    }
}

impl Shared {
    /// The text for the fragment `#r=` (with choices) or `#w=` (without). Choices are named by the ranks of their ids, so that moving an
    /// option in the file changes no link.
    pub fn write(&self, simulator: &Simulator) -> String {
        let turns = u8::try_from(simulator.turns()).unwrap_or_default() & 15;
        let mut bytes = vec![VERSION << 4 | turns];
        bytes.extend(simulator.tag().to_be_bytes());
        bytes.extend(self.seed.to_be_bytes());
        let ranks: Vec<u8> = self.choices.iter().enumerate().map(|(card, place)| rank(simulator, card, *place)).collect();
        bytes.extend(ranks.chunks(4).map(|four| four.iter().enumerate().fold(0, |byte, (at, rank)| byte | rank << (6 - 2 * at))));
        base64::encode(&bytes)
    }

    /// Reads such a text.
    pub fn read(simulator: &Simulator, text: &str) -> Result<Self, Unreadable> {
        let bytes = base64::decode(text).ok_or(Unreadable::Damaged)?;
        let (head, packed) = bytes.split_at_checked(HEAD).ok_or(Unreadable::Damaged)?;
        let [first, tag_high, tag_low, seed @ ..] = head else { return Err(Unreadable::Damaged) };
        let seed = seed.try_into().map(u32::from_be_bytes).map_err(|_| Unreadable::Damaged)?;
        let turns = usize::from(first & 15);
        if first >> 4 != VERSION || !(packed.is_empty() || packed.len() == turns.div_ceil(4)) {
            return Err(Unreadable::Damaged);
        }
        if u16::from_be_bytes([*tag_high, *tag_low]) != simulator.tag() || turns != simulator.turns() {
            return Err(Unreadable::OtherVersion);
        }
        let rank = |card: usize| packed.get(card / 4).map(|byte| byte >> (6 - 2 * (card % 4)) & 3);
        let played = if packed.is_empty() { 0 } else { turns };
        let choices = (0..played).map(|card| ranked(simulator, card, rank(card)?)).collect::<Option<_>>();
        Ok(Self { seed, choices: choices.ok_or(Unreadable::Damaged)? })
    }
}

/// The places of a card's options in the order of their ids.
fn by_id(simulator: &Simulator, card: usize) -> Vec<usize> {
    let Some(card) = simulator.cards.get(card) else { return Vec::new() };
    let mut places: Vec<usize> = (0..card.options.len()).collect();
    places.sort_by_key(|place| card.options.get(*place).map(|option| option.id.clone()));
    places
}

fn rank(simulator: &Simulator, card: usize, place: usize) -> u8 {
    let rank = by_id(simulator, card).iter().position(|known| *known == place);
    rank.and_then(|rank| u8::try_from(rank).ok()).unwrap_or_default() & 3
}

fn ranked(simulator: &Simulator, card: usize, rank: u8) -> Option<usize> {
    by_id(simulator, card).get(usize::from(rank)).copied()
}

//! A play as text for an address: 12 characters at eight turns, 10 without the choices ("play my world").

use super::{Plan, Simulator};

/// A shared play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its luck.
    pub seed: u32,
    /// Its choices; none where only the world is shared.
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

impl Shared {
    /// The text for the fragment `#r=` (with choices) or `#w=` (without).
    pub fn write(&self, simulator: &Simulator) -> String {
        let _ = simulator;
        String::new()
    }

    /// Reads such a text.
    pub fn read(simulator: &Simulator, text: &str) -> Result<Self, Unreadable> {
        let _ = (simulator, text);
        Err(Unreadable::Damaged)
    }
}

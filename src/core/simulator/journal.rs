//! What a reader did in a simulator. All else, the gauges too, is a fold over these and a replay of the model.

use crate::id::{ItemId, OptionId};

/// What a reader did. One that does not apply (unknown card, wrong turn) stays in the journal and has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A play begins; everything before belongs to earlier ones.
    Start {
        /// The bundle's revision.
        revision: String,
        /// The play's luck: its world is world 0 of this seed.
        seed: u32,
        /// Which start; the usual one where none is named.
        from: Option<ItemId>,
    },
    /// An option was picked on the card whose turn it is, not decided for.
    Draft {
        /// Which card.
        card: ItemId,
        /// Which option.
        option: OptionId,
    },
    /// An option was chosen on the card whose turn it is.
    Commit {
        /// Which card.
        card: ItemId,
        /// Which option.
        option: OptionId,
    },
    /// The last choice is taken back; the same luck meets the next one. Such steps are counted.
    Undo {},
    /// The reader moves a parameter of the model for their own debrief.
    Assume {
        /// Which parameter.
        param: ItemId,
        /// Where in its range: 0 is the least, 500 the author's value, 1000 the greatest.
        permille: u32,
    },
    /// All cards are played and the reader has seen the end; no step back from here.
    Finish {},
    /// The play begins again, with the same seed (the same luck) or another one.
    Retry {
        /// The luck of the new play.
        seed: u32,
    },
    /// An earlier entry that stopped the player is left out from now on.
    Void {
        /// The id of the entry to leave out.
        entry: String,
    },
}

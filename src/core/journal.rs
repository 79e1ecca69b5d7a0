//! The journal: an append-only list of what the reader did. It is the truth; score, resume and events are folds over it.

use crate::id::{ItemId, OptionId};
use crate::json;
use crate::read::Read;
use crate::table::Table;
use crate::write::Write;

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// UUID v4, minted with the action. Events made from it carry it on.
    pub id: String,
    /// When, in milliseconds since 1970 by the reader's clock.
    pub at: i64,
    /// Milliseconds since the page came up, by a clock that never goes back.
    pub ms: u64,
    /// Through what the action came.
    pub via: Via,
    /// What was done.
    pub action: Action,
}

/// Through what an action came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// The player.
    Player,
    /// The prerendered page, before the player was there.
    Static,
    /// A link in a mail, confirmed by the reader.
    Email,
    /// A link or file; never sent on.
    Import,
}

impl Via {
    /// The name in records and events.
    pub fn name(self) -> &'static str {
        match self {
            Self::Player => "player",
            Self::Static => "static",
            Self::Email => "email",
            Self::Import => "import",
        }
    }
}

/// What a reader did. One that does not apply (unknown item, wrong phase) stays in the journal and has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A sitting begins; everything before belongs to earlier ones.
    Start {
        /// Fixes every order and pool.
        seed: u32,
        /// The bundle's revision.
        revision: String,
    },
    /// Picked, not submitted.
    Draft {
        /// Which item.
        item: ItemId,
        /// What is picked now; may be empty.
        response: Response,
    },
    /// An answer.
    Commit {
        /// Which item.
        item: ItemId,
        /// The answer; never empty.
        response: Response,
    },
    /// The next hint was asked for.
    Hint {
        /// Which item.
        item: ItemId,
        /// Which hint, counted from 1.
        number: u32,
    },
    /// The key was asked for.
    Giveup {
        /// Which item.
        item: ItemId,
    },
    /// The reader moved to an item.
    Goto {
        /// Which item.
        item: ItemId,
    },
    /// The sitting's round is over; the result is shown.
    Finish {},
    /// Another round over these items; the rest keeps its marks.
    Retry {
        /// The items to answer again.
        items: Vec<ItemId>,
    },
    /// An earlier entry that stopped the player is left out from now on, so that no action can lock a reader out.
    Void {
        /// The id of the entry to leave out.
        entry: String,
    },
}

/// An answer. It names ids, never positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// The chosen options, sorted, each once.
    Options(Vec<OptionId>),
    /// All things in the reader's order.
    Order(Vec<OptionId>),
    /// Targets by row, categories by thing, or steps (`1`, `2` ...) by statement. What is not paired is not in it.
    Pairs(Table<OptionId, OptionId>),
    /// What was typed: a number, a text, a slider's value, free words.
    Typed(Typed),
    /// What was typed, or the option chosen, by blank.
    Blanks(Table<OptionId, Typed>),
}

/// Typed text, as it was typed and as it is compared. The second form is made where the text enters, so that folding needs no tables
/// of letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// As typed.
    pub raw: String,
    /// Normalized as the item's [`crate::bundle::Compare`] asks; for a number, the number as [`crate::typed::Exact`] writes it.
    pub norm: String,
}

impl Response {
    /// A choice of the given options.
    pub fn of(options: impl IntoIterator<Item = OptionId>) -> Self {
        let mut sorted = Vec::new();
        for option in options {
            if let Err(at) = sorted.binary_search(&option) {
                sorted.insert(at, option);
            }
        }
        Self::Options(sorted)
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Options(options) | Self::Order(options) => options.is_empty(),
            Self::Pairs(pairs) => pairs.is_empty(),
            Self::Typed(typed) => typed.raw.trim().is_empty(),
            Self::Blanks(blanks) => blanks.iter().all(|(_, typed)| typed.raw.trim().is_empty()),
        }
    }

    /// Whether the option is chosen.
    pub fn has(&self, option: &OptionId) -> bool {
        self.options().contains(option)
    }

    /// The chosen options; none where the answer is of another form.
    pub fn options(&self) -> &[OptionId] {
        match self {
            Self::Options(options) => options,
            _ => &[],
        }
    }
}

/// What was read back from storage.
#[derive(Debug, Default)]
pub struct Reading {
    /// The entries that could be read, in order.
    pub entries: Vec<Entry>,
    /// How many records could not be read: written by a newer version, or damaged. They stay where they are.
    pub skipped: usize,
}

/// Reads stored records, one JSON text each, and leaves out the entries that later ones void.
pub fn read<'a>(records: impl IntoIterator<Item = &'a str>) -> Reading {
    let mut reading = Reading::default();
    for record in records {
        match Entry::from_json(record) {
            Some(Entry { action: Action::Void { entry: id }, .. }) => reading.entries.retain(|entry| entry.id != id),
            Some(entry) => reading.entries.push(entry),
            None => reading.skipped += 1,
        }
    }
    reading
}

impl Entry {
    /// Reads a stored record; `None` where it is damaged or from a newer version.
    pub fn from_json(record: &str) -> Option<Self> {
        Self::read(json::parse(record).ok()?).ok()
    }

    /// The record to store.
    pub fn to_json(&self) -> String {
        self.json().to_string()
    }
}

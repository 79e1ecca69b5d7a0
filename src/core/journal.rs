//! The journal: an append-only list of what the reader did. It is the truth; score, resume and events are folds over it.

use crate::bundle::Hashes;
use crate::id::{ItemId, OptionId};
use crate::json;
use crate::read::{self, Read};
use crate::table::Table;
use crate::write::Write;

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<A = Action> {
    /// UUID v4, minted with the action. Events made from it carry it on.
    pub id: String,
    /// When, in milliseconds since 1970 by the reader's clock.
    pub at: i64,
    /// Milliseconds since the page came up, by a clock that never goes back.
    pub ms: u64,
    /// Through what the action came.
    pub via: Via,
    /// What was done.
    pub action: A,
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
        /// The items of this sitting where it does not have them all; where nothing is listed they follow from the seed.
        drawn: Vec<ItemId>,
    },
    /// Picked, not submitted.
    Draft {
        /// Which item.
        item: ItemId,
        /// What is picked now; may be empty.
        response: Response,
        /// How sure the reader is, 1 to 3, if they said so.
        sure: Option<u32>,
    },
    /// An answer.
    Commit {
        /// Which item.
        item: ItemId,
        /// The answer; never empty.
        response: Response,
        /// How sure the reader is, 1 to 3, if they said so.
        sure: Option<u32>,
        /// What it is an answer to; nothing where it was given before the player was there.
        of: Option<Origin>,
    },
    /// Why the reader answered as they did, in their own words. It never leaves the device by itself.
    Explain {
        /// Which item.
        item: ItemId,
        /// What they wrote.
        text: String,
    },
    /// Marked to come back to, or no longer.
    Flag {
        /// Which item.
        item: ItemId,
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
    Finish {
        /// What counted, so that a later edit does not change a result; nothing where it is to be worked out.
        marks: Option<Vec<Mark>>,
    },
    /// Another round over these items; the rest keeps its marks.
    Retry {
        /// The items to answer again.
        items: Vec<ItemId>,
    },
    /// The bundle is another one than before; the reader was told what that means for their answers.
    Rebase {
        /// The revision before.
        from: String,
        /// The revision now.
        to: String,
    },
    /// The time limit is extended by its own length.
    Extend {},
    /// The clock is switched off or on.
    Clock {
        /// Which of both.
        running: Running,
    },
    /// How well an item was remembered in spaced review.
    Rate {
        /// Which item.
        item: ItemId,
        /// 1 again, 2 hard, 3 good, 4 easy.
        grade: u32,
    },
    /// An earlier entry that stopped the player is left out from now on, so that no action can lock a reader out.
    Void {
        /// The id of the entry to leave out.
        entry: String,
    },
}

/// What an answer was given to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The item's hashes at that time.
    pub hashes: Hashes,
    /// What it earned then, in grains, before costs.
    pub mark: i64,
    /// The answer in words, for the archive, should its options be gone one day; empty where the reader typed it.
    pub words: String,
}

/// What an item counted for in a result: points in hundredths times grains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which item.
    pub item: ItemId,
    /// What was earned.
    pub earned: i64,
    /// What could be earned.
    pub possible: i64,
}

/// Whether the clock runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Running {
    /// It runs.
    #[default]
    On,
    /// The reader switched it off.
    Off,
}

impl Running {
    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
        }
    }
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

/// What a kind of widget writes into its journal.
pub trait Recorded: Read + Write {
    /// The id of the entry that this action takes back; nothing for all others.
    fn voids(&self) -> Option<&str>;
}

impl Recorded for Action {
    fn voids(&self) -> Option<&str> {
        match self {
            Self::Void { entry } => Some(entry),
            _ => None,
        }
    }
}

/// What was read back from storage.
#[derive(Debug)]
pub struct Reading<A = Action> {
    /// The entries that could be read, in order.
    pub entries: Vec<Entry<A>>,
    /// How many records could not be read: written by a newer version, or damaged. They stay where they are.
    pub skipped: usize,
}

/// Reads stored records, one JSON text each, and leaves out the entries that later ones void.
pub fn read<'a, A: Recorded>(records: impl IntoIterator<Item = &'a str>) -> Reading<A> {
    let mut reading = Reading { entries: Vec::<Entry<A>>::new(), skipped: 0 };
    for record in records {
        match Entry::<A>::from_json(record) {
            Some(entry) => match entry.action.voids() {
                Some(id) => reading.entries.retain(|entry| entry.id != id),
                None => reading.entries.push(entry),
            },
            None => reading.skipped += 1,
        }
    }
    reading
}

impl<A: Recorded> Entry<A> {
    /// Reads a stored record; `None` where it is damaged or from a newer version.
    pub fn from_json(record: &str) -> Option<Self> {
        read::read(json::parse(record).ok()?).ok()
    }

    /// The record to store.
    pub fn to_json(&self) -> String {
        self.json().to_string()
    }
}

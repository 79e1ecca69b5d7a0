//! What a reader does in a chooser. One action that does not apply (unknown id, out of range) has no effect.

use super::bundle::Report;
use crate::id::{ItemId, OptionId};
use crate::journal::Recorded;

/// What a reader did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A sitting begins; everything before belongs to earlier ones, which stay and are compared with it.
    Start {
        /// Fixes which statement stands left, and ties between equally good next pairs.
        seed: u32,
        /// The bundle's revision.
        revision: String,
    },
    /// The reader moved to a screen.
    Goto {
        /// Which one.
        screen: Screen,
    },
    /// The reader's gut. Before is open until the evidence is shown.
    Gut {
        /// Before or after the evidence.
        phase: Phase,
        /// 0 wholly pole A to 100 wholly pole B; none where it is taken back or not said.
        lean: Option<u32>,
        /// How sure, 1 to 4.
        sure: Option<u32>,
    },
    /// One of the four checks of decisional conflict.
    Sure {
        /// Before or after the evidence.
        phase: Phase,
        /// Which check, 1 to 4.
        check: u32,
        /// Yes or no.
        holds: Holds,
    },
    /// How much a dimension matters.
    Weigh {
        /// Which dimension.
        dimension: ItemId,
        /// 0 not at all to 4 most.
        rating: u32,
    },
    /// A concern of the reader's own, new or changed. Its label never leaves the device.
    Concern {
        /// `own-1` or `own-2`.
        concern: ItemId,
        /// In the reader's words.
        label: String,
        /// 0 not at all to 4 most.
        rating: u32,
        /// Which pole serves it: 0 much more A to 3 much more B; none where not said yet.
        answer: Option<u32>,
    },
    /// A concern is taken back.
    Drop {
        /// Which one.
        concern: ItemId,
    },
    /// A pair was answered, changed or skipped.
    Pair {
        /// Which pair.
        pair: ItemId,
        /// 0 much more A, 1 a bit more A, 2 a bit more B, 3 much more B; none where it was skipped.
        answer: Option<u32>,
        /// The pair's hash at that time.
        hash: String,
    },
    /// A question of feasibility was answered.
    Fact {
        /// Which fact.
        fact: ItemId,
        /// Yes, no or unknown.
        holds: Holds,
    },
    /// A question of a profile was answered or changed.
    Answer {
        /// Which question.
        question: ItemId,
        /// The chosen options; may be empty where any number may be chosen.
        options: Vec<OptionId>,
    },
    /// The question among tied outcomes was answered.
    Tiebreak {
        /// The outcome; none for "equally".
        outcome: Option<ItemId>,
    },
    /// The evidence was shown.
    Reveal {},
    /// The latest change made after the evidence was shown is taken back.
    Undo {},
    /// The reader looked at a year on a track in the simulator.
    Preview {
        /// Which pole.
        pole: ItemId,
    },
    /// The reader chose. Earlier choices stay, dated.
    Choose {
        /// A pole, or in a profile a plan; none for "not yet".
        choice: Option<ItemId>,
    },
    /// A step of the experiment is kept or left out.
    Plan {
        /// Which plan.
        plan: ItemId,
        /// Which step.
        step: OptionId,
        /// Whether it is kept: yes, or no.
        holds: Holds,
    },
    /// The reader came back and said how it goes.
    Checkin {
        /// What they will do.
        course: Course,
        /// In their words; it never leaves the device.
        note: String,
    },
    /// The reader set what leaves the device; never more than the author asked for.
    Report {
        /// How much.
        level: Report,
    },
    /// An earlier entry that stopped the player is left out from now on.
    Void {
        /// The id of the entry to leave out.
        entry: String,
    },
}

impl Recorded for Action {
    fn voids(&self) -> Option<&str> {
        match self {
            Self::Void { entry } => Some(entry),
            _ => None,
        }
    }
}

/// Before or after the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Before it is shown.
    Before,
    /// After it was shown.
    After,
}

impl Phase {
    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }
}

/// An answer to a question of fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holds {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// The reader does not know.
    #[default]
    Unknown,
}

impl Holds {
    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// What a reader makes of the experiment when they check in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Go on.
    Keep,
    /// Go on otherwise.
    Change,
    /// Give it up.
    Stop,
}

impl Course {
    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Change => "change",
            Self::Stop => "stop",
        }
    }
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is, what is kept and sent; in an adaptive chooser the gut and the four checks.
    Start,
    /// Both poles side by side.
    Poles,
    /// What matters: ratings, own concerns, facts.
    Matters,
    /// A pair of statements, or a question of a profile.
    Ask(ItemId),
    /// The question among tied outcomes.
    Tiebreak,
    /// The evidence, or the outcome of a profile.
    Reveal,
    /// Gut and checks once more.
    After,
    /// The reader's own choice, and the experiment.
    Choose,
    /// Back again later.
    Revisit,
}

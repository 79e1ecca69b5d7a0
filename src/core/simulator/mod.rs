//! The simulator: decisions over some turns in a model with luck, and what a play can teach.
//!
//! A play is a fold over the reader's actions ([`Play`]); the numbers come from the model ([`Machine`]), replayed whenever they are needed
//! ([`history`]); what follows from them after the last turn is worked out step by step ([`Debrief`]).

mod bundle;
mod code;
mod debrief;
mod events;
mod figure;
mod history;
mod journal;
mod layout;
mod link;
mod lower;
mod machine;
mod noise;
mod numbers;
mod order;
mod plans;
mod play;
mod record;
mod tour;
mod update;
mod verify;

pub use bundle::*;
pub use code::{Arity, Instruction, Op, Program};
pub use debrief::{Against, Arm, Clear, Debrief, Fortune, Found, Holds, Job, Luck, News, Part, Rank, Skill, Split, Stake, Sure, Weighed};
pub use events::events;
pub use figure::{percent, shown, signed, whole};
pub use history::{Cause, History, Row, Turn, history};
pub use journal::Action;
pub use link::{Shared, Unreadable};
pub use machine::{Machine, Refused, Values};
pub use numbers::Numbers;
pub use order::option_order;
pub use plans::{Plan, Plans};
pub use play::{Phase, Play};
pub use tour::{Tour, Trip, Version, arithmetic};
pub use update::{Msg, update};
pub use verify::limit;
pub use waypost_lanes::Width as Lanes;

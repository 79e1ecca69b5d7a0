//! The quiz engine: what a reader's journal means for a quiz, what they may do next, and how answers are marked.

mod answer;
pub(crate) mod base64;
mod calibration;
mod dimension;
mod expression;
mod fixed;
pub mod link;
pub mod marking;
mod order;
mod path;
mod pools;
mod rebase;
mod result;
pub mod review;
pub mod schedule;
mod sitting;
mod update;

pub use answer::{Answer, Attempt, Flag, Phase, full_mark};
pub use calibration::{Calibration, Fit, Level};
pub use dimension::Dimension;
pub use expression::{Expression, Operator};
pub use fixed::Fixed;
pub use marking::Verdict;
pub use order::{option_order, pair_order, thing_order};
pub use path::Progress;
pub use rebase::{Archived, Change, Notice, fits, words};
pub use result::{Outcome, Tally};
pub use sitting::{Clock, PartClock, Sitting, Step};
pub use update::{Msg, update};

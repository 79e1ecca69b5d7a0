//! The quiz engine: what a reader's journal means for a quiz, what they may do next, and how answers are marked.

mod expression;
pub mod marking;
mod order;
mod result;
mod sitting;
mod update;

pub use expression::{Expression, Operator};
pub use marking::Verdict;
pub use order::option_order;
pub use result::{Outcome, Tally};
pub use sitting::{Answer, Attempt, Phase, Sitting, Step};
pub use update::{Msg, update};

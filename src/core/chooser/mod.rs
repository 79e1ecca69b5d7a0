//! The chooser: what a reader's journal means where nothing is right or wrong, and what would change it.
//!
//! [`bundle::Chooser`] is the content, [`journal::Action`] what a reader does, [`Deliberation`] the state. What follows from the
//! answers is worked out on demand, in whole numbers for views.

pub mod bundle;
mod deliberation;
pub mod journal;
mod read;
mod write;

pub use bundle::Chooser;
pub use deliberation::{CHECKS, CONCERNS, Changed, Checkin, Chosen, Concern, Deliberation, Earlier, Given, Gut, Phased, Settled};

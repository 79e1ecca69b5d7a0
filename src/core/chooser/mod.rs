//! The chooser: what a reader's journal means where nothing is right or wrong, and what would change it.
//!
//! [`bundle::Chooser`] is the content, [`journal::Action`] what a reader does, [`Deliberation`] the state. What follows from the
//! answers is worked out on demand, in whole numbers for views.

pub mod adaptive;
pub mod bundle;
pub mod case;
mod deliberation;
mod event;
mod evidence;
pub mod journal;
pub mod link;
pub mod profile;
mod read;
mod update;
mod write;

pub use adaptive::{Flips, Side, Verdict};
pub use bundle::Chooser;
pub use deliberation::{CHECKS, CONCERNS, Changed, Checkin, Chosen, Concern, Deliberation, Earlier, Given, Gut, Phased, Settled};
pub use event::events;
pub use evidence::{Broken, Contribution, Drift, Evidence, Gap, Implication, Remaining, Weighing};
pub use profile::{Deciding, Level, Ranked, Standing, State};
pub use update::{Msg, update};

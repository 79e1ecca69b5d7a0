//! The chooser: equations, laws of every journal, flows of readers, exact profiles.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

mod common;
mod drift;
mod events;
mod flips;
mod flow;
mod journals;
mod laws;
mod math;
mod profile;
mod profile_flow;

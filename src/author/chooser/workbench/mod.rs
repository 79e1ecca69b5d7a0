//! The author's workbench: what a chooser does to readers, before any reader meets it.
//!
//! Everything is a function of the content and a seed. Synthetic readers are rows that depend on nothing else, so that programs may
//! spread them over threads and get the same figures.

pub mod chance;
pub mod figures;
pub mod findings;
pub mod numbers;
pub mod outcomes;
pub mod paths;
pub mod readers;
pub mod study;
pub mod suggest;

/// The seed of every workbench, so that two authors with one file see one report.
pub const SEED: u32 = 1;

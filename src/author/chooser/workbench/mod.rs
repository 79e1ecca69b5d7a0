//! The author's workbench: what a chooser does to readers, before any reader meets it.
//!
//! Everything is a function of the content and a seed. Work is cut into rows that depend on nothing else, so that programs may spread it
//! over threads and get the same figures.

pub mod chance;
pub mod figures;
pub mod study;

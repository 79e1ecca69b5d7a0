//! Waypost's pure core: what a lesson is (bundle), what a reader did (journal), and what follows from both.
//!
//! Nothing here knows the web, a clock, files, threads or randomness of its own: time and seed are arguments.
//! The same code runs natively in the author's tools and as WebAssembly in the reader's page, with equal results.
#![forbid(unsafe_code)]

pub mod bundle;
pub mod calendar;
pub mod chooser;
pub mod delivery;
pub mod event;
pub mod id;
pub mod journal;
pub mod json;
pub mod number;
pub mod quiz;
pub mod random;
pub mod read;
pub mod simulator;
pub mod table;
pub mod text;
pub mod time;
pub mod typed;
pub mod url;
pub mod words;
pub mod write;

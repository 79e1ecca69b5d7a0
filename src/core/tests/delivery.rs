//! Delivery: what each answer does, and a search of everything that two pages on one outbox can do to it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on stops")]

#[path = "delivery/search.rs"]
mod search;
#[path = "delivery/steps.rs"]
mod steps;

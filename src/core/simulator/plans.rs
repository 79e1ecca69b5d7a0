//! Plans: one option a turn.

/// The places of the options of a plan, one a turn.
pub type Plan = Vec<usize>;

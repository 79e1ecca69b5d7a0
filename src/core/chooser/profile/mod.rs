//! The engine `profile`: which of these outcomes do the answers point to most? Exact: a tie is a tie and is shown as one.

pub mod deciding;
pub mod standing;
pub mod totals;

pub use deciding::Deciding;
pub use standing::{Level, Ranked, Standing, State};
pub use totals::{Total, Totals};

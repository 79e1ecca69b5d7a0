//! What readers type: numbers read exactly, texts compared as the author allows.

mod digit;
pub mod entry;
mod exact;
#[cfg(not(target_arch = "wasm32"))]
pub mod normal;
pub mod number;
pub mod pattern;
pub mod typo;

pub use exact::Exact;

//! What readers type: numbers read exactly, texts compared as the author allows.

mod exact;

pub use exact::Exact;

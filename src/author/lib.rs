//! The author's side: Markdown in, checked bundles, diagnostics and published files out. Pure: no file, network or clock.
#![forbid(unsafe_code)]

pub mod course;
pub mod diagnostic;
pub mod page;

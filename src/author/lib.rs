//! The author's side: Markdown in, checked bundles, diagnostics and published files out. Pure: no file, network or clock.
//!
//! The way of a file: [`markdown::parse`] makes a [`document::Document`], [`check::check`] looks for what readers would stumble over,
//! [`compile::compile`] turns the document into a bundle. [`course::Course::read`] does all of it for a folder.
#![forbid(unsafe_code)]

mod branches;
pub mod cards;
pub mod check;
pub mod chooser;
pub mod code;
pub mod compile;
pub mod course;
pub mod diagnostic;
#[cfg(not(target_arch = "wasm32"))]
pub mod doctor;
pub mod document;
pub mod events;
pub mod explain;
mod header;
pub mod labels;
pub mod lesson;
mod lex;
pub mod lint;
pub mod locale;
pub mod markdown;
mod math;
pub mod mend;
pub mod page;
mod parallel;
pub mod print;
pub mod publish;
mod report;
mod rich;
pub mod schema;
mod settings;
pub mod simulator;
pub mod source;
pub mod theme;
mod tree;

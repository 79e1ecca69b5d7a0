//! The author's side of a chooser.

pub mod workbench;

//! The author's page: every widget of the course live, as a reader on a phone and at a desk gets it, with what to paste.

mod course;
mod gallery;
mod platform;
mod snippet;

pub use gallery::Gallery;

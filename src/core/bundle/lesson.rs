//! A widget of whatever kind: what the author's tools carry from a file to a site. A player reads only its own kind.

use super::{Bundle, Head, key};
use serde::Serialize;
use std::ops::{Deref, DerefMut};

/// One compiled widget.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Lesson {
    /// A quiz.
    Quiz(Bundle),
}

impl Deref for Lesson {
    type Target = Head;

    fn deref(&self) -> &Head {
        match self {
            Self::Quiz(quiz) => &quiz.head,
        }
    }
}

impl DerefMut for Lesson {
    fn deref_mut(&mut self) -> &mut Head {
        match self {
            Self::Quiz(quiz) => &mut quiz.head,
        }
    }
}

impl Lesson {
    /// What the reader is asked first, in plain text; empty where nothing is asked.
    pub fn question(&self) -> String {
        match self {
            Self::Quiz(quiz) => quiz.items.first().map(|item| quiz.plain(&key::prompt(&item.id))).unwrap_or_default(),
        }
    }

    /// How many steps it has: questions, pairs of statements, turns.
    pub fn steps(&self) -> usize {
        match self {
            Self::Quiz(quiz) => quiz.items.len(),
        }
    }

    /// The origins of host pages that may hear what its readers do, as its author names them.
    pub fn hosts(&self) -> &[String] {
        match self {
            Self::Quiz(quiz) => &quiz.policy.hosts,
        }
    }

    /// The bundle as its profile is written: `full` indented, `play` compact.
    pub fn to_json(&self) -> String {
        super::head::write(self)
    }
}

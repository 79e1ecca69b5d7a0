//! A widget of whatever kind: what the author's tools carry from a file to a site. A player reads only its own kind.

use super::{Bundle, Head, key};
use crate::chooser::Chooser;
use crate::chooser::bundle::Engine;
use crate::simulator::{Simulator, key as card};
use serde::Serialize;
use std::ops::{Deref, DerefMut};

/// One compiled widget.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant, reason = "a course has a handful of widgets, and they are seldom moved")]
pub enum Lesson {
    /// A quiz.
    Quiz(Bundle),
    /// A chooser.
    Chooser(Chooser),
    /// A simulator.
    Simulator(Simulator),
}

impl Deref for Lesson {
    type Target = Head;

    fn deref(&self) -> &Head {
        match self {
            Self::Quiz(quiz) => &quiz.head,
            Self::Chooser(chooser) => &chooser.head,
            Self::Simulator(simulator) => &simulator.head,
        }
    }
}

impl DerefMut for Lesson {
    fn deref_mut(&mut self) -> &mut Head {
        match self {
            Self::Quiz(quiz) => &mut quiz.head,
            Self::Chooser(chooser) => &mut chooser.head,
            Self::Simulator(simulator) => &mut simulator.head,
        }
    }
}

impl Lesson {
    /// What the reader is asked first, in plain text; empty where nothing is asked.
    pub fn question(&self) -> String {
        match self {
            Self::Quiz(quiz) => quiz.items.first().map(|item| quiz.plain(&key::prompt(&item.id))).unwrap_or_default(),
            Self::Chooser(chooser) => match &chooser.engine {
                Engine::Adaptive(_) => chooser.plain(crate::chooser::bundle::key::DECISION),
                Engine::Profile(weighted) => {
                    weighted.questions.first().map(|question| chooser.plain(&key::prompt(&question.id))).unwrap_or_default()
                }
            },
            Self::Simulator(simulator) => {
                simulator.cards.first().map(|first| simulator.plain(&card::situation(&first.id))).unwrap_or_default()
            }
        }
    }

    /// How many steps it has: questions, pairs of statements, turns.
    pub fn steps(&self) -> usize {
        match self {
            Self::Quiz(quiz) => quiz.items.len(),
            Self::Chooser(chooser) => match &chooser.engine {
                Engine::Adaptive(adaptive) => usize::try_from(adaptive.rules.max).unwrap_or(usize::MAX).min(adaptive.pairs.len()),
                Engine::Profile(weighted) => weighted.questions.len(),
            },
            Self::Simulator(simulator) => simulator.turns(),
        }
    }

    /// The bundle as its profile is written: `full` indented, `play` compact.
    pub fn to_json(&self) -> String {
        super::head::write(self)
    }
}

//! How a simulator's actions and plays are read and written: one line per kind of action.

use super::{Action, Play};
use crate::journal::Recorded;
use crate::json::Json;
use crate::read::{Fields, Lack, Read, variant as named};
use crate::write::{Write, object, record, variant};

impl Read for Action {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        let Some((name, content)) = named(json, lack) else { return Self::Undo {} };
        let mut of = Fields::of(content, lack);
        match name {
            "start" => Self::Start { revision: of.take("revision"), seed: of.take("seed"), from: of.take("from") },
            "draft" => Self::Draft { card: of.take("card"), option: of.take("option") },
            "commit" => Self::Commit { card: of.take("card"), option: of.take("option") },
            "undo" => Self::Undo {},
            "assume" => Self::Assume { param: of.take("param"), permille: of.take("permille") },
            "finish" => Self::Finish {},
            "retry" => Self::Retry { seed: of.take("seed") },
            "void" => Self::Void { entry: of.take("entry") },
            _ => {
                lack.note();
                Self::Undo {}
            }
        }
    }
}

impl Write for Action {
    fn json(&self) -> Json {
        match self {
            Self::Start { revision, seed, from: None } => variant("start", object!(revision, seed)),
            Self::Start { revision, seed, from } => variant("start", object!(revision, seed, from)),
            Self::Draft { card, option } => variant("draft", object!(card, option)),
            Self::Commit { card, option } => variant("commit", object!(card, option)),
            Self::Undo {} => variant("undo", Json::Map(Vec::new())),
            Self::Assume { param, permille } => variant("assume", object!(param, permille)),
            Self::Finish {} => variant("finish", Json::Map(Vec::new())),
            Self::Retry { seed } => variant("retry", object!(seed)),
            Self::Void { entry } => variant("void", object!(entry)),
        }
    }
}

impl Recorded for Action {
    fn voids(&self) -> Option<&str> {
        match self {
            Self::Void { entry } => Some(entry),
            _ => None,
        }
    }
}

record!(Play { id, revision, seed, from, choices, picked, undone, assumed, earlier, finished });

//! What the page and the machine say to each other, as JSON: inputs come in, commands go out.

use super::{Answer, Command, Input, Millis, Outbox, Record, Standing, step};
use crate::json::{self, Json};
use crate::read::{Fields, Read, Reading, record};
use crate::write::{Write, object};

/// Tells the machine an input as JSON; returns its commands as a JSON list. What can't be read says nothing.
pub fn talk(outbox: &mut Outbox, input: &str, now: Millis) -> String {
    let input = json::parse(input).ok().and_then(|json| Input::read(json).ok());
    input.map(|input| step(outbox, input, now)).unwrap_or_default().json().to_string()
}

record!(Record { id, sink, journal, bytes, tries, next, parked });
crate::write::record!(Record { id, sink, journal, bytes, tries, next, parked });
crate::write::record!(Standing { waiting, parked });

impl Read for Input {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = crate::read::variant(json)?;
        Ok(match name.as_str() {
            "found" => Self::Found(Read::read(content)?),
            "answered" => {
                let mut fields = Fields::of(content, "answered")?;
                Self::Answered { flight: fields.take("flight")?, answer: fields.take("answer")? }
            }
            "leaving" => Self::Leaving,
            "again" => Self::Again,
            "credential" => Self::Credential { sink: Read::read(content)? },
            _ => return Err("input"),
        })
    }
}

impl Read for Answer {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = crate::read::variant(json)?;
        match name.as_str() {
            "status" => {
                let mut fields = Fields::of(content, "status")?;
                Ok(Self::Status(fields.take("code")?, fields.take("wait")?))
            }
            "silence" => Ok(Self::Silence),
            _ => Err("answer"),
        }
    }
}

impl Write for Command {
    fn json(&self) -> Json {
        let (name, content) = match self {
            Self::Send { flight, sink, ids, keepalive } => ("send", object!(flight, sink, ids, keepalive)),
            Self::Forget { sink, ids } => ("forget", object!(sink, ids)),
            Self::Keep(records) => ("keep", records.json()),
            Self::Wake { at } => ("wake", object!(at)),
            Self::Show { journal, standing } => ("show", object!(journal, standing)),
        };
        Json::Map(vec![(name.to_owned(), content)])
    }
}

//! What the page and the machine say to each other, as JSON: inputs come in, commands go out.

use super::{Answer, Command, Input, Millis, Outbox, Record, Standing, step};
use crate::json::{self, Json};
use crate::read::{self, Fields, Read, record, variants};
use crate::write::{Write, object};

/// Tells the machine an input as JSON; returns its commands as a JSON list. What can't be read says nothing.
pub fn talk(outbox: &mut Outbox, input: &str, now: Millis) -> String {
    let input = json::parse(input).ok().and_then(|json| read::read::<Input>(json).ok());
    input.map(|input| step(outbox, input, now)).unwrap_or_default().json().to_string()
}

record!(Record { id, sink, journal, bytes, tries, next, parked });
crate::write::record!(Record { id, sink, journal, bytes, tries, next, parked });
crate::write::record!(Standing { waiting, parked });

variants!(Input {
    "found" => |json, lack| Self::Found(Read::read(json, lack)),
    "answered" => |json, lack| {
        let mut fields = Fields::of(json, lack);
        Self::Answered { flight: fields.take("flight"), answer: fields.take("answer") }
    },
    "leaving" => |_, _| Self::Leaving,
    "again" => |_, _| Self::Again,
    "credential" => |json, lack| Self::Credential { sink: Read::read(json, lack) },
    _ => Self::Leaving,
});

variants!(Answer {
    "status" => |json, lack| {
        let mut fields = Fields::of(json, lack);
        Self::Status(fields.take("code"), fields.take("wait"))
    },
    "silence" => |_, _| Self::Silence,
    _ => Self::Silence,
});

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

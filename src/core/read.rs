//! From JSON to bundles and journal entries: one line per type, in the shapes that serde writes.

use crate::bundle::*;
use crate::id::{ItemId, OptionId, WidgetId};
use crate::journal::{Action, Entry, Response, Via};
use crate::json::Json;
use crate::number::{Points, Share};
use crate::table::Table;
use crate::text::{Block, Image, Inline};

/// A value, or the name of what is missing or has another shape.
pub type Reading<T> = Result<T, &'static str>;

/// What can be read from JSON.
pub trait Read: Sized {
    /// Reads a value.
    fn read(json: Json) -> Reading<Self>;

    /// What an absent field means, if it may be absent.
    fn absent() -> Option<Self> {
        None
    }
}

/// The fields of an object, each taken once.
struct Fields(Vec<(String, Json)>);

impl Fields {
    fn of(json: Json, what: &'static str) -> Reading<Self> {
        match json {
            Json::Map(fields) => Ok(Self(fields)),
            _ => Err(what),
        }
    }

    fn take<T: Read>(&mut self, name: &'static str) -> Reading<T> {
        match self.0.iter().position(|(known, _)| known == name) {
            Some(at) => T::read(self.0.swap_remove(at).1).map_err(|inner| if inner.is_empty() { name } else { inner }),
            None => T::absent().ok_or(name),
        }
    }
}

/// A struct: its fields by name.
macro_rules! record {
    ($name:ident { $($field:ident),* }) => {
        impl Read for $name {
            fn read(json: Json) -> Reading<Self> {
                let mut fields = Fields::of(json, stringify!($name))?;
                Ok(Self { $($field: fields.take(stringify!($field))?),* })
            }
        }
    };
}

/// An enum of names, with what its absence means where it may be absent.
macro_rules! names {
    ($name:ident { $($text:literal => $variant:ident),* } $($absent:ident)?) => {
        impl Read for $name {
            fn read(json: Json) -> Reading<Self> {
                match json {
                    $(Json::Text(text) if text == $text => Ok(Self::$variant),)*
                    _ => Err(stringify!($name)),
                }
            }

            $(fn absent() -> Option<Self> {
                Some(Self::$absent)
            })?
        }
    };
}

/// An id.
macro_rules! ids {
    ($($name:ident),*) => {
        $(impl Read for $name {
            fn read(json: Json) -> Reading<Self> {
                String::read(json).map(Self)
            }
        })*
    };
}

/// A text with a grammar of its own.
macro_rules! parsed {
    ($($name:ident),*) => {
        $(impl Read for $name {
            fn read(json: Json) -> Reading<Self> {
                String::read(json)?.parse().map_err(|()| "")
            }
        })*
    };
}

ids!(WidgetId, ItemId, OptionId);
parsed!(Points, Share);
names!(Profile { "full" => Full, "play" => Play });
names!(Kind { "quiz" => Quiz });
names!(Dir { "ltr" => Ltr, "rtl" => Rtl });
names!(Negative { "none" => None, "item" => Item });
names!(Retry { "wrong" => Wrong, "all" => All, "none" => None });
names!(Order { "fixed" => Fixed, "shuffled" => Shuffled });
names!(Counted { "open" => Open, "told" => Told } Open);
names!(Place { "free" => Free, "pinned" => Pinned } Free);
names!(Key { "right" => Right, "wrong" => Wrong });
names!(Marking { "credit" => Credit, "net" => Net, "all" => All, "each" => Each, "weights" => Weights });
names!(Via { "player" => Player, "static" => Static, "email" => Email, "import" => Import });
record!(Bundle { waypost, profile, kind, id, version, title, lang, dir, revision, meta, policy, sections, items, strings });
record!(Policy { attempts, attempt_cost, hint_cost, negative, penalty, retry, pass, hosts });
record!(Section { id });
record!(Item { id, section, points, interaction, hints });
record!(Choices { marking, order, options, counted });
record!(Choice { id, key, credit, place });
record!(Image { src, alt, w, h });
record!(Entry { id, at, ms, via, action });

impl Read for Meta {
    fn read(json: Json) -> Reading<Self> {
        let mut fields = Fields::of(json, "meta")?;
        let mut text = |name| fields.take::<Option<String>>(name).map(Option::unwrap_or_default);
        Ok(Self {
            author: text("author")?,
            license: text("license")?,
            published: text("published")?,
            review_by: text("review-by")?,
            updates: text("updates")?,
            funding: text("funding")?,
            interest: text("interest")?,
            contact: text("contact")?,
        })
    }
}

/// An enum with content: an object with the variant's name as its one field.
fn variant(json: Json) -> Reading<(String, Json)> {
    match json {
        Json::Map(mut fields) if fields.len() == 1 => fields.pop().ok_or(""),
        Json::Text(name) => Ok((name, Json::Null)),
        _ => Err("variant"),
    }
}

impl Read for Interaction {
    fn read(json: Json) -> Reading<Self> {
        let (name, choices) = variant(json)?;
        let choices = Choices::read(choices)?;
        match name.as_str() {
            "single" => Ok(Self::Single(choices)),
            "multi" => Ok(Self::Multi(choices)),
            "tf" => Ok(Self::Tf(choices)),
            _ => Err("interaction"),
        }
    }
}

impl Read for Block {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "p" => Self::P(Read::read(content)?),
            "ul" => Self::Ul(Read::read(content)?),
            "ol" => pair(content).map(|(start, items)| Self::Ol(start, items))?,
            "quote" => Self::Quote(Read::read(content)?),
            "code" => pair(content).map(|(language, code)| Self::Code(language, code))?,
            "table" => pair(content).map(|(head, rows)| Self::Table(head, rows))?,
            _ => return Err("block"),
        })
    }
}

impl Read for Inline {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "text" => Self::Text(Read::read(content)?),
            "em" => Self::Em(Read::read(content)?),
            "strong" => Self::Strong(Read::read(content)?),
            "strike" => Self::Strike(Read::read(content)?),
            "code" => Self::Code(Read::read(content)?),
            "link" => pair(content).map(|(href, inner)| Self::Link(href, inner))?,
            "image" => Self::Image(Read::read(content)?),
            "break" => Self::Break,
            _ => return Err("inline"),
        })
    }
}

impl Read for Response {
    fn read(json: Json) -> Reading<Self> {
        match variant(json)? {
            (name, options) if name == "options" => Ok(Self::of(Vec::read(options)?)),
            _ => Err("response"),
        }
    }
}

impl Read for Action {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        let mut of = Fields::of(content, "action")?;
        Ok(match name.as_str() {
            "start" => Self::Start { seed: of.take("seed")?, revision: of.take("revision")? },
            "draft" => Self::Draft { item: of.take("item")?, response: of.take("response")? },
            "commit" => Self::Commit { item: of.take("item")?, response: of.take("response")? },
            "hint" => Self::Hint { item: of.take("item")?, number: of.take("number")? },
            "giveup" => Self::Giveup { item: of.take("item")? },
            "goto" => Self::Goto { item: of.take("item")? },
            "finish" => Self::Finish {},
            "retry" => Self::Retry { items: of.take("items")? },
            "void" => Self::Void { entry: of.take("entry")? },
            _ => return Err("action"),
        })
    }
}

impl Read for String {
    fn read(json: Json) -> Reading<Self> {
        match json {
            Json::Text(text) => Ok(text),
            _ => Err(""),
        }
    }
}

impl Read for i64 {
    fn read(json: Json) -> Reading<Self> {
        match json {
            Json::Int(number) => Ok(number),
            _ => Err(""),
        }
    }
}

impl Read for u64 {
    fn read(json: Json) -> Reading<Self> {
        i64::read(json)?.try_into().map_err(|_| "")
    }
}

impl Read for u32 {
    fn read(json: Json) -> Reading<Self> {
        i64::read(json)?.try_into().map_err(|_| "")
    }

    /// Counts are left out where they are 0.
    fn absent() -> Option<Self> {
        Some(0)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: Json) -> Reading<Self> {
        match json {
            Json::Null => Ok(None),
            json => T::read(json).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Json) -> Reading<Self> {
        match json {
            Json::List(list) => {
                let mut out = Vec::with_capacity(list.len());
                for json in list {
                    out.push(T::read(json)?);
                }
                Ok(out)
            }
            _ => Err(""),
        }
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl<T: Read> Read for Table<String, T> {
    fn read(json: Json) -> Reading<Self> {
        match json {
            Json::Map(map) => {
                let mut table = Self::default();
                for (name, value) in map {
                    table.insert(name, T::read(value)?);
                }
                Ok(table)
            }
            _ => Err(""),
        }
    }
}

/// A list of two.
fn pair<A: Read, B: Read>(json: Json) -> Reading<(A, B)> {
    match json {
        Json::List(mut list) if list.len() == 2 => {
            let second = list.pop().map(B::read).ok_or("")??;
            let first = list.pop().map(A::read).ok_or("")??;
            Ok((first, second))
        }
        _ => Err(""),
    }
}

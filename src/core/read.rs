//! From JSON to bundles and journal entries: one line per type, in the shapes that serde writes.

use crate::bundle::*;
use crate::id::{ItemId, OptionId, WidgetId};
use crate::journal::{Action, Entry, Mark, Origin, Response, Running, Typed, Via};
use crate::json::Json;
use crate::number::{Points, Share};
use crate::quiz::{Expression, Operator};
use crate::table::Table;
use crate::text::{Block, Image, Inline, Math, MathNode};
use crate::typed::Exact;

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
pub(crate) struct Fields(Vec<(String, Json)>);

impl Fields {
    pub(crate) fn of(json: Json, what: &'static str) -> Reading<Self> {
        match json {
            Json::Map(fields) => Ok(Self(fields)),
            _ => Err(what),
        }
    }

    pub(crate) fn take<T: Read>(&mut self, name: &'static str) -> Reading<T> {
        match self.0.iter().position(|(known, _)| known == name) {
            Some(at) => T::read(self.0.swap_remove(at).1).map_err(|inner| if inner.is_empty() { name } else { inner }),
            None => T::absent().ok_or(name),
        }
    }
}

/// A struct: its fields by name; those in the second braces are left out where they are empty.
macro_rules! record {
    ($name:ident { $($field:ident),* $(,)? } $({ $($empty:ident),* })?) => {
        impl $crate::read::Read for $name {
            fn read(json: $crate::json::Json) -> $crate::read::Reading<Self> {
                let mut fields = $crate::read::Fields::of(json, stringify!($name))?;
                Ok(Self {
                    $($field: fields.take(stringify!($field))?,)*
                    $($($empty: fields.take::<Option<_>>(stringify!($empty))?.unwrap_or_default(),)*)?
                })
            }
        }
    };
}

/// A widget's bundle: its head, and its own fields beside it.
macro_rules! widget {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::read::Read for $name {
            fn read(json: $crate::json::Json) -> $crate::read::Reading<Self> {
                let mut fields = $crate::read::Fields::of(json, stringify!($name))?;
                Ok(Self { head: $crate::read::head(&mut fields)?, $($field: fields.take(stringify!($field))?,)* })
            }
        }
    };
}

/// An enum of names, with what its absence means where it may be absent.
macro_rules! names {
    ($name:ident { $($text:literal => $variant:ident),* } $($absent:ident)?) => {
        impl $crate::read::Read for $name {
            fn read(json: $crate::json::Json) -> $crate::read::Reading<Self> {
                match json {
                    $($crate::json::Json::Text(text) if text == $text => Ok(Self::$variant),)*
                    _ => Err(stringify!($name)),
                }
            }

            $(fn absent() -> Option<Self> {
                Some(Self::$absent)
            })?
        }
    };
}

#[allow(unused_imports, reason = "for the bundles of the other kinds")]
pub(crate) use {names, record, widget};

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
parsed!(Points, Share, Exact);
names!(Profile { "full" => Full, "play" => Play });
names!(Kind { "quiz" => Quiz, "chooser" => Chooser, "simulator" => Simulator });
names!(Dir { "ltr" => Ltr, "rtl" => Rtl });
names!(Negative { "none" => None, "item" => Item });
names!(Retry { "wrong" => Wrong, "all" => All, "none" => None });
names!(Order { "fixed" => Fixed, "shuffled" => Shuffled } Fixed);
names!(Mode { "score" => Score, "reflect" => Reflect } Score);
names!(Feedback { "immediate" => Immediate, "end" => End, "exam" => Exam } Immediate);
names!(Solutions { "full" => Full, "score" => Score, "none" => None } Full);
names!(Confidence { "off" => Off, "calibration" => Calibration, "marks" => Marks } Off);
names!(Back { "allowed" => Allowed, "never" => Never } Allowed);
names!(Standing { "marked" => Marked, "open" => Open } Marked);
names!(Drawn { "pool" => Pool, "always" => Always } Pool);
names!(Explain { "silent" => Silent, "asked" => Asked } Silent);
names!(Compare { "usual" => Usual, "exact" => Exact, "loose" => Loose } Usual);
names!(Counts { "forward" => Forward, "reverse" => Reverse } Forward);
names!(Operator {
    "add" => Add, "subtract" => Subtract, "multiply" => Multiply, "divide" => Divide, "less" => Less, "atmost" => AtMost, "equal" => Equal,
    "unequal" => Unequal, "atleast" => AtLeast, "greater" => Greater, "and" => And, "or" => Or, "not" => Not, "min" => Min, "max" => Max,
    "clamp" => Clamp
});
names!(Counted { "open" => Open, "told" => Told } Open);
names!(Place { "free" => Free, "pinned" => Pinned } Free);
names!(Key { "right" => Right, "wrong" => Wrong });
names!(Marking { "credit" => Credit, "net" => Net, "all" => All, "each" => Each, "pairs" => Pairs, "position" => Position, "weights" => Weights });
names!(Via { "player" => Player, "static" => Static, "email" => Email, "import" => Import });
names!(Running { "on" => On, "off" => Off });
widget!(Bundle { policy, sections, items, results, dimensions, words });
record!(Policy {
    attempts,
    attempt_cost,
    hint_cost,
    negative,
    penalty,
    retry,
    mode,
    feedback,
    solutions,
    confidence,
    order,
    draw,
    back,
    time,
    review,
    pass,
    hosts
});
record!(Section { id, draw, order, then });
record!(Time { seconds } { essential });
record!(Review { daily, max_days });
record!(Band { id, from });
record!(Costs { attempts, attempt_cost, hint_cost, penalty });
record!(Branch { when, to });
record!(Item { id, section, part_of, points, standing, interaction, hints, drawn, explain, branches } { costs, hashes });
record!(Hashes { text, key, shape });
record!(Origin { hashes, mark } { words });
record!(Mark { item, earned, possible });
record!(Choices { marking, order, options, counted });
record!(Choice { id, key, credit, place, then, weights } { tag });
record!(Weight { to, weight });
record!(Answers { answers, compare, typos } { unit });
record!(Accepted { id, matches, key, credit, typos } { norm });
record!(Cloze { marking, blanks });
record!(Blank { id, field, when });
record!(Condition { blank, holds });
record!(Sequence { marking, things });
record!(Pairs { marking, order, rows, targets });
record!(Row { id, target });
record!(Scale { name, steps, rows });
record!(Statement { id, to, counts });
record!(Slider { min, max, step, ends, answers, to } { unit });
record!(Reflect { rows });
record!(Typed { raw, norm });
record!(Math { alt, nodes });
record!(MathNode { tag, nodes } { text });
record!(Image { src, alt, w, h });

/// The fields of a head, out of a widget's.
pub(crate) fn head(fields: &mut Fields) -> Reading<Head> {
    Ok(Head {
        waypost: fields.take("waypost")?,
        profile: fields.take("profile")?,
        kind: fields.take("kind")?,
        id: fields.take("id")?,
        version: fields.take("version")?,
        title: fields.take("title")?,
        lang: fields.take("lang")?,
        dir: fields.take("dir")?,
        revision: fields.take("revision")?,
        meta: fields.take("meta")?,
        strings: fields.take("strings")?,
    })
}

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
pub(crate) fn variant(json: Json) -> Reading<(String, Json)> {
    match json {
        Json::Map(mut fields) if fields.len() == 1 => fields.pop().ok_or(""),
        Json::Text(name) => Ok((name, Json::Null)),
        _ => Err("variant"),
    }
}

impl Read for Interaction {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "single" => Self::Single(Read::read(content)?),
            "multi" => Self::Multi(Read::read(content)?),
            "tf" => Self::Tf(Read::read(content)?),
            "number" => Self::Number(Read::read(content)?),
            "text" => Self::Text(Read::read(content)?),
            "cloze" => Self::Cloze(Read::read(content)?),
            "order" => Self::Order(Read::read(content)?),
            "match" => Self::Match(Read::read(content)?),
            "categorize" => Self::Categorize(Read::read(content)?),
            "scale" => Self::Scale(Read::read(content)?),
            "slider" => Self::Slider(Read::read(content)?),
            "reflect" => Self::Reflect(Read::read(content)?),
            "info" => Self::Info {},
            _ => return Err("interaction"),
        })
    }
}

impl Read for Field {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "text" => Self::Text(Read::read(content)?),
            "number" => Self::Number(Read::read(content)?),
            "choice" => Self::Choice(Read::read(content)?),
            _ => return Err("field"),
        })
    }
}

impl Read for Matches {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "near" => pair(content).map(|(value, within)| Self::Near(value, within))?,
            "percent" => pair(content).map(|(value, within)| Self::Percent(value, within))?,
            "range" => pair(content).map(|(low, high)| Self::Range(low, high))?,
            "text" => Self::Text(Read::read(content)?),
            "rest" => Self::Rest,
            _ => return Err("matches"),
        })
    }
}

impl Read for Target {
    fn read(json: Json) -> Reading<Self> {
        match variant(json)? {
            (name, _) if name == "end" => Ok(Self::End),
            (name, item) if name == "item" => Ok(Self::Item(Read::read(item)?)),
            _ => Err("target"),
        }
    }
}

impl Read for Expression {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "number" => Self::Number(Read::read(content)?),
            "score" => Self::Score {},
            "mark" => Self::Mark(Read::read(content)?),
            "right" => Self::Right(Read::read(content)?),
            "seen" => Self::Seen(Read::read(content)?),
            "chose" => pair(content).map(|(item, option)| Self::Chose(item, option))?,
            "dim" => Self::Dim(Read::read(content)?),
            "apply" => pair(content).map(|(operator, operands)| Self::Apply(operator, operands))?,
            _ => return Err("expression"),
        })
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
            "math" => Self::Math(Read::read(content)?),
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
            "blank" => Self::Blank(Read::read(content)?),
            "math" => Self::Math(Read::read(content)?),
            _ => return Err("inline"),
        })
    }
}

impl Read for Response {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "options" => Self::of(Vec::read(content)?),
            "order" => Self::Order(Read::read(content)?),
            "pairs" => Self::Pairs(Read::read(content)?),
            "typed" => Self::Typed(Read::read(content)?),
            "blanks" => Self::Blanks(Read::read(content)?),
            _ => return Err("response"),
        })
    }
}

impl<A: Read> Read for Entry<A> {
    fn read(json: Json) -> Reading<Self> {
        let mut fields = Fields::of(json, "Entry")?;
        Ok(Self {
            id: fields.take("id")?,
            at: fields.take("at")?,
            ms: fields.take("ms")?,
            via: fields.take("via")?,
            action: fields.take("action")?,
        })
    }
}

impl Read for Action {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        let mut of = Fields::of(content, "action")?;
        Ok(match name.as_str() {
            "start" => Self::Start { seed: of.take("seed")?, revision: of.take("revision")?, drawn: of.take("drawn")? },
            "draft" => Self::Draft { item: of.take("item")?, response: of.take("response")?, sure: of.take("sure")? },
            "commit" => Self::Commit { item: of.take("item")?, response: of.take("response")?, sure: of.take("sure")?, of: of.take("of")? },
            "explain" => Self::Explain { item: of.take("item")?, text: of.take("text")? },
            "flag" => Self::Flag { item: of.take("item")? },
            "rebase" => Self::Rebase { from: of.take("from")?, to: of.take("to")? },
            "extend" => Self::Extend {},
            "clock" => Self::Clock { running: of.take("running")? },
            "rate" => Self::Rate { item: of.take("item")?, grade: of.take("grade")? },
            "hint" => Self::Hint { item: of.take("item")?, number: of.take("number")? },
            "giveup" => Self::Giveup { item: of.take("item")? },
            "goto" => Self::Goto { item: of.take("item")? },
            "finish" => Self::Finish { marks: of.take("marks")? },
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

impl<K: Ord + From<String>, T: Read> Read for Table<K, T> {
    fn read(json: Json) -> Reading<Self> {
        match json {
            Json::Map(map) => {
                let mut table = Self::default();
                for (name, value) in map {
                    table.insert(K::from(name), T::read(value)?);
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

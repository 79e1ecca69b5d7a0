//! From JSON to bundles and journal entries: one line per type, in the shapes that serde writes.
//!
//! Reading never stops half-way: what is missing or has another shape is noted, something empty stands in for it, and the note
//! makes the whole be refused in the end. Code that goes straight on is a third of the bytes of code that may return anywhere.

use crate::bundle::*;
use crate::id::{ItemId, OptionId, WidgetId};
use crate::journal::{Action, Entry, Mark, Origin, Response, Running, Typed, Via};
use crate::json::Json;
use crate::number::{Points, Share};
use crate::quiz::{Expression, Operator};
use crate::table::Table;
use crate::text::{Block, Image, Inline, Math, MathNode};
use crate::typed::Exact;
use std::mem::take;

/// What could not be read: the name of the first field that is missing or has another shape.
#[derive(Debug, Default)]
pub struct Lack {
    /// The field being read.
    at: &'static str,
    first: Option<&'static str>,
}

impl Lack {
    /// The field being read is not there, or is something else.
    pub fn note(&mut self) {
        self.first.get_or_insert(self.at);
    }
}

/// What can be read from JSON.
pub trait Read: Sized {
    /// Takes a value out of `json`, which is `null` where a field is absent; where there is none to take, notes the lack and
    /// returns something that stands in for it.
    fn read(json: &mut Json, lack: &mut Lack) -> Self;
}

/// A value from JSON, or the name of what is missing or has another shape.
///
/// # Errors
/// That name.
pub fn read<T: Read>(mut json: Json) -> Result<T, &'static str> {
    let mut lack = Lack::default();
    let value = T::read(&mut json, &mut lack);
    match lack.first {
        None => Ok(value),
        Some(name) => Err(name),
    }
}

/// The fields of an object; an absent one is `null`.
pub(crate) struct Fields<'a> {
    fields: &'a mut [(String, Json)],
    absent: Json,
    lack: &'a mut Lack,
}

impl<'a> Fields<'a> {
    pub(crate) fn of(json: &'a mut Json, lack: &'a mut Lack) -> Self {
        let fields = match json {
            Json::Map(fields) => fields.as_mut_slice(),
            _ => {
                lack.note();
                &mut []
            }
        };
        Self { fields, absent: Json::Null, lack }
    }

    #[inline(never)]
    pub(crate) fn take<T: Read>(&mut self, name: &'static str) -> T {
        let around = self.lack.at;
        let (json, lack) = self.find(name);
        let value = T::read(json, lack);
        self.lack.at = around;
        value
    }

    #[inline(never)]
    fn find(&mut self, name: &'static str) -> (&mut Json, &mut Lack) {
        self.lack.at = name;
        let found = self.fields.iter_mut().find(|(known, _)| known == name);
        (found.map_or(&mut self.absent, |(_, json)| json), self.lack)
    }
}

/// A struct: its fields by name; those in the second braces are left out where they are empty.
macro_rules! record {
    ($name:ident { $($field:ident),* $(,)? } $({ $($empty:ident),* })?) => {
        impl $crate::read::Read for $name {
            fn read(json: &mut $crate::json::Json, lack: &mut $crate::read::Lack) -> Self {
                let mut fields = $crate::read::Fields::of(json, lack);
                Self {
                    $($field: fields.take(stringify!($field)),)*
                    $($($empty: fields.take::<Option<_>>(stringify!($empty)).unwrap_or_default(),)*)?
                }
            }
        }
    };
}

/// A widget's bundle: its head, and its own fields beside it.
macro_rules! widget {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::read::Read for $name {
            fn read(json: &mut $crate::json::Json, lack: &mut $crate::read::Lack) -> Self {
                let mut fields = $crate::read::Fields::of(json, lack);
                Self { head: $crate::read::head(&mut fields), $($field: fields.take(stringify!($field)),)* }
            }
        }
    };
}

/// An enum of names, with what its absence means where it may be absent.
macro_rules! names {
    ($name:ident { $($text:literal => $variant:ident),* } $($absent:ident)?) => {
        impl $crate::read::Read for $name {
            fn read(json: &mut $crate::json::Json, lack: &mut $crate::read::Lack) -> Self {
                $(if let $crate::json::Json::Null = json {
                    return Self::$absent;
                })?
                const VALUES: &[$name] = &[$($name::$variant),*];
                *VALUES.get($crate::read::place(json, &[$($text),*], lack)).unwrap_or(&VALUES[0])
            }
        }
    };
}

/// An enum with content: an object with the variant's name as its one field, or only the name. The last row stands in for others.
/// An attribute of a row says which programs know it.
macro_rules! variants {
    ($name:ident { $($(#[$only:meta])? $text:literal => $read:expr,)* _ => $other:expr $(,)? }) => {
        impl $crate::read::Read for $name {
            fn read(json: &mut $crate::json::Json, lack: &mut $crate::read::Lack) -> Self {
                let Some((name, content)) = $crate::read::variant(json, lack) else { return $other };
                match name {
                    $($(#[$only])? $text => {
                        let read: fn(&mut $crate::json::Json, &mut $crate::read::Lack) -> Self = $read;
                        read(content, lack)
                    })*
                    _ => {
                        lack.note();
                        $other
                    }
                }
            }
        }
    };
}

#[allow(unused_imports, reason = "for the bundles of the other kinds")]
pub(crate) use {names, record, variants, widget};

/// Which of these names it is.
#[inline(never)]
pub(crate) fn place(json: &Json, names: &[&str], lack: &mut Lack) -> usize {
    let name = if let Json::Text(name) = json { name } else { "" };
    names.iter().position(|known| *known == name).unwrap_or_else(|| {
        lack.note();
        0
    })
}

/// A variant's name and its content.
#[inline(never)]
pub(crate) fn variant<'a>(json: &'a mut Json, lack: &mut Lack) -> Option<(&'a str, &'a mut Json)> {
    if let Json::Text(name) = json {
        *json = Json::Map(vec![(take(name), Json::Null)]);
    }
    if let Json::Map(fields) = json
        && let [(name, content)] = fields.as_mut_slice()
    {
        return Some((name, content));
    }
    lack.note();
    None
}

/// An id.
macro_rules! ids {
    ($($name:ident),*) => {
        $(impl Read for $name {
            fn read(json: &mut Json, lack: &mut Lack) -> Self {
                Self(Read::read(json, lack))
            }
        })*
    };
}

/// A text with a grammar of its own, and what stands in where it has another.
macro_rules! parsed {
    ($($name:ident::$other:ident),*) => {
        $(impl Read for $name {
            fn read(json: &mut Json, lack: &mut Lack) -> Self {
                if let Json::Text(text) = json
                    && let Ok(value) = text.parse()
                {
                    return value;
                }
                lack.note();
                Self::$other
            }
        })*
    };
}

ids!(WidgetId, ItemId, OptionId);
parsed!(Points::ONE, Share::NONE, Exact::ZERO);
names!(Profile { "full" => Full, "play" => Play });
names!(Kind { "quiz" => Quiz, "chooser" => Chooser, "simulator" => Simulator, "review" => Review });
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
names!(Asks { "own" => Own, "due" => Due } Own);
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
    pass
});
record!(Section { id, draw, order, then, time });
record!(Time { seconds } { essential });
record!(Review { daily, max_days, asks });
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
record!(Webhook { url, confirms });

/// The fields of a head, out of a widget's.
pub(crate) fn head(fields: &mut Fields) -> Head {
    Head {
        waypost: fields.take("waypost"),
        profile: fields.take("profile"),
        kind: fields.take("kind"),
        id: fields.take("id"),
        version: fields.take("version"),
        title: fields.take("title"),
        lang: fields.take("lang"),
        dir: fields.take("dir"),
        revision: fields.take("revision"),
        meta: fields.take("meta"),
        webhook: fields.take("webhook"),
        hosts: fields.take("hosts"),
        strings: fields.take("strings"),
    }
}

impl<A: Read> Read for Entry<A> {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        let mut of = Fields::of(json, lack);
        Self { id: of.take("id"), at: of.take("at"), ms: of.take("ms"), via: of.take("via"), action: of.take("action") }
    }
}

impl Read for Meta {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        if let Json::Null = json {
            return Self::default();
        }
        let mut fields = Fields::of(json, lack);
        let mut text = |name| fields.take::<Option<String>>(name).unwrap_or_default();
        Self {
            author: text("author"),
            license: text("license"),
            published: text("published"),
            review_by: text("review-by"),
            updates: text("updates"),
            funding: text("funding"),
            interest: text("interest"),
            contact: text("contact"),
        }
    }
}

variants!(Interaction {
    "single" => |json, lack| Self::Single(Read::read(json, lack)),
    "multi" => |json, lack| Self::Multi(Read::read(json, lack)),
    "tf" => |json, lack| Self::Tf(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "number" => |json, lack| Self::Number(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "text" => |json, lack| Self::Text(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "cloze" => |json, lack| Self::Cloze(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "order" => |json, lack| Self::Order(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "match" => |json, lack| Self::Match(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "categorize" => |json, lack| Self::Categorize(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "scale" => |json, lack| Self::Scale(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "slider" => |json, lack| Self::Slider(Read::read(json, lack)),
    #[cfg(feature = "kinds")] "reflect" => |json, lack| Self::Reflect(Read::read(json, lack)),
    "info" => |_, _| Self::Info {},
    _ => Self::Info {},
});

variants!(Field {
    "text" => |json, lack| Self::Text(Read::read(json, lack)),
    "number" => |json, lack| Self::Number(Read::read(json, lack)),
    "choice" => |json, lack| Self::Choice(Read::read(json, lack)),
    _ => Self::Choice(Vec::new()),
});

variants!(Matches {
    "near" => |json, lack| pair(json, lack, Self::Near),
    "percent" => |json, lack| pair(json, lack, Self::Percent),
    "range" => |json, lack| pair(json, lack, Self::Range),
    "text" => |json, lack| Self::Text(Read::read(json, lack)),
    "rest" => |_, _| Self::Rest,
    _ => Self::Rest,
});

variants!(Target {
    "end" => |_, _| Self::End,
    "item" => |json, lack| Self::Item(Read::read(json, lack)),
    _ => Self::End,
});

variants!(Expression {
    "number" => |json, lack| Self::Number(Read::read(json, lack)),
    "score" => |_, _| Self::Score {},
    "mark" => |json, lack| Self::Mark(Read::read(json, lack)),
    "right" => |json, lack| Self::Right(Read::read(json, lack)),
    "seen" => |json, lack| Self::Seen(Read::read(json, lack)),
    "chose" => |json, lack| pair(json, lack, Self::Chose),
    "dim" => |json, lack| Self::Dim(Read::read(json, lack)),
    "apply" => |json, lack| pair(json, lack, Self::Apply),
    _ => Self::Score {},
});

variants!(Block {
    "p" => |json, lack| Self::P(Read::read(json, lack)),
    "ul" => |json, lack| Self::Ul(Read::read(json, lack)),
    "ol" => |json, lack| pair(json, lack, Self::Ol),
    "quote" => |json, lack| Self::Quote(Read::read(json, lack)),
    "code" => |json, lack| pair(json, lack, Self::Code),
    "math" => |json, lack| Self::Math(Read::read(json, lack)),
    "table" => |json, lack| pair(json, lack, Self::Table),
    _ => Self::P(Vec::new()),
});

variants!(Inline {
    "text" => |json, lack| Self::Text(Read::read(json, lack)),
    "em" => |json, lack| Self::Em(Read::read(json, lack)),
    "strong" => |json, lack| Self::Strong(Read::read(json, lack)),
    "strike" => |json, lack| Self::Strike(Read::read(json, lack)),
    "code" => |json, lack| Self::Code(Read::read(json, lack)),
    "link" => |json, lack| pair(json, lack, Self::Link),
    "lang" => |json, lack| pair(json, lack, Self::Lang),
    "image" => |json, lack| Self::Image(Read::read(json, lack)),
    "break" => |_, _| Self::Break,
    "blank" => |json, lack| Self::Blank(Read::read(json, lack)),
    "math" => |json, lack| Self::Math(Read::read(json, lack)),
    _ => Self::Break,
});

variants!(Response {
    "options" => |json, lack| Self::of(Vec::read(json, lack)),
    "order" => |json, lack| Self::Order(Read::read(json, lack)),
    "pairs" => |json, lack| Self::Pairs(Read::read(json, lack)),
    "typed" => |json, lack| Self::Typed(Read::read(json, lack)),
    "blanks" => |json, lack| Self::Blanks(Read::read(json, lack)),
    _ => Self::Options(Vec::new()),
});

impl Read for Action {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        let Some((name, content)) = variant(json, lack) else { return Self::Extend {} };
        let mut of = Fields::of(content, lack);
        match name {
            "start" => Self::Start { seed: of.take("seed"), revision: of.take("revision"), drawn: of.take("drawn") },
            "draft" => Self::Draft { item: of.take("item"), response: of.take("response"), sure: of.take("sure") },
            "commit" => Self::Commit { item: of.take("item"), response: of.take("response"), sure: of.take("sure"), of: of.take("of") },
            "explain" => Self::Explain { item: of.take("item"), text: of.take("text") },
            "flag" => Self::Flag { item: of.take("item") },
            "rebase" => Self::Rebase { from: of.take("from"), to: of.take("to") },
            "extend" => Self::Extend {},
            "clock" => Self::Clock { running: of.take("running") },
            "rate" => Self::Rate { item: of.take("item"), grade: of.take("grade") },
            "hint" => Self::Hint { item: of.take("item"), number: of.take("number") },
            "giveup" => Self::Giveup { item: of.take("item") },
            "goto" => Self::Goto { item: of.take("item") },
            "finish" => Self::Finish { marks: of.take("marks") },
            "retry" => Self::Retry { items: of.take("items") },
            "void" => Self::Void { entry: of.take("entry") },
            _ => {
                lack.note();
                Self::Extend {}
            }
        }
    }
}

impl Read for String {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        match json {
            Json::Text(text) => take(text),
            _ => {
                lack.note();
                Self::new()
            }
        }
    }
}

impl Read for i64 {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        match json {
            Json::Int(number) => *number,
            _ => {
                lack.note();
                0
            }
        }
    }
}

impl Read for u64 {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        let number = i64::read(json, lack);
        Self::try_from(number).unwrap_or_else(|_| {
            lack.note();
            0
        })
    }
}

impl Read for usize {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        Self::try_from(u64::read(json, lack)).unwrap_or(Self::MAX)
    }
}

impl Read for bool {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        match json {
            Json::Bool(value) => *value,
            _ => {
                lack.note();
                false
            }
        }
    }
}

/// Counts are left out where they are 0.
impl Read for u32 {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        let number = if let Json::Null = json { 0 } else { i64::read(json, lack) };
        Self::try_from(number).unwrap_or_else(|_| {
            lack.note();
            0
        })
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        match json {
            Json::Null => None,
            json => Some(T::read(json, lack)),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        list(json, lack).iter_mut().map(|json| T::read(json, lack)).collect()
    }
}

impl<K: Ord + From<String>, T: Read> Read for Table<K, T> {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        let mut table = Self::default();
        match json {
            Json::Map(map) => {
                for (name, value) in map {
                    table.insert(K::from(take(name)), T::read(value, lack));
                }
            }
            _ => lack.note(),
        }
        table
    }
}

#[inline(never)]
fn list<'a>(json: &'a mut Json, lack: &mut Lack) -> &'a mut [Json] {
    match json {
        Json::List(list) => list,
        Json::Null => &mut [],
        _ => {
            lack.note();
            &mut []
        }
    }
}

/// What is made of a list of two.
fn pair<A: Read, B: Read, T>(json: &mut Json, lack: &mut Lack, of: impl Fn(A, B) -> T) -> T {
    let (first, second) = two(json, lack);
    of(A::read(first, lack), B::read(second, lack))
}

/// The two of a list; of anything else two that hold nothing.
#[inline(never)]
fn two<'a>(json: &'a mut Json, lack: &mut Lack) -> (&'a mut Json, &'a mut Json) {
    if list(json, lack).len() != 2 {
        lack.note();
        *json = Json::List(vec![Json::Null, Json::Null]);
    }
    let (first, rest) = list(json, lack).split_at_mut(1);
    (&mut first[0], &mut rest[0])
}

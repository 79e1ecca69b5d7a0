//! From journal entries, sittings and events to JSON: one line per type.

use crate::bundle::Hashes;
use crate::event::{Answered, Completed, Data, Event, Outcome, Score, Source};
use crate::id::{ItemId, OptionId, WidgetId};
use crate::journal::{Action, Entry, Mark, Origin, Response, Running, Typed, Via};
use crate::json::Json;
use crate::quiz::{self, Answer, Archived, Attempt, Clock, Flag, PartClock, Sitting, Step, Tally};
use crate::table::Table;

/// What can be written as JSON.
pub trait Write {
    /// The value as JSON.
    fn json(&self) -> Json;
}

/// An object of one field: an enum's variant with its content.
pub(crate) fn variant(name: &str, content: Json) -> Json {
    Json::Map(vec![(name.to_owned(), content)])
}

/// An object of the given values under their own names.
macro_rules! object {
    ($($value:ident),*) => {{
        #[allow(unused_imports, reason = "where the macro is used, the trait may be known already")]
        use $crate::write::Write as _;
        $crate::json::Json::Map(vec![$((stringify!($value).to_owned(), $value.json())),*])
    }};
}

/// A struct: its fields by name.
macro_rules! record {
    ($name:ty { $($field:ident),* }) => {
        impl $crate::write::Write for $name {
            fn json(&self) -> $crate::json::Json {
                let Self { $($field),* } = self;
                $crate::write::object!($($field),*)
            }
        }
    };
}

#[allow(unused_imports, reason = "for the journals of the other kinds")]
pub(crate) use {object, record};

/// A whole number.
macro_rules! whole {
    ($($name:ty),*) => {
        $(impl Write for $name {
            fn json(&self) -> Json {
                Json::Int(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        })*
    };
}

/// An id.
macro_rules! ids {
    ($($name:ty),*) => {
        $(impl Write for $name {
            fn json(&self) -> Json {
                Json::Text(self.0.clone())
            }
        })*
    };
}

whole!(u32, u64, usize, i64);
ids!(WidgetId, ItemId, OptionId);
record!(Sitting {
    id,
    revision,
    seed,
    round,
    step,
    answers,
    drawn,
    pool,
    asked,
    counted,
    tries,
    archive,
    marks,
    first,
    latest,
    earlier,
    clock
});
record!(Clock { running, extended, spent, seen, parts });
record!(PartClock { extended, spent });
record!(Archived { item, response, words });
record!(Answer { draft, sure, attempts, hints, gave_up, flag, why });
record!(Attempt { response, hints, sure, of });
record!(Hashes { text, key, shape });
record!(Origin { hashes, mark, words });
record!(Mark { item, earned, possible });
record!(Typed { raw, norm });
record!(quiz::Outcome { tally, passed });
record!(Tally { earned, possible });
record!(Source { id, kind, rev, locale });
record!(Completed { result, attempt });
record!(Outcome { score, passed });
record!(Score { raw, max, scaled });

impl<A: Write> Write for Entry<A> {
    fn json(&self) -> Json {
        let Self { id, at, ms, via, action } = self;
        object!(id, at, ms, via, action)
    }
}

impl Write for Event {
    fn json(&self) -> Json {
        let Self { waypost, id, seq, t, r#type, sitting, via, widget, data } = self;
        let mut envelope = object!(waypost, id, seq, t);
        if let (Json::Map(fields), Json::Map(rest)) = (&mut envelope, object!(sitting, via, widget, data)) {
            fields.push(("type".to_owned(), r#type.json()));
            fields.extend(rest);
        }
        envelope
    }
}

impl Write for Data {
    fn json(&self) -> Json {
        match self {
            Self::Started {} | Self::Restarted {} => Json::Map(Vec::new()),
            Self::Answered(answered) => answered.json(),
            Self::Progressed { done, total } => object!(done, total),
            Self::Completed(completed) => completed.json(),
            Self::Reached {} => Json::Map(Vec::new()),
            Self::Decided { track, was: None } => object!(track),
            Self::Decided { track, was } => object!(track, was),
            Self::Said { item, answers } => {
                let response = answers;
                object!(item, response)
            }
            Self::Own(_, data) => data.clone(),
            Self::Shared { how } => object!(how),
        }
    }
}

impl Write for Answered {
    fn json(&self) -> Json {
        let Self { item, form, correct, sure, points, max, r#try, hints, .. } = self;
        let response = self.response.as_ref().map_or(Json::Null, bare);
        let mut fields = object!(item, form, response, correct, sure, points, max, hints);
        if let Json::Map(fields) = &mut fields {
            fields.push(("try".to_owned(), r#try.json()));
        }
        fields
    }
}

impl Write for Action {
    fn json(&self) -> Json {
        match self {
            Self::Start { seed, revision, drawn } if drawn.is_empty() => variant("start", object!(seed, revision)),
            Self::Start { seed, revision, drawn } => variant("start", object!(seed, revision, drawn)),
            Self::Draft { item, response, sure: None } => variant("draft", object!(item, response)),
            Self::Draft { item, response, sure } => variant("draft", object!(item, response, sure)),
            Self::Commit { item, response, sure, of } => variant("commit", object!(item, response, sure, of)),
            Self::Explain { item, text } => variant("explain", object!(item, text)),
            Self::Flag { item } => variant("flag", object!(item)),
            Self::Rebase { from, to } => variant("rebase", object!(from, to)),
            Self::Extend {} => variant("extend", Json::Map(Vec::new())),
            Self::Clock { running } => variant("clock", object!(running)),
            Self::Rate { item, grade } => variant("rate", object!(item, grade)),
            Self::Hint { item, number } => variant("hint", object!(item, number)),
            Self::Giveup { item } => variant("giveup", object!(item)),
            Self::Goto { item } => variant("goto", object!(item)),
            Self::Finish { marks } => variant("finish", object!(marks)),
            Self::Retry { items } => variant("retry", object!(items)),
            Self::Void { entry } => variant("void", object!(entry)),
        }
    }
}

impl Write for Response {
    fn json(&self) -> Json {
        match self {
            Self::Options(options) => variant("options", options.json()),
            Self::Order(things) => variant("order", things.json()),
            Self::Pairs(pairs) => variant("pairs", pairs.json()),
            Self::Typed(typed) => variant("typed", typed.json()),
            Self::Blanks(blanks) => variant("blanks", blanks.json()),
        }
    }
}

/// A response as other systems read it: without its form, and typed text as it was typed.
fn bare(response: &Response) -> Json {
    match response {
        Response::Options(ids) | Response::Order(ids) => ids.json(),
        Response::Pairs(pairs) => pairs.json(),
        Response::Typed(typed) => typed.raw.json(),
        Response::Blanks(blanks) => Json::Map(blanks.iter().map(|(id, typed)| (id.0.clone(), typed.raw.json())).collect()),
    }
}

impl Write for Json {
    fn json(&self) -> Json {
        self.clone()
    }
}

impl Write for Step {
    fn json(&self) -> Json {
        match self {
            Self::Item(item) => variant("item", item.json()),
            Self::Result => "result".json(),
        }
    }
}

impl Write for Via {
    fn json(&self) -> Json {
        self.name().json()
    }
}

impl Write for Running {
    fn json(&self) -> Json {
        self.name().json()
    }
}

impl Write for Flag {
    fn json(&self) -> Json {
        match self {
            Self::Down => "down".json(),
            Self::Up => "up".json(),
        }
    }
}

impl Write for str {
    fn json(&self) -> Json {
        Json::Text(self.to_owned())
    }
}

impl Write for &str {
    fn json(&self) -> Json {
        (**self).json()
    }
}

impl Write for String {
    fn json(&self) -> Json {
        self.as_str().json()
    }
}

impl Write for bool {
    fn json(&self) -> Json {
        Json::Bool(*self)
    }
}

impl Write for crate::number::Decimal {
    fn json(&self) -> Json {
        Json::Decimal(self.to_string())
    }
}

impl<T: Write> Write for Option<T> {
    fn json(&self) -> Json {
        self.as_ref().map_or(Json::Null, Write::json)
    }
}

impl<T: Write> Write for [T] {
    fn json(&self) -> Json {
        Json::List(self.iter().map(Write::json).collect())
    }
}

impl<T: Write> Write for Vec<T> {
    fn json(&self) -> Json {
        self.as_slice().json()
    }
}

impl<K: Ord + AsRef<str>, T: Write> Write for Table<K, T> {
    fn json(&self) -> Json {
        Json::Map(self.iter().map(|(id, value)| (id.as_ref().to_owned(), value.json())).collect())
    }
}

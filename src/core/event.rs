//! Events: what other systems may hear. One envelope for the page, a frame's port, a webhook and a file.
//!
//! An event is made from a journal entry and its id from the entry's, so that hearing it twice is harmless. The table of all events is in
//! [`table`]; what goes to the page only (its height, its state) is made by the scripts around the player.

pub mod table;

use crate::bundle::{Bundle, Head, Interaction, Item};
use crate::id::{ItemId, WidgetId};
use crate::journal::{Action, Entry, Response, Via};
use crate::json::Json;
use crate::number::Decimal;
use crate::quiz::{Sitting, Tally};
use crate::random::site;
use crate::time::rfc3339;

/// An event in its envelope. Within version 1 fields are only added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Version of the envelope: 1.
    pub waypost: u32,
    /// A UUID of its own, derived from the journal entry's id and the event's name: the same whenever the event is made again.
    pub id: String,
    /// Position of the entry in the reader's journal, without gaps.
    pub seq: u64,
    /// When, RFC 3339 in UTC with milliseconds.
    pub t: String,
    /// The sitting's id.
    pub sitting: String,
    /// Through what the action came.
    pub via: Via,
    /// Which widget.
    pub widget: Source,
    /// The event's name; the DOM event is `waypost-<type>`.
    pub r#type: &'static str,
    /// What happened.
    pub data: Data,
}

/// The widget an event comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub id: WidgetId,
    /// What it is.
    pub kind: &'static str,
    /// The bundle's revision.
    pub rev: String,
    /// Language shown.
    pub locale: String,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// The reader's first action.
    Started {},
    /// The reader began anew.
    Restarted {},
    /// An answer was submitted.
    Answered(Answered),
    /// How far the reader is.
    Progressed {
        /// Items answered.
        done: usize,
        /// Items in this round.
        total: usize,
    },
    /// The result was shown.
    Completed(Completed),
    /// A chooser's reader came to the end. Nothing is right or wrong there, and what came out stays with the reader.
    Reached {},
    /// A chooser's reader chose, where author and reader agreed to tell it.
    Decided {
        /// The pole or plan, or `undecided`.
        track: String,
        /// What was chosen before, where it was.
        was: Option<String>,
    },
    /// An answer in a chooser, where author and reader agreed to tell it.
    Said {
        /// Which pair or question.
        item: ItemId,
        /// The options chosen; of a pair 0, much more the first pole, to 3, much more the second; none where it was skipped.
        answers: Vec<String>,
    },
    /// What only one kind of widget tells: the event's name and its data.
    Own(&'static str, Json),
    /// The reader takes the result along.
    Shared {
        /// In which way: `text`, `link`, `file`, `print` or `calendar`.
        how: &'static str,
    },
}

/// A submitted answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Which item.
    pub item: ItemId,
    /// What kind of answer: `single`, `multi`, `number`, `text`, `order`, `match` or `likert`.
    pub form: &'static str,
    /// The answer: ids, pairs of ids, or what was typed. Free text stays with the reader: it is `null`.
    pub response: Option<Response>,
    /// Whether it earned the full mark; `null` where nothing is right or wrong.
    pub correct: Option<bool>,
    /// How sure the reader was, 1 to 3; `null` where they did not say.
    pub sure: Option<u32>,
    /// Points earned, after costs.
    pub points: Decimal,
    /// Points possible.
    pub max: Decimal,
    /// Which try, counted from 1.
    pub r#try: usize,
    /// Hints seen by then.
    pub hints: u32,
}

/// A finished round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completed {
    /// The result.
    pub result: Outcome,
    /// 1 for the first time through, then one more for each retry.
    pub attempt: u32,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The points.
    pub score: Score,
    /// Whether the pass mark was reached; `null` where there is none.
    pub passed: Option<bool>,
}

/// Points as numbers for other systems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Points earned.
    pub raw: Decimal,
    /// Points possible.
    pub max: Decimal,
    /// Share earned, -1 to 1, to four places.
    pub scaled: Decimal,
}

impl Data {
    /// The event's name, see [`Event::type`].
    fn name(&self) -> &'static str {
        match self {
            Self::Started {} => "started",
            Self::Restarted {} => "restarted",
            Self::Answered(_) => "answered",
            Self::Progressed { .. } => "progressed",
            Self::Completed(_) | Self::Reached {} => "completed",
            Self::Decided { .. } => "decided",
            Self::Said { .. } => "answered",
            Self::Own(name, _) => name,
            Self::Shared { .. } => "shared",
        }
    }
}

impl Event {
    /// What an entry means to others, in its envelope.
    pub fn of<A>(widget: &Head, entry: &Entry<A>, sitting: &str, seq: u64, data: Data) -> Self {
        Self {
            waypost: 1,
            id: derived(&entry.id, data.name()),
            seq,
            t: rfc3339(entry.at),
            sitting: sitting.to_owned(),
            via: entry.via,
            widget: Source { id: widget.id.clone(), kind: widget.kind.name(), rev: widget.revision.clone(), locale: widget.lang.clone() },
            r#type: data.name(),
            data,
        }
    }
}

/// The id of an entry's event of this name: the entry's own, with its last 48 bits mixed with the name. An entry may mean several events,
/// and receivers keep one per id.
fn derived(entry: &str, name: &str) -> String {
    let mixed = |(head, tail): (&str, &str)| Some(format!("{head}{:012x}", u64::from_str_radix(tail, 16).ok()? ^ (site(name) >> 16)));
    let tail = entry.len().checked_sub(12).and_then(|at| entry.split_at_checked(at));
    tail.and_then(mixed).unwrap_or_else(|| format!("{entry}/{name}"))
}

/// The events of one entry of a quiz: `before` and `after` are the states around it, `seq` its position in the journal.
pub fn events(bundle: &Bundle, before: &Sitting, entry: &Entry, after: &Sitting, seq: u64) -> Vec<Event> {
    if entry.via == Via::Import || before == after {
        return Vec::new();
    }
    let data = match &entry.action {
        Action::Start { .. } if before.id.is_empty() => vec![Data::Started {}],
        Action::Start { .. } => vec![Data::Restarted {}],
        Action::Commit { item, .. } => answered(bundle, after, item).into_iter().chain([progressed(after)]).collect(),
        Action::Finish { .. } => completed(after).into_iter().collect(),
        _ => Vec::new(),
    };
    data.into_iter().map(|data| Event::of(bundle, entry, &after.id, seq, data)).collect()
}

fn answered(bundle: &Bundle, after: &Sitting, item: &ItemId) -> Option<Data> {
    let item: &Item = bundle.item(item)?;
    let answer = after.answers.get(&item.id)?;
    let last = answer.attempts.last()?;
    let is_marked = after.is_marked(bundle, item);
    let tally = Tally::of_marks(&[after.mark_of(bundle, item)]);
    let free = matches!(item.interaction, Interaction::Reflect(_));
    Some(Data::Answered(Answered {
        item: item.id.clone(),
        form: form(&item.interaction),
        response: (!free).then(|| last.response.clone()),
        correct: is_marked.then(|| after.is_right(bundle, item)),
        sure: last.sure,
        points: Decimal::hundredths(tally.earned_hundredths()),
        max: Decimal::hundredths(if is_marked { tally.possible_hundredths() } else { 0 }),
        r#try: answer.attempts.len(),
        hints: last.hints,
    }))
}

fn form(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Single(_) | Interaction::Tf(_) => "single",
        Interaction::Multi(_) => "multi",
        Interaction::Number(_) | Interaction::Slider(_) => "number",
        Interaction::Text(_) | Interaction::Cloze(_) | Interaction::Reflect(_) | Interaction::Info {} => "text",
        Interaction::Order(_) => "order",
        Interaction::Match(_) | Interaction::Categorize(_) => "match",
        Interaction::Scale(_) => "likert",
    }
}

fn progressed(after: &Sitting) -> Data {
    let done = |id: &&ItemId| after.answers.get(*id).is_some_and(|answer| !answer.attempts.is_empty());
    Data::Progressed { done: after.asked.iter().filter(done).count(), total: after.asked.len() }
}

/// What a finished round came to; nothing before.
pub fn completed(after: &Sitting) -> Option<Data> {
    let outcome = after.latest.or(after.first)?;
    let tally = outcome.tally;
    let ten_thousandths = i128::from(tally.earned) * 10_000 / i128::from(tally.possible.max(1));
    Some(Data::Completed(Completed {
        result: Outcome {
            score: Score {
                raw: Decimal::hundredths(tally.earned_hundredths()),
                max: Decimal::hundredths(tally.possible_hundredths()),
                scaled: Decimal::ten_thousandths(i64::try_from(ten_thousandths).unwrap_or_default()),
            },
            passed: outcome.passed,
        },
        attempt: after.round + 1,
    }))
}

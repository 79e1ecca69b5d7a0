//! What others may hear of a play: that it began, each turn, and what it came to. All of it is of the model, none of it of the person.

use super::{Action, History, Play, Simulator, whole};
use crate::event::{Data, Event};
use crate::journal::{Entry, Via};
use crate::json::Json;
use crate::write::Write;

/// The events of one entry: `before` and `after` are the plays around it, `history` replays the later one, `seq` is the entry's position
/// in the journal.
pub fn events(bundle: &Simulator, before: &Play, entry: &Entry<Action>, after: &Play, history: &History, seq: u64) -> Vec<Event> {
    if entry.via == Via::Import || before == after {
        return Vec::new();
    }
    let data = match &entry.action {
        Action::Start { .. } if before.id.is_empty() => Data::Started {},
        Action::Start { .. } | Action::Retry { .. } => Data::Restarted {},
        Action::Commit { .. } => turned(bundle, after, history),
        Action::Finish {} => completed(bundle, after, history),
        _ => return Vec::new(),
    };
    vec![Event::of(bundle, entry, &after.id, seq, data)]
}

/// A turn: what was chosen, where the stocks stand, and how far they moved, in whole points.
fn turned(bundle: &Simulator, play: &Play, history: &History) -> Data {
    let turn = play.choices.len().saturating_sub(1);
    let before = turn.checked_sub(1).and_then(|before| history.turns.get(before)).map_or(&history.start, |before| &before.stocks);
    let now = history.turns.get(turn).map_or(before, |now| &now.stocks);
    let moved: Vec<f32> = now.iter().zip(before).map(|(now, before)| now - before).collect();
    let card = bundle.cards.get(turn);
    let choice = card.and_then(|card| card.options.get(*play.choices.get(turn)?)).map(|option| option.id.clone());
    Data::Own(
        "turned",
        object(vec![
            ("scenario", bundle.id.json()),
            ("turn", (turn + 1).json()),
            ("card", card.map(|card| card.id.clone()).json()),
            ("choice", choice.json()),
            ("vars", stocks(bundle, now)),
            ("delta", stocks(bundle, &moved)),
            ("seed", play.seed.json()),
        ]),
    )
}

/// The end: the points, where the stocks stand, and how many steps were taken back.
fn completed(bundle: &Simulator, play: &Play, history: &History) -> Data {
    let last = history.turns.last().map_or(&history.start, |turn| &turn.stocks);
    let ending = Json::Int(whole(history.points.into()));
    let result = object(vec![("ending", ending), ("vars", stocks(bundle, last))]);
    Data::Own(
        "completed",
        object(vec![
            ("result", result),
            ("claim", "model".json()),
            ("seed", play.seed.json()),
            ("undone", play.undone.json()),
            ("attempt", (play.earlier + 1).json()),
        ]),
    )
}

fn stocks(bundle: &Simulator, values: &[f32]) -> Json {
    let row = |(stock, value): (&super::Stock, &f32)| (stock.id.0.clone(), Json::Int(whole((*value).into())));
    Json::Map(bundle.stocks.iter().zip(values).map(row).collect())
}

fn object(fields: Vec<(&str, Json)>) -> Json {
    Json::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

//! What the reader takes along: the result as text, as a file, on paper, as a date.

use super::Host;
use crate::ui::quiz::Keep;
use waypost_core::bundle::{Bundle, Interaction, Item, key};
use waypost_core::calendar::{self, Day};
use waypost_core::event::completed;
use waypost_core::journal::Response;
use waypost_core::json::Json;
use waypost_core::quiz::{Sitting, link, words};
use waypost_core::time::date;
use waypost_core::write::Write;

/// Does what the reader wants; returns what to announce. `days` are those to practice again, counted from 1970-01-01.
pub(super) fn keep(host: &dyn Host, bundle: &Bundle, sitting: &Sitting, keep: Keep, days: &[i64]) -> &'static str {
    match keep {
        Keep::Text => {
            host.copy(&text(bundle, sitting));
            return bundle.words.copied;
        }
        Keep::Link => {
            host.copy(&(host.address() + &link::encode(bundle, sitting)));
            return bundle.words.copied;
        }
        Keep::Result => {
            let name = format!("{}.json", bundle.id);
            host.download(&name, "application/json", &json(bundle, sitting).to_string());
        }
        Keep::Print => host.print(),
        Keep::Remind => {
            host.download(&format!("{}.ics", bundle.id), "text/calendar", &reminders(bundle, days, &host.address(), host.now()));
        }
        Keep::TakeIt => {}
    }
    ""
}

/// The name of the way in events.
pub(super) fn how(keep: Keep) -> &'static str {
    match keep {
        Keep::Text => "text",
        Keep::Link => "link",
        Keep::Result | Keep::TakeIt => "file",
        Keep::Print => "print",
        Keep::Remind => "calendar",
    }
}

/// The days to practice again, without a word of the questions. The same day has the same name in every file.
fn reminders(bundle: &Bundle, days: &[i64], url: &str, now: i64) -> String {
    let summary = bundle.words.about(bundle.words.reminder, "title", &bundle.title);
    let event =
        |&day: &i64| Day { uid: format!("{}-{}@waypost", bundle.id, date(day)), day, summary: summary.clone(), url: url.to_owned() };
    calendar::file(&days.iter().map(event).collect::<Vec<Day>>(), now)
}

/// The result as plain text: the title, the points, then every question with the reader's answer and what it earned.
fn text(bundle: &Bundle, sitting: &Sitting) -> String {
    let words = &bundle.words;
    let mut text = bundle.title.clone();
    if let Some(first) = sitting.first.filter(|first| first.tally.possible > 0) {
        text.push('\n');
        text.push_str(&words.score(first.tally));
    }
    for item in asked(bundle, sitting) {
        let given = answered(bundle, sitting, item);
        let answer = if given.is_empty() { words.not_answered } else { &given };
        text.push_str(&format!("\n\n{}\n{}: {answer}", bundle.plain(&key::prompt(&item.id)), words.your_answer));
        if sitting.is_marked(bundle, item) {
            text.push_str(&format!("\n{}", words.points(sitting.tally_of(bundle, [item]))));
        }
    }
    for archived in &sitting.archive {
        text.push_str(&format!("\n\n{}: {}", archived.item, archived.words));
    }
    text
}

/// The result for other programs: what a `completed` event says, and the answers.
fn json(bundle: &Bundle, sitting: &Sitting) -> Json {
    let row = |item: &Item| {
        let last = sitting.answers.get(&item.id)?.attempts.last()?;
        Some(Json::Map(vec![("item".to_owned(), item.id.json()), ("response".to_owned(), last.response.json())]))
    };
    let text = |text: &str| Json::Text(text.to_owned());
    Json::Map(vec![
        ("waypost".to_owned(), text("result 1")),
        ("widget".to_owned(), bundle.id.json()),
        ("title".to_owned(), text(&bundle.title)),
        ("revision".to_owned(), text(&bundle.revision)),
        ("completed".to_owned(), completed(sitting).json()),
        ("answers".to_owned(), Json::List(asked(bundle, sitting).filter_map(row).collect())),
    ])
}

/// The questions that this reader was asked, without what was only to read.
fn asked<'a>(bundle: &'a Bundle, sitting: &'a Sitting) -> impl Iterator<Item = &'a Item> {
    sitting.counted.iter().filter_map(|id| bundle.item(id)).filter(|item| !matches!(item.interaction, Interaction::Info {}))
}

/// An answer in words, with what was typed.
fn answered(bundle: &Bundle, sitting: &Sitting, item: &Item) -> String {
    match sitting.response(&item.id) {
        Some(Response::Typed(typed)) => typed.raw.clone(),
        Some(Response::Blanks(blanks)) => blanks.iter().map(|(_, typed)| typed.raw.as_str()).collect::<Vec<_>>().join("; "),
        Some(response) => words(bundle, item, response),
        None => String::new(),
    }
}

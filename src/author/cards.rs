//! A quiz as cards for flashcard programs: the question on the front, the right answer and why on the back.

use crate::publish::snippet::escaped;
use waypost_core::bundle::{Bundle, Cloze, Field, Interaction, Item, Standing, key};
use waypost_core::id::OptionId;
use waypost_core::journal::{Response, Typed};
use waypost_core::quiz::{marking, words};
use waypost_core::table::Table;

/// One card. Sides are lines of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The same whenever the quiz is exported again, so that an import renews the card: `waypost:WIDGET/ITEM`.
    pub guid: String,
    /// The question, its text and its options.
    pub front: Vec<String>,
    /// The right answer, then why.
    pub back: Vec<String>,
    /// The quiz, and the section if there is one.
    pub tags: Vec<String>,
}

/// A card for each question that has a right answer, in the order of the file.
pub fn cards(quiz: &Bundle) -> Vec<Card> {
    let asks = |item: &&Item| item.standing == Standing::Marked && item.interaction.has_key();
    quiz.items.iter().filter(asks).map(|item| card(quiz, item)).collect()
}

fn card(quiz: &Bundle, item: &Item) -> Card {
    let id = &item.id;
    let answer = marking::key(item);
    let text = |option: &OptionId| quiz.plain(&key::text(id, option));
    let parent = item.part_of.iter().flat_map(|parent| [quiz.plain(&key::prompt(parent)), quiz.plain(&key::body(parent))]);
    let choices = match &item.interaction {
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => pairs.rows.iter().map(|row| &row.id).collect(),
        // In the order of the alphabet: the order of the file is the answer.
        Interaction::Order(sequence) => sorted(&sequence.things),
        other => other.options().iter().map(|option| &option.id).collect::<Vec<_>>(),
    };
    let choices = choices.into_iter().map(|option| format!("- {}", text(option)));
    let reasons = answer.options().iter().flat_map(|option| [key::feedback(id, option), key::reason(id, option)]);
    let why = reasons.chain([key::explanation(id)]).map(|name| quiz.plain(&name));
    Card {
        guid: format!("waypost:{}/{id}", quiz.id),
        front: written(parent.chain([quiz.plain(&key::prompt(id)), quiz.plain(&key::body(id))]).chain(choices)),
        back: written(std::iter::once(said(quiz, item, &answer)).chain(why)),
        tags: std::iter::once(quiz.id.to_string()).chain(item.section.iter().map(ToString::to_string)).collect(),
    }
}

fn sorted(things: &[OptionId]) -> Vec<&OptionId> {
    let mut things: Vec<&OptionId> = things.iter().collect();
    things.sort();
    things
}

fn written(lines: impl Iterator<Item = String>) -> Vec<String> {
    lines.filter(|line| !line.trim().is_empty()).collect()
}

/// An answer in words, what is typed included.
fn said(quiz: &Bundle, item: &Item, answer: &Response) -> String {
    match (answer, &item.interaction) {
        (Response::Typed(typed), _) => typed.raw.clone(),
        (Response::Blanks(filled), Interaction::Cloze(cloze)) => blanks(quiz, item, cloze, filled),
        _ => words(quiz, item, answer),
    }
}

fn blanks(quiz: &Bundle, item: &Item, cloze: &Cloze, filled: &Table<OptionId, Typed>) -> String {
    let one = |blank: &waypost_core::bundle::Blank| {
        let typed = filled.get(&blank.id)?;
        Some(match &blank.field {
            Field::Choice(_) => quiz.plain(&key::text(&item.id, &OptionId(format!("{}-{}", blank.id, typed.raw)))),
            Field::Text(_) | Field::Number(_) => typed.raw.clone(),
        })
    };
    cloze.blanks.iter().filter_map(one).collect::<Vec<_>>().join("; ")
}

/// The text file that Anki imports: columns guid, front, back, tags.
pub fn anki(cards: &[Card]) -> String {
    let side = |lines: &[String]| lines.iter().map(|line| escaped(line).replace('\n', "<br>")).collect::<Vec<_>>().join("<br>");
    let row =
        |card: &Card| [card.guid.clone(), side(&card.front), side(&card.back), card.tags.join(" ")].map(|cell| quoted(&cell)).join("\t");
    let rows: String = cards.iter().map(|card| row(card) + "\n").collect();
    format!("#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n{rows}")
}

/// The same as a table with a head, lines in cells as they are (RFC 4180).
pub fn csv(cards: &[Card]) -> String {
    let row = |card: &Card| {
        [card.guid.clone(), card.front.join("\n"), card.back.join("\n"), card.tags.join(" ")].map(|cell| quoted(&cell)).join(",")
    };
    let rows: String = cards.iter().map(|card| row(card) + "\r\n").collect();
    format!("guid,front,back,tags\r\n{rows}")
}

/// A cell in quotes, so that separators, quotes and line ends may stand in it.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

//! Cards for flashcard programs: what stands on them, and that tables come back out of their text as they went in.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use waypost_author::cards::{Card, anki, cards, csv};
use waypost_author::check::read;
use waypost_author::compile::compile;
use waypost_core::bundle::Profile;

fn made(text: &str) -> Vec<Card> {
    let (document, _) = read("mines.md", text);
    cards(&compile(&document, Profile::Full))
}

/// The cells of a table whose cells are all in quotes.
fn table(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut letters = text.chars().peekable();
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    while letters.peek().is_some() {
        assert_eq!(letters.next(), Some('"'));
        let mut cell = String::new();
        loop {
            match letters.next().unwrap() {
                '"' if letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' => break,
                letter => cell.push(letter),
            }
        }
        row.push(cell);
        match letters.next().unwrap() {
            next if next == separator => {}
            '\r' => {
                assert_eq!(letters.next(), Some('\n'));
                rows.push(std::mem::take(&mut row));
            }
            next => {
                assert_eq!(next, '\n');
                rows.push(std::mem::take(&mut row));
            }
        }
    }
    rows
}

const QUIZ: &str = r#"+++
title = "Mines"
+++

# First part {#first}

## What do you check **first**? {#impact}

- [ ] Speed {#a}
- [x] Whether "it" moved a number {#b}
  > A number \<tells>.

> [!NOTE]
> Impact.

## Fill in the blanks. {#cloze}

What got you [[here]] won't get you [[there||back]].

## Put in order. {#steps}

1. Listen {#z}
2. Agree {#y}

## How long? {#time}

= 3.14 +- 0.01

## What do you think? {#think type=reflect}
"#;

#[test]
fn each_question_with_a_right_answer_is_a_card() {
    let cards = made(QUIZ);
    let ids: Vec<&str> = cards.iter().map(|card| card.guid.as_str()).collect();
    assert_eq!(ids, ["waypost:mines/impact", "waypost:mines/cloze", "waypost:mines/steps", "waypost:mines/time"]);
    let impact = &cards[0];
    assert_eq!(impact.front, ["What do you check first?", "- Speed", "- Whether \"it\" moved a number"]);
    assert_eq!(impact.back, ["Whether \"it\" moved a number", "A number <tells>.", "Impact."]);
    assert_eq!(impact.tags, ["mines", "first"]);
    assert_eq!(cards[1].back, ["here; there"]);
    assert_eq!((cards[2].front[1].as_str(), cards[2].back.as_slice()), ("- Agree", &["Listen; Agree".to_owned()][..]));
    assert_eq!(cards[3].back, ["3.14"]);
}

#[test]
fn tabs_quotes_and_line_ends_in_cards_do_not_break_the_tables() {
    let card = Card {
        guid: "waypost:a/b".to_owned(),
        front: vec!["one\t\"two\"".to_owned(), "if a < b {\n  c\n}".to_owned()],
        back: vec!["x, y".to_owned()],
        tags: vec!["a".to_owned(), "s".to_owned()],
    };
    let text = anki(&[card.clone(), card.clone()]);
    let head = "#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n";
    let rows = table(text.strip_prefix(head).unwrap(), '\t');
    let front = "one\t&quot;two&quot;<br>if a &lt; b {<br>  c<br>}";
    assert_eq!(rows, [["waypost:a/b", front, "x, y", "a s"]; 2]);
    let text = csv(&[card]);
    let rows = table(text.strip_prefix("guid,front,back,tags\r\n").unwrap(), ',');
    assert_eq!(rows, [["waypost:a/b", "one\t\"two\"\nif a < b {\n  c\n}", "x, y", "a s"]]);
}

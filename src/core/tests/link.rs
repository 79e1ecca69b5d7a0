//! Result links: short, without free text, read back to the same result, and never a danger.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

mod common;

use common::{Reader, choices, item, quiz};
use proptest::prelude::*;
use waypost_core::bundle::*;
use waypost_core::id::OptionId;
use waypost_core::journal::{Response, Typed};
use waypost_core::number::Share;
use waypost_core::quiz::Msg;
use waypost_core::quiz::link::{decode, encode};

fn text_answers() -> Answers {
    let accepted = |id: &str, text: &str, key| Accepted::new(id.into(), Matches::Text(text.into()), key);
    let answers = vec![accepted("a", "buy-in", Key::Right), accepted("b", "appro*", Key::Wrong)];
    Answers { answers, compare: Compare::Usual, typos: 1, unit: String::new() }
}

fn number_answers() -> Answers {
    let near = Matches::Near("3.14".parse().unwrap(), "0.01".parse().unwrap());
    Answers { answers: vec![Accepted::new("a".into(), near, Key::Right)], ..text_answers() }
}

/// One of each kind that is drawn from: 6 singles, 2 multis and one of each other in every ten.
fn sample(n: usize) -> Item {
    let id = format!("question-number-{n}");
    let things: Vec<OptionId> = ["a", "b", "c", "d"].map(Into::into).into();
    let rows = || things.iter().map(|id| Row { id: id.clone(), target: Some(OptionId(format!("to-{id}"))) }).collect();
    let targets = || things.iter().map(|id| OptionId(format!("to-{id}"))).collect();
    let interaction = match n % 12 {
        0 | 6 | 9 => Interaction::Single(choices(".x..", Marking::Credit)),
        1 => Interaction::Tf(choices("x.", Marking::Credit)),
        2 | 7 => Interaction::Multi(choices("x.x.......", Marking::Net)),
        3 => Interaction::Order(Sequence { marking: Marking::Pairs, things: things.clone() }),
        4 => Interaction::Match(Pairs { marking: Marking::Each, order: Order::Shuffled, rows: rows(), targets: targets() }),
        5 => Interaction::Text(text_answers()),
        8 => Interaction::Number(number_answers()),
        10 => Interaction::Scale(Scale {
            name: "often".into(),
            steps: 5,
            rows: vec![Statement { id: "a".into(), to: None, counts: Counts::Forward }],
        }),
        _ => Interaction::Cloze(Cloze {
            marking: Marking::Each,
            blanks: vec![
                Blank { id: "here".into(), field: Field::Text(text_answers()), when: None },
                Blank { id: "there".into(), field: Field::Choice(choices("x..", Marking::Credit).options), when: None },
            ],
        }),
    };
    item(&id, interaction)
}

fn typed(raw: &str) -> Typed {
    Typed { raw: raw.into(), norm: raw.into() }
}

/// The `draw`-th answer to an item.
fn answer(item: &Item, draw: u8) -> Response {
    let letter = |n: u8| OptionId(char::from(b'a' + n % 4).to_string());
    let text = ["buy-in", "buyin", "approval", "something private"][usize::from(draw % 4)];
    match &item.interaction {
        Interaction::Tf(_) => Response::of([letter(draw % 2)]),
        Interaction::Multi(_) => Response::of([letter(draw), letter(draw / 4), OptionId("i".into())]),
        Interaction::Order(sequence) => {
            let mut things = sequence.things.clone();
            things.rotate_left(usize::from(draw % 4));
            Response::Order(things)
        }
        Interaction::Match(_) => {
            Response::Pairs((0..draw % 5).map(|n| (letter(n), OptionId(format!("to-{}", letter(n + draw / 5))))).collect())
        }
        Interaction::Text(_) => Response::Typed(typed(text)),
        Interaction::Number(_) => Response::Typed(typed(["3.14", "3.15", "-2.5", "1000"][usize::from(draw % 4)])),
        Interaction::Scale(_) => Response::Pairs([("a".into(), OptionId((1 + draw % 5).to_string()))].into_iter().collect()),
        Interaction::Cloze(_) => Response::Blanks(
            [("here".into(), typed(text)), ("there".into(), typed(["a", "b", "c"][usize::from(draw % 3)]))].into_iter().collect(),
        ),
        _ => Response::of([letter(draw)]),
    }
}

fn taken(draws: &[u8]) -> Reader {
    let mut bundle = quiz((0..draws.len()).map(sample).collect());
    bundle.policy.attempts = 0;
    bundle.policy.attempt_cost = Share::percent(10).unwrap();
    bundle.policy.hint_cost = Share::percent(5).unwrap();
    bundle.policy.confidence = Confidence::Calibration;
    let mut reader = Reader::of(bundle);
    for (item, &draw) in reader.bundle.items.clone().iter().zip(draws) {
        if draw % 16 == 0 {
            reader.does(Msg::Hint(item.id.clone()));
        }
        if draw % 8 == 1 {
            reader.does(Msg::Answer(item.id.clone(), answer(item, draw.wrapping_add(3)))).does(Msg::Check(item.id.clone()));
        }
        if draw < 240 {
            reader.does(Msg::Answer(item.id.clone(), answer(item, draw))).does(Msg::Sure(item.id.clone(), u32::from(draw % 4)));
            reader.does(Msg::Check(item.id.clone()));
        }
        reader.does(Msg::Next);
    }
    reader.does(Msg::Finish);
    reader
}

#[test]
fn a_link_of_thirty_items_has_at_most_400_characters_and_nothing_the_reader_wrote() {
    let reader = taken(&(0..30).map(|n| n * 7 + 2).collect::<Vec<u8>>());
    let link = encode(&reader.bundle, &reader.sitting);
    assert!(link.len() <= 400, "{} characters", link.len());
    let shared = decode(&reader.bundle, &link).unwrap();
    assert_eq!((shared.revision.as_str(), shared.unknown), ("0123456789ab", 0));
    let said = |text: &str| shared.sitting.answers.iter().any(|(_, answer)| format!("{answer:?}").contains(text));
    assert!(said("buy-in") && !said("private"));
}

#[test]
fn an_item_that_changed_since_is_left_out_and_counted() {
    let reader = taken(&[2, 2, 2, 2]);
    let link = encode(&reader.bundle, &reader.sitting);
    let mut edited = reader.bundle.clone();
    edited.items.remove(1);
    if let Interaction::Multi(choices) = &mut edited.items[1].interaction {
        choices.options.remove(0);
    }
    let shared = decode(&edited, &link).unwrap();
    assert_eq!((shared.unknown, shared.sitting.answers.iter().count()), (2, 2));
}

#[test]
fn what_is_no_link_of_ours_is_refused() {
    let bundle = quiz(vec![sample(0)]);
    for link in [
        "",
        "#r=1.",
        "#r=2.AAAA",
        "#r=1.AAAA",
        "#r=1.A",
        "#s=1.AAAAAAAAAAAAAAAAAAAA",
        "#r=1.AAAAAAAAAAAAAAA+",
        "#r=1.AAAAAAAAAAAAAAAAAAAAAAA",
    ] {
        assert!(decode(&bundle, link).is_none(), "{link}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_link_reads_back_to_the_same_result(draws in prop::collection::vec(any::<u8>(), 1..40)) {
        let reader = taken(&draws);
        let shared = decode(&reader.bundle, &encode(&reader.bundle, &reader.sitting)).unwrap();
        prop_assert_eq!(shared.sitting.first, reader.sitting.first);
        for item in &reader.bundle.items {
            prop_assert_eq!(shared.sitting.mark(&reader.bundle, item), reader.sitting.mark(&reader.bundle, item), "{}", item.id);
            prop_assert_eq!(shared.sitting.verdict(&reader.bundle, item), reader.sitting.verdict(&reader.bundle, item));
            if item.interaction.choices().is_some() {
                prop_assert_eq!(shared.sitting.response(&item.id), reader.sitting.response(&item.id));
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused_in_peace(bytes in "[A-Za-z0-9_-]{0,400}", text in ".{0,40}", flip in 0usize..300) {
        let reader = taken(&[2, 40, 77, 8, 5, 6, 7, 8, 9, 10, 11, 12]);
        let mut link = encode(&reader.bundle, &reader.sitting).into_bytes();
        let at = 5 + flip % (link.len() - 5);
        link[at] = b'Q';
        for link in [format!("#r=1.{bytes}"), text, String::from_utf8(link).unwrap()] {
            if let Some(shared) = decode(&reader.bundle, &link) {
                let _ = (shared.sitting.calibration(&reader.bundle), encode(&reader.bundle, &shared.sitting));
            }
        }
    }
}

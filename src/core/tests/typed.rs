//! What readers type: 6 languages of numbers and texts, each case with what it has to be taken for.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use waypost_core::bundle::*;
use waypost_core::journal::{Response, Typed};
use waypost_core::quiz::marking::typed::{By, matched};
use waypost_core::typed::number::{self, Reading, Unreadable};
use waypost_core::typed::typo::{distance, forgiven};
use waypost_core::typed::{Exact, entry, normal};

/// The rows of a table, their columns trimmed as they need it: what is typed keeps its spaces but one on each side.
fn rows(table: &str) -> impl Iterator<Item = Vec<String>> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('|').map(|cell| decoded(&cell.replacen(' ', "", 1))).collect())
}

/// `\u{..}` by the character it stands for.
fn decoded(cell: &str) -> String {
    let mut parts = cell.split("\\u{");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        text.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).unwrap());
        text.push_str(rest);
    }
    text
}

#[test]
fn numbers_are_read_as_the_table_says_in_six_languages() {
    let (mut cases, mut wrong) = (0, Vec::new());
    for row in rows(include_str!("golden/numbers.txt")) {
        let [unit, typed, point, comma] = row.as_slice() else { panic!("four columns: {row:?}") };
        for (langs, expected) in [(["en", "ja", "es-MX"], point), (["de", "fr-FR", "pl"], comma)] {
            for lang in langs {
                let read = match number::parse(typed, lang, unit.trim()) {
                    Ok(Reading { value, by: number::By::Notation }) => value.to_string(),
                    Ok(Reading { value, by: number::By::Language }) => format!("{value}?"),
                    Err(Unreadable::Shape) => "shape".to_owned(),
                    Err(Unreadable::Length) => "length".to_owned(),
                };
                cases += 1;
                if read != expected.trim() {
                    wrong.push(format!("{lang}: {unit}|{typed}| read {read}, not {expected}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases >= 200, "{cases} cases");
}

fn answers(text: &str, compare: Compare, typos: u32) -> Answers {
    let answer = |(letter, token): (char, &str)| {
        let (body, credit) = match token.trim().rsplit_once(':').map(|(body, credit)| (body, credit.parse())) {
            Some((body, Ok(credit))) => (body, Some(credit)),
            _ => (token.trim(), None),
        };
        let key = if body.starts_with('+') { Key::Right } else { Key::Wrong };
        let matches = match &body[1..] {
            "*" => Matches::Rest,
            quoted => Matches::Text(quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"')).unwrap().replace("\\\"", "\"")),
        };
        Accepted { credit, ..Accepted::new(letter.to_string().as_str().into(), matches, key) }
    };
    let answers = ('a'..).zip(text.split("; ")).map(answer).collect();
    let mut answers = Answers { answers, compare, typos, unit: String::new() };
    answers.normalize();
    answers
}

/// The answer that decides and how, in the notation of the table.
fn decided(answers: &Answers, raw: &str) -> String {
    let typed = Typed { raw: raw.to_owned(), norm: normal::normalize(raw, answers.compare) };
    let Some(matched) = matched(answers, &typed) else { return "-".to_owned() };
    let by = match matched.by {
        By::Itself => "",
        By::Typo => "~",
        By::Rest => "*",
    };
    format!("{}{by}", matched.answer.id)
}

#[test]
fn texts_are_taken_for_what_the_table_says() {
    let (mut cases, mut wrong) = (0, Vec::new());
    for row in rows(include_str!("golden/texts.txt")) {
        let [lang, typos, written, typed, expected @ ..] = row.as_slice() else { panic!("seven columns: {row:?}") };
        assert_eq!(expected.len(), 3, "{row:?}");
        for (compare, expected) in [Compare::Exact, Compare::Usual, Compare::Loose].into_iter().zip(expected) {
            let read = decided(&answers(written, compare, typos.trim().parse().unwrap()), typed);
            cases += 1;
            if read != expected.trim() {
                wrong.push(format!("{lang}| {typos}| {written}| {typed}| {compare:?}: {read}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cases >= 300, "{cases} cases");
}

#[test]
fn typing_errors_are_forgiven_by_length() {
    for (typos, length, most) in [(2, 3, 0), (2, 4, 1), (1, 7, 1), (2, 7, 1), (2, 8, 2), (1, 20, 1), (0, 20, 0)] {
        assert_eq!(forgiven(typos, length), most, "{typos} typos in {length} characters");
    }
    let chars = |text: &str| text.chars().collect::<Vec<_>>();
    for (a, b, d) in
        [("ca", "abc", None), ("abc", "acb", Some(1)), ("abcd", "badc", Some(2)), ("", "ab", Some(2)), ("same", "same", Some(0))]
    {
        assert_eq!(distance(&chars(a), &chars(b)), d, "{a} to {b}");
        assert_eq!(distance(&chars(b), &chars(a)), d, "{b} to {a}");
    }
}

#[test]
fn an_item_may_forgive_more_or_less_in_one_answer() {
    let mut answers = answers("+\"approval\"; +\"consent\"", Compare::Usual, 1);
    answers.answers[0].typos = Some(0);
    assert_eq!(decided(&answers, "aproval"), "-");
    assert_eq!(decided(&answers, "consnet"), "b~");
}

#[test]
fn tolerances_are_exact_up_to_the_last_of_18_digits() {
    let number = |text: &str| text.parse::<Exact>().unwrap();
    let (tiny, huge) = ("0.000000000000000001", "999999999999999999");
    for (x, a, t, near) in [
        ("1.1", "1", "0.1", true),
        ("0.3", "0.1", "0.2", true),
        (huge, huge, "0", true),
        (huge, "-999999999999999999", huge, false),
        ("1", "1", tiny, true),
        ("1.00000000000000001", "1", tiny, false),
        (huge, tiny, huge, true),
        (huge, "-0.000000000000000001", huge, false),
        ("1", "1", "-1", false),
    ] {
        assert_eq!(number(x).is_near(number(a), number(t)), near, "{x} within {t} of {a}");
    }
    for (x, a, t, near) in [
        ("105", "100", "5", true),
        ("105.000000000000001", "100", "5", false),
        ("-95", "-100", "5", true),
        ("0", "0", "10", true),
        (tiny, "0", "100", false),
        (huge, tiny, huge, false),
        (tiny, huge, "100", true),
        (huge, "-999999999999999999", "200", true),
        (huge, "-999999999999999999", "199.999999999999999", false),
        (tiny, "0.000000000000000002", "50", true),
    ] {
        assert_eq!(number(x).is_near_percent(number(a), number(t)), near, "{x} within {t} % of {a}");
    }
}

#[test]
fn what_enters_is_made_ready_in_every_field() {
    let field = |text: &str| answers(text, Compare::Loose, 0);
    let numbers =
        Answers { answers: vec![Accepted::new("a".into(), Matches::Near(Exact::whole(1500), Exact::ZERO), Key::Right)], ..field("+\"x\"") };
    let blank = |id: &str, field| Blank { id: id.into(), field, when: None };
    let mut cloze = Cloze {
        marking: Marking::Each,
        blanks: vec![
            blank("word", Field::Text(field("+\"Équipe\""))),
            blank("number", Field::Number(numbers)),
            Blank {
                when: Some(Condition { blank: "word".into(), holds: " Équipe ".into() }),
                ..blank("list", Field::Choice(vec![Choice::new("b".into(), Key::Right)]))
            },
        ],
    };
    cloze.normalize();
    assert_eq!(cloze.blanks[2].when.as_ref().unwrap().holds, "equipe", "as the blank it asks about is compared");
    let typed = |raw: &str| Typed { raw: raw.to_owned(), norm: String::new() };
    let given = [("word", "Equipe!"), ("number", "1.500"), ("list", "b")];
    let response = Response::Blanks(given.into_iter().map(|(id, raw)| (id.into(), typed(raw))).collect());
    let ready = entry::prepare(&Interaction::Cloze(cloze), response, "de", &normal::normalize);
    let Response::Blanks(blanks) = ready else { panic!("blanks stay blanks") };
    let norm = |id: &str| blanks.get(&id.into()).unwrap().norm.clone();
    assert_eq!([norm("word"), norm("number"), norm("list")], ["equipe", "1500", "b"]);
}

#[test]
fn normalizing_twice_is_normalizing_once() {
    for row in rows(include_str!("golden/texts.txt")) {
        for compare in [Compare::Exact, Compare::Usual, Compare::Loose] {
            let once = normal::normalize(&row[3], compare);
            assert_eq!(normal::normalize(&once, compare), once, "{compare:?}: {}", row[3]);
        }
    }
}

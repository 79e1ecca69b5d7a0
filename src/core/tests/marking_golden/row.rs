//! A row of the golden table as an item, a policy and a response.
//!
//! `kind | item | rule | answer | mark`. The mark is a fraction of a full one.
//!
//! | kind | item | answer |
//! |---|---|---|
//! | single, tf, multi | `+a -b -c:1/2`: key, distractor, distractor with a credit | `a c` |
//! | number, text | `+3.14~0.01; +200~5%; +6..8:1/2; -5; +"buy*"; -*` | what is typed |
//! | slider | `0..10/0.5; ` and answers | what is typed |
//! | cloze | `one = +"here"; -"there" / two = ( +a -b ) ? one=here` | `one=here / two=a` |
//! | order | `a b c`, the right order | `b a c` |
//! | match, categorize | `a>x b>y c> , x y z`: rows, then targets; c belongs nowhere | `a>x b>z` |
//!
//! Rules are a marking, `negative`, `penalty=1/3`, `typos=1`, `exact`, `loose`, `unit=kg`, `lang=de`.

use waypost_core::bundle::*;
use waypost_core::id::OptionId;
use waypost_core::journal::{Response, Typed};
use waypost_core::number::Share;
use waypost_core::typed::{Exact, entry, normal};

pub(crate) struct Case {
    pub(crate) item: Item,
    pub(crate) policy: Policy,
    pub(crate) response: Response,
}

/// Reads the first four columns.
pub(crate) fn case(kind: &str, item: &str, rule: &str, answer: &str) -> Case {
    let negative = if rule.contains("negative") { Negative::Item } else { Negative::None };
    let penalty = word(rule, "penalty=").map_or(Share::NONE, |share| share.parse().unwrap());
    let mut interaction = interaction(kind, item, rule);
    interaction.normalize();
    let lang = word(rule, "lang=").unwrap_or("en");
    let response = entry::prepare(&interaction, response(&interaction, answer), lang, &normal::normalize);
    Case { item: Item::new("q".into(), interaction), policy: Policy { negative, penalty, ..Policy::default() }, response }
}

fn word<'a>(rule: &'a str, name: &str) -> Option<&'a str> {
    rule.split_whitespace().find_map(|word| word.strip_prefix(name))
}

fn marking(rule: &str, usual: Marking) -> Marking {
    let named = |word: &str| {
        Some(match word {
            "net" => Marking::Net,
            "all" => Marking::All,
            "each" => Marking::Each,
            "pairs" => Marking::Pairs,
            "position" => Marking::Position,
            "weights" => Marking::Weights,
            _ => return None,
        })
    };
    rule.split_whitespace().find_map(named).unwrap_or(usual)
}

fn interaction(kind: &str, item: &str, rule: &str) -> Interaction {
    match kind {
        "single" => Interaction::Single(choices(item, marking(rule, Marking::Credit))),
        "tf" => Interaction::Tf(choices(item, marking(rule, Marking::Credit))),
        "multi" => Interaction::Multi(choices(item, marking(rule, Marking::Net))),
        "number" => Interaction::Number(answers(item, rule)),
        "text" => Interaction::Text(answers(item, rule)),
        "slider" => {
            let (scale, key) = item.split_once("; ").unwrap_or((item, ""));
            let (ends, step) = scale.split_once('/').unwrap();
            let (min, max) = ends.split_once("..").unwrap();
            let answers = (!key.is_empty()).then(|| answers(key, rule));
            let (min, max, step) = (number(min), number(max), number(step));
            Interaction::Slider(Slider { min, max, step, unit: String::new(), ends: Vec::new(), answers, to: None })
        }
        "cloze" => Interaction::Cloze(Cloze {
            marking: marking(rule, Marking::Each),
            blanks: item.split(" / ").map(|text| blank(text, rule)).collect(),
        }),
        "order" => Interaction::Order(Sequence { marking: marking(rule, Marking::Pairs), things: ids(item) }),
        "match" => Interaction::Match(pairs(item, rule)),
        "categorize" => Interaction::Categorize(pairs(item, rule)),
        _ => unreachable!("a kind: {kind}"),
    }
}

fn ids(text: &str) -> Vec<OptionId> {
    text.split_whitespace().map(OptionId::from).collect()
}

fn number(text: &str) -> Exact {
    text.trim().parse().unwrap()
}

/// `+a:1/2` apart: key or not, the rest, the credit.
fn signed(token: &str) -> (Key, &str, Option<Share>) {
    let key = if token.starts_with('+') { Key::Right } else { Key::Wrong };
    let (body, credit) = match token.rsplit_once(':').map(|(body, credit)| (body, credit.parse())) {
        Some((body, Ok(credit))) => (body, Some(credit)),
        _ => (token, None),
    };
    (key, &body[1..], credit)
}

fn choice(token: &str) -> Choice {
    let (key, id, credit) = signed(token);
    Choice { credit, ..Choice::new(id.into(), key) }
}

fn choices(item: &str, marking: Marking) -> Choices {
    let options = item.split_whitespace().map(choice).collect();
    Choices { marking, order: Order::Fixed, options, counted: Counted::Open }
}

fn answers(item: &str, rule: &str) -> Answers {
    let compare = match rule {
        _ if rule.contains("exact") => Compare::Exact,
        _ if rule.contains("loose") => Compare::Loose,
        _ => Compare::Usual,
    };
    let answer = |(letter, token): (char, &str)| {
        let (key, body, credit) = signed(token.trim());
        Accepted { credit, ..Accepted::new(letter.to_string().as_str().into(), matches(body), key) }
    };
    Answers {
        answers: ('a'..).zip(item.split("; ")).map(answer).collect(),
        compare,
        typos: word(rule, "typos=").map_or(0, |n| n.parse().unwrap()),
        unit: word(rule, "unit=").unwrap_or_default().to_owned(),
    }
}

fn matches(body: &str) -> Matches {
    if let Some(text) = body.strip_prefix('"') {
        return Matches::Text(text.trim_end_matches('"').to_owned());
    }
    match (body, body.split_once(".."), body.split_once('~')) {
        ("*", ..) => Matches::Rest,
        (_, Some((low, high)), _) => Matches::Range(number(low), number(high)),
        (_, _, Some((middle, t))) => match t.strip_suffix('%') {
            Some(percent) => Matches::Percent(number(middle), number(percent)),
            None => Matches::Near(number(middle), number(t)),
        },
        _ => Matches::Near(number(body), Exact::ZERO),
    }
}

fn blank(text: &str, rule: &str) -> Blank {
    let (id, rest) = text.split_once(" = ").unwrap();
    let (field, when) = rest.split_once(" ? ").map_or((rest, None), |(field, when)| (field, when.split_once('=')));
    let field = match field.trim().strip_prefix('(') {
        Some(list) => Field::Choice(list.trim_end_matches(')').split_whitespace().map(choice).collect()),
        None if field.contains('"') => Field::Text(answers(field, rule)),
        None => Field::Number(answers(field, rule)),
    };
    let when = when.map(|(blank, holds)| Condition { blank: blank.into(), holds: holds.into() });
    Blank { id: id.trim().into(), field, when }
}

fn arrows(text: &str) -> impl Iterator<Item = (OptionId, Option<OptionId>)> {
    text.split_whitespace().map(|token| {
        let (row, target) = token.split_once('>').unwrap();
        (row.into(), Some(target).filter(|target| !target.is_empty()).map(OptionId::from))
    })
}

fn pairs(item: &str, rule: &str) -> Pairs {
    let (rows, targets) = item.split_once(" , ").unwrap();
    let rows = arrows(rows).map(|(id, target)| Row { id, target }).collect();
    Pairs { marking: marking(rule, Marking::Each), order: Order::Fixed, rows, targets: ids(targets) }
}

fn response(interaction: &Interaction, answer: &str) -> Response {
    let typed = |raw: &str| Typed { raw: raw.to_owned(), norm: String::new() };
    match interaction {
        Interaction::Number(_) | Interaction::Text(_) | Interaction::Slider(_) => Response::Typed(typed(answer)),
        Interaction::Cloze(_) => {
            let blank = |text: &str| text.split_once('=').map(|(id, raw)| (OptionId::from(id), typed(raw)));
            Response::Blanks(answer.split(" / ").filter_map(blank).collect())
        }
        Interaction::Order(_) => Response::Order(ids(answer)),
        Interaction::Match(_) | Interaction::Categorize(_) => {
            Response::Pairs(arrows(answer).filter_map(|(row, target)| Some((row, target?))).collect())
        }
        _ => Response::of(ids(answer)),
    }
}

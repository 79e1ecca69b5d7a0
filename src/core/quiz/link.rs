//! The result link `#r=1.<base64url>`: seed, revision, and per item a short hash and the answer. No free text, no name, no time.
//!
//! Bytes: flags (bit 0: not the reader's first sitting), seed (4, high byte first), revision (6). Per answered item: 3 bytes of hash over
//! the item's and its parts' ids, so that an item that changed since is not found rather than misread; a head (length of the answer,
//! certainty x 64, bit 5: costs follow); where costs follow, earlier tries x 16 + hints; the answer, by places in the file.

use super::answer::{Answer, Attempt};
use super::base64;
use super::marking::{cloze, typed};
use super::sitting::Sitting;
use crate::bundle::{Answers, Bundle, Choice, Cloze, Field, Interaction, Item};
use crate::id::OptionId;
use crate::journal::{Response, Typed};
use crate::random::site;
use crate::table::Table;

/// What stands before the data.
const PREFIX: &str = "#r=1.";
/// Longer answers than this many bytes are left out.
const LONGEST: usize = 31;
/// Longer links than this many characters are not read.
const MOST: usize = 16_000;
const COSTS: u8 = 32;

/// A result as somebody else sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The finished sitting, to read only.
    pub sitting: Sitting,
    /// The revision it was taken at; where it is not the bundle's, marks may differ from what its reader saw.
    pub revision: String,
    /// How many answers are to items that are gone or changed since.
    pub unknown: u32,
}

/// The link's fragment for a sitting.
pub fn encode(bundle: &Bundle, sitting: &Sitting) -> String {
    let mut bytes = vec![u8::from(sitting.earlier > 0)];
    bytes.extend(sitting.seed.to_be_bytes());
    bytes.extend((0..6).map(|at| bundle.revision.get(2 * at..2 * at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0)));
    for item in &bundle.items {
        if let Some(answer) = sitting.answers.get(&item.id) {
            put(&mut bytes, item, answer);
        }
    }
    format!("{PREFIX}{}", base64::encode(&bytes))
}

fn put(bytes: &mut Vec<u8>, item: &Item, answer: &Answer) {
    let Some(last) = answer.attempts.last() else { return };
    let Some(packed) = pack(item, &last.response).filter(|packed| packed.len() < LONGEST) else { return };
    let few = |n: usize| n.min(15) as u8;
    let costs = few(answer.attempts.len() - 1) << 4 | few(last.hints as usize);
    bytes.extend(hash(item));
    bytes.push(packed.len() as u8 | (last.sure.unwrap_or(0).min(3) as u8) << 6 | if costs > 0 { COSTS } else { 0 });
    bytes.extend(Some(costs).filter(|costs| *costs > 0));
    bytes.extend(packed);
}

/// Reads a link's fragment; `None` where it is none of ours.
pub fn decode(bundle: &Bundle, link: &str) -> Option<Shared> {
    let data = link.strip_prefix(PREFIX).filter(|data| data.len() <= MOST)?;
    let bytes = base64::decode(data)?;
    let mut rest = bytes.as_slice();
    let [flags, seed @ ..]: [u8; 5] = take(&mut rest)?;
    let revision: [u8; 6] = take(&mut rest)?;
    let mut shared = Shared {
        sitting: Sitting::shared(bundle, u32::from_be_bytes(seed), u32::from(flags & 1)),
        revision: revision.iter().map(|byte| format!("{byte:02x}")).collect(),
        unknown: 0,
    };
    while !rest.is_empty() {
        let known: [u8; 3] = take(&mut rest)?;
        let [head]: [u8; 1] = take(&mut rest)?;
        let costs = if head & COSTS > 0 { take::<1>(&mut rest)?[0] } else { 0 };
        let packed = rest.get(..usize::from(head & 31))?;
        rest = rest.get(packed.len()..)?;
        let item = bundle.items.iter().find(|item| hash(item) == known && shared.sitting.drawn.contains(&item.id));
        let Some((item, response)) = item.and_then(|item| Some((item, unpack(item, packed)?))) else {
            shared.unknown += 1;
            continue;
        };
        let (hints, sure) = (u32::from(costs & 15), Some(u32::from(head >> 6)).filter(|sure| *sure > 0));
        let attempt = Attempt { response, hints, sure, of: None };
        let attempts = vec![attempt; usize::from(costs >> 4) + 1];
        shared.sitting.answers.insert(item.id.clone(), Answer { attempts, hints, ..Answer::default() });
    }
    shared.sitting.close(bundle);
    Some(shared)
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, left) = rest.split_first_chunk::<N>()?;
    *rest = left;
    Some(*taken)
}

fn hash(item: &Item) -> [u8; 3] {
    let mut path = format!("{} {}", item.interaction.name(), item.id);
    for part in parts(&item.interaction) {
        path.push(' ');
        path.push_str(part.as_str());
    }
    let [.., a, b, c] = site(&path).to_be_bytes();
    [a, b, c]
}

/// What answers name, in the order of the file.
fn parts(interaction: &Interaction) -> Vec<&OptionId> {
    match interaction {
        Interaction::Order(sequence) => sequence.things.iter().collect(),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => pairs.rows.iter().map(|row| &row.id).chain(&pairs.targets).collect(),
        Interaction::Scale(scale) => scale.rows.iter().map(|row| &row.id).collect(),
        Interaction::Cloze(cloze) => cloze.blanks.iter().map(|blank| &blank.id).collect(),
        Interaction::Number(answers) | Interaction::Text(answers) => answers.answers.iter().map(|answer| &answer.id).collect(),
        other => other.options().iter().map(|option| &option.id).collect(),
    }
}

fn place(of: &[OptionId], id: &OptionId) -> Option<u8> {
    of.iter().position(|known| known == id).and_then(|at| u8::try_from(at).ok())
}

/// An answer in places; nothing where it is free text.
fn pack(item: &Item, response: &Response) -> Option<Vec<u8>> {
    match (&item.interaction, response) {
        (Interaction::Single(c) | Interaction::Multi(c) | Interaction::Tf(c), Response::Options(_)) => {
            let chosen = |options: &[Choice]| options.iter().rev().fold(0, |bits, option| bits << 1 | u8::from(response.has(&option.id)));
            Some(c.options.chunks(8).map(chosen).collect())
        }
        (Interaction::Order(sequence), Response::Order(ids)) => ids.iter().map(|id| place(&sequence.things, id)).collect(),
        (Interaction::Match(pairs) | Interaction::Categorize(pairs), Response::Pairs(given)) => {
            let target =
                |id: &OptionId| given.get(id).and_then(|target| place(&pairs.targets, target)).map_or(0, |at| at.saturating_add(1));
            Some(pairs.rows.iter().map(|row| target(&row.id)).collect())
        }
        (Interaction::Scale(scale), Response::Pairs(given)) => {
            let step = |id: &OptionId| given.get(id).and_then(|step| step.as_str().parse().ok()).unwrap_or(0);
            Some(scale.rows.iter().map(|row| step(&row.id)).collect())
        }
        (Interaction::Number(_) | Interaction::Slider(_), Response::Typed(typed)) => Some(typed.norm.clone().into_bytes()),
        (Interaction::Text(answers), Response::Typed(typed)) => Some(vec![accepted(answers, typed)]),
        (Interaction::Cloze(cloze), Response::Blanks(_)) => Some(cloze.blanks.iter().map(|blank| in_blank(blank, response)).collect()),
        _ => None,
    }
}

/// Which answer decided about a text, counted from 1; 0 for none.
fn accepted(answers: &Answers, typed: &Typed) -> u8 {
    let decided = typed::matched(answers, typed).map(|matched| &matched.answer.id);
    let at = answers.answers.iter().position(|answer| Some(&answer.id) == decided);
    at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
}

fn in_blank(blank: &crate::bundle::Blank, response: &Response) -> u8 {
    let Some(typed) = cloze::filled(response, &blank.id) else { return 0 };
    match &blank.field {
        Field::Text(answers) | Field::Number(answers) => accepted(answers, typed),
        Field::Choice(options) => {
            let at = options.iter().position(|option| option.id.as_str() == typed.norm);
            at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
        }
    }
}

fn unpack(item: &Item, packed: &[u8]) -> Option<Response> {
    let nth = |of: &[OptionId], at: u8| of.get(usize::from(at)).cloned();
    let response = match &item.interaction {
        Interaction::Single(c) | Interaction::Multi(c) | Interaction::Tf(c) => {
            let is_chosen = |at: &usize| packed.get(at / 8).is_some_and(|bits| bits >> (at % 8) & 1 == 1);
            Response::of((0..c.options.len()).filter(is_chosen).filter_map(|at| c.options.get(at)).map(|option| option.id.clone()))
        }
        Interaction::Order(sequence) => Response::Order(packed.iter().map(|&at| nth(&sequence.things, at)).collect::<Option<_>>()?),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => {
            let target = |(row, at): (&crate::bundle::Row, &u8)| Some((row.id.clone(), nth(&pairs.targets, at.checked_sub(1)?)?));
            Response::Pairs(pairs.rows.iter().zip(packed).filter_map(target).collect())
        }
        Interaction::Scale(scale) => {
            let given = scale.rows.iter().zip(packed).filter(|(_, step)| **step > 0);
            Response::Pairs(given.map(|(row, step)| (row.id.clone(), OptionId(step.to_string()))).collect())
        }
        Interaction::Number(_) | Interaction::Slider(_) => {
            let norm = std::str::from_utf8(packed).ok()?.parse::<crate::typed::Exact>().ok()?.to_string();
            Response::Typed(Typed { raw: norm.clone(), norm })
        }
        Interaction::Text(answers) => Response::Typed(stand_in(answers, *packed.first()?)),
        Interaction::Cloze(cloze) => blanks(cloze, packed),
        Interaction::Reflect(_) | Interaction::Info {} => return None,
    };
    super::fits(item, &response).then_some(response)
}

/// A text that earns what the reader's own did.
fn stand_in(answers: &Answers, number: u8) -> Typed {
    let answer = usize::from(number).checked_sub(1).and_then(|at| answers.answers.get(at));
    answer.map_or(Typed { raw: "\u{2026}".to_owned(), norm: "\u{2026}".to_owned() }, |answer| typed::stand_in(answers, answer))
}

fn blanks(cloze: &Cloze, packed: &[u8]) -> Response {
    let mut given = Table::default();
    for (blank, &number) in cloze.blanks.iter().zip(packed).filter(|(_, number)| **number > 0) {
        let typed = match &blank.field {
            Field::Text(answers) | Field::Number(answers) => stand_in(answers, number),
            Field::Choice(options) => match options.get(usize::from(number) - 1) {
                Some(option) => Typed { raw: option.id.0.clone(), norm: option.id.0.clone() },
                None => continue,
            },
        };
        given.insert(blank.id.clone(), typed);
    }
    Response::Blanks(given)
}

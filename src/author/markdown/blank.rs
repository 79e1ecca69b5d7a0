//! Blanks: `[[here]]`, `[[back||forth|nowhere]]`, `[[= 3.14 +- 0.01]]`, read from the source bytes and put into the text.

use super::ids::{self, Given};
use super::lookalike::blanks;
use super::setting;
use super::typed::is_number;
use crate::code;
use crate::document::{OtherTask, Part, PartName, Task};
use crate::header::Header;
use crate::lex::answer::answer;
use crate::lex::attributes::{Attributes, read};
use crate::lex::braces::touching;
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::tree::{Form, Node, Piece, Span, cut};
use std::ops::Range;
use waypost_core::bundle::{Accepted, Answers, Blank, Choice, Cloze, Compare, Condition, Field, Interaction, Key, Matches};
use waypost_core::id::OptionId;
use waypost_core::text::{Block, Inline, plain};

/// The most blanks a question may have.
const MAX_BLANKS: usize = 64;

/// A blank in its source: the brackets, and the group behind them.
struct Found {
    brackets: Range<usize>,
    whole: Range<usize>,
    attributes: Attributes,
    in_table: bool,
}

/// Whether there is a blank in these blocks.
pub(super) fn has_blank(nodes: &[Node], report: &Report) -> bool {
    nodes.iter().any(|node| match &node.form {
        Form::Paragraph(pieces) => !blanks(pieces, &node.span, report).is_empty(),
        Form::List(_, entries) => entries.iter().any(|entry| has_blank(&entry.nodes, report)),
        Form::Quote(_, inner) => has_blank(inner, report),
        Form::Table(head, rows) => {
            head.iter().chain(rows.iter().flatten()).any(|cell| extent(cell).is_some_and(|span| !blanks(cell, &span, report).is_empty()))
        }
        _ => false,
    })
}

/// Reads the blanks of a question's text, and leaves their names in the text.
pub(super) fn task(nodes: &mut [Node], attributes: &Attributes, header: &Header, heading: &Range<usize>, report: &mut Report) -> Task {
    let mut found = Vec::new();
    mark(nodes, &mut found, report);
    if let Some(over) = found.get(MAX_BLANKS) {
        let message = format!("this is blank {} of the question; the limit is {MAX_BLANKS}", MAX_BLANKS + 1);
        report.add(code::E204, over.whole.clone(), message, "split the question");
        found.truncate(MAX_BLANKS);
    }
    if found.is_empty() {
        let help = "write what is left out in double brackets, such as `[[here]]`, in a paragraph below the question";
        report.lacks(code::E155, heading.clone(), "this text to fill in has no blank", help);
    }
    let given: Vec<Given> = found.iter().map(|blank| blank.attributes.id.clone()).collect();
    let ids = ids::name_options(given, report);
    let mut parts = Vec::new();
    let mut read: Vec<Blank> = found.iter().zip(&ids).map(|(found, id)| blank(found, id, attributes, &mut parts, report)).collect();
    for (found, at) in found.iter().zip(0..) {
        let when = condition(found, at, &read, &parts, report);
        read.iter_mut().skip(at).take(1).for_each(|blank| blank.when = when.clone());
    }
    let names: Vec<(usize, &OptionId)> = found.iter().map(|blank| blank.whole.start).zip(&ids).collect();
    name(nodes, &names);
    let marking = setting::marking("cloze", attributes, header, report);
    let mut cloze = Cloze { marking, blanks: read };
    cloze.normalize();
    Task::Other(OtherTask { interaction: Interaction::Cloze(cloze), parts })
}

fn blank(found: &Found, id: &OptionId, item: &Attributes, parts: &mut Vec<Part>, report: &mut Report) -> Blank {
    let inside = found.brackets.start + 2..found.brackets.end - 2;
    let source = report.source;
    let mut text = source.slice(inside.clone()).to_owned();
    if found.in_table {
        text = text.replace("\\|", "|");
    }
    let field = match split(&text, "||") {
        (right, Some(wrong)) => choices(&right, &wrong, id, &found.whole, parts, report),
        (only, None) => typed(&only, item, found, report),
    };
    Blank { id: id.clone(), field, when: None }
}

/// A drop-down list, in the order of the alphabet, so that the place gives nothing away.
fn choices(right: &str, wrong: &str, blank: &OptionId, span: &Range<usize>, parts: &mut Vec<Part>, report: &mut Report) -> Field {
    let right = alternatives(right).into_iter().map(|text| (text, Key::Right));
    let all: Vec<(String, Key)> = right.chain(alternatives(wrong).into_iter().map(|text| (text, Key::Wrong))).collect();
    if all.iter().any(|(text, _)| text.is_empty()) {
        refuse(span.clone(), report);
    }
    let named = ids::name_options(vec![None; all.len()], report);
    let mut options: Vec<(String, Key, OptionId)> = all.into_iter().zip(named).map(|((text, key), id)| (text, key, id)).collect();
    options.sort_by_key(|(text, ..)| text.to_lowercase());
    for (text, _, id) in &options {
        parts.push(Part {
            name: PartName::Option(OptionId(format!("{blank}-{id}"))),
            text: vec![Block::P(vec![Inline::Text(text.clone())])],
            feedback: None,
            reason: None,
            span: span.clone(),
        });
    }
    Field::Choice(options.into_iter().map(|(_, key, id)| Choice::new(id, key)).collect())
}

fn typed(inside: &str, item: &Attributes, found: &Found, report: &mut Report) -> Field {
    let accepts = |text: &String| match text.strip_prefix("= ") {
        Some(number) => answer(number).filter(|matches| is_number(matches) == Some(true)),
        None => Some(Matches::Text(text.clone())).filter(|_| !text.is_empty()),
    };
    let read: Vec<Option<Matches>> = alternatives(inside).iter().map(accepts).collect();
    let matches: Vec<Matches> = read.iter().flatten().cloned().collect();
    let numbers = matches.first().and_then(is_number).unwrap_or_default();
    if matches.len() < read.len() || matches.iter().any(|matches| is_number(matches) != Some(numbers)) {
        refuse(found.whole.clone(), report);
    }
    let ids = ids::name_options(vec![None; matches.len()], report);
    let accepted = |(matches, id)| Accepted::new(id, matches, Key::Right);
    let either = |own: Option<Compare>, report: &mut Report| own.or_else(|| setting::compare(item, report)).unwrap_or_default();
    let compare = setting::compare(&found.attributes, report);
    let typos = setting::typos(&found.attributes, report).or_else(|| setting::typos(item, report));
    let answers = Answers {
        answers: matches.into_iter().zip(ids).map(accepted).collect(),
        compare: either(compare, report),
        typos: typos.unwrap_or_default(),
        unit: found.attributes.get("unit").map(|(unit, _)| unit.to_owned()).unwrap_or_default(),
    };
    if numbers { Field::Number(answers) } else { Field::Text(answers) }
}

/// `when="c:does"`: blank `c` stands before this one, and holds that text, or that option of its list.
fn condition(found: &Found, at: usize, blanks: &[Blank], parts: &[Part], report: &mut Report) -> Option<Condition> {
    let (written, span) = found.attributes.get("when")?;
    let (name, text) = written.split_once(':').unwrap_or((written, ""));
    let words = |part: &&Part, blank: &Blank| match &part.name {
        PartName::Option(id) => {
            id.as_str().strip_prefix(&format!("{}-", blank.id)).map(OptionId::from).filter(|_| plain(&part.text) == text)
        }
        PartName::End(_) => None,
    };
    let holds = blanks.iter().take(at).find(|blank| blank.id.as_str() == name).and_then(|blank| match blank.field {
        Field::Choice(_) => parts.iter().find_map(|part| words(&part, blank)).map(|id| id.0),
        _ => Some(text.to_owned()).filter(|text| !text.is_empty()),
    });
    if holds.is_none() {
        let help = "write the id of an earlier blank of this question and a text it can hold: `when=\"a:does\"`";
        report.add(code::E135, span, format!("{} names no text of an earlier blank", quote(written)), help);
    }
    holds.map(|holds| Condition { blank: OptionId::from(name), holds })
}

fn refuse(span: Range<usize>, report: &mut Report) {
    report.add(
        code::E154,
        span.clone(),
        format!("{} is not a blank", quote(report.source.slice(span))),
        "write `[[right|also right]]`, `[[right||wrong|wrong]]`, or `[[= 3.14 +- 0.01]]`",
    );
}

/// The parts before and behind an unescaped separator.
fn split(text: &str, separator: &str) -> (String, Option<String>) {
    let at = text.match_indices(separator).map(|(at, _)| at).find(|at| !text.get(..*at).is_some_and(|before| before.ends_with('\\')));
    match at {
        Some(at) => (text[..at].to_owned(), Some(text[at + separator.len()..].to_owned())),
        None => (text.to_owned(), None),
    }
}

/// Alternatives between `|`, without the backslashes before `|`.
fn alternatives(text: &str) -> Vec<String> {
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    loop {
        let (first, more) = split(&rest, "|");
        found.push(first.replace("\\|", "|").trim().to_owned());
        match more {
            Some(more) => rest = more,
            None => return found,
        }
    }
}

/// Puts a nameless blank in the place of each, and collects them in reading order.
fn mark(nodes: &mut [Node], found: &mut Vec<Found>, report: &mut Report) {
    for node in nodes {
        match &mut node.form {
            Form::Paragraph(pieces) => mark_line(pieces, node.span.clone(), false, found, report),
            Form::List(_, entries) => entries.iter_mut().for_each(|entry| mark(&mut entry.nodes, found, report)),
            Form::Quote(_, inner) => mark(inner, found, report),
            Form::Table(head, rows) => {
                for cell in head.iter_mut().chain(rows.iter_mut().flatten()) {
                    if let Some(span) = extent(cell) {
                        mark_line(cell, span, true, found, report);
                    }
                }
            }
            _ => {}
        }
    }
}

fn extent(cell: &[Piece]) -> Option<Range<usize>> {
    Some(cell.first()?.span.start..cell.last()?.span.end)
}

fn mark_line(pieces: &mut Vec<Piece>, span: Range<usize>, in_table: bool, found: &mut Vec<Found>, report: &mut Report) {
    for brackets in blanks(pieces, &span, report) {
        let group = touching(report.source.text(), brackets.end, span.end);
        let whole = brackets.start..group.as_ref().map_or(brackets.end, |group| group.span.end);
        let attributes = group.map(|group| read(Place::Blank, &group, report)).unwrap_or_default();
        if overlaps(pieces, &whole) {
            let help = "put the brackets around all of the markup, or inside it";
            report.add(code::E131, whole.clone(), "this blank overlaps with markup", help);
        }
        put(pieces, &whole);
        found.push(Found { brackets, whole, attributes, in_table });
    }
}

/// Whether markup begins or ends inside a range, but not both.
fn overlaps(pieces: &[Piece], whole: &Range<usize>) -> bool {
    pieces.iter().filter(|piece| piece.span.start < whole.end && whole.start < piece.span.end).any(|piece| match &piece.form {
        Span::Em(inner) | Span::Strong(inner) | Span::Strike(inner) | Span::Link(_, inner) => {
            let swallows = whole.start <= piece.span.start && piece.span.end <= whole.end;
            let holds = piece.span.start < whole.start && whole.end < piece.span.end;
            !swallows && (!holds || overlaps(inner, whole))
        }
        _ => false,
    })
}

/// Puts a nameless blank in the place of a range; inside markup where the range lies there.
fn put(pieces: &mut Vec<Piece>, whole: &Range<usize>) {
    let inside = |piece: &&mut Piece| piece.span.start < whole.start && whole.end < piece.span.end;
    for piece in pieces.iter_mut().filter(inside) {
        if let Span::Em(inner) | Span::Strong(inner) | Span::Strike(inner) | Span::Link(_, inner) = &mut piece.form {
            return put(inner, whole);
        }
    }
    let is_swallowed = |piece: &Piece| whole.start <= piece.span.start && piece.span.end <= whole.end;
    let mut left = cut(std::mem::take(pieces), whole);
    left.retain(|piece| !is_swallowed(piece));
    let at = left.iter().position(|piece| piece.span.start >= whole.end).unwrap_or(left.len());
    left.insert(at, Piece { form: Span::Blank(String::new()), span: whole.clone() });
    *pieces = left;
}

/// Gives the blanks their names, found by where they begin.
fn name(nodes: &mut [Node], names: &[(usize, &OptionId)]) {
    for node in nodes {
        match &mut node.form {
            Form::Paragraph(pieces) => name_line(pieces, names),
            Form::List(_, entries) => entries.iter_mut().for_each(|entry| name(&mut entry.nodes, names)),
            Form::Quote(_, inner) => name(inner, names),
            Form::Table(head, rows) => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| name_line(cell, names)),
            _ => {}
        }
    }
}

fn name_line(pieces: &mut [Piece], names: &[(usize, &OptionId)]) {
    for piece in pieces {
        match &mut piece.form {
            Span::Blank(id) => {
                let own = names.iter().find(|(start, _)| *start == piece.span.start);
                own.into_iter().for_each(|(_, name)| name.as_str().clone_into(id));
            }
            Span::Em(inner) | Span::Strong(inner) | Span::Strike(inner) | Span::Link(_, inner) => name_line(inner, names),
            _ => {}
        }
    }
}

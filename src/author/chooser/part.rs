//! A heading of a chooser: what it is, by its level and its `role=`, before its entries are read.

use super::document::{Document, Headed};
use super::entry::{Entry, entries};
use super::header::Engine;
use crate::code;
use crate::lex::attributes::Attributes;
use crate::lex::names::Place;
use crate::markdown::attached::attached;
use crate::markdown::ids::Given;
use crate::markdown::outline;
use crate::report::{Report, quote};
use crate::rich;
use crate::tree::{Form, Node, Piece};
use std::ops::Range;
use waypost_core::id::ItemId;
use waypost_core::text::{RichText, plain, plain_inline};

/// What a heading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Pole,
    Dimension,
    Pair,
    Facts,
    Plan,
    Outcome,
    Question,
    Tiebreak,
    Next,
}

/// Roles by name, with the engine they belong to and the attributes that mean something for them.
const ROLES: [(Role, &str, Option<Engine>, &[&str]); 9] = [
    (Role::Pole, "pole", Some(Engine::Adaptive), &["short"]),
    (Role::Dimension, "dimension", Some(Engine::Adaptive), &[]),
    (Role::Pair, "pair", Some(Engine::Adaptive), &["a", "b"]),
    (Role::Facts, "facts", Some(Engine::Adaptive), &[]),
    (Role::Plan, "plan", Some(Engine::Adaptive), &["pole"]),
    (Role::Outcome, "outcome", Some(Engine::Profile), &["next", "also", "low", "mid", "high"]),
    (Role::Question, "question", Some(Engine::Profile), &["scale", "to", "type"]),
    (Role::Tiebreak, "tiebreak", Some(Engine::Profile), &[]),
    (Role::Next, "next", Some(Engine::Profile), &["if"]),
];

impl Role {
    /// The name as in `role=`.
    pub(super) fn name(self) -> &'static str {
        self.row().1
    }

    fn row(self) -> &'static (Role, &'static str, Option<Engine>, &'static [&'static str]) {
        const UNKNOWN: (Role, &str, Option<Engine>, &[&str]) = (Role::Question, "question", None, &[]);
        ROLES.iter().find(|(role, ..)| *role == self).unwrap_or(&UNKNOWN)
    }

    /// Roles an author names; the others follow from the level of the heading.
    fn given(engine: Engine) -> impl Iterator<Item = (Role, &'static str)> {
        let implied = [Role::Dimension, Role::Pair, Role::Question];
        let own = move |(role, _, of, _): &&(Role, &str, Option<Engine>, &[&str])| *of == Some(engine) && !implied.contains(role);
        ROLES.iter().filter(own).map(|(role, name, ..)| (*role, *name))
    }
}

/// A heading, read but for the entries under it.
pub(super) struct Part<'s> {
    pub(super) role: Role,
    pub(super) id: ItemId,
    pub(super) title: Vec<waypost_core::text::Inline>,
    pub(super) text: RichText,
    pub(super) attributes: Attributes,
    pub(super) span: Range<usize>,
    /// The entries of its list, not read yet; of facts read already, because they share the names of headings.
    pub(super) list: Vec<crate::tree::Entry<'s>>,
    pub(super) facts: Vec<Entry>,
}

impl<'s> Part<'s> {
    /// Reads a heading; `None` for a title, and for one that means nothing here.
    pub(super) fn read(part: outline::Part<'s>, document: &mut Document, report: &mut Report) -> Option<Self> {
        document.allowed.extend(part.allowed.iter().map(|code| (*code, part.span.start..part.end)));
        if part.level == 1 && document.header.title.is_empty() {
            super::take_title(&part.heading, document, report);
            document.intro.extend(rich::blocks(&part.body, report));
            return None;
        }
        let (attributes, heading) = attached(Place::Heading, part.heading.clone(), report);
        let role = role(part.level, &part.span, &attributes, document.header.engine, report)?;
        for (name, span) in attributes.named().filter(|(name, _)| *name != "role" && !role.row().3.contains(name)) {
            report.add(code::E135, span, format!("`{name}` has no meaning for a {}", role.name()), "remove it");
        }
        let (list, prose) = split(part.body, report);
        let facts = if role == Role::Facts { entries(&list, report) } else { Vec::new() };
        let text = rich::blocks(&prose, report);
        let title = rich::line(&heading, report);
        Some(Self { role, id: ItemId::from(""), title, text, attributes, span: part.span, list, facts })
    }

    /// The ids given and the words they would be minted from: the heading's, then those of its facts.
    pub(super) fn names(&self) -> Vec<(Given, String)> {
        let facts = self.facts.iter().map(|fact| (fact.attributes.id.clone(), plain(&fact.text)));
        std::iter::once((self.attributes.id.clone(), plain_inline(&self.title))).chain(facts).collect()
    }

    /// Takes its names, in the order of [`Part::names`].
    pub(super) fn name(&mut self, ids: &mut impl Iterator<Item = ItemId>) {
        self.id = ids.next().unwrap_or_else(|| ItemId::from(""));
        for fact in &mut self.facts {
            fact.id = ids.next().map(|id| id.0).unwrap_or_default();
        }
    }

    /// An id that an attribute names, with its place.
    pub(super) fn named(&self, name: &str) -> Option<(ItemId, Range<usize>)> {
        self.attributes.get(name).map(|(id, span)| (ItemId::from(id), span))
    }

    /// The value of a text attribute; empty where it is missing.
    pub(super) fn words(&self, name: &str) -> String {
        self.attributes.get(name).map(|(words, _)| words.to_owned()).unwrap_or_default()
    }

    /// Its name, title and text.
    pub(super) fn head(self) -> Headed {
        Headed { id: self.id, title: self.title, text: self.text, span: self.span }
    }
}

/// What a heading of that level is.
fn role(level: u8, span: &Range<usize>, attributes: &Attributes, engine: Engine, report: &mut Report) -> Option<Role> {
    let (usual, help) = match (engine, level) {
        (Engine::Adaptive, 2) => (Role::Dimension, ""),
        (Engine::Adaptive, 3) => (Role::Pair, ""),
        (Engine::Profile, 2) => (Role::Question, ""),
        (Engine::Adaptive, _) => (Role::Pair, "use `##` for a dimension or a part with a `role=`, and `###` for a pair under it"),
        (Engine::Profile, _) => (Role::Question, "use `##` for a question or a part with a `role=`"),
    };
    if !help.is_empty() {
        let message = format!("a heading with {} has no meaning here", quote(&"#".repeat(usize::from(level))));
        report.add(code::E110, span.clone(), message, help);
        return None;
    }
    let Some((written, at)) = attributes.get("role") else { return Some(usual) };
    let found = Role::given(engine).find(|(_, name)| *name == written && level == 2);
    if found.is_none() {
        let names: Vec<String> = Role::given(engine).map(|(_, name)| format!("`role={name}`")).collect();
        let help = format!("write {} behind a `##` heading, or remove the attribute", names.join(", "));
        report.add(code::E135, at, format!("{} is no role of this heading", quote(written)), help);
    }
    Some(found.map_or(usual, |(role, _)| role))
}

/// The entries of the list, and the prose around it. E150 for a second list.
fn split<'s>(body: Vec<Node<'s>>, report: &mut Report) -> (Vec<crate::tree::Entry<'s>>, Vec<Node<'s>>) {
    let (mut list, mut prose) = (None, Vec::new());
    for node in body {
        match node.form {
            Form::List(_, entries) if list.is_none() => list = Some(entries),
            Form::List(..) => {
                let help = "join the two lists, or write one of them as a sentence";
                report.add(code::E150, node.span, "this heading has a second list", help);
            }
            _ => prose.push(node),
        }
    }
    (list.unwrap_or_default(), prose)
}

/// The first line of an entry.
pub(super) fn first_line<'n, 's>(nodes: &'n [Node<'s>]) -> &'n [Piece<'s>] {
    match nodes.first().map(|node| &node.form) {
        Some(Form::Paragraph(pieces)) => pieces,
        _ => &[],
    }
}

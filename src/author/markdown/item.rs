//! One question: stem, text, list or answers, callouts, ways on. Which kind it is follows from what is written.

use super::ids::Given;
use super::kind::{self, Kind};
use super::lookalike::{broken_box, hidden_callout, outdented_quote, refuse_blanks, second_tag};
use super::outline::Part;
use super::typed::{self, Written};
use super::{arranged, blank, choice, jump, scale, setting};
use crate::code;
use crate::document::{Item, Jump, OtherTask, Prose, Task};
use crate::header::Header;
use crate::lex::attributes::Attributes;
use crate::report::Report;
use crate::rich;
use crate::tree::{Callout, Entry, Form, Node, Piece};
use std::ops::Range;
use waypost_core::bundle::{Drawn, Explain, Interaction, Key, Mode, Reflect, Standing};
use waypost_core::id::ItemId;

/// What has been read of an item so far.
#[derive(Default)]
pub(super) struct Reading<'s> {
    /// The text, a plain list included where it stands.
    pub(super) body: Vec<Node<'s>>,
    /// Where the plain list stands in the text.
    pub(super) plain_list: Option<usize>,
    /// The entries of a task list.
    pub(super) entries: Vec<Entry<'s>>,
    /// Answers in short form.
    pub(super) answers: Vec<Written>,
    /// Whether there were any, broken ones included.
    pub(super) is_typed: bool,
    jumps: Vec<Jump>,
    /// Whether the next list goes on with the options, because an outdented quote had split it.
    split: bool,
    hints: Vec<Prose>,
    explanation: Option<Prose>,
    right: Option<Prose>,
    partly: Option<Prose>,
    wrong: Option<Prose>,
}

/// Reads an item whose heading has been read and taken, and the id the author gave it.
pub(super) fn item(part: Part, heading: &[Piece], attributes: Attributes, header: &Header, report: &mut Report) -> (Item, Given) {
    refuse_blanks(heading, &part.span, report);
    let stem = rich::line(heading, report);
    let mut reading = Reading::default();
    for node in part.body {
        reading.node(node, report);
    }
    let kind = kind::kind(&reading, &attributes, &part.span, report);
    let task = reading.task(kind, &attributes, header, &part.span, report);
    setting::refuse_idle(task.name(), &attributes, report);
    let mut jumps = std::mem::take(&mut reading.jumps);
    jumps.extend(jump::behind(&attributes));
    let item = Item {
        id: ItemId::from(""),
        section: None,
        part_of: None,
        stem,
        body: rich::blocks(&reading.body, report),
        points: setting::points(&attributes, report),
        standing: standing(&task, &attributes, header),
        drawn: if attributes.has("keep") { Drawn::Always } else { Drawn::Pool },
        explain: if attributes.has("explain") { Explain::Asked } else { Explain::Silent },
        costs: setting::costs(&attributes, report),
        jumps,
        task,
        hints: reading.hints,
        explanation: reading.explanation,
        right: reading.right,
        partly: reading.partly,
        wrong: reading.wrong,
        span: part.span.start..part.end,
        heading: part.span,
    };
    (item, attributes.id)
}

/// Items that ask for an opinion do not count: flagged `open`, in a quiz without score, or weighed towards dimensions instead of marked.
fn standing(task: &Task, attributes: &Attributes, header: &Header) -> Standing {
    let opinion = |task: &crate::document::ChoiceTask| {
        task.options.iter().all(|option| option.key == Key::Wrong && option.credit.is_none())
            && task.options.iter().any(|option| !option.weights.is_empty())
    };
    let weighed = matches!(task, Task::Choice(task) if opinion(task));
    if attributes.has("open") || header.policy.mode == Mode::Reflect || weighed { Standing::Open } else { Standing::Marked }
}

/// Whether the node is a list with boxes, broken ones included.
pub(super) fn is_task_list(node: &Node, report: &Report) -> bool {
    let Form::List(_, entries) = &node.form else { return false };
    entries.iter().any(|entry| entry.tick.is_some() || broken_box(entry, report).is_some())
}

impl<'s> Reading<'s> {
    fn node(&mut self, node: Node<'s>, report: &mut Report) {
        let follows_split = std::mem::take(&mut self.split);
        match &node.form {
            Form::List(..) => self.list(node, follows_split, report),
            Form::Quote(callout, inner) => {
                let last = self.entries.last_mut().filter(|last| outdented_quote(&node, last, report));
                if let (Some(last), None) = (last, callout) {
                    self.split = true;
                    last.nodes.push(node);
                } else if let Some(callout) = callout {
                    second_tag(&node, report);
                    let prose = Prose { text: rich::blocks(inner, report), span: node.span.clone() };
                    self.callout(*callout, prose, report);
                } else if !hidden_callout(&node, report) {
                    self.prose(node, report);
                }
            }
            Form::Paragraph(_) => {
                let text = report.source.slice(node.span.clone());
                if jump::is_jump(text) {
                    self.jumps.extend(jump::lines(node.span.clone(), report));
                } else if typed::is_answer(text) {
                    self.is_typed = true;
                    self.answers.extend(typed::lines(node.span.clone(), report));
                } else {
                    self.prose(node, report);
                }
            }
            _ => self.prose(node, report),
        }
    }

    fn list(&mut self, node: Node<'s>, follows_split: bool, report: &mut Report) {
        match (is_task_list(&node, report), self.entries.is_empty(), self.plain_list) {
            (true, true, None) => self.entries = entries(node.form),
            (true, true, Some(at)) => {
                second_list(self.body.remove(at).span, report);
                self.plain_list = None;
                self.entries = entries(node.form);
            }
            (true, false, _) if follows_split => self.entries.extend(entries(node.form)),
            (false, true, None) => {
                self.plain_list = Some(self.body.len());
                self.body.push(node);
            }
            _ => second_list(node.span, report),
        }
    }

    fn prose(&mut self, node: Node<'s>, report: &mut Report) {
        match self.entries.is_empty() {
            true => self.body.push(node),
            false => below_list(&node, report),
        }
    }

    fn callout(&mut self, callout: Callout, prose: Prose, report: &mut Report) {
        let slot = match callout {
            Callout::Tip => return self.hints.push(prose),
            Callout::Note => &mut self.explanation,
            Callout::Important => &mut self.right,
            Callout::Caution => &mut self.partly,
            Callout::Warning => &mut self.wrong,
        };
        match slot {
            None => *slot = Some(prose),
            Some(_) => report.add(
                code::E126,
                prose.span,
                format!("this question has a second `{}`", callout.tag()),
                "join the two with a line that holds only `>` between them",
            ),
        }
    }

    /// The entries of the plain list.
    pub(super) fn plain_entries(&self) -> &[Entry<'s>] {
        match self.plain_list.and_then(|at| self.body.get(at)).map(|node| &node.form) {
            Some(Form::List(_, entries)) => entries,
            _ => &[],
        }
    }

    /// Takes the plain list out of the text; what stands below it has no place.
    fn take_list(&mut self, report: &mut Report) -> Vec<Entry<'s>> {
        let at = self.plain_list.filter(|at| *at < self.body.len());
        let mut taken = at.map(|at| self.body.split_off(at)).unwrap_or_default().into_iter();
        let mut entries = taken.next().map(|list| entries(list.form)).unwrap_or_default();
        taken.for_each(|node| below_list(&node, report));
        if let Some(over) = entries.get(choice::MAX_OPTIONS) {
            let message = format!("this is entry {} of the question; the limit is {}", choice::MAX_OPTIONS + 1, choice::MAX_OPTIONS);
            report.add(code::E204, over.span.clone(), message, "split the question");
        }
        entries.truncate(choice::MAX_OPTIONS);
        entries
    }

    fn task(&mut self, kind: Kind, attributes: &Attributes, header: &Header, heading: &Range<usize>, report: &mut Report) -> Task {
        match kind {
            Kind::Choice => choice::task(std::mem::take(&mut self.entries), attributes, header, heading, report),
            Kind::Typed => {
                let mut written = std::mem::take(&mut self.answers);
                written.extend(typed::entries(std::mem::take(&mut self.entries), report));
                typed::task(written, attributes, heading, report)
            }
            Kind::Cloze => blank::task(&mut self.body, attributes, header, heading, report),
            Kind::Order => arranged::order(self.take_list(report), attributes, header, heading, report),
            Kind::Match => arranged::matching(self.take_list(report), attributes, header, heading, report),
            Kind::Categorize => arranged::categories(self.take_list(report), attributes, header, heading, report),
            Kind::Scale => scale::scale(self.take_list(report), attributes, header, heading, report),
            Kind::Slider => {
                let written = std::mem::take(&mut self.answers);
                scale::slider(self.take_list(report), written, attributes, heading, report)
            }
            Kind::Reflect => {
                let rows = setting::count("rows", 1..=20, attributes, report).unwrap_or(4);
                Task::Other(OtherTask { interaction: Interaction::Reflect(Reflect { rows }), parts: Vec::new() })
            }
            Kind::Info => Task::Other(OtherTask { interaction: Interaction::Info {}, parts: Vec::new() }),
        }
    }
}

/// The entries of a list.
fn entries(form: Form) -> Vec<Entry> {
    match form {
        Form::List(_, entries) => entries,
        _ => Vec::new(),
    }
}

fn second_list(span: Range<usize>, report: &mut Report) {
    report.add(
        code::E150,
        span,
        "a question can hold one list only",
        "remove this one, write it as a sentence, or give it a `## ` heading of its own",
    );
}

fn below_list(node: &Node, report: &mut Report) {
    let help = match node.form {
        Form::Quote(..) => "indent it under its option, or begin it with `> [!NOTE]` to make it the explanation",
        _ => "move it above the options, or write it as an explanation: `> [!NOTE]` and the text in lines that begin with `> `",
    };
    report.add(code::E116, node.span.clone(), "this text stands below the options of its question", help);
}

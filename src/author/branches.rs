//! Ways on: targets that exist and lie later, conditions that ask about what the file has, questions that some path reaches.
//!
//! Ways lead forward only, so every path ends; there are no loops and no dead ends to look for.

use crate::code;
use crate::document::{Document, Item, Jump, Takes, Task};
use crate::report::{Report, quote};
use waypost_core::bundle::Target;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::quiz::Expression;
use waypost_core::text::plain_inline;

/// E160, E161, E162 and W132.
pub(crate) fn check(document: &Document, report: &mut Report) {
    for (at, item) in document.items.iter().enumerate() {
        for jump in jumps(item) {
            leads_on(document, jump, at, report);
            if let Some(when) = &jump.when {
                asks_about_known(document, when, jump, report);
            }
        }
        one_of_several(item, report);
    }
    for (at, section) in document.sections.iter().enumerate() {
        let last = document.items.iter().rposition(|item| item.section == Some(at));
        if let (Some(jump), Some(last)) = (&section.then, last) {
            leads_on(document, jump, last, report);
        }
    }
    unreachable(document, report);
}

fn jumps(item: &Item) -> impl Iterator<Item = &Jump> {
    let options = match &item.task {
        Task::Choice(task) => task.options.as_slice(),
        Task::Other(_) => &[],
    };
    options.iter().filter_map(|option| option.then.as_ref()).chain(&item.jumps)
}

/// The place of an item, or of the first item of a section.
fn place(document: &Document, id: &ItemId) -> Option<usize> {
    let section = |id: &ItemId| document.sections.iter().position(|section| section.id == *id);
    let own = document.items.iter().position(|item| item.id == *id);
    own.or_else(|| section(id).and_then(|at| document.items.iter().position(|item| item.section == Some(at))))
}

/// E160.
fn leads_on(document: &Document, jump: &Jump, from: usize, report: &mut Report) {
    let Target::Item(id) = &jump.to else { return };
    let written = quote(&format!("-> {id}"));
    let message = match place(document, id) {
        None => format!("{written} leads to no question or section of this file"),
        Some(to) if to <= from => format!("{written} leads back"),
        Some(_) => return,
    };
    report.add(code::E160, jump.span.clone(), message, "write the id of a question or section that stands later, or `-> end`");
}

/// E161.
fn one_of_several(item: &Item, report: &mut Report) {
    let Task::Choice(task) = &item.task else { return };
    for jump in task.options.iter().filter(|_| task.takes == Takes::Multi).filter_map(|option| option.then.as_ref()) {
        report.add(
            code::E161,
            jump.span.clone(),
            "where several options can be chosen, one of them cannot lead on",
            "write a line below the question instead, such as `-> id if chose(item.option)`",
        );
    }
}

/// E162 for conditions about things that the file does not have.
fn asks_about_known(document: &Document, when: &Expression, jump: &Jump, report: &mut Report) {
    let item = |id: &ItemId| document.items.iter().find(|item| item.id == *id);
    let unknown = match when {
        Expression::Apply(_, operands) => {
            return operands.iter().for_each(|operand| asks_about_known(document, operand, jump, report));
        }
        Expression::Number(_) | Expression::Score {} => None,
        Expression::Mark(id) | Expression::Right(id) | Expression::Seen(id) => {
            item(id).is_none().then(|| ("question", "a question", id.to_string()))
        }
        Expression::Chose(id, option) => {
            (!item(id).is_some_and(|item| has_option(item, option))).then(|| ("option", "an option", format!("{id}.{option}")))
        }
        Expression::Dim(id) => {
            (!document.dimensions.iter().any(|dimension| dimension.id == *id)).then(|| ("dimension", "a dimension", id.to_string()))
        }
    };
    if let Some((what, one, id)) = unknown {
        let help = format!("write the id of {one} of this file");
        report.add(code::E162, jump.span.clone(), format!("there is no {what} {}", quote(&id)), help);
    }
}

fn has_option(item: &Item, option: &OptionId) -> bool {
    matches!(&item.task, Task::Choice(task) if task.options.iter().any(|known| known.id == *option))
}

/// W132. With pools a way may end at any later question, so only files without them are looked at.
fn unreachable(document: &Document, report: &mut Report) {
    let pools = document.header.policy.draw.is_some() || document.sections.iter().any(|section| section.draw.is_some());
    if pools || document.items.is_empty() {
        return;
    }
    let mut reached = vec![false; document.items.len()];
    for at in 0..document.items.len() {
        if at == 0 || reached.get(at) == Some(&true) {
            reached.iter_mut().skip(at).take(1).for_each(|seen| *seen = true);
            for to in next(document, at) {
                reached.iter_mut().skip(to).take(1).for_each(|seen| *seen = true);
            }
        }
    }
    for (item, _) in document.items.iter().zip(reached).filter(|(_, seen)| !seen) {
        let message = format!("no path leads to {}", quote(&plain_inline(&item.stem)));
        report.add(code::W132, item.heading.clone(), message, "let a way lead here, or remove the question");
    }
}

/// Where the reader may come from an item.
fn next(document: &Document, at: usize) -> Vec<usize> {
    let Some(item) = document.items.get(at) else { return Vec::new() };
    let target = |jump: &Jump| match &jump.to {
        Target::End => Some(document.items.len()),
        Target::Item(id) => place(document, id),
    };
    let mut found: Vec<usize> = jumps(item).filter_map(target).collect();
    let every_option = match &item.task {
        Task::Choice(task) => !task.options.is_empty() && task.options.iter().all(|option| option.then.is_some()),
        Task::Other(_) => false,
    };
    if every_option || item.jumps.iter().any(|jump| jump.when.is_none()) {
        return found;
    }
    let is_last = document.items.get(at + 1).is_none_or(|next| next.section != item.section);
    let after = item.section.and_then(|section| document.sections.get(section)).and_then(|section| section.then.as_ref());
    found.extend(match after.filter(|_| is_last) {
        Some(jump) => target(jump),
        None => Some(at + 1),
    });
    found
}

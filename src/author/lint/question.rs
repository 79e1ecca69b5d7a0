//! A choice question as rules read it: its words in plain text and as they are compared, made once for all rules.

use super::normal;
use crate::document::{ChoiceOption, ChoiceTask, Document, Item, Task};
use std::borrow::Cow;
use waypost_core::bundle;
use waypost_core::text::{Block, Inline, plain, plain_inline};

/// A choice question that has options; one without was reported by the parser.
pub(crate) struct Question<'d> {
    /// The item.
    pub(crate) item: &'d Item,
    /// What readers do.
    pub(crate) task: &'d ChoiceTask,
    /// The item as players read it.
    pub(crate) compiled: &'d bundle::Item,
    /// The words of the heading.
    pub(crate) stem: Cow<'d, str>,
    /// The options with their words.
    pub(crate) options: Vec<Worded<'d>>,
}

/// An option with its words.
pub(crate) struct Worded<'d> {
    /// The option.
    pub(crate) option: &'d ChoiceOption,
    /// Its words as readers see them.
    pub(crate) plain: Cow<'d, str>,
    /// Its words as rules compare them, see [`normal`].
    pub(crate) normal: String,
    /// How many characters readers see.
    pub(crate) length: usize,
}

/// The choice questions of a document, whose items are compiled as `items`.
pub(crate) fn questions<'d>(document: &'d Document, items: &'d [bundle::Item]) -> Vec<Question<'d>> {
    let question = |(item, compiled): (&'d Item, &'d bundle::Item)| match &item.task {
        Task::Choice(task) if !task.options.is_empty() => {
            Some(Question { item, task, compiled, stem: line(&item.stem), options: task.options.iter().map(worded).collect() })
        }
        _ => None,
    };
    document.items.iter().zip(items).filter_map(question).collect()
}

fn worded(option: &ChoiceOption) -> Worded<'_> {
    let plain = text(&option.text);
    Worded { option, normal: normal(&plain), length: plain.chars().count(), plain }
}

/// A text without markup; most have none.
pub(super) fn text(text: &[Block]) -> Cow<'_, str> {
    match text {
        [] => Cow::Borrowed(""),
        [Block::P(only)] => line(only),
        _ => Cow::Owned(plain(text)),
    }
}

/// A line without markup; most have none.
pub(super) fn line(line: &[Inline]) -> Cow<'_, str> {
    match line {
        [Inline::Text(text)] => Cow::Borrowed(text),
        _ => Cow::Owned(plain_inline(line)),
    }
}

//! When the author edits while readers are midway: what stays, what is asked again, what is told. No answer is ever dropped silently.

use super::answer::Attempt;
use super::marking;
use super::pools::has_pools;
use super::sitting::Sitting;
use crate::bundle::{Bundle, Choice, Field, Interaction, Item, key};
use crate::id::{ItemId, OptionId};
use crate::journal::{Mark, Origin, Response};

/// An answer that fits no question any more. It is part of what the reader can copy and keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The item it was given to.
    pub item: ItemId,
    /// The answer.
    pub response: Response,
    /// The answer in words, as far as they were written down.
    pub words: String,
}

/// What an edit means for this reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which item.
    pub item: ItemId,
    /// What became of it.
    pub change: Change,
}

/// What became of an item since it was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Its text is another one. The answer is kept and may be given again.
    Reworded,
    /// Its key is another one. The answer is kept, marked anew, and may be given again.
    Rekeyed {
        /// The mark before, in grains.
        before: i64,
        /// The mark now, in grains.
        after: i64,
    },
    /// The answer does not fit any more: a chosen option is gone, or it is another kind of question. It is asked again.
    AskedAgain,
    /// The question is gone. In a running sitting it is out of the totals; a result keeps its mark.
    Removed,
    /// The question is new, and this result is without it.
    Added,
}

impl Attempt {
    /// Whether the author changed the item's text or key since.
    pub fn is_stale(&self, item: &Item) -> bool {
        self.differs(item, |of| &of.hashes.text, &item.hashes.text) || self.is_rekeyed(item)
    }

    fn is_rekeyed(&self, item: &Item) -> bool {
        self.differs(item, |of| &of.hashes.key, &item.hashes.key)
    }

    fn differs(&self, item: &Item, part: impl Fn(&Origin) -> &String, now: &str) -> bool {
        let known = |of: &&Origin| !of.hashes.is_empty() && !item.hashes.is_empty();
        self.of.as_ref().filter(known).is_some_and(|of| part(of) != now)
    }
}

impl Sitting {
    /// Whether an answer fits the item as it is now.
    pub(super) fn takes(&self, item: &Item, attempt: &Attempt) -> bool {
        let same_kind = !attempt.differs(item, |of| &of.hashes.shape, &item.hashes.shape);
        same_kind && fits(item, &attempt.response) && self.pool.contains(&item.id)
    }

    /// Puts an answer into the archive; the item, if there still is one, is unanswered again.
    pub(super) fn put_away(&mut self, item: &ItemId, response: &Response, words: &str) -> Option<()> {
        if self.is_finished() {
            return None;
        }
        if let Some(answer) = self.answers.get(item).filter(|answer| answer.draft.is_some() || !answer.attempts.is_empty()) {
            let kept = super::Answer { draft: None, attempts: Vec::new(), sure: None, gave_up: false, ..answer.clone() };
            self.answers.insert(item.clone(), kept);
        }
        self.tries.remove(item);
        self.archive.retain(|known| known.item != *item);
        self.archive.push(Archived { item: item.clone(), response: response.clone(), words: words.to_owned() });
        Some(())
    }

    /// A mark of a finished round: as it was, unless the key is another one since.
    pub(super) fn kept_mark(&self, bundle: &Bundle, mark: &Mark) -> Mark {
        let last = self.answers.get(&mark.item).and_then(|answer| answer.attempts.last());
        let rekeyed = bundle.item(&mark.item).filter(|item| last.is_some_and(|last| last.is_rekeyed(item)));
        rekeyed.map_or_else(|| mark.clone(), |item| self.mark_of(bundle, item))
    }

    /// What the reader should know of edits, in the order of the file; removed items last.
    pub fn notices(&self, bundle: &Bundle) -> Vec<Notice> {
        let changes = bundle.items.iter().filter_map(|item| Some(Notice { item: item.id.clone(), change: self.change(bundle, item)? }));
        let mut notices: Vec<Notice> = changes.collect();
        let archived = self.archive.iter().map(|archived| &archived.item);
        for item in archived.chain(self.marks.iter().map(|mark| &mark.item)) {
            if bundle.item(item).is_none() && notices.iter().all(|notice| notice.item != *item) {
                notices.push(Notice { item: item.clone(), change: Change::Removed });
            }
        }
        notices
    }

    /// What became of one item.
    pub fn change(&self, bundle: &Bundle, item: &Item) -> Option<Change> {
        let Some(last) = self.answers.get(&item.id).and_then(|answer| answer.attempts.last()) else {
            let added = self.is_finished() && !self.revision.is_empty() && self.revision != bundle.revision;
            let counts = !has_pools(bundle) && self.counted.contains(&item.id) && self.is_marked(bundle, item);
            return match self.archive.iter().any(|archived| archived.item == item.id) {
                true => Some(Change::AskedAgain),
                false => (added && counts && self.marks.iter().all(|mark| mark.item != item.id)).then_some(Change::Added),
            };
        };
        let after = marking::mark(item, &bundle.policy, &last.response);
        let before = last.of.as_ref().map_or(after, |of| of.mark);
        match last.is_rekeyed(item) || self.is_marked(bundle, item) && before != after {
            true => Some(Change::Rekeyed { before, after }),
            false => last.is_stale(item).then_some(Change::Reworded),
        }
    }
}

/// Whether a response has the form of the item's kind and names nothing that the item does not have.
pub fn fits(item: &Item, response: &Response) -> bool {
    let known = |ids: &[OptionId], all: &[Choice]| ids.iter().all(|id| all.iter().any(|option| option.id == *id));
    match (&item.interaction, response) {
        (Interaction::Single(c) | Interaction::Tf(c), Response::Options(ids)) => ids.len() < 2 && known(ids, &c.options),
        (Interaction::Multi(c), Response::Options(ids)) => known(ids, &c.options),
        (Interaction::Number(_) | Interaction::Text(_) | Interaction::Slider(_) | Interaction::Reflect(_), Response::Typed(_)) => true,
        (Interaction::Order(sequence), Response::Order(ids)) => {
            ids.len() == sequence.things.len() && sequence.things.iter().all(|thing| ids.contains(thing))
        }
        (Interaction::Match(pairs) | Interaction::Categorize(pairs), Response::Pairs(given)) => {
            given.iter().all(|(row, target)| pairs.rows.iter().any(|known| known.id == *row) && pairs.targets.contains(target))
        }
        (Interaction::Scale(scale), Response::Pairs(given)) => given.iter().all(|(row, step)| {
            let step = step.as_str().parse::<u32>().ok();
            scale.rows.iter().any(|known| known.id == *row) && step.is_some_and(|step| (1..=scale.steps).contains(&step))
        }),
        (Interaction::Cloze(cloze), Response::Blanks(given)) => given.iter().all(|(id, typed)| {
            let blank = cloze.blanks.iter().find(|blank| blank.id == *id);
            blank.is_some_and(|blank| match &blank.field {
                Field::Choice(options) => typed.norm.is_empty() || options.iter().any(|option| option.id.as_str() == typed.norm),
                Field::Text(_) | Field::Number(_) => true,
            })
        }),
        _ => false,
    }
}

/// What an answer to an item is an answer to, for the journal.
pub(super) fn origin(bundle: &Bundle, item: &Item, response: &Response) -> Origin {
    let mark = marking::mark(item, &bundle.policy, response);
    Origin { hashes: item.hashes.clone(), mark, words: words(bundle, item, response) }
}

/// An answer in words, without what the reader typed.
pub fn words(bundle: &Bundle, item: &Item, response: &Response) -> String {
    let name = |id: &OptionId| bundle.plain(&key::text(&item.id, id));
    let list: Vec<String> = match (response, &item.interaction) {
        (Response::Options(ids) | Response::Order(ids), _) => ids.iter().map(name).collect(),
        (Response::Pairs(pairs), Interaction::Scale(scale)) => {
            let step = |step: &OptionId| bundle.plain(&key::scale(&scale.name, step.as_str().parse().unwrap_or_default()));
            pairs.iter().map(|(row, at)| format!("{}: {}", name(row), step(at))).collect()
        }
        (Response::Pairs(pairs), _) => pairs.iter().map(|(row, target)| format!("{}: {}", name(row), name(target))).collect(),
        (Response::Typed(_) | Response::Blanks(_), _) => Vec::new(),
    };
    list.join("; ")
}

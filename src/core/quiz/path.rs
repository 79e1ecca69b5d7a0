//! The reader's way through the items: forward only, by what was answered so far.

use super::expression::holds;
use super::sitting::{Sitting, Step};
use crate::bundle::{Branch, Bundle, Item, Section, Target};
use crate::id::ItemId;

/// How far the reader is. Where all ways are equally long both bounds are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which question it is, counted from 1.
    pub number: usize,
    /// How many there are on the shortest way from here.
    pub at_least: usize,
    /// How many there are on the longest way from here.
    pub at_most: usize,
}

impl Sitting {
    /// Finds the path anew: after an answer, and where a round begins.
    pub(super) fn walk(&mut self, bundle: &Bundle) {
        let whole = self.pool.len() == self.drawn.len();
        self.asked = match whole && has_branches(bundle) {
            true => self.path(bundle),
            false => self.pool.clone(),
        };
        if whole {
            self.counted = self.asked.clone();
        }
    }

    /// Finds the path anew where it can have changed.
    pub(super) fn rewalk(&mut self, bundle: &Bundle) {
        if has_branches(bundle) {
            self.walk(bundle);
        }
    }

    fn path(&self, bundle: &Bundle) -> Vec<ItemId> {
        let pool = self.pool_items(bundle);
        let mut path = Vec::new();
        let mut at = 0;
        while let Some(item) = pool.get(at) {
            path.push(item.id.clone());
            let target = self.target(bundle, item, &path, ends_section(bundle, &pool, at));
            at = target.map_or(at + 1, |target| place_of(bundle, &pool, target, at));
        }
        path
    }

    /// The items of the pool. Each is looked for behind the one before: most pools are in the order of the file.
    fn pool_items<'a>(&self, bundle: &'a Bundle) -> Vec<&'a Item> {
        let mut from = 0;
        let mut items = Vec::with_capacity(self.pool.len());
        for id in &self.pool {
            let (before, behind) = bundle.items.split_at(from.min(bundle.items.len()));
            let found = behind.iter().position(|item| item.id == *id).map(|at| at + before.len());
            if let Some(at) = found.or_else(|| before.iter().position(|item| item.id == *id)) {
                items.extend(bundle.items.get(at));
                from = at + 1;
            }
        }
        items
    }

    /// Where the reader goes after an item, if not simply on: by the chosen option, the item's lines from the top, the section.
    fn target<'a>(&self, bundle: &'a Bundle, item: &'a Item, path: &[ItemId], section: Option<&'a Section>) -> Option<&'a Target> {
        let last = self.answers.get(&item.id).and_then(|answer| answer.attempts.last());
        let chosen = last.and_then(|last| item.interaction.options().iter().find(|o| o.then.is_some() && last.response.has(&o.id)));
        let open = |branch: &&Branch| branch.when.as_ref().is_none_or(|when| holds(when, bundle, self, path));
        let by_option = chosen.and_then(|option| option.then.as_ref());
        by_option.or_else(|| item.branches.iter().find(open).map(|branch| &branch.to)).or_else(|| section?.then.as_ref())
    }

    /// How far the reader is in this round; `None` where the result is shown.
    pub fn progress(&self, bundle: &Bundle) -> Option<Progress> {
        let position = self.position()?;
        let mut progress = Progress { number: position + 1, at_least: self.asked.len(), at_most: self.asked.len() };
        if self.pool.len() == self.drawn.len() && has_branches(bundle) {
            let here = self.pool.iter().position(|id| self.asked.get(position) == Some(id))?;
            let (least, most) = self.rest(bundle, here);
            (progress.at_least, progress.at_most) = (position + least, position + most);
        }
        Some(progress)
    }

    /// The shortest and the longest way from a place of the pool to the end, in items, this one among them.
    fn rest(&self, bundle: &Bundle, here: usize) -> (usize, usize) {
        let pool = self.pool_items(bundle);
        let len = pool.len();
        let mut ways = vec![(0, 0); len + 1];
        for at in (here..len).rev() {
            let item = pool[at];
            let section = ends_section(bundle, &pool, at).and_then(|section| section.then.as_ref());
            let goes_on = item.branches.iter().all(|branch| branch.when.is_some());
            let options = item.interaction.options().iter().filter_map(|option| option.then.as_ref());
            let targets = options.chain(item.branches.iter().map(|branch| &branch.to)).chain(section.filter(|_| goes_on));
            let mut places: Vec<usize> = targets.map(|target| place_of(bundle, &pool, target, at)).collect();
            if goes_on && section.is_none() {
                places.push(at + 1);
            }
            let least = places.iter().map(|&place| ways[place].0).min().unwrap_or(0);
            let most = places.iter().map(|&place| ways[place].1).max().unwrap_or(0);
            ways[at] = (least + 1, most + 1);
        }
        ways.get(here).copied().unwrap_or_default()
    }

    /// The question after the present one in this round.
    pub fn after(&self) -> Option<&ItemId> {
        self.asked.get(self.position()? + 1)
    }

    /// The question before the present one in this round.
    pub fn before(&self) -> Option<&ItemId> {
        self.asked.get(self.position()?.checked_sub(1)?)
    }

    /// Which question of this round is on the screen, counted from 0.
    pub fn position(&self) -> Option<usize> {
        let Step::Item(id) = &self.step else { return None };
        self.asked.iter().position(|asked| asked == id)
    }
}

/// The section that the item at this place of the pool is the last one of, if it is.
fn ends_section<'a>(bundle: &'a Bundle, pool: &[&Item], at: usize) -> Option<&'a Section> {
    let section = |at: usize| pool.get(at).and_then(|item| item.section.as_ref());
    let own = section(at)?;
    (section(at + 1) != Some(own)).then(|| bundle.sections.iter().find(|known| known.id == *own)).flatten()
}

/// The place of a target in the pool, always behind `at`. One that was not drawn means the next drawn item after it in the file.
fn place_of(bundle: &Bundle, pool: &[&Item], target: &Target, at: usize) -> usize {
    let Target::Item(id) = target else { return pool.len() };
    let is_it = |item: &Item| item.id == *id || item.section.as_ref() == Some(id);
    let Some(from) = bundle.items.iter().position(is_it) else { return at + 1 };
    let later = bundle.items.iter().skip(from);
    let mut places = later.filter_map(|item| pool.iter().position(|known| known.id == item.id).filter(|&place| place > at));
    places.next().unwrap_or(pool.len())
}

/// Whether not everybody goes the same way.
fn has_branches(bundle: &Bundle) -> bool {
    let leads = |item: &Item| !item.branches.is_empty() || item.interaction.options().iter().any(|option| option.then.is_some());
    bundle.sections.iter().any(|section| section.then.is_some()) || bundle.items.iter().any(leads)
}

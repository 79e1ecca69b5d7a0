//! The order in which options, things, rows and targets are shown: as written, or keyed by the sitting's seed.

use super::rebase::fits;
use super::sitting::Sitting;
use crate::bundle::{Bundle, Choice, Interaction, Item, Order, Pairs, Place};
use crate::id::OptionId;
use crate::journal::Response;
use crate::random::{draw, site};
use crate::table::Table;

/// Indices into the item's options in the order to show them.
///
/// Every unpinned option gets the key draw(seed, 0, round, `order/<item>/<option>`); sorted by (key, id) they fill the
/// unpinned places. Every order is equally likely, and a new option leaves the others in their relative order.
pub fn option_order(item: &Item, seed: u32, round: u32) -> Vec<usize> {
    let Some(choices) = item.interaction.choices() else { return Vec::new() };
    let options = &choices.options;
    let free = |i: &usize| choices.order == Order::Shuffled && options.get(*i).is_some_and(|o| o.place == Place::Free);
    let keyed = |i: usize| options.get(i).map(|o| ((key(item, o, seed, round), o.id.clone()), i));
    let shuffled: Table<_, usize> = (0..options.len()).filter(free).filter_map(keyed).collect();
    let mut next = shuffled.iter().map(|(_, &i)| i);
    (0..options.len()).map(|i| if free(&i) { next.next().unwrap_or(i) } else { i }).collect()
}

/// Indices into the things of an ordering in the order to show them: by (key, id) in the first world 0, 1, 2 ... that does not give
/// the right order away.
pub fn thing_order(item: &Item, things: &[OptionId], seed: u32, round: u32) -> Vec<usize> {
    let given = |order: &[usize]| order.iter().enumerate().all(|(n, &at)| n == at);
    let order = (0..8).map(|world| by_key(item, things, seed, world, round)).find(|order| !given(order));
    order.unwrap_or_else(|| (0..things.len()).rev().collect())
}

/// Indices into the rows or targets of pairs in the order to show them.
pub fn pair_order(item: &Item, ids: &[OptionId], order: Order, seed: u32, round: u32) -> Vec<usize> {
    match order {
        Order::Fixed => (0..ids.len()).collect(),
        Order::Shuffled => by_key(item, ids, seed, 0, round),
    }
}

fn by_key(item: &Item, ids: &[OptionId], seed: u32, world: u32, round: u32) -> Vec<usize> {
    let key = |id: &OptionId| (draw(seed, world, round, site(&format!("order/{}/{id}", item.id))), id.clone());
    let keys: Table<_, usize> = ids.iter().enumerate().map(|(at, id)| (key(id), at)).collect();
    keys.iter().map(|(_, &at)| at).collect()
}

fn key(item: &Item, option: &Choice, seed: u32, round: u32) -> u32 {
    draw(seed, 0, round, site(&format!("order/{}/{}", item.id, option.id)))
}

impl Sitting {
    /// Indices into an item's options in the order to show them.
    ///
    /// The first question a reader ever sees is in the prerendered page, which is the same for everybody: it has the order of
    /// seed 0, so that nothing moves when the player takes over.
    pub fn option_order(&self, _: &Bundle, item: &Item) -> Vec<usize> {
        option_order(item, self.seed_of(item), self.round)
    }

    /// The things of an ordering as the reader has put them by now, at first in a keyed random order.
    pub fn thing_order(&self, _: &Bundle, item: &Item) -> Vec<OptionId> {
        let Interaction::Order(sequence) = &item.interaction else { return Vec::new() };
        if let Some(Response::Order(things)) = self.response(&item.id).filter(|response| fits(item, response)) {
            return things.clone();
        }
        let order = thing_order(item, &sequence.things, self.seed_of(item), self.round);
        order.into_iter().filter_map(|at| sequence.things.get(at).cloned()).collect()
    }

    /// Indices into the rows of a matching or grouping in the order to show them.
    pub fn row_order(&self, _: &Bundle, item: &Item) -> Vec<usize> {
        self.pair_order(item, |pairs| pairs.rows.iter().map(|row| row.id.clone()).collect())
    }

    /// Indices into the targets of a matching or grouping in the order to show them.
    pub fn target_order(&self, _: &Bundle, item: &Item) -> Vec<usize> {
        self.pair_order(item, |pairs| pairs.targets.clone())
    }

    fn pair_order(&self, item: &Item, ids: impl Fn(&Pairs) -> Vec<OptionId>) -> Vec<usize> {
        match &item.interaction {
            Interaction::Match(pairs) | Interaction::Categorize(pairs) => {
                pair_order(item, &ids(pairs), pairs.order, self.seed_of(item), self.round)
            }
            _ => Vec::new(),
        }
    }

    fn seed_of(&self, item: &Item) -> u32 {
        let prerendered = self.earlier == 0 && self.round == 0 && self.drawn.first() == Some(&item.id);
        if prerendered { 0 } else { self.seed }
    }
}

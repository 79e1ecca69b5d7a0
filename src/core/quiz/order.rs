//! The order in which options are shown: as written, or keyed by the sitting's seed.

use crate::bundle::{Choice, Item, Order, Place};
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

fn key(item: &Item, option: &Choice, seed: u32, round: u32) -> u32 {
    draw(seed, 0, round, site(&format!("order/{}/{}", item.id, option.id)))
}

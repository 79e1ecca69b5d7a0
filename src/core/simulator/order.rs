//! The order in which a card's options are shown: keyed by the play's seed, because a fixed place would give the habit away.

use super::Card;
use crate::bundle::Place;
use crate::random::{draw, site};
use crate::table::Table;

/// Places of a card's options in the order to show them.
///
/// Every unpinned option gets the key draw(seed, 0, 0, `order/<card>.<option>`); sorted by (key, id) they fill the unpinned places.
pub fn option_order(card: &Card, seed: u32) -> Vec<usize> {
    let free = |at: usize| card.options.get(at).is_some_and(|option| option.place == Place::Free);
    let key = |at: usize| {
        let id = &card.options.get(at)?.id;
        Some(((draw(seed, 0, 0, site(&format!("order/{}.{id}", card.id))), id.clone()), at))
    };
    let keyed: Table<_, usize> = (0..card.options.len()).filter(|at| free(*at)).filter_map(key).collect();
    let mut next = keyed.iter().map(|(_, &at)| at);
    (0..card.options.len()).map(|at| if free(at) { next.next().unwrap_or(at) } else { at }).collect()
}

//! Which items a sitting takes, and in which order: pools and shuffles, keyed by the sitting's seed.

use crate::bundle::{Bundle, Drawn, Item, Order};
use crate::id::ItemId;
use crate::random::{draw, site};
use crate::table::Table;

/// The items of a sitting in the order to show them; `known` are those recorded when it began, if any.
///
/// Of a pool of n the sitting takes the items that are always in it, then those recorded, then the smallest keys at
/// `pool/<section>/<item>`. Parts come with the item they belong to. The first question of a first sitting is in the prerendered page,
/// the same for everybody: it is that of seed 0, so that nothing moves when the player takes over.
pub(super) fn drawn(bundle: &Bundle, seed: u32, earlier: u32, known: &[ItemId]) -> Vec<ItemId> {
    let first = match (earlier, known.first()) {
        (0, None) => shuffled(bundle, &taken(bundle, 0, &[], None), 0, 0).first().copied(),
        (0, Some(first)) => bundle.items.iter().position(|item| item.id == *first),
        _ => None,
    };
    let heads = taken(bundle, seed, known, first);
    with_parts(bundle, &ahead(shuffled(bundle, &heads, seed, 0), first))
}

/// Some items of a sitting in the order of another round.
pub(super) fn ordered(bundle: &Bundle, items: &[ItemId], seed: u32, round: u32) -> Vec<ItemId> {
    let has = |head: &usize| with_parts(bundle, &[*head]).iter().any(|id| items.contains(id));
    let heads: Vec<usize> = heads(bundle).into_iter().filter(has).collect();
    let order = with_parts(bundle, &shuffled(bundle, &heads, seed, round));
    order.into_iter().filter(|id| items.contains(id)).collect()
}

/// Whether sittings take some of the items only.
pub(super) fn has_pools(bundle: &Bundle) -> bool {
    bundle.policy.draw.is_some() || bundle.sections.iter().any(|section| section.draw.is_some())
}

/// Indices of the items that are no part of another one.
fn heads(bundle: &Bundle) -> Vec<usize> {
    (0..bundle.items.len()).filter(|&at| bundle.items.get(at).is_some_and(|item| item.part_of.is_none())).collect()
}

/// The heads of a sitting in the order of the file.
fn taken(bundle: &Bundle, seed: u32, known: &[ItemId], first: Option<usize>) -> Vec<usize> {
    let mut taken = heads(bundle);
    if !has_pools(bundle) {
        return taken;
    }
    let chosen = |of: Vec<usize>, n: u32, name: &str| -> Vec<usize> {
        let rank = |at: usize, item: &Item| match item.drawn == Drawn::Always || first == Some(at) {
            true => 0,
            false if known.contains(&item.id) => 1,
            false => 2,
        };
        let key = |at: usize, item: &Item| (rank(at, item), draw(seed, 0, 0, site(&format!("pool/{name}/{}", item.id))), item.id.clone());
        let keys: Table<_, usize> = of.iter().filter_map(|&at| Some((key(at, bundle.items.get(at)?), at))).collect();
        let kept = keys.iter().enumerate().filter(|(place, ((rank, ..), _))| *place < n as usize || *rank < 2);
        let kept: Vec<usize> = kept.map(|(_, (_, &at))| at).collect();
        of.into_iter().filter(|at| kept.contains(at)).collect()
    };
    for section in &bundle.sections {
        if let Some(n) = section.draw {
            let inside = |at: &usize| bundle.items.get(*at).is_some_and(|item| item.section.as_ref() == Some(&section.id));
            let (of, rest): (Vec<usize>, Vec<usize>) = taken.into_iter().partition(inside);
            let of = chosen(of, n, section.id.as_str());
            taken = heads(bundle).into_iter().filter(|at| of.contains(at) || rest.contains(at)).collect();
        }
    }
    if let Some(n) = bundle.policy.draw {
        taken = chosen(taken, n, "");
    }
    taken
}

fn ahead(mut heads: Vec<usize>, first: Option<usize>) -> Vec<usize> {
    if let Some(place) = first.and_then(|first| heads.iter().position(|&at| at == first)) {
        heads[..=place].rotate_right(1);
    }
    heads
}

/// Heads in the order of the file, in the order to show them: section by section, by (key, id) at `order/<section>/<item>` where they are shuffled.
fn shuffled(bundle: &Bundle, heads: &[usize], seed: u32, round: u32) -> Vec<usize> {
    let section = |at: usize| bundle.items.get(at).and_then(|item| item.section.as_ref());
    let mut order = Vec::with_capacity(heads.len());
    for group in heads.chunk_by(|a, b| section(*a) == section(*b)) {
        let id = group.first().and_then(|&at| section(at));
        let own = bundle.sections.iter().any(|known| Some(&known.id) == id && known.order == Order::Shuffled);
        if !own && bundle.policy.order == Order::Fixed {
            order.extend_from_slice(group);
            continue;
        }
        let name = id.map_or("", ItemId::as_str);
        let key = |item: &Item| (draw(seed, 0, round, site(&format!("order/{name}/{}", item.id))), item.id.clone());
        let keys: Table<_, usize> = group.iter().filter_map(|&at| Some((key(bundle.items.get(at)?), at))).collect();
        order.extend(keys.iter().map(|(_, &at)| at));
    }
    order
}

/// The ids of heads, each followed by its parts.
fn with_parts(bundle: &Bundle, heads: &[usize]) -> Vec<ItemId> {
    let mut ids = Vec::new();
    // Few items have parts, and a quiz has up to 500 items.
    let parts: Vec<&Item> = bundle.items.iter().filter(|item| item.part_of.is_some()).collect();
    for head in heads.iter().filter_map(|&at| bundle.items.get(at)) {
        ids.push(head.id.clone());
        ids.extend(parts.iter().filter(|part| part.part_of.as_ref() == Some(&head.id)).map(|part| part.id.clone()));
    }
    ids
}

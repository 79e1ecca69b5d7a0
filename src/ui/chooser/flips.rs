//! What would turn it around: the smallest set of answers whose mirroring changes the side, as a sentence with links to them.

use super::{View, Wish, subheading};
use crate::ui::live::live;
use crate::ui::part::{button, part};
use waypost_core::chooser::bundle::key;
use waypost_core::id::ItemId;
use yew::prelude::*;

/// The sentence and the links; nothing where it was not worked out.
pub(super) fn flips(view: &View) -> Html {
    let Some(found) = &view.aside.flips else { return Html::default() };
    let words = view.words;
    let sentence = match found.len() {
        0 => words.flip_none.to_owned(),
        1 => words.flip_one.to_owned(),
        n => words.count(words.flip_many, n),
    };
    let link = |pair: &ItemId| {
        let asked = view.chooser.plain(&key::prompt(pair));
        part("li", "", vec![button("wp-quiet wp-link", "open", vec![live(asked)], view.wish(Wish::Open(pair.clone())))])
    };
    let links = part("ul", "wp-flips", found.iter().map(link).collect());
    part("section", "wp-part", vec![subheading(words.flips), part("p", "wp-finding", vec![live(sentence)]), links])
}

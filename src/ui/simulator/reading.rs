//! The simulation to read: every decision with what follows, for pages without script, for print, and for when the player fails.

use super::View;
use super::card::said;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::text::{blocks, lines};
use waypost_core::simulator::{Card, Choice, key};
use yew::prelude::*;

/// All cards. The first one's situation stands above already; here its ways have what follows too.
pub(super) fn rest(view: &View) -> Html {
    let card = |(turn, card): (usize, &Card)| {
        let title =
            with("h3", &["class", "dir"], vec!["wp-stem".into(), "auto".into()], vec![view.bundle.plain(&key::title(&card.id)).into()]);
        let mut parts = vec![part("p", "wp-position", vec![live(view.turn(turn))]), title];
        if turn > 0 {
            parts.push(blocks(view.bundle.text(&key::situation(&card.id))));
        }
        parts.push(part("ul", "wp-ways", card.options.iter().map(|option| way(view, card, option)).collect()));
        parts.push(said(view.words.takeaway, view.bundle.text(&key::takeaway(&card.id))));
        part("li", "wp-read", parts)
    };
    let cards = view.bundle.cards.iter().enumerate().map(card).collect();
    part("section", "wp-all", vec![part("h2", "wp-title", vec![live(view.words.all_cards)]), part("ol", "wp-reads", cards)])
}

/// An option with what follows, closed until asked for.
fn way(view: &View, card: &Card, option: &Choice) -> Html {
    let text = |key: String| view.bundle.text(&key);
    let follows = vec![
        part("summary", "", vec![live(view.words.what_follows)]),
        blocks(text(key::told(&card.id, &option.id))),
        said(view.words.when_it_goes_well, text(key::came(&card.id, &option.id))),
        said(view.words.when_it_does_not, text(key::failed(&card.id, &option.id))),
    ];
    part("li", "", vec![lines(text(key::text(&card.id, &option.id))), part("details", "wp-answer", follows)])
}

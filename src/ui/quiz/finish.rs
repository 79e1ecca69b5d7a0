//! Before the end of a round in which answers may still be changed: what is open, and the button that ends it.

use super::{View, actions};
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::bundle::{Interaction, Item};
use waypost_core::id::ItemId;
use waypost_core::quiz::{Flag, Msg, Step};
use yew::prelude::*;

/// What is not answered or marked for later, with the ways there, and Finish.
pub(super) fn finish(view: &View) -> Html {
    let (words, sitting) = (view.words, view.sitting);
    let open: Vec<(usize, &ItemId)> = sitting.asked.iter().enumerate().filter(|(_, id)| is_open(view, id)).collect();
    let flagged = |id: &ItemId| sitting.answers.get(id).is_some_and(|answer| answer.flag == Flag::Up);
    let elsewhere = |id: &ItemId| sitting.step != Step::Item(id.clone());
    let listed = sitting.asked.iter().enumerate().filter(|(_, id)| elsewhere(id) && (is_open(view, id) || flagged(id)));
    let way = |(at, id): (usize, &ItemId)| {
        let mut name = words.position(at + 1, sitting.asked.len(), 0);
        if flagged(id) {
            name = format!("{name} ({})", words.flagged);
        }
        part("li", "", vec![view.quiet("goto", name, Msg::GoTo(id.clone()))])
    };
    let said = match open.len() {
        0 => words.finish_all.to_owned(),
        count => words.count(words.finish_open, count as u64),
    };
    let back = part("span", "wp-moves", vec![actions::back(view)]);
    part(
        "div",
        "wp-finish",
        vec![
            part("h3", "wp-section-title", vec![live(words.finish_title)]),
            part("p", "", vec![live(said)]),
            part("ul", "wp-ways", listed.map(way).collect()),
            part("div", "wp-actions", vec![view.primary("finish", words.finish, Msg::Finish), back]),
        ],
    )
}

/// Whether something could be answered and is not.
fn is_open(view: &View, id: &ItemId) -> bool {
    let asks = |item: &Item| !matches!(item.interaction, Interaction::Info {});
    view.bundle.item(id).is_some_and(asks) && view.sitting.response(id).is_none_or(|response| response.is_empty())
}

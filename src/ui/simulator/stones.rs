//! Where the reader is in time: a stone a turn, with the words beside them, and the decisions so far.

use super::View;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use yew::prelude::*;

/// "Quarter 3 of 8" and the stones; the present one is filled, those behind it are closed.
pub(super) fn stones(view: &View, turn: usize) -> Html {
    let total = view.bundle.turns();
    let stone = |at: usize| {
        let state = match at {
            at if at < turn => "past",
            at if at == turn => "now",
            _ => "ahead",
        };
        with("i", &["data-stone"], vec![state.into()], Vec::new())
    };
    let row = with("span", &["class", "aria-hidden"], vec!["wp-stones".into(), "true".into()], (0..total).map(stone).collect());
    let position = part("span", "wp-position", vec![live(view.words.position(&view.bundle.turn_name, turn, total))]);
    part("p", "wp-where", vec![position, row])
}

/// The decisions so far, closed until asked for, with how many were taken back.
pub(super) fn timeline(view: &View, until: usize) -> Html {
    let made = view.play.choices.iter().enumerate().take(until);
    let row = |(turn, place): (usize, &usize)| {
        let title = part("strong", "", vec![live(view.title(turn))]);
        with("li", &["dir"], vec!["auto".into()], vec![title, " ".into(), live(view.option(turn, *place))])
    };
    let rows: Vec<Html> = made.map(row).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let mut parts = vec![part("summary", "", vec![live(view.words.timeline)]), part("ol", "wp-timeline", rows)];
    if view.play.undone > 0 {
        parts.push(part("p", "wp-aside", vec![live(view.words.count(view.words.undone, view.play.undone.into()))]));
    }
    part("details", "wp-more", parts)
}

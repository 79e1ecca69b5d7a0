//! The gut once more, with both answers known; a coin for those who are still even.

use super::{View, Wish, actions, card, heading, note, start, when};
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::chooser::journal::Phase;
use waypost_core::chooser::{Msg, Verdict};
use yew::prelude::*;

/// The screen.
pub(super) fn after(view: &View) -> Html {
    let words = view.words;
    let mut parts = vec![heading(words.gut_again), note(words.choose_note), start::gut(view, Phase::After)];
    let leans = view.state.evidence(view.chooser).is_some_and(|evidence| matches!(evidence.verdict, Verdict::Leans(_)));
    parts.push(when(!leans, || coin(view)));
    parts.push(when(view.state.gut.after.lean.is_some(), || start::checks(view, Phase::After)));
    parts.push(actions(vec![view.primary("next", words.to_choice, Msg::Next), view.quiet("back", words.back, Msg::Back)]));
    card(view, "after", parts)
}

/// What it says is not the point: which side one hopes for is.
fn coin(view: &View) -> Html {
    let said = view.aside.coin.map(|side| {
        let words = view.words.about(view.words.coin_says, "pole", &view.short(side));
        part("p", "wp-finding", vec![live(words)])
    });
    let toss = view.other("coin", view.words.coin, Wish::Coin);
    part("div", "wp-coin", std::iter::once(toss).chain(said).collect())
}

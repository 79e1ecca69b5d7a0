//! What matters to the reader: a rating for each dimension, up to two concerns of their own, and apart from these the facts.

use super::control::{Layout, Radio, label, radios};
use super::{View, Wish, actions, card, heading, note, subheading, when};
use crate::ui::live::live;
use crate::ui::part::{button, part};
use crate::ui::text::blocks;
use waypost_core::chooser::bundle::{Fact, key};
use waypost_core::chooser::journal::Holds;
use waypost_core::chooser::{CONCERNS, Concern, Msg, Side};
use waypost_core::id::ItemId;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The screen.
pub(super) fn matters(view: &View) -> Html {
    let Some(adaptive) = view.chooser.adaptive() else { return Html::default() };
    let mut parts = vec![heading(view.words.matters), note(view.words.matters_note)];
    parts.extend(adaptive.dimensions.iter().map(|dimension| rating(view, dimension)));
    parts.push(own(view));
    if !adaptive.facts.is_empty() {
        parts.push(facts(view, &adaptive.facts));
    }
    let on = if view.state.revealed.is_some() { view.words.see_result } else { view.words.to_pairs };
    parts.push(actions(vec![view.primary("next", on, Msg::Next), view.quiet("back", view.words.back, Msg::Back)]));
    card(view, "matters", parts)
}

fn rating(view: &View, dimension: &ItemId) -> Html {
    let now = view.state.ratings.get(dimension).copied();
    let radio =
        |(rating, words): (u32, &'static str)| Radio::new(rating, words, now == Some(rating), Msg::Weigh(dimension.clone(), rating));
    let all = (0..).zip(view.words.ratings()).map(radio).collect();
    let about = part("span", "wp-instruction", vec![live(view.chooser.plain(&key::intro(dimension)))]);
    let legend = part("span", "", vec![label(view.chooser.plain(&key::title(dimension))), about]);
    radios(view, dimension.as_str(), legend, Layout::Line, all)
}

/// Concerns of the reader's own, and the field for another one.
fn own(view: &View) -> Html {
    let mut parts = vec![subheading(view.words.own), note(view.words.own_note)];
    parts.push(view.state.concerns.iter().map(|concern| known(view, concern)).collect());
    parts.push(when(view.state.concerns.len() < CONCERNS.len(), || field(view)));
    part("div", "wp-own", parts)
}

fn field(view: &View) -> Html {
    let on = view.on.clone();
    let oninput = Callback::from(move |event: InputEvent| on.emit(Wish::Typed(event.target_unchecked_into::<HtmlInputElement>().value())));
    let add = button("wp-quiet", "add", vec![live(view.words.own_add)], view.wish(Wish::AddOwn));
    html! {
        <div class="wp-entry">
            <label>
                <span class="wp-label">{ live(view.words.own_label) }</span>
                <input class="wp-text" type="text" maxlength="80" dir="auto" autocomplete="off" value={view.aside.typed.clone()} {oninput} />
            </label>
            { add }
        </div>
    }
}

/// A concern: how much it matters, and which way serves it.
fn known(view: &View, concern: &Concern) -> Html {
    let id = &concern.id;
    let rating =
        |(rating, words): (u32, &'static str)| Radio::new(rating, words, concern.rating == rating, Msg::RateConcern(id.clone(), rating));
    let ratings = radios(
        view,
        &format!("{id}-matters"),
        label(view.words.own_matters),
        Layout::Line,
        (0..).zip(view.words.ratings()).map(rating).collect(),
    );
    let ways =
        [(view.words.much_more, Side::A), (view.words.bit_more, Side::A), (view.words.bit_more, Side::B), (view.words.much_more, Side::B)];
    let way = |(answer, (words, side)): (u32, (&'static str, Side))| {
        let words = format!("{words} {}", view.short(side));
        Radio::new(answer, words, concern.answer == Some(answer), Msg::AnswerConcern(id.clone(), answer))
    };
    let ways = radios(view, &format!("{id}-serves"), label(view.words.own_serves), Layout::Line, (0..).zip(ways).map(way).collect());
    let name = part(
        "p",
        "wp-own-name",
        vec![live(concern.label.clone()), view.quiet("remove", view.words.own_remove, Msg::DropConcern(id.clone()))],
    );
    html! { <div class="wp-concern" key={id.0.clone()}>{ name }{ ratings }{ ways }</div> }
}

/// What is so, apart from what is liked.
fn facts(view: &View, facts: &[Fact]) -> Html {
    let fact = |fact: &Fact| {
        let now = view.state.facts.get(&fact.id).copied();
        let radio =
            |holds: Holds, words: &'static str| Radio::new(holds.name(), words, now == Some(holds), Msg::Fact(fact.id.clone(), holds));
        let all = vec![radio(Holds::Yes, view.words.yes), radio(Holds::No, view.words.no), radio(Holds::Unknown, view.words.unknown)];
        radios(view, fact.id.as_str(), label(view.chooser.plain(&key::prompt(&fact.id))), Layout::Short, all)
    };
    let mut parts = vec![subheading(view.chooser.plain(key::FACTS)), blocks(view.chooser.text(key::FACTS_INTRO))];
    parts.extend(facts.iter().map(fact));
    part("div", "wp-facts", parts)
}

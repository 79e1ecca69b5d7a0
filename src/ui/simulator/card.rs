//! A card: where the reader is, the situation, the ways to meet it in a keyed order, and the gauges.

use super::gauges::gauges;
use super::stones::{stones, timeline};
use super::{Link, View, Wish, from, introduction, welcome};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::root::{Arrival, Surface};
use crate::ui::text::{blocks, lines};
use waypost_core::simulator::{Card, Choice, key, option_order};
use yew::prelude::*;

/// The card of a turn, to be decided.
pub(super) fn card(view: &View, turn: usize) -> Html {
    let Some(card) = view.bundle.cards.get(turn) else { return Html::default() };
    let mut head = Vec::new();
    if view.arrival == Arrival::Returned {
        let position = view.words.position(&view.bundle.turn_name, turn, view.bundle.turns());
        head.push(welcome(view, view.words.say(view.words.welcome_back, &[("position", &position)])));
    }
    match view.link {
        Link::None => {}
        Link::World => head.push(part("p", "wp-changes", vec![live(view.words.shared_world)])),
        Link::OtherVersion => head.push(part("p", "wp-changes", vec![live(view.words.other_version)])),
    }
    match turn {
        0 => head.extend([introduction(view), from(view)]),
        // Later the title is only heard: the headings of a card need one above them.
        _ => head.push(with("h2", &["class", "dir"], vec!["wp-hidden".into(), "auto".into()], vec![view.bundle.title.clone().into()])),
    }
    head.push(stones(view, turn));
    let after = turn.checked_sub(1);
    let body = part("div", "wp-table", vec![part("div", "wp-scene", vec![question(view, card), actions(view, turn)]), gauges(view, after)]);
    // Another card, or the same one in another play, is another element: no state of the old inputs survives.
    let key = format!("{}-{}", view.play.earlier, card.id);
    html! {
        <section class="wp-card" key={key}>
            { part("div", "wp-head", head) }
            { with("div", &["class", "data-item"], vec!["wp-item".into(), card.id.0.clone().into()], vec![body]) }
            { timeline(view, turn) }
        </section>
    }
}

fn question(view: &View, card: &Card) -> Html {
    let title = view.bundle.plain(&key::title(&card.id));
    let order = option_order(card, view.play.seed);
    let options = order.into_iter().filter_map(|place| card.options.get(place)).map(|option| way(view, card, option));
    html! {
        <fieldset class="wp-question">
            <legend>
                <span class="wp-stem" role="heading" aria-level="3" tabindex="-1" dir="auto">{ title }</span>
            </legend>
            <div class="wp-situation">{ blocks(view.bundle.text(&key::situation(&card.id))) }</div>
            <p class="wp-instruction">{ live(view.words.what_now) }</p>
            <div class="wp-options">{ for options }</div>
        </fieldset>
    }
}

/// One way, as a radio button whose whole row is its label. Nothing here says what comes of it.
fn way(view: &View, card: &Card, option: &Choice) -> Html {
    let picked = view.play.picked.as_ref() == Some(&option.id);
    let text = view.bundle.text(&key::text(&card.id, &option.id));
    let name = format!("{}-{}", view.prefix, card.id);
    // Before the player is there, the shell writes this into the journal.
    let write = (view.surface != Surface::Live).then(|| format!(r#"{{"draft":{{"card":"{}","option":"{}"}}}}"#, card.id, option.id));
    let pick = view.send(Wish::Pick(option.id.clone()));
    html! {
        <div class="wp-option" data-option={option.id.0.clone()} key={option.id.as_str()}>
            <label>
                <input type="radio" {name} value={option.id.0.clone()} checked={picked} data-write={write} onchange={pick} />
                <span>{ lines(text) }</span>
            </label>
        </div>
    }
}

fn actions(view: &View, turn: usize) -> Html {
    let mut parts = vec![view.primary("check", view.words.decide, Wish::Decide)];
    if turn > 0 {
        parts.push(view.quiet("back", view.words.back, Wish::Back));
    }
    part("div", "wp-actions", parts)
}

/// A text for readers without a player: what kind of text this is stands in front of it.
pub(super) fn said(words: &'static str, text: &[waypost_core::text::Block]) -> Html {
    match text.is_empty() {
        true => Html::default(),
        false => part("div", "wp-said", vec![part("p", "wp-aside", vec![live(words)]), blocks(text)]),
    }
}

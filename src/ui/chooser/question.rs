//! A question of a profile, and the one asked among tied outcomes.

use super::control::{Layout, Radio, radios, stem};
use super::{View, actions, card, heading};
use crate::ui::Surface;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::text::{blocks, lines};
use waypost_core::chooser::bundle::{Question, Takes, WeightedOption, key};
use waypost_core::chooser::journal::Action;
use waypost_core::chooser::{Msg, Settled};
use waypost_core::id::ItemId;
use waypost_core::write::Write;
use yew::prelude::*;

/// The screen of a question.
pub(super) fn ask(view: &View, id: &ItemId) -> Html {
    let Some(question) = view.chooser.weighted().and_then(|weighted| weighted.question(id)) else { return Html::default() };
    let buttons = vec![view.primary("next", view.words.next, Msg::Next), view.quiet("back", view.words.back, Msg::Back)];
    card(view, &format!("ask {id}"), vec![field(view, question), actions(buttons)])
}

/// Where the reader is, the question and its options.
pub(super) fn field(view: &View, question: &Question) -> Html {
    let total = view.chooser.weighted().map_or(0, |weighted| weighted.questions.len());
    let at = view
        .chooser
        .weighted()
        .and_then(|weighted| weighted.questions.iter().position(|known| known.id == question.id))
        .unwrap_or_default();
    let words = view.words.say(view.words.question, &[("n", &(at + 1).to_string()), ("total", &total.to_string())]);
    let progress = vec!["wp-progress".into(), at.to_string().into(), total.to_string().into(), "true".into()];
    let position = vec![
        part("p", "wp-position", vec![live(words)]),
        with("progress", &["class", "value", "max", "aria-hidden"], progress, Vec::new()),
    ];
    let legend = stem(view.chooser.plain(&key::prompt(&question.id)));
    let body = blocks(view.chooser.text(&key::body(&question.id)));
    let options = match question.takes {
        Takes::One => radios(
            view,
            question.id.as_str(),
            legend,
            Layout::Rows,
            question.options.iter().map(|option| radio(view, question, option)).collect(),
        ),
        Takes::Many => boxes(view, question, legend),
    };
    part("div", "", vec![part("div", "wp-head", position), body, options])
}

fn is_set(view: &View, question: &Question, option: &WeightedOption) -> bool {
    view.state.answers.get(&question.id).is_some_and(|chosen| chosen.contains(&option.id))
}

fn radio(view: &View, question: &Question, option: &WeightedOption) -> Radio {
    let early = Action::Answer { question: question.id.clone(), options: vec![option.id.clone()] };
    let label = lines(view.chooser.text(&key::text(&question.id, &option.id)));
    let msg = Msg::Toggle(question.id.clone(), option.id.clone());
    Radio { value: option.id.0.clone(), label, set: is_set(view, question, option), msg, early: Some(early) }
}

/// Any number of options. What is picked before the player is there would need all boxes: only the first pick is kept.
fn boxes(view: &View, question: &Question, legend: Html) -> Html {
    let row = |option: &WeightedOption| {
        let early = Action::Answer { question: question.id.clone(), options: vec![option.id.clone()] };
        let write = (view.surface != Surface::Live).then(|| early.json().to_string());
        html! {
            <div class="wp-option" key={option.id.0.clone()}>
                <label>
                    <input type="checkbox" value={option.id.0.clone()} checked={is_set(view, question, option)} data-write={write}
                        onchange={view.send(Msg::Toggle(question.id.clone(), option.id.clone()))} />
                    <span class="wp-option-text">{ lines(view.chooser.text(&key::text(&question.id, &option.id))) }</span>
                </label>
            </div>
        }
    };
    let options = part("div", "wp-options", question.options.iter().map(row).collect());
    part("fieldset", "wp-question", vec![part("legend", "", vec![legend]), options])
}

/// Which of the tied outcomes comes first, or that they weigh the same.
pub(super) fn tiebreak(view: &View) -> Html {
    let Some(id) = view.chooser.weighted().and_then(|weighted| weighted.tiebreak.as_ref()) else { return Html::default() };
    let standing = view.state.standing(view.chooser);
    let first = standing.as_ref().and_then(|standing| standing.ranked.first()).map(|ranked| ranked.share);
    let tied = standing.iter().flat_map(|standing| &standing.ranked).filter(|ranked| Some(ranked.share) == first);
    let now = view.state.tiebreak.as_ref();
    let radio = |outcome: &ItemId| {
        let set = matches!(now, Some(Settled::For(known)) if known == outcome);
        Radio::new(outcome, view.chooser.plain(&key::title(outcome)), set, Msg::Tiebreak(Some(outcome.clone())))
    };
    let mut all: Vec<Radio> = tied.map(|ranked| radio(&ranked.outcome)).collect();
    all.push(Radio::new("equally", view.words.equally, now == Some(&Settled::Equally), Msg::Tiebreak(None)));
    let asked = radios(view, "tiebreak", stem(view.chooser.plain(&key::prompt(id))), Layout::Rows, all);
    let buttons = vec![view.primary("next", view.words.next, Msg::Next), view.quiet("back", view.words.back, Msg::Back)];
    let sentence = super::text::outcome_sentence(view.chooser, view.state);
    card(view, "tiebreak", vec![heading(sentence), asked, actions(buttons)])
}

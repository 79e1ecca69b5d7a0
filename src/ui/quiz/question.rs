//! A choice question: stem, instruction, and native radios or checkboxes with the whole row as label.

use super::card::texts;
use super::{Surface, View, reading};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::text::lines;
use waypost_core::bundle::{Choice, Counted, Interaction, Item, key};
use waypost_core::journal::Response;
use waypost_core::quiz::marking::{self, Verdict};
use waypost_core::quiz::{Msg, Phase};
use yew::prelude::*;

/// The question of an item.
pub(super) fn question(view: &View, item: &Item, phase: Phase) -> Html {
    let options = item.interaction.options();
    let order = view.sitting.option_order(view.bundle, item);
    let rows = order.iter().filter_map(|&at| options.get(at)).map(|option| row(view, item, option, phase));
    html! {
        <fieldset class="wp-question">
            <legend>
                <span class="wp-stem" role="heading" aria-level="3" tabindex="-1">{ lines(view.bundle.text(&key::prompt(&item.id))) }</span>
                <span class="wp-instruction">{ live(instruction(view, item)) }</span>
            </legend>
            { texts("body", view.bundle.text(&key::body(&item.id))) }
            <div class="wp-options">{ for rows }</div>
        </fieldset>
    }
}

/// How many to choose.
pub(super) fn instruction(view: &View, item: &Item) -> String {
    match &item.interaction {
        Interaction::Multi(choices) if choices.counted == Counted::Told => {
            (view.words.choose_count)(choices.options.iter().filter(|o| o.is_key()).count())
        }
        Interaction::Multi(_) => view.words.choose_all.into(),
        Interaction::Single(_) | Interaction::Tf(_) => view.words.choose_one.into(),
        _ => String::new(),
    }
}

fn row(view: &View, item: &Item, option: &Choice, phase: Phase) -> Html {
    let picked = view.sitting.response(&item.id).is_some_and(|response| response.has(&option.id));
    let standing = standing(view, item, option, phase);
    html! {
        <div class="wp-option" key={option.id.as_str()} data-option={option.id.0.clone()} data-verdict={standing.map(Standing::name)}>
            <label>
                <input type={if item.interaction.takes_one() { "radio" } else { "checkbox" }} name={format!("{}-{}", view.prefix, item.id)}
                    value={option.id.0.clone()} checked={picked} disabled={phase == Phase::Closed}
                    onchange={view.send(Msg::Toggle(item.id.clone(), option.id.clone()))} />
                <span class="wp-option-text">{ lines(view.bundle.text(&key::text(&item.id, &option.id))) }</span>
                if let Some(standing) = standing {
                    { note(view, standing) }
                }
            </label>
            if view.surface == Surface::Static {
                <div class="wp-why">{ reading::why(view, item, option) }</div>
            }
        </div>
    }
}

/// What an option was, once an answer is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Chosen, and marked like this.
    Chosen(Verdict),
    /// Chosen, in an answer that may still be changed: only how the whole was marked is said.
    Tried,
    /// In the key, not chosen.
    Missed,
    /// Neither.
    Passed,
}

impl Standing {
    /// The name in markup.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Chosen(verdict) => verdict.name(),
            Self::Missed => "missed",
            Self::Tried | Self::Passed => "none",
        }
    }

    /// What an option was in a given answer, with the key open.
    pub(super) fn of(view: &View, item: &Item, option: &Choice, response: Option<&Response>) -> Self {
        match (response.is_some_and(|response| response.has(&option.id)), in_key(item, option)) {
            (true, true) => Self::Chosen(Verdict::Right),
            (true, false) if item.interaction.takes_one() => {
                Self::Chosen(Verdict::of(marking::mark(item, &view.bundle.policy, &Response::of([option.id.clone()]))))
            }
            (true, false) => Self::Chosen(Verdict::Wrong),
            (false, true) => Self::Missed,
            (false, false) => Self::Passed,
        }
    }
}

/// Whether choosing the option is right.
pub(super) fn in_key(item: &Item, option: &Choice) -> bool {
    option.is_key() || marking::key(item).has(&option.id)
}

/// What an option is said to have been now; nothing before an answer, and nothing about the key while tries remain.
fn standing(view: &View, item: &Item, option: &Choice, phase: Phase) -> Option<Standing> {
    let answer = view.sitting.answers.get(&item.id)?;
    let last = answer.attempts.last().map(|attempt| &attempt.response);
    match phase {
        Phase::Open => None,
        Phase::Closed => Some(Standing::of(view, item, option, last)),
        Phase::Again if answer.draft.is_none() && last.is_some_and(|last| last.has(&option.id)) => Some(Standing::Tried),
        Phase::Again => Some(Standing::Passed),
    }
}

/// The standing in words, with its icon.
pub(super) fn note(view: &View, standing: Standing) -> Html {
    let words = view.words;
    let (words, shown) = match standing {
        Standing::Chosen(Verdict::Right) => (words.your_correct_answer, Some(Icon::Check)),
        Standing::Chosen(Verdict::Partly) => (words.your_answer, Some(Icon::Half)),
        Standing::Chosen(Verdict::Wrong) => (words.your_answer, Some(Icon::Cross)),
        Standing::Tried => (words.your_answer, None),
        Standing::Missed => (words.correct_answer, Some(Icon::Check)),
        Standing::Passed => return Html::default(),
    };
    html! { <span class="wp-option-note">{ for shown.map(icon) }{ live(words) }</span> }
}

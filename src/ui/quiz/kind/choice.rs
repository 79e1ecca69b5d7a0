//! Choice: native radios or checkboxes with the whole row as label; every option with what it was and why.

use crate::ui::Surface;
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::quiz::feedback::{self, list};
use crate::ui::quiz::{View, reading};
use crate::ui::text::lines;
use waypost_core::bundle::{Choice, Counted, Interaction, Item, key};
use waypost_core::journal::Response;
use waypost_core::quiz::marking::{self, Verdict};
use waypost_core::quiz::{Msg, Phase};
use yew::prelude::*;

/// How many to choose.
pub(super) fn instruction(view: &View, item: &Item) -> String {
    match &item.interaction {
        Interaction::Multi(choices) if choices.counted == Counted::Told => {
            view.words.choose_count(choices.options.iter().filter(|o| o.is_key()).count())
        }
        Interaction::Multi(_) => view.words.choose_all.into(),
        _ => view.words.choose_one.into(),
    }
}

/// The options in the order of the sitting.
pub(super) fn field(view: &View, item: &Item, phase: Phase) -> Html {
    let options = item.interaction.options();
    let order = view.sitting.option_order(view.bundle, item);
    let rows = order.iter().filter_map(|&at| options.get(at)).map(|option| row(view, item, option, phase));
    html! { <div class="wp-options">{ for rows }</div> }
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
            if view.surface != Surface::Live {
                <div class="wp-why">{ reading::why(view, item, option) }</div>
            }
        </div>
    }
}

/// What an option was, once an answer is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::quiz) enum Standing {
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
    pub(in crate::ui::quiz) fn name(self) -> &'static str {
        match self {
            Self::Chosen(verdict) => verdict.name(),
            Self::Missed => "missed",
            Self::Tried | Self::Passed => "none",
        }
    }

    /// What an option was in a given answer, with the key open.
    fn of(view: &View, item: &Item, option: &Choice, response: Option<&Response>) -> Self {
        match (response.is_some_and(|response| response.has(&option.id)), in_key(item, option)) {
            // An opinion is neither right nor wrong.
            (true, _) if !item.is_marked() => Self::Tried,
            (_, _) if !item.is_marked() => Self::Passed,
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
pub(in crate::ui::quiz) fn in_key(item: &Item, option: &Choice) -> bool {
    item.is_marked() && (option.is_key() || marking::key(item).has(&option.id))
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
pub(in crate::ui::quiz) fn note(view: &View, standing: Standing) -> Html {
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

/// The options to read.
pub(super) fn listing(view: &View, item: &Item) -> Html {
    let option =
        |option: &Choice| html! { <li key={option.id.as_str()}>{ lines(view.bundle.text(&key::text(&item.id, &option.id))) }</li> };
    html! { <ul class="wp-read-options">{ for item.interaction.options().iter().map(option) }</ul> }
}

/// An option with what it was and what is to say about it.
fn entry(view: &View, item: &Item, option: &Choice, phase: Phase, standing: Standing) -> Html {
    let text = lines(view.bundle.text(&key::text(&item.id, &option.id)));
    feedback::entry(view, &option.id, standing, text, feedback::why(view, item, &option.id, phase))
}

/// The feedback on what was chosen; once the key is open, also on what should have been.
pub(super) fn said(view: &View, item: &Item, last: Option<&Response>, phase: Phase) -> Html {
    let options = item.interaction.options();
    let is_chosen = |option: &&Choice| last.is_some_and(|last| last.has(&option.id));
    let mut taken: Vec<&Choice> = options.iter().filter(is_chosen).collect();
    if let ([only], true) = (taken.as_slice(), item.interaction.takes_one()) {
        let missed = options.iter().filter(|option| phase == Phase::Closed && !is_chosen(option) && in_key(item, option));
        let missed = missed.map(|option| entry(view, item, option, phase, Standing::Missed));
        return html! { <>{ feedback::why(view, item, &only.id, phase) }{ list(missed.collect()) }</> };
    }
    if phase == Phase::Closed {
        taken = options.iter().filter(|option| is_chosen(option) || in_key(item, option)).collect();
    }
    let entry = |option: &&Choice| {
        let standing = match phase {
            Phase::Closed => Standing::of(view, item, option, last),
            Phase::Open | Phase::Again => Standing::Tried,
        };
        entry(view, item, option, phase, standing)
    };
    list(taken.iter().map(entry).collect())
}

/// The options that were neither chosen nor in the key, on request.
pub(super) fn others(view: &View, item: &Item, last: Option<&Response>) -> Html {
    let written = |key: String| !view.bundle.text(&key).is_empty();
    let has_words = |option: &Choice| written(key::feedback(&item.id, &option.id)) || written(key::reason(&item.id, &option.id));
    let rest = |option: &&Choice| !in_key(item, option) && !last.is_some_and(|last| last.has(&option.id)) && has_words(option);
    let rest = item.interaction.options().iter().filter(rest).map(|option| entry(view, item, option, Phase::Closed, Standing::Passed));
    let rest: Vec<Html> = rest.collect();
    match rest.is_empty() {
        true => Html::default(),
        false => html! {
            <details class="wp-others">
                <summary>{ live(view.words.other_options) }</summary>
                { list(rest) }
            </details>
        },
    }
}

/// Every option with its reason.
pub(super) fn solution(view: &View, item: &Item) -> Html {
    let entry = |option: &Choice| {
        let standing = if in_key(item, option) { Standing::Missed } else { Standing::Passed };
        entry(view, item, option, Phase::Closed, standing)
    };
    list(item.interaction.options().iter().map(entry).collect())
}

/// Every option with what it was in an answer.
pub(super) fn compared(view: &View, item: &Item, response: Option<&Response>) -> Html {
    let entry = |option: &Choice| entry(view, item, option, Phase::Closed, Standing::of(view, item, option, response));
    list(item.interaction.options().iter().map(entry).collect())
}

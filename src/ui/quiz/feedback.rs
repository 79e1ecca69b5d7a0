//! Feedback after an answer: the verdict in words, what the chosen options mean, and once the question is closed, why.

use super::View;
use super::card::texts;
use super::question::{Standing, in_key, note};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::text::{blocks, lines};
use waypost_core::bundle::{Choice, Item, key};
use waypost_core::quiz::marking::Verdict;
use waypost_core::quiz::{Answer, Phase};
use yew::prelude::*;

/// The panel below the options. It is a new element for each answer, so that it opens anew and can take the focus.
pub(super) fn feedback(view: &View, item: &Item, phase: Phase) -> Html {
    let Some(answer) = view.sitting.answers.get(&item.id) else { return Html::default() };
    let verdict = view.sitting.verdict(view.bundle, item);
    html! {
        <div class="wp-feedback" key={if phase == Phase::Closed { usize::MAX } else { answer.attempts.len() }} role="group" aria-label={view.words.feedback} tabindex="-1">
            { verdict_line(view, verdict) }
            if let Some(verdict) = verdict {
                { blocks(view.bundle.text(&key::verdict(&item.id, verdict))) }
            }
            { chosen(view, item, answer, phase) }
            if phase == Phase::Closed {
                { texts("explanation", view.bundle.text(&key::explanation(&item.id))) }
                { others(view, item, answer) }
            } else {
                { tries(view, answer) }
            }
        </div>
    }
}

/// The verdict: a word and its icon; where the key was asked for without an answer, only that it follows.
pub(super) fn verdict_line(view: &View, verdict: Option<Verdict>) -> Html {
    let (words, name, shown) = match verdict {
        Some(verdict) => ((view.words.verdict)(verdict), verdict.name(), Some(icon_of(verdict))),
        None => (view.words.answer_shown, "none", None),
    };
    html! { <p class="wp-verdict" data-verdict={name}>{ for shown.map(icon) }{ live(words) }</p> }
}

/// The icon beside a verdict.
pub(super) fn icon_of(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::Right => Icon::Check,
        Verdict::Partly => Icon::Half,
        Verdict::Wrong => Icon::Cross,
    }
}

/// The feedback on what was chosen; once the key is open, also on what should have been.
fn chosen(view: &View, item: &Item, answer: &Answer, phase: Phase) -> Html {
    let last = answer.attempts.last().map(|attempt| &attempt.response);
    let options = item.interaction.options();
    let is_chosen = |option: &&Choice| last.is_some_and(|last| last.has(&option.id));
    let mut taken: Vec<&Choice> = options.iter().filter(is_chosen).collect();
    if let ([only], true) = (taken.as_slice(), item.interaction.takes_one()) {
        let missed = options.iter().filter(|option| phase == Phase::Closed && !is_chosen(option) && in_key(item, option));
        return html! { <>{ why(view, item, only, phase) }{ list(view, item, missed, phase, Standing::Missed) }</> };
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
    html! { <ul class="wp-reasons">{ for taken.iter().map(entry) }</ul> }
}

/// The options that were neither chosen nor in the key, on request.
fn others(view: &View, item: &Item, answer: &Answer) -> Html {
    let last = answer.attempts.last().map(|attempt| &attempt.response);
    let rest = |option: &&Choice| !in_key(item, option) && !last.is_some_and(|last| last.has(&option.id)) && has_words(view, item, option);
    let rest: Vec<&Choice> = item.interaction.options().iter().filter(rest).collect();
    match rest.is_empty() {
        true => Html::default(),
        false => html! {
            <details class="wp-others">
                <summary>{ live(view.words.other_options) }</summary>
                { list(view, item, rest.into_iter(), Phase::Closed, Standing::Passed) }
            </details>
        },
    }
}

fn has_words(view: &View, item: &Item, option: &Choice) -> bool {
    let written = |key: String| !view.bundle.text(&key).is_empty();
    written(key::feedback(&item.id, &option.id)) || written(key::reason(&item.id, &option.id))
}

fn list<'a>(view: &View, item: &Item, options: impl Iterator<Item = &'a Choice>, phase: Phase, standing: Standing) -> Html {
    let entries: Vec<Html> = options.map(|option| entry(view, item, option, phase, standing)).collect();
    match entries.is_empty() {
        true => Html::default(),
        false => html! { <ul class="wp-reasons">{ for entries }</ul> },
    }
}

/// An option with what it was and what is to say about it.
pub(super) fn entry(view: &View, item: &Item, option: &Choice, phase: Phase, standing: Standing) -> Html {
    html! {
        <li class="wp-reason" key={option.id.as_str()} data-option={option.id.0.clone()} data-verdict={standing.name()}>
            <p class="wp-reason-head">
                { note(view, standing) }
                <span class="wp-reason-option">{ lines(view.bundle.text(&key::text(&item.id, &option.id))) }</span>
            </p>
            { why(view, item, option, phase) }
        </li>
    }
}

/// What is to say about an option: its feedback and, once the key is open, its reason.
fn why(view: &View, item: &Item, option: &Choice, phase: Phase) -> Html {
    html! {
        <>
            { blocks(view.bundle.text(&key::feedback(&item.id, &option.id))) }
            if phase == Phase::Closed {
                { blocks(view.bundle.text(&key::reason(&item.id, &option.id))) }
            }
        </>
    }
}

fn tries(view: &View, answer: &Answer) -> Html {
    let made = u32::try_from(answer.attempts.len()).unwrap_or(u32::MAX);
    match view.bundle.policy.attempts.saturating_sub(made) {
        0 => Html::default(),
        left => html! { <p class="wp-tries">{ live((view.words.tries_left)(left)) }</p> },
    }
}

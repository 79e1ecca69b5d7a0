//! Feedback after an answer: the verdict in words, what the answer means, and once the question is closed, why.

use super::View;
use super::card::texts;
use super::kind::{self, Standing, note};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::text::blocks;
use waypost_core::bundle::{Item, key};
use waypost_core::id::OptionId;
use waypost_core::quiz::marking::Verdict;
use waypost_core::quiz::{Answer, Phase};
use yew::prelude::*;

/// The panel below the question. It is a new element for each answer, so that it opens anew and can take the focus.
pub(super) fn feedback(view: &View, item: &Item, phase: Phase) -> Html {
    let Some(answer) = view.sitting.answers.get(&item.id) else { return Html::default() };
    let verdict = view.sitting.verdict(view.bundle, item);
    html! {
        <div class="wp-feedback" key={if phase == Phase::Closed { usize::MAX } else { answer.attempts.len() }} role="group" aria-label={view.words.feedback} tabindex="-1">
            { verdict_line(view, verdict) }
            if let Some(verdict) = verdict {
                { blocks(view.bundle.text(&key::verdict(&item.id, verdict))) }
            }
            { kind::said(view, item, answer, phase) }
            if phase == Phase::Closed {
                { texts("explanation", view.bundle.text(&key::explanation(&item.id))) }
                { kind::others(view, item, answer) }
            } else {
                { tries(view, item, answer) }
            }
        </div>
    }
}

/// The verdict: a word and its icon; where the key was asked for without an answer, only that it follows.
pub(super) fn verdict_line(view: &View, verdict: Option<Verdict>) -> Html {
    let (words, name, shown) = match verdict {
        Some(verdict) => (view.words.verdict(verdict), verdict.name(), Some(icon_of(verdict))),
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

/// Entries one below the other, or nothing.
pub(super) fn list(entries: Vec<Html>) -> Html {
    match entries.is_empty() {
        true => Html::default(),
        false => html! { <ul class="wp-reasons">{ for entries }</ul> },
    }
}

/// A possible answer with what it was and what is to say about it.
pub(super) fn entry(view: &View, id: &OptionId, standing: Standing, text: Html, why: Html) -> Html {
    html! {
        <li class="wp-reason" key={id.as_str()} data-option={id.0.clone()} data-verdict={standing.name()}>
            <p class="wp-reason-head">
                { note(view, standing) }
                <span class="wp-reason-option">{ text }</span>
            </p>
            { why }
        </li>
    }
}

/// What the author says about one possible answer: its feedback and, once the key is open, its reason.
pub(super) fn why(view: &View, item: &Item, id: &OptionId, phase: Phase) -> Html {
    html! {
        <>
            { blocks(view.bundle.text(&key::feedback(&item.id, id))) }
            if phase == Phase::Closed {
                { blocks(view.bundle.text(&key::reason(&item.id, id))) }
            }
        </>
    }
}

fn tries(view: &View, item: &Item, answer: &Answer) -> Html {
    let made = u32::try_from(answer.attempts.len()).unwrap_or(u32::MAX);
    match item.costs.attempts.unwrap_or(view.bundle.policy.attempts).saturating_sub(made) {
        0 => Html::default(),
        left => html! { <p class="wp-tries">{ live(view.words.tries_left(left)) }</p> },
    }
}

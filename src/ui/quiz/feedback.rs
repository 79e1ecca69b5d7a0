//! Feedback after an answer: the verdict in words, what the answer means, and once the question is closed, why.

use super::View;
use super::kind::{self, Standing, note};
use crate::ui::icon::Icon;
use crate::ui::markup::Markup;
use waypost_core::bundle::{Item, key};
use waypost_core::id::OptionId;
use waypost_core::quiz::marking::Verdict;
use waypost_core::quiz::{Answer, Phase};

/// The panel below the question. It is a new element for each answer, so that it opens anew and can take the focus.
pub(super) fn feedback(out: &mut Markup, view: &View, item: &Item, phase: Phase) {
    let Some(answer) = view.sitting.answers.get(&item.id) else { return };
    let verdict = view.sitting.verdict(view.bundle, item);
    out.el("div.wp-feedback[role=group][tabindex=-1]", |out| {
        out.key(&if phase == Phase::Closed { "closed".to_owned() } else { answer.attempts.len().to_string() });
        out.set("aria-label", view.words.feedback);
        verdict_line(out, "p.wp-verdict", verdict, verdict.map_or(view.words.answer_shown, |verdict| view.words.verdict(verdict)));
        if let Some(verdict) = verdict {
            view.blocks(out, key::verdict(&item.id, verdict));
        }
        kind::said(out, view, item, answer, phase);
        if phase == Phase::Closed {
            view.texts(out, "explanation", key::explanation(&item.id));
            kind::others(out, view, item, answer);
        } else {
            tries(out, view, item, answer);
        }
    });
}

/// A verdict with its icon, or words where there is none.
pub(super) fn verdict_line(out: &mut Markup, form: &'static str, verdict: Option<Verdict>, words: &str) {
    out.el(form, |out| {
        out.set("data-verdict", verdict.map_or("none", Verdict::name));
        if let Some(verdict) = verdict {
            out.icon(icon_of(verdict));
        }
        out.live(words);
    });
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
pub(super) fn list(out: &mut Markup, entries: impl FnOnce(&mut Markup)) {
    out.some("ul.wp-reasons", entries);
}

/// A possible answer with what it was, `text`, and what is to say about it, `why`.
pub(super) fn entry(
    out: &mut Markup,
    view: &View,
    id: &OptionId,
    standing: Standing,
    text: impl FnOnce(&mut Markup),
    why: impl FnOnce(&mut Markup),
) {
    out.el("li.wp-reason", |out| {
        out.key(&id.0);
        out.set("data-option", &id.0);
        out.set("data-verdict", standing.name());
        out.el("p.wp-reason-head", |out| {
            note(out, view, standing);
            out.el("span.wp-reason-option", text);
        });
        why(out);
    });
}

/// What the author says about one possible answer: its feedback and, once the key is open, its reason.
pub(super) fn why(out: &mut Markup, view: &View, item: &Item, id: &OptionId, phase: Phase) {
    view.blocks(out, key::feedback(&item.id, id));
    if phase == Phase::Closed {
        view.blocks(out, key::reason(&item.id, id));
    }
}

fn tries(out: &mut Markup, view: &View, item: &Item, answer: &Answer) {
    let made = u32::try_from(answer.attempts.len()).unwrap_or(u32::MAX);
    let left = item.costs.attempts.unwrap_or(view.bundle.policy.attempts).saturating_sub(made);
    if left > 0 {
        out.says("p.wp-tries", &view.words.tries_left(left));
    }
}

//! Answers made of several parts: rows, places, blanks. Yours beside the right ones, in one table for every kind.

use super::{arranged, cloze, scale};
use crate::ui::markup::Markup;
use crate::ui::quiz::View;
use crate::ui::quiz::feedback::{self, verdict_line};
use waypost_core::bundle::{Interaction, Item};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::Phase;
use waypost_core::quiz::marking::Verdict;
use yew::Html;

/// One part of an answer.
pub(super) struct Part {
    /// Its name within the item, under which the author gives reasons.
    pub(super) id: OptionId,
    /// What it is a part for.
    pub(super) label: Html,
    /// What the reader has there.
    pub(super) yours: Html,
    /// What belongs there; nothing where nothing is right or wrong.
    pub(super) right: Option<Html>,
    /// Whether the two are the same.
    pub(super) verdict: Option<Verdict>,
}

/// The parts of an answer, in the order of the file.
fn parts(view: &View, item: &Item, response: Option<&Response>) -> Vec<Part> {
    match &item.interaction {
        Interaction::Order(sequence) => arranged::places(view, item, sequence, response),
        Interaction::Match(pairs) | Interaction::Categorize(pairs) => arranged::rows(view, item, pairs, response),
        Interaction::Scale(scale) => scale::parts(view, item, scale, response),
        Interaction::Cloze(cloze) => cloze::parts(view, item, cloze, response),
        _ => Vec::new(),
    }
}

/// Right where `met`, else wrong.
pub(super) fn verdict(met: bool) -> Verdict {
    if met { Verdict::Right } else { Verdict::Wrong }
}

/// A verdict on one part: its icon and word, beside the control or in the table.
pub(super) fn mark(out: &mut Markup, view: &View, verdict: Verdict) {
    verdict_line(out, "span.wp-part-note", Some(verdict), view.words.verdict(verdict));
}

/// A verdict on one part once the question is closed.
pub(super) fn marked(out: &mut Markup, view: &View, phase: Phase, verdict: Option<Verdict>) {
    out.group(|out| {
        if let (Phase::Closed, Some(verdict)) = (phase, verdict) {
            mark(out, view, verdict);
        }
    });
}

/// Yours beside the right ones where they differ, and the author's reasons; of an order all places, since one moves the others.
pub(super) fn missed(out: &mut Markup, view: &View, item: &Item, response: Option<&Response>) {
    let parts = parts(view, item, response);
    let is_right = |part: &Part| part.verdict == Some(Verdict::Right);
    let all = matches!(item.interaction, Interaction::Order(_)) && !parts.iter().all(is_right);
    table(out, view, parts.iter().filter(|part| all || !is_right(part)).collect(), response.is_some());
    reasons(out, view, item, &parts);
}

/// Yours beside the right ones, and the author's reasons.
pub(super) fn compared(out: &mut Markup, view: &View, item: &Item, response: Option<&Response>) {
    let parts = parts(view, item, response);
    table(out, view, parts.iter().collect(), response.is_some());
    reasons(out, view, item, &parts);
}

fn reasons(out: &mut Markup, view: &View, item: &Item, parts: &[Part]) {
    for part in parts {
        feedback::why(out, view, item, &part.id, Phase::Closed);
    }
}

/// The right ones alone.
pub(super) fn solution(out: &mut Markup, view: &View, item: &Item) {
    if item.is_marked() {
        compared(out, view, item, None);
    }
}

fn table(out: &mut Markup, view: &View, parts: Vec<&Part>, with_yours: bool) {
    let words = view.words;
    if parts.is_empty() {
        return;
    }
    out.el("table.wp-parts", |out| {
        out.el("thead", |out| {
            out.el("tr", |out| {
                out.el("td", |_| {});
                if with_yours {
                    out.says("th[scope=col]", words.yours);
                }
                if parts.iter().any(|part| part.right.is_some()) {
                    out.says("th[scope=col]", words.correct_answer);
                }
            });
        });
        out.el("tbody", |out| {
            for part in parts {
                out.el("tr", |out| row(out, view, part, with_yours));
            }
        });
    });
}

/// Where the table is stacked its heads are gone: each cell has its own then.
fn row(out: &mut Markup, view: &View, part: &Part, with_yours: bool) {
    out.el("th[scope=row]", |out| out.put(part.label.clone()));
    if with_yours {
        out.el("td", |out| {
            out.words("span.wp-part-head", view.words.yours);
            out.put(part.yours.clone());
            if let Some(verdict) = part.verdict {
                mark(out, view, verdict);
            }
        });
    }
    if let Some(right) = &part.right {
        out.el("td", |out| {
            out.words("span.wp-part-head", view.words.correct_answer);
            out.put(right.clone());
        });
    }
}

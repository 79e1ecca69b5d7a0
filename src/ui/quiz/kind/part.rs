//! Answers made of several parts: rows, places, blanks. Yours beside the right ones, in one table for every kind.

use super::{arranged, cloze, scale};
use crate::ui::icon::icon;
use crate::ui::live::live;
use crate::ui::quiz::View;
use crate::ui::quiz::feedback::{self, icon_of};
use waypost_core::bundle::{Interaction, Item};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::Phase;
use waypost_core::quiz::marking::Verdict;
use yew::prelude::*;

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
pub(super) fn mark(view: &View, verdict: Verdict) -> Html {
    html! { <span class="wp-part-note" data-verdict={verdict.name()}>{ icon(icon_of(verdict)) }{ live(view.words.verdict(verdict)) }</span> }
}

/// A verdict on one part once the question is closed.
pub(super) fn marked(view: &View, phase: Phase, verdict: Option<Verdict>) -> Html {
    match (phase, verdict) {
        (Phase::Closed, Some(verdict)) => mark(view, verdict),
        _ => Html::default(),
    }
}

/// Yours beside the right ones where they differ, and the author's reasons; of an order all places, since one moves the others.
pub(super) fn missed(view: &View, item: &Item, response: Option<&Response>) -> Html {
    let mut parts = parts(view, item, response);
    let is_right = |part: &Part| part.verdict == Some(Verdict::Right);
    let reasons: Html = parts.iter().map(|part| feedback::why(view, item, &part.id, Phase::Closed)).collect();
    if !matches!(item.interaction, Interaction::Order(_)) || parts.iter().all(is_right) {
        parts.retain(|part| !is_right(part));
    }
    html! { <>{ table(view, &parts, response.is_some()) }{ reasons }</> }
}

/// Yours beside the right ones, and the author's reasons.
pub(super) fn compared(view: &View, item: &Item, response: Option<&Response>) -> Html {
    let parts = parts(view, item, response);
    let reasons: Html = parts.iter().map(|part| feedback::why(view, item, &part.id, Phase::Closed)).collect();
    html! { <>{ table(view, &parts, response.is_some()) }{ reasons }</> }
}

/// The right ones alone.
pub(super) fn solution(view: &View, item: &Item) -> Html {
    match item.is_marked() {
        true => compared(view, item, None),
        false => Html::default(),
    }
}

fn table(view: &View, parts: &[Part], with_yours: bool) -> Html {
    let words = view.words;
    let with_right = parts.iter().any(|part| part.right.is_some());
    // Where the table is stacked its heads are gone: each cell has its own then.
    let head = |words: &'static str| html! { <span class="wp-part-head">{ words }</span> };
    let row = |part: &Part| {
        html! {
            <tr>
                <th scope="row">{ part.label.clone() }</th>
                if with_yours {
                    <td>{ head(words.yours) }{ part.yours.clone() }{ for part.verdict.map(|verdict| mark(view, verdict)) }</td>
                }
                { for part.right.clone().map(|right| html! { <td>{ head(words.correct_answer) }{ right }</td> }) }
            </tr>
        }
    };
    match parts.is_empty() {
        true => Html::default(),
        false => html! {
            <table class="wp-parts">
                <thead>
                    <tr>
                        <td></td>
                        if with_yours {
                            <th scope="col">{ live(words.yours) }</th>
                        }
                        if with_right {
                            <th scope="col">{ live(words.correct_answer) }</th>
                        }
                    </tr>
                </thead>
                <tbody>{ for parts.iter().map(row) }</tbody>
            </table>
        },
    }
}

//! The review: every question with the reader's answer beside the key and the reasons, what went wrong first.

use super::card::texts;
use super::feedback::icon_of;
use super::{View, kind, result};
use crate::ui::icon::icon;
use crate::ui::live::live;
use crate::ui::text::lines;
use waypost_core::bundle::{Item, key};
use waypost_core::quiz::marking::Verdict;
use yew::prelude::*;

/// All items, grouped by how they went: wrong, partly right, right.
pub(super) fn review(view: &View) -> Html {
    let groups = [Verdict::Wrong, Verdict::Partly, Verdict::Right].map(|verdict| group(view, verdict));
    html! {
        <section class="wp-review">
            <h3 class="wp-review-title">{ live(view.words.review) }</h3>
            { for groups }
        </section>
    }
}

fn group(view: &View, verdict: Verdict) -> Html {
    let belongs = |item: &&Item| view.sitting.verdict(view.bundle, item).unwrap_or(Verdict::Wrong) == verdict;
    let items: Vec<&Item> = view.bundle.items.iter().filter(belongs).collect();
    match items.len() {
        0 => Html::default(),
        count => html! {
            <>
                <h4 class="wp-review-group">{ live(view.words.review_group(verdict, count)) }</h4>
                <ul class="wp-review-items">{ for items.iter().map(|item| entry(view, item, verdict)) }</ul>
            </>
        },
    }
}

/// One item, open unless it was right.
fn entry(view: &View, item: &Item, verdict: Verdict) -> Html {
    let answer = view.sitting.answers.get(&item.id);
    let last = answer.and_then(|answer| answer.attempts.last());
    let earned = result::tally(view, std::iter::once(item));
    let words = if last.is_some() { view.words.verdict(verdict) } else { view.words.not_answered };
    html! {
        <li class="wp-review-item" key={item.id.as_str()} data-item={item.id.0.clone()} data-verdict={verdict.name()}>
            <details open={verdict != Verdict::Right}>
                <summary>
                    <span class="wp-review-stem">{ lines(view.bundle.text(&key::prompt(&item.id))) }</span>
                    <span class="wp-verdict" data-verdict={verdict.name()}>{ icon(icon_of(verdict)) }{ live(words) }</span>
                </summary>
                { kind::body(view, item) }
                { kind::compared(view, item, last.map(|attempt| &attempt.response)) }
                { texts("explanation", view.bundle.text(&key::explanation(&item.id))) }
                <p class="wp-mark">{ live(view.words.mark(earned, answer.map_or(0, |answer| answer.hints))) }</p>
            </details>
        </li>
    }
}

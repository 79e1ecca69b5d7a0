//! The review: every question with the reader's answer beside the key and the reasons, what went wrong first.

use super::card::texts;
use super::feedback::icon_of;
use super::{View, kind, result};
use crate::ui::icon::icon;
use crate::ui::live::live;
use crate::ui::text::lines;
use waypost_core::bundle::{Interaction, Item, key};
use waypost_core::quiz::marking::Verdict;
use yew::prelude::*;

/// All items, grouped by how they went: wrong, partly right, right; then those that are never marked.
pub(super) fn review(view: &View) -> Html {
    let groups = [Some(Verdict::Wrong), Some(Verdict::Partly), Some(Verdict::Right), None].map(|verdict| group(view, verdict));
    html! {
        <section class="wp-review">
            <h3 class="wp-review-title">{ live(view.words.review) }</h3>
            { for groups }
        </section>
    }
}

fn group(view: &View, verdict: Option<Verdict>) -> Html {
    let of = |item: &Item| {
        let marked = view.sitting.is_marked(view.bundle, item);
        marked.then(|| view.sitting.verdict(view.bundle, item).unwrap_or(Verdict::Wrong))
    };
    let belongs = |item: &&Item| of(item) == verdict && !matches!(item.interaction, Interaction::Info {});
    let items: Vec<&Item> = view.bundle.items.iter().filter(belongs).collect();
    match items.len() {
        0 => Html::default(),
        count => html! {
            <>
                <h4 class="wp-review-group">{ live(verdict.map_or_else(|| view.words.your_answers.to_owned(), |verdict| view.words.review_group(verdict, count))) }</h4>
                <ul class="wp-review-items">{ for items.iter().map(|item| entry(view, item, verdict)) }</ul>
            </>
        },
    }
}

/// One item, open unless it was right.
fn entry(view: &View, item: &Item, verdict: Option<Verdict>) -> Html {
    let answer = view.sitting.answers.get(&item.id);
    let last = answer.and_then(|answer| answer.attempts.last());
    let earned = result::tally(view, std::iter::once(item));
    let words = match verdict {
        _ if last.is_none() => view.words.not_answered,
        Some(verdict) => view.words.verdict(verdict),
        None => view.words.not_marked,
    };
    let name = verdict.map_or("none", Verdict::name);
    html! {
        <li class="wp-review-item" key={item.id.as_str()} data-item={item.id.0.clone()} data-verdict={name}>
            <details open={verdict != Some(Verdict::Right)}>
                <summary>
                    <span class="wp-review-stem">{ lines(view.bundle.text(&key::prompt(&item.id))) }</span>
                    <span class="wp-verdict" data-verdict={name}>{ for verdict.map(icon_of).map(icon) }{ live(words) }</span>
                </summary>
                { kind::body(view, item) }
                { kind::compared(view, item, last.map(|attempt| &attempt.response)) }
                { texts("explanation", view.bundle.text(&key::explanation(&item.id))) }
                if verdict.is_some() {
                    <p class="wp-mark">{ live(view.words.mark(earned, answer.map_or(0, |answer| answer.hints))) }</p>
                }
            </details>
        </li>
    }
}

//! The review: every question with the reader's answer beside the key and the reasons, what went wrong first.

use super::card::texts;
use super::feedback::icon_of;
use super::{View, consider, kind, result};
use crate::ui::icon::icon;
use crate::ui::live::live;
use crate::ui::text::lines;
use waypost_core::bundle::{Interaction, Item, Solutions, key};
use waypost_core::quiz::Attempt;
use waypost_core::quiz::marking::Verdict;
use yew::prelude::*;

/// All items of this sitting, grouped by how they went: sure and wrong, wrong, partly right, right; then those that are never marked.
pub(super) fn review(view: &View) -> Html {
    let items = view.bundle.items.iter().filter(|item| view.sitting.counted.contains(&item.id));
    let items: Vec<(&Item, Option<Verdict>)> =
        items.filter(|item| !matches!(item.interaction, Interaction::Info {})).map(|item| (item, of(view, item))).collect();
    let is_sure = |item: &Item| view.sitting.sure(&item.id) == Some(3);
    let group = |words: &'static str, verdict: Option<Verdict>, sure: Option<bool>| {
        let belongs = |(item, of): &&(&Item, Option<Verdict>)| *of == verdict && sure.is_none_or(|sure| sure == is_sure(item));
        let items: Vec<&Item> = items.iter().filter(belongs).map(|(item, _)| *item).collect();
        group(view, words, verdict, &items)
    };
    let words = view.words;
    html! {
        <section class="wp-review">
            <h3 class="wp-review-title">{ live(words.review) }</h3>
            { group(words.group_sure_wrong, Some(Verdict::Wrong), Some(true)) }
            { group(words.group_wrong, Some(Verdict::Wrong), Some(false)) }
            { group(words.group_partly, Some(Verdict::Partly), None) }
            { group(words.group_right, Some(Verdict::Right), None) }
            { group(words.your_answers, None, None) }
        </section>
    }
}

/// How a marked item went; one without an answer was wrong.
fn of(view: &View, item: &Item) -> Option<Verdict> {
    let marked = view.sitting.is_marked(view.bundle, item);
    marked.then(|| view.sitting.verdict(view.bundle, item).unwrap_or(Verdict::Wrong))
}

fn group(view: &View, words: &str, verdict: Option<Verdict>, items: &[&Item]) -> Html {
    match items.len() {
        0 => Html::default(),
        count => html! {
            <>
                <h4 class="wp-review-group">{ live(view.words.count(words, count as u64)) }</h4>
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
                { said(view, item, last, verdict) }
                if verdict.is_some() {
                    <p class="wp-mark">{ live(view.words.mark(earned, answer.map_or(0, |answer| answer.hints))) }</p>
                }
            </details>
        </li>
    }
}

/// The answer beside the key with every reason; without a key the answer and what to consider; as far as the author shows it.
fn said(view: &View, item: &Item, last: Option<&Attempt>, verdict: Option<Verdict>) -> Html {
    match verdict {
        _ if view.bundle.policy.solutions == Solutions::Score => Html::default(),
        None if item.interaction.choices().is_some() => consider::answer(view, item),
        _ => html! {
            <>
                { kind::compared(view, item, last.map(|attempt| &attempt.response)) }
                { texts("explanation", view.bundle.text(&key::explanation(&item.id))) }
            </>
        },
    }
}

//! The review: every question with the reader's answer beside the key and the reasons, what went wrong first.

use super::feedback::verdict_line;
use super::{View, consider, kind, result};
use crate::ui::markup::Markup;
use waypost_core::bundle::{Interaction, Item, Solutions, key};
use waypost_core::quiz::Attempt;
use waypost_core::quiz::marking::Verdict;

/// All items of this sitting, grouped by how they went: sure and wrong, wrong, partly right, right; then those that are never marked.
pub(super) fn review(out: &mut Markup, view: &View) {
    let words = view.words;
    let groups = [
        (words.group_sure_wrong, Some(Verdict::Wrong), Some(true)),
        (words.group_wrong, Some(Verdict::Wrong), Some(false)),
        (words.group_partly, Some(Verdict::Partly), None),
        (words.group_right, Some(Verdict::Right), None),
        (words.your_answers, None, None),
    ];
    let asked = view.bundle.items.iter().filter(|item| view.sitting.counted.contains(&item.id));
    let asked: Vec<&Item> = asked.filter(|item| !matches!(item.interaction, Interaction::Info {})).collect();
    out.el("section.wp-review", |out| {
        out.says("h3.wp-review-title", words.review);
        for (words, verdict, sure) in groups {
            let is_sure = |item: &Item| view.sitting.sure(&item.id) == Some(3);
            let belongs = |item: &&&Item| of(view, item) == verdict && sure.is_none_or(|sure| sure == is_sure(item));
            let items: Vec<&Item> = asked.iter().filter(belongs).copied().collect();
            out.group(|out| group(out, view, words, verdict, &items));
        }
    });
}

/// How a marked item went; one without an answer was wrong.
fn of(view: &View, item: &Item) -> Option<Verdict> {
    let marked = view.sitting.is_marked(view.bundle, item);
    marked.then(|| view.sitting.verdict(view.bundle, item).unwrap_or(Verdict::Wrong))
}

fn group(out: &mut Markup, view: &View, words: &str, verdict: Option<Verdict>, items: &[&Item]) {
    if !items.is_empty() {
        out.says("h4.wp-review-group", &view.words.count(words, items.len() as u64));
        out.el("ul.wp-review-items", |out| {
            for item in items {
                entry(out, view, item, verdict);
            }
        });
    }
}

/// One item, open unless it was right.
fn entry(out: &mut Markup, view: &View, item: &Item, verdict: Option<Verdict>) {
    let answer = view.sitting.answers.get(&item.id);
    let last = answer.and_then(|answer| answer.attempts.last());
    let words = match verdict {
        _ if last.is_none() => view.words.not_answered,
        Some(verdict) => view.words.verdict(verdict),
        None => view.words.not_marked,
    };
    out.el("li.wp-review-item", |out| {
        out.key(&item.id.0);
        out.set("data-item", &item.id.0);
        out.set("data-verdict", verdict.map_or("none", Verdict::name));
        out.el("details", |out| {
            out.set_if("open", verdict != Some(Verdict::Right));
            out.el("summary", |out| {
                out.el("span.wp-review-stem", |out| view.lines(out, key::prompt(&item.id)));
                verdict_line(out, "span.wp-verdict", verdict, words);
            });
            kind::body(out, view, item);
            said(out, view, item, last, verdict);
            if verdict.is_some() {
                let earned = result::tally(view, std::iter::once(item));
                out.says("p.wp-mark", &view.words.mark(earned, answer.map_or(0, |answer| answer.hints)));
            }
        });
    });
}

/// The answer beside the key with every reason; without a key the answer and what to consider; as far as the author shows it.
fn said(out: &mut Markup, view: &View, item: &Item, last: Option<&Attempt>, verdict: Option<Verdict>) {
    match verdict {
        _ if view.bundle.policy.solutions == Solutions::Score => {}
        None if item.interaction.choices().is_some() => consider::answer(out, view, item),
        _ => {
            kind::compared(out, view, item, last.map(|attempt| &attempt.response));
            view.texts(out, "explanation", key::explanation(&item.id));
        }
    }
}

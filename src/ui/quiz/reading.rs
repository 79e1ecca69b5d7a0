//! The quiz to read: every question with its answer and why, for pages without script, for print, and for when the player fails.

use super::View;
use super::card::section_head;
use super::feedback::verdict_line;
use super::kind::{self, in_key};
use crate::ui::markup::Markup;
use waypost_core::bundle::{Choice, Item, key};
use waypost_core::quiz::marking::Verdict;

/// All questions but the first, which stands in the card above.
pub(super) fn rest(out: &mut Markup, view: &View) {
    let items = &view.bundle.items;
    if items.len() < 2 {
        return;
    }
    out.el("section.wp-all", |out| {
        out.says("h2.wp-title", view.words.all_questions);
        out.el("ol.wp-reads[start=2]", |out| {
            for (before, item) in items.iter().zip(items.iter().skip(1)) {
                question(out, view, before, item);
            }
        });
    });
}

fn question(out: &mut Markup, view: &View, before: &Item, item: &Item) {
    out.el("li.wp-read", |out| {
        out.key(&item.id.0);
        section_head(out, view, item, Some(before));
        out.el("h3.wp-stem", |out| view.lines(out, key::prompt(&item.id)));
        out.says("p.wp-instruction", &kind::instruction(view, item));
        kind::body(out, view, item);
        kind::listing(out, view, item);
        answer(out, view, item);
    });
}

/// The key and all that is to say about it, closed until asked for; what is said to an answer that is never marked.
pub(super) fn answer(out: &mut Markup, view: &View, item: &Item) {
    let has_key = item.interaction.has_key();
    if !has_key && view.text(&key::explanation(&item.id)).is_empty() {
        return;
    }
    out.el("details.wp-answer", |out| {
        out.says("summary", if has_key { view.words.answer_and_why } else { view.words.example });
        kind::solution(out, view, item);
        view.texts(out, "explanation", key::explanation(&item.id));
    });
}

/// Feedback on one option of the first question, for a reader who picks it where no player runs.
pub(super) fn why(out: &mut Markup, view: &View, item: &Item, option: &Choice) {
    let (verdict, words) = match (in_key(item, option), item.interaction.takes_one()) {
        (true, true) => (Verdict::Right, view.words.verdict(Verdict::Right)),
        (true, false) => (Verdict::Right, view.words.correct_answer),
        (false, true) => (Verdict::Wrong, view.words.verdict(Verdict::Wrong)),
        (false, false) => (Verdict::Wrong, view.words.not_part),
    };
    verdict_line(out, "p.wp-verdict", Some(verdict), words);
    view.blocks(out, key::feedback(&item.id, &option.id));
}

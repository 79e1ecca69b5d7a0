//! The quiz to read: every question with its answer and why, for pages without script, for print, and for when the player fails.

use super::View;
use super::card::section_head;
use super::feedback::verdict_line;
use super::kind::{self, in_key};
use crate::ui::markup::Markup;
use std::ops::Range;
use waypost_core::bundle::{Choice, Item, key};
use waypost_core::quiz::marking::Verdict;

/// How many questions stand in the page as they are. The rest of a long quiz would keep its first question waiting: where scripts run it is
/// one text to the browser, and the shell has it read only when the player fails.
const AT_ONCE: usize = 60;

/// All questions but the first, which stands in the card above.
pub(super) fn rest(out: &mut Markup, view: &View) {
    let count = view.bundle.items.len();
    if count < 2 {
        return;
    }
    out.el("section.wp-all", |out| {
        out.says("h2.wp-title", view.words.all_questions);
        questions(out, view, 1..count.min(AT_ONCE));
        if count > AT_ONCE {
            out.el("noscript", |out| questions(out, view, AT_ONCE..count));
        }
    });
}

/// These of the questions, by their places.
fn questions(out: &mut Markup, view: &View, places: Range<usize>) {
    let items = &view.bundle.items;
    out.el("ol.wp-reads", |out| {
        out.set("start", &(places.start + 1).to_string());
        for (before, item) in items.iter().zip(items.iter().skip(1)).skip(places.start - 1).take(places.len()) {
            question(out, view, before, item);
        }
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

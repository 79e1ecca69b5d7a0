//! The quiz to read: every question with its answer and why, for pages without script, for print, and for when the player fails.

use super::View;
use super::card::{section_head, texts};
use super::feedback::icon_of;
use super::kind::{self, in_key};
use crate::ui::icon::icon;
use crate::ui::live::live;
use crate::ui::text::{blocks, lines};
use waypost_core::bundle::{Choice, Item, key};
use waypost_core::quiz::marking::Verdict;
use yew::prelude::*;

/// All questions but the first, which stands in the card above.
pub(super) fn rest(view: &View) -> Html {
    let pairs = || view.bundle.items.iter().zip(view.bundle.items.iter().skip(1));
    let question = |(before, item): (&Item, &Item)| {
        html! {
            <li class="wp-read" key={item.id.as_str()}>
                { section_head(view, item, Some(before)) }
                <h3 class="wp-stem">{ lines(view.bundle.text(&key::prompt(&item.id))) }</h3>
                <p class="wp-instruction">{ live(kind::instruction(view, item)) }</p>
                { kind::body(view, item) }
                { kind::listing(view, item) }
                { answer(view, item) }
            </li>
        }
    };
    match pairs().next() {
        None => Html::default(),
        Some(_) => html! {
            <section class="wp-all">
                <h2 class="wp-title">{ live(view.words.all_questions) }</h2>
                <ol class="wp-reads" start="2">{ for pairs().map(question) }</ol>
            </section>
        },
    }
}

/// The key and all that is to say about it, closed until asked for; what is said to an answer that is never marked.
pub(super) fn answer(view: &View, item: &Item) -> Html {
    let explanation = view.bundle.text(&key::explanation(&item.id));
    if !item.interaction.has_key() && explanation.is_empty() {
        return Html::default();
    }
    html! {
        <details class="wp-answer">
            <summary>{ live(if item.interaction.has_key() { view.words.answer_and_why } else { view.words.example }) }</summary>
            { kind::solution(view, item) }
            { texts("explanation", explanation) }
        </details>
    }
}

/// Feedback on one option of the first question, for a reader who picks it where no player runs.
pub(super) fn why(view: &View, item: &Item, option: &Choice) -> Html {
    let (verdict, words) = match (in_key(item, option), item.interaction.takes_one()) {
        (true, true) => (Verdict::Right, view.words.verdict(Verdict::Right)),
        (true, false) => (Verdict::Right, view.words.correct_answer),
        (false, true) => (Verdict::Wrong, view.words.verdict(Verdict::Wrong)),
        (false, false) => (Verdict::Wrong, view.words.not_part),
    };
    html! {
        <>
            <p class="wp-verdict" data-verdict={verdict.name()}>{ icon(icon_of(verdict)) }{ live(words) }</p>
            { blocks(view.bundle.text(&key::feedback(&item.id, &option.id))) }
        </>
    }
}

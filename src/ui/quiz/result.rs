//! The result: one big sentence, one of meaning, how each part went, what next.

use super::calibration::calibration;
use super::card::{texts, welcome};
use super::dimensions::dimensions;
use super::keep::{keep, shared};
use super::notices::notices;
use super::{Arrival, View, review};
use crate::ui::live::live;
use waypost_core::bundle::{Feedback, Item, Mode, Retry, Section, Solutions, key};
use waypost_core::quiz::{Msg, Outcome, Tally};
use yew::prelude::*;

/// The result and the review.
pub(super) fn result(view: &View, arrival: Arrival) -> Html {
    let words = view.words;
    html! {
        <section class="wp-result" key="result">
            if arrival == Arrival::Returned {
                { welcome(view, words.welcome_back_result.into()) }
            } else if arrival == Arrival::Shared {
                { shared(view) }
            }
            { notices(view) }
            { heading(view) }
            { band(view) }
            if view.bundle.policy.mode == Mode::Score {
                { sections(view) }
            }
            { dimensions(view) }
            { calibration(view) }
            if arrival != Arrival::Shared {
                <div class="wp-actions">
                    { retry(view) }
                    { view.quiet("restart", words.start_again, Msg::Restart) }
                </div>
                { keep(view) }
            }
            if view.bundle.policy.solutions != Solutions::None {
                { review::review(view) }
            }
            <div class="wp-certificate">
                <p class="wp-title">{ live(view.bundle.title.clone()) }</p>
                <p>{ live(words.self_reported) }</p>
            </div>
        </section>
    }
}

/// The points; the reader's own answers where there are none to be earned.
fn heading(view: &View) -> Html {
    match view.sitting.first.filter(|first| first.tally.possible > 0) {
        Some(first) => html! {
            <>
                { score(view, first) }
                if let Some(latest) = view.sitting.latest {
                    <p class="wp-latest">{ live(view.words.after_retry(view.sitting.round, latest.tally)) }</p>
                }
            </>
        },
        None => html! { <h2 class="wp-score" tabindex="-1">{ live(view.words.your_answers) }</h2> },
    }
}

/// The text for the highest band that the points reach.
fn band(view: &View) -> Html {
    let tally = view.sitting.first.map(|first| first.tally).filter(|tally| tally.possible > 0);
    match view.bundle.results.iter().find(|band| tally.is_some_and(|tally| tally.reaches(band.from))) {
        None => Html::default(),
        Some(band) => html! {
            <div class="wp-result-band">
                <h3 class="wp-section-title" dir="auto">{ view.bundle.plain(&key::title(&band.id)) }</h3>
                { texts("band", view.bundle.text(&key::intro(&band.id))) }
            </div>
        },
    }
}

fn score(view: &View, Outcome { tally, passed }: Outcome) -> Html {
    let words = view.words;
    let percent = tally.percent().map(|percent| words.sentence(&words.percent(percent)));
    let pass = view.bundle.policy.pass.map(|pass| pass.whole_percent());
    let meaning = match (passed, pass) {
        (Some(true), Some(pass)) => Some(words.passed(pass)),
        (Some(false), Some(pass)) => Some(words.not_passed(pass)),
        _ => None,
    };
    let sentence = percent.into_iter().chain(meaning).collect::<Vec<_>>().join(" ");
    html! {
        <>
            <h2 class="wp-score" tabindex="-1">{ live(words.score(tally)) }</h2>
            <p class="wp-meaning">{ live(sentence) }</p>
        </>
    }
}

fn retry(view: &View) -> Html {
    match view.bundle.policy.retry {
        _ if view.bundle.policy.feedback == Feedback::Exam => Html::default(),
        Retry::Wrong if view.sitting.not_right(view.bundle).next().is_some() => view.primary("retry", view.words.retry_wrong, Msg::Retry),
        Retry::All => view.primary("retry", view.words.retry_all, Msg::Retry),
        Retry::Wrong | Retry::None => Html::default(),
    }
}

/// The points of a set of items as they stand now.
pub(super) fn tally<'a>(view: &View, items: impl Iterator<Item = &'a Item>) -> Tally {
    view.sitting.tally_of(view.bundle, items)
}

/// A table, one row a section, with bars.
fn sections(view: &View) -> Html {
    let words = view.words;
    let row = |section: &Section| {
        let tally = tally(view, view.bundle.items.iter().filter(|item| item.section.as_ref() == Some(&section.id)));
        html! {
            <tr key={section.id.as_str()}>
                <th scope="row">{ live(view.bundle.plain(&key::title(&section.id))) }</th>
                <td class="wp-bar"><progress value={tally.percent().unwrap_or_default().to_string()} max="100" aria-hidden="true" /></td>
                <td class="wp-number">{ live(words.points_of(tally)) }</td>
            </tr>
        }
    };
    match view.bundle.sections.len() {
        0 | 1 => Html::default(),
        _ => html! {
            <table class="wp-sections">
                <caption>{ live(words.by_section) }</caption>
                <thead class="wp-hidden">
                    <tr><th scope="col">{ words.part }</th><th scope="col">{ words.share_earned }</th><th scope="col">{ words.points }</th></tr>
                </thead>
                <tbody>{ for view.bundle.sections.iter().map(row) }</tbody>
            </table>
        },
    }
}

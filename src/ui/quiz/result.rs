//! The result: one big sentence, one of meaning, how each part went, what next.

use super::calibration::calibration;
use super::card::{texts, welcome};
use super::dimensions::dimensions;
use super::keep::{keep, remind, shared};
use super::notices::notices;
use super::{Arrival, View, review};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::bundle::{Feedback, Item, Mode, Retry, Section, Solutions, key};
use waypost_core::quiz::{Msg, Outcome, Tally};
use yew::prelude::*;

/// The result and the review.
pub(super) fn result(view: &View, arrival: Arrival) -> Html {
    if view.bundle.gathers() {
        return reviewed(view);
    }
    let words = view.words;
    let own = arrival != Arrival::Shared;
    let score = view.bundle.policy.mode == Mode::Score;
    let mut parts = Vec::new();
    match arrival {
        Arrival::Returned => parts.push(welcome(view, words.welcome_back_result.into())),
        Arrival::Shared => parts.push(shared(view)),
        Arrival::Fresh => {}
    }
    parts.extend([notices(view), heading(view), band(view)]);
    parts.extend(score.then(|| sections(view)));
    parts.extend([dimensions(view), calibration(view)]);
    if own {
        parts.push(part("div", "wp-actions", vec![retry(view), view.quiet("restart", words.start_again, Msg::Restart)]));
        parts.push(keep(view));
    }
    if view.bundle.policy.solutions != Solutions::None {
        parts.push(review::review(view));
    }
    let title = part("p", "wp-title", vec![live(view.bundle.title.clone())]);
    let name = part("p", "wp-name", vec![live(words.name_line)]);
    parts.push(part("div", "wp-certificate", vec![title, name, part("p", "", vec![live(words.self_reported)])]));
    // The key makes it another element than the card.
    html! { <section class="wp-result" key="result">{ for parts }</section> }
}

/// A review: what it is, how today's is going, when the next one is; no points. Before the player knows what is due, only what it is.
fn reviewed(view: &View) -> Html {
    let (words, bundle) = (view.words, view.bundle);
    let mut parts = vec![with("h2", &["class", "dir"], vec!["wp-title".into(), "auto".into()], vec![bundle.title.clone().into()])];
    parts.push(texts("intro", bundle.text(key::INTRO)));
    if bundle.strings.get(key::NEXT).is_some() {
        let next = bundle.plain(key::NEXT);
        let state = if bundle.items.is_empty() { words.review_none } else { words.review_done };
        parts.push(with("h3", &["class", "tabindex"], vec!["wp-score".into(), "-1".into()], vec![live(state)]));
        if !next.is_empty() {
            parts.push(part("p", "wp-meaning", vec![live(words.about(words.review_next, "date", &next))]));
            parts.push(part("div", "wp-actions", vec![remind(view)]));
        }
    }
    if !bundle.items.is_empty() {
        parts.push(review::review(view));
    }
    part("section", "wp-result", parts)
}

/// The points; the reader's own answers where there are none to be earned.
fn heading(view: &View) -> Html {
    let Some(first) = view.sitting.first.filter(|first| first.tally.possible > 0) else {
        return score(view.words.your_answers.into());
    };
    let meaning = part("p", "wp-meaning", vec![live(meaning(view, first))]);
    let later = |latest: Outcome| part("p", "wp-latest", vec![live(view.words.after_retry(view.sitting.round, latest.tally))]);
    [score(view.words.score(first.tally)), meaning].into_iter().chain(view.sitting.latest.map(later)).collect()
}

fn score(words: String) -> Html {
    with("h2", &["class", "tabindex"], vec!["wp-score".into(), "-1".into()], vec![live(words)])
}

/// The percentage, and whether the pass mark was reached.
fn meaning(view: &View, Outcome { tally, passed }: Outcome) -> String {
    let words = view.words;
    let percent = tally.percent().map(|percent| words.sentence(&words.percent(percent))).unwrap_or_default();
    let pass = view.bundle.policy.pass.map(|pass| pass.whole_percent());
    match (passed, pass) {
        (Some(true), Some(pass)) => percent + " " + &words.passed(pass),
        (Some(false), Some(pass)) => percent + " " + &words.not_passed(pass),
        _ => percent,
    }
}

/// The text for the highest band that the points reach.
fn band(view: &View) -> Html {
    let tally = view.sitting.first.map(|first| first.tally).filter(|tally| tally.possible > 0);
    match view.bundle.results.iter().find(|band| tally.is_some_and(|tally| tally.reaches(band.from))) {
        None => Html::default(),
        Some(band) => {
            let title = part("h3", "wp-section-title", vec![live(view.bundle.plain(&key::title(&band.id)))]);
            part("div", "wp-result-band", vec![title, texts("band", view.bundle.text(&key::intro(&band.id)))])
        }
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
    // A section in which nothing is marked has no share.
    let row = |section: &Section| {
        let tally = tally(view, view.bundle.items.iter().filter(|item| item.section.as_ref() == Some(&section.id)));
        let percent = tally.percent()?;
        Some(row(view.bundle.plain(&key::title(&section.id)), vec![bar(percent), number(words.points_of(tally))]))
    };
    let rows: Vec<Html> = view.bundle.sections.iter().filter_map(row).collect();
    match rows.len() {
        0 | 1 => Html::default(),
        _ => table(words.by_section, [words.part, words.share_earned, words.points], rows),
    }
}

/// A table of figures under its caption; the heads of its columns are for those who hear them.
pub(super) fn table(caption: &'static str, heads: [&'static str; 3], rows: Vec<Html>) -> Html {
    let head = |words: &'static str| with("th", &["scope"], vec!["col".into()], vec![live(words)]);
    let heads = part("tr", "", heads.into_iter().map(head).collect());
    let parts = vec![part("caption", "", vec![live(caption)]), part("thead", "wp-hidden", vec![heads]), part("tbody", "", rows)];
    part("table", "wp-sections", parts)
}

/// A row of figures with its name.
pub(super) fn row(name: String, cells: Vec<Html>) -> Html {
    let name = with("th", &["scope"], vec!["row".into()], vec![live(name)]);
    part("tr", "", std::iter::once(name).chain(cells).collect())
}

/// A cell with a figure.
pub(super) fn number(words: String) -> Html {
    part("td", "wp-number", vec![live(words)])
}

/// A cell with a bar of so many percent.
pub(super) fn bar(percent: i64) -> Html {
    let values = vec![percent.to_string().into(), "100".into(), "true".into()];
    part("td", "wp-bar", vec![with("progress", &["value", "max", "aria-hidden"], values, Vec::new())])
}

//! The result: one big sentence, one of meaning, how each part went, what next.

use super::calibration::calibration;
use super::card::welcome;
use super::dimensions::dimensions;
use super::keep::{keep, remind, shared};
use super::notices::notices;
use super::{Arrival, View, review};
use crate::ui::markup::Markup;
use waypost_core::bundle::{Feedback, Item, Mode, Retry, Section, Solutions, key};
use waypost_core::id::ItemId;
use waypost_core::quiz::{Msg, Outcome, Tally};

/// The result and the review.
pub(super) fn result(out: &mut Markup, view: &View, arrival: Arrival) {
    if view.bundle.gathers() {
        return reviewed(out, view);
    }
    let words = view.words;
    out.el("section.wp-result", |out| {
        // The key makes it another element than the card.
        out.key("result");
        out.group(|out| match arrival {
            Arrival::Returned => welcome(out, view, words.welcome_back_result),
            Arrival::Shared => shared(out, view),
            Arrival::Fresh => {}
        });
        notices(out, view);
        out.group(|out| heading(out, view));
        band(out, view);
        out.group(|out| {
            if view.bundle.policy.mode == Mode::Score {
                sections(out, view);
            }
            dimensions(out, view);
            calibration(out, view);
        });
        if arrival != Arrival::Shared {
            out.el("div.wp-actions", |out| {
                retry(out, view);
                view.quiet(out, "restart", words.start_again, Msg::Restart);
            });
            keep(out, view);
        }
        if view.bundle.policy.solutions != Solutions::None {
            review::review(out, view);
        }
        out.el("div.wp-certificate", |out| {
            view.title(out, "p.wp-title");
            out.says("p.wp-name", words.name_line);
            out.says("p", words.self_reported);
        });
    });
}

/// A review: what it is, how today's is going, when the next one is; no points. Before the player knows what is due, only what it is.
fn reviewed(out: &mut Markup, view: &View) {
    let (words, bundle) = (view.words, view.bundle);
    out.el("section.wp-result", |out| {
        view.title(out, "h2.wp-title[dir=auto]");
        view.texts(out, "intro", key::INTRO.to_owned());
        if bundle.strings.get(key::NEXT).is_some() {
            let next = bundle.plain(key::NEXT);
            out.says("h3.wp-score[tabindex=-1]", if bundle.items.is_empty() { words.review_none } else { words.review_done });
            if !next.is_empty() {
                out.says("p.wp-meaning", &words.about(words.review_next, "date", &next));
                out.el("div.wp-actions", |out| remind(out, view));
            }
        }
        if !bundle.items.is_empty() {
            review::review(out, view);
        }
    });
}

/// The points; the reader's own answers where there are none to be earned.
fn heading(out: &mut Markup, view: &View) {
    let Some(first) = view.sitting.first.filter(|first| first.tally.possible > 0) else {
        return score(out, view.words.your_answers);
    };
    score(out, &view.words.score(first.tally));
    out.says("p.wp-meaning", &meaning(view, first));
    if let Some(latest) = view.sitting.latest {
        out.says("p.wp-latest", &view.words.after_retry(view.sitting.round, latest.tally));
    }
}

fn score(out: &mut Markup, words: &str) {
    out.says("h2.wp-score[tabindex=-1]", words);
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
fn band(out: &mut Markup, view: &View) {
    let tally = view.sitting.first.map(|first| first.tally).filter(|tally| tally.possible > 0);
    let reached = view.bundle.results.iter().find(|band| tally.is_some_and(|tally| tally.reaches(band.from)));
    out.group(|out| {
        if let Some(band) = reached {
            out.el("div.wp-result-band", |out| {
                view.said(out, "h3.wp-section-title[dir=auto]", key::title(&band.id));
                view.texts(out, "band", key::intro(&band.id));
            });
        }
    });
}

fn retry(out: &mut Markup, view: &View) {
    let words = match view.bundle.policy.retry {
        _ if view.bundle.policy.feedback == Feedback::Exam => return,
        Retry::Wrong if view.sitting.not_right(view.bundle).next().is_some() => view.words.retry_wrong,
        Retry::All => view.words.retry_all,
        Retry::Wrong | Retry::None => return,
    };
    view.primary(out, "retry", words, Msg::Retry);
}

/// The points of a set of items as they stand now.
pub(super) fn tally<'a>(view: &View, items: impl Iterator<Item = &'a Item>) -> Tally {
    view.sitting.tally_of(view.bundle, items)
}

/// A table, one row a section, with bars.
fn sections<'a>(out: &mut Markup, view: &View<'a>) {
    let words = view.words;
    let of = |section: &'a Section| {
        let tally = tally(view, view.bundle.items.iter().filter(|item| item.section.as_ref() == Some(&section.id)));
        // A section in which nothing is marked has no share.
        Some((section, tally, tally.percent()?))
    };
    let sections: Vec<_> = view.bundle.sections.iter().filter_map(of).collect();
    if sections.len() < 2 {
        return;
    }
    table(out, words.by_section, [words.part, words.share_earned, words.points], |out| {
        for (section, tally, percent) in sections {
            titled(out, view, &section.id, |out| {
                bar(out, percent);
                number(out, &words.points_of(tally));
            });
        }
    });
}

/// A table of figures under its caption; the heads of its columns are for those who hear them.
pub(super) fn table(out: &mut Markup, caption: &str, heads: [&str; 3], rows: impl FnOnce(&mut Markup)) {
    out.el("table.wp-sections", |out| {
        out.says("caption", caption);
        out.el("thead.wp-hidden", |out| {
            out.el("tr", |out| {
                for head in heads {
                    out.says("th[scope=col]", head);
                }
            });
        });
        out.el("tbody", rows);
    });
}

/// A row of figures with its name.
pub(super) fn row(out: &mut Markup, name: &str, cells: impl FnOnce(&mut Markup)) {
    out.el("tr", |out| {
        out.says("th[scope=row]", name);
        cells(out);
    });
}

/// A row of figures that has a title of the author's.
pub(super) fn titled(out: &mut Markup, view: &View, id: &ItemId, cells: impl FnOnce(&mut Markup)) {
    out.el("tr", |out| {
        out.el("th[scope=row]", |out| view.said(out, "span[dir=auto]", key::title(id)));
        cells(out);
    });
}

/// A cell with a figure.
pub(super) fn number(out: &mut Markup, words: &str) {
    out.says("td.wp-number", words);
}

/// A cell with a bar of so many percent.
pub(super) fn bar(out: &mut Markup, percent: i64) {
    out.el("td.wp-bar", |out| {
        out.el("progress[max=100][aria-hidden=true]", |out| out.set("value", &percent.to_string()));
    });
}

//! The clock, where there is a time limit: what is left, more of it, and the way to switch it off.

use super::View;
use crate::ui::markup::Markup;
use waypost_core::bundle::{Bundle, Feedback};
use waypost_core::quiz::{Msg, Sitting};

/// Seconds left on a running clock, negative over time; `None` where none runs. `since` is how many milliseconds ago the journal's
/// latest entry was made.
pub fn time_left(bundle: &Bundle, sitting: &Sitting, since: u64) -> Option<i64> {
    let (limit, spent) = sitting.limit(bundle)?;
    Some(limit - i64::try_from((spent + since) / 1000).unwrap_or(i64::MAX))
}

/// The line with the clock. Before the first answer it says the limit; the clock runs from that answer on.
pub(super) fn time(out: &mut Markup, view: &View) {
    let (words, begun) = (view.words, !view.sitting.id.is_empty());
    let closes = view.bundle.policy.feedback == Feedback::Exam;
    let Some((left, time)) = time_left(view.bundle, view.sitting, view.since).zip(view.bundle.policy.time.as_ref()) else { return };
    out.el("div.wp-time", |out| {
        match (begun, left > 0) {
            (false, _) => out.says("p[role=timer]", &words.about(words.time_limit, "time", &minutes(left))),
            (true, true) => out.says("p[role=timer]", &words.about(words.time_left, "time", &minutes(left))),
            (true, false) => out.says("p[role=timer]", words.over_time),
        }
        // Every line keeps its place, so that the focus on a button below is not lost.
        out.group(|out| {
            if !begun {
                if closes {
                    out.says("p", words.time_closes);
                }
                out.says("p", words.not_security);
            }
        });
        out.group(|out| {
            if left <= 0 {
                out.says("p", if closes { words.time_closed } else { words.time_over });
            }
        });
        match time.essential.is_empty() {
            true => out.el("span.wp-moves", |out| {
                view.quiet(out, "extend", words.more_time, Msg::Extend);
                view.quiet(out, "clock-off", words.clock_off, Msg::ClockOff);
            }),
            false => out.says("p", &time.essential),
        }
    });
}

/// Minutes and seconds: `9:05`.
pub(super) fn minutes(seconds: i64) -> String {
    let (minutes, seconds) = (seconds.max(0) / 60, seconds.max(0) % 60);
    format!("{minutes}:{}{seconds}", if seconds < 10 { "0" } else { "" })
}

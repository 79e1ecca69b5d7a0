//! The clock, where there is a time limit: what is left, more of it, and the way to switch it off.

use super::View;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::bundle::Bundle;
use waypost_core::quiz::{Msg, Sitting};
use yew::prelude::*;

/// Seconds left on a running clock, negative over time; `None` where none runs. `since` is how many milliseconds ago the journal's
/// latest entry was made.
pub fn time_left(bundle: &Bundle, sitting: &Sitting, since: u64) -> Option<i64> {
    let (limit, spent) = sitting.limit(bundle)?;
    Some(limit - i64::try_from((spent + since) / 1000).unwrap_or(i64::MAX))
}

/// The line with the clock. Before the first answer it says the limit; the clock runs from that answer on.
pub(super) fn time(view: &View) -> Html {
    let (words, begun) = (view.words, !view.sitting.id.is_empty());
    let Some((left, time)) = time_left(view.bundle, view.sitting, view.since).zip(view.bundle.policy.time.as_ref()) else {
        return Html::default();
    };
    let said = match (begun, left > 0) {
        (false, _) => words.about(words.time_limit, "time", &minutes(left)),
        (true, true) => words.about(words.time_left, "time", &minutes(left)),
        (true, false) => words.over_time.to_owned(),
    };
    let line = |words: &'static str| part("p", "", vec![live(words)]);
    let mut parts = vec![with("p", &["role"], vec!["timer".into()], vec![live(said)])];
    // Every line keeps its place, so that the focus on a button below is not lost.
    parts.push(if begun { Html::default() } else { line(words.not_security) });
    parts.push(if left > 0 { Html::default() } else { line(words.time_over) });
    parts.push(match time.essential.is_empty() {
        true => part(
            "span",
            "wp-moves",
            vec![view.quiet("extend", words.more_time, Msg::Extend), view.quiet("clock-off", words.clock_off, Msg::ClockOff)],
        ),
        false => part("p", "", vec![live(time.essential.clone())]),
    });
    part("div", "wp-time", parts)
}

/// Minutes and seconds: `9:05`.
pub(super) fn minutes(seconds: i64) -> String {
    let (minutes, seconds) = (seconds.max(0) / 60, seconds.max(0) % 60);
    format!("{minutes}:{}{seconds}", if seconds < 10 { "0" } else { "" })
}

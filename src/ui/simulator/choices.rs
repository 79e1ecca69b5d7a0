//! Part 3: what each decision cost or brought. Every other way is played with the reader's own luck, and on average over worlds.

use super::View;
use super::card::said;
use super::figure::{chart, pending, rect, sentence, strip, table, why};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::simulator::{Clear, Found, Weighed, key, signed, whole};
use yew::prelude::*;

/// Every decision with its other ways.
pub(super) fn choices(view: &View, found: &Found) -> Vec<Html> {
    let weighed = &found.weighed;
    if weighed.is_empty() {
        return vec![pending(view)];
    }
    let far = weighed.iter().flat_map(|one| [one.with_luck.abs().into(), one.mean.abs() + one.half]).fold(1.0, f64::max);
    let scale = |points: f64| 500 + whole(points / far * 480.0);
    let cards = view.bundle.cards.iter().enumerate().map(|(turn, card)| {
        let ways = weighed.iter().filter(|one| one.card == turn).map(|one| way(view, one, &scale));
        let chosen = view.play.choices.get(turn).map(|place| view.option(turn, *place)).unwrap_or_default();
        let mut parts = vec![
            with(
                "h4",
                &["class", "dir"],
                vec!["wp-section-title".into(), "auto".into()],
                vec![live(format!("{}: {}", view.turn(turn), view.title(turn)))],
            ),
            part("p", "wp-chosen", vec![part("span", "wp-aside", vec![live(view.words.you_chose)]), " ".into(), live(chosen)]),
        ];
        parts.extend(ways);
        parts.push(said(view.words.takeaway, view.bundle.text(&key::takeaway(&card.id))));
        part("li", "wp-decision", parts)
    });
    let words = view.words;
    let cells = weighed
        .iter()
        .map(|one| vec![view.turn(one.card), view.option(one.card, one.option), signed(one.with_luck.into()), average(view, one)]);
    vec![
        sentence(finding(view, weighed)),
        part("p", "wp-key", vec![legend("wp-key-luck", words.with_your_luck), legend("wp-key-mean", words.on_average)]),
        part("ol", "wp-decisions", cards.collect()),
        table(view, words.choices, &[words.decision, words.other_way, words.with_your_luck, words.on_average], cells.collect()),
        why(view),
    ]
}

fn legend(class: &'static str, words: &'static str) -> Html {
    part("span", class, vec![live(words)])
}

/// Where another way would have brought most, on average.
fn finding(view: &View, weighed: &[Weighed]) -> String {
    let better = weighed.iter().filter(|one| one.clear == Clear::Better);
    match better.max_by(|a, b| a.mean.total_cmp(&b.mean)) {
        Some(one) => view.words.say(view.words.cost_most, &[("turn", &view.turn(one.card)), ("n", &whole(one.mean).to_string())]),
        None => view.words.cost_none.to_owned(),
    }
}

fn average(view: &View, one: &Weighed) -> String {
    match one.clear {
        Clear::No => view.words.no_difference.to_owned(),
        _ => {
            let slots = [("mean", signed(one.mean)), ("low", signed(one.mean - one.half)), ("high", signed(one.mean + one.half))];
            view.words.say(view.words.interval, &slots.each_ref().map(|(name, words)| (*name, words.as_str())))
        }
    }
}

/// Another way: both figures in words, then both on one axis, the reader's own result in the middle.
fn way(view: &View, one: &Weighed, scale: &dyn Fn(f64) -> i64) -> Html {
    let words = view.words;
    let option = view.option(one.card, one.option);
    let with_luck = format!("{} {}", words.with_your_luck, signed(one.with_luck.into()));
    let on_average = format!("{} {}", words.on_average, average(view, one));
    let [luck, mean, low, high] = [f64::from(one.with_luck), one.mean, one.mean - one.half, one.mean + one.half].map(scale);
    // Told apart by shape as well: luck is tall and narrow, the average low and wide on its interval.
    let drawing = vec![
        rect("wp-zero", 498, 502, 0, 20),
        rect("wp-between", luck, mean, 9, 2),
        rect("wp-interval", low, high, 8, 4),
        rect("wp-mean", mean - 9, mean + 9, 5, 10),
        rect("wp-luck", luck - 4, luck + 4, 0, 20),
    ];
    let name = format!("{}: {with_luck}, {on_average}", words.say(words.instead, &[("option", &option)]));
    let figures = part("p", "wp-way-figures", vec![live(with_luck), live(on_average)]);
    let two_faced = match (one.is_two_faced(), one.clear) {
        (true, Clear::Worse) => words.helped_but_hurts,
        (true, Clear::Better) => words.hurt_but_helps,
        _ => "",
    };
    let mut parts = vec![
        part("p", "", vec![live(words.say(words.instead, &[("option", &option)]))]),
        figures,
        chart("wp-dumbbell", name, vec![strip("20", drawing)]),
    ];
    if !two_faced.is_empty() {
        parts.push(part("p", "wp-aside", vec![live(two_faced)]));
    }
    part("div", "wp-way", parts)
}

//! Part 1: the reader's plan in other worlds, fifty dots and their own result.

use super::View;
use super::figure::{aside, chart, pending, sentence, table};
use crate::ui::live::live;
use crate::ui::part::{all, part, with};
use waypost_core::simulator::{Fortune, Found, Luck, Rank, Skill, percent, whole};
use yew::prelude::*;

/// Columns that dots are stacked in.
const COLUMNS: i64 = 25;
/// Width and height of a dot's place, in units of the drawing.
const PLACE: i64 = 14;
/// The drawing's height without the axis: room for so many dots.
const HIGHEST: i64 = 11;
const WIDTH: i64 = COLUMNS * PLACE;
const FLOOR: i64 = HIGHEST * PLACE + 18;

/// What was luck, then what was skill, then the dots.
pub(super) fn luck(view: &View, found: &Found) -> Vec<Html> {
    let Some(luck) = &found.luck else { return vec![pending(view)] };
    let words = view.words;
    let above = percent(luck.above);
    let fortune = match luck.fortune {
        Fortune::Unlucky => words.unlucky,
        Fortune::Usual => words.usual,
        Fortune::Lucky => words.lucky,
    };
    let mut parts = vec![sentence(words.count(fortune, above))];
    if let Some(rank) = &found.rank {
        parts.push(part("p", "wp-skill", vec![live(skill(view, luck, rank))]));
    }
    let [low, high] = ends(luck);
    let mine = whole(luck.points.into());
    let name = words.say(words.dots_name, &[("low", &low.to_string()), ("high", &high.to_string()), ("mine", &mine.to_string())]);
    let rows = luck.dots.iter().enumerate().map(|(at, dot)| vec![(at + 1).to_string(), whole((*dot).into()).to_string()]);
    parts.extend([
        chart("wp-dots", name, vec![dots(view, luck)]),
        aside(words.dots_caption),
        table(view, words.luck, &[words.dot, words.result], rows.collect()),
    ]);
    parts
}

fn skill(view: &View, luck: &Luck, rank: &Rank) -> String {
    let words = view.words;
    let said = match rank.skill {
        Skill::Strong => words.strong,
        Skill::Middling => words.middling,
        Skill::Weak => words.weak,
    };
    match (luck.fortune, rank.skill) {
        (Fortune::Lucky, Skill::Weak) => format!("{said} {}", words.lucky_weak),
        (Fortune::Unlucky, Skill::Strong) => format!("{said} {}", words.unlucky_strong),
        _ => said.to_owned(),
    }
}

/// The lowest and the highest points of the drawing.
fn ends(luck: &Luck) -> [i64; 2] {
    let points = luck.dots.iter().chain([&luck.points]).map(|points| whole((*points).into()));
    [points.clone().min().unwrap_or_default(), points.max().unwrap_or_default()]
}

/// Dots stacked over an axis, as small as they are many in one place, and a line with a mark where the reader's result is.
fn dots(view: &View, luck: &Luck) -> Html {
    let [low, high] = ends(luck);
    let column = |points: f32| (whole(points.into()) - low) * (COLUMNS - 1) / (high - low).max(1);
    let mut stacked = [0; COLUMNS as usize];
    let mut marks = Vec::new();
    for dot in &luck.dots {
        let at = column(*dot);
        let Some(below) = usize::try_from(at).ok().and_then(|at| stacked.get_mut(at)) else { continue };
        let y = FLOOR - PLACE / 2 - *below * PLACE;
        *below += 1;
        marks.push(with("circle", &["cx", "cy", "r"], vec![text(at * PLACE + PLACE / 2), text(y), "5".into()], Vec::new()));
    }
    let mine = column(luck.points) * PLACE + PLACE / 2;
    let anchor = match mine * 3 / WIDTH {
        0 => "start",
        1 => "middle",
        _ => "end",
    };
    let label = view.words.say(view.words.yours, &[("n", &whole(luck.points.into()).to_string())]);
    let words = |class: &'static str, x: i64, y: i64, anchor: &'static str, words: String| {
        let values = vec![class.into(), text(x), text(y), anchor.into()];
        with("text", &["class", "x", "y", "text-anchor"], values, vec![words.into()])
    };
    let line = |class: &'static str, d: String| with("path", &["class", "d"], vec![class.into(), d.into()], Vec::new());
    let drawn = vec![
        all(marks),
        line("wp-axis", format!("M0 {FLOOR}H{WIDTH}")),
        line("wp-mine-line", format!("M{mine} 16V{FLOOR}")),
        line("wp-mine-mark", format!("M{mine} {}l6 9h-12z", FLOOR + 1)),
        words("wp-mine-label", mine, 12, anchor, label),
        words("wp-end", 0, FLOOR + 26, "start", low.to_string()),
        words("wp-end", WIDTH, FLOOR + 26, "end", high.to_string()),
    ];
    let view_box = format!("-4 0 {} {}", WIDTH + 8, FLOOR + 30);
    with("svg", &["viewBox", "aria-hidden"], vec![view_box.into(), "true".into()], drawn)
}

fn text(number: i64) -> AttrValue {
    number.to_string().into()
}

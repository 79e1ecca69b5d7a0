//! Charts of the report, as SVG elements: each with a sentence that says what it shows.

use waypost_author::chooser::workbench::figures::Bin;
use yew::prelude::*;

/// Width of a chart, in its own units.
const WIDTH: f64 = 640.0;
/// Where bars begin.
const LEFT: f64 = 230.0;
/// Height of a row.
const ROW: f64 = 26.0;

/// A bar for each row: name, share from 0 to 1, words beside it. `limits` are lines across.
pub(super) fn bars(title: &str, rows: &[(String, f64, String)], limits: &[f64]) -> Html {
    let most = rows.iter().map(|(_, share, _)| *share).chain(limits.iter().copied()).fold(0.01, f64::max);
    let room = WIDTH - LEFT - 70.0;
    let height = ROW * rows.len() as f64 + 8.0;
    let at = |share: f64| LEFT + room * share / most;
    let row = |(n, (name, share, words)): (usize, &(String, f64, String))| {
        let y = ROW * n as f64 + 4.0;
        let middle = format!("{:.1}", y + ROW / 2.0 + 4.0);
        html! {
            <g>
                <text x={format!("{:.1}", LEFT - 10.0)} y={middle.clone()} text-anchor="end">{ shortened(name) }</text>
                <rect x={LEFT.to_string()} y={format!("{:.1}", y + 4.0)} width={format!("{:.1}", (at(*share) - LEFT).max(0.5))}
                    height={format!("{:.1}", ROW - 8.0)} rx="2" />
                <text x={format!("{:.1}", at(*share) + 6.0)} y={middle}>{ words.clone() }</text>
            </g>
        }
    };
    let limit = |share: &f64| {
        let x = format!("{:.1}", at(*share));
        html! { <line x1={x.clone()} x2={x} y1="0" y2={format!("{height:.1}")} /> }
    };
    figure(title, height, html! { <>{ for limits.iter().map(limit) }{ for rows.iter().enumerate().map(row) }</> })
}

/// Stated probability against what is true, as points on a square; the diagonal is honesty. A line for each name.
pub(super) fn calibration(title: &str, series: &[(&str, &[Bin])]) -> Html {
    let (side, left, top) = (300.0, 60.0, 10.0);
    let x = |share: f64| format!("{:.1}", left + side * share);
    let y = |share: f64| format!("{:.1}", top + side * (1.0 - share));
    let most = series.iter().flat_map(|(_, bins)| bins.iter().map(|bin| bin.readers)).max().unwrap_or(1) as f64;
    let tick = |n: i32| {
        let share = f64::from(n) / 4.0;
        html! {
            <g>
                <text x={x(share)} y={format!("{:.1}", top + side + 18.0)} text-anchor="middle">{ format!("{} %", 25 * n) }</text>
                <text x={format!("{:.1}", left - 8.0)} y={y(share)} text-anchor="end">{ format!("{} %", 25 * n) }</text>
            </g>
        }
    };
    let line = |(at, (name, bins)): (usize, &(&str, &[Bin]))| {
        let met = || bins.iter().filter(|bin| bin.readers > 0);
        let path: Vec<String> = met().map(|bin| format!("{},{}", x(bin.stated), y(bin.truly))).collect();
        let dot = |bin: &Bin| {
            let size = 2.0 + 6.0 * (bin.readers as f64 / most).sqrt();
            html! { <circle cx={x(bin.stated)} cy={y(bin.truly)} r={format!("{size:.1}")} /> }
        };
        let label = format!("{:.1}", top + 20.0 * (at as f64 + 1.0));
        html! {
            <g class={format!("series s{at}")}>
                <polyline points={path.join(" ")} />
                { for met().map(dot) }
                <circle cx="400" cy={label.clone()} r="5" />
                <text x="412" y={label} dominant-baseline="central">{ (*name).to_owned() }</text>
            </g>
        }
    };
    let inside = html! {
        <>
            <line class="even" x1={x(0.0)} y1={y(0.0)} x2={x(1.0)} y2={y(1.0)} />
            { for (0..=4).map(tick) }
            { for series.iter().enumerate().map(line) }
        </>
    };
    figure(title, side + 40.0, inside)
}

fn figure(title: &str, height: f64, inside: Html) -> Html {
    html! {
        <figure>
            <figcaption>{ title.to_owned() }</figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {height:.0}")} role="img" aria-label={title.to_owned()}>{ inside }</svg>
        </figure>
    }
}

/// A name that fits beside a bar.
fn shortened(name: &str) -> String {
    match name.char_indices().nth(34) {
        None => name.to_owned(),
        Some((at, _)) => format!("{}...", name.get(..at).unwrap_or(name).trim_end()),
    }
}

//! The doctor's page: the findings as a table, and three charts, each with its numbers in a table below.

use crate::document::written;
use waypost_author::doctor::{Examination, Finding, Outcome, Series, Use};
use yew::prelude::*;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}\
table{border-collapse:collapse;margin:1rem 0}th,td{text-align:start;padding:.25rem .75rem;border-block-end:1px solid #d0d7de;vertical-align:top}\
.fails{color:#a40e26;font-weight:700}.flagged{color:#7d4e00;font-weight:700}.holds{color:#116329}.skipped{color:#57606a}\
svg{display:block;width:100%;height:auto;max-width:44rem}figure{margin:2rem 0}figcaption{font-weight:600}\
text{font:12px system-ui,sans-serif;fill:#1f2328}.axis{stroke:#57606a}.first{stroke:#0550ae}.second{stroke:#953800;stroke-dasharray:6 4}\
polyline{fill:none;stroke-width:2.5}.bar{fill:#0550ae}.odd{fill:#a40e26}";

/// The page as a whole document.
pub(super) fn page(found: &Examination) -> String {
    let rates = found.rates.iter().filter(|series| !series.values.is_empty());
    let rates: Vec<Series> = rates.cloned().collect();
    let tree = html! {
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{ format!("Model doctor: {}", found.title) }</title>
                <style>{ STYLE }</style>
            </head>
            <body>
                <h1>{ format!("Model doctor: {}", found.title) }</h1>
                <p>{ format!("{} plans, {} worlds each. Best plan: {} ({:.0} points).", found.plans, found.worlds, found.best.join(" "), found.best_mean) }</p>
                <table>
                    <thead><tr><th>{ "Check" }</th><th>{ "Result" }</th><th>{ "Figures" }</th></tr></thead>
                    <tbody>{ for found.findings.iter().map(row) }</tbody>
                </table>
                if !rates.is_empty() {
                    { lines(&rates) }
                }
                { bars(&found.uses) }
                { spread(&found.spread) }
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", written(tree))
}

fn row(finding: &Finding) -> Html {
    let (class, word) = match finding.outcome {
        Outcome::Holds => ("holds", "holds"),
        Outcome::Fails => ("fails", "fails"),
        Outcome::Flagged => ("flagged", "flagged"),
        Outcome::Skipped => ("skipped", "skipped"),
    };
    let more = [("Try", &finding.help), ("Why", &finding.why)];
    let more = more.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| html! { <div>{ format!("{name}: {text}") }</div> });
    html! {
        <tr>
            <th scope="row">{ finding.name }</th>
            <td class={class}>{ word }</td>
            <td>{ finding.says.clone() }{ for more }</td>
        </tr>
    }
}

/// The outcome of every turn.
fn lines(rates: &[Series]) -> Html {
    let most = rates.iter().flat_map(|series| series.values.iter().copied()).fold(1.0, f64::max);
    let turns = rates.first().map_or(1, |series| series.values.len().max(2));
    let x = |turn: usize| 50.0 + 600.0 * turn as f64 / (turns - 1) as f64;
    let y = |value: f64| 210.0 - 190.0 * value / most;
    let line = |(number, series): (usize, &Series)| {
        let points: Vec<String> =
            series.values.iter().enumerate().map(|(turn, value)| format!("{:.1},{:.1}", x(turn), y(*value))).collect();
        let last = series.values.last().copied().unwrap_or_default();
        html! {
            <>
                <polyline class={if number == 0 { "first" } else { "second" }} points={points.join(" ")} />
                <text x={format!("{:.1}", x(turns - 1) + 6.0)} y={format!("{:.1}", y(last) + 4.0)}>{ series.name.clone() }</text>
            </>
        }
    };
    let cells = |series: &Series| {
        html! { <tr><th scope="row">{ series.name.clone() }</th>{ for series.values.iter().map(|value| html! { <td>{ format!("{value:.0}") }</td> }) }</tr> }
    };
    html! {
        <figure>
            <figcaption>{ "Outcome of every turn" }</figcaption>
            <svg viewBox="0 0 740 240" role="img" aria-label="The outcome of every turn, for the best plan and the old habits; the numbers are in the table below">
                <line class="axis" x1="50" y1="210" x2="650" y2="210" />
                <text x="8" y="24">{ format!("{most:.0}") }</text>
                <text x="8" y="214">{ "0" }</text>
                { for (0..turns).map(|turn| html! { <text x={format!("{:.1}", x(turn) - 3.0)} y="230">{ turn + 1 }</text> }) }
                { for rates.iter().enumerate().map(line) }
            </svg>
            <table><tbody>{ for rates.iter().map(cells) }</tbody></table>
        </figure>
    }
}

/// How often each option is among the best plans.
fn bars(uses: &[Use]) -> Html {
    let height = 22 * uses.len() + 10;
    let bar = |(number, used): (usize, &Use)| {
        let y = 22 * number + 4;
        let class = if used.share < 0.02 || used.share > 0.85 { "odd" } else { "bar" };
        html! {
            <>
                <text x="4" y={(y + 13).to_string()}>{ used.option.clone() }</text>
                <rect {class} x="110" y={y.to_string()} height="16" width={format!("{:.1}", 500.0 * used.share)} />
                <text x={format!("{:.1}", 116.0 + 500.0 * used.share)} y={(y + 13).to_string()}>{ format!("{:.1} %", used.share * 100.0) }</text>
            </>
        }
    };
    html! {
        <figure>
            <figcaption>{ "How often each option is among the best plans" }</figcaption>
            <svg viewBox={format!("0 0 700 {height}")} role="img" aria-label="A bar for each option, with its share in percent beside it">
                { for uses.iter().enumerate().map(bar) }
            </svg>
        </figure>
    }
}

/// How many plans earn how much.
fn spread(counts: &[usize]) -> Html {
    let most = counts.iter().copied().max().unwrap_or(1).max(1) as f64;
    let bar = |(number, count): (usize, &usize)| {
        let height = 180.0 * *count as f64 / most;
        html! { <rect class="bar" x={(20 + 16 * number).to_string()} y={format!("{:.1}", 200.0 - height)} width="14" height={format!("{height:.1}")} /> }
    };
    html! {
        <figure>
            <figcaption>{ "How many plans earn how much, from the worst to the best" }</figcaption>
            <svg viewBox="0 0 680 220" role="img" aria-label="Counts of plans over forty even steps of mean points, from the worst plan to the best">
                { for counts.iter().enumerate().map(bar) }
                <line class="axis" x1="20" y1="200" x2="660" y2="200" />
            </svg>
        </figure>
    }
}

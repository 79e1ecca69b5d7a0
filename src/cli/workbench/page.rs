//! The workbench's report as a document of its own: figures in tables, charts beside them, nothing fetched from anywhere.

use super::Measured;
use super::charts::{bars, calibration};
use super::text::{column, how};
use waypost::ui::prerender::now;
use waypost_author::chooser::workbench::figures::Figures;
use waypost_author::chooser::workbench::findings::{Finding, percent};
use waypost_author::chooser::workbench::outcomes::Outcomes;
use waypost_author::chooser::workbench::readers::Readers;
use waypost_author::chooser::workbench::study::Scenario;
use waypost_core::chooser::bundle::Chooser;
use yew::prelude::*;

const STYLE: &str = include_str!("report.css");

/// The document.
pub(super) fn page(chooser: &Chooser, measured: &Measured, findings: &[Finding]) -> String {
    let body = match measured {
        Measured::Outcomes(outcomes) => profile(outcomes),
        Measured::Readers(readers) => adaptive(readers),
    };
    let tree = html! {
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>{ format!("Workbench: {}", chooser.title) }</title>
                <style>{ STYLE }</style>
            </head>
            <body>
                <main>
                    <h1>{ chooser.title.clone() }</h1>
                    <p>{ format!("What this chooser does to its readers. Revision {}.", chooser.revision) }</p>
                    { wrong(findings) }
                    { body }
                </main>
            </body>
        </html>
    };
    format!("<!DOCTYPE html>\n{}\n", now(yew::LocalServerRenderer::<Whole>::with_props(WholeProps { tree }).hydratable(false).render()))
}

#[derive(Properties, PartialEq)]
struct WholeProps {
    tree: Html,
}

/// A document that is made already: the renderer wants a component.
#[component]
fn Whole(props: &WholeProps) -> Html {
    props.tree.clone()
}

fn wrong(findings: &[Finding]) -> Html {
    let one = |finding: &Finding| {
        let part = finding.part.as_ref().map(|part| format!("{part}: ")).unwrap_or_default();
        html! { <li><strong>{ finding.code.code }</strong>{ format!(" {part}{}. {}.", finding.message, finding.help) }</li> }
    };
    html! {
        <section>
            <h2>{ "Beyond the limits" }</h2>
            if findings.is_empty() {
                <p>{ "Nothing: every figure is within the limits of the file." }</p>
            } else {
                <ul>{ for findings.iter().map(one) }</ul>
            }
        </section>
    }
}

fn table(head: &[&str], rows: Vec<Vec<String>>) -> Html {
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        html! { <tr><th scope="row">{ cells.next() }</th>{ for cells.map(|cell| html! { <td>{ cell }</td> }) }</tr> }
    };
    html! {
        <div class="wide">
            <table>
                <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ (*name).to_owned() }</th> }) }</tr></thead>
                <tbody>{ for rows.into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn profile(outcomes: &Outcomes) -> Html {
    let spread = &outcomes.spread;
    let shares: Vec<_> = outcomes
        .outcomes
        .iter()
        .enumerate()
        .map(|(k, (_, title))| (title.clone(), outcomes.clear(k), percent(outcomes.clear(k))))
        .collect();
    let rows = outcomes.outcomes.iter().enumerate();
    let rows = rows
        .map(|(k, (_, title))| vec![title.clone(), percent(outcomes.clear(k)), percent(spread.sole[k]), percent(spread.tied[k])])
        .collect();
    let power: Vec<_> = outcomes.power.iter().map(|(id, power)| (id.to_string(), *power, percent(*power))).collect();
    let even = outcomes.even();
    let columns = outcomes
        .columns
        .iter()
        .enumerate()
        .map(|(at, leaders)| vec![format!("always option {}", at + 1), column(outcomes, leaders)])
        .collect();
    let steps = outcomes.suggestions.iter().map(|step| {
        vec![step.question.to_string(), step.option.to_string(), step.outcome.to_string(), step.from.to_string(), step.to.to_string()]
    });
    let names = ["one answer", "two answers", "three answers", "more"];
    let distances: Vec<_> =
        names.iter().zip(&outcomes.distances).map(|(name, share)| ((*name).to_owned(), *share, percent(*share))).collect();
    html! {
        <>
            <section>
                <h2>{ "Who gets what" }</h2>
                <p>{ format!("{:.3e} ways to answer; {}.", outcomes.paths, how(spread.how)) }</p>
                { bars("Share of each outcome among results with one leader; the line is an even share", &shares, &[even]) }
                { table(&["Outcome", "Of clear results", "Alone", "Among tied"], rows) }
                <p>{ format!("Tied: {}{}. Nothing stands out: {}.", percent(spread.ties), if outcomes.asks { ", put before the reader" } else { "" }, percent(spread.none)) }</p>
            </section>
            <section>
                <h2>{ "How firm a lead is" }</h2>
                <p>{ format!("How many changed answers end it; {}.", how(outcomes.distances_how)) }</p>
                { bars("Share of readers whose lead ends with so many changed answers", &distances, &[]) }
                { table(&["A reader who picks", "gets"], columns) }
            </section>
            <section>
                <h2>{ "What decides" }</h2>
                <p>{ format!("How often the result changes when one question alone is answered anew; {}.", how(outcomes.power_how)) }</p>
                { bars("Deciding power of each question", &power, &[]) }
            </section>
            if !outcomes.suggestions.is_empty() {
                <section>
                    <h2>{ "Weights that would even it out" }</h2>
                    { table(&["Question", "Option", "Outcome", "From", "To"], steps.collect()) }
                </section>
            }
        </>
    }
}

fn adaptive(readers: &Readers) -> Html {
    let row = |(scenario, f): &(Scenario, Figures)| {
        vec![
            scenario.name().to_owned(),
            format!("{:.1} ({})", f.items, f.median),
            percent(f.right),
            format!("{:.3}", f.ece),
            format!("{:.3}", f.brier),
            percent(f.leans),
            format!("{} ({})", percent(f.leans_right), percent(f.leans_stated)),
            percent(f.close),
            percent(f.unsettled),
            percent(f.drift),
            f.flips.map(percent).join(" / "),
        ]
    };
    let head = [
        "Scenario",
        "Pairs (median)",
        "Side right",
        "ECE",
        "Brier",
        "Told a lean",
        "Right (stated)",
        "Close call",
        "Not settled",
        "False drift",
        "Flips 1 / 2 / 3",
    ];
    let series: Vec<_> = readers.scenarios.iter().map(|(scenario, f)| (scenario.name(), f.bins.as_slice())).collect();
    let exposure: Vec<_> = readers.exposure().into_iter().map(|(pair, share)| (pair.to_string(), share, percent(share))).collect();
    let about = readers.scenarios.iter().map(|(scenario, _)| html! { <><dt>{ scenario.name() }</dt><dd>{ scenario.about() }</dd></> });
    let n = readers.scenarios.first().map_or(0, |(_, figures)| figures.readers);
    html! {
        <>
            <section>
                <h2>{ "Synthetic readers" }</h2>
                <p>{ format!("{n} in each scenario, made from the model's own prior and answering by the scenario's truth.") }</p>
                { table(&head, readers.scenarios.iter().map(row).collect()) }
                <dl>{ for about }</dl>
            </section>
            <section>
                <h2>{ "Stated and true" }</h2>
                { calibration("Stated probability of the second pole (across) against the share for whom it is true (up); on the line both are equal", &series) }
            </section>
            <section>
                <h2>{ "Who is asked what" }</h2>
                { bars("Share of readers asked each pair, in the scenario where it is highest", &exposure, &[]) }
            </section>
        </>
    }
}

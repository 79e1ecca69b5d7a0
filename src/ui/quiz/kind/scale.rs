//! Statements on a response scale: radios in a row for one statement, in a table for several, stacked where it is narrow.

use super::arranged::partner;
use super::part::Part;
use crate::ui::quiz::View;
use crate::ui::text::lines;
use waypost_core::bundle::{Item, Scale, Statement, key};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::{Msg, Phase};
use waypost_core::table::Table;
use yew::prelude::*;

/// The words of a step.
fn step_words(view: &View, scale: &Scale, step: u32) -> String {
    view.bundle.plain(&key::scale(&scale.name, step))
}

/// The words of a statement; the stem stands for one that has none.
fn statement(view: &View, item: &Item, row: &Statement) -> Html {
    lines(view.bundle.text(&key::text(&item.id, &row.id)))
}

/// The radios.
pub(super) fn field(view: &View, item: &Item, scale: &Scale, phase: Phase) -> Html {
    match scale.rows.as_slice() {
        [row] => html! { <div class="wp-steps">{ for (1..=scale.steps).map(|step| radio(view, item, scale, row, step, phase)) }</div> },
        rows => table(view, item, scale, rows, phase),
    }
}

fn table(view: &View, item: &Item, scale: &Scale, rows: &[Statement], phase: Phase) -> Html {
    let head = |step: u32| html! { <th scope="col">{ step_words(view, scale, step) }</th> };
    let row = |row: &Statement| {
        let cell = |step: u32| html! { <td>{ radio(view, item, scale, row, step, phase) }</td> };
        html! { <tr key={row.id.as_str()} data-option={row.id.0.clone()}><th scope="row">{ statement(view, item, row) }</th>{ for (1..=scale.steps).map(cell) }</tr> }
    };
    html! {
        <table class="wp-scale">
            <thead><tr><td></td>{ for (1..=scale.steps).map(head) }</tr></thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

fn radio(view: &View, item: &Item, scale: &Scale, row: &Statement, step: u32, phase: Phase) -> Html {
    let value = OptionId(step.to_string());
    let words = step_words(view, scale, step);
    let mut pairs = if let Some(Response::Pairs(pairs)) = view.now(item) { pairs } else { Table::default() };
    let checked = pairs.get(&row.id) == Some(&value);
    pairs.insert(row.id.clone(), value.clone());
    let statement = view.bundle.plain(&key::text(&item.id, &row.id));
    let name = (scale.rows.len() > 1).then(|| format!("{statement}: {words}"));
    html! {
        <label class="wp-step">
            <input type="radio" name={format!("{}-{}.{}", view.prefix, item.id, row.id)} value={value.0} {checked} disabled={phase == Phase::Closed}
                aria-label={name} onchange={view.send(Msg::Answer(item.id.clone(), Response::Pairs(pairs)))} />
            <span>{ words }</span>
        </label>
    }
}

/// Statements and steps to read.
pub(super) fn listing(view: &View, item: &Item, scale: &Scale) -> Html {
    let steps: Vec<String> = (1..=scale.steps).map(|step| step_words(view, scale, step)).collect();
    let rows = scale.rows.iter().filter(|_| scale.rows.len() > 1);
    html! {
        <>
            <ul class="wp-read-options">{ for rows.map(|row| html! { <li>{ statement(view, item, row) }</li> }) }</ul>
            <p>{ steps.join(" \u{b7} ") }</p>
        </>
    }
}

/// Each statement with the step the reader chose.
pub(super) fn parts(view: &View, item: &Item, scale: &Scale, response: Option<&Response>) -> Vec<Part> {
    let part = |row: &Statement| {
        let step = partner(response, &row.id).and_then(|step| step.0.parse().ok());
        Part {
            id: row.id.clone(),
            label: statement(view, item, row),
            yours: step.map_or_else(|| view.words.not_answered.into(), |step| step_words(view, scale, step).into()),
            right: None,
            verdict: None,
        }
    };
    scale.rows.iter().map(part).collect()
}

//! Statements on a response scale: radios in a row for one statement, in a table for several, stacked where it is narrow.

use super::arranged::partner;
use super::part::Part;
use crate::ui::markup::{Heard, Markup, markup};
use crate::ui::quiz::View;
use waypost_core::bundle::{Item, Scale, Statement, key};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::{Msg, Phase};
use waypost_core::table::Table;
use waypost_core::text::{Block, plain};

/// The words of a step.
fn step_words<'a>(view: &View<'a>, scale: &Scale, step: u32) -> &'a [Block] {
    view.text(&key::scale(&scale.name, step))
}

/// The words of a statement; the stem stands for one that has none.
fn statement(out: &mut Markup, view: &View, item: &Item, row: &Statement) {
    view.lines(out, key::text(&item.id, &row.id));
}

/// The radios.
pub(super) fn field(out: &mut Markup, view: &View, item: &Item, scale: &Scale, phase: Phase) {
    match scale.rows.as_slice() {
        [row] => out.el("div.wp-steps", |out| {
            for step in 1..=scale.steps {
                radio(out, view, item, scale, row, step, phase);
            }
        }),
        rows => table(out, view, item, scale, rows, phase),
    }
}

fn table(out: &mut Markup, view: &View, item: &Item, scale: &Scale, rows: &[Statement], phase: Phase) {
    out.el("table.wp-scale", |out| {
        out.el("thead", |out| {
            out.el("tr", |out| {
                out.el("td", |_| {});
                for step in 1..=scale.steps {
                    out.el("th[scope=col]", |out| out.plain(step_words(view, scale, step)));
                }
            });
        });
        out.el("tbody", |out| {
            for row in rows {
                out.el("tr", |out| {
                    out.key(&row.id.0);
                    out.set("data-option", &row.id.0);
                    out.el("th[scope=row]", |out| statement(out, view, item, row));
                    for step in 1..=scale.steps {
                        out.el("td", |out| radio(out, view, item, scale, row, step, phase));
                    }
                });
            }
        });
    });
}

fn radio(out: &mut Markup, view: &View, item: &Item, scale: &Scale, row: &Statement, step: u32, phase: Phase) {
    let value = OptionId(step.to_string());
    let mut pairs = if let Some(Response::Pairs(pairs)) = view.now(item) { pairs } else { Table::default() };
    out.el("label.wp-step", |out| {
        out.el("input[type=radio]", |out| {
            out.set("name", &[&view.control(item), ".", &row.id.0].concat());
            out.value(&value.0);
            out.checked(pairs.get(&row.id) == Some(&value));
            out.set_if("disabled", phase == Phase::Closed);
            if scale.rows.len() > 1 {
                let statement = view.text(&key::text(&item.id, &row.id));
                out.set("aria-label", &[&plain(statement), ": ", &plain(step_words(view, scale, step))].concat());
            }
            pairs.insert(row.id.clone(), value);
            view.sends(out, Heard::Change, Msg::Answer(item.id.clone(), Response::Pairs(pairs)));
        });
        out.el("span", |out| out.plain(step_words(view, scale, step)));
    });
}

/// Statements and steps to read.
pub(super) fn listing(out: &mut Markup, view: &View, item: &Item, scale: &Scale) {
    out.el("ul.wp-read-options", |out| {
        for row in scale.rows.iter().filter(|_| scale.rows.len() > 1) {
            out.el("li", |out| statement(out, view, item, row));
        }
    });
    out.el("p", |out| out.plains(" \u{b7} ", (1..=scale.steps).map(|step| step_words(view, scale, step))));
}

/// Each statement with the step the reader chose.
pub(super) fn parts(view: &View, item: &Item, scale: &Scale, response: Option<&Response>) -> Vec<Part> {
    let part = |row: &Statement| {
        let step = partner(response, &row.id).and_then(|step| step.0.parse().ok());
        Part {
            id: row.id.clone(),
            label: markup(|out| statement(out, view, item, row)),
            yours: markup(|out| match step {
                Some(step) => out.plain(step_words(view, scale, step)),
                None => out.text(view.words.not_answered),
            }),
            right: None,
            verdict: None,
        }
    };
    scale.rows.iter().map(part).collect()
}

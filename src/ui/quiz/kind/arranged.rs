//! Things put in order by buttons, rows matched and things grouped by selects. No dragging is needed anywhere.

use super::enter::{Slot, choice};
use super::part::{self, Part};
use crate::ui::icon::Icon;
use crate::ui::markup::{Heard, Markup, markup};
use crate::ui::quiz::View;
use waypost_core::bundle::{Interaction, Item, Pairs, Row, Sequence, key};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::{Msg, Phase};
use yew::Html;

/// The words of a thing, a row or a target.
fn text(out: &mut Markup, view: &View, item: &Item, id: &OptionId) {
    view.lines(out, key::text(&item.id, id));
}

fn plain(view: &View, item: &Item, id: &OptionId) -> String {
    view.bundle.plain(&key::text(&item.id, id))
}

/// A list in which each thing has a button up, a button down and a select for its place.
pub(super) fn order(out: &mut Markup, view: &View, item: &Item, sequence: &Sequence, phase: Phase) {
    let things = view.sitting.thing_order(view.bundle, item);
    out.el("ol.wp-things", |out| {
        for (at, id) in things.iter().enumerate() {
            let verdict = part::verdict(sequence.things.get(at) == Some(id));
            out.el("li.wp-thing", |out| {
                out.key(&id.0);
                out.set("data-option", &id.0);
                if phase == Phase::Closed {
                    out.set("data-verdict", verdict.name());
                }
                out.el("span.wp-thing-text", |out| text(out, view, item, id));
                part::marked(out, view, phase, Some(verdict));
                if phase != Phase::Closed {
                    out.el("span.wp-thing-moves", |out| moves(out, view, item, id, at, things.len()));
                }
            });
        }
    });
}

/// The ways to move a thing from its place `at` among `count`.
fn moves(out: &mut Markup, view: &View, item: &Item, id: &OptionId, at: usize, count: usize) {
    let words = view.words;
    let name = plain(view, item, id);
    let last = count.saturating_sub(1);
    for (act, label, icon, to, ends) in [
        ("up", words.move_up, Icon::Up, at.saturating_sub(1), at == 0),
        ("down", words.move_down, Icon::Down, last.min(at + 1), at == last),
    ] {
        out.el("button.wp-quiet[type=button]", |out| {
            out.set("data-act", act);
            out.set("aria-label", &[label, ": ", &name].concat());
            // Where it can move no further the button stays, so that the focus on it is not lost.
            if ends {
                out.set("aria-disabled", "true");
            }
            view.sends(out, Heard::Click, Msg::Move(item.id.clone(), id.clone(), to));
            out.icon(icon);
            out.words("span", label);
        });
    }
    out.el("label", |out| {
        out.words("span", words.move_to);
        out.el("select", |out| {
            out.set("aria-label", &[words.move_to, ": ", &name].concat());
            view.enters(out, item, Slot::Place(id.clone()), None);
            for to in 0..count {
                choice(out, &to.to_string(), &(to + 1).to_string(), &[], to == at);
            }
        });
    });
}

/// The things to read, in the order they are first shown.
pub(super) fn things(out: &mut Markup, view: &View, item: &Item) {
    out.el("ul.wp-read-options", |out| {
        for id in view.sitting.thing_order(view.bundle, item) {
            out.el("li", |out| text(out, view, item, &id));
        }
    });
}

/// What stands at each place and what belongs there.
pub(super) fn places(view: &View, item: &Item, sequence: &Sequence, response: Option<&Response>) -> Vec<Part> {
    let yours = if let Some(Response::Order(things)) = response { things.as_slice() } else { &[] };
    let place = |(at, right): (usize, &OptionId)| Part {
        id: right.clone(),
        label: markup(|out| out.text(&(at + 1).to_string())),
        yours: yours.get(at).map(|id| named(view, item, Some(id))).unwrap_or_default(),
        right: Some(named(view, item, Some(right))),
        verdict: yours.get(at).map(|id| part::verdict(id == right)),
    };
    sequence.things.iter().enumerate().map(place).collect()
}

/// Each row with a select of the targets.
pub(super) fn pairs(out: &mut Markup, view: &View, item: &Item, pairs: &Pairs, phase: Phase) {
    out.el("div.wp-pairs", |out| {
        for at in view.sitting.row_order(view.bundle, item) {
            if let Some(row) = pairs.rows.get(at) {
                pair(out, view, item, pairs, row, phase);
            }
        }
    });
}

fn pair(out: &mut Markup, view: &View, item: &Item, pairs: &Pairs, row: &Row, phase: Phase) {
    let words = view.words;
    let now = view.now(item);
    let chosen = partner(now.as_ref(), &row.id);
    let grouped = matches!(item.interaction, Interaction::Categorize(_));
    let label = if grouped { words.category_for } else { words.match_for };
    let verdict = (phase == Phase::Closed).then(|| part::verdict(chosen == row.target.as_ref()));
    // A target that is taken says by what.
    let taker = |id: &OptionId| {
        let takes = |other: &&Row| !grouped && other.id != row.id && partner(now.as_ref(), &other.id) == Some(id);
        pairs.rows.iter().find(takes).filter(|_| phase != Phase::Closed)
    };
    out.el("div.wp-pair", |out| {
        out.key(&row.id.0);
        out.set("data-option", &row.id.0);
        if let Some(verdict) = verdict {
            out.set("data-verdict", verdict.name());
        }
        out.el("label", |out| {
            out.el("span.wp-pair-text", |out| text(out, view, item, &row.id));
            out.el("select", |out| {
                out.set("aria-label", &words.about(label, "thing", &plain(view, item, &row.id)));
                out.set_if("disabled", phase == Phase::Closed);
                view.enters(out, item, Slot::Row(row.id.clone()), view.now(item));
                // A thing may belong nowhere: then to choose nothing is an answer, and is called so.
                choice(out, "", if has_nowhere(pairs) { words.nowhere } else { words.choose_here }, &[], chosen.is_none());
                for at in view.sitting.target_order(view.bundle, item) {
                    if let Some(id) = pairs.targets.get(at) {
                        let mut name = plain(view, item, id);
                        if let Some(taker) = taker(id) {
                            name = [&name, " (", &plain(view, item, &taker.id), ")"].concat();
                        }
                        choice(out, &id.0, &name, view.text(&key::text(&item.id, id)), chosen == Some(id));
                    }
                }
            });
        });
        part::marked(out, view, phase, verdict);
    });
}

/// Whether something belongs nowhere.
fn has_nowhere(pairs: &Pairs) -> bool {
    pairs.rows.iter().any(|row| row.target.is_none())
}

/// What a row is paired with in an answer.
pub(super) fn partner<'a>(response: Option<&'a Response>, row: &OptionId) -> Option<&'a OptionId> {
    let Some(Response::Pairs(pairs)) = response else { return None };
    pairs.get(row)
}

/// Rows and targets to read.
pub(super) fn sides(out: &mut Markup, view: &View, item: &Item, pairs: &Pairs) {
    let rows = view.sitting.row_order(view.bundle, item).into_iter().filter_map(|at| Some(&pairs.rows.get(at)?.id)).collect();
    let targets = view.sitting.target_order(view.bundle, item).into_iter().filter_map(|at| pairs.targets.get(at)).collect();
    let sides: [Vec<&OptionId>; 2] = [rows, targets];
    out.el("div.wp-sides", |out| {
        for side in sides {
            out.el("ul.wp-read-options", |out| {
                for id in side {
                    out.el("li", |out| text(out, view, item, id));
                }
            });
        }
    });
}

/// Each row with what it is paired with and what it belongs to.
pub(super) fn rows(view: &View, item: &Item, pairs: &Pairs, response: Option<&Response>) -> Vec<Part> {
    let row = |row: &Row| {
        let yours = partner(response, &row.id);
        Part {
            id: row.id.clone(),
            label: named(view, item, Some(&row.id)),
            yours: match yours.is_some() || has_nowhere(pairs) {
                true => named(view, item, yours),
                false => markup(|out| out.live(view.words.not_answered)),
            },
            right: Some(named(view, item, row.target.as_ref())),
            verdict: response.map(|_| part::verdict(yours == row.target.as_ref())),
        }
    };
    pairs.rows.iter().map(row).collect()
}

/// The words of something, or that it belongs nowhere.
fn named(view: &View, item: &Item, id: Option<&OptionId>) -> Html {
    markup(|out| match id {
        Some(id) => text(out, view, item, id),
        None => out.live(view.words.nowhere),
    })
}

//! Things put in order by buttons, rows matched and things grouped by selects. No dragging is needed anywhere.

use super::enter::Slot;
use super::part::{self, Part};
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::part::choice;
use crate::ui::quiz::View;
use crate::ui::text::lines;
use waypost_core::bundle::{Interaction, Item, Pairs, Row, Sequence, key};
use waypost_core::id::OptionId;
use waypost_core::journal::Response;
use waypost_core::quiz::{Msg, Phase};
use yew::prelude::*;

/// The words of a thing, a row or a target.
fn text(view: &View, item: &Item, id: &OptionId) -> Html {
    lines(view.bundle.text(&key::text(&item.id, id)))
}

fn plain(view: &View, item: &Item, id: &OptionId) -> String {
    view.bundle.plain(&key::text(&item.id, id))
}

/// A list in which each thing has a button up, a button down and a select for its place.
pub(super) fn order(view: &View, item: &Item, sequence: &Sequence, phase: Phase) -> Html {
    let things = view.sitting.thing_order(view.bundle, item);
    let rows = (0..things.len()).map(|at| thing(view, item, sequence, &things, at, phase));
    html! { <ol class="wp-things">{ for rows }</ol> }
}

fn thing(view: &View, item: &Item, sequence: &Sequence, things: &[OptionId], at: usize, phase: Phase) -> Html {
    let (words, count) = (view.words, things.len());
    let Some(id) = things.get(at) else { return Html::default() };
    let name = plain(view, item, id);
    let verdict = part::verdict(sequence.things.get(at) == Some(id));
    let button = |act: &'static str, label: &'static str, shown: Icon, to: Option<usize>| {
        let msg = Msg::Move(item.id.clone(), id.clone(), to.unwrap_or(at));
        // Where it can move no further the button stays, so that the focus on it is not lost.
        html! {
            <button type="button" class="wp-quiet" data-act={act} aria-label={format!("{label}: {name}")} aria-disabled={to.is_none().then_some("true")}
                onclick={view.send(msg)}>{ icon(shown) }<span>{ label }</span></button>
        }
    };
    let place = |to: usize| choice(&to.to_string(), (to + 1).to_string().into(), to == at);
    html! {
        <li class="wp-thing" key={id.as_str()} data-option={id.0.clone()} data-verdict={(phase == Phase::Closed).then(|| verdict.name())}>
            <span class="wp-thing-text">{ text(view, item, id) }</span>
            { part::marked(view, phase, Some(verdict)) }
            if phase != Phase::Closed {
                <span class="wp-thing-moves">
                    { button("up", words.move_up, Icon::Up, at.checked_sub(1)) }
                    { button("down", words.move_down, Icon::Down, Some(at + 1).filter(|&to| to < count)) }
                    <label>
                        <span>{ words.move_to }</span>
                        <select aria-label={format!("{}: {name}", words.move_to)} oninput={view.enters(item, Slot::Place(id.clone()), None)}>{ for (0..count).map(place) }</select>
                    </label>
                </span>
            }
        </li>
    }
}

/// The things to read, in the order they are first shown.
pub(super) fn things(view: &View, item: &Item) -> Html {
    let things = view.sitting.thing_order(view.bundle, item);
    html! { <ul class="wp-read-options">{ for things.iter().map(|id| html! { <li>{ text(view, item, id) }</li> }) }</ul> }
}

/// What stands at each place and what belongs there.
pub(super) fn places(view: &View, item: &Item, sequence: &Sequence, response: Option<&Response>) -> Vec<Part> {
    let yours = if let Some(Response::Order(things)) = response { things.as_slice() } else { &[] };
    let place = |(at, right): (usize, &OptionId)| Part {
        id: right.clone(),
        label: (at + 1).to_string().into(),
        yours: yours.get(at).map(|id| text(view, item, id)).unwrap_or_default(),
        right: Some(text(view, item, right)),
        verdict: yours.get(at).map(|id| part::verdict(id == right)),
    };
    sequence.things.iter().enumerate().map(place).collect()
}

/// Each row with a select of the targets.
pub(super) fn pairs(view: &View, item: &Item, pairs: &Pairs, phase: Phase) -> Html {
    let rows = view.sitting.row_order(view.bundle, item);
    let rows = rows.iter().filter_map(|&at| pairs.rows.get(at)).map(|row| pair(view, item, pairs, row, phase));
    html! { <div class="wp-pairs">{ for rows }</div> }
}

fn pair(view: &View, item: &Item, pairs: &Pairs, row: &Row, phase: Phase) -> Html {
    let words = view.words;
    let now = view.now(item);
    let chosen = partner(now.as_ref(), &row.id);
    let grouped = matches!(item.interaction, Interaction::Categorize(_));
    let label = if grouped { words.category_for } else { words.match_for };
    // A target that is taken says by what.
    let taker =
        |id: &OptionId| pairs.rows.iter().find(|other| !grouped && other.id != row.id && partner(now.as_ref(), &other.id) == Some(id));
    let option = |id: &OptionId| {
        let mut name = plain(view, item, id);
        if let Some(taker) = taker(id).filter(|_| phase != Phase::Closed) {
            name = format!("{name} ({})", plain(view, item, &taker.id));
        }
        choice(&id.0, name.into(), chosen == Some(id))
    };
    let targets = view.sitting.target_order(view.bundle, item);
    let targets = targets.iter().filter_map(|&at| pairs.targets.get(at)).map(option);
    let verdict = (phase == Phase::Closed).then(|| part::verdict(chosen == row.target.as_ref()));
    // A thing may belong nowhere: then to choose nothing is an answer, and is called so.
    let nothing = if has_nowhere(pairs) { words.nowhere } else { words.choose_here };
    html! {
        <div class="wp-pair" key={row.id.as_str()} data-option={row.id.0.clone()} data-verdict={verdict.map(|verdict| verdict.name())}>
            <label>
                <span class="wp-pair-text">{ text(view, item, &row.id) }</span>
                <select aria-label={words.about(label, "thing", &plain(view, item, &row.id))} disabled={phase == Phase::Closed}
                    oninput={view.enters(item, Slot::Row(row.id.clone()), now.clone())}>
                    { choice("", nothing.into(), chosen.is_none()) }
                    { for targets }
                </select>
            </label>
            { part::marked(view, phase, verdict) }
        </div>
    }
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
pub(super) fn sides(view: &View, item: &Item, pairs: &Pairs) -> Html {
    let entry = |id: &OptionId| html! { <li>{ text(view, item, id) }</li> };
    let rows = view.sitting.row_order(view.bundle, item);
    let rows = rows.iter().filter_map(|&at| pairs.rows.get(at)).map(|row| entry(&row.id));
    let targets = view.sitting.target_order(view.bundle, item);
    let targets = targets.iter().filter_map(|&at| pairs.targets.get(at)).map(entry);
    html! { <div class="wp-sides"><ul class="wp-read-options">{ for rows }</ul><ul class="wp-read-options">{ for targets }</ul></div> }
}

/// Each row with what it is paired with and what it belongs to.
pub(super) fn rows(view: &View, item: &Item, pairs: &Pairs, response: Option<&Response>) -> Vec<Part> {
    let named = |id: Option<&OptionId>| match id {
        Some(id) => text(view, item, id),
        None => live(view.words.nowhere),
    };
    let row = |row: &Row| {
        let yours = partner(response, &row.id);
        Part {
            id: row.id.clone(),
            label: text(view, item, &row.id),
            yours: if yours.is_some() || has_nowhere(pairs) { named(yours) } else { live(view.words.not_answered) },
            right: Some(named(row.target.as_ref())),
            verdict: response.map(|_| part::verdict(yours == row.target.as_ref())),
        }
    };
    pairs.rows.iter().map(row).collect()
}

//! A widget's root element, and what is true of a view whatever the kind: for whom it is, how the reader came, how safe the answers are.

use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::bundle::Head;
use yew::prelude::*;

/// For whom the markup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// For the time before the player is there, and for readers without it: all content, the first question answerable.
    Static,
    /// The same with the first question only, for pages that hold many widgets.
    Brief,
    /// For the player: the present step only, and never the key of an open question.
    Live,
}

/// Whether the reader has been here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// For the first time, or long since at work.
    Fresh,
    /// Just came back to a sitting begun earlier.
    Returned,
    /// Through a link to somebody else's result, which is shown to read only.
    Shared,
}

/// What became of the reader's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing to save yet.
    Nothing,
    /// They are stored on this device.
    Device,
    /// They last as long as the page: it may not store anything.
    Memory,
    /// Storing them failed.
    Failed,
}

/// The element around everything: what the shell and tests know the widget by, the step, the one status region, and the line below it
/// with how safe the answers are and who made this.
pub fn root(
    head: &Head,
    surface: Surface,
    step: Vec<Html>,
    announcement: &(u32, AttrValue),
    [saved, made_with]: [&'static str; 2],
) -> Html {
    let values = [head.id.0.clone(), head.kind.name().into(), head.revision.clone(), head.lang.clone()].map(AttrValue::from);
    let [id, kind, revision, lang] = values;
    let names: &[&str] = match says(head, surface) {
        None => &["class", "role", "aria-label", "data-widget", "data-kind", "data-revision", "data-surface", "lang", "dir"],
        Some(_) => {
            &["class", "role", "aria-label", "data-widget", "data-kind", "data-revision", "data-surface", "lang", "dir", "data-says"]
        }
    };
    let title = head.title.clone().into();
    let mut values =
        vec!["wp".into(), "group".into(), title, id, kind, revision, surface_name(surface).into(), lang, head.dir.name().into()];
    values.extend(says(head, surface));
    let mut parts = step;
    parts.push(with("p", &["class", "role"], vec!["wp-status".into(), "status".into()], vec![announce(announcement)]));
    let saved = part("span", "wp-saved", vec![live(saved)]);
    let made = part("span", "wp-made", vec![icon(Icon::Signpost), live(made_with)]);
    parts.push(part("p", "wp-foot", vec![saved, made]));
    with("div", names, values, parts)
}

fn surface_name(surface: Surface) -> &'static str {
    if surface == Surface::Live { "live" } else { "static" }
}

/// What the shell says before the player is there; the player itself says nothing for it.
fn says(_head: &Head, _surface: Surface) -> Option<AttrValue> {
    #[cfg(not(target_arch = "wasm32"))]
    if _surface != Surface::Live {
        return Some(super::says::says(&_head.lang).into());
    }
    None
}

/// The region stays, its child is made anew: the same words twice are still said twice.
fn announce((number, words): &(u32, AttrValue)) -> Html {
    match number {
        0 => Html::default(),
        number => html! { <span key={*number}>{ words.clone() }</span> },
    }
}

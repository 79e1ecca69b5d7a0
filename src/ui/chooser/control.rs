//! Native controls: a set of radio buttons under its legend, the whole row being the label.

use super::View;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use waypost_core::chooser::Msg;
use waypost_core::chooser::journal::Action;
use waypost_core::write::Write;
use yew::prelude::*;

/// One radio button.
pub(super) struct Radio {
    /// Its value, unique in its set.
    pub(super) value: String,
    /// What stands beside it.
    pub(super) label: Html,
    /// Whether it is the one that is set.
    pub(super) set: bool,
    /// What the reader says with it.
    pub(super) msg: Msg,
    /// The same as an action, where it may be set before the player is there.
    pub(super) early: Option<Action>,
}

impl Radio {
    /// A radio button with words beside it.
    pub(super) fn new(value: impl ToString, words: impl Into<AttrValue>, set: bool, msg: Msg) -> Self {
        Self { value: value.to_string(), label: live(words), set, msg, early: None }
    }

    /// The same, which may be set before the player is there.
    pub(super) fn early(self, action: Action) -> Self {
        Self { early: Some(action), ..self }
    }
}

/// How a set is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// One below the other.
    Rows,
    /// On a line where there is room.
    Line,
    /// Side by side always: few and short.
    Short,
}

impl Layout {
    fn class(self) -> &'static str {
        match self {
            Self::Rows => "wp-options",
            Self::Line => "wp-options wp-line-of",
            Self::Short => "wp-options wp-short",
        }
    }
}

/// A set of radio buttons; `name` is unique on the screen.
pub(super) fn radios(view: &View, name: &str, legend: Html, layout: Layout, all: Vec<Radio>) -> Html {
    // How many stand on a line is said before they come: a page still coming in would make room for each anew.
    let count = all.len().to_string();
    let rows = all.into_iter().map(|radio| row(view, name, radio, None)).collect();
    let options = with("div", &["class", "data-of"], vec![layout.class().into(), count.into()], rows);
    with(
        "fieldset",
        &["class", "data-set"],
        vec!["wp-question".into(), name.to_owned().into()],
        vec![part("legend", "", vec![legend]), options],
    )
}

/// One row of a set. `described` names what its words are about.
pub(super) fn row(view: &View, name: &str, radio: Radio, described: Option<String>) -> Html {
    let write = radio.early.filter(|_| view.surface != crate::ui::Surface::Live).map(|action| action.json().to_string());
    let input = html! {
        <input type="radio" name={format!("{}-{name}", view.prefix)} value={radio.value.clone()} checked={radio.set}
            aria-describedby={described} data-write={write} onchange={view.send(radio.msg)} />
    };
    let label = part("span", "wp-option-text", vec![radio.label]);
    html! { <div class="wp-option" key={radio.value}><label>{ input }{ label }</label></div> }
}

/// A question in the type of a stem, as a legend.
pub(super) fn stem(words: impl Into<AttrValue>) -> Html {
    with("span", &["class", "tabindex"], vec!["wp-stem".into(), "-1".into()], vec![live(words)])
}

/// A smaller legend.
pub(super) fn label(words: impl Into<AttrValue>) -> Html {
    part("span", "wp-legend", vec![live(words)])
}

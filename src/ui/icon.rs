//! Icons: 20 px line drawings, always beside a word and silent for screen readers.

use crate::ui::markup::{Markup, markup};
use yew::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Right.
    Check,
    /// Wrong.
    Cross,
    /// Partly right.
    Half,
    /// Onward; mirrored where text runs from right to left.
    Arrow,
    /// Earlier in a list.
    Up,
    /// Later in a list.
    Down,
    /// Waypost's mark.
    Signpost,
}

impl Icon {
    /// The lines, then the filled part, as SVG path data on a 20 by 20 grid.
    fn paths(self) -> (&'static str, &'static str) {
        match self {
            Self::Check => ("M4 10.6l4 4 8-9", ""),
            Self::Cross => ("M5 5l10 10M15 5L5 15", ""),
            Self::Half => ("M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14", "M10 3a7 7 0 0 1 0 14z"),
            Self::Arrow => ("M4 10h12M11 5l5 5-5 5", ""),
            Self::Up => ("M10 16V4M5 9l5-5 5 5", ""),
            Self::Down => ("M10 4v12M5 11l5 5 5-5", ""),
            Self::Signpost => ("M10 2v16M4 4h9l2.5 2L13 8H4zM16 10.5H8l-2.5 2 2.5 2h8z", ""),
        }
    }
}

/// The drawing, see [`Markup::icon`].
pub fn icon(icon: Icon) -> Html {
    markup(|out| out.icon(icon))
}

impl Markup {
    /// The drawing; it takes the color of the words beside it.
    pub fn icon(&mut self, icon: Icon) {
        let (lines, filled) = icon.paths();
        self.el("svg.wp-icon[viewBox=0 0 20 20][width=20][height=20][aria-hidden=true]", |out| {
            if icon == Icon::Arrow {
                out.set("data-icon", "onward");
            }
            out.path("path", lines);
            if !filled.is_empty() {
                out.path("path.wp-filled", filled);
            }
        });
    }

    /// A line or an area of a drawing, as SVG path data.
    pub fn path(&mut self, form: &'static str, data: &str) {
        self.el(form, |out| out.set("d", data));
    }
}

//! Icons: 20 px line drawings, always beside a word and silent for screen readers.

use crate::ui::part::with;
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

/// The drawing; it takes the color of the words beside it.
pub fn icon(icon: Icon) -> Html {
    let (lines, filled) = icon.paths();
    let path = |class: &'static str, d: &'static str| with("path", &["class", "d"], vec![class.into(), d.into()], Vec::new());
    let names = &["class", "data-icon", "viewBox", "width", "height", "aria-hidden"];
    let onward = if icon == Icon::Arrow { "onward" } else { "" };
    let values = ["wp-icon", onward, "0 0 20 20", "20", "20", "true"].map(AttrValue::from).into();
    let mut parts = vec![path("", lines)];
    if !filled.is_empty() {
        parts.push(path("wp-filled", filled));
    }
    with("svg", names, values, parts)
}

//! The header in the order of the format's table, comments and values kept as they are written.

use super::Sort;
use toml_edit::DocumentMut;

/// The `+++` block. TOML that cannot be read was reported before and is kept.
pub(super) fn write(inside: &str, sort: Sort) -> String {
    let Ok(mut document) = inside.parse::<DocumentMut>() else { return format!("+++\n{inside}+++\n") };
    let rank = |key: &str| match sort {
        Sort::Quiz => crate::header::rank(key),
        Sort::Page => crate::page::rank(key),
        Sort::Chooser => crate::chooser::header::rank(key),
        Sort::Simulator => crate::simulator::header::rank(key),
    };
    document.sort_values_by(|a, _, b, _| rank(a.get()).cmp(&rank(b.get())));
    let written = document.to_string();
    let lines: Vec<&str> = written.lines().map(str::trim_end).collect();
    match lines.join("\n").trim() {
        "" => String::new(),
        inside => format!("+++\n{inside}\n+++\n"),
    }
}

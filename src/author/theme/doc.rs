//! The page of documentation about looks, made from the tables here.

use super::{PARTS, PROPERTIES, Property, Takes};
use std::fmt::Write;

/// `docs/theming.md`.
pub fn page() -> String {
    let mut out = String::from(START);
    for Property { name, what, usual: (light, dark), takes } in PROPERTIES {
        let usual = if takes == Takes::Color { format!("`{light}`, `{dark}`") } else { format!("`{light}`") };
        let _ = writeln!(out, "| `--waypost-{name}` | {what} | {usual} |");
    }
    out.push_str(BETWEEN);
    for (name, what) in PARTS {
        let _ = writeln!(out, "| `{name}` | {what} |");
    }
    out + END
}

const START: &str = "\
<!-- Made from src/author/theme.rs: change it there, then run `WAYPOST_BLESS=1 cargo test -p waypost-author theming`. -->

# How a lesson looks

A lesson takes on a look in three ways: the author sets it for a course, the page around it sets it for its own elements, and the address of a
frame asks for a scheme, a fixed height or no border.

## In `course.toml`

```toml
[theme]
accent = \"#6b21a8\"          # everything that follows from it is worked out: its dark counterpart, the text on it, the tint
radius = \"8px\"
font-title = \"Charter, Georgia, serif\"

[theme.dark]
accent = \"#c4a1f0\"          # only where the one that was worked out is not to your taste
```

Every name of the table below is a key, without `--waypost-`. Colors are written as hex digits. `waypost check` works out the contrast of each pair
that meets on a page (4.5 for text, 3 for borders of controls and the focus; WCAG 2.2). A color that would be hard to read is replaced by the nearest
one that is not, and a warning (W320) says which.

## On the page around an element

```css
waypost-widget {
  --waypost-accent: #6b21a8;
  --waypost-font: inherit;
}
```

These come before the author's. They reach a `<waypost-widget>` and not a frame, which is a page of its own. What you set here is not checked: keep the
contrast yourself.

| property | for | where nothing is set (light, dark) |
|---|---|---|
";

const BETWEEN: &str = "
Single parts of an element can be styled too, as in `waypost-widget::part(button) { text-transform: none; }`. Their names stay the same within a major
version.

| part | is |
|---|---|
";

const END: &str = "
## Light and dark

A lesson follows the reader's system. `theme=\"light\"` or `theme=\"dark\"` on the element, `data-theme` on any of its ancestors in the page, or
`?theme=dark` in the address of a frame says otherwise; `theme=\"auto\"` is the same as nothing.

## Frames that keep their height

`?layout=fixed` makes every step scroll inside the frame, for hosts that let you drag a height (Notion, Thinkific). `?chrome=none` takes away border and
ground, so that the page shows through. Both can be combined: `?layout=fixed&chrome=none&theme=light`.

## Right to left, print, forced colors

The direction follows from the language of the lesson. On paper a widget's page shows all questions with their answers. With forced colors (high contrast)
the system's colors are used, and state is carried by words and borders.
";

#[cfg(test)]
mod tests;

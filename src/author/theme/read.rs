//! Reads `[theme]` of `course.toml`: colors as hex, fonts as names, lengths in px or rem.

use super::{Color, PROPERTIES, Property, Repair, Scheme, Takes, Theme};
use crate::code;
use crate::report::{Report, quote};
use crate::settings::Table;
use std::ops::Range;

/// The theme under `key`, complete and readable; warnings where a color had to be changed for that.
pub(crate) fn read(table: &Table, report: &mut Report) -> Theme {
    let mut theme = Theme::default();
    let Some(light) = table.table("theme", report) else { return theme };
    let names: Vec<&str> = PROPERTIES.iter().map(|property| property.name).chain(["dark"]).collect();
    light.refuse_unknown(&names, &[], report);
    let dark = light.table("dark", report).unwrap_or_default();
    let colors: Vec<&str> = PROPERTIES.iter().filter(|property| property.takes == Takes::Color).map(|property| property.name).collect();
    dark.refuse_unknown(&colors, &[], report);
    for property in &PROPERTIES {
        value(&light, property, Scheme::Light, &mut theme, report);
        if property.takes == Takes::Color {
            value(&dark, property, Scheme::Dark, &mut theme, report);
        }
    }
    let written = theme.clone();
    for repair in theme.complete() {
        tell(&repair, place(&repair, &written, &light, &dark, table), report);
    }
    theme
}

fn value(table: &Table, property: &Property, scheme: Scheme, theme: &mut Theme, report: &mut Report) {
    let Some(text) = table.text(property.name, report) else { return };
    let span = table.get(property.name).map_or(0..0, |entry| entry.span.clone());
    let help = match property.takes {
        Takes::Color => match Color::read(&text) {
            Some(color) => return theme.set(scheme, property.name, color),
            None => "write a color as six hex digits, such as `\"#0b6e5f\"`",
        },
        Takes::Fonts if is_fonts(&text) => return theme.other.push((property.name, text)),
        Takes::Fonts => "write names of fonts with commas between them, such as `\"Charter, Georgia, serif\"`",
        Takes::Length if is_length(&text) => return theme.other.push((property.name, text)),
        Takes::Length => "write a length from 0 to 64, such as `\"12px\"` or `\"1.125rem\"`",
    };
    report.add(code::E141, span, format!("{} is no value for {}", quote(&text), quote(property.name)), help);
}

fn is_fonts(text: &str) -> bool {
    !text.is_empty() && text.len() <= 120 && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | '\'' | '-'))
}

fn is_length(text: &str) -> bool {
    let number = text.strip_suffix("px").or(text.strip_suffix("rem"));
    let plain = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    number.filter(|number| plain(number)).and_then(|number| number.parse::<f64>().ok()).is_some_and(|number| (0.0..=64.0).contains(&number))
}

/// Where the color was written, or else what it stands on, or the accent that it was made from.
fn place(repair: &Repair, written: &Theme, light: &Table, dark: &Table, whole: &Table) -> Range<usize> {
    let own = if repair.scheme == Scheme::Dark { dark } else { light };
    let names = [repair.name, repair.below, "accent"];
    let found = names.iter().filter(|name| written.has(repair.scheme, name)).find_map(|name| own.get(name));
    found.or(light.get("accent")).or(whole.get("theme")).map_or(0..0, |entry| entry.span.clone())
}

fn tell(repair: &Repair, span: Range<usize>, report: &mut Report) {
    let Repair { scheme, name, below, written, contrast, least, used } = repair;
    let scheme = if *scheme == Scheme::Dark { " in dark" } else { "" };
    let message =
        format!("`{name}` {written} on `{below}` has a contrast of {contrast:.1}{scheme}; it needs {least:.1}, so {used} is used");
    let help = format!("write `{name} = \"{used}\"` if that is what you want, or choose another color");
    report.add(code::W320, span, message, help);
}

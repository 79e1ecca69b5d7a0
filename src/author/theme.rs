//! How a course looks: the properties that hosts and authors may set, and an author's colors, checked so that every word stays readable.

mod color;
pub mod doc;
mod read;

pub use color::Color;
pub(crate) use read::read;

use std::fmt::Write;

/// A custom property that a host page may set on its own page, or on a widget's element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Property {
    /// Its name without `--waypost-`; the key in `[theme]`.
    pub name: &'static str,
    /// What it is for.
    pub what: &'static str,
    /// What it is where nobody sets it: in light, in dark.
    pub usual: (&'static str, &'static str),
    /// What kind of value it takes.
    pub takes: Takes,
}

/// What kind of value a property takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// A color.
    Color,
    /// A list of font families.
    Fonts,
    /// A length.
    Length,
}

const fn color(name: &'static str, what: &'static str, light: &'static str, dark: &'static str) -> Property {
    Property { name, what, usual: (light, dark), takes: Takes::Color }
}

const fn plain(name: &'static str, what: &'static str, usual: &'static str, takes: Takes) -> Property {
    Property { name, what, usual: (usual, usual), takes }
}

/// Every property, in the order of `styles/tokens.css`.
pub const PROPERTIES: [Property; 20] = [
    color("paper", "the page behind widgets", "#fbfaf7", "#14171a"),
    color("surface", "the widget's box, fields", "#fff", "#1c2125"),
    color("sunken", "feedback, tables, code", "#f3f1eb", "#101315"),
    color("ink", "text", "#1b1f24", "#eceae4"),
    color("ink-2", "secondary text", "#4a525c", "#b4b9bf"),
    color("line", "borders of controls", "#8c8f8a", "#777e86"),
    color("hair", "rules without meaning", "#dedbd3", "#343a40"),
    color("accent", "the main button, what is selected, links", "#0b6e5f", "#5cc9b4"),
    color("on-accent", "text on the accent", "#fff", "#06251f"),
    color("tint", "behind a selected option", "#e3f1ee", "#16312d"),
    color("right", "the words of a right answer", "#1a6e33", "#7bd992"),
    color("partly", "the words of a partly right answer", "#7a4f00", "#f0b860"),
    color("wrong", "the words of a wrong answer", "#a8261c", "#ff9a90"),
    color("mine", "land mines, risks, old habits", "#b4460e", "#ff9e66"),
    color("focus", "the outline of what has the focus", "#1d5fd1", "#8ab4ff"),
    plain("font-title", "titles and questions", "ui-serif, Georgia, serif", Takes::Fonts),
    plain("font", "everything else", "system-ui, sans-serif", Takes::Fonts),
    plain("font-size", "the size of text", "1.0625rem", Takes::Length),
    plain("radius", "corners of the box", "14px", Takes::Length),
    plain("radius-control", "corners of options, buttons and fields", "10px", Takes::Length),
];

/// Two colors that stand on each other, and the contrast they need (WCAG 2.2, 1.4.3 and 1.4.11).
struct Pair {
    above: &'static str,
    below: &'static [&'static str],
    least: f64,
}

const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;

/// Which colors meet where.
const PAIRS: [Pair; 10] = [
    Pair { above: "ink", below: &["paper", "surface", "sunken", "tint"], least: TEXT },
    Pair { above: "ink-2", below: &["paper", "surface", "sunken", "tint"], least: TEXT },
    Pair { above: "line", below: &["paper", "surface"], least: SHAPE },
    Pair { above: "accent", below: &["paper", "surface", "sunken"], least: TEXT },
    Pair { above: "on-accent", below: &["accent"], least: TEXT },
    Pair { above: "right", below: &["surface", "sunken"], least: TEXT },
    Pair { above: "partly", below: &["surface", "sunken"], least: TEXT },
    Pair { above: "wrong", below: &["surface", "sunken"], least: TEXT },
    Pair { above: "mine", below: &["surface", "sunken"], least: TEXT },
    Pair { above: "focus", below: &["paper", "surface"], least: SHAPE },
];

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
}

/// What an author changed of the usual look; empty where nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    light: Vec<(&'static str, Color)>,
    dark: Vec<(&'static str, Color)>,
    /// Fonts and lengths, as written.
    other: Vec<(&'static str, String)>,
}

/// A color that had to be changed to stay readable.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Repair {
    pub(crate) scheme: Scheme,
    pub(crate) name: &'static str,
    pub(crate) below: &'static str,
    pub(crate) written: Color,
    pub(crate) contrast: f64,
    pub(crate) least: f64,
    pub(crate) used: Color,
}

impl Theme {
    /// The color of that name in a scheme, the usual one where the author has none.
    pub fn color(&self, scheme: Scheme, name: &str) -> Color {
        let (own, usual) = match scheme {
            Scheme::Light => (&self.light, usual(name).0),
            Scheme::Dark => (&self.dark, usual(name).1),
        };
        own.iter().find(|(known, _)| *known == name).map_or_else(|| Color::read(usual).unwrap_or(Color::BLACK), |(_, color)| *color)
    }

    /// The rules that come after `tokens.css`: a host's own properties still win.
    pub fn stylesheet(&self) -> String {
        let mut rules = String::new();
        for Property { name, takes, .. } in PROPERTIES {
            let set = |colors: &[(&str, Color)]| colors.iter().any(|(known, _)| *known == name);
            let value = match takes {
                Takes::Color if set(&self.light) || set(&self.dark) => {
                    format!("light-dark({},{})", self.color(Scheme::Light, name), self.color(Scheme::Dark, name))
                }
                Takes::Color => continue,
                Takes::Fonts | Takes::Length => match self.other.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => value.clone(),
                    None => continue,
                },
            };
            let _ = write!(rules, "--wp-{}:var(--waypost-{name},{value});", resolved(name));
        }
        if rules.is_empty() { rules } else { format!(":root,.wp{{{}}}", rules.trim_end_matches(';')) }
    }

    fn set(&mut self, scheme: Scheme, name: &'static str, color: Color) {
        let own = match scheme {
            Scheme::Light => &mut self.light,
            Scheme::Dark => &mut self.dark,
        };
        own.retain(|(known, _)| *known != name);
        own.push((name, color));
    }

    fn has(&self, scheme: Scheme, name: &str) -> bool {
        let own = match scheme {
            Scheme::Light => &self.light,
            Scheme::Dark => &self.dark,
        };
        own.iter().any(|(known, _)| *known == name)
    }

    /// Fills in what follows from the author's colors, makes every pair readable, and says what it changed of them. Of a pair, what stands
    /// above is changed.
    pub(crate) fn complete(&mut self) -> Vec<Repair> {
        if self.has(Scheme::Light, "accent") && !self.has(Scheme::Dark, "accent") {
            let accent = self.color(Scheme::Light, "accent");
            let ground = self.color(Scheme::Dark, "surface");
            self.set(Scheme::Dark, "accent", accent.readable_on(&[ground], 7.0));
        }
        let mut repairs = self.repair(|above| above == "accent");
        for scheme in [Scheme::Light, Scheme::Dark].into_iter().filter(|scheme| self.has(*scheme, "accent")).collect::<Vec<_>>() {
            let (accent, surface) = (self.color(scheme, "accent"), self.color(scheme, "surface"));
            if !self.has(scheme, "on-accent") {
                self.set(scheme, "on-accent", accent.words_on());
            }
            if !self.has(scheme, "tint") {
                let share = if scheme == Scheme::Light { 0.12 } else { 0.16 };
                self.set(scheme, "tint", surface.mixed(accent, share));
            }
        }
        repairs.extend(self.repair(|_| true));
        repairs
    }

    /// Makes the pairs readable of which `wanted` is above.
    fn repair(&mut self, wanted: impl Fn(&str) -> bool) -> Vec<Repair> {
        let mut repairs = Vec::new();
        for scheme in [Scheme::Light, Scheme::Dark] {
            for Pair { above, below, least } in PAIRS.into_iter().filter(|pair| wanted(pair.above)) {
                let written = self.color(scheme, above);
                let grounds: Vec<Color> = below.iter().map(|name| self.color(scheme, name)).collect();
                let worst = below.iter().zip(&grounds).map(|(name, ground)| (*name, written.contrast(*ground)));
                let Some((ground, contrast)) = worst.min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, contrast)| *contrast < least) else {
                    continue;
                };
                let used = written.readable_on(&grounds, least);
                self.set(scheme, above, used);
                repairs.push(Repair { scheme, name: above, below: ground, written, contrast, least, used });
            }
        }
        repairs
    }
}

fn usual(name: &str) -> (&'static str, &'static str) {
    PROPERTIES.iter().find(|property| property.name == name).map(|property| property.usual).unwrap_or_default()
}

/// The name that style sheets use.
fn resolved(name: &str) -> &str {
    match name {
        "font-title" => "serif",
        "font" => "sans",
        "font-size" => "size",
        name => name,
    }
}

/// A part of a widget that a host page may style with `::part()`, where the widget is an element of that page.
pub const PARTS: [(&str, &str); 9] = [
    ("root", "the whole box"),
    ("heading", "the title"),
    ("question", "what is asked"),
    ("option", "an answer to choose"),
    ("feedback", "what is said after an answer"),
    ("button", "every button"),
    ("progress", "the bar"),
    ("result", "the result"),
    ("note", "the line below the box"),
];

#[cfg(test)]
mod tests;

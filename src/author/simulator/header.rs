//! The header of a simulator: the keys every widget has, its own, and what it claims to teach.

use super::claim::{Claims, claims};
use crate::code;
use crate::header::{about, allow, hosts, id, lang, place};
use crate::report::{Report, quote};
use crate::settings::{Table, Value};
use std::ops::Range;
use waypost_core::bundle::{Dir, Meta};
use waypost_core::id::{ItemId, WidgetId, is_id};
use waypost_core::simulator::limit;

/// What the header of a simulator says.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The widget's name: given, or from the file's name.
    pub id: WidgetId,
    /// The title, in plain text.
    pub title: String,
    /// Content revision.
    pub version: u32,
    /// Language, a BCP 47 tag.
    pub lang: String,
    /// Writing direction.
    pub dir: Dir,
    /// Authors, dates and license.
    pub meta: Meta,
    /// Lint codes silenced for the file.
    pub allow: Vec<&'static str>,
    /// How many turns the author says there are, with its place.
    pub turns: Option<(u32, Range<usize>)>,
    /// What a turn is called.
    pub turn_name: String,
    /// Worlds of the analysis.
    pub worlds: u32,
    /// Seed of the analysis.
    pub seed: u32,
    /// Whether it is not to be published yet.
    pub draft: bool,
    /// Who may receive the widget's learner events from a frame: origins, or `*`.
    pub hosts: Vec<String>,
    /// Habits and what they are called.
    pub families: Vec<(ItemId, String)>,
    /// Other starts than the usual one.
    pub starts: Vec<Start>,
    /// What the simulator claims to teach, and the doctor's thresholds.
    pub claims: Claims,
}

impl Default for Header {
    fn default() -> Self {
        Self {
            id: WidgetId::from("simulator"),
            title: String::new(),
            version: 1,
            lang: "en".to_owned(),
            dir: Dir::Ltr,
            meta: Meta::default(),
            allow: Vec::new(),
            turns: None,
            turn_name: "turn".to_owned(),
            worlds: 1024,
            seed: 1,
            draft: false,
            hosts: Vec::new(),
            families: Vec::new(),
            starts: Vec::new(),
            claims: Claims::default(),
        }
    }
}

/// Every key of a simulator's header, in the order in which they are best written.
const KEYS: &[&str] = &[
    "kind",
    "id",
    "title",
    "format",
    "version",
    "about",
    "lang",
    "dir",
    "allow",
    "turns",
    "turn_name",
    "worlds",
    "seed",
    "draft",
    "hosts",
    "families",
    "starts",
    "claims",
    "doctor",
];

/// The place of a key in the header.
pub(crate) fn rank(key: &str) -> usize {
    KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len())
}

/// Reads the header of a simulator. `default_lang` is the language of the course.
pub(crate) fn read(table: &Table, default_lang: &str, report: &mut Report) -> Header {
    table.refuse_unknown(KEYS, &[], report);
    let lang = lang(table, default_lang, report);
    let families = families(table, report);
    let usual = Header::default();
    Header {
        id: id(table, report),
        title: table.text("title", report).unwrap_or_default(),
        version: table.number("version", 1, report).unwrap_or(1),
        dir: table.choice("dir", &[("ltr", Dir::Ltr), ("rtl", Dir::Rtl)], report).unwrap_or(Dir::of(&lang)),
        lang,
        meta: about(table, report),
        allow: allow(table, report),
        turns: table.number("turns", 1, report).map(|turns| (turns, place(table, "turns"))),
        turn_name: table.text("turn_name", report).filter(|name| !name.is_empty()).unwrap_or(usual.turn_name),
        worlds: worlds(table, report).unwrap_or(usual.worlds),
        seed: table.number("seed", 0, report).unwrap_or(usual.seed),
        draft: table.flag("draft", report).unwrap_or_default(),
        hosts: hosts(table, report),
        claims: claims(table, &families, report),
        starts: starts(table, report),
        families,
    }
}

fn worlds(table: &Table, report: &mut Report) -> Option<u32> {
    let worlds = table.number("worlds", 64, report)?;
    if worlds as usize > limit::WORLDS {
        let message = format!("an analysis has at most {} worlds", limit::WORLDS);
        report.add(code::E409, place(table, "worlds"), message, "write a smaller number; 1024 is the usual one");
        return None;
    }
    Some(worlds)
}

/// Another start: what it is called, and where gauges begin.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// Its name, as links use it.
    pub id: ItemId,
    /// What readers are told.
    pub label: String,
    /// The stocks that begin elsewhere, each with where it is named.
    pub stocks: Vec<(ItemId, u32, Range<usize>)>,
}

fn starts(table: &Table, report: &mut Report) -> Vec<Start> {
    let Some(starts) = table.table("starts", report) else { return Vec::new() };
    let mut read = Vec::new();
    for entry in starts.entries() {
        if !is_id(&entry.key) {
            let help = "write a short name of `a-z`, `0-9` and `-`, such as `manager`";
            report.add(code::E141, entry.key_span.clone(), format!("{} is no name for a start", quote(&entry.key)), help);
        }
        let Some(start) = starts.table(&entry.key, report) else { continue };
        let label = start.text("label", report).unwrap_or_else(|| entry.key.clone());
        let stocks = start.entries().iter().filter(|stock| stock.key != "label");
        let stocks = stocks
            .filter_map(|stock| Some((ItemId::from(stock.key.as_str()), start.number(&stock.key, 0, report)?, stock.key_span.clone())));
        let stocks = stocks.collect();
        read.push(Start { id: ItemId::from(entry.key.as_str()), label, stocks });
    }
    read
}

fn families(table: &Table, report: &mut Report) -> Vec<(ItemId, String)> {
    let Some(families) = table.table("families", report) else { return Vec::new() };
    let mut read = Vec::new();
    for entry in families.entries() {
        if !is_id(&entry.key) || ["pin", "tag"].contains(&entry.key.as_str()) {
            let help = "write a short name of `a-z`, `0-9` and `-`, such as `old`";
            report.add(code::E141, entry.key_span.clone(), format!("{} is no name for a family", quote(&entry.key)), help);
        }
        match &entry.value {
            Value::Text(label) if !label.trim().is_empty() => read.push((ItemId::from(entry.key.as_str()), label.trim().to_owned())),
            _ => drop(families.text(&entry.key, report)),
        }
    }
    read
}

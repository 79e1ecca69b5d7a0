//! The header of a chooser: what it is about, which engine reads the answers, by which rules, and from which sources.

use crate::code;
use crate::header::{about, allow, format, hosts, id, lang, scales};
use crate::report::{Report, quote};
use crate::settings::{Entry, Table, Value};
use std::ops::Range;
use waypost_core::bundle::{Dir, Meta};
use waypost_core::chooser::bundle::{Report as Level, Rules, Score, Source};
use waypost_core::id::{WidgetId, is_id};
use waypost_core::number::Share;
use waypost_core::typed::Exact;

/// What the header of a chooser says.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Authors, dates, license, funding.
    pub meta: Meta,
    /// Where `about` stands; an empty range where it is missing.
    pub about: Range<usize>,
    /// How answers are read.
    pub engine: Engine,
    /// Whether short texts are only warned about.
    pub draft: bool,
    /// The reader's situation.
    pub situation: Told,
    /// The decision as a question.
    pub decision: Told,
    /// What nobody knows.
    pub uncertainty: Told,
    /// Rules of the adaptive engine.
    pub rules: Rules,
    /// Where the rules stand.
    pub rules_at: Range<usize>,
    /// Profile: answers before anything is said; all where absent.
    pub min: Option<u32>,
    /// Profile: the least share that counts.
    pub floor: Share,
    /// Profile: how outcomes are compared.
    pub score: Score,
    /// What leaves the device.
    pub report: Level,
    /// Sources by name, with their places.
    pub sources: Vec<(Source, Range<usize>)>,
    /// Response scales: their names and labels.
    pub scales: Vec<(String, Vec<String>)>,
    /// Who may receive events.
    pub hosts: Vec<String>,
    /// Lint codes silenced for the file.
    pub allow: Vec<&'static str>,
    /// What the workbench's figures may be.
    pub limits: Limits,
}

/// How far the workbench's figures may go before the author is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// An outcome is the result of at least so many even shares; usually 0.5.
    pub least: Exact,
    /// At most so many; usually 2.
    pub most: Exact,
    /// Ties at most, where nothing settles them; usually 0.1.
    pub ties: Exact,
    /// A question changes the result at least so often when it alone is answered anew; usually 0.01.
    pub dead: Exact,
    /// At most so often; usually 0.4.
    pub alone: Exact,
    /// A lean may be stated so much more surely than it is; usually 0.03.
    pub overstated: Exact,
}

impl Default for Limits {
    fn default() -> Self {
        let (least, most, ties) = (decimal(5, 1), decimal(2, 0), decimal(1, 1));
        Self { least, most, ties, dead: decimal(1, 2), alone: decimal(4, 1), overstated: decimal(3, 2) }
    }
}

/// A plain text of the header, with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The words; may be empty.
    pub text: String,
    /// Where they stand; an empty range where they are missing.
    pub span: Range<usize>,
}

/// How answers are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Two poles, compared by pairs.
    #[default]
    Adaptive,
    /// Outcomes, matched by weighted answers.
    Profile,
}

impl Default for Header {
    fn default() -> Self {
        Self {
            id: WidgetId::from("chooser"),
            title: String::new(),
            version: 1,
            lang: "en".to_owned(),
            dir: Dir::Ltr,
            meta: Meta::default(),
            about: 0..0,
            engine: Engine::Adaptive,
            draft: false,
            situation: Told::default(),
            decision: Told::default(),
            uncertainty: Told::default(),
            rules: Rules::default(),
            rules_at: 0..0,
            min: None,
            floor: usual_floor(),
            score: Score::Share,
            report: Level::Completed,
            sources: Vec::new(),
            scales: Vec::new(),
            hosts: Vec::new(),
            allow: Vec::new(),
            limits: Limits::default(),
        }
    }
}

/// Every key of a chooser's header, in the order in which they are best written.
pub(crate) const KEYS: &[&str] = &[
    "kind",
    "id",
    "title",
    "format",
    "version",
    "about",
    "lang",
    "dir",
    "allow",
    "draft",
    "engine",
    "situation",
    "decision",
    "uncertainty",
    "rules",
    "limits",
    "scale",
    "hosts",
    "sources",
];

/// The place of a key in the header.
pub(crate) fn rank(key: &str) -> usize {
    KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len())
}

/// The least share of its range from which an outcome counts as present, if the file says nothing.
fn usual_floor() -> Share {
    Share::percent(15).unwrap_or(Share::NONE)
}

/// Reads the header. `default_lang` is the language of the course.
pub(super) fn read(table: &Table, default_lang: &str, report: &mut Report) -> Header {
    table.refuse_unknown(KEYS, &[], report);
    format(table, report);
    let lang = lang(table, default_lang, report);
    let engines = [("adaptive", Engine::Adaptive), ("profile", Engine::Profile)];
    let engine = table.choice("engine", &engines, report);
    if engine.is_none() && table.get("engine").is_none() {
        let help = "add `engine = \"adaptive\"` to compare two ways by pairs, or `engine = \"profile\"` to match answers with outcomes";
        report.add(code::E310, 0..0, "this chooser does not say how answers are read", help);
    }
    let mut header = Header {
        id: id(table, report),
        title: table.text("title", report).unwrap_or_default(),
        version: table.number("version", 1, report).unwrap_or(1),
        dir: table.choice("dir", &[("ltr", Dir::Ltr), ("rtl", Dir::Rtl)], report).unwrap_or(Dir::of(&lang)),
        lang,
        meta: about(table, report),
        about: table.get("about").map_or(0..0, |entry| entry.span.clone()),
        engine: engine.unwrap_or_default(),
        draft: table.flag("draft", report).unwrap_or_default(),
        situation: told(table, "situation", report),
        decision: told(table, "decision", report),
        uncertainty: told(table, "uncertainty", report),
        sources: sources(table, report),
        scales: scales(table, report),
        hosts: hosts(table, report),
        allow: allow(table, report),
        limits: limits(table, report),
        ..Header::default()
    };
    rules(table, &mut header, report);
    header
}

/// `limits = { least = 0.5, most = 2, ties = 0.1, dead = 0.01, alone = 0.4, overstated = 0.03 }`.
fn limits(table: &Table, report: &mut Report) -> Limits {
    let limits = table.table("limits", report).unwrap_or_default();
    limits.refuse_unknown(&["least", "most", "ties", "dead", "alone", "overstated"], &[], report);
    let mut share = |key, most: i64| limits.decimal(key, (Exact::ZERO, decimal(most, 0)), report);
    let usual = Limits::default();
    Limits {
        least: share("least", 1).unwrap_or(usual.least),
        most: share("most", 100).unwrap_or(usual.most),
        ties: share("ties", 1).unwrap_or(usual.ties),
        dead: share("dead", 1).unwrap_or(usual.dead),
        alone: share("alone", 1).unwrap_or(usual.alone),
        overstated: share("overstated", 1).unwrap_or(usual.overstated),
    }
}

fn told(table: &Table, key: &str, report: &mut Report) -> Told {
    let text = table.text(key, report).unwrap_or_default();
    Told { text, span: table.get(key).map_or(0..0, |entry| entry.span.clone()) }
}

/// `rules = { min = 8, max = 18, lean = 0.9, slant = 0.2, report = "completed" }`, or for a profile `{ min, floor, score, report }`.
fn rules(table: &Table, header: &mut Header, report: &mut Report) {
    let rules = table.table("rules", report).unwrap_or_default();
    header.rules_at = table.get("rules").map_or(0..0, |entry| entry.span.clone());
    let levels = [("nothing", Level::Nothing), ("completed", Level::Completed), ("choice", Level::Choice), ("answers", Level::Answers)];
    header.report = rules.choice("report", &levels, report).unwrap_or_default();
    match header.engine {
        Engine::Adaptive => {
            rules.refuse_unknown(&["min", "max", "lean", "slant", "report"], &[], report);
            let usual = Rules::default();
            header.rules = Rules {
                min: rules.number("min", 1, report).unwrap_or(usual.min),
                max: rules.number("max", 1, report).unwrap_or(usual.max),
                lean: rules.decimal("lean", (decimal(5, 1), decimal(1, 0)), report).unwrap_or(usual.lean),
                slant: rules.decimal("slant", (Exact::ZERO, decimal(1, 0)), report).unwrap_or(usual.slant),
            };
        }
        Engine::Profile => {
            rules.refuse_unknown(&["min", "floor", "score", "report"], &[], report);
            header.min = rules.number("min", 1, report);
            header.score = rules.choice("score", &[("share", Score::Share), ("points", Score::Points)], report).unwrap_or_default();
            let floor = rules.decimal("floor", (Exact::ZERO, decimal(1, 0)), report);
            header.floor = floor.and_then(share).unwrap_or_else(usual_floor);
        }
    }
}

fn decimal(mantissa: i64, places: u32) -> Exact {
    Exact::new(mantissa, places).unwrap_or(Exact::ZERO)
}

/// A decimal as a fraction.
fn share(number: Exact) -> Option<Share> {
    let (mantissa, places) = number.parts();
    Share::new(mantissa, 10_i64.checked_pow(places)?)
}

/// `[sources.KEY]` with title, year, url or doi, and strength. Whether they are complete is a matter of the IPDAS rules.
fn sources(table: &Table, report: &mut Report) -> Vec<(Source, Range<usize>)> {
    let Some(sources) = table.table("sources", report) else { return Vec::new() };
    sources.entries().to_vec().iter().map(|entry| (source(&sources, entry, report), entry.key_span.clone())).collect()
}

fn source(sources: &Table, entry: &Entry, report: &mut Report) -> Source {
    if !is_id(&entry.key) || entry.key == "author" {
        let help = "write at most 64 of `a-z`, `0-9` and `-`, such as `majors2017`; `author` stands for your own experience";
        report.add(code::E141, entry.key_span.clone(), format!("{} is no name for a source", quote(&entry.key)), help);
    }
    let row = sources.table(&entry.key, report).unwrap_or_default();
    row.refuse_unknown(&["title", "year", "url", "doi", "strength"], &[], report);
    let url = row.text("url", report).unwrap_or_default();
    if !url.is_empty() && !url.starts_with("https:") && !url.starts_with("http:") {
        let at = row.get("url").map_or(0..0, |entry| entry.span.clone());
        report.add(code::E141, at, format!("{} is no address", quote(&url)), "write an address that begins with `https:`");
    }
    let doi = match row.get("doi").map(|entry| &entry.value) {
        Some(Value::Text(doi)) => format!("https://doi.org/{}", doi.trim()),
        _ => row.text("doi", report).unwrap_or_default(),
    };
    Source {
        id: entry.key.clone(),
        title: row.text("title", report).unwrap_or_default(),
        year: row.number("year", 1, report).unwrap_or_default(),
        strength: row.text("strength", report).unwrap_or_default(),
        url: if doi.is_empty() { url } else { doi },
    }
}

//! The header of a quiz: the `+++` block, every key known, every setting resolved.

use crate::code;
use crate::labels;
use crate::report::{Report, quote};
use crate::settings::{Table, Value};
use std::ops::Range;
use waypost_core::bundle::{
    Asks, Back, Confidence, Dir, Feedback, Marking, Meta, Mode, Negative, Order, Policy, Retry, Review, Solutions, Time,
};
use waypost_core::id::{WidgetId, is_id};
use waypost_core::number::Share;

/// What the header of a quiz says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The widget's name: given, or from the file's name.
    pub id: WidgetId,
    /// The quiz that this file translates, with the place of its name, if it is a translation.
    pub of: Option<(WidgetId, Range<usize>)>,
    /// What the original looked like when a translation was made from it: keys of words, and digests (`[base]`).
    pub base: Vec<(String, String)>,
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
    /// Settings of the whole quiz.
    pub policy: Policy,
    /// Who may receive the widget's learner events from a frame: origins, or `*`.
    pub hosts: Vec<String>,
    /// How kinds of items are marked unless an item says otherwise.
    pub markings: Vec<(&'static str, Marking)>,
    /// Response scales: their names and labels.
    pub scales: Vec<(String, Vec<String>)>,
    /// Whether options are shuffled unless an item says otherwise.
    pub order: Order,
    /// Words of the interface that the author sets, by name.
    pub labels: Vec<(String, String)>,
    /// Whether it is checked and previewed only.
    pub draft: bool,
    /// Lint codes silenced for the file.
    pub allow: Vec<&'static str>,
    /// The time limit of sections that have none of their own, in seconds.
    pub section_time: Option<u32>,
}

impl Default for Header {
    fn default() -> Self {
        Self {
            id: WidgetId::from("quiz"),
            of: None,
            base: Vec::new(),
            title: String::new(),
            version: 1,
            lang: "en".to_owned(),
            dir: Dir::Ltr,
            meta: Meta::default(),
            policy: Policy::default(),
            hosts: Vec::new(),
            markings: Vec::new(),
            scales: Vec::new(),
            order: Order::Fixed,
            labels: Vec::new(),
            draft: false,
            allow: Vec::new(),
            section_time: None,
        }
    }
}

/// Every key of a quiz's header that this version reads, in the order in which they are best written.
const KEYS: &[&str] = &[
    "kind",
    "id",
    "of",
    "title",
    "format",
    "version",
    "about",
    "lang",
    "dir",
    "draft",
    "allow",
    "mode",
    "feedback",
    "solutions",
    "marking",
    "negative",
    "penalty",
    "pass",
    "attempts",
    "attempt_cost",
    "hint_cost",
    "retry",
    "confidence",
    "shuffle_options",
    "shuffle_items",
    "draw",
    "back",
    "time",
    "review",
    "scale",
    "labels",
    "hosts",
    "base",
];

/// Keys of the format whose only value in this version is the default.
const DEFAULT_ONLY: &[(&str, &str)] = &[("page", "\"item\""), ("conceal", "false")];

/// Keys of the format that this version does not have.
const LATER: &[&str] = &["sources"];

/// What the header of a translation may hold; everything else comes from the original.
const OF_TRANSLATIONS: &[&str] = &["kind", "id", "of", "title", "format", "lang", "dir", "draft", "allow", "scale", "labels", "base"];

/// Keys of `about`.
const ABOUT: &[&str] = &["author", "license", "published", "review-by", "updates", "funding", "interest", "contact"];

/// The kinds of files.
const KINDS: [(&str, &str); 4] = [("quiz", "quiz"), ("page", "page"), ("chooser", "chooser"), ("simulator", "simulator")];

/// The place of a key in the header.
pub(crate) fn rank(key: &str) -> usize {
    KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len())
}

/// Finds the `+++` block at the start of the file. Gives its inside, and where the Markdown begins.
pub(crate) fn locate(report: &mut Report) -> (Option<Range<usize>>, usize) {
    let source = report.source;
    let text = source.text();
    let bom = text.len() - text.trim_start_matches('\u{feff}').len();
    let start = bom + text.get(bom..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let is_fence = |at: usize| source.slice(at..source.line_end(at)).trim_end() == "+++";
    if !is_fence(start) {
        return (None, bom);
    }
    let inside = next_line(text, start);
    let mut at = inside;
    while at < text.len() {
        if is_fence(at) {
            return (Some(inside..at), next_line(text, at));
        }
        at = next_line(text, at);
    }
    report.add(code::E104, start..start + 3, "the header that begins here has no end", "close it with a line that holds only `+++`");
    (None, text.find("\n## ").map_or(text.len(), |at| at + 1))
}

fn next_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |found| at + found + 1)
}

/// What kind of file it is: the header's `kind`, by default `quiz`.
pub(crate) fn kind(table: &Table, report: &mut Report) -> &'static str {
    table.choice("kind", &KINDS, report).unwrap_or("quiz")
}

/// Reads the header of a quiz. `default_lang` is the language of the course.
pub(crate) fn read(table: &Table, default_lang: &str, report: &mut Report) -> Header {
    let mut header = Header::default();
    refuse_unavailable(table, report);
    header.id = id(table, report);
    header.of = original(table, report);
    header.base = base(table, report);
    header.title = table.text("title", report).unwrap_or_default();
    header.version = table.number("version", 1, report).unwrap_or(1);
    format(table, report);
    header.lang = lang(table, default_lang, report);
    header.dir = table.choice("dir", &[("ltr", Dir::Ltr), ("rtl", Dir::Rtl)], report).unwrap_or(Dir::of(&header.lang));
    header.meta = about(table, report);
    header.order = order(table.flag("shuffle_options", report).unwrap_or_default());
    header.hosts = hosts(table, report);
    header.markings = markings(table, report);
    header.scales = scales(table, report);
    header.labels = labels::read(table, report);
    header.draft = table.flag("draft", report).unwrap_or_default();
    header.allow = allow(table, report);
    policy(table, &mut header.policy, report);
    let limit = table.table("time", report).and_then(|table| limit(&table, report));
    (header.policy.time, header.section_time) = limit.unzip();
    header.section_time = header.section_time.filter(|seconds| *seconds > 0);
    header
}

/// The quiz that a translation is of; E190 for settings beside it, which are the original's.
fn original(table: &Table, report: &mut Report) -> Option<(WidgetId, Range<usize>)> {
    let of = table.text("of", report)?;
    for entry in table.entries().iter().filter(|entry| KEYS.contains(&entry.key.as_str()) && !OF_TRANSLATIONS.contains(&entry.key.as_str()))
    {
        let message = format!("{} is set by the original, not by its translations", quote(&entry.key));
        report.add(code::E190, entry.key_span.clone(), message, "remove it");
    }
    Some((WidgetId(of), place(table, "of")))
}

/// What a translation was made from; E141 elsewhere.
fn base(table: &Table, report: &mut Report) -> Vec<(String, String)> {
    let Some(base) = table.table("base", report) else { return Vec::new() };
    if let Some(entry) = table.get("base").filter(|_| table.get("of").is_none()) {
        let help = "remove it, or add `of = \"...\"` with the id of the quiz that this file translates";
        report.add(code::E141, entry.key_span.clone(), "`base` says what a translation was made from, and this file is none", help);
    }
    base.entries().iter().filter_map(|entry| Some((entry.key.clone(), base.text(&entry.key, report)?))).collect()
}

/// E180 for a grammar of a later version.
pub(crate) fn format(table: &Table, report: &mut Report) {
    table.number("format", 1, report).filter(|format| *format > 1).inspect(|_| {
        let help = "set it to 1, or use a newer version of waypost";
        report.add(code::E180, place(table, "format"), "this version of waypost knows format 1 only", help);
    });
}

/// Who may receive events.
pub(crate) fn hosts(table: &Table, report: &mut Report) -> Vec<String> {
    table.texts("hosts", report).unwrap_or_default().into_iter().map(|(host, _)| host).collect()
}

fn order(shuffled: bool) -> Order {
    if shuffled { Order::Shuffled } else { Order::Fixed }
}

pub(crate) fn place(table: &Table, key: &str) -> Range<usize> {
    table.get(key).map_or(0..0, |entry| entry.span.clone())
}

fn refuse_unavailable(table: &Table, report: &mut Report) {
    let later: Vec<&str> = DEFAULT_ONLY.iter().map(|(key, _)| *key).chain(LATER.iter().copied()).collect();
    table.refuse_unknown(KEYS, &later, report);
    for entry in table.entries() {
        let written = report.source.slice(entry.span.clone());
        let default = DEFAULT_ONLY.iter().find(|(key, _)| *key == entry.key);
        let help = match default {
            Some((_, default)) if *default == written.replace('\'', "\"") => continue,
            Some((key, default)) => format!("remove the line, or write `{key} = {default}`"),
            None if LATER.contains(&entry.key.as_str()) => "remove it".to_owned(),
            None => continue,
        };
        let setting = match entry.value {
            Value::Table(_) => quote(&entry.key),
            _ => quote(report.source.slice(entry.key_span.start..entry.span.end)),
        };
        report.add(code::E180, entry.key_span.clone(), format!("{setting} is not available in this version of waypost"), help);
    }
}

pub(crate) fn id(table: &Table, report: &mut Report) -> WidgetId {
    let file = report.source.file().rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.strip_suffix(".md").unwrap_or(file).to_lowercase();
    let fallback: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(64).collect();
    let fallback = if is_id(&fallback) { fallback } else { "quiz".to_owned() };
    let given = table.text("id", report);
    if let Some(id) = given.as_deref().filter(|id| !is_id(id)) {
        let help = "write at most 64 of `a-z`, `0-9` and `-`, such as `\"land-mines\"`";
        report.add(code::E141, place(table, "id"), format!("{} is not an id", quote(id)), help);
    }
    WidgetId(given.filter(|id| is_id(id)).unwrap_or(fallback))
}

/// The language; E141 where it has not the shape of a BCP 47 tag.
pub(crate) fn lang(table: &Table, default: &str, report: &mut Report) -> String {
    let Some(lang) = table.text("lang", report) else { return default.to_owned() };
    let shape = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if lang.split('-').all(shape) && lang.bytes().next().is_some_and(|b| b.is_ascii_alphabetic()) {
        return lang;
    }
    let help = "write a language tag such as `\"en\"`, `\"es\"` or `\"pt-BR\"`";
    report.add(code::E141, place(table, "lang"), format!("{} is not a language tag", quote(&lang)), help);
    default.to_owned()
}

pub(crate) fn about(table: &Table, report: &mut Report) -> Meta {
    let about = table.table("about", report).unwrap_or_default();
    about.refuse_unknown(ABOUT, &[], report);
    let mut text = |key: &str| about.text(key, report).unwrap_or_default();
    let meta = Meta {
        author: text("author"),
        license: text("license"),
        published: text("published"),
        review_by: text("review-by"),
        updates: text("updates"),
        funding: text("funding"),
        interest: text("interest"),
        contact: text("contact"),
    };
    if !["", "mailto:", "https:"]
        .iter()
        .any(|start| if start.is_empty() { meta.contact.is_empty() } else { meta.contact.starts_with(start) })
    {
        let help = "write an address that begins with `mailto:` or `https:`";
        report.add(code::E141, place(&about, "contact"), format!("{} is no address for readers", quote(&meta.contact)), help);
    }
    meta
}

fn markings(table: &Table, report: &mut Report) -> Vec<(&'static str, Marking)> {
    let Some(marking) = table.table("marking", report) else { return Vec::new() };
    let kinds: Vec<&str> = MARKINGS.iter().map(|(kind, _)| *kind).collect();
    marking.refuse_unknown(&kinds, &[], report);
    MARKINGS.iter().filter_map(|(kind, named)| Some((*kind, marking.choice(kind, named, report)?))).collect()
}

/// The ways to mark each kind, by name; the first is the default.
pub(crate) const MARKINGS: [(&str, &[(&str, Marking)]); 7] = [
    ("single", &[("credit", Marking::Credit)]),
    ("tf", &[("credit", Marking::Credit)]),
    ("multi", &[("net", Marking::Net), ("all", Marking::All), ("each", Marking::Each), ("weights", Marking::Weights)]),
    ("cloze", &[("each", Marking::Each), ("all", Marking::All)]),
    ("order", &[("pairs", Marking::Pairs), ("position", Marking::Position), ("all", Marking::All)]),
    ("match", &[("each", Marking::Each), ("net", Marking::Net), ("all", Marking::All)]),
    ("categorize", &[("each", Marking::Each), ("net", Marking::Net), ("all", Marking::All)]),
];

/// `scale.NAME = ["Never", "Sometimes", "Always"]`.
pub(crate) fn scales(table: &Table, report: &mut Report) -> Vec<(String, Vec<String>)> {
    let Some(scales) = table.table("scale", report) else { return Vec::new() };
    let names: Vec<&crate::settings::Entry> = scales.entries().iter().collect();
    let mut read = Vec::new();
    for entry in names {
        if !is_id(&entry.key) {
            let help = "write at most 64 of `a-z`, `0-9` and `-`, such as `often`";
            report.add(code::E141, entry.key_span.clone(), format!("{} is no name for a scale", quote(&entry.key)), help);
        }
        let labels: Vec<String> = scales.texts(&entry.key, report).unwrap_or_default().into_iter().map(|(label, _)| label).collect();
        if !(2..=11).contains(&labels.len()) {
            let message = format!("a scale has 2 to 11 labels; {} has {}", quote(&entry.key), labels.len());
            report.add(
                code::E141,
                entry.span.clone(),
                message,
                "write one label for each step, such as `[\"Never\", \"Sometimes\", \"Always\"]`",
            );
        }
        read.push((entry.key.clone(), labels));
    }
    read
}

fn policy(table: &Table, policy: &mut Policy, report: &mut Report) {
    policy.attempts = table.count("attempts", report).unwrap_or(1);
    policy.attempt_cost = table.share("attempt_cost", report).unwrap_or(Share::NONE);
    policy.hint_cost = table.share("hint_cost", report).unwrap_or(Share::NONE);
    policy.penalty = table.share("penalty", report).unwrap_or(Share::NONE);
    policy.negative = table.choice("negative", &[("none", Negative::None), ("item", Negative::Item)], report).unwrap_or(Negative::None);
    let retries = [("wrong", Retry::Wrong), ("all", Retry::All), ("none", Retry::None)];
    policy.retry = table.choice("retry", &retries, report).unwrap_or(Retry::Wrong);
    policy.pass = table.share("pass", report);
    flow(table, policy, report);
    if policy.penalty != Share::NONE && policy.negative == Negative::None {
        let help = "add `negative = \"item\"` so that readers are told, or remove the penalty";
        report.add(code::E141, place(table, "penalty"), "a penalty has no effect while wrong answers cost nothing", help);
    }
}

/// When things come, and in which order.
fn flow(table: &Table, policy: &mut Policy, report: &mut Report) {
    let named = [("score", Mode::Score), ("reflect", Mode::Reflect)];
    policy.mode = table.choice("mode", &named, report).unwrap_or_default();
    let named = [("immediate", Feedback::Immediate), ("end", Feedback::End), ("exam", Feedback::Exam)];
    policy.feedback = table.choice("feedback", &named, report).unwrap_or_default();
    let named = [("full", Solutions::Full), ("score", Solutions::Score), ("none", Solutions::None)];
    policy.solutions = table.choice("solutions", &named, report).unwrap_or_default();
    let named = [("off", Confidence::Off), ("calibration", Confidence::Calibration), ("marks", Confidence::Marks)];
    policy.confidence = table.choice("confidence", &named, report).unwrap_or_default();
    policy.order = order(table.flag("shuffle_items", report).unwrap_or_default());
    policy.draw = table.number("draw", 1, report);
    policy.back = if table.flag("back", report).unwrap_or(true) { Back::Allowed } else { Back::Never };
    policy.review = table.table("review", report).map(|review| {
        review.refuse_unknown(&["daily", "max_days", "gather"], &[], report);
        let asks = if review.flag("gather", report).unwrap_or_default() { Asks::Due } else { Asks::Own };
        let mut number = |key: &str, usual: u32| review.number(key, 1, report).unwrap_or(usual);
        Review { daily: number("daily", 10), max_days: number("max_days", 365), asks }
    });
    if policy.mode == Mode::Reflect && policy.pass.is_some() {
        let help = "remove the line, or `mode = \"reflect\"`";
        report.add(code::E153, place(table, "pass"), "a quiz that only reflects has no pass mark", help);
    }
}

/// `[time] limit = "10m"`: for the whole quiz, or with `per = "section"` for each section that has none of its own; those seconds come
/// second, 0 where there are none.
fn limit(time: &Table, report: &mut Report) -> Option<(Time, u32)> {
    time.refuse_unknown(&["limit", "per", "essential"], &[], report);
    let each = time.choice("per", &[("sitting", false), ("section", true)], report) == Some(true);
    let essential = time.text("essential", report).unwrap_or_default();
    let written = time.text("limit", report).unwrap_or_default();
    let Some(seconds) = seconds(&written) else {
        let help = "write minutes or seconds in quotes, such as `limit = \"10m\"` or `\"90s\"`";
        report.add(code::E141, place(time, "limit"), format!("{} is no time limit", quote(&written)), help);
        return None;
    };
    let (whole, section) = if each { (0, seconds) } else { (seconds, 0) };
    Some((Time { seconds: whole, essential }, section))
}

/// `90s`, `10m` or `2h`, at most a day.
pub(crate) fn seconds(written: &str) -> Option<u32> {
    let (number, unit) =
        [("s", 1), ("m", 60), ("h", 3600)].into_iter().find_map(|(name, unit)| Some((written.strip_suffix(name)?, unit)))?;
    let number: u32 = number.trim().parse().ok()?;
    number.checked_mul(unit).filter(|seconds| (1..=86_400).contains(seconds))
}

/// Codes of the header's `allow`.
pub(crate) fn allow(table: &Table, report: &mut Report) -> Vec<&'static str> {
    let codes = table.texts("allow", report).unwrap_or_default();
    codes.into_iter().filter_map(|(code, span)| silenced(&code, span, report)).collect()
}

/// A lint code that may be silenced; E142 otherwise.
pub(crate) fn silenced(name: &str, span: Range<usize>, report: &mut Report) -> Option<&'static str> {
    let found = code::find(name).filter(|code| code.code.starts_with('W'));
    if found.is_none() {
        let help = "write the code of a warning, such as `W104`; errors cannot be silenced";
        report.add(code::E142, span, format!("{} is no warning that could be silenced", quote(name)), help);
    }
    found.map(|code| code.code)
}

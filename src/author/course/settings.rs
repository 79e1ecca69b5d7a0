//! Reads `course.toml`.

use super::{Call, Settings, delivery, signup};
use crate::code;
use crate::header::lang;
use crate::report::{Report, quote};
use crate::settings::Table;
use crate::theme;
use std::ops::Range;
use waypost_core::url::safe_url;

/// Every key of `course.toml`.
const KEYS: [&str; 11] = ["title", "author", "newsletter", "lang", "base", "order", "course", "subscribe", "theme", "webhook", "hosts"];

/// The key of `[course]` that puts its card below results.
const AFTER_RESULT: &str = "after_result";

/// The settings, and the order of files with the place of each name.
pub(super) fn read(report: &mut Report) -> (Settings, Vec<(String, Range<usize>)>) {
    let table = Table::read(0..report.source.text().len(), report);
    table.refuse_unknown(&KEYS, &[], report);
    let mut text = |key: &str| table.text(key, report).unwrap_or_default();
    let (title, author, newsletter) = (text("title"), text("author"), text("newsletter"));
    let course = call(&table, "course", &[AFTER_RESULT], report);
    let subscribe = call(&table, "subscribe", &signup::KEYS, report);
    let settings = Settings {
        title,
        author,
        newsletter,
        lang: lang(&table, "en", report),
        base: base(&table, report),
        course_after_result: table.table("course", report).and_then(|course| course.flag(AFTER_RESULT, report)).unwrap_or_default(),
        signup: signup(&table, subscribe.as_ref(), report),
        course,
        subscribe,
        theme: theme::read(&table, report),
        webhook: delivery::webhook(&table, report),
        hosts: delivery::hosts(&table, report),
    };
    (settings, table.texts("order", report).unwrap_or_default())
}

fn base(table: &Table, report: &mut Report) -> Option<String> {
    let base = table.text("base", report)?;
    if base.starts_with("https://") || base.starts_with("http://") {
        return Some(if base.ends_with('/') { base } else { format!("{base}/") });
    }
    let span = table.get("base").map_or(0..0, |entry| entry.span.clone());
    let help = "write the address of the site's folder, such as `\"https://example.com/course/\"`";
    report.add(code::E141, span, format!("{} is no address of a site", quote(&base)), help);
    None
}

/// A sign-up is part of `[subscribe]`, and what it opens is a call of its own in there.
fn signup(table: &Table, subscribe: Option<&Call>, report: &mut Report) -> Option<signup::Signup> {
    let subscribe = subscribe?;
    let table = table.table("subscribe", report)?;
    let gate = call(&table, "gate", &[], report);
    signup::read(&table, &subscribe.url, gate, report)
}

/// A call to action, and which keys it may have beside its own.
fn call(table: &Table, key: &str, more: &[&str], report: &mut Report) -> Option<Call> {
    let call = table.table(key, report)?;
    let known: Vec<&str> = ["title", "text", "url"].iter().chain(more).copied().collect();
    call.refuse_unknown(&known, &[], report);
    let mut text = |key: &str| call.text(key, report).unwrap_or_default();
    let (title, words, url) = (text("title"), text("text"), text("url"));
    let place = |key: &str| call.get(key).or(table.get(key)).map(|entry| entry.span.clone());
    let whole = table.get(key).map_or(0..0, |entry| entry.key_span.clone());
    if title.is_empty() {
        report.add(
            code::E141,
            place("title").unwrap_or(whole.clone()),
            format!("`[{key}]` has no title"),
            "add `title = \"...\"` below it",
        );
    }
    if url.is_empty() || safe_url(&url).is_none() {
        let help = "add `url = \"https://...\"` below it";
        report.add(code::E141, place("url").unwrap_or(whole), format!("`[{key}]` has no address that readers could open"), help);
    }
    Some(Call { title, text: words, url })
}

//! What readers would stumble over: keys that earn nothing, options that say the same, and the lint.

use crate::branches;
use crate::code;
use crate::compile::{MAX_BUNDLE, compile_item, size};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{ChoiceTask, Document, Item, Task};
use crate::lint;
use crate::markdown;
use crate::report::{Report, quote};
use waypost_core::bundle::{Key, Mode};
use waypost_core::number::MARK;
use waypost_core::quiz::marking;
use waypost_core::text::plain;

/// Parses a quiz and checks it: the document and all findings, in the order of the file, without what the author silenced.
pub fn read(file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    read_in("en", file, source)
}

/// The same for a quiz of a course whose language is `lang`.
pub fn read_in(lang: &str, file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    let (document, mut found) = markdown::parse_in(lang, file, source);
    found.extend(check(&document));
    found.retain(|diagnostic| !is_silenced(&document.header.allow, &document.allowed, diagnostic));
    found.sort_by(|a, b| (a.span.start, a.code).cmp(&(b.span.start, b.code)));
    (document, found)
}

/// Findings beyond the grammar. Silenced ones are not left out here, see [`read`].
pub fn check(document: &Document) -> Vec<Diagnostic> {
    let mut report = Report::new(&document.source);
    for item in &document.items {
        equal_options(item, &mut report);
        key_earns_all(document, item, &mut report);
        reflects_only(document, item, &mut report);
    }
    branches::check(document, &mut report);
    bundle_size(document, &mut report);
    lint::lint(document, &mut report);
    report.finish()
}

/// Whether the author silenced a warning, for the file or where it stands. Errors cannot be silenced.
pub(crate) fn is_silenced(file: &[&str], parts: &[(&'static str, std::ops::Range<usize>)], diagnostic: &Diagnostic) -> bool {
    let here = |(code, span): &(&str, std::ops::Range<usize>)| *code == diagnostic.code && span.contains(&diagnostic.span.start);
    diagnostic.severity == Severity::Warning && (file.contains(&diagnostic.code) || parts.iter().any(here))
}

/// E152.
fn equal_options(item: &Item, report: &mut Report) {
    let Task::Choice(task) = &item.task else { return };
    let texts: Vec<String> = task.options.iter().map(|option| lint::normal(&plain(&option.text))).collect();
    for (at, (option, text)) in task.options.iter().zip(&texts).enumerate() {
        let twin = texts.iter().take(at).position(|earlier| earlier == text && !text.is_empty());
        if let Some(twin) = twin.and_then(|twin| task.options.get(twin)) {
            let message = format!("the options `{}` and `{}` both say {}", twin.id, option.id, quote(&plain(&option.text)));
            report.add(code::E152, option.span.clone(), message, "change one of them, or remove it");
        }
    }
}

/// E151: the answer that the file calls right must earn the full mark.
fn key_earns_all(document: &Document, item: &Item, report: &mut Report) {
    let no_key = |task: &ChoiceTask| task.options.iter().all(|option| option.key == Key::Wrong && option.credit.is_none());
    if !item.is_marked() || matches!(&item.task, Task::Choice(task) if no_key(task)) {
        return;
    }
    let compiled = compile_item(document, item);
    let key = marking::key(&compiled);
    let earned = marking::mark(&compiled, &document.header.policy, &key);
    if earned != MARK && !key.is_empty() {
        report.add(
            code::E151,
            item.heading.clone(),
            format!("the right answer of this question earns {} % of its points", earned * 100 / MARK),
            "let the credits of the right options add up to 100%, or remove the credits",
        );
    }
}

/// E153.
fn reflects_only(document: &Document, item: &Item, report: &mut Report) {
    let has_key = match &item.task {
        Task::Choice(task) => task.options.iter().any(|option| option.key == Key::Right || option.credit.is_some()),
        Task::Other(task) => task.interaction.has_key(),
    };
    if has_key && document.header.policy.mode == Mode::Reflect {
        report.add(
            code::E153,
            item.heading.clone(),
            "this question has a right answer, in a quiz that only reflects",
            "remove the `x` from its boxes or ask for an opinion, or remove `mode = \"reflect\"` from the header",
        );
    }
}

/// E202.
fn bundle_size(document: &Document, report: &mut Report) {
    let bytes = size(document);
    if bytes > MAX_BUNDLE {
        let message = format!("the bundle of this file has {} KiB; the limit is {} KiB", bytes / 1024, MAX_BUNDLE / 1024);
        report.add(code::E202, 0..0, message, "split the file");
    }
}

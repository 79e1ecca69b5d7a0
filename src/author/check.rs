//! What readers would stumble over: keys that earn nothing, options that say the same, and the lint.

use crate::branches;
use crate::code;
use crate::compile::{MAX_BUNDLE, items, seal, take};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{ChoiceTask, Document, Item, Task};
use crate::lint::{self, Question};
use crate::locale;
use crate::markdown;
use crate::report::{Report, quote};
use crate::source::Source;
use waypost_core::bundle::{self, Bundle, Key, Mode, Profile};
use waypost_core::number::MARK;
use waypost_core::quiz::marking;

/// Parses a quiz and checks it: the document and all findings, in the order of the file, without what the author silenced.
pub fn read(file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    read_in("en", file, source)
}

/// The same for a quiz of a course whose language is `lang`.
pub fn read_in(lang: &str, file: &str, source: &str) -> (Document, Vec<Diagnostic>) {
    let (document, mut found) = markdown::parse_in(lang, file, source);
    found.extend(check(&document));
    let found = in_order(found, &document);
    (document, found)
}

/// The same, and the quiz compiled where it has no error, with the words of the document, which has none then, and no items where it is
/// no translation. The size of its bundle is known, and to be checked, once it is sealed.
pub(crate) fn compiled_in(lang: &str, file: &str, source: &str) -> (Document, Option<Bundle>, Vec<Diagnostic>) {
    let (mut document, mut found) = markdown::parse_in(lang, file, source);
    let items = items(&document);
    found.extend(examine(&document, &items));
    let found = in_order(found, &document);
    let is_fine = !found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let bundle = is_fine.then(|| take(&mut document, items, Profile::Full));
    // A course is as large as the author's patience: what nobody asks for again makes room for the next file.
    if bundle.is_some() && document.header.of.is_none() {
        document.items = Vec::new();
    }
    (document, bundle, found)
}

fn in_order(mut found: Vec<Diagnostic>, document: &Document) -> Vec<Diagnostic> {
    found.retain(|diagnostic| !is_silenced(&document.header.allow, &document.allowed, diagnostic));
    found.sort_by(|a, b| (a.span.start, a.code).cmp(&(b.span.start, b.code)));
    found
}

/// Findings beyond the grammar. Silenced ones are not left out here, see [`read`].
pub fn check(document: &Document) -> Vec<Diagnostic> {
    let items = items(document);
    let mut found = examine(document, &items);
    found.extend(too_large(&document.source, seal(&mut take(&mut document.clone(), items, Profile::Play))));
    found
}

/// All findings beyond the grammar but for the size of the bundle. `items` are those of the document, compiled.
fn examine(document: &Document, items: &[bundle::Item]) -> Vec<Diagnostic> {
    let mut report = Report::new(&document.source);
    if document.header.of.is_some() {
        locale::only_words(document, &mut report);
        return report.finish();
    }
    for (item, compiled) in document.items.iter().zip(items) {
        key_earns_all(document, item, compiled, &mut report);
        reflects_only(document, item, &mut report);
    }
    let questions = lint::questions(document, items);
    questions.iter().for_each(|question| equal_options(question, &mut report));
    branches::check(document, &mut report);
    lint::lint(document, &questions, &mut report);
    report.finish()
}

/// Whether the author silenced a warning, for the file or where it stands. Errors cannot be silenced.
pub(crate) fn is_silenced(file: &[&str], parts: &[(&'static str, std::ops::Range<usize>)], diagnostic: &Diagnostic) -> bool {
    let here = |(code, span): &(&str, std::ops::Range<usize>)| *code == diagnostic.code && span.contains(&diagnostic.span.start);
    diagnostic.severity == Severity::Warning && (file.contains(&diagnostic.code) || parts.iter().any(here))
}

/// E152.
fn equal_options(question: &Question, report: &mut Report) {
    for (at, worded) in question.options.iter().enumerate().filter(|(_, worded)| !worded.normal.is_empty()) {
        if let Some(twin) = question.options.iter().take(at).find(|earlier| earlier.normal == worded.normal) {
            let message = format!("the options `{}` and `{}` both say {}", twin.option.id, worded.option.id, quote(&worded.plain));
            report.add(code::E152, worded.option.span.clone(), message, "change one of them, or remove it");
        }
    }
}

/// E151: the answer that the file calls right must earn the full mark.
fn key_earns_all(document: &Document, item: &Item, compiled: &bundle::Item, report: &mut Report) {
    let no_key = |task: &ChoiceTask| task.options.iter().all(|option| option.key == Key::Wrong && option.credit.is_none());
    if !item.is_marked() || matches!(&item.task, Task::Choice(task) if no_key(task)) {
        return;
    }
    let key = marking::key(compiled);
    let earned = marking::mark(compiled, &document.header.policy, &key);
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

/// E202, for a bundle of so many bytes.
pub(crate) fn too_large(source: &Source, bytes: usize) -> Vec<Diagnostic> {
    let mut report = Report::new(source);
    if bytes > MAX_BUNDLE {
        let message = format!("the bundle of this file has {} KiB; the limit is {} KiB", bytes / 1024, MAX_BUNDLE / 1024);
        report.add(code::E202, 0..0, message, "split the file");
    }
    report.finish()
}

//! Mending: the edits of findings applied to a file.

use crate::diagnostic::{Diagnostic, Edit};
use crate::lesson::findings;

/// What one edit hides another one may show; more often than this nobody looks.
const ROUNDS: usize = 8;

/// A file with the edits of its findings applied, and those findings, with places as they were when each was applied. `lang` is the
/// language of the course, `file` the name that findings repeat. What the author silenced stays, and so does what has no edit; a file
/// that was mended has nothing more to mend.
pub fn mend(lang: &str, file: &str, text: &str) -> (String, Vec<Diagnostic>) {
    let (mut text, mut mended) = (text.to_owned(), Vec::new());
    for _ in 0..ROUNDS {
        let found = apart(&text, findings(lang, file, &text));
        if found.is_empty() {
            break;
        }
        // From the end, so that the places of the others stay.
        for Edit { span, text: new } in found.iter().rev().filter_map(|found| found.edit.as_ref()) {
            text.replace_range(span.clone(), new);
        }
        mended.extend(found);
    }
    (text, mended)
}

/// The findings that have an edit of the text, without those whose edits reach into an earlier one.
fn apart(text: &str, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let start = |found: &Diagnostic| found.edit.as_ref().map(|edit| edit.span.start);
    found.sort_by_key(start);
    let mut end = 0;
    found.retain(|found| {
        let fits = |edit: &&Edit| edit.span.start >= end && text.get(edit.span.clone()).is_some();
        let Some(edit) = found.edit.as_ref().filter(fits) else { return false };
        // Two edits in one place would depend on their order.
        end = edit.span.end.max(edit.span.start + 1);
        true
    });
    found
}

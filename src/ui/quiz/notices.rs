//! What changed in the content since the reader answered: said once for the quiz, and beside each question it concerns.

use super::View;
use crate::ui::markup::Markup;
use waypost_core::bundle::Item;
use waypost_core::quiz::Change;

/// What a new version means for this reader's answers; nothing once they have gone on.
pub(super) fn notices(out: &mut Markup, view: &View) {
    let (words, sitting) = (view.words, view.sitting);
    let told = sitting.id.is_empty() || sitting.revision == view.bundle.revision;
    let (mut removed, mut remarked, mut added) = (0, 0, 0);
    if !told {
        for notice in sitting.notices(view.bundle) {
            match notice.change {
                Change::Removed => removed += 1,
                Change::Rekeyed { .. } => remarked += 1,
                Change::Added => added += 1,
                Change::Reworded | Change::AskedAgain => {}
            }
        }
    }
    out.group(|out| {
        out.some("div.wp-changes", |out| {
            for (word, count) in [(words.removed, removed), (words.remarked, remarked), (words.added, added)] {
                if count > 0 {
                    out.says("p", &words.count(word, count));
                }
            }
        });
    });
}

/// Beside a question: that it is not the one that was answered.
pub(super) fn changed(out: &mut Markup, view: &View, item: &Item) {
    out.group(|out| {
        if let Some(Change::Reworded | Change::Rekeyed { .. } | Change::AskedAgain) = view.sitting.change(view.bundle, item) {
            out.says("p.wp-changes", view.words.changed);
        }
    });
}

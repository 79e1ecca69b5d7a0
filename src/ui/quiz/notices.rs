//! What changed in the content since the reader answered: said once for the quiz, and beside each question it concerns.

use super::View;
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::bundle::Item;
use waypost_core::quiz::Change;
use yew::prelude::*;

/// What a new version means for this reader's answers; nothing once they have gone on.
pub(super) fn notices(view: &View) -> Html {
    let (words, sitting) = (view.words, view.sitting);
    let told = sitting.id.is_empty() || sitting.revision == view.bundle.revision;
    if told {
        return Html::default();
    }
    let changes = sitting.notices(view.bundle);
    let line = |(word, is_meant): (&'static str, fn(Change) -> bool)| {
        let count = changes.iter().filter(|notice| is_meant(notice.change)).count();
        (count > 0).then(|| part("p", "", vec![live(words.count(word, count as u64))]))
    };
    let kinds = [
        (words.removed, (|change| change == Change::Removed) as fn(Change) -> bool),
        (words.remarked, |change| matches!(change, Change::Rekeyed { .. })),
        (words.added, |change| change == Change::Added),
    ];
    let lines: Vec<Html> = kinds.into_iter().filter_map(line).collect();
    match lines.is_empty() {
        true => Html::default(),
        false => part("div", "wp-changes", lines),
    }
}

/// Beside a question: that it is not the one that was answered.
pub(super) fn changed(view: &View, item: &Item) -> Html {
    match view.sitting.change(view.bundle, item) {
        Some(Change::Reworded | Change::Rekeyed { .. } | Change::AskedAgain) => part("p", "wp-changes", vec![live(view.words.changed)]),
        _ => Html::default(),
    }
}

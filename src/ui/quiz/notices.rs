//! What changed in the content since the reader answered: said once for the quiz, and beside each question it concerns.

use super::View;
use crate::ui::live::live;
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
        (count > 0).then(|| html! { <p>{ live(words.count(word, count as u64)) }</p> })
    };
    let kinds: [(&'static str, fn(Change) -> bool); 3] = [
        (words.removed, |change| change == Change::Removed),
        (words.remarked, |change| matches!(change, Change::Rekeyed { .. })),
        (words.added, |change| change == Change::Added),
    ];
    let lines: Vec<Html> = kinds.into_iter().filter_map(line).collect();
    match lines.is_empty() {
        true => Html::default(),
        false => html! { <div class="wp-changes">{ for lines }</div> },
    }
}

/// Beside a question: that it is not the one that was answered.
pub(super) fn changed(view: &View, item: &Item) -> Html {
    match view.sitting.change(view.bundle, item) {
        Some(Change::Reworded | Change::Rekeyed { .. } | Change::AskedAgain) => {
            html! { <p class="wp-changes">{ live(view.words.changed) }</p> }
        }
        _ => Html::default(),
    }
}

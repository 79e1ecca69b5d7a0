//! What a result cannot tell, and who says all this: dates, updates, funding, interest, version. Printed with every result.

use super::{View, subheading};
use crate::ui::live::live;
use crate::ui::part::part;
use waypost_core::chooser::bundle::key;
use waypost_core::time::date;
use waypost_core::words::chooser::Words;
use yew::prelude::*;

/// The limits, then the imprint.
pub(super) fn limits(view: &View) -> Html {
    let words: &Words = view.words;
    let limits: &[&'static str] = match view.chooser.adaptive() {
        Some(_) => &[words.limit_reflection, words.limit_norms, words.limit_interest, words.limit_model, words.limit_settled],
        None => &[words.limit_profile, words.limit_profile_norms],
    };
    let mut rows: Vec<Html> = limits.iter().map(|limit| part("li", "", vec![live(*limit)])).collect();
    let uncertain = view.chooser.plain(key::UNCERTAINTY);
    if view.chooser.adaptive().is_none() && !uncertain.is_empty() {
        rows.push(part("li", "", vec![live(uncertain)]));
    }
    part("section", "wp-part wp-limits", vec![subheading(words.limits), part("ul", "", rows), imprint(view)])
}

fn imprint(view: &View) -> Html {
    let (words, about) = (view.words, &view.chooser.about);
    let say = |word: &str, slot: &str, value: &str| (!value.is_empty()).then(|| words.about(word, slot, value));
    let today = date(view.aside.now / 86_400_000);
    let is_past = view.aside.now > 0 && !about.review_by.is_empty() && about.review_by < today;
    let due = if is_past { words.review_past } else { words.review_due };
    let lines = [
        say(words.published, "date", &words.day(&about.published)).filter(|_| !about.published.is_empty()),
        say(due, "date", &words.day(&about.review_by)).filter(|_| !about.review_by.is_empty()),
        say(words.updates, "text", &about.updates),
        say(words.funding, "text", &about.funding),
        say(words.interest, "text", &about.interest),
        Some(words.about(words.version, "n", &view.chooser.version.to_string())),
    ];
    part("p", "wp-imprint", lines.into_iter().flatten().flat_map(|line| [live(line), " ".into()]).collect())
}

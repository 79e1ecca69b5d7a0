//! "Why did you pick this?": a field for the reader's own words, beside an answer.

use super::View;
use crate::ui::markup::{Heard, Markup};
use waypost_core::bundle::{Explain, Item};
use waypost_core::quiz::Msg;

/// The field, where the author asks and there is an answer to explain.
pub(super) fn explain(out: &mut Markup, view: &View, item: &Item) {
    let asked = item.explain == Explain::Asked && view.sitting.response(&item.id).is_some_and(|response| !response.is_empty());
    out.group(|out| {
        if asked {
            field(out, view, item);
        }
    });
}

fn field(out: &mut Markup, view: &View, item: &Item) {
    out.el("div[class=wp-field wp-explain]", |out| {
        out.el("label", |out| {
            out.says("span.wp-label", view.words.explain);
            out.el("textarea.wp-text[rows=2][dir=auto]", |out| {
                if let Some(answer) = view.sitting.answers.get(&item.id) {
                    out.value(&answer.why);
                }
                let (on, id) = (view.on.clone(), item.id.clone());
                out.on_value(Heard::Change, move |words| on.emit(Msg::Explain(id.clone(), words)));
            });
        });
        out.says("p.wp-trouble", view.words.explain_stays);
    });
}

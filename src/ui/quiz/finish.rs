//! Before the end of a round in which answers may still be changed: what is open, and the button that ends it.

use super::{View, actions};
use crate::ui::markup::Markup;
use waypost_core::bundle::Interaction;
use waypost_core::id::ItemId;
use waypost_core::quiz::{Flag, Msg, Step};

/// What is not answered or marked for later, with the ways there, and Finish.
pub(super) fn finish(out: &mut Markup, view: &View) {
    let (words, sitting) = (view.words, view.sitting);
    let open = sitting.asked.iter().filter(|id| is_open(view, id)).count();
    out.el("div.wp-finish", |out| {
        out.says("h3.wp-section-title", words.finish_title);
        match open {
            0 => out.says("p", words.finish_all),
            count => out.says("p", &words.count(words.finish_open, count as u64)),
        }
        out.el("ul.wp-ways", |out| {
            for (number, id) in (1..).zip(&sitting.asked) {
                way(out, view, number, id);
            }
        });
        out.el("div.wp-actions", |out| {
            view.primary(out, "finish", words.finish, Msg::Finish);
            out.el("span.wp-moves", |out| actions::back(out, view));
        });
    });
}

/// The way to an item elsewhere that is open or marked for later.
fn way(out: &mut Markup, view: &View, number: usize, id: &ItemId) {
    let flagged = view.sitting.answers.get(id).is_some_and(|answer| answer.flag == Flag::Up);
    let elsewhere = view.sitting.step != Step::Item(id.clone());
    if elsewhere && (flagged || is_open(view, id)) {
        let mut name = view.words.position(number, view.sitting.asked.len(), 0);
        if flagged {
            name = [&name, " (", view.words.flagged, ")"].concat();
        }
        out.el("li", |out| view.quiet(out, "goto", &name, Msg::GoTo(id.clone())));
    }
}

/// Whether something could be answered and is not.
fn is_open(view: &View, id: &ItemId) -> bool {
    let asks = view.bundle.item(id).is_some_and(|item| !matches!(item.interaction, Interaction::Info {}));
    asks && view.sitting.response(id).is_none_or(|response| response.is_empty())
}

//! How sure the reader is: three radios, nothing preselected.

use super::View;
use crate::ui::markup::{Heard, Markup};
use waypost_core::bundle::{Confidence, Item};
use waypost_core::quiz::{Msg, Phase};

/// The question how sure the reader is, where the policy asks it of this item.
pub(super) fn certainty(out: &mut Markup, view: &View, item: &Item, phase: Phase) {
    let asked = view.bundle.policy.confidence != Confidence::Off && view.sitting.is_marked(view.bundle, item);
    out.group(|out| {
        if asked {
            out.el("fieldset.wp-certainty", |out| {
                out.set_if("disabled", view.sitting.is_over(view.bundle));
                out.says("legend", view.words.certainty);
                for (level, name) in levels(view) {
                    radio(out, view, item, phase, level, name);
                }
            });
        }
    });
}

fn radio(out: &mut Markup, view: &View, item: &Item, phase: Phase, level: u32, name: &str) {
    out.el("label", |out| {
        out.el("input[type=radio]", |out| {
            out.set("name", &[view.prefix, "-", &item.id.0, "-sure"].concat());
            out.value(&level.to_string());
            out.checked(view.sitting.sure(&item.id) == Some(level));
            out.set_if("disabled", phase == Phase::Closed);
            view.sends(out, Heard::Change, Msg::Sure(item.id.clone(), level));
        });
        out.says("span", name);
    });
}

/// The levels and what they are called.
pub(super) fn levels(view: &View) -> [(u32, &'static str); 3] {
    let words = view.words;
    [(1, words.sure_1), (2, words.sure_2), (3, words.sure_3)]
}

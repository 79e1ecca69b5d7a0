//! A widget's root element, and what is true of a view whatever the kind: for whom it is, how the reader came, how safe the answers are.

use crate::ui::icon::Icon;
use crate::ui::markup::{Markup, markup};
use waypost_core::bundle::Head;
use yew::prelude::*;

/// For whom the markup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// For the time before the player is there, and for readers without it: all content, the first question answerable.
    Static,
    /// The same with the first question only, for pages that hold many widgets.
    Brief,
    /// For the player: the present step only, and never the key of an open question.
    Live,
}

/// Whether the reader has been here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// For the first time, or long since at work.
    Fresh,
    /// Just came back to a sitting begun earlier.
    Returned,
    /// Through a link to somebody else's result, which is shown to read only.
    Shared,
}

/// What became of the reader's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing to save yet.
    Nothing,
    /// They are stored on this device.
    Device,
    /// They last as long as the page: it may not store anything.
    Memory,
    /// Storing them failed.
    Failed,
}

/// A widget's root element around its step, see [`Markup::root`].
pub fn root(head: &Head, surface: Surface, step: Vec<Html>, announcement: &(u32, AttrValue), foot: [&str; 2]) -> Html {
    markup(|out| out.root(head, surface, announcement, foot, |out| step.into_iter().for_each(|part| out.put(part))))
}

impl Markup {
    /// The element around everything: what the shell and tests know the widget by, the `step`, the one status region with the
    /// announcement (numbered, 0 for none), and the line below with how safe the answers are and who made this.
    pub fn root(
        &mut self,
        head: &Head,
        surface: Surface,
        announcement: &(u32, AttrValue),
        [saved, made_with]: [&str; 2],
        step: impl FnOnce(&mut Self),
    ) {
        self.el("div.wp[role=group]", |out| {
            out.set("aria-label", &head.title);
            out.set("data-widget", &head.id.0);
            out.set("data-revision", &head.revision);
            out.set("data-surface", if surface == Surface::Live { "live" } else { "static" });
            out.set("lang", &head.lang);
            out.set("dir", head.dir.name());
            // What the scripts around the player say where that is not English; the player itself says nothing for them.
            #[cfg(not(target_arch = "wasm32"))]
            if surface != Surface::Live
                && let Some(words) = waypost_core::words::page::page_words(&head.lang)
            {
                out.set("data-words", &words);
            }
            step(out);
            out.el("p.wp-status[role=status]", |out| announce(out, announcement));
            out.el("p.wp-foot", |out| {
                out.says("span.wp-saved", saved);
                out.el("span.wp-made", |out| {
                    out.icon(Icon::Signpost);
                    out.live(made_with);
                });
            });
        });
    }
}

/// The region stays, its child is made anew: the same words twice are still said twice.
fn announce(out: &mut Markup, (number, words): &(u32, AttrValue)) {
    if *number > 0 {
        out.el("span", |out| {
            out.key(&number.to_string());
            out.text(words);
        });
    }
}

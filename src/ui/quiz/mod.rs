//! The quiz as the reader sees it: one card with the present question, then the result with its review.

mod actions;
mod calibration;
mod card;
mod certainty;
mod consider;
mod dimensions;
mod explain;
mod feedback;
mod finish;
mod keep;
mod kind;
mod notices;
mod question;
mod reading;
mod result;
mod review;
mod rules;
mod spoken;
mod time;

pub use keep::Keep;
pub use spoken::{spoken_feedback, spoken_move};
pub use time::time_left;

use crate::ui::icon::Icon;
use crate::ui::markup::{Heard, Markup, markup};
use crate::ui::root::{Arrival, Saved, Surface};
use std::rc::Rc;
use waypost_core::bundle::{Bundle, key};
use waypost_core::quiz::{Msg, Sitting, Step};
use waypost_core::text::Block;
use waypost_core::words::Words;
use yew::prelude::*;

/// What a quiz is shown from.
#[derive(Properties)]
pub struct QuizProps {
    /// The content.
    pub bundle: Rc<Bundle>,
    /// Where the reader is.
    pub sitting: Rc<Sitting>,
    /// For whom the markup is.
    pub surface: Surface,
    /// Whether the reader has been here before.
    pub arrival: Arrival,
    /// What became of the answers.
    pub saved: Saved,
    /// What DOM ids and control names begin with; unique in the document.
    pub prefix: AttrValue,
    /// What the status region says, with a number that is new for each announcement; 0 says nothing.
    pub announcement: (u32, AttrValue),
    /// What the reader does.
    pub on: Callback<Msg>,
    /// What the reader takes along.
    pub keep: Callback<Keep>,
    /// Milliseconds since the journal's latest entry, where there is a time limit.
    pub since: u64,
}

impl PartialEq for QuizProps {
    /// Content and state are shared and never changed in place: the same one is equal, another one is not worth a comparison.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle)
            && Rc::ptr_eq(&self.sitting, &other.sitting)
            && (self.surface, self.arrival, self.saved) == (other.surface, other.arrival, other.saved)
            && (self.announcement.0, self.since) == (other.announcement.0, other.since)
    }
}

/// What every view of a quiz looks at.
struct View<'a> {
    bundle: &'a Bundle,
    sitting: &'a Sitting,
    words: &'a Words,
    surface: Surface,
    prefix: &'a str,
    on: &'a Callback<Msg>,
    keep: &'a Callback<Keep>,
    since: u64,
}

impl<'a> View<'a> {
    /// For whom this is: in the browser always for the player, which so need not carry what only a static surface shows.
    fn surface(&self) -> Surface {
        if cfg!(target_arch = "wasm32") { Surface::Live } else { self.surface }
    }

    /// The open element sends `msg` on an event.
    fn sends(&self, out: &mut Markup, heard: Heard, msg: Msg) {
        let on = self.on.clone();
        out.on(heard, move |_| on.emit(msg.clone()));
    }

    /// The one button that leads on. `act` names it for the shell and for tests.
    fn primary(&self, out: &mut Markup, act: &str, words: &str, msg: Msg) {
        out.el("button.wp-primary[type=button]", |out| self.acts(out, act, words, msg));
    }

    /// The button to the next step, with its arrow.
    fn onward(&self, out: &mut Markup, words: &str) {
        out.el("button.wp-primary[type=button]", |out| {
            self.acts(out, "next", words, Msg::Next);
            out.icon(Icon::Arrow);
        });
    }

    /// Any other button.
    fn quiet(&self, out: &mut Markup, act: &str, words: &str, msg: Msg) {
        out.el("button.wp-quiet[type=button]", |out| self.acts(out, act, words, msg));
    }

    fn acts(&self, out: &mut Markup, act: &str, words: &str, msg: Msg) {
        out.set("data-act", act);
        self.sends(out, Heard::Click, msg);
        out.live(words);
    }

    /// The text of that name.
    fn text(&self, key: &str) -> &'a [Block] {
        self.bundle.text(key)
    }

    /// The text of that name, as blocks.
    fn blocks(&self, out: &mut Markup, key: String) {
        out.blocks(self.text(&key));
    }

    /// The text of that name, as lines.
    fn lines(&self, out: &mut Markup, key: String) {
        out.lines(self.text(&key));
    }

    /// An element with the plain words of the text of that name.
    fn said(&self, out: &mut Markup, form: &'static str, key: String) {
        out.el(form, |out| out.plain(self.text(&key)));
    }

    /// An element with the title, which in a translation may be the original's.
    fn title(&self, out: &mut Markup, form: &'static str) {
        out.el(form, |out| {
            out.lang(self.text(key::TITLE));
            out.text(&self.bundle.title);
        });
    }

    /// The text of that name in a box named for its `part`, or nothing where nothing is written.
    fn texts(&self, out: &mut Markup, part: &str, key: String) {
        let text = self.text(&key);
        out.group(|out| {
            if !text.is_empty() {
                out.el("div", |out| {
                    out.set("data-part", part);
                    out.blocks(text);
                });
            }
        });
    }
}

/// A quiz.
pub fn quiz(props: &QuizProps) -> Html {
    markup(|out| write(out, props))
}

/// A quiz as a component of its own, for the server and the gallery.
#[component]
pub fn Quiz(props: &QuizProps) -> Html {
    quiz(props)
}

fn write(out: &mut Markup, props: &QuizProps) {
    let QuizProps { bundle, sitting, surface, arrival, saved, prefix, announcement, on, keep, since } = props;
    let view = View { bundle, sitting, words: &bundle.words, surface: *surface, prefix, on, keep, since: *since };
    let foot = [saved_words(view.words, *saved), view.words.made_with];
    out.root(bundle, view.surface(), announcement, foot, |out| {
        out.group(|out| match &sitting.step {
            Step::Item(id) => {
                if let Some(item) = bundle.item(id) {
                    card::card(out, &view, item, *arrival);
                }
            }
            Step::Result => result::result(out, &view, *arrival),
        });
        if view.surface() == Surface::Static {
            reading::rest(out, &view);
        }
    });
}

fn saved_words(words: &Words, saved: Saved) -> &'static str {
    match saved {
        Saved::Nothing => "",
        Saved::Device => words.saved_on_device,
        Saved::Memory => words.saved_in_memory,
        Saved::Failed => words.not_saved,
    }
}

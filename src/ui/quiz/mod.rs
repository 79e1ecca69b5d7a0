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

use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::part::button;
use crate::ui::root::{Arrival, Saved, Surface, root};
use std::rc::Rc;
use waypost_core::bundle::Bundle;
use waypost_core::quiz::{Msg, Sitting, Step};
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

impl View<'_> {
    /// A handler that sends `msg`.
    fn send<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.on.reform(move |_| msg.clone())
    }

    /// The one button that leads on. `act` names it for the shell and for tests.
    fn primary(&self, act: &'static str, words: impl Into<AttrValue>, msg: Msg) -> Html {
        button("wp-primary", act, vec![live(words)], self.send(msg))
    }

    /// The button to the next step, with its arrow.
    fn onward(&self, words: &'static str) -> Html {
        button("wp-primary", "next", vec![live(words), icon(Icon::Arrow)], self.send(Msg::Next))
    }

    /// Any other button.
    fn quiet(&self, act: &'static str, words: impl Into<AttrValue>, msg: Msg) -> Html {
        button("wp-quiet", act, vec![live(words)], self.send(msg))
    }
}

/// A quiz.
#[component]
pub fn Quiz(props: &QuizProps) -> Html {
    let QuizProps { bundle, sitting, surface, arrival, saved, prefix, announcement, on, keep, since } = props;
    let view = View { bundle, sitting, words: &bundle.words, surface: *surface, prefix, on, keep, since: *since };
    let step = match &sitting.step {
        Step::Item(id) => bundle.item(id).map(|item| card::card(&view, item, *arrival)),
        Step::Result => Some(result::result(&view, *arrival)),
    };
    let mut parts: Vec<Html> = step.into_iter().collect();
    if view.surface == Surface::Static {
        parts.push(reading::rest(&view));
    }
    let foot = [saved_words(view.words, *saved), view.words.made_with];
    root(bundle, view.surface, parts, announcement, foot)
}

fn saved_words(words: &Words, saved: Saved) -> &'static str {
    match saved {
        Saved::Nothing => "",
        Saved::Device => words.saved_on_device,
        Saved::Memory => words.saved_in_memory,
        Saved::Failed => words.not_saved,
    }
}

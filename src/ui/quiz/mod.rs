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
use crate::ui::part::{button, part, with};
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
    /// Milliseconds on the clock, where there is a time limit.
    pub spent: u64,
}

impl PartialEq for QuizProps {
    /// Content and state are shared and never changed in place: the same one is equal, another one is not worth a comparison.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle)
            && Rc::ptr_eq(&self.sitting, &other.sitting)
            && (self.surface, self.arrival, self.saved) == (other.surface, other.arrival, other.saved)
            && (self.announcement.0, self.spent) == (other.announcement.0, other.spent)
    }
}

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

/// What every view of a quiz looks at.
struct View<'a> {
    bundle: &'a Bundle,
    sitting: &'a Sitting,
    words: &'a Words,
    surface: Surface,
    prefix: &'a str,
    on: &'a Callback<Msg>,
    keep: &'a Callback<Keep>,
    spent: u64,
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
    let QuizProps { bundle, sitting, surface, arrival, saved, prefix, announcement, on, keep, spent } = props;
    let view = View { bundle, sitting, words: &bundle.words, surface: *surface, prefix, on, keep, spent: *spent };
    let step = match &sitting.step {
        Step::Item(id) => bundle.item(id).map(|item| card::card(&view, item, *arrival)),
        Step::Result => Some(result::result(&view, *arrival)),
    };
    let surface = if *surface == Surface::Live { "live" } else { "static" };
    let values = [bundle.id.0.clone(), bundle.kind.name().into(), bundle.revision.clone(), bundle.lang.clone()].map(AttrValue::from);
    let [id, kind, revision, lang] = values;
    let names = &["class", "role", "aria-label", "data-widget", "data-kind", "data-revision", "data-surface", "lang", "dir"];
    let values =
        vec!["wp".into(), "group".into(), bundle.title.clone().into(), id, kind, revision, surface.into(), lang, bundle.dir.name().into()];
    let mut parts: Vec<Html> = step.into_iter().collect();
    if view.surface == Surface::Static {
        parts.push(reading::rest(&view));
    }
    parts.push(with("p", &["class", "role"], vec!["wp-status".into(), "status".into()], vec![announce(announcement)]));
    let saved = part("span", "wp-saved", vec![live(saved_words(view.words, *saved))]);
    let made = part("span", "wp-made", vec![icon(Icon::Signpost), live(view.words.made_with)]);
    parts.push(part("p", "wp-foot", vec![saved, made]));
    with("div", names, values, parts)
}

/// The region stays, its child is made anew: the same words twice are still said twice.
fn announce((number, words): &(u32, AttrValue)) -> Html {
    match number {
        0 => Html::default(),
        number => html! { <span key={*number}>{ words.clone() }</span> },
    }
}

fn saved_words(words: &Words, saved: Saved) -> &'static str {
    match saved {
        Saved::Nothing => "",
        Saved::Device => words.saved_on_device,
        Saved::Memory => words.saved_in_memory,
        Saved::Failed => words.not_saved,
    }
}

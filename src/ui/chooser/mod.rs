//! The chooser as the reader sees it: gut, evidence, gut, choice, and the way back; or the questions of a profile and what they point to.

mod about;
mod after;
mod ask;
mod choose;
mod contributions;
mod control;
mod dots;
mod flips;
mod keep;
mod matters;
mod outcome;
mod poles;
mod question;
mod reading;
mod reveal;
mod revisit;
mod start;
mod text;
mod weighing;
mod what_if;

pub use text::{outcome_sentence, plain_result, short, verdict_sentence};

use crate::ui::live::live;
use crate::ui::part::{button, part, with};
use crate::ui::root::{Arrival, Saved, Surface, root};
use std::rc::Rc;
use waypost_core::chooser::bundle::{Pole, key};
use waypost_core::chooser::journal::{Course, Screen};
use waypost_core::chooser::{Chooser, Deliberation, Msg, Side};
use waypost_core::id::ItemId;
use waypost_core::words::chooser::Words;
use yew::prelude::*;

/// What a chooser is shown from.
#[derive(Properties)]
pub struct ChoosingProps {
    /// The content.
    pub bundle: Rc<Chooser>,
    /// What the reader has said.
    pub state: Rc<Deliberation>,
    /// What is not in the journal.
    pub aside: Aside,
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
    /// What the reader wants.
    pub on: Callback<Wish>,
}

impl PartialEq for ChoosingProps {
    /// Content and state are shared and never changed in place: the same one is equal, another one is not worth a comparison.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle)
            && Rc::ptr_eq(&self.state, &other.state)
            && (self.surface, self.arrival, self.saved) == (other.surface, other.arrival, other.saved)
            && (self.announcement.0, self.aside.number) == (other.announcement.0, other.aside.number)
    }
}

/// What only the page knows: nothing of it outlives the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aside {
    /// New with every change.
    pub number: u32,
    /// Which answers would flip the lean; none where that was not worked out.
    pub flips: Option<Vec<ItemId>>,
    /// What the coin said.
    pub coin: Option<Side>,
    /// The concern being typed.
    pub typed: String,
    /// The note being typed at a check-in.
    pub note: String,
    /// How the reader says it goes, not saved yet.
    pub course: Option<Course>,
    /// The answer that a link of the flip set asked for.
    pub asked: Option<ItemId>,
    /// The screen a reader who came back is shown first, in place of the one they left.
    pub shown: Option<Screen>,
    /// Whether a link to another version opened this page.
    pub link: Link,
    /// Milliseconds since 1970.
    pub now: i64,
}

/// Through what kind of link a reader came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// None, or one that was opened.
    #[default]
    None,
    /// One made with another version.
    OtherVersion,
}

/// What the reader wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Something for the journal.
    Say(Msg),
    /// To go to an answer in the list of answers.
    Open(ItemId),
    /// To toss a coin.
    Coin,
    /// The concern as far as it is typed.
    Typed(String),
    /// To add the concern that was typed.
    AddOwn,
    /// The note as far as it is typed.
    Noted(String),
    /// How it goes, not saved yet.
    Goes(Course),
    /// To save the check-in.
    CheckIn,
    /// The calendar of the experiment.
    Calendar,
    /// A link to go on elsewhere, to the clipboard.
    Link,
    /// The result as text, to the clipboard.
    Text,
    /// The result on paper.
    Print,
    /// To go on from what a link brought.
    TakeIt,
    /// Nothing of what a link brought: the reader's own turn.
    LeaveIt,
}

/// What every view of a chooser looks at.
struct View<'a> {
    chooser: &'a Chooser,
    state: &'a Deliberation,
    aside: &'a Aside,
    words: &'a Words,
    surface: Surface,
    arrival: Arrival,
    prefix: &'a str,
    on: &'a Callback<Wish>,
}

impl View<'_> {
    /// A handler that wishes.
    fn wish<E: 'static>(&self, wish: Wish) -> Callback<E> {
        self.on.reform(move |_| wish.clone())
    }

    /// A handler that says something for the journal.
    fn send<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.wish(Wish::Say(msg))
    }

    /// The one button that leads on. `act` names it for the shell and for tests.
    fn primary(&self, act: &'static str, words: impl Into<AttrValue>, msg: Msg) -> Html {
        button("wp-primary", act, vec![live(words)], self.send(msg))
    }

    /// Any other button.
    fn quiet(&self, act: &'static str, words: impl Into<AttrValue>, msg: Msg) -> Html {
        self.other(act, words, Wish::Say(msg))
    }

    /// A button for what is not in the journal.
    fn other(&self, act: &'static str, words: impl Into<AttrValue>, wish: Wish) -> Html {
        button("wp-quiet", act, vec![live(words)], self.wish(wish))
    }

    /// A pole of a side.
    fn pole(&self, side: Side) -> Option<&Pole> {
        self.chooser.adaptive().and_then(|adaptive| adaptive.poles.get(usize::from(side == Side::B)))
    }

    /// What a pole is called on axes and buttons.
    fn short(&self, side: Side) -> String {
        self.pole(side).map(|pole| text::short(self.chooser, &pole.id)).unwrap_or_default()
    }

    /// What a dimension or a concern of the reader's own is called.
    fn dimension(&self, id: &ItemId) -> String {
        match self.state.concerns.iter().find(|concern| concern.id == *id) {
            Some(concern) => concern.label.clone(),
            None => self.chooser.plain(&key::title(id)),
        }
    }
}

/// A chooser.
#[component]
pub fn Choosing(props: &ChoosingProps) -> Html {
    let ChoosingProps { bundle, state, aside, surface, arrival, saved, prefix, announcement, on } = props;
    let words = &bundle.words;
    let view = View { chooser: bundle, state, aside, words, surface: *surface, arrival: *arrival, prefix, on };
    let screen = aside.shown.as_ref().unwrap_or(&state.screen);
    let mut parts = vec![match screen {
        Screen::Start => start::start(&view),
        Screen::Poles => poles::poles(&view),
        Screen::Matters => matters::matters(&view),
        Screen::Ask(id) => match bundle.adaptive().and_then(|adaptive| adaptive.pair(id)) {
            Some(pair) => ask::ask(&view, pair),
            None => question::ask(&view, id),
        },
        Screen::Tiebreak => question::tiebreak(&view),
        Screen::Reveal => match bundle.adaptive() {
            Some(_) => reveal::reveal(&view),
            None => outcome::outcome(&view),
        },
        Screen::After => after::after(&view),
        Screen::Choose => choose::choose(&view),
        Screen::Revisit => revisit::revisit(&view),
    }];
    if *surface == Surface::Static {
        parts.push(reading::rest(&view));
    }
    let saved = match saved {
        Saved::Nothing => "",
        Saved::Device => words.saved_on_device,
        Saved::Memory => words.saved_in_memory,
        Saved::Failed => words.not_saved,
    };
    root(bundle, *surface, parts, announcement, [saved, words.made_with])
}

/// A card of a screen: its key makes it another element than that of any other screen, so that no state of old controls survives.
fn card(view: &View, name: &str, parts: Vec<Html>) -> Html {
    let key = format!("{}-{name}", view.state.earlier.len());
    let name = name.split(' ').next().unwrap_or_default().to_owned();
    html! { <section class="wp-card" {key} data-screen={name}>{ welcome(view) }{ for parts }</section> }
}

/// A part that comes and goes. It keeps its place among the others: views of parts that shift are made anew, and lose the focus.
fn when(shown: bool, part: impl FnOnce() -> Html) -> Html {
    if shown { part() } else { Html::default() }
}

/// The heading of a screen, which takes the focus when the screen comes.
fn heading(words: impl Into<AttrValue>) -> Html {
    with("h2", &["class", "tabindex"], vec!["wp-screen".into(), "-1".into()], vec![live(words)])
}

/// The heading of a part of a screen.
fn subheading(words: impl Into<AttrValue>) -> Html {
    part("h3", "wp-section-title", vec![live(words)])
}

/// A quiet sentence.
fn note(words: impl Into<AttrValue>) -> Html {
    part("p", "wp-instruction", vec![live(words)])
}

/// The row of buttons at the end of a screen.
fn actions(buttons: Vec<Html>) -> Html {
    part("div", "wp-actions", buttons)
}

/// The quiet line for a reader who came back or through a link.
fn welcome(view: &View) -> Html {
    let line = |words: &'static str, act: Html| part("p", "wp-welcome", vec![live(words), act]);
    match (view.arrival, view.aside.link) {
        (_, Link::OtherVersion) => part("p", "wp-welcome", vec![live(view.words.other_version)]),
        (Arrival::Shared, _) => {
            let ways = vec![view.other("take", view.words.take_it, Wish::TakeIt), view.other("leave", view.words.leave_it, Wish::LeaveIt)];
            line(view.words.shared, part("span", "wp-actions", ways))
        }
        (Arrival::Returned, _) if view.state.revealed.is_none() => {
            line(view.words.welcome_back, view.quiet("restart", view.words.start_again, Msg::Restart))
        }
        (Arrival::Fresh | Arrival::Returned, _) => Html::default(),
    }
}

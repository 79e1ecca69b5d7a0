//! The simulator as the reader sees it: a card a turn, what came of it, then the debrief.

mod assumptions;
mod card;
mod choices;
mod debrief;
mod figure;
mod gauges;
mod ledger;
mod luck;
mod mines;
mod outcome;
mod rank;
mod reading;
mod split;
mod spoken;
mod stones;
mod sure;

pub use spoken::spoken_outcome;

use crate::ui::live::live;
use crate::ui::part::{button, part, with};
use crate::ui::root::{Arrival, Saved, Surface, root};
use crate::ui::text::blocks;
use std::rc::Rc;
use waypost_core::bundle::key::INTRO;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::simulator::{Found, History, Play, Simulator, key, whole};
use waypost_core::words::simulator::Words;
use yew::prelude::*;

/// What a simulator is shown from.
#[derive(Properties)]
pub struct SimulationProps {
    /// The content.
    pub bundle: Rc<Simulator>,
    /// Where the reader is.
    pub play: Rc<Play>,
    /// What the model made of their decisions.
    pub history: Rc<History>,
    /// What is on the screen.
    pub step: Step,
    /// What is worked out of the debrief.
    pub findings: Findings,
    /// For whom the markup is.
    pub surface: Surface,
    /// How the reader came.
    pub arrival: Arrival,
    /// Through what kind of link they came.
    pub link: Link,
    /// Which start it is, where it is not the usual one.
    pub start: Option<ItemId>,
    /// The gauge that a link led to.
    pub gauge: Option<ItemId>,
    /// What became of the decisions.
    pub saved: Saved,
    /// What DOM ids and control names begin with; unique in the document.
    pub prefix: AttrValue,
    /// What the status region says, with a number that is new for each announcement; 0 says nothing.
    pub announcement: (u32, AttrValue),
    /// What the reader wants.
    pub on: Callback<Wish>,
}

impl PartialEq for SimulationProps {
    /// Content and state are shared and never changed in place: the same one is equal, another one is not worth a comparison.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle)
            && Rc::ptr_eq(&self.play, &other.play)
            && (&self.start, &self.gauge) == (&other.start, &other.gauge)
            && (self.step, self.surface, self.arrival, self.link, self.saved)
                == (other.step, other.surface, other.arrival, other.link, other.saved)
            && (self.announcement.0, self.findings.number) == (other.announcement.0, other.findings.number)
    }
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The card of this turn, to be decided.
    Card(usize),
    /// What came of the decision of this turn.
    Outcome(usize),
    /// The points, before the debrief.
    End,
    /// The debrief.
    Debrief,
}

/// Through what kind of link a reader came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// None, or none of ours.
    #[default]
    None,
    /// To somebody's world, without decisions.
    World,
    /// To somebody's play, of another version of this simulation.
    OtherVersion,
}

/// What is worked out of the debrief.
#[derive(Clone, Default)]
pub struct Findings {
    /// New with every change.
    pub number: u32,
    /// By the analysis at work.
    pub now: Rc<Found>,
    /// By an earlier one, shown where the present one is not as far yet.
    pub before: Rc<Found>,
    /// Whether it goes on.
    pub work: Work,
}

/// Whether the analysis goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// It is at work, so many thousandths done.
    At(u32),
    /// The reader stopped it.
    Stopped,
    /// All is done, or nothing is to be done.
    #[default]
    Done,
}

/// What the reader wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To pick an option of the card on the screen.
    Pick(OptionId),
    /// To decide for what is picked.
    Decide,
    /// To go on to the next step.
    Next,
    /// To see what came of the decision before.
    Back,
    /// To take the last decision back.
    Undo,
    /// To play again with the same luck.
    SameLuck,
    /// To play again with new luck.
    NewLuck,
    /// To move an assumption: thousandths of its range.
    Assume(ItemId, u32),
    /// To have all assumptions back at the author's numbers.
    AuthorsNumbers,
    /// To stop the analysis.
    Stop,
    /// To let it go on.
    GoOn,
    /// A link to this play, to the clipboard.
    CopyPlay,
    /// A link to this world, to the clipboard.
    CopyWorld,
    /// The debrief on paper.
    Print,
    /// To be taken to the ledger.
    SeeLedger,
    /// Nothing of a play that somebody else shared: the reader's own turn.
    TakeIt,
}

/// What every view of a simulator looks at.
struct View<'a> {
    bundle: &'a Simulator,
    play: &'a Play,
    history: &'a History,
    findings: &'a Findings,
    words: &'a Words,
    surface: Surface,
    arrival: Arrival,
    link: Link,
    start: Option<&'a ItemId>,
    gauge: Option<&'a ItemId>,
    prefix: &'a str,
    on: &'a Callback<Wish>,
}

impl View<'_> {
    fn send<E: 'static>(&self, wish: Wish) -> Callback<E> {
        self.on.reform(move |_| wish.clone())
    }

    /// The one button that leads on. `act` names it for the shell and for tests.
    fn primary(&self, act: &'static str, words: impl Into<AttrValue>, wish: Wish) -> Html {
        button("wp-primary", act, vec![live(words)], self.send(wish))
    }

    /// Any other button.
    fn quiet(&self, act: &'static str, words: impl Into<AttrValue>, wish: Wish) -> Html {
        button("wp-quiet", act, vec![live(words)], self.send(wish))
    }

    /// A turn with its number.
    fn turn(&self, turn: usize) -> String {
        self.words.turn(&self.bundle.turn_name, turn)
    }

    /// What a stock, a parameter or a family is called.
    fn label(&self, name: &ItemId) -> String {
        self.bundle.plain(&key::label(name))
    }

    /// An option's words.
    fn option(&self, turn: usize, place: usize) -> String {
        let card = self.bundle.cards.get(turn);
        card.and_then(|card| Some(self.bundle.plain(&key::text(&card.id, &card.options.get(place)?.id)))).unwrap_or_default()
    }

    /// A card's title.
    fn title(&self, turn: usize) -> String {
        self.bundle.cards.get(turn).map(|card| self.bundle.plain(&key::title(&card.id))).unwrap_or_default()
    }

    /// A stock after a turn; before the first one, where no turn is given, what the author expects of it: nothing is known yet of the
    /// reader's world.
    fn stock(&self, stock: usize, after: Option<usize>) -> f64 {
        let value = match after {
            Some(turn) => self.history.turns.get(turn).and_then(|turn| turn.stocks.get(stock)).copied(),
            None => self.bundle.stocks.get(stock).map(|stock| stock.start.get()),
        };
        f64::from(value.unwrap_or_default())
    }

    /// By how many whole points a stock moved in a turn: the difference of the numbers that are shown.
    fn moved(&self, stock: usize, turn: usize) -> i64 {
        whole(self.stock(stock, Some(turn))) - whole(self.stock(stock, turn.checked_sub(1)))
    }
}

/// A simulator.
#[component]
pub fn Simulation(props: &SimulationProps) -> Html {
    let SimulationProps { bundle, play, history, findings, surface, arrival, link, start, gauge, prefix, on, .. } = props;
    let words = &bundle.words;
    let view = View {
        bundle,
        play,
        history,
        findings,
        words,
        surface: *surface,
        arrival: *arrival,
        link: *link,
        start: start.as_ref(),
        gauge: gauge.as_ref(),
        prefix,
        on,
    };
    let mut parts = vec![match props.step {
        Step::Card(turn) => card::card(&view, turn),
        Step::Outcome(turn) => outcome::outcome(&view, turn),
        Step::End => debrief::end(&view),
        Step::Debrief => debrief::debrief(&view),
    }];
    if *surface == Surface::Static {
        parts.push(reading::rest(&view));
    }
    let saved = match props.saved {
        Saved::Nothing => "",
        Saved::Device => words.saved_on_device,
        Saved::Memory => words.saved_in_memory,
        Saved::Failed => words.not_saved,
    };
    root(bundle, *surface, parts, &props.announcement, [saved, words.made_with])
}

/// Title, introduction and what kind of thing this is, above the first card.
fn introduction(view: &View) -> Html {
    let title = with("h2", &["class", "dir"], vec!["wp-title".into(), "auto".into()], vec![view.bundle.title.clone().into()]);
    let length = view.words.length(view.bundle.turns());
    let note = part("p", "wp-model-note", vec![live(view.words.model_note), " ".into(), live(length)]);
    part("div", "wp-intro", vec![title, blocks(view.bundle.text(INTRO)), note])
}

/// Which start this is, where it is not the usual one.
fn from(view: &View) -> Html {
    match view.start {
        None => Html::default(),
        Some(start) => part("p", "wp-changes", vec![live(view.label(start))]),
    }
}

/// The quiet line for a reader who came back or through a link, with the way to begin anew.
fn welcome(view: &View, words: impl Into<AttrValue>) -> Html {
    let act = match view.arrival {
        Arrival::Shared => view.quiet("take", view.words.take_it, Wish::TakeIt),
        _ => view.quiet("restart", view.words.start_again, Wish::NewLuck),
    };
    part("p", "wp-welcome", vec![live(words), act])
}

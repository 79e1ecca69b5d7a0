//! Server rendering: the static surface of a widget as markup, for its prerendered page. Native only.

use crate::ui::chooser::{Aside, Choosing, ChoosingProps};
use crate::ui::quiz::{Quiz, QuizProps};
use crate::ui::simulator::{Findings, Link, Simulation, SimulationProps, Step};
use crate::ui::{Arrival, Saved, Surface};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use waypost_core::bundle::{Bundle, Lesson};
use waypost_core::chooser::{Chooser, Deliberation};
use waypost_core::quiz::Sitting;
use waypost_core::simulator::Simulator;
use yew::prelude::*;
use yew::{AttrValue, Callback, LocalServerRenderer};

/// What a widget shows before its player is there: its root element, with the first step.
pub fn first_step(lesson: &Lesson, surface: Surface) -> Html {
    match lesson {
        Lesson::Quiz(quiz) => {
            let props = first_question(quiz, surface);
            html! { <Quiz ..props /> }
        }
        Lesson::Chooser(chooser) => {
            let props = first_screen(chooser, surface);
            html! { <Choosing ..props /> }
        }
        Lesson::Simulator(simulator) => {
            let props = first_card(simulator, surface);
            html! { <Simulation ..props /> }
        }
    }
}

/// A chooser that nobody has answered yet.
fn first_screen(chooser: &Chooser, surface: Surface) -> ChoosingProps {
    ChoosingProps {
        state: Rc::new(Deliberation::new(chooser, 0)),
        bundle: Rc::new(chooser.clone()),
        aside: Aside::default(),
        surface,
        arrival: Arrival::Fresh,
        saved: Saved::Nothing,
        prefix: AttrValue::Static("wp"),
        announcement: (0, AttrValue::default()),
        on: Callback::noop(),
    }
}

/// A chooser in any state, as markup.
pub fn chooser(props: ChoosingProps) -> String {
    now(LocalServerRenderer::<Choosing>::with_props(props).hydratable(false).render())
}

/// A quiz that nobody has answered yet.
fn first_question(bundle: &Bundle, surface: Surface) -> QuizProps {
    QuizProps {
        sitting: Rc::new(Sitting::new(bundle, 0)),
        bundle: Rc::new(bundle.clone()),
        surface,
        arrival: Arrival::Fresh,
        saved: Saved::Nothing,
        prefix: AttrValue::Static("wp"),
        announcement: (0, AttrValue::default()),
        on: Callback::noop(),
        keep: Callback::noop(),
        since: 0,
    }
}

/// A simulator that nobody has played yet: the gauges stand where they do in the middle of all worlds.
fn first_card(simulator: &Simulator, surface: Surface) -> SimulationProps {
    SimulationProps {
        bundle: Rc::new(simulator.clone()),
        play: Rc::default(),
        history: Rc::default(),
        step: Step::Card(0),
        findings: Findings::default(),
        surface,
        arrival: Arrival::Fresh,
        link: Link::None,
        start: None,
        gauge: None,
        saved: Saved::Nothing,
        prefix: AttrValue::Static("wp"),
        announcement: (0, AttrValue::default()),
        on: Callback::noop(),
    }
}

/// A quiz's static surface, as markup.
pub fn widget(bundle: &Bundle) -> String {
    quiz(first_question(bundle, Surface::Static))
}

/// A quiz in any state, as markup.
pub fn quiz(props: QuizProps) -> String {
    now(LocalServerRenderer::<Quiz>::with_props(props).hydratable(false).render())
}

/// A simulator in any state, as markup.
pub fn simulation(props: SimulationProps) -> String {
    now(LocalServerRenderer::<Simulation>::with_props(props).hydratable(false).render())
}

/// Runs a rendering to its end. Views wait for nothing, so that polling again is enough.
pub fn now<T>(rendering: impl Future<Output = T>) -> T {
    let mut rendering = pin!(rendering);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = rendering.as_mut().poll(&mut context) {
            return done;
        }
    }
}

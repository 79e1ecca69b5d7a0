//! Server rendering: the static surface of a widget as markup, for its prerendered page. Native only.

use crate::ui::quiz::{Arrival, Quiz, QuizProps, Saved, Surface};
use crate::ui::simulator::{Simulation, SimulationProps};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use waypost_core::bundle::Bundle;
use waypost_core::quiz::Sitting;
use yew::{AttrValue, Callback, LocalServerRenderer};

/// The widget's root element as it stands in its page before the player arrives.
pub fn widget(bundle: &Bundle) -> String {
    quiz(QuizProps {
        sitting: Rc::new(Sitting::new(bundle, 0)),
        bundle: Rc::new(bundle.clone()),
        surface: Surface::Static,
        arrival: Arrival::Fresh,
        saved: Saved::Nothing,
        prefix: AttrValue::Static("wp"),
        announcement: (0, AttrValue::default()),
        on: Callback::noop(),
        keep: Callback::noop(),
        spent: 0,
    })
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

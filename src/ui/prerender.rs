//! Server rendering: the static surface of a widget as markup, for its prerendered page. Native only.

use crate::ui::quiz::{Quiz, QuizProps};
use crate::ui::{Arrival, Saved, Surface};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use waypost_core::bundle::{Bundle, Lesson};
use waypost_core::quiz::Sitting;
use yew::prelude::*;
use yew::{AttrValue, Callback, LocalServerRenderer};

/// What a widget shows before its player is there: its root element, with the first step.
pub fn first_step(lesson: &Lesson, surface: Surface) -> Html {
    match lesson {
        Lesson::Quiz(quiz) => {
            let props = first_question(quiz, surface);
            html! { <Quiz ..props /> }
        }
    }
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

/// A quiz's static surface, as markup.
pub fn widget(bundle: &Bundle) -> String {
    quiz(first_question(bundle, Surface::Static))
}

/// A quiz in any state, as markup.
pub fn quiz(props: QuizProps) -> String {
    now(LocalServerRenderer::<Quiz>::with_props(props).hydratable(false).render())
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

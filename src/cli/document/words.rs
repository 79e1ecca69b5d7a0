//! The words around an author's text, in one typed table per language.

use waypost_core::bundle::Kind;

/// The words of one language. Slots are function arguments, so that each language orders and inflects as it must.
pub(super) struct Words {
    pub(super) skip: &'static str,
    pub(super) minutes: fn(minutes: usize) -> String,
    pub(super) subscribe: &'static str,
    pub(super) subscribe_title: fn(newsletter: &str) -> String,
    pub(super) subscribe_next: &'static str,
    pub(super) in_this_course: &'static str,
    pub(super) widget: fn(kind: Kind, steps: usize) -> String,
    pub(super) page: &'static str,
    pub(super) course: &'static str,
    pub(super) own_page: &'static str,
    pub(super) made_with: &'static str,
}

const ENGLISH: Words = Words {
    skip: "Skip to the text",
    minutes: |minutes| format!("{minutes} min read"),
    subscribe: "Subscribe",
    subscribe_title: |newsletter| format!("Get the next issue of {newsletter}"),
    subscribe_next: "Get the next issue",
    in_this_course: "In this course",
    widget: |kind, steps| match (kind, steps) {
        (Kind::Review, _) => "Spaced review".into(),
        (Kind::Quiz, 1) => "Quiz, 1 question".into(),
        (Kind::Quiz, _) => format!("Quiz, {steps} questions"),
        (Kind::Chooser, 0 | 1) => "For reflection".into(),
        (Kind::Chooser, _) => format!("For reflection, up to {steps} steps"),
        (Kind::Simulator, _) => format!("Simulation, {steps} decisions"),
    },
    page: "Lesson",
    course: "Course",
    own_page: "Open on a page of its own",
    made_with: "Made with Waypost",
};

/// What is said in a language, whatever its region; English where there is nothing yet.
pub(super) fn said<T>(lang: &str, english: &'static T, others: &'static [(&str, T)]) -> &'static T {
    let language = lang.split('-').next().unwrap_or_default();
    others.iter().find(|(known, _)| *known == language).map_or(english, |(_, words)| words)
}

/// The words of a language, English where there are none yet.
pub(super) fn of(_lang: &str) -> &'static Words {
    &ENGLISH
}

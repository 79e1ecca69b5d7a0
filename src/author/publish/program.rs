//! Which of the player's programs a widget needs.

use waypost_core::bundle::{Bundle, Interaction, Kind, Lesson};

/// A WebAssembly program of the player, in the order of their table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Program {
    /// Quizzes of nothing but choices and slides.
    Choices,
    /// Quizzes with items of every kind.
    Quiz,
    /// Choosers.
    Chooser,
    /// Simulators.
    Simulator,
    /// Spaced review.
    Review,
}

impl Program {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Choices, Self::Quiz, Self::Chooser, Self::Simulator, Self::Review];

    /// The smallest program that plays the widget.
    pub fn of(lesson: &Lesson) -> Self {
        match (lesson.kind, lesson) {
            (Kind::Quiz, Lesson::Quiz(quiz)) if is_plain(quiz) => Self::Choices,
            (Kind::Quiz, _) => Self::Quiz,
            (Kind::Chooser, _) => Self::Chooser,
            (Kind::Simulator, _) => Self::Simulator,
            (Kind::Review, _) => Self::Review,
        }
    }

    /// The smallest program that plays the widget in a page beside the others: one program for all quizzes of a page, not two.
    pub fn beside<'a>(lesson: &Lesson, others: impl IntoIterator<Item = &'a Lesson>) -> Self {
        match Self::of(lesson) {
            Self::Choices if others.into_iter().any(|other| Self::of(other) == Self::Quiz) => Self::Quiz,
            own => own,
        }
    }

    /// Its name, as in the `kind` of an element.
    pub fn name(self) -> &'static str {
        match self {
            Self::Choices => "choices",
            Self::Quiz => "quiz",
            Self::Chooser => "chooser",
            Self::Simulator => "simulator",
            Self::Review => "review",
        }
    }

    /// Its glue, its WebAssembly and its style sheet, as the player's folder names them.
    pub(super) fn files(self) -> [&'static str; 3] {
        match self {
            Self::Choices => ["choices.js", "choices.wasm", "quiz.css"],
            Self::Quiz => ["quiz.js", "quiz.wasm", "quiz.css"],
            Self::Chooser => ["chooser.js", "chooser.wasm", "chooser.css"],
            Self::Simulator => ["simulator.js", "simulator.wasm", "simulator.css"],
            Self::Review => ["review.js", "review.wasm", "quiz.css"],
        }
    }
}

/// Whether a quiz holds nothing but choices and slides.
fn is_plain(quiz: &Bundle) -> bool {
    quiz.items.iter().all(|item| item.interaction.choices().is_some() || matches!(item.interaction, Interaction::Info {}))
}

//! From what readers did in a chooser to JSON.

use super::bundle::Report;
use super::deliberation::{Changed, Checkin, Chosen, Concern, Deliberation, Earlier, Given, Gut, Phased, Settled};
use super::journal::{Action, Course, Holds, Phase, Screen};
use crate::json::Json;
use crate::write::{Write, object, record, variant};

record!(Deliberation {
    id,
    revision,
    seed,
    screen,
    report,
    gut,
    checks,
    ratings,
    concerns,
    facts,
    pairs,
    answers,
    tiebreak,
    revealed,
    changes,
    previews,
    choices,
    dropped,
    checkins,
    earlier
});
record!(Gut { lean, sure });
record!(Concern { id, label, rating, answer });
record!(Given { pair, answer, hash });
record!(Chosen { choice, at });
record!(Checkin { course, note, at });
record!(Earlier { at, ratings, pairs, answers, choice });

impl<T: Write> Write for Phased<T> {
    fn json(&self) -> Json {
        let Self { before, after } = self;
        object!(before, after)
    }
}

impl<const N: usize, T: Write> Write for [T; N] {
    fn json(&self) -> Json {
        self.as_slice().json()
    }
}

impl Write for Changed {
    fn json(&self) -> Json {
        match self {
            Self::Pair(pair, before) => object!(pair, before),
            Self::Answer(question, before) => object!(question, before),
        }
    }
}

impl Write for Settled {
    fn json(&self) -> Json {
        match self {
            Self::Equally => "equally".json(),
            Self::For(outcome) => variant("for", outcome.json()),
        }
    }
}

impl Write for Screen {
    fn json(&self) -> Json {
        match self {
            Self::Ask(item) => variant("ask", item.json()),
            Self::Start => "start".json(),
            Self::Poles => "poles".json(),
            Self::Matters => "matters".json(),
            Self::Tiebreak => "tiebreak".json(),
            Self::Reveal => "reveal".json(),
            Self::After => "after".json(),
            Self::Choose => "choose".json(),
            Self::Revisit => "revisit".json(),
        }
    }
}

impl Write for Report {
    fn json(&self) -> Json {
        self.name().json()
    }
}

impl Write for Phase {
    fn json(&self) -> Json {
        self.name().json()
    }
}

impl Write for Holds {
    fn json(&self) -> Json {
        self.name().json()
    }
}

impl Write for Course {
    fn json(&self) -> Json {
        self.name().json()
    }
}

impl Write for Action {
    fn json(&self) -> Json {
        match self {
            Self::Start { seed, revision } => variant("start", object!(seed, revision)),
            Self::Goto { screen } => variant("goto", object!(screen)),
            Self::Gut { phase, lean, sure } => variant("gut", object!(phase, lean, sure)),
            Self::Sure { phase, check, holds } => variant("sure", object!(phase, check, holds)),
            Self::Weigh { dimension, rating } => variant("weigh", object!(dimension, rating)),
            Self::Concern { concern, label, rating, answer } => variant("concern", object!(concern, label, rating, answer)),
            Self::Drop { concern } => variant("drop", object!(concern)),
            Self::Pair { pair, answer, hash } => variant("pair", object!(pair, answer, hash)),
            Self::Fact { fact, holds } => variant("fact", object!(fact, holds)),
            Self::Answer { question, options } => variant("answer", object!(question, options)),
            Self::Tiebreak { outcome } => variant("tiebreak", object!(outcome)),
            Self::Reveal {} => variant("reveal", Json::Map(Vec::new())),
            Self::Undo {} => variant("undo", Json::Map(Vec::new())),
            Self::Preview { pole } => variant("preview", object!(pole)),
            Self::Choose { choice } => variant("choose", object!(choice)),
            Self::Plan { plan, step, holds } => variant("plan", object!(plan, step, holds)),
            Self::Checkin { course, note } => variant("checkin", object!(course, note)),
            Self::Report { level } => variant("report", object!(level)),
            Self::Void { entry } => variant("void", object!(entry)),
        }
    }
}

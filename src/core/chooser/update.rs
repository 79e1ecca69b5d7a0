//! From what a reader does on the screen to journal actions.

use super::bundle::{Chooser, Engine, Report, Takes};
use super::deliberation::{CONCERNS, Deliberation};
use super::journal::{Action, Course, Holds, Phase, Screen};
use crate::id::{ItemId, OptionId};

/// What the reader did on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Said where the gut leans, 0 to 100; nothing to take it back.
    Gut(Phase, Option<u32>),
    /// Said how sure the gut is, 1 to 4.
    GutSure(Phase, u32),
    /// Answered one of the four checks, 1 to 4.
    Check(Phase, u32, Holds),
    /// Rated a dimension, 0 to 4.
    Weigh(ItemId, u32),
    /// Added a concern in their own words.
    AddConcern(String),
    /// Put a concern into other words.
    NameConcern(ItemId, String),
    /// Rated a concern, 0 to 4.
    RateConcern(ItemId, u32),
    /// Said which pole serves a concern, 0 to 3.
    AnswerConcern(ItemId, u32),
    /// Took a concern back.
    DropConcern(ItemId),
    /// Answered a question of feasibility.
    Fact(ItemId, Holds),
    /// Picked an answer to a pair, 0 much more A to 3 much more B; also "what if" in the reveal.
    Pair(ItemId, u32),
    /// Skipped a pair.
    Skip(ItemId),
    /// Picked or unpicked an option of a profile's question.
    Toggle(ItemId, OptionId),
    /// Said which of tied outcomes comes first; nothing for "equally".
    Tiebreak(Option<ItemId>),
    /// Took the latest change in the reveal back.
    Undo,
    /// Went on.
    Next,
    /// Went back.
    Back,
    /// Went to a screen.
    GoTo(Screen),
    /// "Show me what you have."
    Show,
    /// "Ask me more."
    More,
    /// Opened the preview of a pole.
    Preview(ItemId),
    /// Chose a pole or a plan; nothing for "not yet".
    Choose(Option<ItemId>),
    /// Kept a step of a plan, or left it out.
    Keep(ItemId, OptionId, Holds),
    /// Said how it goes.
    CheckIn(Course, String),
    /// Set what leaves the device.
    Report(Report),
    /// Answers again from nothing; this sitting is kept to compare with.
    Restart,
}

/// The actions that follow from a message; none where it does not apply. The first one ever is preceded by `Start`. `fresh_seed` is used
/// where a new sitting begins.
pub fn update(chooser: &Chooser, state: &Deliberation, msg: &Msg, fresh_seed: u32) -> Vec<Action> {
    let begin = |seed| Action::Start { seed, revision: chooser.head.revision.clone() };
    let mut actions = match msg {
        Msg::Restart => return vec![begin(fresh_seed)],
        Msg::Next => next(chooser, state),
        Msg::Show => show(chooser, state),
        msg => one(chooser, state, msg).into_iter().collect(),
    };
    // What would change nothing is not worth an entry.
    let mut after = state.clone();
    actions.retain(|action| {
        let before = after.clone();
        after.act(chooser, action, 0).is_some() && after != before
    });
    if state.id.is_empty() && !actions.is_empty() {
        actions.insert(0, begin(state.seed));
    }
    actions
}

/// The one action of a message that makes no more than one.
fn one(chooser: &Chooser, state: &Deliberation, msg: &Msg) -> Option<Action> {
    let gut = |phase: Phase| *state.gut.at(phase);
    Some(match msg {
        Msg::Gut(phase, lean) => Action::Gut { phase: *phase, lean: *lean, sure: gut(*phase).sure },
        Msg::GutSure(phase, sure) => Action::Gut { phase: *phase, lean: gut(*phase).lean, sure: Some(*sure) },
        Msg::Check(phase, check, holds) => Action::Sure { phase: *phase, check: *check, holds: *holds },
        Msg::Weigh(dimension, rating) => Action::Weigh { dimension: dimension.clone(), rating: *rating },
        Msg::AddConcern(label) => {
            let free = CONCERNS.into_iter().find(|name| state.concerns.iter().all(|known| known.id.as_str() != *name))?;
            let label = label.trim();
            (!label.is_empty()).then(|| Action::Concern {
                concern: ItemId::from(free),
                label: label.to_owned(),
                rating: super::case::USUAL_RATING,
                answer: None,
            })?
        }
        Msg::NameConcern(id, label) => concern(state, id, |known| known.label = label.trim().to_owned())?,
        Msg::RateConcern(id, rating) => concern(state, id, |known| known.rating = *rating)?,
        Msg::AnswerConcern(id, answer) => concern(state, id, |known| known.answer = Some(*answer))?,
        Msg::DropConcern(id) => Action::Drop { concern: id.clone() },
        Msg::Fact(fact, holds) => Action::Fact { fact: fact.clone(), holds: *holds },
        Msg::Pair(pair, answer) => given(chooser, pair, Some(*answer))?,
        Msg::Skip(pair) => given(chooser, pair, None)?,
        Msg::Toggle(question, option) => toggle(chooser, state, question, option)?,
        Msg::Tiebreak(outcome) => Action::Tiebreak { outcome: outcome.clone() },
        Msg::Undo => Action::Undo {},
        Msg::Back => Action::Goto { screen: back(chooser, state)? },
        Msg::GoTo(screen) => Action::Goto { screen: screen.clone() },
        Msg::More => Action::Goto { screen: Screen::Ask(state.next_pair(chooser)?.id.clone()) },
        Msg::Preview(pole) => Action::Preview { pole: pole.clone() },
        Msg::Choose(choice) => Action::Choose { choice: choice.clone() },
        Msg::Keep(plan, step, holds) => Action::Plan { plan: plan.clone(), step: step.clone(), holds: *holds },
        Msg::CheckIn(course, note) => Action::Checkin { course: *course, note: note.trim().to_owned() },
        Msg::Report(level) => Action::Report { level: *level },
        Msg::Next | Msg::Show | Msg::Restart => return None,
    })
}

fn concern(state: &Deliberation, id: &ItemId, change: impl FnOnce(&mut super::deliberation::Concern)) -> Option<Action> {
    let mut known = state.concerns.iter().find(|known| known.id == *id)?.clone();
    change(&mut known);
    Some(Action::Concern { concern: known.id, label: known.label, rating: known.rating, answer: known.answer })
}

fn given(chooser: &Chooser, pair: &ItemId, answer: Option<u32>) -> Option<Action> {
    let known = chooser.adaptive()?.pair(pair)?;
    Some(Action::Pair { pair: known.id.clone(), answer, hash: known.hash.clone() })
}

fn toggle(chooser: &Chooser, state: &Deliberation, question: &ItemId, option: &OptionId) -> Option<Action> {
    let known = chooser.weighted()?.question(question)?;
    let mut options = state.answers.get(question).cloned().unwrap_or_default();
    match known.takes {
        Takes::One => options = vec![option.clone()],
        Takes::Many if options.contains(option) => options.retain(|chosen| chosen != option),
        Takes::Many => options.push(option.clone()),
    }
    Some(Action::Answer { question: question.clone(), options })
}

/// The evidence: shown for the first time, or again.
fn show(chooser: &Chooser, state: &Deliberation) -> Vec<Action> {
    match state.revealed {
        None if state.is_tied(chooser) => vec![Action::Goto { screen: Screen::Tiebreak }],
        None => vec![Action::Reveal {}],
        Some(_) => vec![Action::Goto { screen: Screen::Reveal }],
    }
}

/// What comes after the present screen.
fn next(chooser: &Chooser, state: &Deliberation) -> Vec<Action> {
    let to = |screen| vec![Action::Goto { screen }];
    match (&state.screen, &chooser.engine) {
        (Screen::Start, Engine::Adaptive(_)) => to(Screen::Poles),
        (Screen::Poles, _) => to(Screen::Matters),
        (Screen::Matters, _) => match resumed(chooser, state) {
            Some(pair) => to(Screen::Ask(pair)),
            None => show(chooser, state),
        },
        (Screen::Ask(pair), Engine::Adaptive(_)) => after_pair(chooser, state, pair),
        (Screen::Start, Engine::Profile(weighted)) => match weighted.questions.first() {
            Some(question) => to(Screen::Ask(question.id.clone())),
            None => Vec::new(),
        },
        (Screen::Ask(id), Engine::Profile(weighted)) => after_question(chooser, state, weighted, id),
        (Screen::Tiebreak, _) => match (&state.tiebreak, state.revealed) {
            (None, _) => Vec::new(),
            (Some(_), None) => vec![Action::Reveal {}],
            (Some(_), Some(_)) => to(Screen::Reveal),
        },
        (Screen::Reveal, Engine::Adaptive(_)) => to(Screen::After),
        (Screen::Reveal, Engine::Profile(_)) | (Screen::After, _) => to(Screen::Choose),
        (Screen::Choose, _) if !state.choices.is_empty() => to(Screen::Revisit),
        (Screen::Choose | Screen::Revisit, _) => Vec::new(),
    }
}

/// The pair to go on with from the ratings: the first given one, so that a reader who went back walks forward again; else the next.
fn resumed(chooser: &Chooser, state: &Deliberation) -> Option<ItemId> {
    match state.pairs.first() {
        Some(given) => Some(given.pair.clone()),
        None => state.next_pair(chooser).map(|pair| pair.id.clone()),
    }
}

fn after_pair(chooser: &Chooser, state: &Deliberation, pair: &ItemId) -> Vec<Action> {
    let Some(at) = state.pairs.iter().position(|given| given.pair == *pair) else { return Vec::new() };
    if state.revealed.is_some() {
        return show(chooser, state);
    }
    let goto = |pair: &ItemId| vec![Action::Goto { screen: Screen::Ask(pair.clone()) }];
    match state.pairs.get(at + 1) {
        Some(given) => goto(&given.pair),
        None if state.is_enough(chooser) => show(chooser, state),
        None => state.next_pair(chooser).map_or_else(|| show(chooser, state), |pair| goto(&pair.id)),
    }
}

fn after_question(chooser: &Chooser, state: &Deliberation, weighted: &super::bundle::Weighted, id: &ItemId) -> Vec<Action> {
    let Some(at) = weighted.questions.iter().position(|question| question.id == *id) else { return Vec::new() };
    let mut actions = Vec::new();
    let mut after = state.clone();
    if state.answers.get(id).is_none() {
        // Nothing chosen says something only where any number may be chosen.
        if weighted.questions[at].takes == Takes::One {
            return Vec::new();
        }
        let none = Action::Answer { question: id.clone(), options: Vec::new() };
        after.act(chooser, &none, 0);
        actions.push(none);
    }
    match weighted.questions.get(at + 1).filter(|_| state.revealed.is_none()) {
        Some(question) => actions.push(Action::Goto { screen: Screen::Ask(question.id.clone()) }),
        None => actions.extend(show(chooser, &after)),
    }
    actions
}

/// What came before the present screen.
fn back(chooser: &Chooser, state: &Deliberation) -> Option<Screen> {
    let ask = |id: Option<&ItemId>, first: Screen| id.cloned().map_or(first, Screen::Ask);
    Some(match (&state.screen, &chooser.engine) {
        (Screen::Start, _) => return None,
        (Screen::Poles, _) => Screen::Start,
        (Screen::Matters, _) => Screen::Poles,
        (Screen::Ask(_), _) if state.revealed.is_some() => Screen::Reveal,
        (Screen::Ask(pair), Engine::Adaptive(_)) => {
            let at = state.pairs.iter().position(|given| given.pair == *pair).unwrap_or(state.pairs.len());
            ask(at.checked_sub(1).and_then(|at| state.pairs.get(at)).map(|given| &given.pair), Screen::Matters)
        }
        (Screen::Ask(id), Engine::Profile(weighted)) => {
            let at = weighted.questions.iter().position(|question| question.id == *id)?;
            ask(at.checked_sub(1).and_then(|at| weighted.questions.get(at)).map(|question| &question.id), Screen::Start)
        }
        (Screen::Tiebreak, Engine::Profile(weighted)) => ask(weighted.questions.last().map(|question| &question.id), Screen::Start),
        (Screen::Reveal, Engine::Adaptive(_)) => ask(state.pairs.last().map(|given| &given.pair), Screen::Matters),
        (Screen::Reveal, Engine::Profile(weighted)) => ask(weighted.questions.last().map(|question| &question.id), Screen::Start),
        (Screen::After, _) => Screen::Reveal,
        (Screen::Choose, Engine::Adaptive(_)) => Screen::After,
        (Screen::Choose, Engine::Profile(_)) => Screen::Reveal,
        (Screen::Revisit, _) => Screen::Choose,
        (Screen::Tiebreak, Engine::Adaptive(_)) => return None,
    })
}

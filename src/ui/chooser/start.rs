//! The start: what this is, what is kept and told; the gut, or the first question of a profile.

use super::control::{Layout, Radio, label, radios, stem};
use super::{View, actions, card, note, text, when};
use crate::ui::Surface;
use crate::ui::live::live;
use crate::ui::part::{part, with};
use crate::ui::text::blocks;
use waypost_core::chooser::Msg;
use waypost_core::chooser::bundle::{Engine, Report, key};
use waypost_core::chooser::journal::{Action, Holds, Phase};
use yew::prelude::*;

/// Where the seven words of a gut stand.
const LEANS: [u32; 7] = [0, 17, 33, 50, 67, 83, 100];

/// The start screen.
pub(super) fn start(view: &View) -> Html {
    let title = with(
        "h2",
        &["class", "dir", "tabindex"],
        vec!["wp-title wp-screen".into(), "auto".into(), "-1".into()],
        vec![view.chooser.title.clone().into()],
    );
    let intro = with("div", &["data-part"], vec!["intro".into()], vec![blocks(view.chooser.text(key::INTRO))]);
    let minutes = part("p", "wp-position", vec![live(view.words.minutes)]);
    let mut parts = vec![part("div", "wp-head", vec![title, intro, minutes])];
    match &view.chooser.engine {
        Engine::Adaptive(_) => {
            parts.push(situation(view));
            parts.push(gut(view, Phase::Before));
            parts.push(when(view.state.gut.before.lean.is_some(), || checks(view, Phase::Before)));
            parts.push(actions(vec![view.primary("next", view.words.look_at_both, Msg::Next)]));
        }
        Engine::Profile(weighted) => {
            let first = weighted.questions.first();
            parts.extend(first.map(|question| super::question::field(view, question)));
            let second = weighted.questions.get(1).map(|question| question.id.clone());
            let answered = first.is_some_and(|question| view.state.answers.get(&question.id).is_some());
            let on = match second {
                Some(second) if answered => Msg::GoTo(waypost_core::chooser::journal::Screen::Ask(second)),
                _ => Msg::Next,
            };
            parts.push(actions(vec![view.primary("next", view.words.next, on)]));
        }
    }
    parts.push(told(view));
    card(view, "start", parts)
}

/// Where the reader stands, and the decision.
fn situation(view: &View) -> Html {
    let decision = part("p", "wp-decision", vec![live(view.chooser.plain(key::DECISION))]);
    part("div", "wp-situation", vec![blocks(view.chooser.text(key::SITUATION)), decision])
}

/// The gut as seven words, then how sure it is.
pub(super) fn gut(view: &View, phase: Phase) -> Html {
    let now = view.state.gut.at(phase);
    let radio = |lean: u32| {
        let early = Action::Gut { phase, lean: Some(lean), sure: None };
        let set = now.lean == Some(lean);
        Radio::new(lean, text::gut(view.chooser, lean), set, Msg::Gut(phase, Some(lean))).early(early)
    };
    let (question, why) = match phase {
        Phase::Before => (view.words.gut_question, view.words.put_away),
        Phase::After => (view.words.gut_after, view.words.neither_truth),
    };
    let legend = part("span", "", vec![stem(question), part("span", "wp-instruction", vec![live(why)])]);
    let lean = radios(view, "gut", legend, Layout::Line, LEANS.into_iter().map(radio).collect());
    let sure = when(now.lean.is_some(), || {
        let sure = |(sure, words): (u32, &'static str)| Radio::new(sure, words, now.sure == Some(sure), Msg::GutSure(phase, sure));
        let all = (1..).zip(view.words.sureness()).map(sure).collect();
        radios(view, "sure", label(view.words.sure_question), Layout::Line, all)
    });
    part("div", "wp-gut", vec![lean, sure])
}

/// Four checks, yes or no.
pub(super) fn checks(view: &View, phase: Phase) -> Html {
    let now = view.state.checks.at(phase);
    let check = |(number, (words, holds)): (u32, (&'static str, &Option<Holds>))| {
        let radio =
            |value: Holds, words: &'static str| Radio::new(value.name(), words, *holds == Some(value), Msg::Check(phase, number, value));
        let all = vec![radio(Holds::Yes, view.words.yes), radio(Holds::No, view.words.no)];
        radios(view, &format!("check-{number}"), label(words), Layout::Short, all)
    };
    let rows = (1..).zip(view.words.four_checks().into_iter().zip(now)).map(check).collect();
    part("div", "wp-checks", vec![super::subheading(view.words.checks), note(view.words.checks_note), part("div", "", rows)])
}

/// What stays here and what the page may be told; the reader can lower it.
fn told(view: &View) -> Html {
    let most = view.chooser.report;
    if view.surface != Surface::Live {
        return part("p", "wp-told", vec![live(view.words.stays)]);
    }
    let levels = [Report::Nothing, Report::Completed, Report::Choice, Report::Answers].into_iter().filter(|level| *level <= most);
    let radio = |level: Report| Radio::new(level.name(), view.words.told(level), view.state.report == level, Msg::Report(level));
    let levels = radios(view, "told", label(view.words.told), Layout::Rows, levels.map(radio).collect());
    part("details", "wp-more wp-told", vec![part("summary", "", vec![live(view.words.stays)]), levels])
}

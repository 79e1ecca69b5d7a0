//! What stands around the questions, in the states of a sitting: certainty, answers kept until the end, a quiz without a score,
//! branches, bands, calibration, time, shared results; in English, Arabic and Japanese.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![allow(dead_code, reason = "the states are shared with other tests")]

#[path = "views/states.rs"]
mod states;

use states::{after, arabic, bundle, commit, draft, finished, goto, live, p};
use std::rc::Rc;
use waypost::ui::Arrival;
use waypost::ui::prerender;
use waypost::ui::quiz::QuizProps;
use waypost_core::bundle::*;
use waypost_core::id::OptionId;
use waypost_core::journal::{Action, Response};
use waypost_core::number::Share;
use waypost_core::words::{self, Words};

/// The quiz with another policy.
fn with(change: impl FnOnce(&mut Bundle)) -> Bundle {
    let mut quiz = bundle(1);
    change(&mut quiz);
    quiz
}

fn shown(quiz: &Bundle, actions: &[Action]) -> String {
    prerender::quiz(live(quiz, actions))
}

fn sure(item: &str, letters: &str, level: u32) -> Action {
    let response = Response::of(letters.chars().map(|letter| OptionId(letter.to_string())));
    Action::Commit { item: item.into(), response, sure: Some(level), of: None }
}

fn end() -> Action {
    Action::Finish { marks: None }
}

/// The quiz with the interface in each of three languages, the content staying as it is.
fn languages() -> Vec<Bundle> {
    let japanese = with(|quiz| (quiz.lang, quiz.words) = ("ja".into(), *words::of("ja")));
    let mut arabic = arabic();
    arabic.words = *words::of("ar");
    vec![bundle(1), arabic, japanese]
}

#[test]
fn certainty_is_asked_with_three_radios_and_none_is_chosen_beforehand() {
    for mut quiz in languages() {
        quiz.policy.confidence = Confidence::Calibration;
        let Words { certainty, sure_1, sure_2, sure_3, .. } = quiz.words;
        let html = shown(&quiz, &[]);
        for words in [certainty, sure_1, sure_2, sure_3] {
            assert!(html.contains(words), "{words}");
        }
        assert_eq!(html.matches("-sure\"").count(), 3);
        assert!(!html.contains(" checked"));
    }
    assert!(!shown(&bundle(1), &[]).contains("wp-certainty"));
}

#[test]
fn answers_stay_open_without_a_verdict_until_the_reader_finishes() {
    for mut quiz in languages() {
        quiz.policy.feedback = Feedback::End;
        let words = quiz.words;
        let html = shown(&quiz, &[commit("usage", "a")]);
        assert!(html.contains(words.saved_answer) && html.contains(words.saved_note), "{html}");
        assert!(!html.contains(words.wrong) && !html.contains(" disabled") && !html.contains("wp-feedback"));
        let last = shown(&quiz, &[commit("usage", "a"), goto("habits"), draft("habits", "a")]);
        assert!(last.contains("data-act=\"finish\"") && last.contains("data-act=\"goto\""), "{last}");
        assert!(last.contains(&words.count(words.finish_open, 1)), "one question is open");
        let result = shown(&quiz, &[commit("usage", "a"), end()]);
        assert!(result.contains(words.wrong) && result.contains("wp-review"));
    }
}

#[test]
fn an_exam_offers_no_hints_no_retry_and_only_the_review_its_author_allows() {
    let quiz = with(|quiz| {
        quiz.policy.feedback = Feedback::Exam;
        quiz.policy.solutions = Solutions::None;
    });
    assert!(!shown(&quiz, &[]).contains("data-act=\"hint\""));
    let result = shown(&quiz, &finished(["a", "ab", "a"]));
    assert!(!result.contains("data-act=\"retry\"") && !result.contains("wp-review"));
}

#[test]
fn a_quiz_without_a_score_never_says_right_wrong_or_points() {
    for mut quiz in languages() {
        quiz.policy.mode = Mode::Reflect;
        quiz.policy.pass = None;
        let words = quiz.words;
        let states = [vec![], vec![draft("usage", "a")], vec![commit("usage", "a")], finished(["a", "ab", "a"])];
        for actions in states {
            let html = shown(&quiz, &actions);
            let verdicts = ["right", "partly", "wrong", "missed"].map(|name| format!("data-verdict=\"{name}\""));
            for banned in verdicts.iter().map(String::as_str).chain([words.wrong, words.correct_answer, words.rules]) {
                assert!(!html.contains(banned), "{actions:?}: {banned}");
            }
        }
        assert!(shown(&quiz, &[draft("usage", "a")]).contains(words.save));
        assert!(shown(&quiz, &[commit("usage", "a")]).contains(words.consider));
        assert!(shown(&quiz, &finished(["a", "ab", "a"])).contains(words.your_answers));
    }
}

#[test]
fn an_information_item_has_nothing_but_a_way_on() {
    let quiz = with(|quiz| quiz.items[1].interaction = Interaction::Info {});
    let html = shown(&quiz, &[goto("hour")]);
    assert!(html.contains("data-act=\"next\"") && html.contains("class=\"wp-primary\""));
    assert!(!html.contains("data-act=\"check\"") && !html.contains("<input"));
}

#[test]
fn where_paths_differ_the_position_says_at_most_how_many_are_left() {
    let quiz = with(|quiz| quiz.items[0].branches = vec![Branch { when: None, to: Target::Item("habits".into()) }]);
    assert!(shown(&quiz, &[]).contains("Question 1 of 2"));
    let choice = with(|quiz| {
        let Interaction::Single(choices) = &mut quiz.items[0].interaction else { return };
        choices.options[1].then = Some(Target::Item("habits".into()));
    });
    assert!(shown(&choice, &[]).contains("Question 1, at most 2 more"));
    assert!(shown(&choice, &[commit("usage", "b"), goto("habits")]).contains("Question 2 of 2"));
}

#[test]
fn the_scoring_card_says_every_rule_that_holds_and_no_other() {
    let html = shown(&bundle(1), &[]);
    for rule in ["3 questions.", "One try for each question.", "Each hint takes off 10%.", "The pass mark is 60%.", "this is practice"] {
        assert!(html.contains(rule), "{rule}");
    }
    assert!(!html.contains("wp-rules") && !html.contains("how sure"));
    let negative = with(|quiz| {
        quiz.policy.negative = Negative::Item;
        quiz.policy.penalty = Share::percent(25).unwrap();
    });
    assert!(shown(&negative, &[]).contains("class=\"wp-rules\""), "what wrong answers cost is said openly");
}

#[test]
fn the_result_has_the_highest_band_that_was_reached() {
    let quiz = with(|quiz| {
        quiz.results = vec![Band { id: "high".into(), from: Share::percent(80).unwrap() }, Band { id: "low".into(), from: Share::NONE }];
        quiz.strings.insert("high/title".into(), p("Well on your way"));
        quiz.strings.insert("low/title".into(), p("A good place to begin"));
        quiz.strings.insert("low/intro".into(), p("Read on."));
    });
    assert!(shown(&quiz, &finished(["b", "ac", "b"])).contains("Well on your way"));
    let low = shown(&quiz, &finished(["a", "b", "a"]));
    assert!(low.contains("A good place to begin") && low.contains("Read on.") && !low.contains("Well on"));
}

#[test]
fn calibration_says_its_sentence_and_holds_its_numbers_in_a_table() {
    for mut quiz in languages() {
        quiz.policy.confidence = Confidence::Calibration;
        let words = quiz.words;
        let html = shown(&quiz, &[sure("usage", "a", 3), sure("hour", "ac", 3), sure("habits", "b", 1), end()]);
        assert!(html.contains(&words.of_count(words.calibration_caption, 1, 2)), "sure twice, right once");
        assert_eq!(html.matches("wp-dot").count(), 2, "a dot for each level that was said");
        assert!(html.contains(words.as_table));
        assert!(html.contains(&words.count(words.group_sure_wrong, 1)), "sure and wrong comes first");
    }
}

#[test]
fn the_clock_is_there_only_where_a_limit_is_set_and_can_be_extended_and_switched_off() {
    let quiz = with(|quiz| quiz.policy.time = Some(Time { seconds: 600, essential: String::new() }));
    let fresh = shown(&quiz, &[]);
    assert!(fresh.contains("Time limit: 10:00") && fresh.contains("data-act=\"clock-off\""));
    let running = prerender::quiz(QuizProps { since: 65_000, ..live(&quiz, &[draft("usage", "a")]) });
    assert!(running.contains("role=\"timer\"") && running.contains("8:55 left") && running.contains("data-act=\"extend\""));
    let over = prerender::quiz(QuizProps { since: 601_000, ..live(&quiz, &[draft("usage", "a")]) });
    assert!(over.contains("Over time") && !over.contains(" disabled"), "nothing is closed or submitted");
    assert!(!shown(&bundle(1), &[draft("usage", "a")]).contains("role=\"timer\""));
}

#[test]
fn a_field_for_the_readers_own_reasons_comes_with_the_answer() {
    let quiz = with(|quiz| quiz.items[0].explain = Explain::Asked);
    assert!(!shown(&quiz, &[]).contains("Why did you pick this?"));
    let why = Action::Explain { item: "usage".into(), text: "A hunch.".into() };
    let html = shown(&quiz, &[draft("usage", "a"), why]);
    assert!(html.contains("Why did you pick this?") && html.contains("A hunch."));
}

#[test]
fn a_shared_result_is_there_to_read_with_a_way_to_ones_own() {
    let props = QuizProps { arrival: Arrival::Shared, ..live(&bundle(1), &finished(["a", "ab", "b"])) };
    let html = prerender::quiz(props);
    assert!(html.contains("data-act=\"take\"") && html.contains("wp-review"));
    for act in ["retry", "restart", "copy", "print"] {
        assert!(!html.contains(&format!("data-act=\"{act}\"")), "{act}");
    }
}

#[test]
fn what_the_reader_may_take_along_is_offered_after_the_quiz_only() {
    let html = shown(&bundle(1), &finished(["b", "ac", "b"]));
    for act in ["copy", "link", "result", "print"] {
        assert!(html.contains(&format!("data-act=\"{act}\"")), "{act}");
    }
    assert!(html.contains("Self-reported"));
    assert!(!shown(&bundle(1), &[]).contains("data-act=\"copy\""));
}

#[test]
fn a_new_version_of_the_quiz_is_told_once_and_beside_the_question_it_concerns() {
    let quiz = bundle(1);
    let sitting = after(&quiz, &[commit("usage", "a")]);
    let newer = with(|quiz| {
        quiz.revision = "ba9876543210".into();
        quiz.items.retain(|item| item.id.as_str() != "usage");
    });
    let entries = [Action::Start { seed: 7, revision: quiz.revision.clone(), drawn: Vec::new() }, commit("usage", "a")];
    let mut told = waypost_core::quiz::Sitting::new(&newer, 7);
    for (n, action) in entries.into_iter().enumerate() {
        let entry = waypost_core::journal::Entry { id: format!("e{n}"), at: 0, ms: 0, via: waypost_core::journal::Via::Player, action };
        told.apply(&newer, &entry);
    }
    assert_ne!(told, sitting);
    let html = prerender::quiz(QuizProps { sitting: Rc::new(told), ..live(&newer, &[]) });
    assert!(html.contains("One question you answered is no longer part of this quiz"), "{html}");
}

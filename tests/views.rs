//! Every state of a quiz, rendered on the server, keeps the markup contract: words, roles, names for tests and shell, and no
//! key of an open question.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

#[path = "views/kinds.rs"]
mod kinds;
#[path = "views/markup.rs"]
mod markup;
#[path = "views/states.rs"]
mod states;

use markup::{tags, text, values, words};
use states::{bundle, commit, draft, finished, goto, hint, live};
use waypost::ui::prerender;
use waypost::ui::quiz::{QuizProps, spoken_feedback, spoken_move};
use waypost_core::bundle::{Bundle, key};
use waypost_core::journal::Action;

/// The markup after some actions on the small quiz.
fn shown(attempts: u32, actions: &[Action]) -> String {
    prerender::quiz(live(&bundle(attempts), actions))
}

/// Every state of every kind by name.
fn everything() -> Vec<(String, QuizProps)> {
    states::all().into_iter().map(|(name, props)| (name.to_owned(), props)).chain(kinds::all()).collect()
}

#[test]
fn every_state_keeps_the_rules_of_all_markup() {
    for (name, props) in everything() {
        let html = prerender::quiz(props);
        markup::keeps_the_rules(&name, &html);
        for root in ["data-widget=\"leadership\"", "data-revision=\"0123456789ab\"", "class=\"wp-foot\""] {
            assert!(html.contains(root), "{name}: {root}");
        }
    }
}

#[test]
fn an_open_live_question_never_carries_its_key() {
    let open = [
        (1, vec![]),
        (1, vec![draft("usage", "b")]),
        (1, vec![hint("usage", 1), hint("usage", 2)]),
        (3, vec![commit("usage", "a")]),
        (1, vec![commit("usage", "a"), goto("hour")]),
        (1, vec![commit("usage", "a"), commit("hour", "ab"), goto("habits"), draft("habits", "a")]),
    ];
    for (attempts, actions) in open {
        let html = shown(attempts, &actions);
        let quiz = bundle(attempts);
        let sitting = states::after(&quiz, &actions);
        let waypost_core::quiz::Step::Item(id) = &sitting.step else { panic!("a question") };
        let item = quiz.item(id).unwrap();
        let tried = sitting.answers.get(id).and_then(|answer| answer.attempts.last());
        for option in &item.interaction.choices().unwrap().options {
            for key in [key::feedback(id, &option.id), key::reason(id, &option.id)] {
                let words = quiz.plain(&key);
                let may_show = tried.is_some_and(|attempt| attempt.response.has(&option.id));
                assert!(words.is_empty() || may_show || !html.contains(&words), "{actions:?}: {words}");
            }
        }
        assert!(!html.contains(&quiz.plain(&key::explanation(id))), "{actions:?}");
        for mark in ["data-verdict=\"right\"", "data-verdict=\"missed\"", "Correct answer", "wp-why", "wp-answer", "wp-all"] {
            assert!(!html.contains(mark), "{actions:?}: {mark}");
        }
    }
}

#[test]
fn the_first_step_has_title_introduction_position_and_one_primary_action() {
    let html = shown(1, &[]);
    assert_eq!(words(&html, "wp-title"), "Where does your next step begin?");
    assert_eq!(words(&html, "wp-position"), "Question 1 of 3");
    assert_eq!(words(&html, "wp-section-title"), "Shifting your mindset");
    assert_eq!(
        words(&html, "<legend"),
        "Your team has shipped every sprint for six months, yet usage is flat. What do you look into first? Choose one"
    );
    assert_eq!(values(&html, "data-act"), ["check", "hint", "next"]);
    assert_eq!(html.matches("class=\"wp-primary\"").count(), 1);
    assert_eq!(tags(&html, "input").len(), 4);
    assert!(!html.contains(" checked"), "nothing is picked beforehand");
    assert!(html.contains("role=\"heading\" aria-level=\"3\" tabindex=\"-1\""));
}

#[test]
fn later_steps_have_no_title_and_name_a_section_only_where_it_begins() {
    let second = shown(1, &[goto("hour")]);
    assert!(!second.contains("wp-title") && !second.contains("wp-section-title"));
    assert_eq!(words(&second, "wp-instruction"), "Choose all that apply");
    assert!(second.contains("type=\"checkbox\"") && second.contains("data-act=\"back\""));
    let third = shown(1, &[goto("habits")]);
    assert_eq!(words(&third, "wp-section-title"), "Bringing people along");
    assert_eq!(words(&third, "wp-position"), "Question 3 of 3");
}

#[test]
fn a_pick_is_checked_and_says_nothing_more() {
    let html = shown(1, &[draft("usage", "c")]);
    let picked: Vec<&str> = tags(&html, "input").into_iter().filter(|input| input.contains(" checked")).collect();
    assert!(matches!(picked.as_slice(), [only] if only.contains("value=\"c\"")), "{picked:?}");
    assert!(!html.contains("wp-feedback") && !html.contains("data-verdict"));
}

#[test]
fn a_wrong_answer_with_tries_left_gives_feedback_on_the_choice_and_another_try() {
    let html = shown(2, &[commit("usage", "a")]);
    assert_eq!(words(&html, "wp-verdict"), "Not quite");
    let feedback = words(&html, "wp-feedback");
    assert!(feedback.contains("Speed multiplies the aim") && feedback.contains("FEEDBACK-A"), "{feedback}");
    assert!(feedback.contains("You have one more try."), "{feedback}");
    assert_eq!(words(&html, "data-act=\"check\""), "Check again");
    assert!(html.contains("data-act=\"giveup\"") && !html.contains(" disabled"));
    assert_eq!(words(&html, "data-option=\"a\""), "Where the team loses time between one sprint and the next Your answer");
}

#[test]
fn a_closed_question_says_in_words_what_each_option_was_and_why() {
    let html = shown(1, &[commit("usage", "a")]);
    assert_eq!(tags(&html, "input").iter().filter(|input| input.contains(" disabled")).count(), 4);
    assert!(words(&html, "data-option=\"a\"").ends_with("Your answer"));
    assert!(words(&html, "data-option=\"b\"").ends_with("Correct answer"));
    assert!(words(&html, "data-option=\"c\"").ends_with("features"));
    let feedback = words(&html, "wp-feedback");
    let order =
        ["Not quite", "Speed multiplies", "FEEDBACK-A", "FEEDBACK-B", "Output is what you ship", "FEEDBACK-C", "FEEDBACK-D", "REASON-D"];
    let places: Vec<Option<usize>> = order.iter().map(|part| feedback.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{feedback}");
    assert!(words(&html, "wp-others").starts_with("What about the other options?"));
    assert_eq!(values(&html, "data-act"), ["next"], "nothing but onward on the first question");
}

#[test]
fn verdicts_on_right_and_partly_right_answers_differ_in_words() {
    let right = shown(1, &[commit("usage", "b")]);
    assert_eq!(words(&right, "wp-verdict"), "Right");
    assert!(words(&right, "data-option=\"b\"").ends_with("Your answer, correct"));
    let partly = shown(1, &[goto("hour"), commit("hour", "a")]);
    assert_eq!(words(&partly, "wp-verdict"), "Partly right");
    assert_eq!(words(&partly, "data-act=\"next\""), "Next");
    let last = shown(1, &[goto("habits"), commit("habits", "b")]);
    assert_eq!(words(&last, "data-act=\"next\""), "See the result");
}

#[test]
fn hints_come_one_at_a_time_stay_and_name_their_cost() {
    assert_eq!(words(&shown(1, &[]), "data-act=\"hint\""), "Hint 1 of 2, costs 10%");
    let one = shown(1, &[hint("usage", 1)]);
    assert_eq!(words(&one, "data-act=\"hint\""), "Hint 2 of 2, costs 10%");
    assert!(one.contains("Shipping is what the team controls") && !one.contains("Which bets moved"));
    let two = shown(1, &[hint("usage", 1), hint("usage", 2)]);
    assert_eq!(words(&two, "data-act=\"hint\""), "No more hints");
    assert!(two.contains("Shipping is what the team controls") && two.contains("Which bets moved"));
    let after = shown(1, &[hint("usage", 1), commit("usage", "a")]);
    assert!(after.contains("Shipping is what the team controls"), "still there after the answer");
}

#[test]
fn the_result_says_points_percent_and_the_pass_mark() {
    let passed = shown(1, &finished(["b", "ac", "b"]));
    assert_eq!(words(&passed, "wp-score"), "3 of 3 points.");
    assert_eq!(words(&passed, "wp-meaning"), "100%. Passed: the pass mark is 60%.");
    assert!(!passed.contains("data-act=\"retry\"") && passed.contains("data-act=\"restart\""));
    let failed = shown(1, &finished(["a", "ab", "a"]));
    assert!(words(&failed, "wp-meaning").ends_with("Not passed yet: the pass mark is 60%."));
    assert_eq!(words(&failed, "data-act=\"retry\""), "Try the wrong ones again");
    assert_eq!(failed.matches("<th scope=\"row\">").count(), 2, "a row for each section");
}

#[test]
fn the_review_shows_what_went_wrong_first_with_every_option_and_reason() {
    let html = shown(1, &finished(["a", "a", "b"]));
    let review = &html[html.find("wp-review\"").unwrap()..];
    assert_eq!(values(review, "data-item"), ["usage", "hour", "habits"]);
    assert_eq!(review.matches("<details open").count(), 2, "right ones are closed");
    let first = words(review, "data-item=\"usage\"");
    for part in ["Your answer", "Correct answer", "FEEDBACK-A", "FEEDBACK-B", "FEEDBACK-C", "REASON-D", "Output is what", "0 of 1 point"] {
        assert!(first.contains(part), "{part}: {first}");
    }
    let unanswered = shown(1, &[Action::Finish { marks: None }]);
    assert!(words(&unanswered, "wp-review-item").contains("Not answered"));
}

#[test]
fn a_second_round_says_so_and_its_result_stands_beside_the_first() {
    let props = |name: &str| states::all().into_iter().find(|(known, _)| *known == name).unwrap().1;
    assert_eq!(words(&prerender::quiz(props("round-2")), "wp-position"), "Question 1 of 2, round 2");
    let retried = prerender::quiz(props("retried"));
    assert!(words(&retried, "wp-score").starts_with("1.16 of 3"));
    assert_eq!(words(&retried, "wp-latest"), "After round 2: 3 of 3 points.");
}

#[test]
fn a_reader_who_comes_back_is_told_where_they_are_and_can_start_again() {
    let (_, props) = states::all().into_iter().find(|(name, _)| *name == "returned").unwrap();
    let html = prerender::quiz(props);
    assert_eq!(words(&html, "wp-welcome"), "Welcome back. Question 2 of 3 Start again");
    assert!(html.contains("data-act=\"restart\""));
}

#[test]
fn the_static_surface_is_the_live_first_step_with_the_whole_quiz_to_read() {
    let quiz = bundle(1);
    let html = prerender::widget(&quiz);
    let live = shown(1, &[]);
    assert!(html.contains("data-surface=\"static\""));
    assert_eq!(values(&html, "data-act"), values(&live, "data-act"), "the same buttons");
    assert_eq!(words(&html, "wp-head"), words(&live, "wp-head"));
    assert_eq!(words(&html, "<legend"), words(&live, "<legend"));
    assert_eq!(words(&html, "wp-status"), "");
    assert_eq!(html.matches("class=\"wp-why\"").count(), 4);
    let all = text(&html);
    for (key, _) in quiz.strings.iter().filter(|(key, _)| !key.contains("/hint") && *key != "usage/wrong" && *key != "hour/body") {
        assert!(all.contains(&quiz.plain(key)), "{key} is not there to read");
    }
    assert_eq!(tags(&html, "input").len(), 4, "only the first question has inputs");
}

#[test]
fn rich_text_becomes_elements_and_stays_text() {
    let html = shown(1, &[goto("hour")]);
    for part in [
        "<em>Two</em>",
        "<strong>hours</strong>",
        "<s>none</s>",
        "<a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noopener noreferrer\">a source</a>",
        "an inert link",
        "<li>one</li>",
        "<ol dir=\"auto\" start=\"3\">",
        "<blockquote dir=\"auto\">",
        "&lt;b",
        "<th scope=\"col\" dir=\"auto\">Use</th>",
        "width=\"4\" height=\"3\"",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}

#[test]
fn a_right_to_left_quiz_says_so_on_its_root_and_on_every_text() {
    let html = prerender::quiz(live(&states::arabic(), &[commit("usage", "a")]));
    assert!(html.contains("lang=\"ar\" dir=\"rtl\""));
    assert!(tags(&html, "p").iter().filter(|p| !p.contains("class=")).all(|p| p.contains("dir=\"auto\"")));
}

#[test]
fn what_is_saved_and_what_is_announced_is_said() {
    let (_, props) = states::all().into_iter().find(|(name, _)| *name == "not-saved").unwrap();
    let html = prerender::quiz(props);
    assert_eq!(words(&html, "wp-saved"), "Not saved: storing your answers failed");
    assert_eq!(words(&html, "wp-status"), "Hint 1 shown");
    assert_eq!(words(&shown(1, &[]), "wp-saved"), "Saved on this device");
}

#[test]
fn the_announcement_after_an_answer_is_the_verdict_and_the_feedback_once() {
    let quiz: Bundle = bundle(1);
    let sitting = states::after(&quiz, &[commit("usage", "b")]);
    let said = spoken_feedback(&quiz, &sitting, &"usage".into());
    assert!(said.starts_with("Right. FEEDBACK-B") && said.matches("FEEDBACK").count() == 1, "{said}");
}

/// The states of a sample by the end of their names.
fn kind(name: &str, state: &str) -> String {
    let name = format!("{name}-{state}");
    let (_, props) = kinds::all().into_iter().find(|(known, _)| *known == name).unwrap();
    prerender::quiz(props)
}

#[test]
fn every_kind_shows_its_stem_its_controls_and_no_verdict_before_an_answer() {
    for sample in kinds::samples() {
        let html = kind(sample.name, "fresh");
        assert!(!words(&html, "wp-stem").is_empty(), "{}", sample.name);
        let controls = ["<input", "<select", "<textarea"].iter().any(|tag| html.contains(tag));
        assert_eq!(controls, sample.name != "info", "{}", sample.name);
        for mark in ["data-verdict", "REASON", "FEEDBACK", "EXPLANATION", "EXAMPLE", " disabled", "wp-trouble"] {
            assert!(!html.contains(mark), "{}: {mark}", sample.name);
        }
    }
}

#[test]
fn a_draft_of_any_kind_is_in_its_controls_and_says_nothing_of_the_key() {
    for (name, shown) in [
        ("number", "value=\"41\""),
        ("text", "value=\"buy-in\""),
        ("cloze", "value=\"here\""),
        ("match", "<option value=\"fewer\" selected=\"selected\">"),
        ("categorize", "<option value=\"output\" selected=\"selected\">"),
        ("scale", "checked"),
        ("slider", "aria-valuetext=\"65 %, Certainly a specialist \u{2013} Certainly a manager\""),
        ("reflect", "Nobody used it."),
    ] {
        let html = kind(name, "drafted-0");
        assert!(html.contains(shown), "{name}: {shown}\n{html}");
        assert!(!html.contains("data-verdict") && !html.contains("REASON"), "{name}");
    }
    let order = kind("order", "drafted-2");
    assert_eq!(values(&order, "data-option"), ["rhythm", "agree", "listen"]);
}

#[test]
fn what_is_no_number_is_said_at_the_field_and_costs_no_try() {
    let html = kind("number", "drafted-2");
    assert!(html.contains("aria-invalid=\"true\""));
    assert_eq!(words(&html, "data-trouble=\"error\""), "Type a number, such as 12 or 3.5.");
    assert!(!kind("number", "drafted-0").contains("aria-invalid"));
}

#[test]
fn a_wrong_answer_of_any_kind_stands_beside_the_right_one() {
    for (name, n, parts) in [
        ("number", 1, &["FEEDBACK-400", "Correct answer", "40 \u{b1} 2 %", "REASON-40"][..]),
        ("text", 1, &["FEEDBACK-APPROVAL", "buy-in", "agreement\u{2026}"][..]),
        ("cloze", 1, &["Blank 2 of 3", "back", "there", "6\u{2013}8"][..]),
        ("order", 1, &["Agree on the outcome", "Listen before you propose"][..]),
        ("match", 1, &["Usage is flat", "Talk to those who left", "A look at outcomes"][..]),
        ("categorize", 2, &["Lunch on Fridays", "Output", "Belongs nowhere"][..]),
        ("slider-marked", 1, &["70 \u{b1} 5 %"][..]),
    ] {
        let html = kind(name, &format!("answered-{n}"));
        let feedback = words(&html, "wp-feedback");
        for part in parts {
            assert!(feedback.contains(part), "{name}: {part}: {feedback}");
        }
        assert!(feedback.contains("EXPLANATION"), "{name}: {feedback}");
        let again = kind(name, &format!("again-{n}"));
        for key in ["Correct answer", "REASON", "EXPLANATION", " disabled"] {
            assert!(!again.contains(key), "{name} with tries left: {key}");
        }
    }
}

#[test]
fn a_right_answer_of_any_kind_is_called_right_at_each_of_its_parts() {
    for name in ["number", "text", "cloze", "order", "match", "categorize", "slider-marked"] {
        let html = kind(name, "answered-0");
        assert!(words(&html, "wp-feedback").starts_with("Right"), "{name}");
        assert!(!html.contains("data-verdict=\"wrong\"") && !html.contains("Correct answer"), "{name}");
    }
    assert_eq!(kind("match", "answered-0").matches("wp-part-note").count(), 3);
}

#[test]
fn things_move_by_buttons_and_a_select_named_after_the_thing() {
    let html = kind("order", "drafted-2");
    assert_eq!(html.matches("data-act=\"up\"").count(), 3);
    assert_eq!(html.matches("aria-disabled=\"true\"").count(), 2, "the first up and the last down");
    assert!(html.contains("aria-label=\"Move up: Agree on the outcome\"") && html.contains("aria-label=\"Move to: Set a review rhythm\""));
}

#[test]
fn what_moved_and_to_where_is_said() {
    let quiz = kinds::bundle("order", 1);
    assert_eq!(spoken_move(&quiz, &"order".into(), &"agree".into(), 1), "Agree on the outcome moved to position 2 of 3");
}

#[test]
fn items_that_are_never_marked_stand_last_in_the_review_without_a_verdict() {
    let (_, props) = kinds::all().into_iter().find(|(name, _)| name == "result-right").unwrap();
    let html = prerender::quiz(props);
    let review = &html[html.find("wp-review\"").unwrap()..];
    let names = values(review, "data-item");
    assert_eq!(names[names.len() - 4..], ["scale", "scale-rows", "slider", "reflect"]);
    let slider = words(review, "data-item=\"slider\"");
    assert!(slider.contains("65") && !slider.contains("Not quite") && !slider.contains("points"), "{slider}");
    assert!(words(review, "data-item=\"reflect\"").contains("Nobody used it."));
}

#[test]
fn a_taken_target_says_by_what_it_is_taken() {
    let html = kind("match", "drafted-0");
    assert!(html.contains("Fewer commitments (Long hours in every team)"));
    assert!(html.contains("aria-label=\"Match for Usage is flat\""));
}

#[test]
fn a_formula_is_a_tree_of_known_elements() {
    let html = kind("number", "fresh");
    assert!(
        html.contains("<math dir=\"ltr\" display=\"block\" aria-label=\"x squared\"><msup><mi>x</mi><mn>2</mn></msup>MATH-TEXT</math>"),
        "{html}"
    );
}

#[test]
fn the_review_has_every_answer_and_what_would_have_been_right() {
    let (_, props) = kinds::all().into_iter().find(|(name, _)| name == "result-middling").unwrap();
    let review = words(&prerender::quiz(props), "wp-review\"");
    for part in [
        "400",
        "40 \u{b1} 2 %",
        "approval",
        "agreement\u{2026}",
        "won't get you",
        "Agree on the outcome",
        "Talk to those who left",
        "Often",
    ] {
        assert!(review.contains(part), "{part}: {review}");
    }
}

#[test]
fn the_static_page_has_every_kind_to_read_with_its_key() {
    let html = prerender::widget(&kinds::bundle("text", 1));
    let all = text(&html);
    for part in [
        "buy-in, ",
        "agreement\u{2026}",
        "40 \u{b1} 2 %",
        "[back / there / further]",
        "6\u{2013}8",
        "Set a review rhythm",
        "Hire more people",
        "Certainly a manager",
    ] {
        assert!(all.contains(part.trim_end_matches(", ")), "{part}: {all}");
    }
    assert_eq!(tags(&html, "textarea").len() + tags(&html, "select").len(), 0, "only the first question has controls");
    assert_eq!(tags(&html, "input").len(), 1);
}

/// Pages to look at: `WAYPOST_PAGES=folder cargo test --test views pages`.
#[test]
fn pages_of_every_state_are_written_where_they_are_asked_for() {
    let Ok(folder) = std::env::var("WAYPOST_PAGES") else { return };
    let style = ["tokens", "widget"].map(|name| std::fs::read_to_string(format!("styles/{name}.css")).unwrap()).concat();
    for (name, props) in everything() {
        let page = format!(
            "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><style>{style}</style><body>{}",
            prerender::quiz(props)
        );
        std::fs::write(format!("{folder}/{name}.html"), page).unwrap();
    }
}

//! Every state of a simulator, rendered on the server, keeps the markup contract and says what it should.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

#[path = "views/markup.rs"]
mod markup;
#[path = "simulation/states.rs"]
mod states;

use markup::{tags, text, values, words};
use waypost::ui::prerender;

/// The markup of a state by its name.
fn shown(name: &str) -> String {
    let (_, props) = states::all().into_iter().find(|(known, _)| *known == name).unwrap();
    prerender::simulation(props)
}

#[test]
fn every_state_keeps_the_rules_of_all_markup() {
    for (name, props) in states::all() {
        markup::keeps_the_rules(name, &prerender::simulation(props));
    }
}

#[test]
fn the_first_card_says_what_this_is_and_can_be_decided() {
    let html = shown("fresh");
    assert_eq!(words(&html, "wp-title"), "Two years as a product leader");
    assert!(words(&html, "wp-model-note").starts_with("A model to think with, not a forecast."));
    assert_eq!(words(&html, "wp-position"), "Quarter 1 of 3");
    assert_eq!(values(&html, "data-stone"), ["now", "ahead", "ahead"]);
    assert_eq!(values(&html, "data-act"), ["check"]);
    assert_eq!(tags(&html, "input").len(), 3);
    assert!(!html.contains(" checked"), "nothing is picked beforehand");
    assert_eq!(words(&html, "wp-gauge\""), "Stakeholder trust 45");
}

#[test]
fn the_ways_of_a_card_say_nothing_of_what_comes_of_them() {
    for name in ["fresh", "second card", "picked", "undone"] {
        let html = shown(name);
        for hint in ["TOLD-", "CAME-", "FAILED-", "TAKEAWAY", "clarify", "grow"] {
            assert!(!html.contains(hint), "{name}: {hint}");
        }
    }
}

#[test]
fn before_the_player_a_pick_is_written_as_the_player_would() {
    let html = shown("static");
    let write = values(&html, "data-write");
    assert_eq!(write.len(), 3);
    assert!(write.contains(&"{&quot;draft&quot;:{&quot;card&quot;:&quot;q1&quot;,&quot;option&quot;:&quot;a&quot;}}"), "{write:?}");
    assert!(!shown("fresh").contains("data-write"));
}

#[test]
fn without_a_player_every_decision_can_be_read_with_what_follows() {
    let html = shown("static");
    for words in ["TOLD-a", "CAME-b", "FAILED-c", "TAKEAWAY"] {
        assert_eq!(html.matches(words).count(), 3, "{words}");
    }
}

#[test]
fn an_outcome_tells_the_story_first_and_then_which_gauges_moved_and_why() {
    let html = shown("outcome");
    let story = text(&html).find("TOLD-a").unwrap();
    let figures = text(&html).find("What moved, and why").unwrap();
    assert!(story < figures);
    assert!(!html.contains("CAME-") && !html.contains("FAILED-"), "this decision has no luck of its own");
    let energy = text(&html);
    assert!(energy.contains("Energy 60 down 14 the luck of your start down 2 recovery up 5 long hours and overload down 17"), "{energy}");
    assert!(energy.contains("More of this arrives later."));
    assert_eq!(values(&html, "data-act"), ["next", "undo"]);
}

#[test]
fn luck_decides_which_story_is_told_and_events_are_told_too() {
    let html = shown("outcome with bad luck");
    assert!(html.contains("FAILED-b") && !html.contains("CAME-b"));
    assert_eq!(words(&html, "wp-also"), "Meanwhile the company reorganizes");
    let text = text(&html);
    assert!(text.contains("your decision (Quarter 1) up 2"), "{text}");
    assert!(!text.contains("More of this arrives later."));
}

#[test]
fn a_step_taken_back_is_counted() {
    assert!(text(&shown("undone")).contains("1 step back"));
}

#[test]
fn the_end_says_the_points_and_leaves_the_judgment_to_the_debrief() {
    let html = shown("end");
    assert_eq!(words(&html, "wp-score"), "83 points.");
    assert_eq!(words(&html, "wp-meaning"), "Before you judge it, look at the luck.");
    assert_eq!(values(&html, "data-act"), ["debrief", "undo"]);
}

#[test]
fn the_debrief_comes_in_its_order_sentence_first_and_table_behind() {
    let html = shown("debrief");
    assert_eq!(values(&html, "data-part"), ["luck", "rank", "choices", "split", "sure", "mines", "ledger", "assumptions", "next"]);
    let text = text(&html);
    for sentence in [
        "Your plan does better than what you got in 22 of 100 worlds only: you were lucky.",
        "Among all plans, yours is a weak one. A good result, but don't learn it from this plan.",
        "Your plan beats 31 of 100 plans.",
        "Quarter 2 narrowed it most: after it, 58% of the best plan was still in reach.",
        "Quarter 1 is where another decision would have brought most: 33 points on average.",
        "It would have helped you this time; on average it hurts.",
        "no clear difference",
        "The best fixed plan is 56 points ahead of yours, and Quarter 1 is the largest part of that.",
        "Quarter 2: On its own this change costs 19 points. With the others it is worth +17. These habits work together.",
        "Your plan beats the old habits in 97 of 100 versions of this model. That holds",
        "It hangs most on one assumption: How fast gains fade.",
        "The one you came closest to: Energy, 52 at the end.",
        "0.6 (Least)",
    ] {
        assert!(text.contains(sentence), "{sentence} is not in: {text}");
    }
    assert_eq!(html.matches("<circle").count(), 50, "fifty dots");
    for part in ["luck", "rank", "choices", "split", "sure", "mines", "ledger"] {
        let part = html.split(&format!("data-part=\"{part}\"")).nth(1).unwrap().split("data-part=").next().unwrap();
        assert!(part.contains("<table"), "a table behind it");
    }
}

#[test]
fn a_part_that_is_not_there_yet_keeps_its_place() {
    let html = shown("debrief, nothing yet");
    assert_eq!(html.matches("wp-pending").count(), 5);
    assert!(values(&html, "data-act").contains(&"stop"));
    let coarse = shown("debrief, coarse");
    assert!(text(&coarse).contains("Your plan beats about 31 of 100 plans."));
    assert_eq!(coarse.matches("wp-pending").count(), 3);
}

#[test]
fn while_a_moved_assumption_is_worked_out_the_parts_before_it_stay() {
    let html = shown("debrief, an assumption moved");
    assert!(!html.contains("wp-pending"));
    assert!(values(&html, "data-act").contains(&"authors"));
    assert!(html.contains("<option value=\"1000\" selected"));
}

#[test]
fn a_shared_play_can_be_looked_at_and_not_changed() {
    let html = shown("shared");
    let acts = values(&html, "data-act");
    assert!(acts.contains(&"take") && !acts.contains(&"same-luck") && !acts.contains(&"new-luck"), "{acts:?}");
}

//! Reading a simulator never fails, and no bundle can make a page panic: whatever stands in a file or in a bundle, there is a document
//! with findings inside the file, or a model that runs, or one sentence that says why not.
#![allow(clippy::unwrap_used, missing_docs)]

use proptest::prelude::*;
use std::rc::Rc;
use waypost_author::diagnostic::{Diagnostic, Severity};
use waypost_author::simulator::{self, Document};
use waypost_core::bundle::Profile;
use waypost_core::simulator::{Action, Debrief, Machine, Part, Play, Simulator, Values, history};

const MODEL: &str = include_str!("models/eight-turns.md");

/// Words of the model language, right and broken.
const WORDS: &[&str] = &[
    "var",
    "lever",
    "share",
    "param",
    "let",
    "rule",
    "after",
    "over",
    "event",
    "score",
    "set",
    "chance",
    "else",
    "min",
    "max",
    "clamp",
    "and",
    "or",
    "not",
    "a",
    "b",
    "team",
    "done",
    "x_1",
    "0",
    "1",
    "2",
    "0.5",
    "100",
    "1e9",
    "99999999999",
    "1.",
    ".5",
    "50%",
    "..",
    "+",
    "-",
    "*",
    "/",
    "=",
    "+=",
    "-=",
    "<",
    "<=",
    ">",
    ">=",
    "!=",
    "(",
    ")",
    ",",
    ";",
    ":",
    "~",
    "@luck",
    "@",
    "\"why\"",
    "\"",
    "#",
    "high",
    "low",
    "hidden",
    "ä",
    "\t",
    "{",
    "`",
];

/// Names of the model below, and one that is none.
const NAMES: &[&str] = &["team", "done", "gain", "do", "out", "nobody"];

/// A line of such words.
fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 1..14).prop_map(|words| words.join(" "))
}

/// An expression of the grammar, up to some depth: also one that no model may hold.
fn expression() -> impl Strategy<Value = String> {
    let leaf =
        prop_oneof![prop::sample::select(NAMES).prop_map(str::to_owned), (0u32..2_000).prop_map(|n| format!("{}.{}", n / 10, n % 10))];
    leaf.prop_recursive(6, 80, 3, |inner| {
        let two = (inner.clone(), prop::sample::select(&["+", "-", "*", "/", "<", "<=", "=", "and", "or"][..]), inner.clone());
        prop_oneof![
            two.prop_map(|(a, sign, b)| format!("({a} {sign} {b})")),
            inner.clone().prop_map(|a| format!("-{a}")),
            inner.clone().prop_map(|a| format!("not {a}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}..{b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("max({a}, {b})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("clamp({a}, {b}, {c})")),
        ]
    })
}

/// A simulator with these lines in its model and in an option.
fn file(model: &str, effects: &str) -> String {
    let card = |name: &str| {
        format!(
            "## Turn {name}? {{#{name}}}\n\n- Do it. {{#a}}\n  > Done.\n- Wait. {{#b}}\n  > Waited.\n  ```effects\n  {effects}\n  ```\n\n"
        )
    };
    format!(
        "+++\nkind = \"simulator\"\ntitle = \"T\"\nturns = 3\n+++\n\nBegin.\n\n```model\nvar team 30 ~4 0..100 \"Team\" high\nvar done 0 0..1000 \
         \"Done\" high\nshare do 1 \"Doing\"\nparam gain 2 1..3 \"Gain\"\n{model}\n```\n\n{}{}{}",
        card("one"),
        card("two"),
        card("three")
    )
}

fn is_total(text: &str) -> (Document, Vec<Diagnostic>) {
    let (document, found) = simulator::read_in("en", "a.md", text);
    for finding in &found {
        assert!(finding.span.start <= finding.span.end && finding.span.end <= text.len(), "{finding} lies outside the file");
        assert!(!finding.message.is_empty());
    }
    (document, found)
}

/// A model without errors runs, and every number it makes is finite.
fn runs(document: &Document) {
    let simulator = simulator::compile::compile(document, Profile::Play);
    let again = Simulator::from_json(&simulator.to_json()).unwrap();
    assert_eq!(again.to_json(), simulator.to_json());
    let machine = Machine::new(&again).unwrap();
    for (world, option) in [(0, 0), (1, 1), (2, 0)] {
        let played = history(&machine, &Values::nominal(&again), 1, world, &vec![option; again.cards.len()]);
        assert!(played.points.is_finite());
        assert!(played.turns.iter().flat_map(|turn| &turn.stocks).all(|stock| stock.is_finite()));
    }
}

fn has_errors(found: &[Diagnostic]) -> bool {
    found.iter().any(|finding| finding.severity == Severity::Error)
}

/// What the player does with a bundle: refuse it in a sentence, or play it and work a debrief out.
fn plays_or_refuses(json: &str) -> bool {
    let simulator = match Simulator::from_json(json) {
        Ok(simulator) => simulator,
        Err(why) => {
            assert!(!why.is_empty());
            return false;
        }
    };
    let machine = match Machine::new(&simulator) {
        Ok(machine) => Rc::new(machine),
        Err(why) => {
            assert!(!why.0.is_empty());
            return false;
        }
    };
    let start = Action::Start { revision: simulator.revision.clone(), seed: 3, from: None };
    let first =
        simulator.cards.iter().filter_map(|card| Some(Action::Commit { card: card.id.clone(), option: card.options.first()?.id.clone() }));
    let actions: Vec<Action> = std::iter::once(start).chain(first).collect();
    let play = Play::fold(&simulator, actions.iter().map(|action| ("an-id", action)));
    if let Some(mut debrief) = Debrief::new(machine, &simulator, &play) {
        // As far as the rank: the whole would take seconds without telling more.
        while debrief.step(2_000) < Part::Coarse {}
        debrief.step(2_000);
    }
    true
}

fn bundle() -> String {
    let (document, _) = simulator::parse("eight-turns.md", MODEL);
    simulator::compile::compile(&document, Profile::Play).to_json()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn lines_of_any_words_are_read(model in prop::collection::vec(line(), 0..6), effects in line()) {
        let (document, found) = is_total(&file(&model.join("\n"), &effects));
        if !has_errors(&found) {
            runs(&document);
        }
    }

    #[test]
    fn any_expression_is_compiled_to_finite_numbers_or_refused(value in expression(), amount in expression()) {
        let model = format!("let out = {value}\nrule done += out \"work\"\nrule team -= 0.1*team \"rest\"\nscore = done + team");
        let (document, found) = is_total(&file(&model, &format!("team +{amount}")));
        if !has_errors(&found) {
            runs(&document);
        }
    }

    #[test]
    fn a_real_file_with_a_piece_cut_or_put_in_is_read(from in any::<prop::sample::Index>(), length in 0usize..80, put in line()) {
        let at = |index: usize| (index..=MODEL.len()).find(|at| MODEL.is_char_boundary(*at)).unwrap();
        let (from, to) = (at(from.index(MODEL.len())), at((from.index(MODEL.len()) + length).min(MODEL.len())));
        is_total(&format!("{}{put}{}", &MODEL[..from], &MODEL[to..]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_bundle_with_numbers_changed_is_played_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), 0u32..300), 1..4)) {
        let mut json = bundle();
        for (place, number) in changes {
            let digits: Vec<usize> = json.match_indices(|char: char| char.is_ascii_digit()).map(|(at, _)| at).collect();
            let begin = digits[place.index(digits.len())];
            let end = begin + json[begin..].find(|char: char| !char.is_ascii_digit()).unwrap_or(0);
            json.replace_range(begin..end, &number.to_string());
        }
        plays_or_refuses(&json);
    }

    #[test]
    fn a_bundle_cut_short_or_with_bytes_changed_is_refused_in_words(place in any::<prop::sample::Index>(), with in "[\\[\\]{}\",:0-9a-z-]{0,3}", is_cut in any::<bool>()) {
        let json = bundle();
        let at = (place.index(json.len())..=json.len()).find(|at| json.is_char_boundary(*at)).unwrap();
        let next = (at + 1..=json.len()).find(|at| json.is_char_boundary(*at)).unwrap_or(json.len());
        let rest = if is_cut { "" } else { &json[next..] };
        plays_or_refuses(&format!("{}{with}{rest}", &json[..at]));
    }
}

#[test]
fn the_bundle_itself_is_played() {
    assert!(plays_or_refuses(&bundle()));
}

//! Every state of the shipped choosers, rendered on the server: markup that all can use, words that keep their promise, a gut that
//! stays hidden, answers that can be changed and changed back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::rc::Rc;
use waypost::ui::chooser::{Aside, ChoosingProps, Wish, plain_result};
use waypost::ui::{Arrival, Saved, Surface, prerender};
use waypost_author::chooser::{compile, read};
use waypost_core::bundle::Profile;
use waypost_core::chooser::bundle::key;
use waypost_core::chooser::journal::{Action, Course, Holds, Phase, Screen};
use waypost_core::chooser::link::{self, Opened};
use waypost_core::chooser::{Chooser, Deliberation, Msg, update};
use waypost_core::id::ItemId;
use waypost_core::journal::{Entry, Via};
use waypost_core::words::chooser::{ENGLISH, LANGUAGES};
use yew::{AttrValue, Callback};

/// 2026-11-27, noon, in milliseconds since 1970.
const NOW: i64 = 1_795_780_800_000;

/// A reader at a shipped chooser.
struct Reader {
    chooser: Rc<Chooser>,
    state: Deliberation,
    /// The states so far, each with a name.
    seen: Vec<(String, Deliberation)>,
}

impl Reader {
    fn at(name: &str) -> Self {
        Self::in_language(name, "en")
    }

    fn in_language(name: &str, lang: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../content/{name}.md"));
        let text = std::fs::read_to_string(path).unwrap().replacen("lang = \"en\"", &format!("lang = \"{lang}\""), 1);
        let (document, _) = read(name, &text);
        let chooser = compile(&document, Profile::Play);
        let state = Deliberation::new(&chooser, 7);
        Self { seen: vec![("start".into(), state.clone())], chooser: Rc::new(chooser), state }
    }

    fn write(&mut self, action: Action) {
        let entry = Entry { id: "e1".into(), at: NOW, ms: 0, via: Via::Player, action };
        self.state.apply(&self.chooser, &entry);
    }

    fn say(&mut self, msg: Msg) -> &mut Self {
        for action in update(&self.chooser, &self.state, &msg, 7) {
            self.write(action);
        }
        self.seen.push((format!("{msg:?}"), self.state.clone()));
        self
    }

    /// Answers pairs until the reveal.
    fn pairs(&mut self, answer: impl Fn(usize) -> u32) -> &mut Self {
        for asked in 0..40 {
            let Screen::Ask(pair) = self.state.screen.clone() else { break };
            self.say(Msg::Pair(pair, answer(asked))).say(Msg::Next);
        }
        assert_eq!(self.state.screen, Screen::Reveal);
        self
    }

    /// Answers a profile's questions, each with the option at a place.
    fn questions(&mut self, place: impl Fn(usize, usize) -> usize) -> &mut Self {
        let questions = self.chooser.weighted().unwrap().questions.clone();
        for (at, question) in questions.iter().enumerate() {
            let option = question.options[place(at, question.options.len())].id.clone();
            self.say(Msg::Toggle(question.id.clone(), option));
        }
        if self.state.is_tied(&self.chooser) {
            self.say(Msg::GoTo(Screen::Tiebreak)).say(Msg::Tiebreak(None));
        }
        self.write(Action::Reveal {});
        self.seen.push(("reveal".into(), self.state.clone()));
        self
    }

    fn html(&self, state: &Deliberation, surface: Surface) -> String {
        let aside =
            Aside { now: NOW, flips: Some(state.pairs.iter().take(2).map(|given| given.pair.clone()).collect()), ..Aside::default() };
        prerender::chooser(ChoosingProps {
            bundle: self.chooser.clone(),
            state: Rc::new(state.clone()),
            aside,
            surface,
            arrival: Arrival::Fresh,
            saved: Saved::Device,
            prefix: AttrValue::Static("wp0"),
            announcement: (0, AttrValue::default()),
            on: Callback::<Wish>::noop(),
        })
    }

    fn shown(&self) -> String {
        self.html(&self.state, Surface::Live)
    }
}

/// A reader who went through all of the track chooser.
fn through_track() -> Reader {
    let mut reader = Reader::at("track");
    reader.say(Msg::Gut(Phase::Before, Some(17))).say(Msg::GutSure(Phase::Before, 2)).say(Msg::Check(Phase::Before, 1, Holds::No));
    reader.say(Msg::Next).say(Msg::Next).say(Msg::Weigh("source".into(), 4)).say(Msg::AddConcern("Time with my children".into()));
    reader.say(Msg::AnswerConcern("own-1".into(), 1)).say(Msg::Fact("ladder".into(), Holds::Yes)).say(Msg::Next);
    reader.pairs(|asked| [3, 2, 1, 3, 2, 0][asked % 6]);
    reader.say(Msg::Next).say(Msg::Gut(Phase::After, Some(67))).say(Msg::Next).say(Msg::Choose(Some("manager".into())));
    reader.say(Msg::Next).say(Msg::CheckIn(Course::Keep, "Two talks a week".into()));
    reader
}

fn through_mines(place: impl Fn(usize, usize) -> usize) -> Reader {
    let mut reader = Reader::at("land-mines");
    reader.questions(place).say(Msg::Next).say(Msg::Choose(Some("mindset".into()))).say(Msg::Next);
    reader
}

/// The text of some markup.
fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => (inside, out) = (true, out + " "),
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(&format!("<{name}")).skip(1).filter(|rest| rest.starts_with([' ', '>'])).filter_map(|rest| rest.split('>').next()).collect()
}

#[test]
fn every_state_keeps_the_rules_of_all_markup() {
    for reader in [through_track(), through_mines(|at, many| (at * 7 + 2) % many), through_mines(|_, _| 0)] {
        let static_surface = ("static".to_owned(), Deliberation::new(&reader.chooser, 0));
        let live = reader.seen.iter().map(|(name, state)| (name.clone(), reader.html(state, Surface::Live)));
        for (name, html) in live.chain([(static_surface.0.clone(), reader.html(&static_surface.1, Surface::Static))]) {
            for banned in ["style=", "onclick", "javascript:", "<script", "<form"] {
                assert!(!html.contains(banned), "{name}: {banned}");
            }
            assert_eq!(html.matches("role=\"status\"").count(), 1, "{name}: one live region");
            let ids = values(&html, "id");
            assert_eq!(ids.len(), ids.iter().collect::<std::collections::BTreeSet<_>>().len(), "{name}: an id twice");
            for id in values(&html, "aria-describedby") {
                assert!(ids.contains(&id), "{name}: {id} is not there");
            }
            for button in tags(&html, "button") {
                assert!(button.contains("type=\"button\"") && button.contains("data-act="), "{name}: {button}");
            }
            for icon in tags(&html, "svg") {
                assert!(icon.contains("aria-hidden=\"true\""), "{name}: {icon}");
            }
            assert_eq!(tags(&html, "fieldset").len(), tags(&html, "legend").len(), "{name}: each set has its legend");
            let labels: Vec<&str> = html.split("<label").skip(1).filter_map(|rest| rest.split("</label>").next()).collect();
            assert_eq!(labels.len(), tags(&html, "input").len() + tags(&html, "textarea").len(), "{name}: each control has its label");
            assert!(labels.iter().all(|label| !text(&format!("<{label}")).is_empty()), "{name}: a label without words");
        }
    }
}

#[test]
fn results_never_say_what_someone_is_or_should_do_and_show_no_percentage() {
    let extremes = (0..4).map(|answer| {
        let mut reader = Reader::at("track");
        reader.say(Msg::Next).say(Msg::Next).say(Msg::Next).pairs(move |_| answer);
        reader
    });
    let mines = (0..60_usize).map(|seed| through_mines(move |at, many| (at * seed + seed / 3) % many));
    for reader in extremes.chain([through_track()]).chain(mines) {
        for (name, state) in reader.seen.iter().filter(|(_, state)| state.revealed.is_some()) {
            let words = text(&reader.html(state, Surface::Live)).to_lowercase();
            for banned in ["you are", "you're", "%", "percent", "should", "!"] {
                assert!(!words.contains(banned), "{name}: {banned}\n{words}");
            }
        }
    }
}

#[test]
fn the_gut_stays_hidden_from_where_it_was_said_to_the_reveal() {
    let reader = through_track();
    for (name, state) in &reader.seen {
        let html = reader.html(state, Surface::Live);
        if state.revealed.is_none() && state.screen != Screen::Start {
            assert!(!html.contains("Mostly IC") && !html.contains("gut"), "{name}");
        }
    }
    let reveal = reader.seen.iter().find(|(_, state)| state.revealed.is_some()).unwrap();
    assert!(text(&reader.html(&reveal.1, Surface::Live)).contains("Your gut said: Mostly IC."));
}

#[test]
fn in_each_language_the_words_around_a_chooser_are_of_that_language() {
    for (lang, words) in &LANGUAGES[1..] {
        let mut reader = Reader::in_language("track", lang);
        assert!(text(&reader.shown()).contains(words.gut_question), "{lang}");
        // The words travel in the bundle: the player has English only.
        reader.chooser = Rc::new(Chooser::from_json(&reader.chooser.to_json()).unwrap());
        reader.say(Msg::Next).say(Msg::Next).say(Msg::Next).pairs(|asked| u32::try_from(asked % 4).unwrap());
        let shown = text(&reader.shown());
        for (own, english) in words.texts().into_iter().zip(ENGLISH.texts()).filter(|(own, english)| own != english && english.len() > 20) {
            assert!(!shown.contains(english), "{lang}: {english} instead of {own}");
        }
        for own in [words.limits, words.limit_norms, words.limit_settled, words.gut_again] {
            assert!(shown.contains(own), "{lang}: {own}");
        }
    }
}

#[test]
fn what_it_must_never_claim_stands_with_the_result() {
    let words = text(&through_track_at_the_reveal().shown());
    for limit in [
        "It is for reflection.",
        "no tool for hiring, promotion or review",
        "a correlation of .11 over 107 studies",
        "not chances of success",
        "Funding: ",
        "Published November 27, 2026.",
    ] {
        assert!(words.contains(limit), "{limit}");
    }
}

fn through_track_at_the_reveal() -> Reader {
    let mut reader = through_track();
    let at = reader.seen.iter().position(|(_, state)| state.revealed.is_some()).unwrap();
    reader.state = reader.seen[at].1.clone();
    reader
}

#[test]
fn one_changed_answer_moves_the_readings_at_once_and_can_be_taken_back() {
    let mut reader = through_track_at_the_reveal();
    let before = reader.state.evidence(&reader.chooser).unwrap();
    let given = reader.state.pairs[0].clone();
    reader.say(Msg::Pair(given.pair.clone(), 3 - given.answer.unwrap()));
    let changed = reader.state.evidence(&reader.chooser).unwrap();
    assert_ne!((before.dots, before.toward_b), (changed.dots, changed.toward_b));
    assert!(text(&reader.shown()).contains("1 answer changed since you first saw this"));
    reader.say(Msg::Undo);
    assert_eq!(reader.state.evidence(&reader.chooser).unwrap(), before);
    assert!(!reader.shown().contains("data-act=\"undo\""));
}

#[test]
fn both_tracks_have_the_same_parts_in_the_same_order() {
    let mut reader = Reader::at("track");
    reader.say(Msg::Next);
    let html = reader.shown();
    for row in html.split("<tr").skip(2).filter(|row| row.contains("<td")) {
        let cells: Vec<&str> = row.split("</tr>").next().unwrap().split("<td").skip(1).collect();
        assert_eq!(cells.len(), 2);
        assert_eq!(cells[0].matches("<li").count(), cells[1].matches("<li").count());
    }
}

#[test]
fn tied_outcomes_are_all_shown_alike_and_none_is_drawn() {
    let mut tied = Reader::at("land-mines");
    // The highest step everywhere: every outcome of which each question holds the most leads with its full share.
    tied.questions(|at, many| if many == 4 { 3 } else { [0, 1, 0, 0][at % 4].min(many - 1) });
    let standing = tied.state.standing(&tied.chooser).unwrap();
    if let waypost_core::chooser::State::Tie(count) = standing.state {
        assert_eq!(tied.shown().matches("wp-leader").count(), count);
    }
    let mut equal = Reader::at("land-mines");
    equal.questions(|_, many| many - 1);
    let count = equal.shown().matches("wp-leader").count();
    let leaders = match equal.state.standing(&equal.chooser).unwrap().state {
        waypost_core::chooser::State::Tie(count) => count,
        waypost_core::chooser::State::None => 2,
        waypost_core::chooser::State::Open(_) => 0,
        _ => 1,
    };
    assert_eq!(count, leaders);
}

#[test]
fn a_link_brings_everything_but_words_of_the_readers_own() {
    for reader in [through_track(), through_mines(|at, many| (at * 5 + 1) % many)] {
        let fragment = link::encode(&reader.chooser, &reader.state);
        let Some(Opened::Deliberation(opened)) = link::decode(&reader.chooser, &fragment, NOW) else { panic!("{fragment}") };
        assert_eq!((&opened.pairs, &opened.ratings, &opened.answers), (&reader.state.pairs, &reader.state.ratings, &reader.state.answers));
        assert_eq!((opened.gut, &opened.checks), (reader.state.gut, &reader.state.checks));
        assert_eq!(opened.choices.last().map(|chosen| &chosen.choice), reader.state.choices.last().map(|chosen| &chosen.choice));
        let mut own = Deliberation::new(&reader.chooser, 1);
        for action in link::actions(&reader.chooser, &opened) {
            own.apply(&reader.chooser, &Entry { id: "x".into(), at: NOW, ms: 0, via: Via::Player, action });
        }
        assert_eq!((&own.pairs, &own.answers, own.gut, own.revealed.is_some()), (&opened.pairs, &opened.answers, opened.gut, true));
        let mut newer = (*reader.chooser).clone();
        newer.revision = "ffffffffffff".into();
        assert_eq!(link::decode(&newer, &fragment, NOW), Some(Opened::OtherVersion));
        assert!(fragment.len() < 300, "{}", fragment.len());
    }
    for broken in ["", "#r=1.AAAA", "#c=1.", "#c=1.AAAA", "#c=1.****"] {
        assert!(!matches!(link::decode(&Reader::at("track").chooser, broken, NOW), Some(Opened::Deliberation(_))), "{broken}");
    }
}

#[test]
fn own_concerns_stay_out_of_the_text_to_take_along() {
    let reader = through_track();
    let words = plain_result(&reader.chooser, &reader.state);
    assert!(words.contains("readings of your answers") && words.contains("Your gut said"));
    assert!(!words.contains("children"));
}

#[test]
fn the_static_surface_can_be_read_without_script_and_answered_before_the_player_is_there() {
    let track = Reader::at("track");
    let html = track.html(&track.state, Surface::Static);
    let words = text(&html);
    for part in [key::title(&ItemId::from("ic")), key::title(&ItemId::from("manager")), key::UNCERTAINTY.into(), key::DECISION.into()] {
        assert!(words.contains(&track.chooser.plain(&part)), "{part}");
    }
    let early = values(&html, "data-write");
    assert_eq!(early.len(), 7);
    let unescaped = early[1].replace("&quot;", "\"").replace("&#34;", "\"");
    let entry = format!("{{\"id\":\"a\",\"at\":0,\"ms\":0,\"via\":\"static\",\"action\":{unescaped}}}");
    let entry: Entry<Action> = Entry::from_json(&entry).unwrap_or_else(|| panic!("{entry}"));
    assert_eq!(entry.action, Action::Gut { phase: Phase::Before, lean: Some(17), sure: None });
    let mines = Reader::at("land-mines");
    let html = mines.html(&mines.state, Surface::Static);
    assert_eq!(values(&html, "data-write").len(), 4);
    for outcome in &mines.chooser.weighted().unwrap().outcomes {
        assert!(text(&html).contains(&mines.chooser.plain(&key::title(&outcome.id))));
    }
}

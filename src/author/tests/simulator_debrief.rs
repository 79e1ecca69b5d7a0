//! What the debrief says: shares add up, luck stays where it was, and the same answers come out however the work is sliced.
#![allow(clippy::unwrap_used, missing_docs)]

use std::rc::Rc;
use waypost_author::simulator;
use waypost_core::bundle::Profile;
use waypost_core::random::{draw, site};
use waypost_core::simulator::{
    Action, Clear, Debrief, Found, Job, Machine, News, Numbers, Part, Plans, Play, Shared, Simulator, Tour, Trip, Unreadable, Values,
    Version, history,
};

const MODEL: &str = include_str!("models/eight-turns.md");
/// One with several starts.
const STARTS: &str = include_str!("../../../content/mindset.md");

fn compiled(text: &str) -> Simulator {
    let (document, _) = simulator::parse("eight-turns.md", text);
    simulator::compile::compile(&document, Profile::Full)
}

fn plan(letters: &str) -> Vec<usize> {
    letters.bytes().map(|letter| usize::from(letter - b'a')).collect()
}

fn played(simulator: &Simulator, letters: &str, seed: u32) -> Play {
    let choose = |(card, place): (&waypost_core::simulator::Card, usize)| Action::Commit {
        card: card.id.clone(),
        option: card.options[place].id.clone(),
    };
    let start = Action::Start { revision: simulator.revision.clone(), seed, from: None };
    let actions: Vec<Action> = std::iter::once(start).chain(simulator.cards.iter().zip(plan(letters)).map(choose)).collect();
    Play::fold(simulator, actions.iter().map(|action| ("an-id", action)))
}

fn analyzed(simulator: &Simulator, letters: &str, budget: u32) -> Found {
    let machine = Rc::new(Machine::new(simulator).unwrap());
    finished(Debrief::new(machine, simulator, &played(simulator, letters, 7)).unwrap(), budget).found
}

fn finished(mut debrief: Debrief, budget: u32) -> News {
    while debrief.step(budget) != Part::Done {}
    debrief.news()
}

#[test]
fn shares_of_the_gap_add_up_to_it_and_an_irrelevant_decision_has_none() {
    let idle = MODEL.replace("## Card 4 {#q4}", "## Card 4 {#q4}\n\n- Same.{#y}\n  ```effects\n  set do=0.6\n  ```\n- Same.{#z}\n  ```effects\n  set do=0.6\n  ```\n\n## Gone {#gone}");
    let cut = idle.find("## Gone").unwrap();
    let end = cut + idle[cut..].find("## Card 5").unwrap();
    let idle = format!("{}{}", &idle[..cut], &idle[end..]);
    for (text, letters) in [(MODEL, "aaaaaaaa"), (MODEL, "bacabcab"), (idle.as_str(), "aaabaaaa"), (idle.as_str(), "aaaaaaaa")] {
        let split = analyzed(&compiled(text), letters, u32::MAX).split.unwrap();
        let sum: f64 = split.stakes.iter().map(|stake| stake.share).sum();
        assert!((sum - split.gap).abs() <= 1e-9 * split.gap.abs(), "{sum} is not {}", split.gap);
        let is_idle = text == idle;
        assert!(!is_idle || split.stakes.iter().filter(|stake| stake.card == 3).all(|stake| stake.share == 0.0 && stake.alone == 0.0));
    }
}

#[test]
fn the_published_gap_is_split_as_published() {
    let split = analyzed(&compiled(MODEL), "aaaaaaaa", u32::MAX).split.unwrap();
    assert_eq!(split.stakes.iter().map(|stake| stake.card).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6]);
    let published = [48.1, 42.4, 45.6, 46.3, 17.4, 15.2, 20.6];
    for (stake, share) in split.stakes.iter().zip(published) {
        assert!((stake.share - share).abs() < 0.05 * share, "{} is not {share}", stake.share);
    }
    assert!(split.stakes[4].misleads && split.stakes[4].alone < 0.0 && split.stakes[4].share > 0.0, "habits are complements");
}

#[test]
fn slices_of_any_size_come_to_the_same() {
    let simulator = compiled(MODEL);
    let (whole, sliced) = (analyzed(&simulator, "bacabcab", u32::MAX), analyzed(&simulator, "bacabcab", 3));
    assert_eq!(whole, sliced);
}

#[test]
fn an_analysis_away_comes_to_the_same_bits_from_any_start_and_with_moved_assumptions() {
    let simulator = compiled(STARTS);
    for from in [None, Some("manager")] {
        let mut play = played(&simulator, "bacabcab", 7);
        play.from = from.map(Into::into);
        play.assumed.insert(simulator.params[1].id.clone(), 1_000);
        let here = from.map_or_else(|| simulator.clone(), |from| simulator.starting(&from.into()).unwrap());
        let here = Debrief::new(Rc::new(Machine::new(&here).unwrap()), &here, &play).unwrap();
        let job = Job::new(&simulator, &play).unwrap().numbers();
        let away = Debrief::away(&simulator.to_json(), &job).unwrap();
        let (here, away) = (finished(here, u32::MAX).numbers(), finished(away, 1_000).numbers());
        assert!(here.iter().map(|number| number.to_bits()).eq(away.iter().map(|number| number.to_bits())), "from {from:?}");
        assert_eq!(News::of(&away).unwrap().numbers(), away, "what is sent can be read");
    }
}

#[test]
fn what_is_no_job_and_no_news_is_refused() {
    let simulator = compiled(MODEL);
    let (bundle, play) = (simulator.to_json(), played(&simulator, "bacabcab", 7));
    let job = Job::new(&simulator, &play).unwrap().numbers();
    let news = Debrief::away(&bundle, &job).unwrap().news().numbers();
    assert!(Debrief::away(&bundle[1..], &job).is_none(), "no bundle");
    assert!(Job::new(&simulator, &played(&simulator, "bacabca", 7)).is_none(), "a card is open");
    for cut in 0..job.len() {
        assert!(Debrief::away(&bundle, &job[..cut]).is_none(), "{cut} numbers of a job");
    }
    assert!((0..news.len()).all(|cut| News::of(&news[..cut]).is_none()));
    assert!(News::of(&[news, vec![0.0]].concat()).is_none(), "more than news");
    assert!(News::of(&[1e300; 40]).is_none(), "absurd counts");
}

#[test]
fn the_old_habits_lose_rank_and_reach_and_the_best_plan_holds() {
    let simulator = compiled(MODEL);
    let old = analyzed(&simulator, "aaaaaaaa", u32::MAX);
    let rank = old.rank.unwrap();
    assert_eq!((rank.worlds, rank.plans, rank.sampled), (256, 6_561, false));
    let reach: Vec<i64> = rank.reach.iter().map(|mean| waypost_core::simulator::percent(mean / rank.best_mean)).collect();
    assert!(reach.windows(2).all(|pair| pair[0] >= pair[1]) && reach[0] == 100 && reach[8] < 45, "{reach:?}");
    let best = analyzed(&simulator, "cbbccbba", u32::MAX);
    assert_eq!(best.rank.unwrap().best, plan("cbbccbba"));
    assert!(best.weighed.iter().all(|row| row.clear != Clear::Better), "{:?}", best.weighed);
    assert!(best.sure.unwrap().better >= 97);
}

#[test]
fn changing_a_decision_leaves_every_unrelated_draw_alone() {
    let simulator = compiled(MODEL);
    let machine = Machine::new(&simulator).unwrap();
    let values = Values::nominal(&simulator);
    // The last card's options differ in what they do; the turns before it see the same luck.
    for world in 0..200 {
        let (one, other) =
            (history(&machine, &values, 1, world, &plan("abcabcaa")), history(&machine, &values, 1, world, &plan("abcabcab")));
        assert_eq!((&one.start, &one.turns[..7]), (&other.start, &other.turns[..7]));
    }
    // A statement's draws hang on its path alone.
    let edited = MODEL.replace("event 0.08: align -12", "event 0.5: trust +3 \"text 90\" @first\nevent 0.08: align -12");
    let edited = compiled(&edited);
    let kept = |path: &String| edited.program.sites.contains(path);
    assert!(simulator.program.sites.iter().all(kept));
    let luck = |path: &str| (0..9).map(|turn| draw(1, 0, turn, site(path))).collect::<Vec<_>>();
    assert_ne!(luck("model/@reorg"), luck("model/@first"));
}

/// Worlds for an interval of +- 3 points: (1.96 sd / 3)^2.
fn needed(deviation: f64) -> f64 {
    (1.96 * deviation / 3.0).powi(2)
}

fn deviation(differences: &[f64]) -> f64 {
    let mean = differences.iter().sum::<f64>() / differences.len() as f64;
    (differences.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (differences.len() - 1) as f64).sqrt()
}

#[test]
fn keyed_luck_needs_fewer_worlds_than_independent_luck() {
    let simulator = compiled(MODEL);
    let machine = Machine::new(&simulator).unwrap();
    let version = Version::new(&machine, &Values::nominal(&simulator));
    let points = |letters: &str, seed: u32| -> Vec<f64> {
        let plans = Plans::sorted(8, vec![plan(letters)]);
        let trip = Trip { version: &version, plans: &plans, seed, worlds: 2_048 };
        let mut all = Vec::new();
        Tour::<64>::new(&machine)
            .step(&machine, &trip, &mut u32::MAX.clone(), &mut |_, _, lanes| all.extend(lanes.iter().map(|p| f64::from(*p))));
        all
    };
    for (changed, what) in [("cabccbba", "Q2 b to a"), ("cbbbcbba", "Q4 c to b"), ("cbbccbbb", "Q8 a to b")] {
        let base = points("cbbccbba", 1);
        let differences = |other: Vec<f64>| -> Vec<f64> { base.iter().zip(other).map(|(a, b)| a - b).collect() };
        let (keyed, independent) = (deviation(&differences(points(changed, 1))), deviation(&differences(points(changed, 2))));
        println!("{what}: {:.0} worlds keyed, {:.0} with independent luck", needed(keyed), needed(independent));
        assert!(needed(keyed) < needed(independent) / 4.0);
    }
}

#[test]
fn equal_options_are_seldom_called_different() {
    // Two options that say the same, with luck of their own: any clear difference is a false one.
    let same = "set do=0.6 lead=0.15 build=0.1 disc=0.15 hours=1.1\n  impact +0..40";
    let option = |id: &str| format!("- Same. {{#{id}}}\n  ```effects\n  {same}\n  ```\n");
    let head = MODEL.find("## Card 1").unwrap();
    let mut text = MODEL[..head].replace("turns = 8", "turns = 3");
    for card in 1..=3 {
        text += &format!("## Card {card} {{#q{card}}}\n\n{}{}\n", option("a"), option("b"));
    }
    let (mut wrong, mut all) = (0, 0);
    for seed in 0..667 {
        let simulator = compiled(&text.replace("seed = 1", &format!("seed = {seed}")));
        let machine = Rc::new(Machine::new(&simulator).unwrap());
        let mut debrief = Debrief::new(machine, &simulator, &played(&simulator, "aaa", seed)).unwrap();
        while debrief.found.weighed.is_empty() || debrief.step(2_000) <= Part::Choices {
            debrief.step(2_000);
        }
        all += debrief.found.weighed.len();
        wrong += debrief.found.weighed.iter().filter(|row| row.clear != Clear::No).count();
    }
    assert!(wrong * 20 <= all, "{wrong} of {all} equal pairs were called different");
}

#[test]
fn a_shared_play_comes_back_and_a_foreign_or_damaged_one_does_not() {
    let simulator = compiled(MODEL);
    for (letters, length) in [("cbbccbba", 12), ("", 10)] {
        let shared = Shared { seed: 0xdead_beef, choices: plan(letters) };
        let text = shared.write(&simulator);
        assert_eq!(text.len(), length);
        assert_eq!(Shared::read(&simulator, &text), Ok(shared.clone()));
        let other = compiled(&MODEL.replace("var trust    45", "var trust    46"));
        assert_eq!(Shared::read(&other, &text), Err(Unreadable::OtherVersion));
        for damaged in [&text[..text.len() - 3], &format!("{text}AAAA"), "!!!", "", "A"] {
            assert_ne!(Shared::read(&simulator, damaged), Ok(shared.clone()), "{damaged}");
        }
    }
}

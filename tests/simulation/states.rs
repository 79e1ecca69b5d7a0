//! A small simulation in every state a reader can meet. The figures are made up, so that views are tested apart from the model.

use std::rc::Rc;
use waypost::ui::simulator::{Findings, Link, SimulationProps, Step, Work};
use waypost::ui::{Arrival, Saved, Surface};
use waypost_core::bundle::{Head, Kind};
use waypost_core::id::OptionId;
use waypost_core::simulator::*;
use waypost_core::text::{Block, Inline, RichText};
use yew::{AttrValue, Callback};

fn p(words: &str) -> RichText {
    vec![Block::P(vec![Inline::Text(words.into())])]
}

fn stock(id: &str, start: f32, spread: f32, high: f32, better: Better) -> Stock {
    Stock { id: id.into(), start: start.into(), spread: spread.into(), low: 0.0.into(), high: high.into(), better }
}

fn option(id: &str, family: &str) -> Choice {
    Choice { id: id.into(), family: Some(family.into()), place: Default::default(), levers: Vec::new(), code: Vec::new(), chance: None }
}

/// Three turns with three ways each, three gauges, a count and a hidden stock.
pub(crate) fn bundle() -> Simulator {
    let mut head = Head::new(Kind::Simulator, "two-years".into(), "Two years as a product leader", "en");
    head.revision = "0123456789ab".into();
    let mut say = |key: String, words: &str| head.strings.insert(key, p(words));
    say("intro".into(), "Last week you were a product manager. From today you lead.");
    for (stock, label) in [("trust", "Stakeholder trust"), ("wip", "Open commitments"), ("energy", "Energy"), ("impact", "Outcomes so far")]
    {
        say(key::label(&stock.into()), label);
    }
    say(key::about(&"energy".into()), "Land mine five, long hours.");
    say(key::label(&"overtime".into()), "What long hours cost in energy");
    say(key::label(&"erosion".into()), "How fast gains fade");
    for (rule, cause) in ["recovery", "long hours and overload", "the company reorganizes"].into_iter().enumerate() {
        say(key::cause(rule), cause);
    }
    for (card, title) in [("q1", "Eleven must-haves"), ("q2", "Two directions"), ("q3", "A mail to your manager")] {
        say(key::title(&card.into()), title);
        say(
            key::situation(&card.into()),
            "Planning week. There are eleven requests for the quarter, each marked \"must have\", each from someone you would rather not disappoint.",
        );
        say(key::takeaway(&card.into()), "TAKEAWAY: a yes feels free on the day.");
        for (id, text) in [
            ("a", "Say yes to all eleven. Nobody knows the product as you do, and you will find the time."),
            ("b", "Pick three, and tell each sponsor in person what has to wait, and why."),
            ("c", "Give two of the large ones to teammates as their own."),
        ] {
            let (card, id): (_, OptionId) = (card.into(), id.into());
            say(key::text(&card, &id), text);
            say(key::told(&card, &id), &format!("TOLD-{id}: the meeting ends early, and people thank you on the way out."));
            say(key::came(&card, &id), &format!("CAME-{id}: a week later you hear your reasons repeated."));
            say(key::failed(&card, &id), &format!("FAILED-{id}: two sponsors hear the word no and little after it."));
        }
    }
    let card = |id: &str| Card { id: id.into(), options: vec![option("a", "old"), option("b", "clarify"), option("c", "grow")] };
    let param = |id: &str, nominal: f32, low: f32, high: f32, places| Param {
        id: id.into(),
        nominal: nominal.into(),
        low: low.into(),
        high: high.into(),
        places,
    };
    let rule = |kind, source: &str| Rule { kind, source: source.into() };
    Simulator {
        head,
        turn_name: "quarter".into(),
        worlds: 1024,
        seed: 1,
        stocks: vec![
            stock("trust", 45.0, 5.0, 100.0, Better::High),
            stock("wip", 6.0, 0.6, 16.0, Better::Low),
            stock("energy", 74.0, 5.0, 100.0, Better::High),
            stock("impact", 0.0, 0.0, 100_000.0, Better::High),
            stock("rate", 0.0, 0.0, 1000.0, Better::Hidden),
        ],
        levers: Vec::new(),
        params: vec![param("overtime", 50.0, 35.0, 82.0, 0), param("erosion", 1.0, 0.6, 1.4, 1)],
        starts: Vec::new(),
        families: ["old", "clarify", "grow"].map(Into::into).to_vec(),
        cards: ["q1", "q2", "q3"].map(card).to_vec(),
        rules: vec![
            rule(RuleKind::Rule, "rule energy += 0.42*(84-energy)"),
            rule(RuleKind::Rule, "rule energy -= overtime*max(0,hours-1)"),
            rule(RuleKind::Event, "event 0.08: trust -6 ; wip +1"),
        ],
        claims: Claims { old: Some("old".into()), exceptions: Vec::new() },
        // Nothing moves, and the points are what the count stands at.
        program: Program { registers: 12, points: 3, ..Program::default() },
        words: Default::default(),
    }
}

fn row(stock: usize, cause: Cause, amount: f32) -> Row {
    Row { stock, cause, amount }
}

/// What happened in three turns.
fn history() -> History {
    let turn = |stocks: [f32; 5], rows: Vec<Row>, came, sent| Turn { stocks: stocks.to_vec(), rows, came, sent };
    History {
        start: vec![43.2, 6.1, 71.8, 0.0, 0.0],
        turns: vec![
            turn(
                [49.4, 7.3, 60.1, 18.2, 18.2],
                vec![
                    row(0, Cause::Choice, 6.2),
                    row(1, Cause::Choice, 1.2),
                    row(2, Cause::Rule(0), 5.1),
                    row(2, Cause::Rule(1), -16.8),
                    row(3, Cause::Choice, 18.2),
                ],
                None,
                vec![(0, 1)],
            ),
            turn(
                [45.0, 8.4, 52.2, 31.0, 12.8],
                vec![
                    row(0, Cause::Arrived { turn: 0, rule: None }, 1.6),
                    row(0, Cause::Rule(2), -6.0),
                    row(1, Cause::Rule(2), 1.1),
                    row(2, Cause::Rule(0), 9.0),
                    row(2, Cause::Rule(1), -16.9),
                    row(3, Cause::Rule(0), 12.8),
                ],
                Some(false),
                Vec::new(),
            ),
            turn(
                [47.0, 8.4, 51.7, 45.9, 14.9],
                vec![row(0, Cause::Choice, 2.0), row(2, Cause::Limit, -0.5), row(3, Cause::Rule(0), 14.9)],
                Some(true),
                Vec::new(),
            ),
        ],
        points: 83.2,
    }
}

/// After so many decisions of the plan a b c.
fn play(decided: usize) -> Play {
    let (bundle, mut play) = (bundle(), Play::default());
    if decided > 0 {
        play.apply(&bundle, "one", &Action::Start { revision: bundle.revision.clone(), seed: 7, from: None });
    }
    for (card, option) in bundle.cards.iter().zip(["a", "b", "c"]).take(decided) {
        play.apply(&bundle, "more", &Action::Commit { card: card.id.clone(), option: option.into() });
    }
    play
}

/// What a debrief finds: every part, or only what comes first.
pub(crate) fn findings(coarse: bool) -> Found {
    let mut found = Found::default();
    let dots: Vec<f32> = (0..50).map(|at| 60.0 + (at as f32 - 25.0) * 1.2 + if at > 40 { (at - 40) as f32 * 3.0 } else { 0.0 }).collect();
    found.luck = Some(Luck { points: 83.2, mean: 64.0, dots, above: 0.22, fortune: Fortune::Lucky });
    found.rank = Some(Rank {
        worlds: if coarse { 64 } else { 256 },
        plans: 27,
        sampled: false,
        beats: 0.31,
        skill: Skill::Weak,
        mean: 64.0,
        best: vec![2, 1, 2],
        best_mean: 120.0,
        worst_mean: 41.0,
        reach: vec![120.0, 98.0, 70.0, 64.0],
    });
    if coarse {
        return found;
    }
    let weighed = |card, option, with_luck, mean, half, clear| Weighed { card, option, with_luck, mean, half, worlds: 1024, clear };
    found.weighed = vec![
        weighed(0, 1, 12.0, 33.0, 4.0, Clear::Better),
        weighed(0, 2, -8.0, 21.0, 6.0, Clear::Better),
        weighed(1, 0, -5.0, -14.0, 5.0, Clear::Worse),
        weighed(1, 2, 9.0, -11.0, 5.0, Clear::Worse),
        weighed(2, 0, 1.0, 0.4, 2.0, Clear::No),
        weighed(2, 1, 3.0, 5.0, 2.0, Clear::Better),
    ];
    let stake = |card, option, share, alone, misleads| Stake { card, option, share, error: 1.0, alone, misleads };
    found.split = Some(Split { worlds: 512, gap: 56.0, stakes: vec![stake(0, 2, 39.0, 21.0, false), stake(1, 1, 17.0, -19.0, true)] });
    let arm = |param, low, high| Arm { param, low, high };
    found.sure = Some(Sure {
        against: Against::Old,
        versions: 100,
        better: 97,
        holds: Holds::Firmly,
        tornado: vec![arm(1, 48.0, -6.0), arm(0, 30.0, 11.0)],
        nominal: 22.0,
    });
    found
}

fn props(step: Step, decided: usize) -> SimulationProps {
    let mut history = history();
    history.turns.truncate(decided);
    if decided == 0 {
        history.start = bundle().stocks.iter().map(|stock| stock.start.get()).collect();
    }
    SimulationProps {
        bundle: Rc::new(bundle()),
        play: Rc::new(play(decided)),
        history: Rc::new(history),
        step,
        findings: Findings::default(),
        surface: Surface::Live,
        arrival: Arrival::Fresh,
        link: Link::None,
        start: None,
        gauge: None,
        saved: Saved::Device,
        prefix: AttrValue::Static("wp0"),
        announcement: (0, AttrValue::default()),
        on: Callback::noop(),
    }
}

fn found(work: Work, found: Found) -> SimulationProps {
    let mut play = play(3);
    play.apply(&bundle(), "end", &Action::Finish {});
    let findings = Findings { number: 1, now: Rc::new(found), before: Rc::default(), work };
    SimulationProps { play: Rc::new(play), findings, ..props(Step::Debrief, 3) }
}

/// Every state by name.
pub(crate) fn all() -> Vec<(&'static str, SimulationProps)> {
    let mut picked = props(Step::Card(1), 1);
    Rc::make_mut(&mut picked.play).apply(&bundle(), "pick", &Action::Draft { card: "q2".into(), option: "c".into() });
    let mut undone = props(Step::Card(1), 2);
    Rc::make_mut(&mut undone.play).apply(&bundle(), "undo", &Action::Undo {});
    let mut moved = found(Work::At(420), findings(true));
    Rc::make_mut(&mut moved.play).apply(&bundle(), "assume", &Action::Assume { param: "erosion".into(), permille: 1000 });
    moved.findings.before = Rc::new(findings(false));
    vec![
        ("static", SimulationProps { surface: Surface::Static, prefix: AttrValue::Static("wp"), ..props(Step::Card(0), 0) }),
        ("fresh", props(Step::Card(0), 0)),
        ("somebody's world", SimulationProps { link: Link::World, ..props(Step::Card(0), 0) }),
        ("another version's play", SimulationProps { link: Link::OtherVersion, ..props(Step::Card(0), 0) }),
        ("second card", props(Step::Card(1), 1)),
        ("picked", picked),
        ("undone", undone),
        ("outcome", props(Step::Outcome(0), 1)),
        ("outcome with bad luck", props(Step::Outcome(1), 2)),
        ("last outcome, returned", SimulationProps { arrival: Arrival::Returned, ..props(Step::Outcome(2), 3) }),
        ("end", props(Step::End, 3)),
        ("debrief, nothing yet", found(Work::At(0), Found::default())),
        ("debrief, coarse", found(Work::At(300), findings(true))),
        ("debrief, stopped", found(Work::Stopped, findings(true))),
        ("debrief", found(Work::Done, findings(false))),
        ("debrief, an assumption moved", moved),
        ("shared", SimulationProps { arrival: Arrival::Shared, ..found(Work::Done, findings(false)) }),
    ]
}

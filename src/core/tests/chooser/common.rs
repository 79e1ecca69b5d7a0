//! Small choosers and readers who go through them.

use waypost_core::bundle::{Dir, Head, Kind, Profile, VERSION};
use waypost_core::chooser::bundle::*;
use waypost_core::chooser::journal::Action;
use waypost_core::chooser::{Deliberation, Msg, update};
use waypost_core::id::ItemId;
use waypost_core::journal::{Entry, Via};
use waypost_core::number::Share;
use waypost_core::random::draw;
use waypost_core::typed::Exact;

/// Draws from a seed, one after another.
pub(crate) struct Dice(pub(crate) u32, pub(crate) u32);

impl Dice {
    pub(crate) fn of(seed: u32) -> Self {
        Self(seed, 0)
    }

    pub(crate) fn below(&mut self, n: u32) -> u32 {
        self.1 += 1;
        draw(self.0, 0, self.1, 4) % n
    }

    /// A number from `low` to below `high`.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * f64::from(self.below(1 << 30)) / f64::from(1 << 30)
    }

    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u32) as usize].clone()
    }
}

pub(crate) fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn head() -> Head {
    Head {
        waypost: VERSION.into(),
        profile: Profile::Play,
        kind: Kind::Chooser,
        id: "test".into(),
        version: 1,
        title: "Test".into(),
        lang: "en".into(),
        dir: Dir::Ltr,
        revision: "0123456789ab".into(),
        meta: None,
        webhook: None,
        hosts: Vec::new(),
        strings: Default::default(),
    }
}

fn chooser(engine: Engine) -> Chooser {
    let step = |id: &str, day| PlanStep { id: id.into(), day };
    let plan = |id: &str, pole: Option<&str>| Plan {
        id: id.into(),
        pole: pole.map(ItemId::from),
        steps: vec![step("bet", Some(7)), step("end", Some(90))],
    };
    let plans = vec![plan("plan-a", Some("a")), plan("plan-b", Some("b")), plan("plan-open", None)];
    Chooser {
        head: head(),
        about: Default::default(),
        words: Default::default(),
        engine,
        plans,
        sources: Vec::new(),
        report: Report::Choice,
    }
}

/// Two poles, dimensions `d0`, `d1` ... with so many pairs each, `d0-0`, `d0-1` ..., all with a = 1.2, b = 0.
pub(crate) fn adaptive(dimensions: usize, pairs: usize) -> Chooser {
    let pole = |id: &str| Pole { id: id.into(), traits: Vec::new() };
    let pair = |k: usize, n: usize| Pair {
        id: ItemId(format!("d{k}-{n}")),
        dimension: ItemId(format!("d{k}")),
        a: exact("1.2"),
        b: Exact::ZERO,
        hash: format!("h{k}{n}"),
    };
    chooser(Engine::Adaptive(Adaptive {
        poles: vec![pole("a"), pole("b")],
        dimensions: (0..dimensions).map(|k| ItemId(format!("d{k}"))).collect(),
        pairs: (0..dimensions).flat_map(|k| (0..pairs).map(move |n| pair(k, n))).collect(),
        facts: vec![Fact { id: "ladder".into(), pole: Some("a".into()) }],
        rules: Rules::default(),
    }))
}

/// Changes the rules of an adaptive chooser.
pub(crate) fn with_rules(mut chooser: Chooser, change: impl FnOnce(&mut Rules)) -> Chooser {
    if let Engine::Adaptive(adaptive) = &mut chooser.engine {
        change(&mut adaptive.rules);
    }
    chooser
}

/// Questions `q0`, `q1` ... with options `a`, `b` ...; each option is a list of weights for the outcomes `o0`, `o1` ...
pub(crate) fn weighted(outcomes: usize, questions: &[(Takes, Vec<Vec<i64>>)], score: Score) -> Chooser {
    let points = |weights: &[i64]| {
        let named = weights.iter().enumerate().filter(|(_, points)| **points != 0);
        named.map(|(k, points)| Points { to: ItemId(format!("o{k}")), points: *points }).collect()
    };
    let question = |(n, (takes, options)): (usize, &(Takes, Vec<Vec<i64>>))| Question {
        id: ItemId(format!("q{n}")),
        takes: *takes,
        options: options
            .iter()
            .enumerate()
            .map(|(at, weights)| WeightedOption { id: letter(at).as_str().into(), weights: points(weights) })
            .collect(),
    };
    chooser(Engine::Profile(Weighted {
        outcomes: (0..outcomes).map(|k| Outcome { id: ItemId(format!("o{k}")), next: Some("plan-open".into()), also: None }).collect(),
        questions: questions.iter().enumerate().map(question).collect(),
        tiebreak: None,
        min: 1,
        floor: Share::NONE,
        score,
    }))
}

pub(crate) fn letter(at: usize) -> String {
    char::from(b'a' + at as u8).to_string()
}

/// The `n`-th entry of a journal.
pub(crate) fn entry(n: usize, action: Action) -> Entry<Action> {
    Entry { id: format!("entry-{n}"), at: 1_795_320_000_000 + n as i64, ms: n as u64, via: Via::Player, action }
}

/// A reader who does one thing after another through `update`.
pub(crate) struct Reader {
    pub(crate) chooser: Chooser,
    pub(crate) state: Deliberation,
    pub(crate) journal: Vec<Entry<Action>>,
}

impl Reader {
    pub(crate) fn of(chooser: Chooser) -> Self {
        let state = Deliberation::new(&chooser, 7);
        Self { chooser, state, journal: Vec::new() }
    }

    pub(crate) fn does(&mut self, msg: Msg) -> &mut Self {
        for action in update(&self.chooser, &self.state, &msg, 99) {
            let entry = entry(self.journal.len(), action);
            self.state.apply(&self.chooser, &entry);
            self.journal.push(entry);
        }
        self
    }

    /// Answers the pair on the screen and goes on.
    pub(crate) fn answers(&mut self, y: u32) -> &mut Self {
        let waypost_core::chooser::journal::Screen::Ask(pair) = self.state.screen.clone() else { panic!("no pair on the screen") };
        self.does(Msg::Pair(pair, y)).does(Msg::Next)
    }
}

//! Laws of every journal, over quizzes of all kinds and policies: any actions in any order, about things that exist and ones that do not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where something is missing")]

mod common;

use common::{choices, entry, item, quiz};
use waypost_core::bundle::*;
use waypost_core::event::events;
use waypost_core::id::{ItemId, OptionId};
use waypost_core::journal::{self, Action, Entry, Mark, Origin, Response, Running, Typed};
use waypost_core::number::{Points, Share};
use waypost_core::quiz::{Expression, Msg, Operator, Sitting, Step, full_mark, update};
use waypost_core::random::draw;
use waypost_core::write::Write;

/// Draws from a seed, one after another.
struct Dice(u32, u32);

impl Dice {
    fn below(&mut self, n: u32) -> u32 {
        self.1 += 1;
        draw(self.0, 0, self.1, 2) % n
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u32) as usize].clone()
    }

    fn item(&mut self) -> ItemId {
        self.one(&["single", "multi", "tf", "number", "order", "match", "scale", "slider", "cloze", "reflect", "info", "unknown"]).into()
    }

    fn option(&mut self) -> OptionId {
        self.one(&["a", "b", "c", "d", "zz"]).into()
    }

    fn typed(&mut self) -> Typed {
        let text = self.one(&["3", "3.5", "word", "", "a", "-1e9"]);
        Typed { raw: text.into(), norm: text.into() }
    }

    fn response(&mut self) -> Response {
        let n = self.below(5);
        match self.below(5) {
            0 => Response::of((0..n).map(|_| self.option())),
            1 => Response::Order((0..n).map(|_| self.option()).collect()),
            2 => Response::Pairs((0..n).map(|_| (self.option(), self.one(&["a", "b", "1", "4", "9"]).into())).collect()),
            3 => Response::Typed(self.typed()),
            _ => Response::Blanks((0..n).map(|_| (self.option(), self.typed())).collect()),
        }
    }

    fn origin(&mut self) -> Option<Origin> {
        let hashes = |text: &str| Hashes { text: text.into(), key: "k".into(), shape: "s".into() };
        (self.below(4) == 0).then(|| Origin { hashes: hashes("t"), mark: i64::from(self.below(3)) * 45_045_000, words: "words".into() })
    }

    fn action(&mut self) -> Action {
        let item = self.item();
        match self.below(16) {
            0 => Action::Start { seed: self.below(9), revision: "x".into(), drawn: (0..self.below(5)).map(|_| self.item()).collect() },
            1 | 2 => Action::Draft { item, response: self.response(), sure: Some(self.below(5)) },
            3..=6 => Action::Commit { item, response: self.response(), sure: Some(self.below(5)), of: self.origin() },
            7 => Action::Hint { item, number: self.below(4) },
            8 => Action::Giveup { item },
            9 => Action::Goto { item },
            10 => Action::Finish { marks: (self.below(2) == 0).then(|| vec![Mark { item, earned: i64::MAX, possible: i64::MIN + 1 }]) },
            11 => Action::Retry { items: (0..self.below(6)).map(|_| self.item()).collect() },
            12 => Action::Flag { item },
            13 => Action::Explain { item, text: "why \"not\"".into() },
            14 => self.one(&[Action::Extend {}, Action::Clock { running: Running::Off }, Action::Clock { running: Running::On }]),
            _ => self.one(&[Action::Rebase { from: "x".into(), to: "y".into() }, Action::Rate { item, grade: 3 }]),
        }
    }

    fn msg(&mut self, sitting: &Sitting) -> Msg {
        let present = match &sitting.step {
            Step::Item(id) => id.clone(),
            Step::Result => self.item(),
        };
        let item = if self.below(4) == 0 { self.item() } else { present };
        match self.below(18) {
            0..=2 => Msg::Toggle(item, self.option()),
            3..=5 => Msg::Answer(item, self.response()),
            6 => Msg::Sure(item, self.below(5)),
            7..=9 => Msg::Check(item),
            10 => Msg::Hint(item),
            11 => self.one(&[Msg::GiveUp(item.clone()), Msg::Flag(item)]),
            12 | 13 => Msg::Next,
            14 => Msg::Back,
            15 => Msg::GoTo(item),
            16 => self.one(&[Msg::Retry, Msg::Extend, Msg::ClockOff]),
            _ => self.one(&[Msg::Finish, Msg::Restart, Msg::Next]),
        }
    }

    fn bundle(&mut self) -> Bundle {
        let things: Vec<OptionId> = ["a", "b", "c", "d"].map(Into::into).into();
        let near = Accepted::new("a".into(), Matches::Near(number("3"), number("0.5")), Key::Right);
        let answers = Answers { answers: vec![near], compare: Compare::Usual, typos: 0, unit: String::new() };
        let rows = things.iter().map(|id| Row { id: id.clone(), target: Some(id.clone()) }).collect();
        let statement = |id: &str| Statement { id: id.into(), to: Some("dim".into()), counts: Counts::Reverse };
        let blank = Blank { id: "a".into(), field: Field::Choice(choices(".x", Marking::Credit).options), when: None };
        let mut items = vec![
            item("single", Interaction::Single(choices(".x..", Marking::Credit))),
            item("multi", Interaction::Multi(choices("x.x.", Marking::Net))),
            item("tf", Interaction::Tf(choices("x.", Marking::Credit))),
            item("number", Interaction::Number(answers.clone())),
            item("order", Interaction::Order(Sequence { marking: Marking::Pairs, things: things.clone() })),
            item("match", Interaction::Match(Pairs { marking: Marking::Each, order: Order::Shuffled, rows, targets: things })),
            item("scale", Interaction::Scale(Scale { name: "often".into(), steps: 5, rows: vec![statement("a"), statement("b")] })),
            item(
                "slider",
                Interaction::Slider(Slider {
                    min: number("0"),
                    max: number("10"),
                    step: number("1"),
                    unit: String::new(),
                    ends: Vec::new(),
                    answers: (self.below(2) == 0).then_some(answers),
                    to: Some("dim".into()),
                }),
            ),
            item("cloze", Interaction::Cloze(Cloze { marking: Marking::Each, blanks: vec![blank] })),
            item("reflect", Interaction::Reflect(Reflect { rows: 3 })),
            item("info", Interaction::Info {}),
        ];
        for item in &mut items {
            item.section = Some(if item.id.as_str() < "number" { "s" } else { "t" }.into());
            item.points = Points::hundredths(self.one(&[0, 50, 100, 100_000])).unwrap();
            if self.below(6) == 0 {
                item.standing = Standing::Open;
            }
            if self.below(3) == 0 {
                item.hashes = Hashes { text: self.one(&["t", "u"]).into(), key: "k".into(), shape: self.one(&["s", "r"]).into() };
            }
            if self.below(4) == 0 {
                let when = Expression::Apply(Operator::Less, vec![Expression::Score {}, Expression::Dim("dim".into())]);
                item.branches =
                    vec![Branch { when: Some(when), to: self.one(&[Target::End, Target::Item("t".into()), Target::Item("cloze".into())]) }];
            }
        }
        let mut bundle = quiz(items);
        bundle.sections = vec![Section::new("s".into()), Section { draw: self.one(&[None, Some(3)]), ..Section::new("t".into()) }];
        bundle.dimensions = vec!["dim".into()];
        bundle.policy = Policy {
            attempts: self.below(3),
            attempt_cost: Share::new(1, 3).unwrap(),
            hint_cost: Share::new(1, 10).unwrap(),
            penalty: Share::new(1, 3).unwrap(),
            negative: self.one(&[Negative::None, Negative::Item]),
            feedback: self.one(&[Feedback::Immediate, Feedback::End, Feedback::Exam]),
            confidence: self.one(&[Confidence::Off, Confidence::Calibration, Confidence::Marks]),
            mode: self.one(&[Mode::Score, Mode::Score, Mode::Reflect]),
            back: self.one(&[Back::Allowed, Back::Never]),
            retry: self.one(&[Retry::Wrong, Retry::All]),
            order: self.one(&[Order::Fixed, Order::Shuffled]),
            draw: self.one(&[None, None, Some(4)]),
            pass: Share::percent(60),
            ..Policy::default()
        };
        bundle
    }
}

fn number(text: &str) -> waypost_core::typed::Exact {
    text.parse().unwrap()
}

/// What holds in every state.
fn is_sound(bundle: &Bundle, sitting: &Sitting, seed: u32) {
    if let Step::Item(id) = &sitting.step {
        assert!(sitting.asked.contains(id), "seed {seed}: the step is on the path");
        let progress = sitting.progress(bundle).unwrap();
        assert!(progress.number <= progress.at_most && progress.at_least <= progress.at_most, "seed {seed}: {progress:?}");
        assert!((progress.at_least..=progress.at_most).contains(&sitting.asked.len()), "seed {seed}: {progress:?} {}", sitting.asked.len());
    }
    let inside = |a: &[ItemId], b: &[ItemId]| a.iter().all(|id| b.contains(id));
    assert!(inside(&sitting.asked, &sitting.pool) && inside(&sitting.pool, &sitting.drawn) && inside(&sitting.counted, &sitting.drawn));
    assert!(sitting.drawn.iter().all(|id| bundle.item(id).is_some()));
    let tally = sitting.tally(bundle);
    assert!(tally.earned <= tally.possible, "seed {seed}: {tally:?}");
    assert!(bundle.items.iter().all(|item| sitting.earned(bundle, item) <= full_mark(&bundle.policy)));
    for dimension in sitting.dimensions(bundle) {
        assert!(
            dimension.answered <= dimension.of && dimension.value().is_none_or(|value| (0..=10_000).contains(&value.ten_thousandths()))
        );
    }
    let calibration = sitting.calibration(bundle);
    assert!((-10_000..=10_000).contains(&calibration.bias) && (0..=10_000).contains(&calibration.brier));
}

#[test]
fn any_actions_in_any_order_fold_alike_in_parts_and_read_back() {
    for seed in 0..6_000 {
        let mut dice = Dice(seed, 0);
        let bundle = dice.bundle();
        let journal: Vec<Entry> = (0..dice.below(24) as usize).map(|n| entry(n, dice.action())).collect();
        let cut = dice.below(24) as usize;
        let mut part = Sitting::fold(&bundle, 7, journal.iter().take(cut));
        for (seq, entry) in journal.iter().enumerate().skip(cut) {
            let before = part.clone();
            part.apply(&bundle, entry);
            for event in events(&bundle, &before, entry, &part, seq as u64) {
                assert!(waypost_core::json::parse(&event.json().to_string().replace('.', "")).is_ok() || event.r#type == "answered");
            }
        }
        assert_eq!(part, Sitting::fold(&bundle, 7, &journal), "seed {seed}");
        is_sound(&bundle, &part, seed);
        let _ = (part.notices(&bundle), part.band(&bundle), part.json());
        let records: Vec<String> = journal.iter().map(Entry::to_json).collect();
        assert_eq!(journal::read(records.iter().map(String::as_str)).entries, journal, "seed {seed}");
    }
}

#[test]
fn what_readers_may_do_is_what_the_fold_takes() {
    for seed in 0..3_000 {
        let mut dice = Dice(seed, 0);
        let bundle = dice.bundle();
        let mut sitting = Sitting::new(&bundle, seed);
        let mut journal = Vec::new();
        for _ in 0..30 {
            let msg = dice.msg(&sitting);
            for action in update(&bundle, &sitting, &msg, dice.below(100)) {
                let entry = entry(journal.len(), action);
                let before = sitting.clone();
                sitting.apply(&bundle, &entry);
                let idle = matches!(entry.action, Action::Goto { .. } | Action::Clock { .. });
                assert!(idle || sitting != before, "seed {seed}: {:?} did nothing", entry.action);
                journal.push(entry);
            }
            is_sound(&bundle, &sitting, seed);
        }
        assert_eq!(sitting, Sitting::fold(&bundle, seed, &journal), "seed {seed}");
        assert!(sitting.archive.is_empty(), "nothing is archived without an edit");
    }
}

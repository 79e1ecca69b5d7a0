//! From JSON to choosers and what readers did in them.

use super::bundle::*;
use super::journal::{Action, Course, Holds, Phase, Screen};
use crate::json::Json;
use crate::read::{Fields, Lack, Read, names, record, variant, variants, widget};

names!(Aspect { "like" => Like, "pro" => Pro, "con" => Con });
names!(Score { "share" => Share, "points" => Points } Share);
names!(Takes { "one" => One, "many" => Many } One);
names!(Report { "nothing" => Nothing, "completed" => Completed, "choice" => Choice, "answers" => Answers } Completed);
names!(Phase { "before" => Before, "after" => After });
names!(Holds { "yes" => Yes, "no" => No, "unknown" => Unknown });
names!(Course { "keep" => Keep, "change" => Change, "stop" => Stop });
record!(Adaptive { poles, dimensions, pairs, facts, rules });
record!(Pole { id, traits });
record!(Trait { id, aspect, sources });
record!(Pair { id, dimension, a, b, hash });
record!(Fact { id, pole });
record!(Rules { min, max, lean, slant });
record!(Weighted { outcomes, questions, tiebreak, min, floor, score });
record!(Outcome { id, next, also });
record!(Question { id, takes, options });
record!(WeightedOption { id, weights });
record!(Points { to, points });
record!(Plan { id, pole, steps });
record!(PlanStep { id, day });
record!(Source { id, title, year } { strength, url });

widget!(Chooser { about, words, engine, plans, sources, report });

variants!(Engine {
    "adaptive" => |json, lack| Self::Adaptive(Read::read(json, lack)),
    "profile" => |json, lack| Self::Profile(Read::read(json, lack)),
    _ => Self::Adaptive(Read::read(&mut Json::Null, &mut Lack::default())),
});

variants!(Screen {
    "start" => |_, _| Self::Start,
    "poles" => |_, _| Self::Poles,
    "matters" => |_, _| Self::Matters,
    "ask" => |json, lack| Self::Ask(Read::read(json, lack)),
    "tiebreak" => |_, _| Self::Tiebreak,
    "reveal" => |_, _| Self::Reveal,
    "after" => |_, _| Self::After,
    "choose" => |_, _| Self::Choose,
    "revisit" => |_, _| Self::Revisit,
    _ => Self::Start,
});

impl Read for Action {
    fn read(json: &mut Json, lack: &mut Lack) -> Self {
        let Some((name, content)) = variant(json, lack) else { return Self::Undo {} };
        let mut of = Fields::of(content, lack);
        match name {
            "start" => Self::Start { seed: of.take("seed"), revision: of.take("revision") },
            "goto" => Self::Goto { screen: of.take("screen") },
            "gut" => Self::Gut { phase: of.take("phase"), lean: of.take("lean"), sure: of.take("sure") },
            "sure" => Self::Sure { phase: of.take("phase"), check: of.take("check"), holds: of.take("holds") },
            "weigh" => Self::Weigh { dimension: of.take("dimension"), rating: of.take("rating") },
            "concern" => {
                Self::Concern { concern: of.take("concern"), label: of.take("label"), rating: of.take("rating"), answer: of.take("answer") }
            }
            "drop" => Self::Drop { concern: of.take("concern") },
            "pair" => Self::Pair { pair: of.take("pair"), answer: of.take("answer"), hash: of.take("hash") },
            "fact" => Self::Fact { fact: of.take("fact"), holds: of.take("holds") },
            "answer" => Self::Answer { question: of.take("question"), options: of.take("options") },
            "tiebreak" => Self::Tiebreak { outcome: of.take("outcome") },
            "reveal" => Self::Reveal {},
            "undo" => Self::Undo {},
            "preview" => Self::Preview { pole: of.take("pole") },
            "choose" => Self::Choose { choice: of.take("choice") },
            "plan" => Self::Plan { plan: of.take("plan"), step: of.take("step"), holds: of.take("holds") },
            "checkin" => Self::Checkin { course: of.take("course"), note: of.take("note") },
            "report" => Self::Report { level: of.take("level") },
            "void" => Self::Void { entry: of.take("entry") },
            _ => {
                lack.note();
                Self::Undo {}
            }
        }
    }
}

//! From JSON to choosers and what readers did in them.

use super::bundle::*;
use super::journal::{Action, Course, Holds, Phase, Screen};
use crate::json::Json;
use crate::read::{Fields, Read, Reading, names, record, variant, widget};

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

widget!(Chooser { about, words, engine, plans, sources, report, hosts });

impl Read for Engine {
    fn read(json: Json) -> Reading<Self> {
        match variant(json)? {
            (name, content) if name == "adaptive" => Ok(Self::Adaptive(Read::read(content)?)),
            (name, content) if name == "profile" => Ok(Self::Profile(Read::read(content)?)),
            _ => Err("engine"),
        }
    }
}

impl Read for Screen {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        Ok(match name.as_str() {
            "start" => Self::Start,
            "poles" => Self::Poles,
            "matters" => Self::Matters,
            "ask" => Self::Ask(Read::read(content)?),
            "tiebreak" => Self::Tiebreak,
            "reveal" => Self::Reveal,
            "after" => Self::After,
            "choose" => Self::Choose,
            "revisit" => Self::Revisit,
            _ => return Err("screen"),
        })
    }
}

impl Read for Action {
    fn read(json: Json) -> Reading<Self> {
        let (name, content) = variant(json)?;
        let mut of = Fields::of(content, "action")?;
        Ok(match name.as_str() {
            "start" => Self::Start { seed: of.take("seed")?, revision: of.take("revision")? },
            "goto" => Self::Goto { screen: of.take("screen")? },
            "gut" => Self::Gut { phase: of.take("phase")?, lean: of.take("lean")?, sure: of.take("sure")? },
            "sure" => Self::Sure { phase: of.take("phase")?, check: of.take("check")?, holds: of.take("holds")? },
            "weigh" => Self::Weigh { dimension: of.take("dimension")?, rating: of.take("rating")? },
            "concern" => Self::Concern {
                concern: of.take("concern")?,
                label: of.take("label")?,
                rating: of.take("rating")?,
                answer: of.take("answer")?,
            },
            "drop" => Self::Drop { concern: of.take("concern")? },
            "pair" => Self::Pair { pair: of.take("pair")?, answer: of.take("answer")?, hash: of.take("hash")? },
            "fact" => Self::Fact { fact: of.take("fact")?, holds: of.take("holds")? },
            "answer" => Self::Answer { question: of.take("question")?, options: of.take("options")? },
            "tiebreak" => Self::Tiebreak { outcome: of.take("outcome")? },
            "reveal" => Self::Reveal {},
            "undo" => Self::Undo {},
            "preview" => Self::Preview { pole: of.take("pole")? },
            "choose" => Self::Choose { choice: of.take("choice")? },
            "plan" => Self::Plan { plan: of.take("plan")?, step: of.take("step")?, holds: of.take("holds")? },
            "checkin" => Self::Checkin { course: of.take("course")?, note: of.take("note")? },
            "report" => Self::Report { level: of.take("level")? },
            "void" => Self::Void { entry: of.take("entry")? },
            _ => return Err("action"),
        })
    }
}

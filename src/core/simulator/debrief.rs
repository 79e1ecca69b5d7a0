//! What a play can teach, worked out step by step in the order of the page: luck, rank, each choice, the gap, how sure it all is.

mod away;
mod choices;
mod luck;
mod rank;
mod split;
mod sure;

pub use away::{Job, News};

use super::{Machine, Plan, Plans, Play, Simulator, Tour, Trip, Values, Version};
use std::rc::Rc;

/// Worlds that go at a time in the player. It changes no result.
pub(super) const LANES: usize = 32;

/// Worlds of the first look at all plans.
pub(super) const COARSE: u32 = 64;

/// Worlds of the second look at all plans.
pub(super) const FINE: u32 = 256;

/// The analysis of a finished play. Call [`Debrief::step`] until it says [`Part::Done`]; what is found by then can be shown.
#[derive(Debug)]
pub struct Debrief {
    /// What is found so far.
    pub found: Found,
    subject: Subject,
    part: Part,
    work: Work,
    tour: Tour<LANES>,
    all: rank::Means,
    done: u64,
    total: u64,
}

/// What the analysis of a play has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Part 1, at once after the first steps.
    pub luck: Option<Luck>,
    /// Part 2: first over 64 worlds, then over 256.
    pub rank: Option<Rank>,
    /// Part 3: one row for every other option of every card, in the order of the file; sharper with every look.
    pub weighed: Vec<Weighed>,
    /// Part 4.
    pub split: Option<Split>,
    /// Part 5.
    pub sure: Option<Sure>,
}

/// What is analyzed.
#[derive(Debug)]
pub(super) struct Subject {
    machine: Rc<Machine>,
    values: Values,
    version: Version,
    own: Plan,
    old: Option<Plan>,
    seed: u32,
}

/// What one part has gathered so far.
#[derive(Debug)]
enum Work {
    Luck(luck::Sample),
    Coarse,
    Best(rank::Means),
    Choices(choices::Looks),
    Split(split::Mixed),
    Sure(sure::Versions),
    Fine,
    Done,
}

/// What is being worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The reader's plan in other worlds.
    Luck,
    /// All plans, coarsely.
    Coarse,
    /// What each choice cost.
    Choices,
    /// Where the gap comes from.
    Split,
    /// Other versions of the model.
    Sure,
    /// All plans, finely.
    Fine,
    /// Nothing more.
    Done,
}

/// Part 1: the reader's plan in other worlds.
#[derive(Clone, Debug, PartialEq)]
pub struct Luck {
    /// The reader's own points.
    pub points: f32,
    /// The plan's mean points over all worlds.
    pub mean: f64,
    /// Points at the quantiles (i - 1/2)/50, from the lowest: one a dot.
    pub dots: Vec<f32>,
    /// Share of worlds above the reader's own points, ties half, 0 to 1.
    pub above: f64,
    /// What that means.
    pub fortune: Fortune,
}

/// Whether a result was lucky.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fortune {
    /// At least 65 of 100 worlds are better.
    Unlucky,
    /// About what the plan earns.
    Usual,
    /// At most 35 of 100 worlds are better.
    Lucky,
}

/// Part 2: the reader's plan among all plans.
#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    /// Worlds that every plan was played in: 64 means "about".
    pub worlds: u32,
    /// How many plans there were.
    pub plans: usize,
    /// Whether these are a sample, because all would be too many.
    pub sampled: bool,
    /// Share of the other plans that the reader's beats, ties half, 0 to 1.
    pub beats: f64,
    /// What that means.
    pub skill: Skill,
    /// The reader's plan's mean.
    pub mean: f64,
    /// The best fixed plan.
    pub best: Plan,
    /// Its mean.
    pub best_mean: f64,
    /// The lowest mean of all plans.
    pub worst_mean: f64,
    /// The best mean still in reach before the first choice, then after each choice.
    pub reach: Vec<f64>,
}

/// How good a plan is, by its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Skill {
    /// It beats 75 of 100 plans or more.
    Strong,
    /// 40 to 74.
    Middling,
    /// Fewer.
    Weak,
}

/// Part 3: another option on one card, all else equal.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// The card's place.
    pub card: usize,
    /// The other option's place.
    pub option: usize,
    /// Points it would have brought with the reader's own luck, beyond what they got.
    pub with_luck: f32,
    /// The same on average over worlds.
    pub mean: f64,
    /// Half the width of the mean's 95 % interval (over all looks).
    pub half: f64,
    /// Worlds it took.
    pub worlds: u32,
    /// What can be said.
    pub clear: Clear,
}

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clear {
    /// The other option is better on average.
    Better,
    /// The other option is worse on average.
    Worse,
    /// No clear difference.
    No,
}

impl Weighed {
    /// Whether the option would have helped this time though it hurts on average, or the other way round.
    pub fn is_two_faced(&self) -> bool {
        match self.clear {
            Clear::Better => self.with_luck < 0.0,
            Clear::Worse => self.with_luck > 0.0,
            Clear::No => false,
        }
    }
}

/// Part 4: the gap to the best fixed plan, split between the choices (Shapley values).
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// Worlds that every mixed plan was played in.
    pub worlds: u32,
    /// The best fixed plan's mean less the reader's, over these worlds.
    pub gap: f64,
    /// One row for every card whose choice differs, in the order of the cards. They add up to the gap.
    pub stakes: Vec<Stake>,
}

/// A choice's part of the gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Stake {
    /// The card's place.
    pub card: usize,
    /// The best plan's option there.
    pub option: usize,
    /// Points of the gap that are this choice's.
    pub share: f64,
    /// Standard error of that.
    pub error: f64,
    /// Points that changing only this choice brings.
    pub alone: f64,
    /// Whether changing it alone misleads: the two differ in sign, both clear of 0.
    pub misleads: bool,
}

/// Part 5: other versions of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Sure {
    /// What the reader's plan is compared with.
    pub against: Against,
    /// How many versions were tried.
    pub versions: u32,
    /// In how many of them the reader's plan does better than that (or no worse, against the best).
    pub better: u32,
    /// What that means.
    pub holds: Holds,
    /// How the mean difference moves with each parameter, the widest first.
    pub tornado: Vec<Arm>,
    /// The mean difference with the author's values.
    pub nominal: f64,
}

/// What a plan is compared with over versions of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The old habits on every card.
    Old,
    /// The best fixed plan: the reader's own is the old habits, or the author named none. Then the difference is the best plan's lead.
    Best,
}

/// Whether a finding survives other versions of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// In at least 90 of 100.
    Firmly,
    /// In 70 to 89.
    Mostly,
    /// In fewer.
    Depends,
}

/// What moving one parameter does.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The parameter's place in `Simulator::params`.
    pub param: usize,
    /// The mean difference with the parameter at its least.
    pub low: f64,
    /// The mean difference with the parameter at its greatest.
    pub high: f64,
}

impl Debrief {
    /// The analysis of a play; nothing where its cards are not all decided.
    pub fn new(machine: Rc<Machine>, simulator: &Simulator, play: &Play) -> Option<Self> {
        Some(Self::of(machine, simulator, Job::new(simulator, play)?))
    }

    fn of(machine: Rc<Machine>, simulator: &Simulator, job: Job) -> Self {
        let Job { seed, choices: own, values, .. } = job;
        let version = Version::new(&machine, &values);
        let tour = Tour::new(&machine);
        let subject = Subject { values, version, own, old: simulator.old_plan(), seed, machine };
        let all = rank::all(&subject);
        let nodes = all.plans.nodes();
        let turns = subject.machine.turns() as u64;
        let total = nodes * u64::from(FINE) / LANES as u64 + turns * 1_500;
        let work = Work::Luck(luck::Sample::new(&subject));
        Self { found: Found::default(), subject, part: Part::Luck, work, tour, all, done: 0, total }
    }

    /// Works for about `budget` turns of 32 worlds, and says what comes next. A turn of 32 worlds takes some 3 to 10 microseconds on a
    /// desktop, four times that on a phone.
    pub fn step(&mut self, budget: u32) -> Part {
        let mut left = budget;
        while left > 0 && self.part != Part::Done {
            let before = left;
            if self.work_on(&mut left) {
                self.next();
            }
            self.done += u64::from(before - left);
            left = if before == left { left - 1 } else { left };
        }
        self.part
    }

    /// How much is done, in thousandths.
    pub fn permille(&self) -> u32 {
        match self.part {
            Part::Done => 1000,
            _ => u32::try_from(self.done * 1000 / self.total.max(1)).unwrap_or(999).min(999),
        }
    }

    /// What comes next, and how much is done in thousandths: of two analyses of one play the greater is ahead.
    pub fn far(&self) -> (Part, u32) {
        (self.part, self.permille())
    }

    /// Works on the present part; says whether it is finished.
    fn work_on(&mut self, budget: &mut u32) -> bool {
        let (subject, tour) = (&self.subject, &mut self.tour);
        match &mut self.work {
            Work::Luck(sample) => sample.step(subject, tour, budget),
            Work::Coarse => self.all.step(subject, tour, COARSE, budget),
            Work::Best(means) => means.step(subject, tour, rank::SHORTLIST_WORLDS, budget),
            Work::Choices(looks) => looks.step(subject, tour, budget),
            Work::Split(mixed) => mixed.step(subject, tour, budget),
            Work::Sure(versions) => versions.step(subject, tour, budget),
            Work::Fine => self.all.step(subject, tour, FINE, budget),
            Work::Done => true,
        }
    }

    /// Keeps what a part came to and turns to the next one.
    fn next(&mut self) {
        let subject = &self.subject;
        self.tour.restart(0);
        (self.part, self.work) = match std::mem::replace(&mut self.work, Work::Done) {
            Work::Luck(sample) => {
                self.found.luck = Some(sample.finish());
                (Part::Coarse, Work::Coarse)
            }
            Work::Coarse => (Part::Coarse, Work::Best(self.all.shortlist(subject))),
            Work::Best(means) => {
                let rank = self.all.rank(subject, means.best());
                let looks = choices::Looks::new(subject, &rank);
                self.found.rank = Some(rank);
                (Part::Choices, Work::Choices(looks))
            }
            Work::Choices(mut looks) => {
                self.found.weighed = looks.weighed();
                match (looks.is_clear() || !looks.look_again(), self.best()) {
                    (true, Some(best)) => (Part::Split, Work::Split(split::Mixed::new(subject, &best))),
                    _ => {
                        self.tour.restart(looks.first());
                        (Part::Choices, Work::Choices(looks))
                    }
                }
            }
            Work::Split(mixed) => {
                self.found.split = Some(mixed.finish());
                let best = self.best().unwrap_or_default();
                (Part::Sure, Work::Sure(sure::Versions::new(subject, best)))
            }
            Work::Sure(versions) => {
                self.found.sure = Some(versions.finish());
                self.tour.restart(COARSE);
                (Part::Fine, Work::Fine)
            }
            Work::Fine | Work::Done => {
                self.found.rank = self.best().map(|best| self.all.rank(subject, best));
                (Part::Done, Work::Done)
            }
        };
    }

    fn best(&self) -> Option<Plan> {
        self.found.rank.as_ref().map(|rank| rank.best.clone())
    }
}

impl Subject {
    /// Plays plans over worlds 0 to `worlds` of the analysis.
    fn play(
        &self,
        tour: &mut Tour<LANES>,
        version: &Version,
        plans: &Plans,
        worlds: u32,
        budget: &mut u32,
        points: &mut dyn FnMut(usize, u32, &[f32]),
    ) -> bool {
        let trip = Trip { version, plans, seed: self.machine.seed, worlds };
        tour.step(&self.machine, &trip, budget, points)
    }

    /// The points of a plan with the reader's own luck.
    fn with_luck(&self, plan: &[usize]) -> f32 {
        super::history(&self.machine, &self.values, self.seed, 0, plan).points
    }
}

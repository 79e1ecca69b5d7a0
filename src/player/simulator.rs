//! The simulator at work: decisions become journal entries, the model is replayed, and the debrief is worked out in slices so short
//! that the page never waits. Where the page allows a worker, it works the same debrief out too, and goes on alone once it is ahead.

use super::{Desk, Notice, Play as Kind, pointed};
use crate::ui::simulator::{Findings, Link, Simulation, Step, Wish, Work, spoken_outcome};
use crate::ui::{Arrival, Surface};
use std::rc::Rc;
use waypost_core::event::Event;
use waypost_core::id::ItemId;
use waypost_core::journal::Entry;
use waypost_core::simulator::{
    Action, Debrief, History, Job, Machine, Msg, News, Numbers, Part, Phase, Play, Shared, Simulator, Unreadable, Values, events, history,
    update,
};
use yew::prelude::*;

/// Milliseconds that a slice of the analysis may take.
const SLICE: u64 = 8;
/// Steps between two looks at the clock.
const STEPS: u32 = 16;
/// Milliseconds between two views of how far the analysis is: a view costs more than a slice.
const BETWEEN: u64 = 250;

/// A simulator's bundle with its verified model, from every start that it has.
pub struct Model {
    bundle: Rc<Simulator>,
    machine: Rc<Machine>,
    starts: Vec<(ItemId, Rc<Simulator>, Rc<Machine>)>,
}

impl Model {
    /// The simulation from a start; from the usual one where there is none of that name.
    fn of(&self, from: Option<&ItemId>) -> (&Rc<Simulator>, &Rc<Machine>) {
        match self.starts.iter().find(|(id, ..)| Some(id) == from) {
            Some((_, bundle, machine)) => (bundle, machine),
            None => (&self.bundle, &self.machine),
        }
    }
}

impl std::ops::Deref for Model {
    type Target = waypost_core::bundle::Head;

    fn deref(&self) -> &Self::Target {
        &self.bundle
    }
}

/// A play with what the model made of it.
pub struct Played {
    play: Rc<Play>,
    history: Rc<History>,
}

/// What only the page knows of a simulator.
pub struct SimulatorPlay {
    /// The outcome that is looked at, if any.
    looking_at: Option<usize>,
    /// Somebody else's play, as long as it is shown.
    shared: Option<Played>,
    link: Link,
    /// The luck of the next play that begins, where a link brought one.
    world: Option<u32>,
    /// The start that a link brought.
    from: Option<ItemId>,
    /// The gauge that a link led to.
    gauge: Option<ItemId>,
    findings: Findings,
    /// The analysis in the page.
    debrief: Option<Debrief>,
    /// Whether the worker is ahead of it: then the page's own waits.
    away: bool,
    /// What was being worked out and how much was done, in thousandths, when the page last showed it.
    shown: (Part, u32),
    /// And when that was.
    at: u64,
}

impl Kind for SimulatorPlay {
    type Bundle = Model;
    type Action = Action;
    type Sitting = Played;
    type Msg = Wish;

    fn read(bundle: &str) -> Result<Model, String> {
        let bundle = Simulator::from_json(bundle)?;
        let machine = Machine::new(&bundle).map_err(|refused| refused.0.to_owned())?;
        let mut starts = Vec::new();
        for start in &bundle.starts {
            if let Some(elsewhere) = bundle.starting(&start.id) {
                let machine = Machine::new(&elsewhere).map_err(|refused| refused.0.to_owned())?;
                starts.push((start.id.clone(), Rc::new(elsewhere), Rc::new(machine)));
            }
        }
        Ok(Model { bundle: Rc::new(bundle), machine: Rc::new(machine), starts })
    }

    fn fold(model: &Model, _seed: u32, entries: &[Entry<Action>]) -> Played {
        let play = Play::fold(&model.bundle, entries.iter().map(|entry| (entry.id.as_str(), &entry.action)));
        played(model, play)
    }

    fn apply(model: &Model, before: &Played, entry: &Entry<Action>) -> Played {
        let mut play = (*before.play).clone();
        play.apply(&model.bundle, &entry.id, &entry.action);
        match play.choices == before.play.choices && play.seed == before.play.seed && play.from == before.play.from {
            true => Played { play: Rc::new(play), history: before.history.clone() },
            false => played(model, play),
        }
    }

    fn events(model: &Model, before: &Played, entry: &Entry<Action>, after: &Played, seq: u64) -> Vec<Event> {
        events(&model.bundle, &before.play, entry, &after.play, &after.history, seq)
    }

    fn notice(model: &Model, before: &Played, action: &Action, after: &Played) -> Notice {
        let (focus, words) = match action {
            Action::Commit { .. } => {
                let turn = after.play.choices.len().saturating_sub(1);
                (Some(".wp-outcome"), spoken_outcome(model.of(after.play.from.as_ref()).0, &after.history, turn))
            }
            Action::Undo {} | Action::Retry { .. } => (Some(".wp-stem"), String::new()),
            Action::Start { .. } if !before.play.id.is_empty() => (Some(".wp-stem"), String::new()),
            Action::Finish {} => (Some(".wp-score"), String::new()),
            _ => (None, String::new()),
        };
        Notice { focus, words, settles: !matches!(action, Action::Draft { .. }) }
    }

    fn has_moved_on(sitting: &Played) -> bool {
        !sitting.play.choices.is_empty()
    }

    fn begin(desk: &mut Desk<Self>) -> Self {
        let bundle = &desk.bundle.bundle;
        let turn = desk.sitting.play.choices.len().checked_sub(1).filter(|_| !desk.sitting.play.finished);
        let mut own = Self {
            looking_at: turn,
            shared: None,
            link: Link::None,
            world: None,
            from: None,
            gauge: None,
            findings: Findings::default(),
            debrief: None,
            away: false,
            shown: (Part::Luck, 0),
            at: 0,
        };
        let fragment = desk.host.fragment();
        own.from = start_of(&desk.bundle, &fragment);
        own.gauge = pointed(&fragment);
        match arrived(bundle, &fragment) {
            Some(Ok(shared)) if shared.choices.len() == bundle.turns() => {
                own.shared = Some(of_somebody(&desk.bundle, &shared, own.from.clone()))
            }
            Some(Ok(shared)) => (own.link, own.world) = (Link::World, Some(shared.seed)),
            Some(Err(Unreadable::OtherVersion)) => own.link = Link::OtherVersion,
            Some(Err(Unreadable::Damaged)) | None => {}
        }
        own.work_out(desk);
        own
    }

    fn act(&mut self, desk: &mut Desk<Self>, wish: Wish) -> bool {
        let seed = desk.sitting.play.seed;
        match wish {
            Wish::Pick(option) => self.write(desk, Msg::Pick(option)),
            Wish::Decide => self.decide(desk),
            Wish::Next => self.next(desk),
            Wish::Back => {
                self.looking_at = desk.sitting.play.choices.len().checked_sub(1);
                desk.focus(".wp-outcome");
                true
            }
            Wish::Undo => {
                self.looking_at = None;
                self.write(desk, Msg::Undo)
            }
            Wish::SameLuck => self.again(desk, seed),
            Wish::NewLuck => {
                let seed = desk.host.seed();
                self.again(desk, seed)
            }
            Wish::Assume(param, permille) => self.assume(desk, Msg::Assume { param, permille }),
            Wish::AuthorsNumbers => self.assume(desk, Msg::AuthorsNumbers),
            Wish::Stop => {
                self.findings.work = Work::Stopped;
                self.findings.number += 1;
                desk.host.assign(&[]);
                true
            }
            Wish::GoOn => {
                self.findings.work = Work::At(self.shown.1);
                self.findings.number += 1;
                self.work(desk);
                true
            }
            Wish::CopyPlay => copy(desk, "#r=", self.to_share(desk)),
            Wish::CopyWorld => {
                let world = Shared { choices: Vec::new(), ..self.to_share(desk) };
                copy(desk, "#w=", world)
            }
            Wish::Print => {
                desk.host.print();
                false
            }
            Wish::SeeLedger => {
                desk.host.focus("[data-part=ledger] > h3");
                false
            }
            Wish::TakeIt => {
                self.shared = None;
                desk.arrival = Arrival::Fresh;
                self.work_out(desk);
                desk.focus(".wp-stem, .wp-score");
                true
            }
        }
    }

    /// Works on the analysis until the slice is over, and asks for the next one.
    fn slice(&mut self, desk: &mut Desk<Self>) -> bool {
        let (Some(debrief), Work::At(_), false) = (&mut self.debrief, self.findings.work, self.away) else { return false };
        let begun = desk.host.clock();
        while debrief.step(STEPS) != Part::Done && desk.host.clock().saturating_sub(begun) < SLICE {}
        let (part, permille) = debrief.far();
        if part != Part::Done {
            desk.host.later();
        }
        let is_news = self.is_news(desk, part, permille);
        if let (true, Some(debrief)) = (is_news, &self.debrief) {
            self.findings.now = Rc::new(debrief.found.clone());
        }
        is_news
    }

    /// Takes over what the worker found, where that is more than the page knows. Without news the worker has failed.
    fn heard(&mut self, desk: &mut Desk<Self>, news: &[f64]) -> bool {
        let Some(News { part, permille, found }) = News::of(news) else {
            if std::mem::take(&mut self.away) {
                desk.host.later();
            }
            return false;
        };
        self.away |= self.debrief.as_ref().is_some_and(|debrief| (part, permille) > debrief.far());
        let is_news = self.away && self.is_news(desk, part, permille);
        if is_news {
            self.findings.now = Rc::new(found);
        }
        is_news
    }

    fn view(&self, desk: &Desk<Self>, on: Callback<Wish>) -> Html {
        let Played { play, history } = self.played(desk);
        // Before the first decision a link still says where it begins.
        let from = self.from.as_ref().filter(|_| play.choices.is_empty()).or(play.from.as_ref());
        html! {
            <Simulation
                bundle={desk.bundle.of(from).0.clone()}
                start={from.cloned()}
                gauge={self.gauge.clone()}
                play={play.clone()}
                history={history.clone()}
                step={self.step(desk)}
                findings={self.findings.clone()}
                surface={Surface::Live}
                arrival={if self.shared.is_some() { Arrival::Shared } else { desk.arrival }}
                link={self.link}
                saved={desk.saved}
                prefix={desk.prefix.clone()}
                announcement={desk.announcement.clone()}
                {on}
            />
        }
    }
}

impl SimulatorPlay {
    /// The play that is shown.
    fn played<'a>(&'a self, desk: &'a Desk<Self>) -> &'a Played {
        self.shared.as_ref().unwrap_or(&desk.sitting)
    }

    fn to_share(&self, desk: &Desk<Self>) -> Shared {
        let play = &self.played(desk).play;
        Shared { seed: play.seed, choices: play.choices.clone() }
    }

    fn step(&self, desk: &Desk<Self>) -> Step {
        let play = &self.played(desk).play;
        match (self.looking_at, play.phase(&desk.bundle.bundle)) {
            (_, Phase::Debrief) => Step::Debrief,
            (Some(turn), _) if self.shared.is_none() => Step::Outcome(turn),
            (_, Phase::Intro) => Step::Card(0),
            (_, Phase::Card(turn)) => Step::Card(turn),
            (_, Phase::End) => Step::End,
        }
    }

    fn write(&mut self, desk: &mut Desk<Self>, msg: Msg) -> bool {
        if self.shared.is_some() {
            return false;
        }
        let seed = self.world.unwrap_or_else(|| desk.host.seed());
        let actions = update(&desk.bundle.bundle, &desk.sitting.play, &msg, seed, self.from.as_ref());
        desk.write(actions)
    }

    fn decide(&mut self, desk: &mut Desk<Self>) -> bool {
        let decided = self.write(desk, Msg::Decide);
        match decided {
            true => self.looking_at = desk.sitting.play.choices.len().checked_sub(1),
            false => desk.announce(desk.bundle.bundle.words.choose_first.to_owned()),
        }
        true
    }

    fn next(&mut self, desk: &mut Desk<Self>) -> bool {
        if self.looking_at.take().is_some() {
            desk.arrival = Arrival::Fresh;
            desk.focus(".wp-stem, .wp-score");
            return true;
        }
        let finished = self.write(desk, Msg::Finish);
        self.work_out(desk);
        finished
    }

    fn again(&mut self, desk: &mut Desk<Self>, seed: u32) -> bool {
        self.looking_at = None;
        let again = self.write(desk, Msg::Again { seed });
        self.work_out(desk);
        again
    }

    /// Moves an assumption and works the debrief out anew; what stands there stays until the new part is there.
    fn assume(&mut self, desk: &mut Desk<Self>, msg: Msg) -> bool {
        let moved = self.write(desk, msg);
        if moved {
            if self.findings.now.luck.is_some() {
                self.findings.before = self.findings.now.clone();
            }
            self.work_out(desk);
        }
        moved
    }

    /// Begins the analysis of what is shown, where it is finished.
    fn work_out(&mut self, desk: &Desk<Self>) {
        let play = self.played(desk).play.clone();
        let (bundle, machine) = desk.bundle.of(play.from.as_ref());
        self.debrief = play.finished.then(|| Debrief::new(machine.clone(), bundle, &play)).flatten();
        self.shown = (Part::Luck, 0);
        self.findings.number += 1;
        self.findings.now = Rc::default();
        if self.debrief.is_some() {
            self.findings.work = Work::At(0);
            self.work(desk);
        } else {
            desk.host.assign(&[]);
            (self.findings.work, self.findings.before) = (Work::Done, Rc::default());
        }
    }

    /// Has the analysis go on: here, and in a worker, which begins anew but is quicker. Whoever is ahead is listened to.
    fn work(&mut self, desk: &Desk<Self>) {
        let play = &self.played(desk).play;
        let job = Job::new(desk.bundle.of(play.from.as_ref()).0, play).map(|job| job.numbers());
        self.away = false;
        desk.host.later();
        desk.host.assign(&job.unwrap_or_default());
    }

    /// Notes how far the analysis is, where it is time to show that.
    fn is_news(&mut self, desk: &Desk<Self>, part: Part, permille: u32) -> bool {
        let clock = desk.host.clock();
        let (before, done) = self.shown;
        let is_news = part > before || (part == before && permille / 10 > done / 10 && clock.saturating_sub(self.at) >= BETWEEN);
        if !is_news || !matches!(self.findings.work, Work::At(_)) {
            return false;
        }
        (self.shown, self.at) = ((part, permille), clock);
        self.findings.number += 1;
        self.findings.work = Work::At(permille);
        if part == Part::Done {
            self.findings.work = Work::Done;
            desk.host.assign(&[]);
        }
        true
    }
}

fn played(model: &Model, play: Play) -> Played {
    let (bundle, machine) = model.of(play.from.as_ref());
    let values = Values::nominal(bundle);
    let history = history(machine, &values, play.seed, 0, &play.choices);
    Played { history: Rc::new(history), play: Rc::new(play) }
}

/// A play that a link brought, finished and not the reader's.
fn of_somebody(model: &Model, shared: &Shared, from: Option<ItemId>) -> Played {
    let play = Play {
        id: "shared".to_owned(),
        revision: model.revision.clone(),
        seed: shared.seed,
        from,
        choices: shared.choices.clone(),
        finished: true,
        ..Play::default()
    };
    played(model, play)
}

/// What the fragment of the page's address brings.
fn arrived(bundle: &Simulator, fragment: &str) -> Option<Result<Shared, Unreadable>> {
    let text = fragment.strip_prefix("#r=").or_else(|| fragment.strip_prefix("#w="))?;
    Some(Shared::read(bundle, text.split('&').next().unwrap_or_default()))
}

/// The start that a fragment names, `#from=ID` alone or `&from=ID` behind a play.
fn start_of(model: &Model, fragment: &str) -> Option<ItemId> {
    let (_, name) = fragment.split_once("from=").filter(|(before, _)| before.ends_with(['#', '&']))?;
    model.starts.iter().find(|(id, ..)| id.as_str() == name).map(|(id, ..)| id.clone())
}

fn copy(desk: &mut Desk<SimulatorPlay>, mark: &str, shared: Shared) -> bool {
    let from = desk.sitting.play.from.as_ref().map(|from| format!("&from={from}")).unwrap_or_default();
    let link = format!("{}{mark}{}{from}", desk.host.address(), shared.write(&desk.bundle.bundle));
    desk.host.copy(&link);
    desk.announce(desk.bundle.bundle.words.copied.to_owned());
    true
}

//! The quiz at work.

mod keep;
mod review;

pub use review::ReviewPlay;

use super::{Desk, Host, Notice, Play, pointed};
use crate::ui::quiz::{Keep, QuizProps, quiz, spoken_feedback, spoken_move, time_left};
use crate::ui::{Arrival, Surface};
use std::rc::Rc;
use waypost_core::bundle::{Bundle, Confidence, Feedback, Item, key};
use waypost_core::event::{Data, Event, events};
use waypost_core::id::ItemId;
use waypost_core::journal::{Action, Entry};
use waypost_core::quiz::{Msg, Phase, Sitting, Step, link, update};
use waypost_core::typed::entry::prepare;
use yew::prelude::*;

/// What only the page knows of a quiz.
pub struct QuizPlay {
    /// Milliseconds since the journal's latest entry, where there is a clock.
    since: u64,
    /// Somebody else's result, as long as it is shown.
    shared: Option<Rc<Sitting>>,
}

/// A kind of widget that is played like a quiz.
trait Quizlike: Play<Bundle = Bundle, Action = Action, Sitting = Sitting, Msg = Wish> {}

impl Quizlike for QuizPlay {}

/// What the reader wants.
pub enum Wish {
    /// Of the quiz.
    Quiz(Msg),
    /// To take something along.
    Keep(Keep),
}

impl Play for QuizPlay {
    type Bundle = Bundle;
    type Action = Action;
    type Sitting = Sitting;
    type Msg = Wish;

    fn read(bundle: &str) -> Result<Bundle, String> {
        Bundle::from_json(bundle)
    }

    fn fold(bundle: &Bundle, seed: u32, entries: &[Entry]) -> Sitting {
        Sitting::fold(bundle, seed, entries)
    }

    fn apply(bundle: &Bundle, before: &Sitting, entry: &Entry) -> Sitting {
        let mut after = before.clone();
        after.apply(bundle, entry);
        after
    }

    fn events(bundle: &Bundle, before: &Sitting, entry: &Entry, after: &Sitting, seq: u64) -> Vec<Event> {
        events(bundle, before, entry, after, seq)
    }

    fn notice(bundle: &Bundle, before: &Sitting, action: &Action, after: &Sitting) -> Notice {
        let (focus, words) = match action {
            Action::Commit { item, .. } => (Some(".wp-feedback"), spoken_feedback(bundle, after, item)),
            Action::Giveup { item } => (Some(".wp-feedback"), bundle.plain(&key::explanation(item))),
            Action::Hint { number, .. } => (None, bundle.words.hint_shown(*number)),
            Action::Goto { .. } | Action::Retry { .. } | Action::Start { .. } => (Some(".wp-stem"), String::new()),
            Action::Finish { .. } => (Some(".wp-score"), String::new()),
            _ => (None, String::new()),
        };
        // The first action ever comes with a start; the reader is already where they want to be.
        let begins = matches!(action, Action::Start { .. }) && before.id.is_empty();
        Notice { focus: focus.filter(|_| !begins), words, settles: !matches!(action, Action::Draft { .. }) }
    }

    fn has_moved_on(sitting: &Sitting) -> bool {
        sitting.position() != Some(0)
    }

    fn ticks(bundle: &Bundle) -> bool {
        bundle.policy.time.is_some()
    }

    fn begin(desk: &mut Desk<Self>) -> Self {
        let fragment = desk.host.fragment();
        let shared = link::decode(&desk.bundle, &fragment).map(|shared| Rc::new(shared.sitting));
        if let Some(item) = pointed(&fragment).and_then(|section| first_of(&desk.bundle, &desk.sitting, &section)) {
            answer(desk, Msg::GoTo(item));
        }
        Self { since: 0, shared }
    }

    fn act(&mut self, desk: &mut Desk<Self>, wish: Wish) -> bool {
        match wish {
            Wish::Quiz(_) if self.shared.is_some() => false,
            Wish::Quiz(msg) => {
                let changed = answer(desk, msg);
                if changed {
                    self.since = 0;
                }
                changed
            }
            Wish::Keep(Keep::TakeIt) => {
                self.shared = None;
                desk.focus(".wp-stem, .wp-score");
                true
            }
            Wish::Keep(keep) => {
                let days = desk.sitting.due(&desk.bundle, today(&*desk.host));
                take_along(desk, keep, &days)
            }
        }
    }

    /// Moves the clock on, and says so at half of the time and 20 seconds before its end.
    fn tick(&mut self, desk: &mut Desk<Self>) -> bool {
        let (bundle, sitting) = (&desk.bundle, &desk.sitting);
        let before = time_left(bundle, sitting, self.since);
        if sitting.id.is_empty() || before.is_none() {
            return false;
        }
        let (now, clock) = (desk.host.clock(), &sitting.clock);
        self.since = if now >= clock.seen { now - clock.seen } else { now };
        let after = time_left(bundle, sitting, self.since);
        let half = sitting.limit(bundle).map_or(0, |(seconds, _)| seconds / 2);
        let passes = |mark: i64| before > Some(mark) && after <= Some(mark);
        let closes = bundle.policy.feedback == Feedback::Exam && passes(0);
        let words = match (closes, passes(20), passes(half)) {
            (true, ..) => bundle.words.time_closed,
            (_, true, _) => bundle.words.time_short,
            (_, _, true) => bundle.words.half_time,
            _ => "",
        };
        if closes && answer(desk, Msg::TimeOver) {
            self.since = 0;
        }
        desk.announce(words.to_owned());
        true
    }

    fn view(&self, desk: &Desk<Self>, on: Callback<Wish>) -> Html {
        let arrival = if self.shared.is_some() { Arrival::Shared } else { desk.arrival };
        view(desk, self.shared.as_ref().unwrap_or(&desk.sitting), arrival, self.since, &on)
    }
}

/// The day, counted from 1970-01-01.
fn today(host: &dyn Host) -> i64 {
    host.now() / 86_400_000
}

/// What the reader sees of this sitting.
fn view<K: Quizlike>(desk: &Desk<K>, sitting: &Rc<Sitting>, arrival: Arrival, since: u64, on: &Callback<Wish>) -> Html {
    quiz(&QuizProps {
        bundle: desk.bundle.clone(),
        sitting: sitting.clone(),
        surface: Surface::Live,
        arrival,
        saved: desk.saved,
        prefix: desk.prefix.clone(),
        announcement: desk.announcement.clone(),
        on: on.reform(Wish::Quiz),
        keep: on.reform(Wish::Keep),
        since,
    })
}

/// Hands the reader what they want to keep; `days` are those to practice again.
fn take_along<K: Quizlike>(desk: &mut Desk<K>, keep: Keep, days: &[i64]) -> bool {
    let said = keep::keep(&*desk.host, &desk.bundle, &desk.sitting, keep, days);
    desk.announce(said.to_owned());
    desk.tell(&desk.sitting.id, Data::Shared { how: keep::how(keep) });
    true
}

/// The section's first question that is still open; nothing where the reader is in the section already.
fn first_of(bundle: &Bundle, sitting: &Sitting, section: &ItemId) -> Option<ItemId> {
    let asked = sitting.asked.iter().filter_map(|id| bundle.item(id));
    let items: Vec<&Item> = asked.filter(|item| item.section.as_ref() == Some(section)).collect();
    let here = items.iter().any(|item| sitting.step == Step::Item(item.id.clone()));
    let open = items.iter().find(|item| sitting.phase(bundle, item) != Phase::Closed);
    open.filter(|_| !here).map(|item| item.id.clone())
}

fn answer<K: Quizlike>(desk: &mut Desk<K>, msg: Msg) -> bool {
    let msg = &ready(&desk.bundle, &*desk.host, msg);
    let written = desk.write(update(&desk.bundle, &desk.sitting, msg, desk.host.seed()));
    match msg {
        Msg::Move(item, thing, to) if written => desk.announce(spoken_move(&desk.bundle, item, thing, *to)),
        Msg::Check(item) if !written => {
            desk.announce(missing(&desk.bundle, &desk.sitting, item).to_owned());
            return true;
        }
        _ => {}
    }
    written
}

/// Typed text gets the form it is compared in where it enters, so that everything after needs no tables of letters.
fn ready(bundle: &Bundle, host: &dyn Host, msg: Msg) -> Msg {
    match msg {
        Msg::Answer(id, response) => {
            let normalize = |raw: &str, compare| host.normalize(raw, compare);
            let response = match bundle.item(&id) {
                Some(item) => prepare(&item.interaction, response, &bundle.lang, &normalize),
                None => response,
            };
            Msg::Answer(id, response)
        }
        msg => msg,
    }
}

/// What an answer that was not taken lacks.
fn missing(bundle: &Bundle, sitting: &Sitting, item: &ItemId) -> &'static str {
    match sitting.response(item) {
        Some(response) if !response.is_empty() && bundle.policy.confidence == Confidence::Marks => bundle.words.certainty_first,
        Some(response) if !response.is_empty() => bundle.words.not_a_number,
        _ => bundle.words.choose_first,
    }
}

//! The running player: message in, journal entries out, state folded, effects handed to the host.

use super::Host;
use crate::ui::quiz::{Arrival, Keep, QuizProps, Saved, Surface, quiz, time_left};
use std::rc::Rc;
use waypost_core::bundle::{Bundle, Confidence, key};
use waypost_core::event::{Event, events};
use waypost_core::id::ItemId;
use waypost_core::journal::{Action, Entry, Via};
use waypost_core::quiz::{Msg, Sitting, link, update};
use waypost_core::typed::entry::prepare;
use waypost_core::write::Write;
use yew::prelude::*;

/// What a player starts from.
#[derive(Properties)]
pub struct PlayerProps {
    /// The widget.
    pub bundle: Rc<Bundle>,
    /// The reader's journal so far.
    pub entries: Rc<[Entry]>,
    /// How many entries at its end were made on this page before the player was there: the page has not heard of them yet.
    pub untold: usize,
    /// Makes DOM ids unique on the page.
    pub prefix: AttrValue,
    /// The page.
    pub host: Rc<dyn Host>,
}

impl PartialEq for PlayerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle) && Rc::ptr_eq(&self.host, &other.host)
    }
}

/// What a player is told.
pub enum Told {
    /// By the reader.
    Reader(Msg),
    /// By the host: how safe the answers are.
    Saved(Saved),
    /// By the reader, about what they take along.
    Keep(Keep),
    /// By the page, each second where there is a time limit.
    Tick,
}

/// A widget in a reader's page.
pub struct Player {
    sitting: Rc<Sitting>,
    /// How many entries the journal has.
    length: u64,
    /// Milliseconds on the clock.
    spent: u64,
    /// Somebody else's result, as long as it is shown.
    shared: Option<Rc<Sitting>>,
    arrival: Arrival,
    saved: Saved,
    announcement: (u32, AttrValue),
    /// Where the focus goes once the view has changed.
    focus: Option<&'static str>,
}

impl Component for Player {
    type Message = Told;
    type Properties = PlayerProps;

    fn create(ctx: &Context<Self>) -> Self {
        let PlayerProps { bundle, entries, untold, host, .. } = ctx.props();
        let (known, early) = entries.split_at(entries.len().saturating_sub(*untold));
        let mut sitting = Sitting::fold(bundle, host.seed(), known);
        for (seq, entry) in (known.len() as u64..).zip(early) {
            let before = sitting.clone();
            sitting.apply(bundle, entry);
            emit(host, events(bundle, &before, entry, &sitting, seq));
        }
        let moved_on = sitting.position() != Some(0) || entries.iter().any(|entry| entry.via == Via::Player);
        Self {
            spent: sitting.clock.spent,
            shared: link::decode(bundle, &host.shared()).map(|shared| Rc::new(shared.sitting)),
            sitting: Rc::new(sitting),
            length: entries.len() as u64,
            arrival: if moved_on { Arrival::Returned } else { Arrival::Fresh },
            saved: if entries.is_empty() { Saved::Nothing } else { Saved::Device },
            announcement: (0, AttrValue::default()),
            focus: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, told: Told) -> bool {
        match told {
            Told::Saved(saved) => std::mem::replace(&mut self.saved, saved) != saved,
            Told::Reader(msg) => self.shared.is_none() && self.act(ctx.props(), msg),
            Told::Keep(Keep::TakeIt) => {
                self.shared = None;
                self.focus = Some(".wp-stem, .wp-score");
                true
            }
            Told::Tick => self.tick(ctx.props()),
            Told::Keep(keep) => {
                let said = super::keep::keep(&*ctx.props().host, &ctx.props().bundle, &self.sitting, keep);
                self.announce(said.to_owned());
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        quiz(&QuizProps {
            bundle: ctx.props().bundle.clone(),
            sitting: self.shared.as_ref().unwrap_or(&self.sitting).clone(),
            surface: Surface::Live,
            arrival: if self.shared.is_some() { Arrival::Shared } else { self.arrival },
            saved: self.saved,
            prefix: ctx.props().prefix.clone(),
            announcement: self.announcement.clone(),
            on: ctx.link().callback(Told::Reader),
            keep: ctx.link().callback(Told::Keep),
            spent: self.spent,
        })
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render {
            ctx.props().host.shown();
        }
        if let Some(selector) = self.focus.take() {
            ctx.props().host.focus(selector);
        }
    }
}

impl Player {
    /// Folds the entries of a message in before any of them is written down: one that panics here never enters the journal.
    fn act(&mut self, props: &PlayerProps, msg: Msg) -> bool {
        let PlayerProps { bundle, host, .. } = props;
        let msg = &ready(bundle, host, msg);
        let mut records = Vec::new();
        let mut told = Vec::new();
        for action in update(bundle, &self.sitting, msg, host.seed()) {
            let entry = Entry { id: host.uuid(), at: host.now(), ms: host.clock(), via: Via::Player, action };
            let mut after = (*self.sitting).clone();
            after.apply(bundle, &entry);
            told.extend(events(bundle, &self.sitting, &entry, &after, self.length));
            self.length += 1;
            self.notice(bundle, &entry.action, &after);
            self.sitting = Rc::new(after);
            records.push(entry.to_json());
        }
        for record in &records {
            host.save(record);
        }
        emit(host, told);
        if let (false, Msg::Move(item, thing, to)) = (records.is_empty(), msg) {
            self.announce(crate::ui::quiz::spoken_move(bundle, item, thing, *to));
        }
        if let (true, Msg::Check(item)) = (records.is_empty(), msg) {
            self.announce(missing(bundle, &self.sitting, item).to_owned());
            return true;
        }
        !records.is_empty()
    }

    /// Moves the clock on, and says so at half of the time and 20 seconds before its end.
    fn tick(&mut self, PlayerProps { bundle, host, .. }: &PlayerProps) -> bool {
        let clock = &self.sitting.clock;
        let before = time_left(bundle, &self.sitting, self.spent);
        if self.sitting.id.is_empty() || before.is_none() {
            return false;
        }
        let now = host.clock();
        self.spent = clock.spent + if now >= clock.seen { now - clock.seen } else { now };
        let after = time_left(bundle, &self.sitting, self.spent);
        let half = bundle.policy.time.as_ref().map_or(0, |time| i64::from(time.seconds) / 2);
        let passes = |mark: i64| before > Some(mark) && after <= Some(mark);
        if passes(20) {
            self.announce(bundle.words.time_short.to_owned());
        } else if passes(half) {
            self.announce(bundle.words.half_time.to_owned());
        }
        true
    }

    fn announce(&mut self, words: String) {
        if !words.is_empty() {
            self.announcement = (self.announcement.0 + 1, words.into());
        }
    }

    /// Where the focus goes after an action, and what is announced, once.
    fn notice(&mut self, bundle: &Bundle, action: &Action, after: &Sitting) {
        let (focus, words) = match action {
            Action::Commit { item, .. } => (Some(".wp-feedback"), crate::ui::quiz::spoken_feedback(bundle, after, item)),
            Action::Giveup { item } => (Some(".wp-feedback"), bundle.plain(&key::explanation(item))),
            Action::Hint { number, .. } => (None, bundle.words.hint_shown(*number)),
            Action::Goto { .. } | Action::Retry { .. } | Action::Start { .. } => (Some(".wp-stem"), String::new()),
            Action::Finish { .. } => (Some(".wp-score"), String::new()),
            _ => (None, String::new()),
        };
        // The first action ever comes with a start; the reader is already where they want to be.
        let begins = matches!(action, Action::Start { .. }) && self.sitting.id.is_empty();
        if !begins {
            self.focus = focus;
        }
        if !matches!(action, Action::Draft { .. }) {
            self.arrival = Arrival::Fresh;
        }
        self.announce(words);
    }
}

/// Typed text gets the form it is compared in where it enters, so that everything after needs no tables of letters.
fn ready(bundle: &Bundle, host: &Rc<dyn Host>, msg: Msg) -> Msg {
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

fn emit(host: &Rc<dyn Host>, events: Vec<Event>) {
    for event in events {
        host.emit(event.r#type, &event.json().to_string());
    }
}

//! The chooser at work.

mod keep;

use super::{Desk, Notice, Play};
use crate::ui::chooser::{Aside, Choosing, Link, Wish, verdict_sentence};
use crate::ui::{Arrival, Surface};
use std::rc::Rc;
use waypost_core::chooser::journal::{Action, Screen};
use waypost_core::chooser::link::{self, Opened};
use waypost_core::chooser::{Chooser, Deliberation, Msg, Side, Verdict, events, update};
use waypost_core::event::Event;
use waypost_core::id::ItemId;
use waypost_core::journal::Entry;
use yew::prelude::*;

/// What only the page knows of a chooser.
pub struct ChooserPlay {
    aside: Aside,
    /// What a link brought, as long as it is shown.
    linked: Option<Rc<Deliberation>>,
}

impl Play for ChooserPlay {
    type Bundle = Chooser;
    type Action = Action;
    type Sitting = Deliberation;
    type Msg = Wish;

    fn read(bundle: &str) -> Result<Chooser, String> {
        Chooser::from_json(bundle)
    }

    fn fold(bundle: &Chooser, seed: u32, entries: &[Entry<Action>]) -> Deliberation {
        Deliberation::fold(bundle, seed, entries)
    }

    fn apply(bundle: &Chooser, before: &Deliberation, entry: &Entry<Action>) -> Deliberation {
        let mut after = before.clone();
        after.apply(bundle, entry);
        after
    }

    fn events(bundle: &Chooser, before: &Deliberation, entry: &Entry<Action>, after: &Deliberation, seq: u64) -> Vec<Event> {
        events(bundle, before, entry, after, seq)
    }

    fn notice(bundle: &Chooser, before: &Deliberation, action: &Action, after: &Deliberation) -> Notice {
        let moves = before.screen != after.screen || matches!(action, Action::Start { .. }) && !before.id.is_empty();
        let words = match action {
            Action::Pair { .. } | Action::Undo {} if after.revealed.is_some() => said(bundle, after),
            _ => String::new(),
        };
        Notice { focus: moves.then_some(".wp-screen, .wp-stem"), words, settles: moves }
    }

    fn has_moved_on(sitting: &Deliberation) -> bool {
        sitting.screen != Screen::Start
    }

    fn begin(desk: &mut Desk<Self>) -> Self {
        let now = desk.host.now();
        let (linked, link) = match link::decode(&desk.bundle, &desk.host.fragment(), now) {
            Some(Opened::Deliberation(linked)) => (Some(shown(&desk.bundle, *linked)), Link::None),
            Some(Opened::OtherVersion) => (None, Link::OtherVersion),
            None => (None, Link::None),
        };
        let back = desk.arrival == Arrival::Returned && !desk.sitting.choices.is_empty();
        let state = linked.as_ref().unwrap_or(&desk.sitting);
        let aside = Aside { now, link, shown: back.then_some(Screen::Revisit), flips: flips(&desk.bundle, state), ..Aside::default() };
        Self { aside, linked }
    }

    fn act(&mut self, desk: &mut Desk<Self>, wish: Wish) -> bool {
        self.aside.number += 1;
        self.aside.now = desk.host.now();
        match wish {
            Wish::TakeIt => self.take(desk),
            Wish::LeaveIt => {
                self.linked = None;
                self.aside.flips = flips(&desk.bundle, &desk.sitting);
                desk.focus(".wp-screen, .wp-stem");
                true
            }
            Wish::Say(_) if self.linked.is_some() => false,
            Wish::Say(msg) => self.say(desk, msg),
            Wish::Open(id) => self.open(desk, id),
            Wish::AddOwn => self.add_own(desk),
            Wish::CheckIn => self.check_in(desk),
            Wish::Coin => {
                let side = if desk.host.seed() & 1 == 0 { Side::A } else { Side::B };
                self.aside.coin = Some(side);
                let pole = desk.bundle.adaptive().and_then(|adaptive| adaptive.poles.get(usize::from(side == Side::B)));
                let name = pole.map(|pole| crate::ui::chooser::short(&desk.bundle, &pole.id)).unwrap_or_default();
                desk.announce(desk.bundle.words.about(desk.bundle.words.coin_says, "pole", &name));
                true
            }
            Wish::Typed(words) => {
                self.aside.typed = words;
                true
            }
            Wish::Noted(words) => {
                self.aside.note = words;
                true
            }
            Wish::Goes(course) => {
                self.aside.course = Some(course);
                true
            }
            Wish::Calendar | Wish::Link | Wish::Text | Wish::Print => {
                let state = self.linked.as_ref().unwrap_or(&desk.sitting);
                let said = keep::keep(&*desk.host, &desk.bundle, state, &wish);
                desk.announce(said.to_owned());
                true
            }
        }
    }

    fn view(&self, desk: &Desk<Self>, on: Callback<Wish>) -> Html {
        html! {
            <Choosing
                bundle={desk.bundle.clone()}
                state={self.linked.as_ref().unwrap_or(&desk.sitting).clone()}
                aside={self.aside.clone()}
                surface={Surface::Live}
                arrival={if self.linked.is_some() { Arrival::Shared } else { desk.arrival }}
                saved={desk.saved}
                prefix={desk.prefix.clone()}
                announcement={desk.announcement.clone()}
                {on}
            />
        }
    }
}

impl ChooserPlay {
    /// Says something for the journal; what the reader left half typed goes along when they move on.
    fn say(&mut self, desk: &mut Desk<Self>, msg: Msg) -> bool {
        let moves = matches!(msg, Msg::Next | Msg::Back | Msg::GoTo(_) | Msg::Show | Msg::More | Msg::Restart);
        if moves && desk.sitting.screen == Screen::Matters {
            self.add_own(desk);
        }
        if self.aside.shown.take().is_some() {
            desk.focus(".wp-screen, .wp-stem");
        }
        let written = desk.write(update(&desk.bundle, &desk.sitting, &msg, desk.host.seed()));
        if moves {
            self.aside.coin = None;
            self.aside.asked = None;
        }
        if written {
            self.aside.flips = flips(&desk.bundle, &desk.sitting);
        } else if msg == Msg::Next {
            desk.announce(desk.bundle.words.choose_first.to_owned());
        }
        true
    }

    /// To an answer: in the list of the reveal, or to the question itself.
    fn open(&mut self, desk: &mut Desk<Self>, id: ItemId) -> bool {
        if desk.bundle.adaptive().is_none() {
            return self.linked.is_none() && self.say(desk, Msg::GoTo(Screen::Ask(id)));
        }
        self.aside.asked = Some(id);
        desk.focus("[data-asked]");
        true
    }

    fn add_own(&mut self, desk: &mut Desk<Self>) -> bool {
        let typed = std::mem::take(&mut self.aside.typed);
        desk.write(update(&desk.bundle, &desk.sitting, &Msg::AddConcern(typed), desk.host.seed()))
    }

    fn check_in(&mut self, desk: &mut Desk<Self>) -> bool {
        let Some(course) = self.aside.course.take() else {
            desk.announce(desk.bundle.words.choose_first.to_owned());
            return true;
        };
        let note = std::mem::take(&mut self.aside.note);
        desk.announce(desk.bundle.words.saved_on_device.to_owned());
        desk.write(update(&desk.bundle, &desk.sitting, &Msg::CheckIn(course, note), desk.host.seed()))
    }

    /// Goes on from what a link brought: it becomes a sitting of the reader's own.
    fn take(&mut self, desk: &mut Desk<Self>) -> bool {
        if let Some(linked) = self.linked.take() {
            let bundle = desk.bundle.clone();
            desk.write(link::actions(&bundle, &linked));
            self.aside.flips = flips(&desk.bundle, &desk.sitting);
            desk.focus(".wp-screen, .wp-stem");
        }
        true
    }
}

/// A linked state on the screen that its reader would see.
fn shown(chooser: &Chooser, mut linked: Deliberation) -> Rc<Deliberation> {
    if linked.revealed.is_some() {
        linked.screen = Screen::Reveal;
    } else if let Some(given) = linked.pairs.last() {
        linked.screen = Screen::Ask(given.pair.clone());
    } else if let Some(question) =
        chooser.weighted().and_then(|weighted| weighted.questions.iter().rev().find(|q| linked.answers.get(&q.id).is_some()))
    {
        linked.screen = Screen::Ask(question.id.clone());
    }
    Rc::new(linked)
}

/// What the answers say now, for those who hear it.
fn said(chooser: &Chooser, state: &Deliberation) -> String {
    state.evidence(chooser).map(|evidence| verdict_sentence(chooser, &evidence)).unwrap_or_default()
}

/// Which answers would flip the lean: at most 987 refits, some milliseconds.
fn flips(chooser: &Chooser, state: &Deliberation) -> Option<Vec<ItemId>> {
    state.revealed?;
    let evidence = state.evidence(chooser)?;
    if state.screen != Screen::Reveal || evidence.verdict == Verdict::Open {
        return None;
    }
    let mut search = state.flips(chooser)?;
    search.advance(usize::MAX);
    Some(state.flipping(chooser, &search))
}

//! The running player, the one component with state: message in, journal entries out, state folded, effects handed to the host.

use super::{Desk, Host, Play};
use crate::ui::Saved;
use std::rc::Rc;
use waypost_core::journal::Entry;
use yew::prelude::*;

/// What a player starts from.
#[derive(Properties)]
pub struct PlayerProps<K: Play> {
    /// The widget.
    pub bundle: Rc<K::Bundle>,
    /// The reader's journal so far.
    pub entries: Rc<[Entry<K::Action>]>,
    /// How many entries at its end were made on this page before the player was there: the page has not heard of them yet.
    pub untold: usize,
    /// Makes DOM ids unique on the page.
    pub prefix: AttrValue,
    /// The page.
    pub host: Rc<dyn Host>,
}

impl<K: Play> PartialEq for PlayerProps<K> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.bundle, &other.bundle) && Rc::ptr_eq(&self.host, &other.host)
    }
}

/// What a player is told.
pub enum Told<M> {
    /// By the reader.
    Reader(M),
    /// By the host: how safe the answers are.
    Saved(Saved),
    /// By the page, each second where there is a time limit.
    Tick,
    /// By the page: the next slice of work may begin.
    Slice,
    /// By the page: what a worker found, see [`Play::heard`].
    Heard(Vec<f64>),
}

/// A widget in a reader's page.
pub struct Player<K: Play> {
    desk: Desk<K>,
    own: K,
}

impl<K: Play> Component for Player<K> {
    type Message = Told<K::Msg>;
    type Properties = PlayerProps<K>;

    fn create(ctx: &Context<Self>) -> Self {
        let PlayerProps { bundle, entries, untold, prefix, host } = ctx.props();
        let mut desk = Desk::new(bundle.clone(), entries, *untold, host.clone(), prefix.clone());
        Self { own: K::begin(&mut desk), desk }
    }

    fn update(&mut self, _: &Context<Self>, told: Self::Message) -> bool {
        match told {
            Told::Saved(saved) => std::mem::replace(&mut self.desk.saved, saved) != saved,
            Told::Reader(msg) => self.own.act(&mut self.desk, msg),
            Told::Tick => self.own.tick(&mut self.desk),
            Told::Slice => self.own.slice(&mut self.desk),
            Told::Heard(news) => self.own.heard(&mut self.desk, &news),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.own.view(&self.desk, ctx.link().callback(Told::Reader))
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render {
            ctx.props().host.shown();
        }
        if let Some(selector) = self.desk.focus.take() {
            ctx.props().host.focus(selector);
        }
    }
}

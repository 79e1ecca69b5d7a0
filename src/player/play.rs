//! A kind of widget as the player runs it: how its journal is folded, what its reader's messages become, how it looks.

use super::{Desk, Notice};
use std::ops::Deref;
use waypost_core::bundle::Head;
use waypost_core::event::Event;
use waypost_core::journal::{Entry, Recorded};
use yew::prelude::*;

/// One kind. The implementing type holds what only the page knows: nothing of it outlives the page, all else is in the journal.
pub trait Play: Sized + 'static {
    /// The content.
    type Bundle: Deref<Target = Head> + 'static;
    /// What goes into the journal.
    type Action: Recorded + 'static;
    /// What follows from the journal.
    type Sitting: 'static;
    /// What the reader wants.
    type Msg: 'static;

    /// Reads a bundle, or says in one sentence why it can't be used.
    ///
    /// # Errors
    /// That sentence.
    fn read(bundle: &str) -> Result<Self::Bundle, String>;

    /// The state after these entries; `seed` is used where they do not bring one.
    fn fold(bundle: &Self::Bundle, seed: u32, entries: &[Entry<Self::Action>]) -> Self::Sitting;

    /// The state after one more entry.
    fn apply(bundle: &Self::Bundle, before: &Self::Sitting, entry: &Entry<Self::Action>) -> Self::Sitting;

    /// What others may hear of an entry; `seq` is its position in the journal.
    fn events(bundle: &Self::Bundle, before: &Self::Sitting, entry: &Entry<Self::Action>, after: &Self::Sitting, seq: u64) -> Vec<Event>;

    /// What the reader is to notice of an action.
    fn notice(bundle: &Self::Bundle, before: &Self::Sitting, action: &Self::Action, after: &Self::Sitting) -> Notice;

    /// Whether a reader with this state has been past the first step.
    fn has_moved_on(sitting: &Self::Sitting) -> bool;

    /// Whether the widget wants [`Play::tick`] each second.
    fn ticks(_bundle: &Self::Bundle) -> bool {
        false
    }

    /// The page's part of a fresh player. What the address asks for is done here.
    fn begin(desk: &mut Desk<Self>) -> Self;

    /// Does what the reader wants; whether the view changes.
    fn act(&mut self, desk: &mut Desk<Self>, msg: Self::Msg) -> bool;

    /// A second has passed; whether the view changes.
    fn tick(&mut self, _desk: &mut Desk<Self>) -> bool {
        false
    }

    /// The next slice of work, asked for with [`super::Host::later`]; whether the view changes.
    fn slice(&mut self, _desk: &mut Desk<Self>) -> bool {
        false
    }

    /// What a worker found of a job, given with [`super::Host::assign`]; nothing where it failed. Whether the view changes.
    fn heard(&mut self, _desk: &mut Desk<Self>, _news: &[f64]) -> bool {
        false
    }

    /// What the reader sees.
    fn view(&self, desk: &Desk<Self>, on: Callback<Self::Msg>) -> Html;
}

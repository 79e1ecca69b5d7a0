//! The player: one component that runs a widget of any kind ([`Play`]) in a reader's page. It turns messages into journal entries,
//! hands every effect to a [`Host`], and shows what follows from the journal.

mod chooser;
mod desk;
#[cfg(target_arch = "wasm32")]
pub mod page;
mod play;
mod quiz;
mod run;
mod simulator;

pub use chooser::ChooserPlay;
pub use desk::{Desk, Notice};
pub use play::Play;
pub use quiz::{QuizPlay, ReviewPlay};
pub use run::{Player, PlayerProps, Told};
pub use simulator::SimulatorPlay;

use waypost_core::bundle::Compare;
use waypost_core::id::ItemId;

/// The name behind `at` in a fragment such as `#at=alignment`: the part of a widget that a link leads to.
fn pointed(fragment: &str) -> Option<ItemId> {
    fragment.strip_prefix("#at=").map(ItemId::from)
}

/// What a player needs of the page around it. The real one is the shell script, see `shell.js`.
pub trait Host {
    /// The first view is on the page, though not visible yet.
    fn shown(&self);
    /// Keep this journal record, and the events that follow from it (a JSON list) for whom they are sent to. The answer comes as
    /// [`Told::Saved`].
    fn save(&self, record: &str, events: &str);
    /// These events (a JSON list) are to be sent as well: they follow from entries that were kept before the player was there, or from none.
    fn owe(&self, events: &str);
    /// Tell the page: the event's name, and its envelope as JSON.
    fn emit(&self, name: &str, event: &str);
    /// Move the focus to the first element that the selector finds in this widget, without scrolling unless it is out of sight.
    fn focus(&self, selector: &str);
    /// Typed text in the form it is compared in, by the browser's tables; natively [`waypost_core::typed::normal::normalize`].
    fn normalize(&self, raw: &str, compare: Compare) -> String;
    /// Puts text on the clipboard.
    fn copy(&self, text: &str);
    /// Offers a file: its name, its media type, its text.
    fn download(&self, name: &str, media_type: &str, text: &str);
    /// Opens the browser's print dialog.
    fn print(&self);
    /// The address of the widget's own page, without a fragment.
    fn address(&self) -> String;
    /// The fragment that opened this page, where it is the widget's own; else empty.
    fn fragment(&self) -> String;
    /// Gives this widget its next slice of work, in a task of its own.
    fn later(&self);
    /// Has a worker do a job too, where the page allows one; what it finds comes as [`Told::Heard`]. It gives up what it did before, so no
    /// numbers end it.
    fn assign(&self, job: &[f64]);
    /// The reader's journals of all widgets of this origin, as the JSON text `[[name, bundle, record, ...], ...]`. Empty until they are
    /// there: then the widget gets a tick.
    fn gathered(&self) -> String;
    /// Keep this record in the journal of that name.
    fn keep(&self, name: &str, record: &str);
    /// Milliseconds since 1970.
    fn now(&self) -> i64;
    /// Milliseconds since the page came up, never going back.
    fn clock(&self) -> u64;
    /// A fresh UUID v4.
    fn uuid(&self) -> String;
    /// A fresh random seed.
    fn seed(&self) -> u32;
}

//! The player: one component that runs a widget in a reader's page. It turns messages into journal entries, hands every effect to a
//! [`Host`], and shows what follows from the journal.

#[cfg(target_arch = "wasm32")]
pub mod page;
mod run;

pub use run::{Player, PlayerProps, Told};

/// What a player needs of the page around it. The real one is the shell script, see `shell.js`.
pub trait Host {
    /// The first view is on the page, though not visible yet.
    fn shown(&self);
    /// Keep this journal record. The answer comes as [`Told::Saved`].
    fn save(&self, record: &str);
    /// Tell the page: the event's name, and its envelope as JSON.
    fn emit(&self, name: &str, event: &str);
    /// Move the focus to the first element that the selector finds in this widget, without scrolling unless it is out of sight.
    fn focus(&self, selector: &str);
    /// Milliseconds since 1970.
    fn now(&self) -> i64;
    /// Milliseconds since the page came up, never going back.
    fn clock(&self) -> u64;
    /// A fresh UUID v4.
    fn uuid(&self) -> String;
    /// A fresh random seed.
    fn seed(&self) -> u32;
}

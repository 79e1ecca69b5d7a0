//! Waypost, the web app: `ui` renders lessons, `player` runs them in a reader's page, `studio` is the author's page.

pub mod player;
#[cfg(target_arch = "wasm32")]
pub mod studio;
pub mod ui;

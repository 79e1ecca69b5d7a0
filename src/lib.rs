//! Waypost, the web app: `ui` renders lessons, `player` runs them in a reader's page, `studio` is the author's page.

pub mod player;
pub mod ui;

//! Views: props in, messages out. Nothing here calls the browser, so every state renders on the server too.

pub mod chooser;
pub mod icon;
pub mod live;
pub mod markup;
pub mod part;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod quiz;
pub mod root;
pub mod simulator;
pub mod text;

pub use root::{Arrival, Saved, Surface};

//! Waypost, the web app: `ui` renders lessons, `player` runs them in a reader's page, `studio` is the author's page.

pub mod player;
#[cfg(target_arch = "wasm32")]
pub mod studio;
pub mod ui;

/// Half the bytes of the allocator that std brings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

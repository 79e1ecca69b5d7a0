//! The reader's WASM for simulators.

#![cfg_attr(
    target_arch = "wasm32",
    allow(clippy::disallowed_methods, reason = "the macro of exports writes `throw_str` for arguments of a wrong type; nothing here does")
)]

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "exports have to be `pub`; nobody else reaches them in a program")]
mod worker {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Tells a widget what its worker found, see [`waypost::player::page::heard`].
    #[wasm_bindgen]
    pub fn heard(number: usize, news: Vec<f64>) -> bool {
        waypost::player::page::heard(number, news)
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    waypost::player::page::plays::<waypost::player::SimulatorPlay>();
}

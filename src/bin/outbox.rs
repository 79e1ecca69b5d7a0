//! The reader's WASM for what is sent: the outbox's machine. Loaded only where a course has a webhook.

#![cfg_attr(
    target_arch = "wasm32",
    allow(clippy::disallowed_methods, reason = "the macro of exports writes `throw_str` for arguments of a wrong type; nothing here does")
)]

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "exports have to be `pub`; nobody else reaches them in a program")]
mod machine {
    use std::cell::RefCell;
    use wasm_bindgen::prelude::wasm_bindgen;
    use waypost_core::delivery::{self, Outbox};

    #[global_allocator]
    static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

    thread_local! {
        static OUTBOX: RefCell<Outbox> = RefCell::default();
    }

    /// Tells the machine an input as JSON at `now`, milliseconds since 1970; returns what to do about it, see [`delivery::talk`].
    #[wasm_bindgen]
    pub fn deliver(input: &str, now: f64) -> String {
        OUTBOX.with_borrow_mut(|outbox| delivery::talk(outbox, input, now as i64))
    }
}

fn main() {}

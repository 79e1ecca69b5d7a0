//! What the module exports beside the engine's own exports. Text comes in byte by byte, so that no pointer crosses the border.

use crate::Bench;
use std::cell::RefCell;

/// Worlds at a time in the player.
const LANES: usize = 32;

#[derive(Default)]
struct State {
    text: Vec<u8>,
    bench: Option<Bench>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

fn with<T>(work: impl FnOnce(&mut State) -> T) -> T {
    STATE.with_borrow_mut(work)
}

/// Takes a byte of the bundle.
#[unsafe(no_mangle)]
pub extern "C" fn push(byte: u32) {
    with(|state| state.text.push(byte as u8));
}

/// Reads the bundle: 1 where that went well.
#[unsafe(no_mangle)]
pub extern "C" fn load() -> u32 {
    with(|state| {
        let text = String::from_utf8(std::mem::take(&mut state.text)).unwrap_or_default();
        state.bench = Bench::new(&text).ok();
        u32::from(state.bench.is_some())
    })
}

/// Plays all plans in so many worlds; gives the number of plan-worlds.
#[unsafe(no_mangle)]
pub extern "C" fn enumerate(worlds: u32) -> u32 {
    with(|state| state.bench.as_ref().map_or(0, |bench| bench.enumerate::<LANES>(worlds)))
}

/// The hash of all points in so many worlds.
#[unsafe(no_mangle)]
pub extern "C" fn hash(worlds: u32) -> u32 {
    with(|state| state.bench.as_ref().map_or(0, |bench| bench.hash::<LANES>(worlds)))
}

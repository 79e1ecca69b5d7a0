//! The reader's WASM for choosers.

#![cfg_attr(
    target_arch = "wasm32",
    allow(clippy::disallowed_methods, reason = "the macro of exports writes `throw_str` for arguments of a wrong type; nothing here does")
)]

fn main() {
    #[cfg(target_arch = "wasm32")]
    waypost::player::page::plays::<waypost::player::ChooserPlay>();
}

/// A part of the engine's work by itself, so many times, for the browser's tests: `digest` of so many posteriors, the `next` pair, or
/// the search for what `flips` the lean. Gives what came out.
///
/// # Errors
/// One sentence, where the bundle cannot be read or there is no such work.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn think(work: &str, times: u32, bundle: &str, entries: Vec<String>) -> Result<String, String> {
    use waypost_core::chooser::{Chooser, Deliberation, adaptive::digest};
    if work == "digest" {
        return Ok(digest(times).to_string());
    }
    let chooser = Chooser::from_json(bundle)?;
    let entries = waypost_core::journal::read(entries.iter().map(String::as_str)).entries;
    let state = Deliberation::fold(&chooser, 0, &entries);
    let mut out = String::new();
    for _ in 0..times {
        out = match work {
            "next" => state.next_pair(&chooser).map(|pair| pair.id.to_string()).unwrap_or_default(),
            "flips" => {
                let mut search = state.flips(&chooser).ok_or("nothing to search")?;
                search.advance(usize::MAX);
                state.flipping(&chooser, &search).len().to_string()
            }
            _ => return Err("no such work".to_owned()),
        };
    }
    Ok(out)
}

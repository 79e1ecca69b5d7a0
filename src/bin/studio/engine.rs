//! The engines by themselves, for tests in the browser: what comes out is to be the same as natively. Readers' programs are spared this.

#![allow(clippy::disallowed_methods, reason = "the macro of exports writes `throw_str` for arguments of a wrong type; nothing here does")]
#![allow(unreachable_pub, reason = "exports have to be `pub`; nobody else reaches them in a program")]

use wasm_bindgen::prelude::wasm_bindgen;
use waypost_core::bundle::Bundle;
use waypost_core::chooser::{Chooser, Deliberation, adaptive::digest};
use waypost_core::journal;
use waypost_core::quiz::Sitting;
use waypost_core::write::Write;

/// What follows from a quiz's bundle and a journal's records, as JSON.
///
/// # Errors
/// One sentence, where the bundle cannot be read.
#[wasm_bindgen]
pub fn state(bundle: &str, records: Vec<String>, seed: u32) -> Result<String, String> {
    let entries = journal::read(records.iter().map(String::as_str)).entries;
    Ok(Sitting::fold(&Bundle::from_json(bundle)?, seed, &entries).json().to_string())
}

/// A part of a chooser's work, so many times: `digest` of so many posteriors, the `next` pair, or
/// the search for what `flips` the lean. Gives what came out.
///
/// # Errors
/// One sentence, where the bundle cannot be read or there is no such work.
#[wasm_bindgen]
pub fn think(work: &str, times: u32, bundle: &str, entries: Vec<String>) -> Result<String, String> {
    if work == "digest" {
        return Ok(digest(times).to_string());
    }
    let chooser = Chooser::from_json(bundle)?;
    let entries = journal::read(entries.iter().map(String::as_str)).entries;
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

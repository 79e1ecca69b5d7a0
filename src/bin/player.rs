//! The reader's WASM: the exports of `waypost::player`, and nothing that runs by itself.

use waypost as _;

fn main() {}

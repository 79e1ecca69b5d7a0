//! The standard library of what readers download. Rust's own build of it carries the texts of panics and where each may happen, a tenth of
//! a reader's bytes; built along with the player it is told to leave that out, and a panic is a trap, of which the shell hears all the same.

use crate::{
    process::{Outcome, command, output, run_step},
    tools::cache,
};
use std::{fs, path::PathBuf, sync::OnceLock};

/// What cargo has to know to build it along; the compiler takes these settings only where `RUSTC_BOOTSTRAP` says so, also the stable one.
pub(crate) const ENVIRONMENT: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"),
];

/// Sees to the library's source.
///
/// # Errors
/// It is missing and rustup cannot add it.
pub(crate) fn set_up() -> Outcome {
    if has("src/rust/library/std") {
        return Ok(());
    }
    let cache = cache()?;
    fs::create_dir_all(&cache).map_err(|error| format!("cannot make {}: {error}", cache.display()))?;
    let log = cache.join("rust-src.log");
    run_step("the source of Rust's standard library, some seconds", &log, command("rustup").args(["component", "add", "rust-src"]))
}

/// Whether the toolchain has this folder below `lib/rustlib`.
pub(crate) fn has(folder: &str) -> bool {
    static RUSTLIB: OnceLock<Option<PathBuf>> = OnceLock::new();
    let rustlib = || Some(PathBuf::from(output(command("rustc").args(["--print", "sysroot"]))?.trim()).join("lib/rustlib"));
    RUSTLIB.get_or_init(rustlib).as_ref().is_some_and(|rustlib| rustlib.join(folder).is_dir())
}

//! Every tool version Waypost is built with, and where each is found.
//!
//! Two pins live where their own tools need them: the Rust crates, wasm-bindgen among them, in `Cargo.lock`,
//! and the browser tests' packages in `tests/package-lock.json`.

use crate::process::Outcome;
use std::env::consts;

/// <https://trunkrs.dev>: builds the WASM programs and the gallery page.
pub(crate) const TRUNK: &str = "0.22.1";

/// npm's `binaryen`: wasm-opt. Older builds (Debian's) cannot read the reference types that rustc emits.
pub(crate) const BINARYEN: &str = "132.0.0";

/// npm's `esbuild`: minifies the hand-written JavaScript and the style sheets.
pub(crate) const ESBUILD: &str = "0.28.2";

/// The oldest Node.js that everything here runs on.
pub(crate) const NODE_MAJOR: u32 = 20;

/// The wasm-bindgen version in the text of a `Cargo.lock`; the command line tool must equal it.
pub(crate) fn wasm_bindgen(lock: &str) -> Outcome<String> {
    let mut lines = lock.lines().skip_while(|line| *line != r#"name = "wasm-bindgen""#);
    lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""))
        .and_then(|rest| rest.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| "Cargo.lock names no wasm-bindgen: run `cargo generate-lockfile`".to_owned())
}

/// What wasm-opt calls itself, in the spelling trunk compares with.
pub(crate) fn wasm_opt() -> String {
    format!("version_{}", BINARYEN.split('.').next().unwrap_or(BINARYEN))
}

/// The address of trunk's prebuilt release for this machine, if there is one.
pub(crate) fn trunk_release() -> Option<String> {
    let target = match (consts::OS, consts::ARCH) {
        ("linux", "x86_64") => "x86_64-unknown-linux-gnu",
        ("linux", "aarch64") => "aarch64-unknown-linux-gnu",
        ("macos", "x86_64") => "x86_64-apple-darwin",
        ("macos", "aarch64") => "aarch64-apple-darwin",
        _ => return None,
    };
    Some(format!("https://github.com/trunk-rs/trunk/releases/download/v{TRUNK}/trunk-{target}.tar.gz"))
}

/// The address of wasm-bindgen's prebuilt release for this machine, if there is one.
pub(crate) fn wasm_bindgen_release(version: &str) -> Option<String> {
    let target = match (consts::OS, consts::ARCH) {
        ("linux", "x86_64") => "x86_64-unknown-linux-musl",
        ("linux", "aarch64") => "aarch64-unknown-linux-gnu",
        ("macos", "x86_64") => "x86_64-apple-darwin",
        ("macos", "aarch64") => "aarch64-apple-darwin",
        ("windows", "x86_64") => "x86_64-pc-windows-msvc",
        _ => return None,
    };
    let base = "https://github.com/wasm-bindgen/wasm-bindgen/releases/download";
    Some(format!("{base}/{version}/wasm-bindgen-{version}-{target}.tar.gz"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_bindgen_version_is_read_from_the_lock_file() {
        let lock =
            "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9\"\n";
        assert_eq!(wasm_bindgen(lock), Ok("0.2.130".to_owned()));
        assert!(wasm_bindgen("[[package]]\nname = \"yew\"\n").is_err());
    }

    #[test]
    fn wasm_opt_is_named_as_trunk_names_it() {
        assert_eq!(wasm_opt(), "version_132");
    }
}

//! `cargo xtask test`: the layers of tests, cheapest first; every one is run, and all failures are told at the end.

use crate::{
    browser,
    process::{Outcome, command, run},
    site, size,
    tools::{self, Tools},
};
use std::time::Instant;

/// One layer: its name, what it shows, how it is run.
pub(crate) struct Layer {
    /// The word after `cargo xtask test`.
    pub(crate) name: &'static str,
    /// One line for `--help`.
    pub(crate) about: &'static str,
    run: fn(&Tools) -> Outcome,
}

/// Every layer, in the order it is run.
pub(crate) const LAYERS: [Layer; 6] = [
    Layer { name: "fmt", about: "the code is formatted", run: |_| cargo("fmt --all --check") },
    Layer { name: "clippy", about: "no lint warns, natively and for WASM", run: |_| clippy() },
    Layer { name: "rust", about: "unit, suite, property and tidy tests", run: |_| cargo("test --workspace --no-fail-fast") },
    Layer { name: "build", about: "the release build into dist/", run: site::build },
    Layer { name: "size", about: "what readers download is within tests/budgets.toml", run: |_| size::report() },
    Layer { name: "e2e", about: "the built site in a real browser", run: |tools| node(tools, "tests/e2e/run.mjs") },
];

/// Runs the named layers, or all of them.
///
/// # Errors
/// A layer is not known, or some failed.
pub(crate) fn test(names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| LAYERS.iter().all(|layer| layer.name != **name)) {
        let known: Vec<_> = LAYERS.iter().map(|layer| layer.name).collect();
        return Err(format!("there is no layer `{unknown}`; there are {}", known.join(", ")));
    }
    let tools = tools::set_up()?;
    tools::linters()?;
    let mut failures = Vec::new();
    let chosen: Vec<_> = LAYERS.iter().filter(|layer| names.is_empty() || names.iter().any(|name| name == layer.name)).collect();
    for layer in &chosen {
        println!("\n=== {}: {}", layer.name, layer.about);
        let start = Instant::now();
        let outcome = (layer.run)(&tools);
        let word = if outcome.is_ok() { "passed" } else { "FAILED" };
        println!("=== {} {word} in {:.1} s", layer.name, start.elapsed().as_secs_f64());
        if let Err(error) = outcome {
            failures.push(format!("{}: {error}", layer.name));
        }
    }
    println!();
    for failure in &failures {
        println!("{failure}");
    }
    println!("{} passed, {} failed", chosen.len() - failures.len(), failures.len());
    if failures.is_empty() { Ok(()) } else { Err(format!("{} of {} layers failed", failures.len(), chosen.len())) }
}

/// Runs a script of the browser tests on what lies in `dist/`.
///
/// # Errors
/// Browser or packages cannot be had, or the script failed.
pub(crate) fn node(tools: &Tools, script: &str) -> Outcome {
    let chromium = browser::chromium()?;
    browser::packages("tests")?;
    run(tools.command("node").arg(script).env("WAYPOST_DIST", "dist").env("WAYPOST_CHROMIUM", chromium))
}

/// The reader's code is linted as it is built for WASM, too: natively most of the player is not compiled.
fn clippy() -> Outcome {
    cargo("clippy --workspace --all-targets -- -D warnings")?;
    cargo("clippy --package waypost --lib --bins --target wasm32-unknown-unknown -- -D warnings")?;
    cargo("clippy --package waypost-choices --target wasm32-unknown-unknown -- -D warnings")?;
    cargo("clippy --package waypost-engine --features simd --target wasm32-unknown-unknown -- -D warnings")
}

fn cargo(arguments: &str) -> Outcome {
    run(command("cargo").args(arguments.split(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_layer_is_named_together_with_the_known_ones() {
        let error = test(&["rustt".to_owned()]).unwrap_err();
        assert_eq!(error, "there is no layer `rustt`; there are fmt, clippy, rust, build, size, e2e");
    }
}

//! `cargo xtask bench`: figures of speed, each a ratio to a peer measured in the same run, or a time a reader would notice.

use crate::{
    browser, layers,
    process::{Outcome, command, root, run},
    tools,
};

/// One benchmark: its name, what it measures, how it is run.
pub(crate) struct Bench {
    /// The word after `cargo xtask bench`.
    pub(crate) name: &'static str,
    /// One line for `--help`.
    pub(crate) about: &'static str,
    run: fn() -> Outcome,
}

/// Every benchmark.
pub(crate) const BENCHES: [Bench; 4] = [
    Bench { name: "parse", about: "10,000 questions parsed, checked and compiled, against gift-pegjs", run: parse },
    Bench { name: "items", about: "500 questions in the browser, against 10 in the same run", run: items },
    Bench { name: "chooser", about: "3,000 synthetic readers of the adaptive engine, against the published study", run: chooser },
    Bench {
        name: "simulator",
        about: "all plans of a model in the browser, against JavaScript, simulation, inkjs and native",
        run: simulator,
    },
];

/// Runs the named benchmark.
///
/// # Errors
/// It is not known, could not be run, or missed its limit.
pub(crate) fn bench(names: &[String]) -> Outcome {
    let known = || BENCHES.map(|bench| bench.name).join(", ");
    let [name] = names else { return Err(format!("name one benchmark: {}", known())) };
    let bench =
        BENCHES.iter().find(|bench| bench.name == name).ok_or_else(|| format!("there is no benchmark `{name}`; there are {}", known()))?;
    (bench.run)()
}

fn parse() -> Outcome {
    browser::packages("bench/parse")?;
    run(command("cargo").args(["build", "--quiet", "--release", "--package", "waypost-author", "--example", "speed"]))?;
    run(command("node").arg("bench/parse/run.mjs").arg(root().join("target/release/examples/speed")))
}

fn items() -> Outcome {
    layers::node(&tools::set_up()?, "bench/items/run.mjs")
}

fn chooser() -> Outcome {
    run(command("cargo").args(["run", "--quiet", "--release", "--package", "waypost-author", "--example", "readers"]))
}

/// The module is built as readers get it, once without and once with SIMD; the worker's program is the built player's own.
fn simulator() -> Outcome {
    let engine = root().join("dist/p/engine.wasm");
    if !engine.is_file() {
        return Err("dist/p/engine.wasm is missing: run `cargo xtask build` first".to_owned());
    }
    browser::packages("bench/simulator")?;
    browser::packages("tests")?;
    let package = "--package=waypost-bench-simulator";
    let module = ["build", "--quiet", "--profile=player", package, "--lib", "--target=wasm32-unknown-unknown"];
    run(command("cargo").args(["build", "--quiet", "--release", package]))?;
    run(command("cargo").args(module))?;
    run(command("cargo").args(module).args(["--target-dir=target/simd", "--features=simd"]))?;
    let built = |file: &str| root().join("target").join(file);
    let wasm = "wasm32-unknown-unknown/player/waypost_bench_simulator.wasm";
    let mut node = command("node");
    node.arg("bench/simulator/run.mjs").arg(built("release/waypost-bench-simulator")).arg(built(wasm));
    run(node
        .arg(built("simd").join(wasm))
        .arg(engine)
        .arg("src/author/tests/models/eight-turns.md")
        .env("WAYPOST_CHROMIUM", browser::chromium()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_benchmark_is_named_together_with_the_known_ones() {
        assert_eq!(bench(&["pars".to_owned()]), Err("there is no benchmark `pars`; there are parse, items, chooser, simulator".to_owned()));
        assert_eq!(bench(&[]), Err("name one benchmark: parse, items, chooser, simulator".to_owned()));
    }
}

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
pub(crate) const BENCHES: [Bench; 2] = [
    Bench { name: "parse", about: "10,000 questions parsed, checked and compiled, against gift-pegjs", run: parse },
    Bench { name: "items", about: "500 questions in the browser, against 10 in the same run", run: items },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_benchmark_is_named_together_with_the_known_ones() {
        assert_eq!(bench(&["pars".to_owned()]), Err("there is no benchmark `pars`; there are parse, items".to_owned()));
        assert_eq!(bench(&[]), Err("name one benchmark: parse, items".to_owned()));
    }
}

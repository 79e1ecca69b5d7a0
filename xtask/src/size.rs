//! Weighs what readers download, raw and compressed, against `tests/budgets.toml`.

use crate::{
    finish::files,
    process::{Outcome, command, output, root},
};
use std::{fs, path::Path};

/// Node has zlib and brotli built in, with the settings of `gzip -9` and `brotli -q 11 --lgwin=22`.
const WEIGH: &str = r#"
const { gzipSync, brotliCompressSync, constants } = require("zlib");
for (const file of process.argv.slice(1)) {
  const bytes = require("fs").readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log(bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, { params }).length);
}"#;

/// Bytes of one file: raw, gzip 9, brotli 11.
#[derive(Clone, Copy)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints a table of sizes and each budget with the share of it that is used.
///
/// # Errors
/// The player is not built, or a budget is exceeded.
pub(crate) fn report() -> Outcome {
    let folder = root().join("dist/p");
    let weights = weigh(&folder)?;
    println!("{:14} {:>9} {:>9} {:>9}", "dist/p", "raw", "gzip 9", "brotli 11");
    for (file, weight) in files().iter().zip(&weights) {
        println!("{file:14} {:9} {:9} {:9}", weight.raw, weight.gzip, weight.brotli);
    }
    let budgets = fs::read_to_string(root().join("tests/budgets.toml")).map_err(|error| format!("tests/budgets.toml: {error}"))?;
    let mut over = Vec::new();
    for (name, limit) in numbers(&budgets)? {
        let used = measured(&name, &weights)?;
        println!("{name}: {used} of {limit} bytes, {:.3} of the limit", used as f64 / limit as f64);
        if used > limit {
            over.push(name);
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("over budget (tests/budgets.toml): {}", over.join(", "))) }
}

fn weigh(folder: &Path) -> Outcome<Vec<Weight>> {
    let mut node = command("node");
    node.args(["-e", WEIGH]);
    for file in files() {
        let path = folder.join(&file);
        if !path.is_file() {
            return Err(format!("dist/p/{file} is missing: run `cargo xtask build` first"));
        }
        node.arg(path);
    }
    let text = output(&mut node).ok_or("node could not compress the player's files")?;
    let line = |line: &str| {
        let mut numbers = line.split(' ').filter_map(|number| number.parse().ok());
        Some(Weight { raw: numbers.next()?, gzip: numbers.next()?, brotli: numbers.next()? })
    };
    text.lines().map(|text| line(text).ok_or_else(|| format!("unexpected size: {text}"))).collect()
}

/// The figure a budget limits.
fn measured(name: &str, weights: &[Weight]) -> Outcome<u64> {
    let files = files();
    let of = |file: &str| files.iter().zip(weights).find(|(name, _)| **name == file).map(|(_, weight)| *weight);
    let figure = match name.split_once('_') {
        Some((program, "brotli")) => {
            // The worker's program has no glue.
            let glue = of(&format!("{program}.js")).map_or(0, |glue| glue.brotli);
            of(&format!("{program}.wasm")).map(|wasm| wasm.brotli + glue)
        }
        Some((script, "gzip")) => of(&format!("{script}.js")).map(|weight| weight.gzip),
        _ => None,
    };
    figure.ok_or_else(|| format!("tests/budgets.toml: no figure is called {name}"))
}

/// The lines `name = number` of a budget file.
fn numbers(text: &str) -> Outcome<Vec<(String, u64)>> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.split('#').next().unwrap_or_default().trim()));
    lines
        .filter(|(_, line)| !line.is_empty())
        .map(|(at, line)| {
            let (name, number) = line.split_once('=').ok_or(format!("tests/budgets.toml:{at}: expected `name = bytes`"))?;
            let number =
                number.trim().replace('_', "").parse().map_err(|_| format!("tests/budgets.toml:{at}: expected a whole number of bytes"))?;
            Ok((name.trim().to_owned(), number))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets_are_read_with_their_comments() {
        assert_eq!(numbers("# bytes\nshell_gzip = 3_072 # 3 KiB\n"), Ok(vec![("shell_gzip".to_owned(), 3072)]));
        assert_eq!(numbers("\nshell"), Err("tests/budgets.toml:2: expected `name = bytes`".to_owned()));
    }

    #[test]
    fn a_program_weighs_its_wasm_and_its_glue() {
        let weights: Vec<_> = (1..).take(files().len()).map(|n| Weight { raw: n, gzip: 10 * n, brotli: 100 * n }).collect();
        let place = |file: &str| files().iter().position(|known| *known == file).map_or(0, |at| at as u64 + 1);
        assert_eq!(measured("quiz_brotli", &weights), Ok(100 * (place("quiz.wasm") + place("quiz.js"))));
        assert_eq!(measured("chooser_brotli", &weights), Ok(100 * (place("chooser.wasm") + place("chooser.js"))));
        assert_eq!(measured("engine_brotli", &weights), Ok(100 * place("engine.wasm")));
        assert_eq!(measured("shell_gzip", &weights), Ok(10 * place("shell.js")));
        assert!(measured("no such figure", &weights).is_err());
    }
}

//! Times parse, check and compile of every `.md` file in a folder, for `cargo xtask bench parse`:
//! `cargo run --release -p waypost-author --example speed -- FOLDER PASSES`. Prints the milliseconds of each pass, then how many items.

use std::process::ExitCode;
use std::time::Instant;
use waypost_author::check::read;
use waypost_author::compile::compile;
use waypost_author::diagnostic::Severity;
use waypost_core::bundle::Profile;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, passes] = arguments.as_slice() else {
        eprintln!("usage: speed FOLDER PASSES");
        return ExitCode::from(2);
    };
    match files(folder) {
        Err(why) => {
            eprintln!("{folder}: {why}");
            ExitCode::FAILURE
        }
        Ok(files) => {
            let passes = passes.parse().unwrap_or(1);
            let mut items = 0;
            (0..passes).for_each(|_| items = pass(&files));
            println!("{items} items");
            ExitCode::SUCCESS
        }
    }
}

fn files(folder: &str) -> std::io::Result<Vec<String>> {
    let mut paths = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "md"));
    paths.sort();
    paths.iter().map(std::fs::read_to_string).collect()
}

/// One pass over all files; what has an error does not count.
fn pass(files: &[String]) -> usize {
    let start = Instant::now();
    let compiled = files.iter().map(|text| {
        let (document, found) = read("case.md", text);
        match found.iter().any(|found| found.severity == Severity::Error) {
            true => 0,
            false => compile(&document, Profile::Play).items.len(),
        }
    });
    let items = compiled.sum();
    println!("{:.3}", start.elapsed().as_secs_f64() * 1000.0);
    items
}

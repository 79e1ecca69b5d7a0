//! Prints the states that follow from a bundle and journals, one JSON a line: `cargo run -p waypost-core --example fold -- BUNDLE.json JOURNAL.json...`.
//! A journal is a JSON array of records as the player stores them. The player's `state` export gives the same bytes.

use std::process::ExitCode;
use waypost_core::{bundle::Bundle, journal, quiz::Sitting, write::Write};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((bundle, journals)) = arguments.split_first() else {
        eprintln!("usage: fold BUNDLE.json JOURNAL.json...");
        return ExitCode::from(2);
    };
    match states(bundle, journals) {
        Ok(states) => {
            println!("{}", states.join("\n"));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn states(bundle: &str, journals: &[String]) -> Result<Vec<String>, String> {
    let read = |path: &str| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let bundle = Bundle::from_json(&read(bundle)?)?;
    let state = |journal: &String| {
        let records: Vec<String> = serde_json::from_str(&read(journal)?).map_err(|error| format!("{journal}: {error}"))?;
        let sitting = Sitting::fold(&bundle, 0, &journal::read(records.iter().map(String::as_str)).entries);
        Ok(sitting.json().to_string())
    };
    journals.iter().map(state).collect()
}

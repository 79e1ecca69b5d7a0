//! Prints the state that follows from a bundle and a journal, as JSON: `cargo run -p waypost-core --example fold -- BUNDLE.json JOURNAL.json`.
//! The journal is a JSON array of records as the player stores them. The player's `state` export gives the same bytes.

use std::process::ExitCode;
use waypost_core::{bundle::Bundle, journal, quiz::Sitting};

fn main() -> ExitCode {
    let [_, bundle, journal] = &std::env::args().collect::<Vec<_>>()[..] else {
        eprintln!("usage: fold BUNDLE.json JOURNAL.json");
        return ExitCode::from(2);
    };
    match state(bundle, journal) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn state(bundle: &str, journal: &str) -> Result<String, String> {
    let read = |path: &str| std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let bundle = Bundle::from_json(&read(bundle)?)?;
    let records: Vec<String> = serde_json::from_str(&read(journal)?).map_err(|error| error.to_string())?;
    let sitting = Sitting::fold(&bundle, 0, &journal::read(records.iter().map(String::as_str)).entries);
    serde_json::to_string(&sitting).map_err(|error| error.to_string())
}

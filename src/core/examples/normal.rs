//! Prints texts as they are compared: `cargo run -p waypost-core --example normal -- TEXTS.json`, where the file is a JSON array of
//! texts. One JSON array a line: the text as `exact`, `usual` and `loose` compare it. The player asks the browser for the same.

use std::process::ExitCode;
use waypost_core::bundle::Compare;
use waypost_core::typed::normal::normalize;

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: normal TEXTS.json");
        return ExitCode::from(2);
    };
    match normalized(&file) {
        Ok(lines) => {
            println!("{}", lines.join("\n"));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{file}: {why}");
            ExitCode::FAILURE
        }
    }
}

fn normalized(file: &str) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let texts: Vec<String> = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let forms = |text: &String| [Compare::Exact, Compare::Usual, Compare::Loose].map(|compare| normalize(text, compare));
    texts.iter().map(|text| serde_json::to_string(&forms(text)).map_err(|error| error.to_string())).collect()
}

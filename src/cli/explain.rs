//! `waypost explain`: what a code of `waypost check` means.

use crate::arguments::Explain;
use crate::{Failure, Outcome};
use anstream::println;
use waypost_author::diagnostic::Severity;
use waypost_author::explain::page;

/// Prints the page of a code.
pub(crate) fn run(arguments: &Explain) -> Result<Outcome, Failure> {
    let Some(page) = page(&arguments.code) else {
        return Err(format!(
            "{} is no code\n  `waypost check` prints the code of each finding in brackets, such as [W101]",
            arguments.code
        ));
    };
    let severity = if page.code.severity == Severity::Error { "error" } else { "warning" };
    println!("{} ({severity}): {}\n", page.code.code, page.code.title);
    if page.reason.is_empty() {
        println!("This is about how the file is written. The finding says what to do, in the line that begins with `help:`.");
        return Ok(Outcome::Fine);
    }
    println!("{}\n\nSource: {}\n", page.reason, page.source);
    println!("Breaks the rule:\n\n{}\nMended:\n\n{}", indented(page.fails), indented(page.mended));
    if page.code.severity == Severity::Warning && !page.is_about_settings() {
        let code = page.code.code;
        println!("To silence it, write `<!-- allow: {code} -->` before a question, or `allow = [\"{code}\"]` in the header.");
    }
    Ok(Outcome::Fine)
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}

//! Runs other programs: aloud, quietly with a log and a clock, or for what they print.

use crate::standard;
use std::{
    env, fs,
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// A result whose error is a sentence for the developer.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// A command in the repository's root folder, without the variables that `cargo run` sets for this program (they would make other cargo
/// commands compile again), and without those that are for the player alone.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|prefix| name.starts_with(prefix)) {
            command.env_remove(name.as_ref());
        }
    }
    for (name, _) in standard::ENVIRONMENT {
        command.env_remove(name);
    }
    command.current_dir(root());
    command
}

/// The repository's root folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Runs a command that shares this terminal.
///
/// # Errors
/// It could not start, or it ended with another code than 0.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("could not start {}: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command))) }
}

/// What a command prints, if it can be run and ends well.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a long command with its output in the file `log`, and shows `step` with the seconds that have passed.
///
/// # Errors
/// It could not start, or it ended with another code than 0: then the end of the log is in the message.
pub(crate) fn run_step(step: &str, log: &Path, command: &mut Command) -> Outcome {
    let file = fs::File::create(log).map_err(|error| format!("cannot write {}: {error}", log.display()))?;
    let copy = file.try_clone().map_err(|error| error.to_string())?;
    let start = Instant::now();
    eprintln!("  {step}");
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(copy)
        .spawn()
        .map_err(|error| format!("could not start {}: {error}", shown(command)))?;
    let terminal = std::io::stderr().is_terminal();
    let mut told = start;
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            break status;
        }
        thread::sleep(Duration::from_millis(100));
        if terminal && told.elapsed() >= Duration::from_secs(1) {
            told = Instant::now();
            eprint!("\r  ... {} s ", start.elapsed().as_secs());
            let _ = std::io::stderr().flush();
        } else if !terminal && told.elapsed() >= Duration::from_secs(30) {
            told = Instant::now();
            eprintln!("  ... {} s", start.elapsed().as_secs());
        }
    };
    if terminal {
        eprint!("\r");
    }
    if status.success() {
        eprintln!("  done in {} s", start.elapsed().as_secs());
        return Ok(());
    }
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let end = lines.iter().skip(lines.len().saturating_sub(20)).copied().collect::<Vec<_>>().join("\n");
    Err(format!("{} failed ({status}); the end of {}:\n{end}", shown(command), log.display()))
}

/// The first file called `name` on PATH, with the suffix programs have on this system.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let names = if cfg!(windows) { vec![format!("{name}.exe"), format!("{name}.cmd")] } else { vec![name.to_owned()] };
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).flat_map(|folder| names.iter().map(move |name| folder.join(name))).find(|file| file.is_file())
}

/// The program and its arguments, as a developer would type them.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let text = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let mut shown: String = text.chars().take(160).collect();
    if shown.len() < text.len() {
        shown.push_str(" ...");
    }
    format!("`{shown}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_says_what_was_run_and_ends_with_its_log() {
        let log = env::temp_dir().join(format!("waypost-step-{}.log", std::process::id()));
        let error = run_step("a step", &log, command("cargo").arg("--no-such-flag")).unwrap_err();
        assert!(error.starts_with("`cargo --no-such-flag` failed"), "{error}");
        assert!(error.contains("unexpected argument"), "{error}");
        let _ = fs::remove_file(log);
    }

    #[test]
    fn a_program_that_is_not_there_is_not_found() {
        assert!(on_path("cargo").is_some());
        assert!(on_path("no-such-program-anywhere").is_none());
    }
}

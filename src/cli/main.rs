//! `waypost`, the author's command line: starts a course, checks and formats it, builds a site from it, previews it while it is written,
//! and says what to paste where.

mod arguments;
mod build;
mod check;
mod chosen;
mod doctor;
mod document;
mod embed;
mod explain;
mod export;
mod fmt;
mod new;
mod player;
mod poster;
mod report;
mod serve;
mod source;
mod workbench;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a command that could do its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong.
    Fine,
    /// The content has errors; they are printed.
    Errors,
}

/// Why a command could not do its work: one or more lines for the author.
type Failure = String;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Workbench(arguments) => workbench::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Embed(arguments) => embed::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
    };
    match done {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Errors) => ExitCode::from(1),
        Err(failure) => {
            report::failure(&failure);
            ExitCode::from(2)
        }
    }
}

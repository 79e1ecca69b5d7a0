//! `cargo xtask`: every developer command, listed once in `COMMANDS`.

mod bench;
mod browser;
mod debian;
mod finish;
mod layers;
mod names;
mod process;
mod site;
mod size;
mod standard;
mod tool;
mod tools;
mod versions;

use process::Outcome;
use std::process::ExitCode;

/// One command: what is typed, what it does, how it is run.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Outcome,
}

/// Every command, in the order a newcomer needs them.
const COMMANDS: [Command; 9] = [
    Command { name: "serve", arguments: "[--port N]", about: "set up, build, and serve everything on http://127.0.0.1:8080", run: serve },
    Command { name: "test", arguments: "[LAYER...]", about: "set up and run every test layer, or only the named ones", run: layers::test },
    Command {
        name: "build",
        arguments: "",
        about: "set up and build into dist/: gallery, player in p/, course in course/",
        run: |rest| {
            none(rest)?;
            site::build(&tools::set_up()?)
        },
    },
    Command {
        name: "size",
        arguments: "",
        about: "weigh the built player against tests/budgets.toml",
        run: |rest| {
            none(rest)?;
            size::report()
        },
    },
    Command { name: "bench", arguments: "NAME", about: "measure speed against a named peer and its limit", run: bench::bench },
    Command {
        name: "shots",
        arguments: "",
        about: "photograph every state of the built site into target/shots",
        run: |rest| {
            none(rest)?;
            layers::node(&tools::set_up()?, "tests/e2e/shots.mjs")
        },
    },
    Command {
        name: "setup",
        arguments: "",
        about: "only install the missing tools, into the user's cache folder",
        run: |rest| {
            none(rest)?;
            tools::set_up().map(drop)
        },
    },
    Command {
        name: "env",
        arguments: "",
        about: "print what a shell needs to run trunk itself: eval \"$(cargo xtask env)\" && trunk serve",
        run: env,
    },
    Command {
        name: "finish",
        arguments: "",
        about: "the last step of a trunk build; trunk calls it",
        run: |rest| {
            none(rest)?;
            finish::finish(&tools::set_up()?)
        },
    },
];

const EXAMPLES: &str = "\
examples:
  cargo xtask serve                look at everything in your browser
  cargo xtask serve --port 9000    the same on another port
  cargo xtask test                 what CI runs
  cargo xtask test rust            only the Rust tests
  cargo xtask build && cargo xtask size
  cargo xtask bench parse          how fast questions are parsed";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        help();
        return ExitCode::from(2);
    };
    if ["--help", "-h", "help"].contains(&name.as_str()) || rest.iter().any(|word| word == "--help") {
        help();
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("there is no command `{name}`: see `cargo xtask --help`");
        return ExitCode::from(2);
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn help() {
    println!("cargo xtask COMMAND\n");
    for Command { name, arguments, about, .. } in COMMANDS {
        println!("  {:18} {about}", format!("{name} {arguments}"));
    }
    println!("\nlayers of `test`:");
    for layer in layers::LAYERS {
        println!("  {:18} {}", layer.name, layer.about);
    }
    println!("\nbenchmarks of `bench`:");
    for bench in bench::BENCHES {
        println!("  {:18} {}", bench.name, bench.about);
    }
    println!("\n{EXAMPLES}");
}

fn serve(rest: &[String]) -> Outcome {
    let port = match rest {
        [] => 8080,
        [flag, port] if flag == "--port" => port.parse().map_err(|_| format!("--port takes a number up to 65535, not `{port}`"))?,
        _ => return Err("serve takes only --port N".to_owned()),
    };
    site::build(&tools::set_up()?)?;
    site::serve(port)
}

fn env(rest: &[String]) -> Outcome {
    none(rest)?;
    println!("export PATH='{}'", tools::set_up()?.path().to_string_lossy());
    let player: Vec<String> = standard::ENVIRONMENT.iter().map(|(name, value)| format!("{name}='{value}'")).collect();
    println!("trunk() {{ env {} trunk \"$@\"; }}", player.join(" "));
    Ok(())
}

/// Refuses arguments where a command takes none.
fn none(rest: &[String]) -> Outcome {
    if rest.is_empty() { Ok(()) } else { Err(format!("unexpected `{}`: see `cargo xtask --help`", rest.join(" "))) }
}

//! Builds and serves: trunk makes the WASM programs and the gallery, `waypost` makes the course.

use crate::{
    process::{Outcome, command, root, run},
    standard,
    tools::Tools,
};

/// Builds everything into `dist/`: gallery at `/`, player in `p/`, the course's site in `course/`.
///
/// # Errors
/// Trunk failed; it has said why.
pub(crate) fn build(tools: &Tools) -> Outcome {
    if !root().join("target/wasm32-unknown-unknown/player").is_dir() {
        eprintln!("first build in this checkout: about 3 min; later ones take some seconds");
    }
    run(tools.command("trunk").args(["build", "--release"]).envs(standard::ENVIRONMENT))
}

/// Serves the gallery, the player and the course on this machine, with live reload of the content.
///
/// # Errors
/// The server could not start or ended badly.
pub(crate) fn serve(port: u16) -> Outcome {
    let port = port.to_string();
    run(command("cargo").args(["run", "--quiet", "--package", "waypost-cli", "--", "serve", "content"]).args([
        "--player",
        "dist/p",
        "--gallery",
        "dist",
        "--port",
        &port,
    ]))
}

/// Builds the author's command line, aloud: the first time takes a while.
///
/// # Errors
/// It does not compile.
pub(crate) fn waypost() -> Outcome {
    run(command("cargo").args(["build", "--package", "waypost-cli"]))
}

//! Trunk's last step: in its staging folder, puts the player's files together and builds the course with them.

use crate::{
    names,
    process::{Outcome, command, root, run},
    site, standard,
    tool::find_file,
    tools::Tools,
};
use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::Stdio,
};

/// The style sheets of the player's folder and the parts of `styles/` each is made of, in order.
const STYLES: [(&str, &[&str]); 5] = [
    ("quiz.css", &["tokens.css", "widget.css", "flow.css", "around.css"]),
    ("chooser.css", &["tokens.css", "widget.css", "chooser.css", "around.css"]),
    ("simulator.css", &["tokens.css", "widget.css", "simulator.css", "around.css"]),
    ("page.css", &["tokens.css", "page.css"]),
    ("noscript.css", &["noscript.css"]),
];

/// The hand-written scripts: stable URLs that hosts link to.
const SCRIPTS: [&str; 12] = [
    "early.js",
    "near.js",
    "address.js",
    "store.js",
    "program.js",
    "deliver.js",
    "resume.js",
    "shell.js",
    "frame.js",
    "embed.js",
    "relay.js",
    "signup.js",
];

/// The programs, for each kind of widget, for quizzes of choices, and for what is sent: the bins that index.html links as workers.
const PROGRAMS: [&str; 6] = ["choices", "quiz", "chooser", "simulator", "review", "outbox"];

/// The program of the simulator's worker, of a package of its own. It talks in numbers and has no glue, so it is none of trunk's.
const ENGINE: &str = "engine";

/// What wasm-opt is told of it: what index.html says of the other programs, and SIMD.
const OPTIMIZED: &str = "-Oz --enable-simd --enable-bulk-memory --enable-bulk-memory-opt --enable-multivalue --enable-mutable-globals \
                         --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext --flatten --rereloop -Oz \
                         --low-memory-unused -ocimfs=1";

/// What stands in the factory of one program only: its name, and a script of `src/player`.
const OWN: [(&str, &str); 1] = [("simulator", "simulator/worker.js")];

/// The files of the player, as `dist/p` names them.
pub(crate) fn files() -> Vec<String> {
    let programs = PROGRAMS.iter().flat_map(|program| [format!("{program}.wasm"), format!("{program}.js")]);
    let programs = programs.chain([format!("{ENGINE}.wasm")]);
    let styles = STYLES.iter().map(|(name, _)| *name);
    programs.chain(SCRIPTS.into_iter().chain(styles).map(str::to_owned)).collect()
}

/// Fills `p/` and `course/` in trunk's staging folder.
///
/// # Errors
/// A source is missing or a tool failed; the message names it.
pub(crate) fn finish(tools: &Tools) -> Outcome {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("TRUNK_STAGING_DIR is not set: `finish` is run by trunk")?;
    assemble(tools, &staging)?;
    build_course(&staging)
}

/// Writes the player's files into `staging/p`.
fn assemble(tools: &Tools, staging: &Path) -> Outcome {
    let player = staging.join("p");
    fs::create_dir_all(&player).map_err(|error| format!("cannot make {}: {error}", player.display()))?;

    let page = read(&root().join("src/player/page.js"))?;
    for program in PROGRAMS {
        let glue_path = built(staging, &format!("{program}.js"))?;
        let glue = read(&glue_path)?;
        let wasm_path = built(staging, &format!("{program}_bg.wasm"))?;
        let wasm = fs::read(&wasm_path).map_err(|error| format!("{}: {error}", wasm_path.display()))?;
        remove(&glue_path)?;
        remove(&wasm_path)?;
        let (wasm, glue) = names::shorten(&wasm, &glue).ok_or_else(|| format!("{} is no WASM module", wasm_path.display()))?;
        let own = OWN.iter().filter(|(name, _)| *name == program).map(|(_, script)| read(&root().join("src/player").join(script)));
        let scripts: Vec<String> = std::iter::once(Ok(page.clone())).chain(own).collect::<Outcome<_>>()?;
        write(&player.join(format!("{program}.wasm")), &wasm)?;
        write(&player.join(format!("{program}.js")), minify(tools, "js", &wrap(program, &scripts.join("\n"), &glue)?)?.as_bytes())?;
    }
    engine(tools, &player.join(format!("{ENGINE}.wasm")))?;

    for script in SCRIPTS {
        let source = read(&root().join("src/player").join(script))?;
        write(&player.join(script), minify(tools, "js", &source)?.as_bytes())?;
    }
    for (name, parts) in STYLES {
        let sources: Vec<_> = parts.iter().map(|part| read(&root().join("styles").join(part))).collect::<Outcome<_>>()?;
        write(&player.join(name), minify(tools, "css", &sources.join("\n"))?.as_bytes())?;
    }
    Ok(())
}

/// Compiles `content/` with the player just made.
fn build_course(staging: &Path) -> Outcome {
    site::waypost()?;
    let mut waypost = command("cargo");
    waypost.args(["run", "--quiet", "--package", "waypost-cli", "--", "build", "content", "--out"]);
    run(waypost.arg(staging.join("course")).arg("--player").arg(staging.join("p")))
}

/// Builds the worker's program: as trunk builds the others, but with SIMD, and in a profile of its own (see Cargo.toml).
fn engine(tools: &Tools, to: &Path) -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    let words = format!("build --quiet --profile worker --package waypost-engine --features simd --target {TARGET}");
    run(command("cargo").args(words.split(' ')).envs(standard::ENVIRONMENT))?;
    let made = root().join("target").join(TARGET).join("worker").join(format!("{ENGINE}.wasm"));
    run(tools.command("wasm-opt").args(OPTIMIZED.split_whitespace()).arg(made).arg("-o").arg(to))
}

/// Makes wasm-bindgen's glue a factory: every call yields fresh glue, so a player can be started again. What the glue calls by name
/// stands before it; its exports are guarded, so that `stopped` hears of the instance's end (see page.js).
///
/// # Errors
/// The glue does not take its exports where this looks for it.
fn wrap(program: &str, page: &str, glue: &str) -> Outcome<String> {
    const EXPORTS: &str = "wasm = instance.exports;";
    if glue.matches(EXPORTS).count() != 1 {
        return Err(format!("{program}.js: wasm-bindgen's glue no longer says `{EXPORTS}` once: look how it takes its exports now"));
    }
    let glue = glue.replace(EXPORTS, "wasm = waypostGuarded(instance.exports);");
    Ok(format!("function waypost_{program}(stopped){{\n{page}\n{glue}\nreturn wasm_bindgen}}\n"))
}

/// Minifies a classic script or a style sheet; a script's top-level names stay.
///
/// The glue asks `document.currentScript` for its own address, which an element named `currentScript` can fake and
/// which throws in an `about:srcdoc` frame; the shell always says where the WASM is, so that question is cut out.
fn minify(tools: &Tools, loader: &str, source: &str) -> Outcome<String> {
    let mut esbuild = tools.command("esbuild");
    esbuild.args(["--minify", "--charset=utf8", "--log-level=warning"]).arg(format!("--loader={loader}"));
    if loader == "js" && source.starts_with("function waypost_") {
        esbuild.arg("--define:document=undefined");
    }
    if loader == "js" {
        esbuild.arg("--target=es2020");
    }
    let broken = |error: std::io::Error| format!("esbuild: {error}");
    let mut child = esbuild.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(broken)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(source.as_bytes()).map_err(broken)?;
    }
    let output = child.wait_with_output().map_err(broken)?;
    if !output.status.success() {
        return Err(format!("esbuild could not minify this {loader}"));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("esbuild: {error}"))
}

fn built(staging: &Path, name: &str) -> Outcome<PathBuf> {
    find_file(staging, name).ok_or_else(|| format!("trunk built no {name}: index.html must link each program's bin as a worker"))
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn remove(path: &Path) -> Outcome {
    fs::remove_file(path).map_err(|error| format!("cannot remove {}: {error}", path.display()))
}

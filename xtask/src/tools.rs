//! Sets up the build's tools: each is taken from PATH, else the cache, else a prebuilt release, else compiled.

use crate::{
    process::{Outcome, command, output, root, run_step},
    standard,
    tool::{Source, Tool, minutes},
    versions,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The folders whose programs the build uses, in front of PATH.
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// A command that finds the tools first.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = command(program);
        command.env("PATH", self.path()).env("TRUNK_TOOLS_WASM_OPT", versions::wasm_opt());
        command
    }

    /// PATH with the tools in front.
    pub(crate) fn path(&self) -> std::ffi::OsString {
        let path = env::var_os("PATH").unwrap_or_default();
        env::join_paths(self.folders.iter().cloned().chain(env::split_paths(&path))).unwrap_or(path)
    }
}

/// The folder that keeps tools for every checkout of this user: `$WAYPOST_TOOLS`, else below the user's cache folder.
pub(crate) fn cache() -> Outcome<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    named("WAYPOST_TOOLS")
        .or_else(|| named("XDG_CACHE_HOME").map(|folder| folder.join("waypost/tools")))
        .or_else(|| named("LOCALAPPDATA").map(|folder| folder.join("waypost/tools")))
        .or_else(|| env::home_dir().map(|home| home.join(".cache/waypost/tools")))
        .ok_or_else(|| "no home folder found: set WAYPOST_TOOLS to a folder for the build's tools".to_owned())
}

/// Sees to it that every tool is there; silent when nothing is missing.
///
/// # Errors
/// A tool could not be had; the message says what to install by hand.
pub(crate) fn set_up() -> Outcome<Tools> {
    check_node()?;
    standard::set_up()?;
    let cache = cache()?;
    let all = all(&cache)?;
    let mut folders = Vec::new();
    let mut missing = Vec::new();
    for tool in &all {
        match tool.find() {
            Some(folder) => folders.push(folder),
            None => missing.push(tool),
        }
    }
    let target = !standard::has("wasm32-unknown-unknown/lib");
    if target || !missing.is_empty() {
        announce(&missing, &cache);
        fs::create_dir_all(&cache).map_err(|error| format!("cannot make {}: {error}", cache.display()))?;
    }
    if target {
        let log = cache.join("wasm-target.log");
        run_step("Rust's wasm32 target, some seconds", &log, command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
            .map_err(|error| format!("{error}\nadd the target wasm32-unknown-unknown to your Rust toolchain"))?;
    }
    for tool in missing {
        if tool.find().is_none() {
            tool.install(&cache)?;
        }
        folders.push(tool.find().ok_or_else(|| {
            format!("{} {} was installed, but does not say so itself: look into {}", tool.program, tool.version, tool.home.display())
        })?);
    }
    // What is on PATH stays where it is: in front, its folder could hide another tool of the cache.
    folders.retain(|folder| folder.starts_with(&cache));
    folders.dedup();
    // This program too: trunk calls it as its last step.
    folders.extend(env::current_exe().ok().and_then(|program| Some(program.parent()?.to_owned())));
    Ok(Tools { folders })
}

/// The four tools, in the order they are installed.
fn all(cache: &Path) -> Outcome<[Tool; 4]> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap_or_default();
    let bindgen = versions::wasm_bindgen(&lock)?;
    let words = |text: String| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let packages = format!("binaryen@{} esbuild@{}", versions::BINARYEN, versions::ESBUILD);
    let npm = |program, version: &str| Tool {
        program,
        version: version.to_owned(),
        home: cache.join(format!("node-{}", key(&packages))),
        bin: "node_modules/.bin".into(),
        source: Source::Npm,
    };
    Ok([
        npm("esbuild", versions::ESBUILD),
        npm("wasm-opt", &versions::wasm_opt()),
        Tool {
            program: "wasm-bindgen",
            home: cache.join(format!("wasm-bindgen-{bindgen}")),
            bin: "bin".into(),
            source: Source::Crate {
                release: versions::wasm_bindgen_release(&bindgen),
                // Without --locked: 0.2.130's own lock file names a crate version that was taken back.
                install: words(format!("--no-default-features wasm-bindgen-cli@{bindgen}")),
                environment: vec![("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")],
                seconds: 165,
            },
            version: bindgen,
        },
        Tool {
            program: "trunk",
            version: versions::TRUNK.to_owned(),
            home: cache.join(format!("trunk-{}", versions::TRUNK)),
            bin: "bin".into(),
            source: Source::Crate {
                release: versions::trunk_release(),
                // Its manifest asks for a newer rustc than it needs; native-tls compiles in half of rustls' time.
                install: words(format!(
                    "--locked --ignore-rust-version --no-default-features --features native-tls trunk@{}",
                    versions::TRUNK
                )),
                environment: vec![("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")],
                seconds: 410,
            },
        },
    ])
}

/// A short name that changes with `text` (64-bit FNV-1a), for folders of the cache.
pub(crate) fn key(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Says what is missing and how long it takes, before anything long begins.
fn announce(missing: &[&Tool], cache: &Path) {
    let names: Vec<_> = missing.iter().map(|tool| tool.program).collect();
    let names = if names.is_empty() { "the wasm32 target".to_owned() } else { names.join(", ") };
    let compiled = missing.iter().map(|tool| match tool.source {
        Source::Crate { seconds, .. } => seconds,
        Source::Npm => 0,
    });
    let time = match compiled.sum() {
        0 => "some seconds".to_owned(),
        seconds => format!("about 1 min with prebuilt releases, {} if they must be compiled", minutes(seconds)),
    };
    eprintln!("setting up {names} in {}: {time}, and 3 min for the first build; later runs skip this", cache.display());
}

/// Sees to rustfmt and clippy, which rustup's minimal profile leaves out.
///
/// # Errors
/// They are missing and rustup cannot add them.
pub(crate) fn linters() -> Outcome {
    if ["fmt", "clippy"].iter().all(|name| output(command("cargo").args([name, "--version"])).is_some()) {
        return Ok(());
    }
    let log = cache()?.join("linters.log");
    run_step("rustfmt and clippy, some seconds", &log, command("rustup").args(["component", "add", "rustfmt", "clippy"]))
}

fn check_node() -> Outcome {
    let needed = versions::NODE_MAJOR;
    let says = output(command("node").arg("--version"))
        .ok_or(format!("Node.js {needed} or newer is needed: install it from https://nodejs.org"))?;
    let major = says.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= needed) {
        Ok(())
    } else {
        Err(format!("Node.js {needed} or newer is needed, found {}", says.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_short_and_changes_with_its_text() {
        assert_eq!(key("binaryen@132.0.0").len(), 16);
        assert_ne!(key("binaryen@132.0.0"), key("binaryen@132.0.1"));
    }
}

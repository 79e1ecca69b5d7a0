//! Sets up the build's tools: each is taken from PATH, else the cache, else a prebuilt release, else compiled.

use crate::{
    debian,
    process::{Outcome, command, on_path, output, root, run_step},
    versions,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

/// The folders whose programs the build uses, in front of PATH.
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
}

/// One program that must be there in exactly one version.
struct Tool {
    /// The program's file name.
    program: &'static str,
    /// What its `--version` must contain.
    version: String,
    /// Its folder in the cache; the name carries the version.
    home: PathBuf,
    /// Where below `home` the program lies.
    bin: PathBuf,
    source: Source,
}

/// How a tool that is missing is had.
enum Source {
    /// From crates.io, or faster from `release`; `seconds` of processor time to compile.
    Crate { release: Option<String>, install: Vec<String>, environment: Vec<(&'static str, &'static str)>, seconds: u64 },
    /// From npm, with the other packages of the same folder.
    Npm,
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
    let target = !wasm_target_is_there();
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

impl Tool {
    /// The folder that holds this tool in the right version.
    fn find(&self) -> Option<PathBuf> {
        let kept = self.home.join(&self.bin);
        let names = [self.program.to_owned(), format!("{}.exe", self.program), format!("{}.cmd", self.program)];
        if names.iter().any(|name| kept.join(name).is_file()) {
            return Some(kept);
        }
        let found = on_path(self.program)?;
        let says = output(Command::new(&found).arg("--version"))?;
        let matches = says.split(|c: char| c.is_whitespace() || "()".contains(c)).any(|word| word == self.version);
        if matches { found.parent().map(Path::to_owned) } else { None }
    }

    /// Brings the tool into the cache.
    fn install(&self, cache: &Path) -> Outcome {
        let log = cache.join(format!("{}.log", self.program));
        match &self.source {
            Source::Npm => self.install_packages(&log),
            Source::Crate { release, install, environment, seconds } => {
                if let Some(address) = release
                    && self.download(address, &log).is_ok()
                {
                    return Ok(());
                }
                if self.program == "trunk" {
                    debian::openssl()?;
                }
                let step = format!("{} {}: compiling, about {}", self.program, self.version, minutes(*seconds));
                let mut cargo = command("cargo");
                cargo.arg("install").args(install).arg("--root").arg(&self.home);
                cargo.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
                run_step(&step, &log, cargo.envs(environment.iter().copied()))
            }
        }
    }

    /// Unpacks a prebuilt release into the cache, when it can be reached within some seconds and runs here.
    fn download(&self, address: &str, log: &Path) -> Outcome {
        let part = self.home.with_extension("part");
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(part.join("bin")).map_err(|error| error.to_string())?;
        let archive = part.join("release.tar.gz");
        let step = format!("{} {}: looking for a prebuilt release", self.program, self.version);
        let mut curl = command("curl");
        curl.args(["-fsSL", "--connect-timeout", "5", "--max-time", "120", "-o"]).arg(&archive).arg(address);
        let mut tar = command("tar");
        tar.arg("-xzf").arg(&archive).arg("-C").arg(&part);
        let got = run_step(&step, log, &mut curl).and_then(|()| {
            output(&mut tar).ok_or("the release could not be unpacked")?;
            let name = format!("{}{}", self.program, env::consts::EXE_SUFFIX);
            let program = find_file(&part, &name).ok_or("the release lacks the program")?;
            let says = output(Command::new(&program).arg("--version")).ok_or("the release does not run on this machine")?;
            if !says.split_whitespace().any(|word| word == self.version) {
                return Err(format!("the release calls itself {says}"));
            }
            fs::create_dir_all(self.home.join(&self.bin)).map_err(|error| error.to_string())?;
            fs::rename(&program, self.home.join(&self.bin).join(name)).map_err(|error| error.to_string())
        });
        let _ = fs::remove_dir_all(&part);
        if got.is_err() {
            eprintln!("  none to be had from here");
        }
        got
    }

    /// Installs the npm packages beside each other and moves them into place only when they are whole.
    fn install_packages(&self, log: &Path) -> Outcome {
        let part = self.home.with_extension("part");
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part).map_err(|error| format!("cannot make {}: {error}", part.display()))?;
        let list =
            format!(r#"{{"private":true,"dependencies":{{"binaryen":"{}","esbuild":"{}"}}}}"#, versions::BINARYEN, versions::ESBUILD);
        fs::write(part.join("package.json"), list).map_err(|error| error.to_string())?;
        npm_install("binaryen and esbuild from npm, some seconds", log, &part, "install")?;
        fs::rename(&part, &self.home).map_err(|error| format!("cannot write {}: {error}", self.home.display()))
    }
}

/// Runs `npm install` or `npm ci` in a folder that has a package.json; no package's own scripts are run.
pub(crate) fn npm_install(step: &str, log: &Path, folder: &Path, verb: &str) -> Outcome {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = command(program);
    npm.current_dir(folder).args([verb, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    run_step(step, log, &mut npm)
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
    eprintln!("setting up {names} in {}: {time}; later runs skip this", cache.display());
}

/// Processor seconds as minutes on this machine's cores.
fn minutes(seconds: u64) -> String {
    let cores = thread::available_parallelism().map_or(2, usize::from) as u64;
    format!("{} min", (seconds / cores.min(8)).div_ceil(60))
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

fn wasm_target_is_there() -> bool {
    output(command("rustc").args(["--print", "sysroot"]))
        .is_some_and(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir())
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

/// The first file called `name` in a folder or below it.
pub(crate) fn find_file(folder: &Path, name: &str) -> Option<PathBuf> {
    let entries: Vec<_> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    let here = entries.iter().find(|path| path.is_file() && path.ends_with(name)).cloned();
    here.or_else(|| entries.iter().filter(|path| path.is_dir()).find_map(|path| find_file(path, name)))
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

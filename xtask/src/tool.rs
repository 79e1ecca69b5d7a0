//! One tool of the build: finding it, and bringing it into the cache.

use crate::{
    debian,
    process::{Outcome, command, on_path, output, run_step},
    versions,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

/// One program that must be there in exactly one version.
pub(crate) struct Tool {
    /// The program's file name.
    pub(crate) program: &'static str,
    /// What its `--version` must contain.
    pub(crate) version: String,
    /// Its folder in the cache; the name carries the version.
    pub(crate) home: PathBuf,
    /// Where below `home` the program lies.
    pub(crate) bin: PathBuf,
    /// How it is had when it is missing.
    pub(crate) source: Source,
}

/// How a tool that is missing is had.
pub(crate) enum Source {
    /// From crates.io, or faster from `release`; `seconds` of processor time to compile.
    Crate { release: Option<String>, install: Vec<String>, environment: Vec<(&'static str, &'static str)>, seconds: u64 },
    /// From npm, with the other packages of the same folder.
    Npm,
}

impl Tool {
    /// The folder that holds this tool in the right version.
    pub(crate) fn find(&self) -> Option<PathBuf> {
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
    pub(crate) fn install(&self, cache: &Path) -> Outcome {
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

/// Processor seconds as minutes on this machine's cores.
pub(crate) fn minutes(seconds: u64) -> String {
    let cores = thread::available_parallelism().map_or(2, usize::from) as u64;
    format!("{} min", (seconds / cores.min(8)).div_ceil(60))
}

/// The first file called `name` in a folder or below it.
pub(crate) fn find_file(folder: &Path, name: &str) -> Option<PathBuf> {
    let entries: Vec<_> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    let here = entries.iter().find(|path| path.is_file() && path.ends_with(name)).cloned();
    here.or_else(|| entries.iter().filter(|path| path.is_dir()).find_map(|path| find_file(path, name)))
}

//! Finds or installs what browser tests and benchmarks need: a Chromium, and the npm packages that a folder's package.json names.

use crate::{
    debian,
    process::{Outcome, on_path, root},
    tool::npm_install,
    tools::{cache, key},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where a browser may be when it is not on PATH.
const USUAL_PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// The browser for the tests: `$WAYPOST_CHROMIUM`, an installed Chromium or Chrome, else Debian's package.
///
/// # Errors
/// There is none, and none can be installed from here.
pub(crate) fn chromium() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("WAYPOST_CHROMIUM").map(PathBuf::from) {
        return if named.is_file() { Ok(named) } else { Err(format!("WAYPOST_CHROMIUM names {}, which is not there", named.display())) };
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    debian::install(&["chromium", "fonts-liberation"], "for the browser tests")
        .map_err(|error| format!("{error}, or set WAYPOST_CHROMIUM to a Chromium or Chrome"))?;
    installed().ok_or_else(|| "Debian's chromium was installed but is not on PATH: set WAYPOST_CHROMIUM".to_owned())
}

fn installed() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let on_path = names.iter().find_map(|name| on_path(name));
    on_path.or_else(|| USUAL_PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// Sees to the packages of a folder such as `tests`: installed once per lock file into the cache, and linked as its `node_modules`.
///
/// # Errors
/// npm failed, or the link cannot be made.
pub(crate) fn packages(folder: &str) -> Outcome {
    let tests = root().join(folder);
    let cannot = |what: &Path, error: std::io::Error| format!("cannot write {}: {error}", what.display());
    let lock = fs::read_to_string(tests.join("package-lock.json")).map_err(|error| format!("{folder}/package-lock.json: {error}"))?;
    let cache = cache()?;
    let home = cache.join(format!("{}-{}", folder.replace('/', "-"), key(&lock)));
    if !home.is_dir() {
        let part = home.with_extension("part");
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part).map_err(|error| cannot(&part, error))?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(tests.join(file), part.join(file)).map_err(|error| cannot(&part, error))?;
        }
        npm_install(&format!("npm packages of {folder}, some seconds"), &cache.join("packages.log"), &part, "ci")?;
        fs::rename(&part, &home).map_err(|error| cannot(&home, error))?;
    }
    let link = tests.join("node_modules");
    let target = home.join("node_modules");
    if fs::read_link(&link).is_ok_and(|existing| existing == target) {
        return Ok(());
    }
    let _ = fs::remove_file(&link);
    make_link(&target, &link).map_err(|error| cannot(&link, error))
}

#[cfg(unix)]
fn make_link(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(windows)]
fn make_link(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(target, link)
}

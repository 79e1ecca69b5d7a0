//! System packages on Debian and its kin; a clear request to the developer everywhere else.

use crate::process::{Outcome, command, on_path, output, run_step};
use std::env;

/// Sees to OpenSSL's headers, which compiling trunk needs on Linux.
///
/// # Errors
/// They are missing and cannot be installed from here.
pub(crate) fn openssl() -> Outcome {
    let there = !cfg!(target_os = "linux") || output(command("pkg-config").args(["--exists", "openssl"])).is_some();
    if there { Ok(()) } else { install(&["libssl-dev", "pkg-config"], "to compile trunk") }
}

/// Installs Debian packages when this is Debian and we may.
///
/// # Errors
/// Says which packages are needed `why`, and the command that installs them.
pub(crate) fn install(packages: &[&str], why: &str) -> Outcome {
    let list = packages.join(" ");
    if on_path("apt-get").is_none() {
        return Err(format!("{why}, install what Debian calls {list}, then run this again"));
    }
    if output(command("id").arg("-u")).is_none_or(|id| id.trim() != "0") {
        return Err(format!("{why}, run `sudo apt-get install {list}`, then run this again"));
    }
    let log = env::temp_dir().join("waypost-apt.log");
    run_step("Debian's list of packages, some seconds", &log, command("apt-get").args(["update", "-q"]))?;
    let mut apt = command("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
    run_step(&format!("Debian packages {list}, about 1 min"), &log, &mut apt)
}

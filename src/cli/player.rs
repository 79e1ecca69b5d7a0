//! Where the player's files are.

use crate::Failure;
use crate::arguments::Player;
use std::path::PathBuf;
use std::{env, fs};
use waypost_author::publish::PlayerFiles;

/// The player's files, from the folder the author named or from where a build leaves them.
pub(crate) fn files(arguments: &Player) -> Result<PlayerFiles, Failure> {
    if let Some(folder) = &arguments.folder {
        return PlayerFiles::new(|name| fs::read(folder.join(name)).ok()).map_err(|missing| {
            format!(
                "{} is not a player's folder: {missing} not found there\n  name the folder that a build of Waypost left, such as dist/p",
                folder.display()
            )
        });
    }
    places().iter().find_map(|folder| PlayerFiles::new(|name| fs::read(folder.join(name)).ok()).ok()).ok_or_else(|| {
        let looked: Vec<_> = places().iter().map(|place| place.display().to_string()).collect();
        format!(
            "the player's files were not found\n  looked in {}\n  name their folder with --player or in WAYPOST_PLAYER; \
                 in a checkout of Waypost, `cargo xtask build` makes them in dist/p",
            looked.join(", ")
        )
    })
}

fn places() -> Vec<PathBuf> {
    let beside = env::current_exe().ok().and_then(|program| program.parent().map(PathBuf::from));
    let beside = beside.iter().flat_map(|folder| [folder.join("p"), folder.join("dist/p")]);
    [PathBuf::from("dist/p")].into_iter().chain(beside).collect()
}

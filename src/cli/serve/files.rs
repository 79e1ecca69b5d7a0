//! What an address of the preview leads to: files of the course, files of the gallery, the script that reloads pages.

use super::preview::{Preview, SCRIPT};
use crate::Failure;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A built gallery on disk.
pub(super) struct Gallery(PathBuf);

impl Gallery {
    /// The gallery in `folder`.
    pub(super) fn open(folder: PathBuf) -> Result<Self, Failure> {
        if folder.join("index.html").is_file() {
            Ok(Self(folder))
        } else {
            Err(format!("{} is not a built gallery: it has no index.html", folder.display()))
        }
    }

    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let path = Path::new(path);
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| fs::read(self.0.join(path)).ok()).flatten()
    }
}

/// Where an address leads.
pub(super) enum Found {
    /// A file: its name and content.
    File(String, Vec<u8>),
    /// The address is the one of a folder without its `/`.
    Elsewhere(String),
    /// Nowhere.
    Nothing,
}

/// What the path of an address, decoded and with its leading `/`, leads to.
pub(super) fn found(path: &str, preview: &Preview, gallery: Option<&Gallery>) -> Found {
    if path == SCRIPT {
        return Found::File(path.to_owned(), include_bytes!("live.js").to_vec());
    }
    let course = match gallery {
        None => path.strip_prefix('/'),
        Some(_) => path.strip_prefix("/course/"),
    };
    let file = |name: &str| match (course, gallery) {
        (Some(_), _) => preview.file(name),
        (None, Some(gallery)) => gallery.file(name),
        (None, None) => None,
    };
    let rest = course.unwrap_or(path.trim_start_matches('/'));
    let name = if rest.is_empty() || rest.ends_with('/') { format!("{rest}index.html") } else { rest.to_owned() };
    if let Some(content) = file(&name) {
        Found::File(name, content)
    } else if file(&format!("{name}/index.html")).is_some() {
        Found::Elsewhere(format!("{path}/"))
    } else if course.is_some() && name.ends_with(".html") && preview.is_empty() {
        Found::File(name, include_bytes!("waiting.html").to_vec())
    } else {
        Found::Nothing
    }
}

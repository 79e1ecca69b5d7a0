//! The player's files: named by their content where a host may keep them for good, under a stable name where embed codes point.

use super::{Files, PLAYER};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;
use waypost_core::bundle::Kind;

/// What trunk and `cargo xtask` leave in the player's folder, all of it needed, with what [`PROGRAMS`] names.
const NEEDED: [&str; 5] = ["shell.js", "frame.js", "embed.js", "page.css", "noscript.css"];

/// The programs: for each kind of widget its glue, its WebAssembly and its style sheet.
const PROGRAMS: [(Kind, [&str; 3]); 1] = [(Kind::Quiz, ["quiz.js", "quiz.wasm", "quiz.css"])];

/// What a browser shows beside a document's title.
const ICON: &[u8] = include_bytes!("icon.svg");

/// The player as it was built: every needed file, under its plain name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayerFiles(BTreeMap<&'static str, Vec<u8>>);

impl PlayerFiles {
    /// The names of the files to read, see [`PlayerFiles::new`].
    pub fn names() -> impl Iterator<Item = &'static str> {
        NEEDED.into_iter().chain(PROGRAMS.into_iter().flat_map(|(_, files)| files))
    }

    /// The player of the files that `read` finds by name, or the names that it does not find.
    pub fn new(read: impl Fn(&str) -> Option<Vec<u8>>) -> Result<Self, Missing> {
        let (found, missing): (Vec<_>, Vec<_>) = Self::names().map(|name| (name, read(name))).partition(|(_, file)| file.is_some());
        if missing.is_empty() {
            Ok(Self(found.into_iter().filter_map(|(name, file)| Some((name, file?))).collect()))
        } else {
            Err(Missing(missing.into_iter().map(|(name, _)| name).collect()))
        }
    }

    fn get(&self, name: &str) -> &[u8] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The files a player's folder lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing(pub Vec<&'static str>);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

/// The published names of the player's files, without their folder.
pub(super) struct Names {
    pub(super) programs: BTreeMap<Kind, ProgramNames>,
    pub(super) page: String,
    pub(super) noscript: String,
    pub(super) icon: String,
}

/// The published names of a program's files, and its style sheet as it stands in documents.
pub(super) struct ProgramNames {
    pub(super) glue: String,
    pub(super) wasm: String,
    pub(super) style: String,
    pub(super) inline_style: String,
    pub(super) style_hash: String,
}

/// The player's files as a site holds them.
pub(super) struct Assets {
    pub(super) names: Names,
    pub(super) files: Files,
}

impl Assets {
    /// Hashes what can be kept for good and stamps the hashed names into the two stable scripts.
    /// `frames` is the site's own part of the pages' style sheet.
    pub(super) fn new(player: &PlayerFiles, frames: &str) -> Self {
        let mut files = Files::new();
        let mut keep = |name: &str, content: Vec<u8>| {
            let name = hashed(name, &content);
            files.insert(format!("{PLAYER}{name}"), content);
            name
        };
        let mut program = |[glue, wasm, style]: [&str; 3]| {
            let inline = player.get(style).trim_ascii_end();
            ProgramNames {
                glue: keep(glue, player.get(glue).to_vec()),
                wasm: keep(wasm, player.get(wasm).to_vec()),
                style: keep(style, player.get(style).to_vec()),
                inline_style: String::from_utf8_lossy(inline).into_owned(),
                style_hash: BASE64_STANDARD.encode(Sha256::digest(inline)),
            }
        };
        let names = Names {
            programs: PROGRAMS.into_iter().map(|(kind, files)| (kind, program(files))).collect(),
            page: keep("page.css", [player.get("page.css"), frames.as_bytes()].concat()),
            noscript: keep("noscript.css", player.get("noscript.css").to_vec()),
            icon: keep("icon.svg", ICON.to_vec()),
        };
        for script in ["shell.js", "frame.js", "embed.js"] {
            files.insert(format!("{PLAYER}{script}"), stamped(player.get(script), &names));
        }
        Self { names, files }
    }
}

/// `quiz.js` as `quiz-0123456789ab.js`.
fn hashed(name: &str, content: &[u8]) -> String {
    let digest: String = Sha256::digest(content).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    match name.split_once('.') {
        Some((stem, ending)) => format!("{stem}-{digest}.{ending}"),
        None => format!("{name}-{digest}"),
    }
}

/// A stable script in which the token `__FILES__` is replaced by the names of this build's programs, which lie beside it: for each
/// kind its glue, its WebAssembly and its style sheet.
fn stamped(script: &[u8], names: &Names) -> Vec<u8> {
    let files = |(kind, program): (&Kind, &ProgramNames)| {
        format!("{}:[\"{}\",\"{}\",\"{}\"]", kind.name(), program.glue, program.wasm, program.style)
    };
    let programs: Vec<String> = names.programs.iter().map(files).collect();
    String::from_utf8_lossy(script).replace("__FILES__", &format!("{{{}}}", programs.join(","))).into_bytes()
}

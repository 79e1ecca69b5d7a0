//! The player's files: named by their content where a host may keep them for good, under a stable name where embed codes point.

use super::{Files, PLAYER, Program};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use waypost_core::event::table::{About, EVENTS};

/// What trunk and `cargo xtask` leave in the player's folder, all of it needed, with what [`Program`] names.
const NEEDED: [&str; 15] = [
    "early.js",
    "near.js",
    "address.js",
    "store.js",
    "program.js",
    "outbox.js",
    "deliver.js",
    "resume.js",
    "shell.js",
    "frame.js",
    "embed.js",
    "relay.js",
    "signup.js",
    "page.css",
    "noscript.css",
];

/// The program that decides what is sent when. Its glue stands among the scripts.
const OUTBOX: &str = "outbox.wasm";

/// The program of the simulator's worker, without glue.
const ENGINE: &str = "engine.wasm";

/// What a browser shows beside a document's title.
const ICON: &[u8] = include_bytes!("icon.svg");

/// The player as it was built: every needed file, under its plain name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayerFiles(BTreeMap<&'static str, Vec<u8>>);

impl PlayerFiles {
    /// The names of the files to read, see [`PlayerFiles::new`].
    pub fn names() -> impl Iterator<Item = &'static str> {
        // Programs share style sheets.
        let programs: BTreeSet<_> = Program::ALL.into_iter().flat_map(Program::files).collect();
        NEEDED.into_iter().chain([OUTBOX, ENGINE]).chain(programs)
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
    pub(super) programs: BTreeMap<Program, ProgramNames>,
    pub(super) outbox: String,
    pub(super) engine: String,
    pub(super) page: String,
    pub(super) noscript: String,
    pub(super) noscript_style: String,
    pub(super) signup: String,
    pub(super) icon: String,
    /// The scripts that stand in documents themselves: in a widget's own page, and in a page with elements.
    pub(super) early: InlineScript,
    pub(super) near: InlineScript,
}

/// A script that stands in a document.
pub(super) struct InlineScript {
    pub(super) text: String,
    /// What a policy names it by.
    pub(super) hash: String,
}

impl InlineScript {
    fn new(file: &[u8]) -> Self {
        let text = String::from_utf8_lossy(file).trim_end().to_owned();
        Self { hash: BASE64_STANDARD.encode(Sha256::digest(&text)), text }
    }
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
    /// `frames` is the site's own part of the pages' style sheet, `theme` comes after the colors of every style sheet.
    pub(super) fn new(player: &PlayerFiles, frames: &str, theme: &str) -> Self {
        let mut files = Files::new();
        let mut keep = |name: &str, content: Vec<u8>| {
            let name = hashed(name, &content);
            files.insert(format!("{PLAYER}{name}"), content);
            name
        };
        let mut program = |[glue, wasm, style]: [&str; 3]| {
            let inline = format!("{}{theme}", String::from_utf8_lossy(player.get(style)).trim_end());
            ProgramNames {
                glue: keep(glue, player.get(glue).to_vec()),
                wasm: keep(wasm, player.get(wasm).to_vec()),
                style: keep(style, inline.clone().into_bytes()),
                style_hash: BASE64_STANDARD.encode(Sha256::digest(&inline)),
                inline_style: inline,
            }
        };
        let names = Names {
            programs: Program::ALL.into_iter().map(|one| (one, program(one.files()))).collect(),
            outbox: keep(OUTBOX, player.get(OUTBOX).to_vec()),
            engine: keep(ENGINE, player.get(ENGINE).to_vec()),
            page: keep("page.css", [player.get("page.css"), theme.as_bytes(), frames.as_bytes()].concat()),
            noscript: keep("noscript.css", player.get("noscript.css").to_vec()),
            noscript_style: String::from_utf8_lossy(player.get("noscript.css")).trim_end().to_owned(),
            signup: keep("signup.js", player.get("signup.js").to_vec()),
            icon: keep("icon.svg", ICON.to_vec()),
            early: InlineScript::new(player.get("early.js")),
            near: InlineScript::new(player.get("near.js")),
        };
        for script in NEEDED.into_iter().filter(|name| name.ends_with(".js") && !["early.js", "near.js", "signup.js"].contains(name)) {
            files.insert(format!("{PLAYER}{script}"), stamped(player.get(script), &names));
        }
        Self { names, files }
    }

    /// A file of the player's folder, as it is published.
    pub(super) fn file(&self, name: &str) -> &[u8] {
        self.files.get(&format!("{PLAYER}{name}")).map(Vec::as_slice).unwrap_or_default()
    }

    /// A script or style sheet of the player's folder.
    pub(super) fn text(&self, name: &str) -> Cow<'_, str> {
        String::from_utf8_lossy(self.file(name))
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

/// A stable script in which tokens are replaced: `__FILES__` by the names of this build's programs, which lie beside it (for each
/// its glue, its WebAssembly and its style sheet; for the outbox and the worker's engine the WebAssembly), `__LAYOUT__`, `__LEARNER__` and `__EVENTS__` by the names of events.
fn stamped(script: &[u8], names: &Names) -> Vec<u8> {
    let files = |(program, names): (&Program, &ProgramNames)| {
        format!("{}:[\"{}\",\"{}\",\"{}\"]", program.name(), names.glue, names.wasm, names.style)
    };
    let outbox = format!("outbox:[\"outbox.js\",\"{}\"]", names.outbox);
    let engine = format!("engine:[\"\",\"{}\"]", names.engine);
    let programs: Vec<String> = names.programs.iter().map(files).chain([outbox, engine]).collect();
    let mut text = String::from_utf8_lossy(script).replace("__FILES__", &format!("{{{}}}", programs.join(",")));
    const LAYOUT: &[About] = &[About::Page];
    const LEARNER: &[About] = &[About::Reader, About::Signup];
    for (token, about) in [("__LAYOUT__", LAYOUT), ("__LEARNER__", LEARNER), ("__EVENTS__", &[LAYOUT, LEARNER].concat())] {
        let events = EVENTS.iter().filter(|event| about.contains(&event.about));
        let names: Vec<String> = events.map(|event| format!("\"{}\"", event.name)).collect();
        text = text.replace(token, &format!("[{}]", names.join(",")));
    }
    text.into_bytes()
}

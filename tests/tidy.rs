//! Keeps the invariants of ARCHITECTURE.md that neither Cargo nor clippy can: reads the whole tree, line by line.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Something no line of some files may do, and an example that must be found.
struct Rule {
    says: &'static str,
    covers: fn(path: &str) -> bool,
    breaks: fn(number: usize, line: &str) -> bool,
    planted: (&'static str, &'static str),
}

const RULES: [Rule; 9] = [
    Rule {
        says: "the first line of a Rust file says what the file is about (`//!`)",
        covers: |path| path.ends_with(".rs"),
        breaks: |number, line| number == 1 && !line.starts_with("//! "),
        planted: ("src/core/quiz/marking.rs", "use std::fmt;\n//! Too late.\n"),
    },
    Rule {
        says: "a file is named after what it holds, not utils, helpers or manager",
        covers: |path| {
            let name = path.rsplit('/').next().unwrap_or(path);
            ["util", "utils", "helper", "helpers", "manager"].contains(&name.split('.').next().unwrap_or(name))
        },
        breaks: |number, _| number == 1,
        planted: ("src/ui/helpers.rs", "//! Bits and pieces.\n"),
    },
    Rule {
        says: "views set no `style=`: a strict CSP drops it",
        covers: |path| path.starts_with("src/ui/") && path.ends_with(".rs"),
        breaks: |_, line| code(line).contains("style="),
        planted: ("src/ui/bar.rs", "//! A bar.\n<div style={width}>\n"),
    },
    Rule {
        says: "hand-written scripts make no HTML and no code from strings",
        covers: |path| path.starts_with("src/") && path.ends_with(".js"),
        breaks: |_, line| {
            any(line, &["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function(", "srcdoc"])
        },
        planted: ("src/player/shell.js", "box.innerHTML = text;\n"),
    },
    Rule {
        says: "the core is pure: no files, clock, threads, environment, network or browser",
        covers: |path| path.starts_with("src/core/") && path.ends_with(".rs") && !outside(path),
        breaks: |_, line| {
            let banned = ["fs", "time", "thread", "env", "net", "process"];
            let line = code(line);
            any(line, &["web_sys", "js_sys", "wasm_bindgen", "gloo"]) || banned.iter().any(|name| line.contains(&format!("std::{name}")))
        },
        planted: ("src/core/random.rs", "//! Draws.\nlet seed = std::time::SystemTime::now();\n"),
    },
    Rule {
        says: "the author's side is pure: text in, bytes out",
        covers: |path| path.starts_with("src/author/") && path.ends_with(".rs") && !outside(path),
        breaks: |_, line| any(code(line), &["std::fs::write", "std::net", "std::process", "std::thread", "web_sys", "js_sys"]),
        planted: ("src/author/publish.rs", "//! Publishing.\nstd::fs::write(path, page)?;\n"),
    },
    Rule {
        says: "views never call the browser, the player or the studio",
        covers: |path| path.starts_with("src/ui/") && path.ends_with(".rs"),
        breaks: |_, line| any(code(line), &["web_sys::window", "gloo", "js_sys", "crate::player", "crate::studio", "waypost_author"]),
        planted: ("src/ui/quiz.rs", "//! A quiz.\nlet page = web_sys::window();\n"),
    },
    Rule {
        says: "the player knows neither studio nor author, and asks the browser for the time (std's clocks panic there)",
        covers: |path| path.starts_with("src/player/") && path.ends_with(".rs"),
        breaks: |_, line| {
            let clocks = ["std::time::Instant", "std::time::SystemTime"];
            any(code(line), &["crate::studio", "waypost_author"]) || any(code(line), &clocks)
        },
        planted: ("src/player/mount.rs", "//! Mounts.\nuse crate::studio::Page;\n"),
    },
    Rule {
        says: "nothing in a reader's page uses gloo's storage: it panics where storage is blocked",
        covers: |path| path.starts_with("src/") && path.ends_with(".rs"),
        breaks: |_, line| any(code(line), &["gloo_storage", "gloo::storage"]),
        planted: ("src/player/store.rs", "//! Store.\nuse gloo::storage::LocalStorage;\n"),
    },
];

/// Which crates of ours each manifest may name.
const DEPENDENCIES: [(&str, &[&str]); 8] = [
    ("src/lanes/Cargo.toml", &[]),
    ("src/core/Cargo.toml", &["waypost-lanes"]),
    ("src/engine/Cargo.toml", &["waypost-core"]),
    ("src/choices/Cargo.toml", &["waypost"]),
    ("src/author/Cargo.toml", &["waypost-core"]),
    ("src/cli/Cargo.toml", &["waypost", "waypost-core", "waypost-author"]),
    ("Cargo.toml", &["waypost-core"]),
    ("xtask/Cargo.toml", &[]),
];

/// What a reader must never download: the author's side and its parsers.
const NOT_IN_THE_PLAYER: [&str; 7] = ["pulldown-cmark", "toml", "quick-xml", "zip", "regex", "schemars", "waypost-author"];

#[test]
fn every_file_keeps_every_rule() {
    let files = tree(root());
    assert!(files.len() > 20, "the tree was not found: {} files", files.len());
    let mut broken = Vec::new();
    for file in files {
        let path = file.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        let covering: Vec<_> = RULES.iter().filter(|rule| (rule.covers)(&path)).collect();
        if covering.is_empty() {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        broken.extend(covering.iter().flat_map(|rule| violations(rule, &path, &text)));
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn every_rule_finds_what_is_planted() {
    for rule in &RULES {
        let (path, text) = rule.planted;
        assert!((rule.covers)(path), "{}: does not cover {path}", rule.says);
        assert_eq!(violations(rule, path, text).len(), 1, "{}", rule.says);
    }
}

#[test]
fn crates_depend_in_one_direction() {
    for (manifest, allowed) in DEPENDENCIES {
        let text = fs::read_to_string(root().join(manifest)).unwrap();
        for name in own_crates(&text) {
            assert!(allowed.contains(&name), "{manifest}: must not depend on {name}");
        }
    }
}

#[test]
fn a_dependency_that_points_back_is_found() {
    let text = "[package]\nname = \"waypost-core\"\n[dependencies]\nserde.workspace = true\nwaypost-author.workspace = true\n\
                [dev-dependencies.waypost]\npath = \".\"\n";
    assert_eq!(own_crates(text), ["waypost-author", "waypost"]);
    assert!(own_crates("[workspace.dependencies]\nwaypost-core = { path = \"src/core\" }\n").is_empty());
}

#[test]
fn the_player_holds_no_author_code() {
    for player in ["waypost", "waypost-choices"] {
        let packages = dependencies_for_wasm(&["--package", player]);
        assert!(packages.iter().any(|package| package.starts_with("yew v")), "no dependency tree");
        assert_eq!(unwanted(&packages.join("\n")), Vec::<&str>::new());
    }
}

#[test]
fn the_program_for_choices_is_built_without_the_other_kinds() {
    let of_core = |player| dependencies_for_wasm(&["--package", player]).into_iter().find(|package| package.starts_with("waypost-core v"));
    let has_kinds = |player| of_core(player).unwrap().ends_with("kinds");
    assert_eq!((has_kinds("waypost"), has_kinds("waypost-choices")), (true, false));
}

#[test]
fn no_native_crate_adds_a_feature_to_the_player() {
    // Trunk's cargo resolves the features of all default members together, whatever program it builds.
    let built_by_trunk = dependencies_for_wasm(&[]);
    let alone = dependencies_for_wasm(&["--package", "waypost"]);
    let added: Vec<_> = alone.iter().filter(|package| !built_by_trunk.contains(package)).collect();
    assert!(added.is_empty(), "their features differ when all default members are resolved: {added:#?}");
}

#[test]
fn an_unwanted_package_in_the_player_is_found() {
    assert_eq!(unwanted("waypost v0.1.0 (/somewhere)\nregex-lite v1.0.0\ntoml v0.9.0\n"), ["toml"]);
}

/// The lines of a file that break a rule, as `path:line: what the rule says`.
fn violations(rule: &Rule, path: &str, text: &str) -> Vec<String> {
    let lines = text.split('\n').enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(number, line)| (rule.breaks)(*number, line)).map(|(number, _)| format!("{path}:{number}: {}", rule.says)).collect()
}

/// Our own crates among the dependencies of a manifest.
fn own_crates(manifest: &str) -> Vec<&str> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            let section = section.trim_end_matches(']');
            inside = section.ends_with("dependencies") && section != "workspace.dependencies";
            found.extend(section.rsplit_once("dependencies.").map(|(_, name)| name).filter(|name| name.starts_with("waypost")));
        } else if inside && line.starts_with("waypost") {
            found.extend(line.split(['.', ' ', '=']).next());
        }
    }
    found
}

/// The packages of a dependency tree that a reader must not download.
fn unwanted(tree: &str) -> Vec<&str> {
    tree.lines().filter_map(|line| line.split(' ').next()).filter(|name| NOT_IN_THE_PLAYER.contains(name)).collect()
}

/// Every package that a build for wasm32 links, with its version and features, as `cargo tree` tells.
fn dependencies_for_wasm(selection: &[&str]) -> Vec<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro"]);
    cargo.args(["--prefix", "none", "--no-dedupe", "--format", "{p} {f}"]).args(selection);
    let output = cargo.current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut packages: Vec<_> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    packages.sort();
    packages.dedup();
    packages
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or(line)
}

/// A crate's tests, examples and build script stand outside of it.
fn outside(path: &str) -> bool {
    any(path, &["/tests/", "/tests.rs", "/examples/", "/build.rs"])
}

fn any(line: &str, banned: &[&str]) -> bool {
    banned.iter().any(|word| line.contains(word))
}

/// Every file of the project, without what is built or installed.
fn tree(folder: &Path) -> Vec<PathBuf> {
    let skipped = ["target", "dist", "site", "node_modules"];
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || skipped.contains(&name.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            files.extend(tree(&entry.path()));
        } else {
            files.push(entry.path());
        }
    }
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

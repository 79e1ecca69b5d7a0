//! The text cases in `tests/suite`: Markdown with the exact diagnostics it must cause, word for word.
//!
//! A file holds cases of one theme. `=== name` begins a case, then its Markdown, then `--- expected` and the diagnostics as they are
//! printed (none: nothing wrong), and in some cases `--- bundle` and the compiled bundle. A case of several files is a course: `--- file
//! NAME` before each. `WAYPOST_BLESS=1 cargo test -p waypost-author --test suite` writes what came out into the files; read it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use waypost_author::chooser::workbench::findings;
use waypost_author::course::Course;
use waypost_author::page::parse_page;
use waypost_author::{code, doctor, lesson};
use waypost_core::bundle::Profile;

const NAME: &str = "=== ";
const FILE: &str = "--- file ";
const EXPECTED: &str = "--- expected";
const BUNDLE: &str = "--- bundle";

/// The files whose cases are measured too, by the workbench or the doctor: that takes a while.
const MEASURED: [&str; 2] = ["workbench.md", "doctor.md"];

/// Tested elsewhere: what a text case cannot show, or only at the price of a huge file.
const ELSEWHERE: [&str; 11] = ["E101", "E102", "E191", "E201", "E202", "E203", "E204", "E205", "E304", "E305", "E411"];

struct Case {
    name: String,
    /// The Markdown as it stands in the file.
    source: String,
    expected: String,
    bundle: Option<String>,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    files
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut part = "";
    for line in text.split_inclusive('\n') {
        if let Some(name) = line.strip_prefix(NAME) {
            cases.push(Case { name: name.trim().to_owned(), source: String::new(), expected: String::new(), bundle: None });
            part = NAME;
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        match (part, line.trim_end()) {
            (_, EXPECTED) => part = EXPECTED,
            (_, BUNDLE) => {
                part = BUNDLE;
                case.bundle = Some(String::new());
            }
            (NAME, _) => case.source.push_str(line),
            (EXPECTED, _) => case.expected.push_str(line),
            _ => case.bundle.iter_mut().for_each(|bundle| bundle.push_str(line)),
        }
    }
    cases
}

fn printed(diagnostics: &[waypost_author::diagnostic::Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

/// What comes out: the diagnostics, with those of workbench and doctor where it `measures`, and the bundle.
fn run(source: &str, measures: bool) -> (String, String) {
    if source.contains(FILE) {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for part in source.split(FILE).skip(1) {
            let (name, text) = part.split_once('\n').unwrap();
            files.insert(name.trim().to_owned(), text.as_bytes().to_vec());
        }
        let course = Course::read(&files);
        let widgets: Vec<String> = course.widgets.iter().map(|widget| widget.to_json()).collect();
        return (printed(&course.diagnostics), format!("{:#?}\n{}\n", course.pages, widgets.join("\n")));
    }
    if source.starts_with("+++\nkind = \"page\"") {
        let (page, diagnostics) = parse_page("case.md", source);
        return (printed(&diagnostics), format!("{page:#?}\n"));
    }
    let (document, mut diagnostics) = lesson::read("case.md", source);
    match &document {
        lesson::Document::Chooser(chooser) if measures => diagnostics.extend(findings::check(chooser)),
        lesson::Document::Simulator(simulator) if measures => diagnostics.extend(doctor::diagnostics(simulator)),
        _ => {}
    }
    (printed(&diagnostics), format!("{}\n", document.compile(Profile::Full).to_json()))
}

#[test]
fn every_case_says_exactly_what_its_file_says() {
    let bless = std::env::var_os("WAYPOST_BLESS").is_some();
    let mut count = 0;
    let mut wrong = Vec::new();
    for path in files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut blessed = text.split(NAME).next().unwrap().to_owned();
        for case in cases(&text) {
            count += 1;
            let (found, bundle) = run(&case.source, MEASURED.iter().any(|file| path.ends_with(file)));
            let is_right = found.trim() == case.expected.trim() && case.bundle.as_ref().is_none_or(|wanted| wanted.trim() == bundle.trim());
            if !is_right {
                let file = path.file_name().unwrap().to_string_lossy();
                wrong.push(format!("{file}: {}\nwanted:\n{}\nfound:\n{found}", case.name, case.expected.trim()));
            }
            let bundle = case.bundle.map(|_| format!("\n{BUNDLE}\n{}\n", bundle.trim())).unwrap_or_default();
            blessed += &format!("{NAME}{}\n{}{EXPECTED}\n{found}{bundle}\n", case.name, case.source);
        }
        if bless {
            std::fs::write(&path, format!("{}\n", blessed.trim_end())).unwrap();
        }
    }
    assert!(count >= 40, "only {count} cases");
    assert!(wrong.is_empty() || bless, "{} of {count} cases differ; WAYPOST_BLESS=1 rewrites them\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let all: String = files().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let is_missing = |code: &&str| !all.contains(&format!("[{code}]: ")) && !ELSEWHERE.contains(code);
    let missing: Vec<&str> = code::ALL.iter().map(|code| code.code).filter(is_missing).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

#[test]
fn diagnostics_stand_in_a_line_of_their_file_and_help_begins_with_a_verb() {
    let verbs: Vec<String> = files().iter().flat_map(|path| help_verbs(&std::fs::read_to_string(path).unwrap())).collect();
    let known = [
        "add", "ask", "begin", "change", "choose", "close", "correct", "define", "draw", "give", "indent", "join", "keep", "label",
        "leave", "let", "lower", "make", "mark", "merge", "move", "name", "narrow", "point", "put", "raise", "remove", "save", "say",
        "set", "shorten", "split", "turn", "use", "widen", "wrap", "write",
    ];
    let unknown: Vec<&String> = verbs.iter().filter(|verb| !known.contains(&verb.as_str())).collect();
    assert!(unknown.is_empty(), "not known as verbs: {unknown:?}");
}

fn help_verbs(text: &str) -> Vec<String> {
    let help = text.lines().filter_map(|line| line.strip_prefix("  help: "));
    help.map(|help| help.split([' ', ',']).next().unwrap_or_default().to_owned()).collect()
}

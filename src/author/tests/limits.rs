//! Hostile and oversized files: refused with a sentence that names the limit, soon.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use waypost_author::check::read;
use waypost_author::course::Course;
use waypost_author::markdown::parse;

const QUIZ: &str = "- [x] What customers did\n  > Yes.\n- [ ] How the launch went\n  > No.\n";

fn codes(source: &str) -> Vec<&'static str> {
    read("case.md", source).1.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn a_file_over_512_kib_is_not_read() {
    let found = read("case.md", &format!("## Long\n\n{QUIZ}\n{}", "word ".repeat(120_000))).1;
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["case.md:1:1: error[E201]: this file has 586 KiB; the limit is 512 KiB\n  help: split it into several files"]
    );
}

#[test]
fn a_bundle_over_512_kib_is_refused() {
    // A line of one emphasized letter costs five bytes here, and many times that in a bundle.
    let text = "*a* ".repeat(7_000);
    let source: String = (0..6).map(|n| format!("# Part {n}\n\n{text}\n\n## Question {n}\n\n{QUIZ}\n")).collect();
    assert!(codes(&source).contains(&"E202"));
}

#[test]
fn question_501_and_option_65_are_refused() {
    let questions: String = (0..501).map(|n| format!("## Question {n}\n\n{QUIZ}\n")).collect();
    let (document, found) = parse("case.md", &questions);
    assert_eq!(document.items.len(), 500);
    assert_eq!(found.iter().map(|diagnostic| (diagnostic.code, diagnostic.line)).collect::<Vec<_>>(), [("E203", 500 * 7 + 1)]);

    let options: String = (0..65).map(|n| format!("- [{}] Option {n}\n", if n == 0 { 'x' } else { ' ' })).collect();
    let (_, found) = parse("case.md", &format!("## Many\n\n{options}"));
    assert_eq!(found.iter().map(|diagnostic| (diagnostic.code, diagnostic.line)).collect::<Vec<_>>(), [("E204", 67)]);
}

#[test]
fn a_text_over_32_kib_is_refused() {
    assert!(codes(&format!("## Long\n\n{}\n\n{QUIZ}", "word ".repeat(7_000))).contains(&"E205"));
}

#[test]
fn a_nul_character_and_broken_utf_8_are_named_with_their_place() {
    let (_, found) = parse("case.md", &format!("## Zero\0\n\n{QUIZ}"));
    assert_eq!(found.iter().map(|diagnostic| (diagnostic.code, diagnostic.line, diagnostic.column)).collect::<Vec<_>>(), [("E102", 1, 8)]);

    let files = BTreeMap::from([("quiz.md".to_owned(), b"## Fine\n\nab\xff\n".to_vec()), ("photo.png".to_owned(), vec![0xff])]);
    let found: Vec<String> = Course::read(&files).diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["quiz.md:3:3: error[E101]: this byte is not part of a UTF-8 text\n  help: save the file as UTF-8"]);
}

#[test]
fn hostile_nesting_and_repetition_are_read_in_a_moment() {
    let hostile = [
        "> ".repeat(100_000),
        "- ".repeat(100_000),
        "*".repeat(200_000),
        "[".repeat(100_000),
        "{".repeat(200_000),
        format!("## {}", "{#a} ".repeat(80_000)),
        format!("## Q\n\n{}", "- [ ] {#a}\n".repeat(40_000)),
        "![a](b){w=1}".repeat(20_000),
        "<!--".repeat(100_000),
        "+++\n".repeat(100_000),
        format!("+++\na = {}\n+++\n", "[".repeat(100_000)),
        "# a\n\n".repeat(80_000),
    ];
    for source in hostile {
        let start = Instant::now();
        read("case.md", &source);
        let beginning: String = source.chars().take(24).collect();
        assert!(start.elapsed() < Duration::from_secs(10), "{beginning:?} took {:?}", start.elapsed());
    }
}

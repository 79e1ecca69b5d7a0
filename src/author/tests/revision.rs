//! The revision names what readers see: it stays when only the file's looks change.

use waypost_author::check::read;
use waypost_author::compile::compile;
use waypost_core::bundle::Profile;

const QUIZ: &str = "+++\nid = \"quiz\"\ntitle = \"A quiz\"\nabout = { author = \"A. Author\" }\n+++\n\n## What first? {#first points=2}\n\n\
    - [x] What customers did {#a}\n  > Yes, *this*.\n- [ ] The launch {#b}\n  > No.\n\n> [!NOTE]\n> Because.\n";

fn revision(source: &str) -> String {
    compile(&read("case.md", source).0, Profile::Play).head.revision
}

#[test]
fn looks_do_not_change_the_revision() {
    let same = [
        QUIZ.replace('\n', "\r\n"),
        format!("\u{feff}{QUIZ}"),
        QUIZ.replace("- [", "* ["),
        QUIZ.replace("*this*", "_this_"),
        QUIZ.replace("{#first points=2}", "{ points=2 } {#first}"),
        QUIZ.replace("\n\n", "\n\n\n").replace("+++\n\n", "+++\n\n<!-- a note -->\n\n"),
        QUIZ.replace("  > ", "  >"),
        QUIZ.replace("title = \"A quiz\"\n", "").replace("id = \"quiz\"\n", "title = 'A quiz'\nid = 'quiz'\n"),
    ];
    for source in same {
        assert_eq!(revision(&source), revision(QUIZ), "{source}");
    }
}

#[test]
fn words_points_and_keys_change_the_revision() {
    let others = [
        QUIZ.replace("Because", "Therefore"),
        QUIZ.replace("points=2", "points=3"),
        QUIZ.replace("{#b}", "{#c}"),
        QUIZ.replace("[ ]", "[x]"),
        QUIZ.replace("A quiz", "Another"),
    ];
    for source in others {
        assert_ne!(revision(&source), revision(QUIZ), "{source}");
    }
}

#[test]
fn both_profiles_have_one_revision_of_twelve_hex_digits() {
    let document = read("case.md", QUIZ).0;
    let (full, play) = (compile(&document, Profile::Full), compile(&document, Profile::Play));
    assert_eq!(full.revision, play.revision);
    let mut played = full.clone();
    played.for_play();
    assert_eq!(played, play);
    assert!(full.meta.is_some() && play.meta.is_none());
    assert!(full.revision.len() == 12 && full.revision.bytes().all(|b| b.is_ascii_hexdigit()));
}

//! `waypost check --fix`: what it changes, what it leaves, and that it is done after one time.

use waypost_author::lesson::findings;
use waypost_author::mend::mend;

/// The mended text of a quiz, and the codes of what was mended.
fn mended(text: &str) -> (String, Vec<&'static str>) {
    let (text, found) = mend("en", "case.md", text);
    (text, found.iter().map(|found| found.code).collect())
}

#[test]
fn a_tag_gets_a_line_of_its_own() {
    let (text, codes) = mended("## Why?\n\n- [x] This\n  > [!NOTE]  Look again.\n  > Closely.\n- [ ] That\n\n> [!tip] Think.\n");
    assert_eq!(text, "## Why?\n\n- [x] This\n  > [!NOTE]\n  > Look again.\n  > Closely.\n- [ ] That\n\n> [!tip]\n> Think.\n");
    assert_eq!(codes, ["E120", "E120"]);
}

#[test]
fn a_second_tag_begins_a_quote_of_its_own() {
    let (text, codes) = mended("## Why?\r\n\r\n- [x] This\r\n- [ ] That\r\n\r\n> [!TIP]\r\n> Think.\r\n> [!NOTE]\r\n> So.\r\n");
    assert_eq!(text, "## Why?\r\n\r\n- [x] This\r\n- [ ] That\r\n\r\n> [!TIP]\r\n> Think.\r\n\r\n> [!NOTE]\r\n> So.\r\n");
    assert_eq!(codes, ["E121"]);
}

#[test]
fn boxes_are_written_so_that_they_are_seen() {
    let (text, codes) = mended("## Why?\n\n- [x]This\n- [] That\n- [X]**Those**\n- [ ] [x](https://example.com)\n");
    assert_eq!(text, "## Why?\n\n- [x] This\n- [ ] That\n- [x] **Those**\n- [ ] [x](https://example.com)\n");
    assert_eq!(codes, ["E122", "E122", "E122"]);
}

#[test]
fn a_quote_goes_below_its_option() {
    let (text, codes) = mended("## Why?\n\n1. [x] This\n> Right.\n>\n> Very.\n2. [ ] That\n");
    assert_eq!(text, "## Why?\n\n1. [x] This\n   > Right.\n   >\n   > Very.\n2. [ ] That\n");
    assert_eq!(codes, ["E123"]);
}

#[test]
fn hidden_characters_go() {
    assert_eq!(mended("## W\u{202e}hy?\n\n- [x] This\n- [ ] That\n").0, "## Why?\n\n- [x] This\n- [ ] That\n");
}

#[test]
fn what_can_be_meant_in_two_ways_stays() {
    for text in [
        "## Why?\n\n- [x] This\n- [ ] That\n> [!NOTE]\n> So.\n",
        "## Why?\n\n- [x] This\n- [ ] That\n-> next\n",
        "+++\nallow = [\"W170\"]\n+++\n\n## W\u{202e}hy?\n\n- [x] This\n- [ ] That\n",
    ] {
        assert_eq!(mended(text), (text.to_owned(), Vec::new()));
    }
}

/// Every Markdown file of the suite, whose cases are what authors get wrong, in one piece and line by line.
#[test]
fn a_mended_file_has_nothing_more_to_mend_and_has_lost_no_letter() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let suite = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for case in suite.split("=== ").skip(1) {
            let source = case.split_once('\n').unwrap().1.split("--- expected").next().unwrap();
            let (text, found) = mend("en", "case.md", source);
            count += found.len();
            let left: Vec<_> = findings("en", "case.md", &text).into_iter().filter(|found| found.edit.is_some()).collect();
            assert_eq!(left, [], "{text}");
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
            assert_eq!(letters(&text), letters(source));
        }
    }
    assert!(count >= 8, "only {count} findings of the suite were mended");
}

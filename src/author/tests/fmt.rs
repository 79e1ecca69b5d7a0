//! The formatter: one form for every file, and not a word changed.
#![allow(clippy::panic, clippy::unwrap_used)]

mod generated;

use proptest::prelude::*;
use std::path::Path;
use waypost_author::check::read;
use waypost_author::compile::compile;
use waypost_author::diagnostic::Severity;
use waypost_author::page::parse_page;
use waypost_author::print::fmt;
use waypost_core::bundle::Profile;

fn formatted(text: &str) -> String {
    fmt("en", "case.md", text).unwrap_or_else(|found| panic!("{}\n{text}", found.iter().map(ToString::to_string).collect::<String>()))
}

const UNTIDY: &str = r#"+++
# how it is marked
negative = "item"   # readers are told
penalty = "25%"
title = "Untidy"
[about]
author = "A. Author"
+++
An introduction
with __strong__ and _soft_ words.


# First part #

<!-- a note
     on two lines -->
## What   do you check? ##
Look  
twice.

* [X] This {points=2}
   > Yes.
* [ ] That {  pin   #z }

  > No.

  > [!NOTE]
  > It is not.

> [!TIP]
> Think.

## Rank {shuffle points=2}{#rank}
~~~js
a ``` b
~~~

1) [ ] one
2) [x] two ![shape](a.png){h=2 w=1}
"#;

const TIDY: &str = r#"+++
title = "Untidy"
# how it is marked
negative = "item"   # readers are told
penalty = "25%"
[about]
author = "A. Author"
+++

An introduction
with **strong** and *soft* words.

# First part {#first-part}

<!-- a note
     on two lines -->

## What   do you check? {#what-do-you-check}

Look\
twice.

- [x] This {#aa}
  > Yes.
- [ ] That {#z pin}
  > No.

  > [!NOTE]
  > It is not.

> [!TIP]
> Think.

## Rank {#rank shuffle points=2}

````js
a ``` b
````

1. [ ] one {#a}
2. [x] two ![shape](a.png){w=1 h=2} {#b}
"#;

#[test]
fn an_untidy_file_becomes_tidy_with_its_notes_comments_and_names() {
    assert_eq!(formatted(&UNTIDY.replace(" {points=2}\n", "\n")), TIDY);
    assert_eq!(formatted(TIDY), TIDY);
    assert_eq!(formatted(&UNTIDY.replace(" {points=2}\n", "\n").replace('\n', "\r\n")), TIDY);
}

#[test]
fn delimiters_that_would_change_the_meaning_stay() {
    for text in ["_a_*b*\n", "*_a_ b*\n", "a \\_b_ `_c_`\n", "\\# no heading\n", "- \\* one\n", "- one\n\n* two\n", "1. one\n\n1) two\n"] {
        let text = format!("+++\nkind = \"page\"\ntitle = \"T\"\n+++\n\n{text}");
        let once = formatted(&text);
        assert_eq!(parse_page("case.md", &once), parse_page("case.md", &text));
        assert_eq!(formatted(&once), once);
    }
}

#[test]
fn a_file_with_errors_of_grammar_is_refused_with_them() {
    let found = fmt("en", "case.md", "## Which?\n\n- [x]one\n- [ ] two\n").unwrap_err();
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), ["E122"]);
}

#[test]
fn the_shipped_course_is_formatted() {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.ends_with(".md") {
            let text = std::fs::read_to_string(&path).unwrap();
            let once = fmt("en", name, &text).unwrap_or_else(|found| panic!("{found:#?}"));
            if std::env::var_os("WAYPOST_BLESS").is_some() {
                std::fs::write(&path, &once).unwrap();
                continue;
            }
            assert!(once == text, "{name} is not formatted; `waypost fmt content` does it\n{once}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn formatting_twice_is_formatting_once_and_says_the_same(text in generated::quizzes()) {
        let errors = waypost_author::markdown::parse("case.md", &text).1;
        prop_assume!(errors.iter().all(|found| found.severity != Severity::Error));
        let once = fmt("en", "case.md", &text).map_err(|found| TestCaseError::fail(format!("{found:?}")))?;
        let compiled = |text: &str| compile(&read("case.md", text).0, Profile::Full);
        prop_assert_eq!(compiled(&once), compiled(&text), "{}", once);
        prop_assert_eq!(fmt("en", "case.md", &once), Ok(once));
    }
}

#[test]
fn the_generated_quizzes_have_every_kind() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut kinds = std::collections::BTreeSet::new();
    for _ in 0..1_000 {
        let text = generated::quizzes().new_tree(&mut runner).unwrap().current();
        let (document, errors) = waypost_author::markdown::parse("case.md", &text);
        if errors.iter().all(|found| found.severity != Severity::Error) {
            kinds.extend(compile(&document, Profile::Play).items.iter().map(|item| item.interaction.name()));
        }
    }
    let all = ["categorize", "cloze", "info", "match", "multi", "number", "order", "reflect", "scale", "single", "slider", "text", "tf"];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), all);
}

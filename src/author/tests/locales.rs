//! Drop any one text of a translation: that text alone stands in the language of the original, and is marked as such.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use waypost_author::course::Course;
use waypost_core::bundle::{Bundle, Dir, Lesson};
use waypost_core::text::{Block, Inline};

const ORIGINAL: &str = r#"+++
id = "impact"
title = "Impact"

[scale]
often = ["Seldom", "Often"]
+++

Six questions, see [all of them](impact.md).

# Looking {#looking}

Where to look.

## What do you check first? {#first points=2}

The team ships every sprint.

- [x] What customers did {#a}
  > Impact shows there.
- [ ] How the *launch* went {#b}
  > Noise fades.

> [!TIP]
> Who decides?

> [!NOTE]
> What people do is what counts.

## Put the steps in order. {#steps}

1. Listen {#listen}
2. Decide {#decide}

## How many days does it take? {#days}

= 90 {#ninety}

## A roadmap {#roadmap}

A plan needs an [[aim {#aim}]].

## I ask why. {#why scale=often}

## Well done {role=band from="50%" #well}

You look where it matters.
"#;

/// The translation in pieces: the texts that are lost without a piece, and the piece.
const PIECES: &[(&[&str], &str)] = &[
    (&["title"], "title = \"الأثر\"\n"),
    (&["scale.often/1", "scale.often/2"], "[scale]\noften = [\"نادراً\", \"كثيراً\"]\n"),
    (&[], "+++\n\n"),
    (&["intro"], "ستة أسئلة.\n\n"),
    (&[], "# النظر {#looking}\n\n"),
    (&["looking/intro"], "إلى أين تنظر.\n\n"),
    (&[], "## ماذا تفحص أولاً؟ {#first}\n\n"),
    (&["first/body"], "يسلّم الفريق كل أسبوعين.\n\n"),
    (&[], "- [ ] ما فعله العملاء {#a}\n"),
    (&["first.a/feedback"], "  > هناك يظهر الأثر.\n"),
    (&["first.b/text", "first.b/feedback"], "- [ ] كيف كان الإطلاق {#b}\n  > الضجيج يزول.\n"),
    (&["first/hint.1"], "\n> [!TIP]\n> من يقرر؟\n"),
    (&["first/explanation"], "\n> [!NOTE]\n> ما يفعله الناس هو المهم.\n"),
    (&["steps/prompt", "steps.listen/text", "steps.decide/text"], "\n## رتّب الخطوات. {#steps}\n\n1. استمع {#listen}\n2. قرر {#decide}\n"),
    (&["why/prompt"], "\n## أسأل لماذا. {#why}\n"),
    (&["well/title", "well/intro"], "\n## أحسنت {role=band from=\"50%\" #well}\n\nتنظر إلى المهم.\n"),
];

/// The original and the translation, without the piece of that number.
fn read(without: Option<usize>) -> (Bundle, Bundle) {
    let kept = PIECES.iter().enumerate().filter(|(number, _)| Some(*number) != without);
    let words: String = kept.map(|(_, (_, piece))| *piece).collect();
    let translation = format!("+++\nof = \"impact\"\nlang = \"ar\"\n{words}");
    let files = [("impact.md", ORIGINAL.to_owned()), ("impact.ar.md", translation)];
    let course = Course::read(&files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect::<BTreeMap<_, _>>());
    let errors: Vec<String> = course.diagnostics.iter().filter(|found| found.code.starts_with('E')).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "without {without:?}:\n{}", errors.join("\n"));
    let quiz = |id: &str| {
        course.widgets.iter().find_map(|lesson| match lesson {
            Lesson::Quiz(quiz) if quiz.id.as_str() == id => Some(quiz.clone()),
            _ => None,
        })
    };
    (quiz("impact").unwrap(), quiz("impact-ar").unwrap())
}

/// The texts that stand in another language than the widget's.
fn foreign(quiz: &Bundle) -> BTreeSet<String> {
    let is_foreign = |text: &&Vec<Block>| match text.first() {
        Some(Block::P(line)) => matches!(line.as_slice(), [Inline::Lang(lang, _)] if lang == "en"),
        _ => false,
    };
    quiz.strings.iter().filter(|(_, text)| is_foreign(text)).map(|(key, _)| key.clone()).collect()
}

/// What the translation never had.
const NEVER: [&str; 3] = ["days/prompt", "roadmap/body", "roadmap/prompt"];

#[test]
fn without_any_one_text_only_that_text_falls_back() {
    let (original, whole) = read(None);
    let never = foreign(&whole);
    assert!(never.iter().map(String::as_str).eq(NEVER), "{never:?}");
    for (number, (lost, piece)) in PIECES.iter().enumerate().filter(|(_, (lost, _))| !lost.is_empty()) {
        let (_, quiz) = read(Some(number));
        let more: BTreeSet<String> = foreign(&quiz).difference(&never).cloned().collect();
        let in_titles: BTreeSet<String> = lost.iter().filter(|key| **key != "title").map(|key| (*key).to_owned()).collect();
        assert_eq!(more, in_titles, "without {piece}");
        for (key, text) in whole.strings.iter().filter(|(key, _)| !more.contains(*key)) {
            assert_eq!(quiz.text(key), text.as_slice(), "{key} without {piece}");
        }
        more.iter().for_each(|key| assert_eq!(quiz.plain(key), original.plain(key)));
        assert_eq!(quiz.title == original.title, lost.contains(&"title"));
    }
}

#[test]
fn a_translation_has_the_structure_and_the_hashes_of_its_original() {
    let (original, arabic) = read(None);
    assert_eq!(arabic.items, original.items);
    assert_eq!((&arabic.policy, &arabic.sections, &arabic.results), (&original.policy, &original.sections, &original.results));
    assert_eq!((arabic.lang.as_str(), arabic.dir), ("ar", Dir::Rtl));
    assert_eq!(arabic.words, *waypost_core::words::of("ar"));
    assert_ne!(arabic.revision, original.revision);
    assert!(arabic.strings.iter().map(|(key, _)| key).eq(original.strings.iter().map(|(key, _)| key)));
}

#[test]
fn a_regional_translation_falls_back_to_its_language_first() {
    let files = [
        ("impact.md", ORIGINAL.to_owned()),
        ("impact.pt-BR.md", "+++\nof = \"impact\"\nlang = \"pt-BR\"\n+++\n\nSeis perguntas.\n".to_owned()),
        ("impact.pt.md", "+++\nof = \"impact\"\nlang = \"pt\"\n+++\n\n## O que você vê primeiro? {#first}\n".to_owned()),
    ];
    let course = Course::read(&files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect::<BTreeMap<_, _>>());
    let brazilian = course.widgets.iter().find(|lesson| lesson.id.as_str() == "impact-pt-br").unwrap();
    let tag = |key: &str| match brazilian.text(key) {
        [Block::P(line)] => line.first().and_then(|piece| if let Inline::Lang(lang, _) = piece { Some(lang.as_str()) } else { None }),
        _ => None,
    };
    assert_eq!((tag("intro"), tag("first/prompt"), tag("first/body")), (None, Some("pt"), Some("en")));
}

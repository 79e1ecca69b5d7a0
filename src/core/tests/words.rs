//! The words of the interface: complete, with every slot, in the plural forms that each language has.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use waypost_core::number::Points;
use waypost_core::quiz::{Tally, Verdict};
use waypost_core::words::{self, ARABIC, ENGLISH, FRENCH, GERMAN, JAPANESE, LANGUAGES, NAMES};

/// The slots of a word's form for all other numbers, sorted, each once.
fn slots(word: &str) -> Vec<&str> {
    let last = word.rsplit('|').next().unwrap_or_default();
    let mut slots: Vec<&str> = last.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    slots.sort_unstable();
    slots.dedup();
    slots
}

/// Words by their names.
type Named = Vec<(&'static str, &'static str)>;

/// The tables of all kinds of widget: for each language its name and its words, English first.
fn tables() -> Vec<(&'static str, Vec<(&'static str, Named)>)> {
    fn named(names: &[&'static str], texts: impl IntoIterator<Item = &'static str>) -> Named {
        names.iter().copied().zip(texts).collect()
    }
    let quiz = LANGUAGES.iter().map(|(language, words)| (*language, named(NAMES, words.texts())));
    let chooser = words::chooser::LANGUAGES.iter().map(|(language, words)| (*language, named(words::chooser::NAMES, words.texts())));
    let simulator = words::simulator::LANGUAGES.iter().map(|(language, words)| (*language, named(words::simulator::NAMES, words.texts())));
    vec![("quiz", quiz.collect()), ("chooser", chooser.collect()), ("simulator", simulator.collect())]
}

#[test]
fn every_kind_speaks_the_same_languages() {
    for (kind, languages) in tables() {
        assert_eq!(
            languages.iter().map(|(language, _)| *language).collect::<Vec<_>>(),
            ["en", "de", "es", "fr", "pt", "ar", "ja"],
            "{kind}"
        );
    }
}

#[test]
fn every_language_has_every_word() {
    for (kind, languages) in tables() {
        for (language, words) in languages {
            for (name, text) in &words {
                assert!(!text.trim().is_empty(), "{kind}, {language}: {name}");
                assert!(!text.contains('!') && text.trim() == *text, "{kind}, {language}: {name}");
            }
            let plural = words.iter().find(|(name, _)| *name == "language").map(|(_, text)| *text);
            assert_eq!(plural, Some(language), "{kind}");
        }
    }
}

#[test]
fn every_language_keeps_every_slot() {
    for (kind, languages) in tables() {
        let english = languages[0].1.clone();
        for (language, words) in languages {
            for ((name, text), (_, english)) in words.iter().zip(&english) {
                assert_eq!(slots(text), slots(english), "{kind}, {language}: {name}: {text}");
            }
        }
    }
}

#[test]
fn no_language_but_english_repeats_english() {
    for (kind, languages) in tables() {
        let english = languages[0].1.clone();
        for (language, words) in &languages[1..] {
            let same: Vec<_> = words.iter().zip(&english).filter(|((_, own), (_, english))| own == english).collect();
            assert!(same.len() < 12, "{kind}, {language}: {same:?}");
        }
    }
}

#[test]
fn plural_forms_have_the_categories_of_their_language() {
    // The months of a chooser are a list, no plural.
    let is_plural = |name: &str| name != "months";
    for (kind, languages) in tables() {
        for (language, words) in languages {
            let known: &[&str] = match language {
                "ar" => &["zero", "one", "two", "few", "many"],
                "ja" => &[],
                _ => &["one"],
            };
            for (name, text) in words.into_iter().filter(|(name, _)| is_plural(name)) {
                let forms: Vec<&str> = text.split('|').collect();
                for form in &forms[..forms.len() - 1] {
                    let category = form.split(':').next().unwrap();
                    assert!(known.contains(&category), "{kind}, {language}: {name}: {category}");
                }
            }
        }
    }
}

#[test]
fn a_chooser_speaks_its_readers_language() {
    use words::chooser::{ARABIC, GERMAN, JAPANESE, LANGUAGES};
    for (language, words) in LANGUAGES {
        assert_eq!(words.months.split('|').count(), 12, "{language}");
    }
    assert_eq!(GERMAN.day("2026-03-07"), "7. März 2026");
    assert_eq!(JAPANESE.day("2026-11-27"), "2026年11月27日");
    assert_eq!(GERMAN.count(GERMAN.too_early, 1), "Noch zu früh: 1 weitere Antwort wird gebraucht.");
    assert_eq!(ARABIC.count(ARABIC.to_come_at_most, 2), "بقي زوجان على الأكثر");
}

#[test]
fn counts_take_the_form_of_the_language() {
    assert_eq!(ENGLISH.tries_left(1), "You have one more try.");
    assert_eq!(ENGLISH.tries_left(2), "You have 2 more tries.");
    assert_eq!(FRENCH.count(FRENCH.rule_questions, 0), "0 question.");
    assert_eq!(GERMAN.count(GERMAN.rule_questions, 0), "0 Fragen.");
    assert_eq!(JAPANESE.tries_left(1), "あと1回試せます。");
    let arabic = [0, 1, 2, 3, 10, 11, 99, 100, 103, 111].map(|count| ARABIC.count("zero:z|one:o|two:t|few:f|many:m|x", count));
    assert_eq!(arabic, ["z", "o", "t", "f", "f", "m", "m", "x", "f", "m"]);
}

#[test]
fn points_are_written_as_the_language_writes_them() {
    let half = Tally::of([(Points::hundredths(250).unwrap(), waypost_core::number::MARK / 2)]);
    assert_eq!(ENGLISH.points(half), "1.25 of 2.5 points");
    assert_eq!(GERMAN.points(half), "1,25 von 2,5 Punkten");
    let one = Tally::of([(Points::ONE, 0)]);
    assert_eq!(ENGLISH.points(one), "0 of 1 point");
    assert_eq!(ENGLISH.review_group(Verdict::Right, 3), "Right (3)");
    assert_eq!(ENGLISH.position(2, 3, 1), "Question 2 of 3, round 2");
}

#[test]
fn an_author_may_replace_a_word() {
    let own = GERMAN.with([("check".to_owned(), "Fertig".to_owned()), ("no_such_word".to_owned(), String::new())]);
    assert_eq!((own.check, own.next), ("Fertig", GERMAN.next));
}

#[test]
fn words_survive_the_way_through_a_bundle() {
    use waypost_core::json;
    use waypost_core::read::read;
    assert_eq!(serde_json::to_string(&ENGLISH).unwrap(), "{}");
    for (_, words) in LANGUAGES {
        let written = serde_json::to_string(words).unwrap();
        assert_eq!(read(json::parse(&written).unwrap()), Ok(*words));
    }
    for (_, words) in words::chooser::LANGUAGES {
        let written = serde_json::to_string(words).unwrap();
        assert_eq!(read(json::parse(&written).unwrap()), Ok(*words));
    }
    for (_, words) in words::simulator::LANGUAGES {
        let written = serde_json::to_string(words).unwrap();
        assert_eq!(read(json::parse(&written).unwrap()), Ok(*words));
    }
    assert_eq!(words::chooser::of("ar-EG").language, "ar");
    assert_eq!(words::of("pt-BR").language, "pt");
    assert_eq!(words::of("xx").language, "en");
}

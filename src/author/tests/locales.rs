//! Drop any one text of a translation: that text alone stands in the language of the original, and is marked as such.
#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use waypost_author::course::Course;
use waypost_author::locale::stamped;
use waypost_author::print::fmt;
use waypost_core::bundle::{Bundle, Dir, Interaction, Lesson, key};
use waypost_core::text::{Block, Inline, pieces};

const ORIGINAL: &str = r#"+++
id = "impact"
title = "Impact"

[scale]
often = ["Seldom", "Often"]
+++

Ten questions, see [all of them](impact.md).

# Looking {#looking}

Where to look.

## What do you check first? {#first points=2}

The team ships every sprint:

| what | when |
| --- | --- |
| a launch | *today* |

- [x] What customers did {#a}
  > Impact shows there.

  > [!NOTE]
  > It is what counts.
- [ ] How the *launch* went {#b}
  > Noise fades.

> [!TIP]
> Who decides?

> [!TIP]
> Who pays?

> [!NOTE]
> What people do is what counts.

> [!IMPORTANT]
> Yes.

> [!CAUTION]
> Half.

> [!WARNING]
> No.

### And then? {#then type=tf}

- [x] True {#a}
- [ ] False {#b}

## Put the steps in order. {#steps}

1. Listen {#listen}
   > First of all.
2. Decide {#decide}

## What belongs together? {#pairs}

- Long hours -> Fewer commitments {#hours}
- No plan -> An aim {#plan}

## What is it? {#sorted}

- Output {#output}
  - A launch {#launch}
- Outcome {#outcome}
  - A habit {#habit}

## How many days does it take? {#days}

= 90 {#ninety}

## A roadmap {#roadmap}

A plan needs an [[aim||end]]{#aim}.

## I ask why. {#why scale=often}

- At work {#work}
- At home {#home}

## How sure are you? {#sure min=0 max=100}

- 0: Not at all
- 100: Fully

## What did you see? {#seen type=reflect}

## Well done {role=band from="50%" #well}

You look where it matters.

## Curiosity {role=dimension #curiosity}

How much you ask.
"#;

/// The translation, each of its texts as `⟦KEYS|WORDS⟧`.
const TRANSLATION: &str = r#"+++
of = "impact"
lang = "ar"
title = "⟦title|الأثر⟧"

[scale]
often = ["⟦scale.often/1|نادراً⟧", "⟦scale.often/2|كثيراً⟧"]
+++

⟦intro|عشرة أسئلة.⟧

# ⟦looking/title|النظر⟧ {#looking}

⟦looking/intro|إلى أين تنظر.⟧

## ⟦first/prompt|ماذا تفحص أولاً؟⟧ {#first}

⟦first/body|يسلّم الفريق كل أسبوعين.⟧

- [ ] ⟦first.a/text|ما فعله العملاء⟧ {#a}
  > ⟦first.a/feedback|هناك يظهر الأثر.⟧

  > [!NOTE]
  > ⟦first.a/reason|هذا هو المهم.⟧
- [ ] ⟦first.b/text|كيف كان الإطلاق⟧ {#b}
  > ⟦first.b/feedback|الضجيج يزول.⟧

> [!TIP]
> ⟦first/hint.1|من يقرر؟⟧

> [!TIP]
> ⟦first/hint.2|من يدفع؟⟧

> [!NOTE]
> ⟦first/explanation|ما يفعله الناس هو المهم.⟧

> [!IMPORTANT]
> ⟦first/right|نعم.⟧

> [!CAUTION]
> ⟦first/partly|نصف.⟧

> [!WARNING]
> ⟦first/wrong|لا.⟧

### ⟦then/prompt|وبعد ذلك؟⟧ {#then}

- [ ] ⟦then.a/text|صحيح⟧ {#a}
- [ ] ⟦then.b/text|خطأ⟧ {#b}

## ⟦steps/prompt|رتّب الخطوات.⟧ {#steps}

1. ⟦steps.listen/text|استمع⟧ {#listen}
   > ⟦steps.listen/feedback|قبل كل شيء.⟧
2. ⟦steps.decide/text|قرر⟧ {#decide}

## ⟦pairs/prompt|ما الذي ينتمي معاً؟⟧ {#pairs}

- ⟦pairs.hours/text|ساعات طويلة⟧ -> ⟦pairs.hours-to/text|التزامات أقل⟧ {#hours}
- ⟦pairs.plan/text|بلا خطة⟧ -> ⟦pairs.plan-to/text|هدف⟧ {#plan}

## ⟦sorted/prompt|ما هذا؟⟧ {#sorted}

- ⟦sorted.output/text|ناتج⟧ {#output}
  - ⟦sorted.launch/text|إطلاق⟧ {#launch}
- ⟦sorted.outcome/text|حصيلة⟧ {#outcome}
  - ⟦sorted.habit/text|عادة⟧ {#habit}

## ⟦days/prompt|كم يوماً يستغرق ذلك؟⟧ {#days}

## ⟦roadmap/prompt|خارطة طريق⟧ {#roadmap}

⟦roadmap/body roadmap.aim-a/text roadmap.aim-b/text|تحتاج الخطة إلى [[هدف||نهاية]]{#aim}.⟧

## ⟦why/prompt|أسأل لماذا.⟧ {#why scale=often}

- ⟦why.work/text|في العمل⟧ {#work}
- ⟦why.home/text|في البيت⟧ {#home}

## ⟦sure/prompt|ما مدى يقينك؟⟧ {#sure min=0 max=100}

- 0: ⟦sure/end.0|إطلاقاً⟧
- 100: ⟦sure/end.100|تماماً⟧

## ⟦seen/prompt|ماذا رأيت؟⟧ {#seen type=reflect}

## ⟦well/title|أحسنت⟧ {role=band #well}

⟦well/intro|تنظر إلى المهم.⟧

## ⟦curiosity/title|الفضول⟧ {role=dimension #curiosity}

⟦curiosity/intro|كم تسأل.⟧
"#;

/// What is left of the translation without the text of that number, and the keys that are lost with it.
fn without(number: Option<usize>) -> (String, BTreeSet<String>) {
    let (mut text, mut lost) = (String::new(), BTreeSet::new());
    for (at, piece) in TRANSLATION.split('⟦').enumerate() {
        match piece.split_once('⟧') {
            Some((token, rest)) => {
                let (keys, words) = token.split_once('|').unwrap();
                if number == Some(at) {
                    lost.extend(keys.split(' ').map(str::to_owned));
                    text.push_str(rest.strip_prefix(' ').unwrap_or(rest));
                } else {
                    text.extend([words, rest]);
                }
            }
            None => text.push_str(piece),
        }
    }
    (text, lost)
}

fn course(files: &[(&str, &str)]) -> Course {
    let files: BTreeMap<String, Vec<u8>> = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    Course::read(&files)
}

fn found(course: &Course) -> Vec<String> {
    course.diagnostics.iter().map(ToString::to_string).collect()
}

fn quiz(course: &Course, id: &str) -> Bundle {
    let lessons = course.widgets.iter().find_map(|lesson| match lesson {
        Lesson::Quiz(quiz) if quiz.id.as_str() == id => Some(quiz.clone()),
        _ => None,
    });
    lessons.unwrap_or_else(|| panic!("no {id}:\n{}", found(course).join("\n")))
}

/// The original and a translation of it.
fn read(translation: &str) -> (Bundle, Bundle) {
    let course = course(&[("impact.md", ORIGINAL), ("impact.ar.md", translation)]);
    let errors: Vec<String> = course.diagnostics.iter().filter(|found| found.code.starts_with('E')).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}\n{translation}", errors.join("\n"));
    (quiz(&course, "impact"), quiz(&course, "impact-ar"))
}

/// The texts that stand in another language than the widget's.
fn foreign(quiz: &Bundle) -> BTreeSet<String> {
    let is_foreign = |text: &[Block]| {
        let mut is_foreign = false;
        pieces(text, &mut |piece| is_foreign |= matches!(piece, Inline::Lang(lang, _) if lang == "en"));
        is_foreign
    };
    quiz.strings.iter().filter(|(_, text)| is_foreign(text)).map(|(key, _)| key.clone()).collect()
}

#[test]
fn the_translation_has_every_text_of_its_original() {
    let (original, whole) = read(&without(None).0);
    assert_eq!(foreign(&whole), BTreeSet::new());
    let tokens = TRANSLATION.split('⟦').skip(1).flat_map(|piece| piece.split('|').next().unwrap().split(' '));
    let mut keys: BTreeSet<String> = tokens.map(str::to_owned).collect();
    assert!(keys.remove(key::TITLE));
    assert_eq!(keys, original.strings.iter().map(|(key, _)| key.clone()).collect());
}

#[test]
fn without_any_one_text_only_that_text_falls_back() {
    let (original, whole) = read(&without(None).0);
    for number in 1..TRANSLATION.split('⟦').count() {
        let (translation, lost) = without(Some(number));
        let (_, quiz) = read(&translation);
        assert_eq!(foreign(&quiz), lost);
        assert_eq!(quiz.title == original.title, lost.contains(key::TITLE), "{lost:?}");
        for (key, text) in whole.strings.iter().filter(|(key, _)| !lost.contains(*key)) {
            assert_eq!(quiz.text(key), text.as_slice(), "{key} without {lost:?}");
        }
        let said = |key: &String| if key == key::TITLE { original.title.clone() } else { original.plain(key) };
        lost.iter().for_each(|key| assert_eq!(quiz.plain(key), said(key)));
        assert_eq!(quiz.items, original.items, "without {lost:?}");
    }
}

#[test]
fn a_translation_can_be_formatted_whatever_it_lacks() {
    for number in 0..TRANSLATION.split('⟦').count() {
        let (translation, lost) = without(Some(number));
        let once = fmt("en", "impact.ar.md", &translation).unwrap_or_else(|found| panic!("without {lost:?}: {found:?}"));
        assert_eq!(fmt("en", "impact.ar.md", &once), Ok(once), "without {lost:?}");
    }
}

#[test]
fn a_translation_has_the_structure_and_the_hashes_of_its_original() {
    let (original, arabic) = read(&without(None).0);
    assert_eq!(arabic.items, original.items);
    assert_eq!((&arabic.policy, &arabic.sections, &arabic.results), (&original.policy, &original.sections, &original.results));
    assert_eq!((arabic.lang.as_str(), arabic.dir), ("ar", Dir::Rtl));
    assert_eq!(arabic.words, *waypost_core::words::of("ar"));
    assert_ne!(arabic.revision, original.revision);
    assert!(arabic.strings.iter().map(|(key, _)| key).eq(original.strings.iter().map(|(key, _)| key)));
}

#[test]
fn a_regional_translation_falls_back_to_its_language_first() {
    let course = course(&[
        ("impact.md", ORIGINAL),
        ("impact.pt-BR.md", "+++\nof = \"impact\"\nlang = \"pt-BR\"\n+++\n\nSeis perguntas.\n"),
        ("impact.pt.md", "+++\nof = \"impact\"\nlang = \"pt\"\n+++\n\n## O que você vê primeiro? {#first}\n"),
    ]);
    let brazilian = quiz(&course, "impact-pt-br");
    let tag = |key: &str| match brazilian.text(key) {
        [Block::P(line)] => line.first().and_then(|piece| if let Inline::Lang(lang, _) = piece { Some(lang.as_str()) } else { None }),
        _ => None,
    };
    assert_eq!((tag("intro"), tag("first/prompt"), tag("looking/intro"), tag(key::TITLE)), (None, Some("pt"), Some("en"), Some("en")));
}

const TYPED: &str = r#"+++
id = "words"
title = "Words"
+++

## What does a roadmap need? {#need}

- [x] = "buy-in" {#a typos=1}
- [x] = "support" {#b 50%}
- [ ] = "approval" {#c}
  > It can be given without belief.
- [ ] = *

## A plan {#plan}

It needs an [[aim|goal]]{#x typos=1} in [[= 90]]{#y unit=days}.
"#;

const TYPED_GERMAN: &str = r#"+++
of = "words"
lang = "de"
+++

## Was braucht ein Plan? {#need}

- [ ] = "Rückhalt" {#a}
- [ ] = "Zusage" {#c}
  > Die gibt es auch ohne Überzeugung.
- [x] = "Zustimmung" {#further}

## Ein Plan {#plan}

In [[= 90]]{#y unit=Tage} braucht er ein [[Ziel]]{#x}.
"#;

#[test]
fn typed_answers_are_those_of_the_translation_where_it_has_some() {
    let course = course(&[("words.md", TYPED), ("words.de.md", TYPED_GERMAN)]);
    let (english, german) = (quiz(&course, "words"), quiz(&course, "words-de"));
    let Interaction::Text(answers) = &german.items[0].interaction else { panic!("a text") };
    let shown: Vec<String> =
        answers.answers.iter().map(|answer| format!("{} {:?} {:?} {:?}", answer.id, answer.matches, answer.key, answer.typos)).collect();
    let wanted = [
        "a Text(\"Rückhalt\") Right Some(1)",
        "b Text(\"support\") Right None",
        "c Text(\"Zusage\") Wrong None",
        "further Text(\"Zustimmung\") Right None",
        "d Rest Wrong None",
    ];
    assert_eq!(shown, wanted);
    assert_eq!(answers.answers[0].norm, "rückhalt");
    let Interaction::Cloze(cloze) = &german.items[1].interaction else { panic!("a cloze") };
    let blanks = serde_json::to_value(&cloze.blanks).unwrap();
    assert_eq!(blanks[0]["field"]["text"]["answers"][0]["matches"]["text"], "Ziel");
    assert_eq!(blanks[0]["field"]["text"]["answers"].as_array().unwrap().len(), 1);
    assert_eq!(blanks[1]["field"]["number"]["unit"], "Tage");
    for (own, original) in german.items.iter().zip(&english.items) {
        assert_ne!(own.hashes.key, original.hashes.key, "what is right is asked in other words");
        assert_eq!((&own.hashes.text, &own.hashes.shape), (&original.hashes.text, &original.hashes.shape));
    }
}

#[test]
fn a_translation_says_what_it_was_made_from_and_is_reported_once_that_has_changed() {
    let translation =
        "+++\nof = \"words\"\nlang = \"de\"\ntitle = \"Wörter\"\n+++\n\n## Was braucht ein Plan? {#need}\n\n= \"Rückhalt\" {#a}\n";
    let before = course(&[("words.md", TYPED), ("words.de.md", translation)]);
    let made = stamped(&before, "words.de.md", translation);
    let keys: Vec<&str> = made.lines().skip_while(|line| *line != "[base]").skip(1).take_while(|line| *line != "+++").collect();
    assert_eq!(
        keys.iter().map(|line| line.split(' ').next().unwrap()).collect::<Vec<_>>(),
        ["\"need/answers\"", "\"need/prompt\"", "title"]
    );
    assert_eq!(stamped(&before, "words.de.md", &made), made, "nothing is new");

    let changed = TYPED.replace("What does a roadmap need?", "What does a plan need?");
    let after = course(&[("words.md", &changed), ("words.de.md", &made)]);
    assert_eq!(stamped(&after, "words.de.md", &made), made, "what is stale stays so until its line is removed");
    let stale: Vec<&str> = after.diagnostics.iter().filter(|found| found.code == "W150").map(|found| found.message.as_str()).collect();
    assert_eq!(stale, ["`need/prompt` was translated from an earlier version of the original, where it says `What does a plan need?` now"]);

    let line = keys.iter().find(|line| line.contains("need/prompt")).unwrap();
    let renewed = stamped(&after, "words.de.md", &made.replace(&format!("{line}\n"), ""));
    let fresh = course(&[("words.md", &changed), ("words.de.md", &renewed)]);
    assert!(!found(&fresh).iter().any(|found| found.contains("W150")), "{}", found(&fresh).join("\n"));
}

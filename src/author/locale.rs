//! Translations: a file with `of` in its header holds words only. They are laid over those of the quiz that it names, text by text; what
//! the translation lacks stands in the language of the original.

mod answers;
mod base;
mod likeness;

pub use base::{stamped, translated};
pub(crate) use likeness::only_words;

use crate::check::{is_silenced, too_large};
use crate::code;
use crate::compile::seal_revision;
use crate::course::Course;
use crate::document::Document;
use crate::lex::nearest::nearest;
use crate::report::{Report, quote};
use waypost_core::bundle::{Bundle, Lesson, hashes, key};
use waypost_core::id::WidgetId;
use waypost_core::text::{Block, Inline, RichText};

/// A translation as its file has it, before it is laid over the original.
pub(crate) struct Translation {
    document: Document,
    words: Bundle,
}

impl Translation {
    /// Of a file and its compiled words; `None` where the file has errors.
    pub(crate) fn new(document: Document, lesson: Option<Lesson>) -> Option<Self> {
        match lesson? {
            Lesson::Quiz(words) => Some(Self { document, words }),
            Lesson::Chooser(_) | Lesson::Simulator(_) => None,
        }
    }
}

/// Adds to the course a widget for each translation. `originals` are the quizzes that can be translated, those with errors too.
pub(crate) fn translate(mut translations: Vec<Translation>, originals: &[WidgetId], course: &mut Course) {
    // `es` before `es-MX`, which falls back to it.
    translations.sort_by_key(|translation| translation.words.lang.len());
    for Translation { document, words } in translations {
        let mut report = Report::new(&document.source);
        let quiz = quiz_of(&document, &words, originals, course, &mut report)
            .filter(|(_, original, _)| likeness::fits(&document, &words, original, &mut report));
        let mut laid = None;
        if let Some((of, original, nearest)) = quiz {
            base::stale(&document, &words, original, &mut report);
            laid = Some((of, laid_over(nearest, words)));
        }
        let mut found = report.finish();
        found.retain(|finding| !is_silenced(&document.header.allow, &document.allowed, finding));
        if let Some((of, mut quiz)) = laid {
            found.extend(too_large(&document.source, seal_revision(&mut quiz)));
            course.translations.insert(quiz.id.clone(), of);
            course.files.insert(document.source.file().to_owned(), quiz.id.clone());
            course.widgets.push(Lesson::Quiz(quiz));
        }
        course.diagnostics.extend(found);
    }
}

/// The original's name, the original, and the quiz whose words stand where the translation has none: a translation into a wider form of
/// the language, or the original. `None` and E193 where there is none; `None` alone where the original has errors of its own.
fn quiz_of<'c>(
    document: &Document,
    words: &Bundle,
    originals: &[WidgetId],
    course: &'c Course,
    report: &mut Report,
) -> Option<(WidgetId, &'c Bundle, &'c Bundle)> {
    let (of, span) = document.header.of.clone()?;
    if !originals.contains(&of) {
        let help = match nearest(of.as_str(), originals.iter().map(WidgetId::as_str)) {
            Some(known) => format!("write `of = \"{known}\"` if you meant that"),
            None => "name the `id` of a quiz of this course that is no translation itself".to_owned(),
        };
        report.add(code::E193, span, format!("there is no quiz {} to translate", quote(of.as_str())), help);
        return None;
    }
    let original = quiz(course, &of)?;
    let siblings = || course.translations.iter().filter(|(_, its)| **its == of).filter_map(|(id, _)| quiz(course, id));
    if original.lang == words.lang || siblings().any(|made| made.lang == words.lang) {
        let message = format!("there is a {} version of {} already", quote(&words.lang), quote(of.as_str()));
        report.add(code::E193, span, message, "set `lang` to the language of this file");
        return None;
    }
    let is_wider = |made: &&Bundle| words.lang.strip_prefix(&made.lang).is_some_and(|rest| rest.starts_with('-'));
    let nearest = siblings().filter(is_wider).max_by_key(|made| made.lang.len()).unwrap_or(original);
    Some((of, original, nearest))
}

fn quiz<'c>(course: &'c Course, id: &WidgetId) -> Option<&'c Bundle> {
    course.widgets.iter().find_map(|lesson| match lesson {
        Lesson::Quiz(quiz) if quiz.id == *id => Some(quiz),
        _ => None,
    })
}

/// The quiz with the words of a translation over its own.
fn laid_over(original: &Bundle, words: Bundle) -> Bundle {
    let mut quiz = original.clone();
    for (key, text) in original.strings.iter() {
        let own = words.strings.get(key).filter(|own| is_written(own));
        quiz.strings.insert(key.clone(), own.cloned().unwrap_or_else(|| foreign(text, &original.lang)));
    }
    quiz.words = words.words;
    for own in &words.items {
        let Some(item) = quiz.items.iter_mut().find(|item| item.id == own.id) else { continue };
        if answers::lay_over(&mut item.interaction, &own.interaction) {
            // What is right is no longer what the original says, and answers given before are marked by it anew.
            let key = hashes(original, item).key;
            item.hashes.key = key;
        }
    }
    let head = words.head;
    if !head.title.is_empty() {
        quiz.strings.remove(&key::TITLE.to_owned());
        quiz.title = head.title;
    } else if original.text(key::TITLE).is_empty() {
        let title = vec![Block::P(vec![Inline::Text(original.title.clone())])];
        quiz.strings.insert(key::TITLE.to_owned(), foreign(&title, &original.lang));
    }
    (quiz.head.id, quiz.head.lang, quiz.head.dir) = (head.id, head.lang, head.dir);
    quiz
}

/// Whether a text has words. An empty heading or option stands for one that is not translated.
fn is_written(text: &[Block]) -> bool {
    let is_empty = |piece: &Inline| matches!(piece, Inline::Text(words) if words.trim().is_empty());
    !text.iter().all(|block| matches!(block, Block::P(line) if line.iter().all(is_empty)))
}

/// A text that stands among words of another language.
fn foreign(text: &RichText, lang: &str) -> RichText {
    let line = |line: &Vec<Inline>| match line.as_slice() {
        // From further away already.
        [Inline::Lang(..)] => line.clone(),
        _ => vec![Inline::Lang(lang.to_owned(), line.clone())],
    };
    let cells = |cells: &Vec<Vec<Inline>>| cells.iter().map(line).collect::<Vec<_>>();
    let block = |block: &Block| match block {
        Block::P(inner) => Block::P(line(inner)),
        Block::Ul(items) => Block::Ul(items.iter().map(|item| foreign(item, lang)).collect()),
        Block::Ol(start, items) => Block::Ol(*start, items.iter().map(|item| foreign(item, lang)).collect()),
        Block::Quote(inner) => Block::Quote(foreign(inner, lang)),
        Block::Table(head, rows) => Block::Table(cells(head), rows.iter().map(cells).collect()),
        Block::Code(..) | Block::Math(_) => block.clone(),
    };
    text.iter().map(block).collect()
}

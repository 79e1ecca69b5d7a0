//! Translations: a file with `of` in its header holds words only. They are laid over those of the quiz that it names, text by text; what
//! the translation lacks stands in the language of the original.

use crate::check::too_large;
use crate::code;
use crate::compile::seal_revision;
use crate::course::Course;
use crate::document::{Document, Item, Task};
use crate::lex::nearest::nearest;
use crate::report::{Report, quote};
use std::collections::BTreeSet;
use std::ops::Range;
use waypost_core::bundle::{Bundle, Key, Lesson};
use waypost_core::id::WidgetId;
use waypost_core::text::{Block, Inline, RichText, pieces};

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

/// A translation that is a widget of the course already.
struct Made {
    of: WidgetId,
    id: WidgetId,
    lang: String,
}

/// Adds to the course a widget for each translation. `originals` are the quizzes that can be translated, those with errors too.
pub(crate) fn translate(mut translations: Vec<Translation>, originals: &[WidgetId], course: &mut Course) {
    // `es` before `es-MX`, which falls back to it.
    translations.sort_by_key(|translation| translation.words.lang.len());
    let mut made: Vec<Made> = Vec::new();
    for Translation { document, words } in translations {
        let mut report = Report::new(&document.source);
        let quiz = quiz_of(&document, &words, &made, originals, course, &mut report)
            .and_then(|(of, nearest)| fits(&document, &words, &nearest, &mut report).then(|| (of, laid_over(&nearest, words))));
        let mut found = report.finish();
        if let Some((of, mut quiz)) = quiz {
            found.extend(too_large(&document.source, seal_revision(&mut quiz)));
            made.push(Made { of, id: quiz.id.clone(), lang: quiz.lang.clone() });
            course.files.insert(document.source.file().to_owned(), quiz.id.clone());
            course.widgets.push(Lesson::Quiz(quiz));
        }
        course.diagnostics.extend(found);
    }
}

/// The original's name, and the quiz whose words stand where the translation has none: a translation into a wider form of the language,
/// or the original. `None` and E193 where there is none; `None` alone where the original has errors of its own.
fn quiz_of(
    document: &Document,
    words: &Bundle,
    made: &[Made],
    originals: &[WidgetId],
    course: &Course,
    report: &mut Report,
) -> Option<(WidgetId, Bundle)> {
    let (of, span) = document.header.of.clone()?;
    if !originals.contains(&of) {
        let help = match nearest(of.as_str(), originals.iter().map(WidgetId::as_str)) {
            Some(known) => format!("write `of = \"{known}\"` if you meant that"),
            None => "name the `id` of a quiz of this course that is no translation itself".to_owned(),
        };
        report.add(code::E193, span, format!("there is no quiz {} to translate", quote(of.as_str())), help);
        return None;
    }
    let quiz = |id: &WidgetId| {
        course.widgets.iter().find_map(|lesson| match lesson {
            Lesson::Quiz(quiz) if quiz.id == *id => Some(quiz),
            _ => None,
        })
    };
    let siblings = || made.iter().filter(|made| made.of == of);
    if quiz(&of)?.lang == words.lang || siblings().any(|made| made.lang == words.lang) {
        let message = format!("there is a {} version of {} already", quote(&words.lang), quote(of.as_str()));
        report.add(code::E193, span, message, "set `lang` to the language of this file");
        return None;
    }
    let is_wider = |made: &&Made| words.lang.strip_prefix(&made.lang).is_some_and(|rest| rest.starts_with('-'));
    let wider = siblings().filter(is_wider).max_by_key(|made| made.lang.len());
    let nearest = quiz(wider.map_or(&of, |made| &made.id))?.clone();
    Some((of, nearest))
}

/// The quiz with the words of a translation over its own.
fn laid_over(original: &Bundle, words: Bundle) -> Bundle {
    let mut quiz = original.clone();
    for (key, text) in original.strings.iter() {
        let text = words.strings.get(key).cloned().unwrap_or_else(|| foreign(text, &original.lang));
        quiz.strings.insert(key.clone(), text);
    }
    quiz.words = words.words;
    let head = words.head;
    if !head.title.is_empty() {
        quiz.title = head.title;
    }
    (quiz.head.id, quiz.head.lang, quiz.head.dir) = (head.id, head.lang, head.dir);
    quiz
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

/// E190: keys, credits, points and ways on are the original's.
pub(crate) fn only_words(document: &Document, report: &mut Report) {
    let mut refuse = |span: Range<usize>, what: &str| {
        report.add(code::E190, span, format!("{what} comes from the original, not from its translation"), "remove it");
    };
    for item in &document.items {
        if let Some(jump) = item.jumps.first() {
            refuse(jump.span.clone(), "a way on");
        }
        let Task::Choice(task) = &item.task else { continue };
        for option in &task.options {
            if option.key == Key::Right || option.credit.is_some() {
                refuse(option.span.clone(), "what is right");
            }
            if !option.weights.is_empty() || option.then.is_some() {
                refuse(option.span.clone(), "what an option leads to or counts for");
            }
        }
    }
}

/// Whether every text of a translation has its place in the original. E192 where not, once for what lies inside a thing that is not there.
fn fits(document: &Document, words: &Bundle, original: &Bundle, report: &mut Report) -> bool {
    let is_there = |key: &str| original.strings.get(key).is_some();
    let mut said = BTreeSet::new();
    for (key, text) in words.strings.iter() {
        let thing = key.split('/').next().unwrap_or_default();
        let owner = thing.split('.').next().unwrap_or_default();
        let knows =
            |name: &str| original.strings.iter().any(|(key, _)| key.strip_prefix(name).is_some_and(|rest| rest.starts_with(['/', '.'])));
        let lacks = match (is_there(key), [owner, thing].into_iter().find(|name| !knows(name))) {
            (true, _) if blanks(text) == blanks(original.text(key)) => continue,
            (true, _) => key,
            (false, lacks) => lacks.unwrap_or(key),
        };
        if !said.insert(lacks.to_owned()) {
            continue;
        }
        let message = if is_there(key) {
            format!("{} has other blanks than in the original", quote(key))
        } else {
            format!("the original has nothing named {}", quote(lacks))
        };
        let help = "give it the id (`{#...}`) that the original has, or remove it";
        report.add(code::E192, span(document, owner, thing), message, help);
    }
    said.is_empty()
}

/// The names of the blanks of a text, sorted.
fn blanks(text: &[Block]) -> Vec<&str> {
    let mut names = Vec::new();
    pieces(text, &mut |piece| {
        if let Inline::Blank(name) = piece {
            names.push(name.as_str());
        }
    });
    names.sort_unstable();
    names
}

/// Where something stands in its file.
fn span(document: &Document, owner: &str, thing: &str) -> Range<usize> {
    let item = document.items.iter().find(|item| item.id.as_str() == owner);
    let option = |item: &Item| match &item.task {
        Task::Choice(task) => {
            let is_it = |id: &str| thing.strip_prefix(owner).and_then(|rest| rest.strip_prefix('.')) == Some(id);
            task.options.iter().find(|option| is_it(option.id.as_str())).map(|option| option.span.clone())
        }
        Task::Other(_) => None,
    };
    let sections = document.sections.iter().map(|section| (&section.id, &section.span));
    let others = sections.chain(document.bands.iter().map(|band| (&band.id, &band.span)));
    let mut others = others.chain(document.dimensions.iter().map(|dimension| (&dimension.id, &dimension.span)));
    match item {
        Some(item) => option(item).unwrap_or(item.heading.clone()),
        None => others.find(|(id, _)| id.as_str() == owner).map_or(0..0, |(_, span)| span.clone()),
    }
}

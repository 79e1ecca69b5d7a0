//! `waypost export`: a lesson in another form.

use crate::arguments::{Export, Target};
use crate::chosen::Chosen;
use crate::document::Markup;
use crate::{Failure, Outcome, report};
use anstream::println;
use std::fs;
use waypost_author::cards::{self, Card};
use waypost_author::publish;
use waypost_core::bundle::Lesson;

/// Writes the files of the form into a folder, or prints the first one.
pub(crate) fn run(arguments: &Export) -> Result<Outcome, Failure> {
    let lesson = match Chosen::read(&arguments.file)? {
        Ok(lesson) => lesson,
        Err(found) => {
            report::findings(&found);
            return Ok(Outcome::Errors);
        }
    };
    let files = match arguments.to {
        Target::Email => mails(&lesson, arguments, &["email.html", "email-plain.html", "email.txt"])?,
        Target::Feed => mails(&lesson, arguments, &["feed.html"])?,
        Target::Anki => vec![("anki.txt", cards::anki(&of_quiz(&lesson.widget)?).into_bytes())],
        Target::Csv => vec![("cards.csv", cards::csv(&of_quiz(&lesson.widget)?).into_bytes())],
    };
    let Some(out) = &arguments.out else {
        let first = files.first().map(|(_, content)| String::from_utf8_lossy(content).into_owned());
        println!("{}", first.unwrap_or_default().trim_end());
        return Ok(Outcome::Fine);
    };
    let cannot = |error: std::io::Error| format!("{} can't be written: {error}", out.display());
    fs::create_dir_all(out).map_err(cannot)?;
    for (name, content) in &files {
        fs::write(out.join(name), content).map_err(cannot)?;
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    println!("{} in {}", names.join(", "), out.display());
    Ok(Outcome::Fine)
}

/// A file to write: its name and what is in it.
type Written = (&'static str, Vec<u8>);

/// The named files among the forms for mails and feeds.
fn mails(lesson: &Chosen, arguments: &Export, names: &[&'static str]) -> Result<Vec<Written>, Failure> {
    let base = lesson.base(arguments.base.as_deref())?.ok_or(
        "the links of a mail need the address of the site\n  give it with --base https://example.com/course/, or as `base` in course.toml",
    )?;
    let mut files = publish::mails(&lesson.course, &lesson.widget, &base, &Markup);
    Ok(names.iter().filter_map(|name| Some((*name, files.remove(*name)?))).collect())
}

/// The cards of a quiz that has any.
fn of_quiz(lesson: &Lesson) -> Result<Vec<Card>, Failure> {
    let cards = match lesson {
        Lesson::Quiz(quiz) => cards::cards(quiz),
        Lesson::Chooser(_) | Lesson::Simulator(_) => Vec::new(),
    };
    if cards.is_empty() {
        return Err(format!(
            "`{}` has no question with a right answer, and so no cards\n  name the file of a quiz that is marked",
            lesson.id
        ));
    }
    Ok(cards)
}

//! `waypost export`: a lesson in another form.

use crate::arguments::{Export, Target};
use crate::chosen::Chosen;
use crate::document::Markup;
use crate::{Failure, Outcome, report};
use anstream::println;
use std::fs;
use waypost_author::publish;

/// Writes the files of the form into a folder, or prints the first one.
pub(crate) fn run(arguments: &Export) -> Result<Outcome, Failure> {
    let lesson = match Chosen::read(&arguments.file)? {
        Ok(lesson) => lesson,
        Err(found) => {
            report::findings(&found);
            return Ok(Outcome::Errors);
        }
    };
    let base = lesson.base(arguments.base.as_deref())?.ok_or(
        "the links of a mail need the address of the site\n  give it with --base https://example.com/course/, or as `base` in course.toml",
    )?;
    let names: &[&str] = match arguments.to {
        Target::Email => &["email.html", "email-plain.html", "email.txt"],
        Target::Feed => &["feed.html"],
    };
    let mut files = publish::mails(&lesson.course, &lesson.widget, &base, &Markup);
    files.retain(|name, _| names.contains(&name.as_str()));
    let Some(out) = &arguments.out else {
        let first = names.first().and_then(|name| files.get(*name)).map(|content| String::from_utf8_lossy(content).into_owned());
        println!("{}", first.unwrap_or_default());
        return Ok(Outcome::Fine);
    };
    let cannot = |error: std::io::Error| format!("{} can't be written: {error}", out.display());
    fs::create_dir_all(out).map_err(cannot)?;
    for (name, content) in &files {
        fs::write(out.join(name), content).map_err(cannot)?;
    }
    println!("{} in {}", names.join(", "), out.display());
    Ok(Outcome::Fine)
}

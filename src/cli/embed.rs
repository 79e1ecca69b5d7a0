//! `waypost embed`: what to paste on a platform, and why.

use crate::arguments::Embed;
use crate::chosen::Chosen;
use crate::document::Markup;
use crate::{Failure, Outcome, report};
use anstream::{eprintln, println};
use waypost_author::publish::platform::{PLATFORMS, find};
use waypost_author::publish::snippet::{BASE, Recipe};
use waypost_author::publish::{self};

/// What stands for the site's address where nobody said it.
const UNKNOWN: &str = "https://your-site.example/";

/// Prints what to paste.
pub(crate) fn run(arguments: &Embed) -> Result<Outcome, Failure> {
    let Some(name) = &arguments.platform else {
        list();
        return Ok(Outcome::Fine);
    };
    let platform = find(name).ok_or_else(|| {
        let known: Vec<_> = PLATFORMS.iter().map(|platform| platform.name).collect();
        format!("{name} is no platform that is known here\n  write --for with one of {}", known.join(", "))
    })?;
    let Some(file) = &arguments.file else {
        return Err("which lesson?\n  name its file: waypost embed my-course/first-quiz.md --for ghost".to_owned());
    };
    let lesson = match Chosen::read(file)? {
        Ok(lesson) => lesson,
        Err(found) => {
            report::findings(&found);
            return Ok(Outcome::Errors);
        }
    };
    let base = lesson.base(arguments.base.as_deref())?;
    let recipe = publish::recipe(&lesson.course, &lesson.widget, platform, &Markup);
    let recipe = addressed(recipe, base.as_deref().unwrap_or(UNKNOWN));
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&recipe).unwrap_or_default());
    } else {
        print(&recipe);
    }
    if base.is_none() {
        eprintln!("note: {UNKNOWN} stands for the address of your site; give it with --base, or as `base` in course.toml");
    }
    Ok(Outcome::Fine)
}

fn addressed(mut recipe: Recipe, base: &str) -> Recipe {
    for piece in &mut recipe.pieces {
        piece.code = piece.code.replace(BASE, base);
    }
    recipe
}

fn print(recipe: &Recipe) {
    println!("{}: {}", recipe.title, recipe.why);
    if let Some(caution) = recipe.caution {
        println!("{caution}");
    }
    for piece in &recipe.pieces {
        println!("\n{}:\n\n{}", piece.place, piece.code);
    }
}

fn list() {
    let widest = PLATFORMS.iter().map(|platform| platform.name.len()).max().unwrap_or_default();
    for platform in &PLATFORMS {
        println!("{:widest$}  {}", platform.name, platform.why);
    }
}

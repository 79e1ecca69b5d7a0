//! `waypost new`: a commented course to start from.

use crate::arguments::New;
use crate::{Failure, Outcome};
use anstream::println;
use std::{fs, io};

const STARTER: [(&str, &str); 3] = [
    ("course.toml", include_str!("starter/course.toml")),
    ("index.md", include_str!("starter/index.md")),
    ("first-quiz.md", include_str!("starter/first-quiz.md")),
];

/// Writes the starter course into a folder that is new or empty.
pub(crate) fn run(arguments: &New) -> Result<Outcome, Failure> {
    let folder = &arguments.folder;
    let shown = folder.display();
    match fs::read_dir(folder).map(Iterator::count) {
        Ok(1..) => {
            return Err(format!("{shown} is not empty\n  name a folder that is new or empty, so that nothing of yours is overwritten"));
        }
        Ok(0) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(format!("{shown} can't be used: {error}")),
    }
    fs::create_dir_all(folder).map_err(|error| format!("{shown} can't be made: {error}"))?;
    for (name, text) in STARTER {
        fs::write(folder.join(name), text).map_err(|error| format!("{shown}/{name} can't be written: {error}"))?;
    }
    println!("A course to start from is in {shown}: a post (index.md) and a quiz (first-quiz.md).\n");
    println!("Preview it, and see each change as you save:\n  waypost serve {shown}\n");
    println!("Turn it into a site for any static host:\n  waypost build {shown} --out site");
    Ok(Outcome::Fine)
}

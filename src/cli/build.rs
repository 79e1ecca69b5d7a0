//! `waypost build`: a course becomes a site. Nothing is touched before every file is ready.

use crate::arguments::Build;
use crate::document::Markup;
use crate::source::Source;
use crate::{Failure, Outcome, chosen, player, report};
use anstream::println;
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};
use waypost_author::publish::{self, Files};

/// Files are written in here first, then moved to their places.
const STAGING: &str = ".waypost-building";

/// Builds the site and writes it.
pub(crate) fn run(arguments: &Build) -> Result<Outcome, Failure> {
    let source = Source::read(&arguments.folder)?;
    let mut course = source.compile();
    course.diagnostics.extend(source.named(course.drafts()));
    report::findings(&course.diagnostics);
    if report::has_errors(&course.diagnostics) {
        println!("{}; nothing was written", report::course(&source, &course));
        return Ok(Outcome::Errors);
    }
    course.settings.base = chosen::base(&course, arguments.base.as_deref())?;
    let site = publish::site(&course, &player::files(&arguments.player)?, &Markup, &[]);
    let out = &arguments.out;
    let changed = write(out, &site).map_err(|error| format!("{} can't be written: {error}", out.display()))?;
    println!("{}", report::course(&source, &course));
    list(&site);
    if course.settings.base.is_none() {
        println!("no link previews, posters and mails: they need the site's address, as `base` in course.toml or with --base");
    }
    let bytes = site.values().map(Vec::len).sum();
    println!("{} files, {}, in {}; {changed} new or changed", site.len(), report::size(bytes), out.display());
    Ok(Outcome::Fine)
}

/// Puts the files into `out` and says how many were new or changed. What else lies there stays.
fn write(out: &Path, site: &Files) -> io::Result<usize> {
    let staging = out.join(STAGING);
    let changed: Vec<_> = site.iter().filter(|(path, content)| fs::read(out.join(path)).ok().as_ref() != Some(content)).collect();
    let staged = changed.iter().try_for_each(|(path, content)| {
        let place = staging.join(path);
        fs::create_dir_all(place.parent().unwrap_or(&staging))?;
        fs::write(place, content)
    });
    let moved = staged.and_then(|()| changed.iter().try_for_each(|(path, _)| move_to(&staging.join(path), &out.join(path))));
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    moved.map(|()| changed.len())
}

fn move_to(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::rename(from, to)
}

/// One line for each page and widget, and one for the player.
fn list(site: &Files) {
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, content) in site {
        let group = match path.match_indices('/').nth(1) {
            Some((end, _)) => &path[..=end],
            None => path,
        };
        *groups.entry(group).or_default() += content.len();
    }
    let widest = groups.keys().map(|group| group.len()).max().unwrap_or_default();
    for (group, bytes) in groups {
        println!("  {group:widest$}  {:>9}", report::size(bytes));
    }
}

//! The state of a preview: the last site that could be built, and what keeps a newer one from being built.

use crate::document::Markup;
use crate::source::Source;
use crate::{Failure, report};
use anstream::println;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use waypost_author::publish::{self, Files, PlayerFiles};

/// The script that reloads a page, by address.
pub(super) const SCRIPT: &str = "/.waypost/live.js";

/// A course under preview.
pub(super) struct Preview {
    folder: PathBuf,
    player: PlayerFiles,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    source: Source,
    site: Files,
    news: News,
}

/// What open pages are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct News {
    /// A number made from the site's content; 0 while there is none.
    pub(super) version: u64,
    /// What keeps the newest files from being shown; empty where nothing does.
    pub(super) problems: Vec<String>,
}

impl Preview {
    /// Builds the course for the first time. Errors in its content do not matter yet; a folder without a course does.
    pub(super) fn new(folder: &Path, player: PlayerFiles) -> Result<Self, Failure> {
        Source::read(folder)?;
        let preview = Self { folder: folder.to_owned(), player, state: Mutex::default(), changed: Condvar::new() };
        preview.refresh();
        Ok(preview)
    }

    /// Builds the site again if a file of the course changed, prints how that went, and tells open pages.
    pub(super) fn refresh(&self) {
        let source = match Source::read(&self.folder) {
            Ok(source) if source == self.lock().source => return,
            Ok(source) => source,
            Err(failure) => {
                report::failure(&failure);
                self.lock().news.problems = vec![failure];
                self.changed.notify_all();
                return;
            }
        };
        let course = source.compile();
        report::findings(&course.diagnostics);
        println!("{}", report::course(&source, &course));
        if report::has_errors(&course.diagnostics) {
            let mut state = self.lock();
            state.news.problems = report::errors(&course.diagnostics).map(ToString::to_string).collect();
            state.source = source;
        } else {
            let site = publish::site(&course, &self.player, &Markup, &[SCRIPT]);
            let news = News { version: version(&site), problems: Vec::new() };
            *self.lock() = State { source, site, news };
        }
        self.changed.notify_all();
    }

    /// A file of the site.
    pub(super) fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.lock().site.get(path).cloned()
    }

    /// Whether any version could be built so far.
    pub(super) fn is_empty(&self) -> bool {
        self.lock().site.is_empty()
    }

    /// The news, as soon as they differ from `known` or the time is over.
    pub(super) fn news(&self, known: Option<&News>, patience: Duration) -> News {
        let state = self.lock();
        let waited = self.changed.wait_timeout_while(state, patience, |state| Some(&state.news) == known);
        waited.unwrap_or_else(PoisonError::into_inner).0.news.clone()
    }

    /// A panic elsewhere leaves the state whole: every change is one assignment.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn version(site: &Files) -> u64 {
    let mut hasher = DefaultHasher::new();
    site.hash(&mut hasher);
    hasher.finish() >> 12 | 1
}

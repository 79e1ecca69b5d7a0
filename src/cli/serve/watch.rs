//! Notices that files of the course changed.

use super::preview::Preview;
use crate::Failure;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// Editors save in several steps; a change counts once it has been quiet for this long.
const QUIET: Duration = Duration::from_millis(60);

/// Refreshes the preview after each change in `folder`, for as long as the returned watcher lives.
pub(super) fn start(folder: &Path, preview: Arc<Preview>) -> Result<RecommendedWatcher, Failure> {
    let (sender, changes) = channel();
    let heard = move |event: notify::Result<Event>| {
        // Our own reading is an event too.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = sender.send(());
        }
    };
    let cannot = |error| format!("changes in {} can't be watched: {error}", folder.display());
    let mut watcher = notify::recommended_watcher(heard).map_err(cannot)?;
    watcher.watch(folder, RecursiveMode::NonRecursive).map_err(cannot)?;
    thread::spawn(move || refresh_after_each(&changes, &preview));
    Ok(watcher)
}

fn refresh_after_each(changes: &Receiver<()>, preview: &Preview) {
    while changes.recv().is_ok() {
        while changes.recv_timeout(QUIET).is_ok() {}
        preview.refresh();
    }
}

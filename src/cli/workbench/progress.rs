//! A line on the terminal that says how far a long work is; nothing where no one looks.

use std::io::{IsTerminal, Write, stderr};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How wide the bar is, in characters.
const WIDTH: usize = 30;

/// Work of a known size.
pub(super) struct Progress {
    of: usize,
    done: AtomicUsize,
    shown: bool,
}

impl Progress {
    /// Nothing done yet.
    pub(super) fn new(of: usize) -> Self {
        Self { of: of.max(1), done: AtomicUsize::new(0), shown: stderr().is_terminal() }
    }

    /// One more piece is done.
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown {
            let full = WIDTH * done / self.of;
            // What cannot be shown is no reason to stop.
            let _ = write!(stderr().lock(), "\r[{:<WIDTH$}] {:3} %", "=".repeat(full), 100 * done / self.of);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(stderr().lock(), "\r{:1$}\r", "", WIDTH + 8);
        }
    }
}

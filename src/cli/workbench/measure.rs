//! Synthetic readers on all processors. Each reader's row depends on nothing but its number, so the figures do not on the processors.

use super::progress::Progress;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use waypost_author::chooser::workbench::SEED;
use waypost_author::chooser::workbench::readers::{FLIPS, Readers, rows, study};
use waypost_author::chooser::workbench::study::{Row, Scenario};
use waypost_core::chooser::bundle::Adaptive;

/// Readers in one piece of the work.
const PIECE: u32 = 50;

/// The figures of so many readers in each scenario.
pub(super) fn readers(adaptive: &Adaptive, readers: u32) -> Readers {
    let study = study(adaptive, SEED);
    let begins = (0..readers).step_by(usize::try_from(PIECE).unwrap_or(1));
    let pieces: Vec<(Scenario, u32)> =
        Scenario::ALL.into_iter().flat_map(|scenario| begins.clone().map(move |from| (scenario, from))).collect();
    let progress = Progress::new(pieces.len());
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Vec<Row>)>> = Mutex::new(Vec::new());
    let work = || {
        while let Some((at, (scenario, from))) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, *pieces.get(at)?))) {
            let found = rows(&study, scenario, from..(from + PIECE).min(readers), FLIPS);
            progress.step();
            if let Ok(mut done) = done.lock() {
                done.push((at, found));
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(at, _)| *at);
    let mut scenarios: Vec<(Scenario, Vec<Row>)> = Scenario::ALL.map(|scenario| (scenario, Vec::new())).into();
    for (at, found) in done {
        let scenario = pieces.get(at).map(|(scenario, _)| *scenario);
        if let Some((_, rows)) = scenarios.iter_mut().find(|(known, _)| Some(*known) == scenario) {
            rows.extend(found);
        }
    }
    Readers::of(adaptive, SEED, &scenarios, FLIPS)
}

//! The simulator's engine alone, as a worker runs it: a bundle and a job come in, news of the analysis go out (see
//! [`waypost_core::simulator::Debrief::away`]). Bytes and numbers cross the border one by one, so that no pointer does and no glue is needed.

use std::cell::RefCell;
use waypost_core::simulator::{Debrief, Numbers, Part};

#[derive(Default)]
struct Engine {
    bundle: Vec<u8>,
    job: Vec<f64>,
    debrief: Option<Debrief>,
    news: Vec<f64>,
}

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::default();
}

fn with<T>(work: impl FnOnce(&mut Engine) -> T) -> T {
    ENGINE.with_borrow_mut(work)
}

/// Takes a byte of the bundle.
#[unsafe(no_mangle)]
pub extern "C" fn byte(byte: u32) {
    with(|engine| engine.bundle.push(byte as u8));
}

/// Takes a number of the job.
#[unsafe(no_mangle)]
pub extern "C" fn number(number: f64) {
    with(|engine| engine.job.push(number));
}

/// Begins: 1 where bundle and job can be understood.
#[unsafe(no_mangle)]
pub extern "C" fn begin() -> u32 {
    with(|engine| {
        let bundle = std::mem::take(&mut engine.bundle);
        engine.debrief = str::from_utf8(&bundle).ok().and_then(|bundle| Debrief::away(bundle, &std::mem::take(&mut engine.job)));
        u32::from(engine.debrief.is_some())
    })
}

/// Works for about `budget` turns of 32 worlds, and says which part comes next: 0 for the first, 6 for the end.
#[unsafe(no_mangle)]
pub extern "C" fn step(budget: u32) -> u32 {
    with(|engine| engine.debrief.as_mut().map_or(Part::Done, |debrief| debrief.step(budget)) as u32)
}

/// Writes down what is found so far; gives how many numbers that takes.
#[unsafe(no_mangle)]
pub extern "C" fn tell() -> u32 {
    with(|engine| {
        engine.news = engine.debrief.as_ref().map(|debrief| debrief.news().numbers()).unwrap_or_default();
        engine.news.len() as u32
    })
}

/// One of these numbers.
#[unsafe(no_mangle)]
pub extern "C" fn told(at: u32) -> f64 {
    with(|engine| engine.news.get(at as usize).copied().unwrap_or_default())
}

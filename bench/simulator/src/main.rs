//! The native side of the bench. `FILE.md [WORLDS]` prints plan-worlds per second on one core and the hash of all points;
//! `FILE.md --bundle` prints the bundle that the module reads, `--job` the play to analyze and `--debrief` what comes of it, both as numbers.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), String> {
    use std::time::Instant;
    use waypost_bench_simulator::Bench;
    use waypost_core::simulator::{Debrief, Numbers, Part};

    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name a simulator's Markdown file")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let document = waypost_author::simulator::parse(&path, &text).0;
    let bundle = waypost_author::simulator::compile::compile(&document, waypost_core::bundle::Profile::Play).to_json();
    let second = arguments.next();
    if second.as_deref() == Some("--bundle") {
        println!("{bundle}");
        return Ok(());
    }
    let bench = Bench::new(&bundle)?;
    if second.as_deref() == Some("--job") {
        println!("{:?}", bench.job());
        return Ok(());
    }
    if second.as_deref() == Some("--debrief") {
        let mut debrief = Debrief::away(&bundle, &bench.job()).ok_or("the bundle cannot be analyzed")?;
        while debrief.step(u32::MAX) != Part::Done {}
        println!("{:?}", debrief.news().numbers());
        return Ok(());
    }
    let worlds: u32 = second.and_then(|worlds| worlds.parse().ok()).unwrap_or(64);
    let (mut best, mut played) = (f64::INFINITY, 0);
    for _ in 0..7 {
        let start = Instant::now();
        played = bench.enumerate::<64>(worlds);
        best = best.min(start.elapsed().as_secs_f64());
    }
    let hash = bench.hash::<64>(worlds);
    println!("{{\"played\":{played},\"hash\":{hash},\"perSecond\":{:.0}}}", f64::from(played) / best);
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}

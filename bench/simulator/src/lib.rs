//! The simulator's engine alone, natively and as a module without glue: plays all plans, hashes all points. What works through a debrief
//! are the exports of the worker's program, which are in this module too.

pub mod exports;

pub use waypost_engine as engine;

use waypost_core::simulator::{Action, Job, Lanes, Machine, Numbers, Plans, Play, Simulator, Tour, Trip, Values, Version};

/// A model at work.
pub struct Bench {
    simulator: Simulator,
    machine: Machine,
    version: Version,
    plans: Plans,
}

impl Bench {
    /// Reads a bundle.
    pub fn new(bundle: &str) -> Result<Self, String> {
        let simulator = Simulator::from_json(bundle)?;
        let machine = Machine::new(&simulator).map_err(|refused| refused.0.to_owned())?;
        let version = Version::new(&machine, &Values::nominal(&simulator));
        let plans = Plans::all(&machine);
        Ok(Self { simulator, machine, version, plans })
    }

    /// Plays all plans in worlds 0 to `worlds` and adds up each plan's points, as a debrief does; gives how many plan-worlds that were.
    pub fn enumerate<const L: usize>(&self, worlds: u32) -> u32
    where
        [f32; L]: Lanes,
    {
        let mut sums = vec![0.0; self.plans.len()];
        self.play::<L>(worlds, &mut |plan, _, points| {
            if let Some(sum) = sums.get_mut(plan) {
                *sum = points.iter().fold(*sum, |sum, points| sum + f64::from(*points));
            }
        });
        std::hint::black_box(&sums);
        self.plans.len() as u32 * worlds
    }

    /// A hash of all points in worlds 0 to `worlds` that depends on plan, world and every bit, but not on the order of work.
    pub fn hash<const L: usize>(&self, worlds: u32) -> u32
    where
        [f32; L]: Lanes,
    {
        let mut hash = 0u32;
        self.play::<L>(worlds, &mut |plan, first, points| {
            for (points, world) in points.iter().zip(first..) {
                hash = hash.wrapping_add(mix(points.to_bits() ^ mix((plan as u32) << 12 | world)));
            }
        });
        hash
    }

    fn play<const L: usize>(&self, worlds: u32, points: &mut dyn FnMut(usize, u32, &[f32]))
    where
        [f32; L]: Lanes,
    {
        let trip = Trip { version: &self.version, plans: &self.plans, seed: self.machine.seed, worlds };
        Tour::<L>::new(&self.machine).step(&self.machine, &trip, &mut u32::MAX.clone(), points);
    }

    /// The job to analyze the play that takes the first option of every card.
    pub fn job(&self) -> Vec<f64> {
        let start = Action::Start { revision: self.simulator.revision.clone(), seed: 7, from: None };
        let first = |card: &waypost_core::simulator::Card| {
            card.options.first().map(|option| Action::Commit { card: card.id.clone(), option: option.id.clone() })
        };
        let actions: Vec<Action> = std::iter::once(start).chain(self.simulator.cards.iter().filter_map(first)).collect();
        let play = Play::fold(&self.simulator, actions.iter().map(|action| ("bench", action)));
        Job::new(&self.simulator, &play).map(|job| job.numbers()).unwrap_or_default()
    }
}

/// The "lowbias32" finalizer.
fn mix(mut x: u32) -> u32 {
    x = (x ^ (x >> 16)).wrapping_mul(0x7feb_352d);
    x = (x ^ (x >> 15)).wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

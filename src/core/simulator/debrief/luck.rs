//! Part 1: the reader's plan in other worlds.

use super::{Fortune, LANES, Luck, Subject};
use crate::simulator::{Plans, Tour};

/// Dots of the plot.
const DOTS: usize = 50;

/// Share of better worlds from which a result was unlucky; its complement is lucky.
const UNLUCKY: f64 = 0.65;

/// Points of the reader's plan in the worlds so far.
#[derive(Debug)]
pub(super) struct Sample {
    plans: Plans,
    own: f32,
    points: Vec<f32>,
}

impl Sample {
    pub(super) fn new(subject: &Subject) -> Self {
        let plans = Plans::sorted(subject.machine.turns(), vec![subject.own.clone()]);
        Self { plans, own: subject.with_luck(&subject.own), points: Vec::new() }
    }

    pub(super) fn step(&mut self, subject: &Subject, tour: &mut Tour<LANES>, budget: &mut u32) -> bool {
        let points = &mut self.points;
        subject.play(tour, &subject.version, &self.plans, subject.machine.worlds, budget, &mut |_, _, lanes| points.extend(lanes))
    }

    pub(super) fn finish(mut self) -> Luck {
        let count = self.points.len();
        let mean = self.points.iter().map(|points| f64::from(*points)).sum::<f64>() / count as f64;
        self.points.sort_by(f32::total_cmp);
        let dot = |number: usize| self.points.get((2 * number + 1) * count / (2 * DOTS)).copied().unwrap_or_default();
        let better = self.points.iter().filter(|points| **points > self.own).count();
        let equal = self.points.iter().filter(|points| **points == self.own).count();
        let above = (better as f64 + equal as f64 / 2.0) / count.max(1) as f64;
        let fortune = match above {
            above if above >= UNLUCKY => Fortune::Unlucky,
            above if above <= 1.0 - UNLUCKY => Fortune::Lucky,
            _ => Fortune::Usual,
        };
        Luck { points: self.own, mean, dots: (0..DOTS).map(dot).collect(), above, fortune }
    }
}

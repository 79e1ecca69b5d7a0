//! Luck: what the sites draw in a block of worlds, turn by turn. It depends on no choice, so plans share it.

use super::Op;
use super::machine::{Gauge, Machine};
use crate::random::Key;
use waypost_lanes::Lane;

/// The square root of 6, which makes a triangle's half width of its standard deviation.
pub(super) const ROOT_6: f32 = f32::from_bits(0x401c_c471);

/// A draw on the symmetric triangle over 0..1.
pub(super) fn triangle(draw: u32) -> f32 {
    halves(draw) * (1.0 / 131_072.0)
}

/// An even draw on 0..1.
pub(super) fn even(draw: u32) -> f32 {
    (draw >> 8) as f32 * (1.0 / 16_777_216.0)
}

/// A draw as a site's shape asks.
pub(super) fn shaped(shape: Op, draw: u32) -> f32 {
    if shape == Op::Tri { triangle(draw) } else { even(draw) }
}

/// The two halves of a draw, added up: 0 to 131070.
fn halves(draw: u32) -> f32 {
    ((draw & 0xffff) + (draw >> 16)) as f32
}

/// Where a stock starts, by its draw.
pub(super) fn start(gauge: &Gauge, draw: u32) -> f32 {
    let around = halves(draw) * (1.0 / 65_536.0) - 1.0;
    clamp(gauge.start + (gauge.spread * ROOT_6) * around, gauge.low, gauge.high)
}

/// A number kept within a range.
pub(super) fn clamp(number: f32, low: f32, high: f32) -> f32 {
    waypost_lanes::min(waypost_lanes::max(number, low), high)
}

/// The draws of a block of L worlds, made where they are first asked for.
#[derive(Debug)]
pub(super) struct Noise<const L: usize> {
    seed: u32,
    first: u32,
    sites: usize,
    rows: Vec<Lane<L>>,
    made: Vec<bool>,
}

impl<const L: usize> Noise<L> {
    /// Room for all sites of all turns.
    pub(super) fn new(machine: &Machine) -> Self {
        let count = machine.sites.len() * machine.turns();
        Self { seed: 0, first: 0, sites: machine.sites.len(), rows: vec![[0.0; L]; count], made: vec![false; count] }
    }

    /// Turns to the worlds from `first` on.
    pub(super) fn turn_to(&mut self, seed: u32, first: u32) {
        if (self.seed, self.first) != (seed, first) {
            self.made.fill(false);
        }
        (self.seed, self.first) = (seed, first);
    }

    /// The draws of a turn (counted from 0), with at least those of `sites` made.
    pub(super) fn of(&mut self, machine: &Machine, turn: usize, sites: &[usize]) -> &[Lane<L>] {
        let begin = turn * self.sites;
        for &at in sites {
            let (Some(made), Some(row), Some(site)) = (self.made.get_mut(begin + at), self.rows.get_mut(begin + at), machine.sites.get(at))
            else {
                continue;
            };
            if !std::mem::replace(made, true) {
                let key = Key::new(self.seed, turn as u32 + 1, site.id);
                for (value, world) in row.iter_mut().zip(self.first..) {
                    *value = shaped(site.shape, key.draw(world));
                }
            }
        }
        self.rows.get(begin..begin + self.sites).unwrap_or_default()
    }

    /// A row of starts.
    pub(super) fn starts(&self, gauge: &Gauge) -> Lane<L> {
        let key = Key::new(self.seed, 0, gauge.site);
        let mut row = [0.0; L];
        row.iter_mut().zip(self.first..).for_each(|(value, world)| *value = start(gauge, key.draw(world)));
        row
    }
}

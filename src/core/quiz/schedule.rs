//! Spaced review: when an item should come again, by FSRS-6 with its published default weights.
//!
//! The equations are those of the public algorithm description (open-spaced-repetition, "The Algorithm", FSRS-6):
//!
//! ```text
//! R = (1 + F t/S)^(-w20),  F = 0.9^(-1/w20) - 1          interval at 90 % recall: S
//! first review: S = w[G-1],  D = clamp(w4 - e^(w5 (G-1)) + 1, 1, 10)
//! D' = D - w6 (G-3) (10-D)/9,   D <- clamp(w7 (w4 - e^(3 w5) + 1 - D') + D', 1, 10)
//! right:    S <- S (1 + e^w8 (11-D) S^(-w9) (e^(w10 (1-R)) - 1) [w15 if G=2] [w16 if G=4])
//! wrong:    S <- min(w11 D^(-w12) ((S+1)^w13 - 1) e^(w14 (1-R)),  S / e^(w17 w18))
//! same day: S <- S k,  k = e^(w17 (G-3+w18)) S^(-w19), at least 1 if G >= 2
//! ```

use super::sitting::Sitting;
use crate::bundle::{Bundle, Item};
use crate::table::Table;

/// The default weights w0 to w20.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
    0.5425, 0.0912, 0.0658, 0.1542,
];

/// Items that were answered wrongly with certainty come again within so many days.
const SURE_AND_WRONG: u32 = 7;

/// How well an item was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Wrong or given up.
    Again = 1,
    /// Right after a hint or a second try, or without certainty.
    Hard = 2,
    /// Right at once.
    Good = 3,
    /// Right at once and sure of it.
    Easy = 4,
}

impl Grade {
    /// The grade of that number, as journals keep it.
    pub fn of(number: u32) -> Option<Self> {
        [Self::Again, Self::Hard, Self::Good, Self::Easy].into_iter().find(|grade| *grade as u32 == number)
    }

    fn number(self) -> f64 {
        f64::from(self as u32)
    }
}

/// What is known about the memory of one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Stability: days until the chance to remember is down to 90 %, 0.001 to 36,500.
    pub stability: f64,
    /// Difficulty, 1 to 10.
    pub difficulty: f64,
}

impl Memory {
    /// After the first review ever.
    pub fn first(grade: Grade) -> Self {
        Self { stability: W[grade as usize - 1], difficulty: first_difficulty(grade.number()).clamp(1.0, 10.0) }
    }

    /// After another review, so many days after the one before; 0 for the same day.
    pub fn reviewed(self, grade: Grade, days: u32) -> Self {
        let (s, d, g) = (self.stability, self.difficulty, grade.number());
        let forgotten = 1.0 - self.recall(days);
        let stability = match (days, grade) {
            (0, _) => {
                let k = (W[17] * (g - 3.0 + W[18])).exp() * s.powf(-W[19]);
                s * if grade == Grade::Again { k } else { k.max(1.0) }
            }
            (_, Grade::Again) => {
                let new = W[11] * d.powf(-W[12]) * ((s + 1.0).powf(W[13]) - 1.0) * (W[14] * forgotten).exp();
                new.min(s / (W[17] * W[18]).exp())
            }
            _ => {
                let grade = match grade {
                    Grade::Hard => W[15],
                    Grade::Easy => W[16],
                    Grade::Again | Grade::Good => 1.0,
                };
                s * (1.0 + W[8].exp() * (11.0 - d) * s.powf(-W[9]) * ((W[10] * forgotten).exp() - 1.0) * grade)
            }
        };
        let moved = d - W[6] * (g - 3.0) * (10.0 - d) / 9.0;
        let difficulty = W[7] * (first_difficulty(Grade::Easy.number()) - moved) + moved;
        Self { stability: stability.clamp(0.001, 36_500.0), difficulty: difficulty.clamp(1.0, 10.0) }
    }

    /// The chance to remember after so many days.
    pub fn recall(self, days: u32) -> f64 {
        (1.0 + factor() * f64::from(days) / self.stability).powf(-W[20])
    }

    /// Days until the item should come again, 1 to `max_days`, sooner after an answer that was sure and wrong.
    pub fn interval(self, max_days: u32, last: Last) -> u32 {
        let most = match last {
            Last::SureAndWrong => max_days.min(SURE_AND_WRONG),
            Last::Usual => max_days,
        };
        ((self.stability + 0.5) as u32).clamp(1, most.max(1))
    }
}

/// What the latest answer was like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    /// Nothing special.
    Usual,
    /// The reader was sure of a wrong answer: such errors return after a week (Butler, Fazio & Marsh 2011).
    SureAndWrong,
}

fn factor() -> f64 {
    0.9f64.powf(-1.0 / W[20]) - 1.0
}

fn first_difficulty(grade: f64) -> f64 {
    W[4] - (W[5] * (grade - 1.0)).exp() + 1.0
}

impl Sitting {
    /// The next days on which items of this result should come again, at most three, earliest first; none where the author offers no
    /// review. Days are counted from 1970-01-01.
    pub fn due(&self, bundle: &Bundle, today: i64) -> Vec<i64> {
        let Some(review) = bundle.policy.review.as_ref().filter(|_| self.is_finished()) else { return Vec::new() };
        let mut days = Table::default();
        for item in self.counted.iter().filter_map(|id| bundle.item(id)) {
            let Some(grade) = self.grade(bundle, item) else { continue };
            let sure = self.sure(&item.id) == Some(3) && grade == Grade::Again;
            let last = if sure { Last::SureAndWrong } else { Last::Usual };
            days.insert(today + i64::from(Memory::first(grade).interval(review.max_days, last)), ());
        }
        days.iter().map(|(day, ())| *day).take(3).collect()
    }

    /// How well a marked item was remembered in this sitting; `None` where it was not answered.
    pub fn grade(&self, bundle: &Bundle, item: &Item) -> Option<Grade> {
        let answer = self.answers.get(&item.id).filter(|_| self.is_marked(bundle, item))?;
        let Some(last) = answer.attempts.last() else { return answer.gave_up.then_some(Grade::Again) };
        let helped = last.hints > 0 || answer.attempts.len() > 1 || last.sure == Some(1);
        Some(match (self.is_right(bundle, item) && !answer.gave_up, helped, last.sure) {
            (false, ..) => Grade::Again,
            (true, true, _) => Grade::Hard,
            (true, false, Some(3)) => Grade::Easy,
            (true, false, _) => Grade::Good,
        })
    }
}

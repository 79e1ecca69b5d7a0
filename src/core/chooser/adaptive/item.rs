//! A pair as an item of the graded response model (Samejima 1969), with its exact derivatives.
//!
//! With cuts c_1 < c_2 < ... and the lean eta of the item's dimension,
//!
//! ```text
//! P*_j = sigma(a (eta - b - c_j)),  P*_0 = 1,  P*_last = 0,  P_y = P*_y - P*_{y+1}
//! d ln P_y / d eta   = a (1 - P*_y - P*_{y+1})
//! d2 ln P_y / d eta2 = -a^2 (P*_y (1 - P*_y) + P*_{y+1} (1 - P*_{y+1}))  < 0
//! I(eta)             = a^2 sum_y P_y (1 - P*_y - P*_{y+1})^2
//! ```

/// Where one answer ends and the next begins: "much more A", "a bit more A", "a bit more B", "much more B".
pub const CUTS: [f64; 3] = [-1.1, 0.0, 1.1];

/// Sharpness of a pair where no pilot says otherwise.
pub const USUAL_A: f64 = 1.2;

/// Sharpness of the direct answer to a concern of the reader's own.
pub const CONCERN_A: f64 = 2.0;

/// A pair of statements as an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Which dimension, counted from 0.
    pub dimension: usize,
    /// Sharpness, above 0.
    pub a: f64,
    /// The lean at which both statements attract equally.
    pub b: f64,
    /// The cuts, ascending; one more answer than cuts.
    pub cuts: &'static [f64],
}

/// An answer to an item: 0 "much more A" to `cuts.len()` "much more B".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// What was asked.
    pub item: Item,
    /// What was answered.
    pub y: usize,
}

/// The logistic function, without overflow.
pub fn sigma(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + libm::exp(-x))
    } else {
        let e = libm::exp(x);
        e / (1.0 + e)
    }
}

/// ln sigma(x), exact where sigma is near 0.
fn ln_sigma(x: f64) -> f64 {
    if x >= 0.0 { -libm::log1p(libm::exp(-x)) } else { x - libm::log1p(libm::exp(x)) }
}

impl Item {
    /// A pair with four answers.
    pub fn graded(dimension: usize, a: f64, b: f64) -> Self {
        Self { dimension, a, b, cuts: &CUTS }
    }

    /// How many answers there are.
    pub fn answers(&self) -> usize {
        self.cuts.len() + 1
    }

    /// a (eta - b - c_j) at the boundary below answer `j`, for 1 to `cuts.len()`; infinite outside.
    fn edge(&self, eta: f64, j: usize) -> f64 {
        match j.checked_sub(1) {
            None => f64::INFINITY,
            Some(at) => self.cuts.get(at).map_or(f64::NEG_INFINITY, |cut| self.a * (eta - self.b - cut)),
        }
    }

    /// P*_j, the probability of answer `j` or a higher one.
    pub fn at_least(&self, eta: f64, j: usize) -> f64 {
        match j {
            0 => 1.0,
            j if j > self.cuts.len() => 0.0,
            j => sigma(self.edge(eta, j)),
        }
    }

    /// P_y, the probability of answer `y`.
    pub fn probability(&self, eta: f64, y: usize) -> f64 {
        self.at_least(eta, y) - self.at_least(eta, y + 1)
    }

    /// ln P_y, without cancellation: ln s(u) + ln s(-v) + ln(-expm1(v - u)) between the boundaries u > v.
    pub fn ln_probability(&self, eta: f64, y: usize) -> f64 {
        let (u, v) = (self.edge(eta, y), self.edge(eta, y + 1));
        match (y == 0, y >= self.cuts.len()) {
            (true, true) => 0.0,
            (true, false) => ln_sigma(-v),
            (false, true) => ln_sigma(u),
            (false, false) => ln_sigma(u) + ln_sigma(-v) + libm::log(-libm::expm1(v - u)),
        }
    }

    /// The first derivative of ln P_y by eta.
    pub fn gradient(&self, eta: f64, y: usize) -> f64 {
        self.a * (1.0 - self.at_least(eta, y) - self.at_least(eta, y + 1))
    }

    /// Minus the second derivative of ln P_y by eta; positive.
    pub fn curvature(&self, eta: f64, y: usize) -> f64 {
        let spread = |p: f64| p * (1.0 - p);
        self.a * self.a * (spread(self.at_least(eta, y)) + spread(self.at_least(eta, y + 1)))
    }

    /// Fisher's information at eta.
    pub fn information(&self, eta: f64) -> f64 {
        let mut sum = 0.0;
        for y in 0..self.answers() {
            let (below, above) = (self.at_least(eta, y), self.at_least(eta, y + 1));
            let slope = 1.0 - below - above;
            sum += (below - above) * slope * slope;
        }
        self.a * self.a * sum
    }
}

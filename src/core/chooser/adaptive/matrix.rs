//! Small symmetric matrices by hand: a Cholesky factor and its solves, for at most [`MAX`] dimensions.

use crate::chooser::bundle::{MAX_CONCERNS, MAX_DIMENSIONS};

/// The most dimensions: the author's and the reader's own.
pub const MAX: usize = MAX_DIMENSIONS + MAX_CONCERNS;

/// Values by dimension; those from the number of dimensions on are 0.
pub type Vector = [f64; MAX];

/// Rows of a symmetric matrix; only the lower triangle is read.
pub type Rows = [Vector; MAX];

/// The inner product, summed from the first dimension on.
pub fn dot(a: &Vector, b: &Vector) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// The lower factor L of a positive definite matrix H = L L'.
#[derive(Clone, Debug, PartialEq)]
pub struct Cholesky {
    size: usize,
    rows: Rows,
}

impl Cholesky {
    /// The factor of the first `size` rows and columns; `None` where a pivot is not positive. `size` is at most [`MAX`].
    pub fn of(matrix: &Rows, size: usize) -> Option<Self> {
        let mut rows = [[0.0; MAX]; MAX];
        for i in 0..size.min(MAX) {
            for j in 0..=i {
                let rest = (0..j).fold(matrix[i][j], |rest, k| rest - rows[i][k] * rows[j][k]);
                rows[i][j] = match (i == j, rest > 0.0) {
                    (false, _) => rest / rows[j][j],
                    (true, true) => libm::sqrt(rest),
                    (true, false) => return None,
                };
            }
        }
        Some(Self { size: size.min(MAX), rows })
    }

    /// The solution x of H x = b.
    pub fn solve(&self, b: &Vector) -> Vector {
        let mut x = [0.0; MAX];
        for i in 0..self.size {
            x[i] = (0..i).fold(b[i], |rest, k| rest - self.rows[i][k] * x[k]) / self.rows[i][i];
        }
        for i in (0..self.size).rev() {
            x[i] = (i + 1..self.size).fold(x[i], |rest, k| rest - self.rows[k][i] * x[k]) / self.rows[i][i];
        }
        x
    }
}

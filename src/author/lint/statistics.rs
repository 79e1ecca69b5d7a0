//! How likely chance alone makes what a file shows. Exact as long as that is a matter of milliseconds.

/// More outcomes than this are not counted one by one.
const OUTCOMES: f64 = 300_000.0;

/// The probability of `hits` or more successes where trial i succeeds with probability `chances[i]` (the Poisson binomial tail).
pub(super) fn at_least(chances: &[f64], hits: usize) -> f64 {
    let mut exactly = Vec::with_capacity(chances.len() + 1);
    exactly.push(1.0);
    for chance in chances {
        exactly.push(0.0);
        let mut one_less = 0.0;
        for p in &mut exactly {
            let before = *p;
            *p = before * (1.0 - chance) + one_less * chance;
            one_less = before;
        }
    }
    exactly.iter().skip(hits).sum()
}

/// Whether counts this uneven or more have a probability below `level` where every place is equally likely.
///
/// The exact multinomial test; beyond [`OUTCOMES`] Pearson's statistic with the Wilson-Hilferty approximation.
pub(super) fn departs_from_uniform(counts: &[usize], level: f64) -> bool {
    let total: usize = counts.iter().sum();
    let places = counts.len();
    if outcomes(total, places) > OUTCOMES {
        return pearson_departs(counts, total as f64);
    }
    let factorials = log_factorials(total);
    let seen: f64 = counts.iter().filter_map(|count| factorials.get(*count)).sum();
    let mut p = 0.0;
    // An outcome is as unlikely as what was seen if the product of its factorials is at least as large.
    let base = factorials.get(total).copied().unwrap_or_default() - total as f64 * (places as f64).ln();
    let any = Shape { left: total, places, most: usize::MAX, run: 0, product: 0.0, ways: (1..=places).map(|n| n as f64).product() };
    any.each(&factorials, &mut |product, ways| {
        if product >= seen - 1e-9 {
            p += ways * (base - product).exp();
        }
    });
    p < level
}

/// How many ways there are to put `total` things into `places`.
fn outcomes(total: usize, places: usize) -> f64 {
    (1..places).map(|i| (total + i) as f64 / i as f64).product()
}

fn log_factorials(total: usize) -> Vec<f64> {
    let logs = (1..=total).scan(0.0, |sum, n| {
        *sum += (n as f64).ln();
        Some(*sum)
    });
    std::iter::once(0.0).chain(logs).collect()
}

/// Counts in descending order, of which some places are filled: all their orders are equally likely, so one stands for all.
struct Shape {
    /// Things that are not placed yet.
    left: usize,
    /// Places that are not filled yet.
    places: usize,
    /// What was put into the place before.
    most: usize,
    /// How many places before hold equally many.
    run: usize,
    /// The sum of the logarithms of the counts' factorials.
    product: f64,
    /// In how many orders the counts can stand.
    ways: f64,
}

impl Shape {
    /// Visits all ways to fill the places that are left: the product, and the number of orders.
    fn each(self, factorials: &[f64], visit: &mut impl FnMut(f64, f64)) {
        if self.places == 0 {
            return visit(self.product, self.ways);
        }
        for count in self.left.div_ceil(self.places)..=self.most.min(self.left) {
            let run = if count == self.most { self.run + 1 } else { 1 };
            let product = self.product + factorials.get(count).copied().unwrap_or_default();
            let ways = self.ways / run as f64;
            Shape { left: self.left - count, places: self.places - 1, most: count, run, product, ways }.each(factorials, visit);
        }
    }
}

/// Pearson's test at the 5 % level.
fn pearson_departs(counts: &[usize], total: f64) -> bool {
    let expected = total / counts.len() as f64;
    let statistic: f64 = counts.iter().map(|count| (*count as f64 - expected).powi(2) / expected).sum();
    let freedom = (counts.len() - 1) as f64;
    let spread = 2.0 / (9.0 * freedom);
    ((statistic / freedom).cbrt() - (1.0 - spread)) / spread.sqrt() > 1.645
}

#[cfg(test)]
mod tests {
    use super::{at_least, departs_from_uniform, pearson_departs};

    #[test]
    fn the_tail_of_equal_chances_is_binomial() {
        assert!((at_least(&[0.5; 4], 3) - 5.0 / 16.0).abs() < 1e-12);
        assert!((at_least(&[0.25; 6], 0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn two_places_are_tested_like_coins() {
        assert!(departs_from_uniform(&[8, 0], 0.05));
        assert!(!departs_from_uniform(&[7, 1], 0.05), "9 of 128 outcomes on each side are this uneven");
        assert!(!departs_from_uniform(&[2, 2, 2, 2], 0.05));
        assert!(departs_from_uniform(&[1, 8, 1, 0], 0.05));
    }

    #[test]
    fn large_files_are_tested_by_approximation() {
        assert!(!pearson_departs(&[100, 98, 103, 99], 400.0));
        assert!(pearson_departs(&[150, 80, 90, 80], 400.0));
    }
}

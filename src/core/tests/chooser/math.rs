//! The equations of the adaptive engine: published vectors, finite differences, the same bits every time.

use crate::common::Dice;
use waypost_core::chooser::adaptive::item::{CUTS, Item, Response};
use waypost_core::chooser::adaptive::lean::{Lean, Weights, contributions};
use waypost_core::chooser::adaptive::matrix::{Cholesky, MAX, Vector};
use waypost_core::chooser::adaptive::posterior::Prior;
use waypost_core::chooser::adaptive::select::gain;
use waypost_core::chooser::adaptive::{Posterior, digest};

fn near(found: f64, expected: f64, within: f64, what: &str) {
    assert!((found - expected).abs() < within, "{what}: {found} is not {expected}");
}

/// Ratings and answers of the published vector.
fn golden(slant: f64) -> (Posterior, Weights) {
    let responses: Vec<Response> =
        [(0, 3), (1, 1), (4, 2), (5, 0), (3, 2)].map(|(k, y)| Response { item: Item::graded(k, 1.2, 0.0), y }).into();
    (Prior { size: 6, slant }.posterior(&responses, &[0.0; MAX]).unwrap(), Weights::of(&[4, 2, 0, 1, 3, 2]))
}

#[test]
fn posteriors_equal_the_golden_vectors_to_six_decimals() {
    let tables = [
        (0.0, [0.563917, -0.123880, 0.052627, 0.198804, 0.198804, -0.476771], [0.154132, 0.494955, 0.622254, 0.033211]),
        (0.2, [0.566793, -0.121394, 0.056112, 0.201279, 0.201279, -0.473876], [0.151057, 0.505846, 0.617386, 0.030964]),
    ];
    for (slant, mode, [m, s, p, best]) in tables {
        let (posterior, weights) = golden(slant);
        for (k, expected) in mode.into_iter().enumerate() {
            near(posterior.mode[k], expected, 5e-7, "mu");
        }
        let lean = Lean::of(&posterior, &weights);
        near(lean.m, m, 5e-7, "m");
        near(lean.s, s, 5e-7, "s");
        near(lean.p(), p, 5e-7, "p");
        near(lean.spread, 0.709558, 5e-7, "sigma0");
        let gains: Vec<f64> = (0..6).map(|k| gain(&posterior, &weights, &Item::graded(k, 1.2, 0.0))).collect();
        near(gains[0], best, 5e-7, "best gain");
        assert!(gains.iter().skip(1).all(|gain| *gain < gains[0]), "dimension 0 tells most");
    }
}

#[test]
fn one_item_has_the_published_information_and_probabilities() {
    let item = Item::graded(0, 1.2, 0.0);
    near(item.information(0.0), 0.447789, 5e-7, "I(0)");
    near(item.information(0.5), 0.441102, 5e-7, "I(.5)");
    for (y, p) in [0.127862, 0.226482, 0.318263, 0.327393].into_iter().enumerate() {
        near(item.probability(0.5, y), p, 5e-7, "P");
        near(item.ln_probability(0.5, y), p.ln(), 5e-6, "ln P");
    }
}

#[test]
fn the_allowance_for_slant_has_its_published_numbers() {
    // kappa = 0.080268 and floor = 0.036789 for six dimensions; with no weight on contrast only the floor separates s^2 from wc'V wc.
    let weights = Weights::of(&[1, 1, 1, 1, 1, 1]);
    let flat = Prior { size: 6, slant: 0.2 }.posterior(&[], &[0.0; MAX]).unwrap();
    let lean = Lean::of(&flat, &weights);
    near(lean.s * lean.s, lean.spread * lean.spread, 1e-12, "before any answer the variance is the prior's");
    let (posterior, weights) = golden(0.2);
    let with = Lean::of(&posterior, &weights);
    let plain = posterior.covariance(&weights.w);
    let quadratic: f64 = weights.w.iter().zip(plain).map(|(w, v)| w * v).sum();
    assert!(with.s * with.s > quadratic - 1e-12, "the allowance never makes the answers look surer");
}

/// A prior, answers and a point, from a seed.
fn case(seed: u32) -> (Prior, Vec<Response>, Vector) {
    let mut dice = Dice::of(seed);
    let size = 2 + dice.below(7) as usize;
    let prior = Prior { size, slant: dice.between(0.0, 0.5) };
    let responses = (0..dice.below(25))
        .map(|_| {
            let item =
                Item { dimension: dice.below(size as u32) as usize, a: dice.between(0.3, 2.6), b: dice.between(-1.5, 1.5), cuts: &CUTS };
            Response { item, y: dice.below(4) as usize }
        })
        .collect();
    let mut at = [0.0; MAX];
    for x in at.iter_mut().take(size) {
        *x = dice.between(-3.0, 3.0);
    }
    (prior, responses, at)
}

#[test]
fn gradient_and_curvature_agree_with_finite_differences() {
    const H: f64 = 1e-4;
    let mut worst: f64 = 0.0;
    for seed in 0..2000 {
        let (prior, responses, at) = case(seed);
        let shifted = |k: usize, by: f64| {
            let mut x = at;
            x[k] += by;
            x
        };
        let gradient = prior.gradient(&responses, &at);
        let curvature = prior.curvature(&responses, &at);
        for i in 0..prior.size {
            // Richardson's extrapolation of central differences: the error is of order H^4.
            let slope = |h: f64| (prior.ln_density(&responses, &shifted(i, h)) - prior.ln_density(&responses, &shifted(i, -h))) / (2.0 * h);
            let estimate = (4.0 * slope(10.0 * H) - slope(20.0 * H)) / 3.0;
            worst = worst.max((gradient[i] - estimate).abs());
            for (j, bent) in curvature[i].iter().enumerate().take(prior.size) {
                let bend =
                    |h: f64| (prior.gradient(&responses, &shifted(j, h))[i] - prior.gradient(&responses, &shifted(j, -h))[i]) / (2.0 * h);
                let estimate = -(4.0 * bend(10.0 * H) - bend(20.0 * H)) / 3.0;
                worst = worst.max((bent - estimate).abs());
            }
        }
    }
    assert!(worst < 1e-7, "the largest difference is {worst}");
}

#[test]
fn the_mode_is_where_the_gradient_vanishes_and_newton_needs_few_steps() {
    let mut steps = 0;
    for seed in 0..5000 {
        let (prior, responses, start) = case(seed);
        let posterior = prior.posterior(&responses, &[0.0; MAX]).unwrap();
        let slope = prior.gradient(&responses, &posterior.mode).into_iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        assert!(slope < 1e-6 && posterior.steps <= 25, "seed {seed}: gradient {slope} after {} steps", posterior.steps);
        steps += posterior.steps;
        let other = prior.posterior(&responses, &start).unwrap();
        assert!(other.steps <= 25 && (0..prior.size).all(|k| (other.mode[k] - posterior.mode[k]).abs() < 1e-7), "seed {seed}: one mode");
    }
    assert!(steps < 5000 * 6, "{steps} steps for 5000 posteriors");
}

#[test]
fn solving_gives_back_what_was_multiplied_and_a_matrix_that_is_not_positive_is_refused() {
    let (prior, responses, at) = case(11);
    let rows = prior.curvature(&responses, &at);
    let mut product = [0.0; MAX];
    for (i, out) in product.iter_mut().enumerate().take(prior.size) {
        *out = (0..prior.size).map(|j| rows[i][j] * at[j]).sum();
    }
    let solved = Cholesky::of(&rows, prior.size).unwrap().solve(&product);
    assert!((0..prior.size).all(|k| (solved[k] - at[k]).abs() < 1e-9));
    let mut singular = [[0.0; MAX]; MAX];
    (singular[0][0], singular[1][1], singular[1][0]) = (1.0, 1.0, 1.0);
    assert_eq!(Cholesky::of(&singular, 2), None);
    singular[0][0] = f64::NAN;
    assert_eq!(Cholesky::of(&singular, 2), None);
}

#[test]
fn contributions_add_up_to_the_mean() {
    for seed in 0..500 {
        let (prior, responses, _) = case(seed);
        let mut dice = Dice::of(seed);
        let weights = Weights::of(&(0..prior.size).map(|_| dice.below(5)).collect::<Vec<_>>());
        let posterior = prior.posterior(&responses, &[0.0; MAX]).unwrap();
        let sum: f64 = contributions(&posterior, &weights).iter().sum();
        near(sum, Lean::of(&posterior, &weights).m, 1e-12, "sum of contributions");
    }
}

#[test]
fn twenty_dots_count_as_the_probability_does() {
    for seed in 0..500 {
        let (prior, responses, _) = case(seed);
        let posterior = prior.posterior(&responses, &[0.0; MAX]).unwrap();
        let lean = Lean::of(&posterior, &Weights::of(&vec![1; prior.size]));
        let dots = lean.dots();
        assert!(dots.windows(2).all(|two| two[0] < two[1]), "ascending");
        let above = dots.iter().filter(|dot| **dot > 0.0).count() as f64 / 20.0;
        assert!((above - lean.p()).abs() <= 0.0251, "{above} of dots for p = {}", lean.p());
        assert!((lean.p() >= 0.9) <= (above >= 0.9), "18 of 20 where answers lean");
    }
}

#[test]
fn posteriors_have_the_bits_they_always_had() {
    // The browser test compares the same digest in WebAssembly; a change here is a change of every reader's result.
    assert_eq!(digest(20_000), DIGEST);
}

const DIGEST: u64 = 13_047_606_361_615_075_408;

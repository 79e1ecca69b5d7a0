//! Things to arrange: ordering, matching, categorizing.

use super::fraction;
use crate::bundle::{Marking, Pairs, Row, Sequence};
use crate::id::OptionId;
use crate::journal::Response;

/// The mark of an order of n things.
///
/// | marking | mark |
/// |---|---|
/// | `pairs` | T = n(n-1)/2, C = pairs in the right relative order: max(0, 2C - T)/T, Kendall's tau without its negative half |
/// | `position` | things in their exact place / n |
/// | `all` | full if all are |
///
/// A thing that the response leaves out is in no pair and in no place.
pub(super) fn order(sequence: &Sequence, response: &Response) -> i64 {
    let Response::Order(given) = response else { return 0 };
    let things = &sequence.things;
    let places: Vec<Option<usize>> = things.iter().map(|thing| given.iter().position(|other| other == thing)).collect();
    let in_place = places.iter().enumerate().filter(|(place, given)| **given == Some(*place)).count();
    match sequence.marking {
        Marking::All => fraction(i64::from(given == things), 1),
        Marking::Position => part(in_place, things.len()),
        _ if things.len() < 2 => part(in_place, things.len()),
        _ => {
            let later = |(i, a): (usize, &Option<usize>)| places[i + 1..].iter().filter(|b| a.is_some() && **b > *a).count();
            let ordered: usize = places.iter().enumerate().map(later).sum();
            let all = things.len() * (things.len() - 1) / 2;
            part((2 * ordered).saturating_sub(all), all)
        }
    }
}

/// How many rows are right, and how many are filled and wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// r: rows with their target, and rows without one left alone.
    pub right: i64,
    /// w: rows with a target that is not theirs.
    pub wrong: i64,
    /// n: rows.
    pub rows: i64,
}

impl Counts {
    /// Counts a response against the key.
    pub fn of(pairs: &Pairs, response: &Response) -> Self {
        let count = |test: &dyn Fn(&Row) -> bool| pairs.rows.iter().filter(|row| test(row)).count() as i64;
        Self {
            right: count(&|row| is_right(row, response)),
            wrong: count(&|row| !is_right(row, response) && given(row, response).is_some()),
            rows: pairs.rows.len() as i64,
        }
    }
}

/// Whether a row has its target; one that belongs nowhere is right while it is left alone.
pub fn is_right(row: &Row, response: &Response) -> bool {
    given(row, response) == row.target.as_ref()
}

fn given<'a>(row: &Row, response: &'a Response) -> Option<&'a OptionId> {
    match response {
        Response::Pairs(pairs) => pairs.get(&row.id),
        _ => None,
    }
}

/// The mark of n rows with m targets, r of them right, w filled and wrong.
///
/// | marking | mark |
/// |---|---|
/// | `each` | r/n |
/// | `net` | max(0, r - w/(m-1))/n, the second term w for a single target |
/// | `all` | full if r = n |
pub(super) fn pairs(pairs: &Pairs, response: &Response) -> i64 {
    if response.is_empty() {
        return 0;
    }
    let Counts { right, wrong, rows } = Counts::of(pairs, response);
    match pairs.marking {
        _ if rows == 0 => 0,
        Marking::All => fraction(i64::from(right == rows), 1),
        Marking::Net => {
            let others = (pairs.targets.len() as i64 - 1).max(1);
            fraction((right * others - wrong).max(0), rows * others)
        }
        _ => fraction(right, rows),
    }
}

fn part(num: usize, den: usize) -> i64 {
    match den {
        0 => 0,
        _ => fraction(num as i64, den as i64),
    }
}

/// Every row with its target.
pub(super) fn key(pairs: &Pairs) -> Response {
    let row = |row: &Row| Some((row.id.clone(), row.target.clone()?));
    Response::Pairs(pairs.rows.iter().filter_map(row).collect())
}

/// Whether nothing is left to do: every row is filled. Where some belong nowhere, one filled row is enough, so that nothing
/// tells which.
pub(super) fn is_complete(pairs: &Pairs, response: &Response) -> bool {
    let nowhere = pairs.rows.iter().any(|row| row.target.is_none());
    !response.is_empty() && (nowhere || pairs.rows.iter().all(|row| given(row, response).is_some()))
}

//! Things put in order, matched, or sorted into categories.

use crate::bundle::{Pairs, Sequence};
use crate::journal::Response;

/// The mark of an order.
pub(super) fn order(_sequence: &Sequence, _response: &Response) -> i64 {
    0
}

/// The mark of the pairs made.
pub(super) fn pairs(_pairs: &Pairs, _response: &Response) -> i64 {
    0
}

/// Every row with its target.
pub(super) fn key(_pairs: &Pairs) -> Response {
    Response::of([])
}

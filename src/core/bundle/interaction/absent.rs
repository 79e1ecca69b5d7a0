//! A value that cannot be.

use serde::{Serialize, Serializer};
use std::convert::Infallible;
use std::marker::PhantomData;
use std::ops::Deref;

/// Stands where a `T` would, and is never made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent<T>(Infallible, PhantomData<T>);

impl<T> Deref for Absent<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self.0 {}
    }
}

impl<T> Serialize for Absent<T> {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match self.0 {}
    }
}

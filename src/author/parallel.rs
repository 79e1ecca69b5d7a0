//! The same work for every file of a course: on all cores, where there are threads.

/// What `work` makes of each, in the same order.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn each<T: Send, R: Send>(all: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
    use rayon::prelude::*;
    all.into_par_iter().with_max_len(1).map(work).collect()
}

/// What `work` makes of each, in the same order.
#[cfg(target_arch = "wasm32")]
pub(crate) fn each<T, R>(all: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    all.into_iter().map(work).collect()
}

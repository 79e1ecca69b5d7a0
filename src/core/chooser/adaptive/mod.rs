//! The engine `adaptive`: which of two poles do a reader's priorities point to, and how surely?
//!
//! Each dimension k has a lean theta_k (negative towards pole A, positive towards pole B). With the reader's own weights w_k,
//! Lambda = sum w_k theta_k is an additive multicriteria value (Keeney & Raiffa 1976); its sign is the direction. Answers to pairs are
//! graded responses ([`item`]), the leans have a correlated Gaussian prior ([`posterior`]), wording that flatters one pole throughout is
//! allowed for in [`lean`].
//!
//! Numbers are f64 with the functions of `libm` on every target, without fused multiplication, summed in the order of the journal: the
//! same bits natively and in WebAssembly.

mod digest;
pub mod flips;
pub mod item;
pub mod lean;
pub mod matrix;
pub mod posterior;
pub mod select;
pub mod verdict;

pub use digest::digest;
pub use flips::{Flips, Mirrored};
pub use item::{CUTS, Item, Response};
pub use lean::{Lean, Weights};
pub use matrix::{MAX, Vector};
pub use posterior::{Posterior, Prior};
pub use verdict::{Side, Verdict};

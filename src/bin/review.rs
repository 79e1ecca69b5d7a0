//! The reader's WASM for spaced review.

fn main() {
    #[cfg(target_arch = "wasm32")]
    waypost::player::page::plays::<waypost::player::ReviewPlay>();
}

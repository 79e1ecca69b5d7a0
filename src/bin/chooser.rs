//! The reader's WASM for choosers.

fn main() {
    #[cfg(target_arch = "wasm32")]
    waypost::player::page::plays::<waypost::player::ChooserPlay>();
}

//! The reader's WASM for simulators.

fn main() {
    #[cfg(target_arch = "wasm32")]
    waypost::player::page::plays::<waypost::player::SimulatorPlay>();
}

//! Prints the digest of so many posteriors: `cargo run -p waypost-core --example digest -- 20000`. The chooser's WASM gives the same.

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(20_000);
    println!("{}", waypost_core::chooser::adaptive::digest(count));
}

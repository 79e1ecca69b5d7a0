//! Keyed random draws: a draw is a pure function of (seed, world, turn, site), so changing one thing leaves every other draw alone.
//!
//! The mixers are the public SplitMix64 and "lowbias32" finalizers.

/// The 64-bit FNV-1a hash of a site's path, such as `order/impact/b`.
pub fn site(path: &str) -> u64 {
    fnv(path.bytes())
}

/// The 64-bit FNV-1a hash of no bytes.
pub(crate) const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// The 64-bit FNV-1a hash of bytes.
pub fn fnv(bytes: impl IntoIterator<Item = u8>) -> u64 {
    fnv_on(BASIS, bytes)
}

/// The 64-bit FNV-1a hash of bytes that follow those of `hash`.
pub(crate) fn fnv_on(hash: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// One draw, uniform over all 32-bit values.
pub fn draw(seed: u32, world: u32, turn: u32, site: u64) -> u32 {
    Key::new(seed, turn, site).draw(world)
}

/// What a draw needs of seed, turn and site: computed once for many worlds.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    low: u32,
    high: u32,
}

impl Key {
    /// The key of a site in a turn.
    pub fn new(seed: u32, turn: u32, site: u64) -> Self {
        let start = (u64::from(seed) << 32).wrapping_add(u64::from(turn));
        let key = mix64(site ^ mix64(start.wrapping_add(0x9e37_79b9_7f4a_7c15)));
        Self { low: key as u32, high: (key >> 32) as u32 }
    }

    /// The draw in a world.
    pub fn draw(self, world: u32) -> u32 {
        mix32(mix32(world.wrapping_mul(0x9e37_79b9).wrapping_add(self.low)).wrapping_add(self.high))
    }
}

fn mix64(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn mix32(mut x: u32) -> u32 {
    x = (x ^ (x >> 16)).wrapping_mul(0x7feb_352d);
    x = (x ^ (x >> 15)).wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

#[cfg(test)]
mod tests {
    use super::{draw, site};

    #[test]
    fn draws_equal_the_published_vectors() {
        for (seed, world, turn, path, id, value) in [
            (0, 0, 0, "start/align", 0x311f_6be5_662d_d79d, 0x9a4a_541a),
            (1, 0, 1, "q1.b/@agree", 0xc6fb_61fd_e647_688c, 0x96e6_e31d),
            (1, 1, 1, "q1.b/@agree", 0xc6fb_61fd_e647_688c, 0x4081_61a8),
            (2, 0, 2, "model/@reorg", 0xff42_2648_6eed_ae36, 0x7080_84b7),
            (3_735_928_559, u32::MAX, 12, "model/let.value", 0x4bcd_9872_efbe_35f3, 0xb701_1566),
        ] {
            assert_eq!(site(path), id, "{path}");
            assert_eq!(draw(seed, world, turn, site(path)), value, "{path}");
        }
    }
}

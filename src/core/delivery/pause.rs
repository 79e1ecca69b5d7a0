//! How long to wait after a request that came to nothing.

use super::{Millis, SECOND};
use crate::random::{draw, site};

/// Why a receiver gets no request at all for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Pause {
    /// It is busy until then.
    Until(Millis),
    /// It asked for credentials, and there are none.
    Locked,
}

/// The longest wait, in seconds.
const LONGEST: i64 = 300;

/// A wait drawn evenly from nothing up to 1, 2, 4 ... 300 s after so many earlier tries (full jitter), so that the pages of many
/// readers do not come back to a receiver all at once. The draw is the event's own: its id is random.
pub(super) fn backoff(id: &str, tries: u32) -> Millis {
    let most = (1i64 << tries.min(16)).min(LONGEST) * SECOND;
    (i64::from(draw(0, 0, tries, site(id))) * most) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_five_minutes_and_is_drawn_evenly() {
        for (tries, most) in [(0, 1), (1, 2), (2, 4), (8, 256), (9, 300), (40, 300)] {
            let waits: Vec<_> = (0..1000).map(|n| backoff(&format!("event {n}"), tries)).collect();
            assert!(waits.iter().all(|wait| (0..most * SECOND).contains(wait)), "{tries} tries");
            let mean = waits.iter().sum::<i64>() / 1000;
            assert!((mean - most * SECOND / 2).abs() < most * SECOND / 20, "{tries} tries: on average {mean} ms of {most} s");
        }
    }
}

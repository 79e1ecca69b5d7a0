//! Colors and how well they can be told apart, by the formulas of WCAG 2.2.

use std::fmt;

/// An opaque sRGB color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color {
    /// Red, green, blue.
    parts: [u8; 3],
}

impl Color {
    /// Black.
    pub const BLACK: Self = Self { parts: [0; 3] };
    /// White.
    pub const WHITE: Self = Self { parts: [255; 3] };

    /// `#fff` or `#0b6e5f`, in any case.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let part = |at: usize, length: usize| u8::from_str_radix(digits.get(at..at + length)?, 16).ok();
        let parts = match digits.len() {
            3 => [part(0, 1)? * 17, part(1, 1)? * 17, part(2, 1)? * 17],
            6 => [part(0, 2)?, part(2, 2)?, part(4, 2)?],
            _ => return None,
        };
        Some(Self { parts })
    }

    /// The contrast ratio of two colors, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.parts.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// This color with a share, 0 to 1, of another one.
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mut parts = self.parts;
        for (part, above) in parts.iter_mut().zip(other.parts) {
            *part = (f64::from(*part) * (1.0 - share) + f64::from(above) * share).round() as u8;
        }
        Self { parts }
    }

    /// The nearest color towards black or white that has the contrast on every ground; black or white where none has.
    pub fn readable_on(self, grounds: &[Self], least: f64) -> Self {
        let reads = |color: &Self| grounds.iter().all(|ground| color.contrast(*ground) >= least);
        let steps = (0..=100).map(|step| f64::from(step) / 100.0);
        let ways = steps.flat_map(|share| [self.mixed(Self::BLACK, share), self.mixed(Self::WHITE, share)]);
        let worst = |color: Self| grounds.iter().map(|ground| color.contrast(*ground)).fold(f64::MAX, f64::min);
        ways.into_iter().find(reads).unwrap_or(if worst(Self::BLACK) > worst(Self::WHITE) { Self::BLACK } else { Self::WHITE })
    }

    /// Words on this color: white, or nearly black.
    pub fn words_on(self) -> Self {
        let dark = self.mixed(Self::BLACK, 0.85);
        if self.contrast(Self::WHITE) >= self.contrast(dark) { Self::WHITE } else { dark }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.parts;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

//! Digits of the scripts readers type numbers in, without a table of all of Unicode.

/// The zeros of ASCII, Arabic-Indic, Persian, Devanagari and full-width digits; nine more digits follow each.
const ZEROS: [char; 5] = ['0', '\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}'];

/// The value of a digit, 0 to 9; `None` for any other character.
pub(super) fn digit(c: char) -> Option<u8> {
    let value = |zero: &char| (u32::from(c)).checked_sub(u32::from(*zero)).filter(|value| *value < 10);
    ZEROS.iter().find_map(value).and_then(|value| u8::try_from(value).ok())
}

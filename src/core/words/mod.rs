//! The words of the interface: one struct a language, so that a language which lacks a word does not compile.
//!
//! A reader pays for one language. English is in the player; another language's words travel in the bundle, put there by the
//! author's side (the six other tables are 33 KB of text, 10.6 KB with brotli, which every reader would pay in the player; one in
//! a bundle is 2 KB with brotli), and so do an author's own (`[labels]`). A word may have slots, `{n}`, and plural forms: `one:{n} point|{n} points`, the last one for all other numbers.
//! The plural rules are CLDR's, written here and not asked of the browser's `Intl`: prerendering has no browser.

mod arabic;
pub mod chooser;
mod english;
mod french;
mod german;
mod japanese;
pub mod page;
mod portuguese;
mod say;
pub mod simulator;
mod spanish;
mod table;

pub use arabic::ARABIC;
pub use english::ENGLISH;
pub use french::FRENCH;
pub use german::GERMAN;
pub use japanese::JAPANESE;
pub use portuguese::PORTUGUESE;
pub use spanish::SPANISH;
pub use table::{NAMES, Words};

/// Every language there is, by its primary subtag.
pub static LANGUAGES: [(&str, &Words); 7] =
    [("en", &ENGLISH), ("de", &GERMAN), ("es", &SPANISH), ("fr", &FRENCH), ("pt", &PORTUGUESE), ("ar", &ARABIC), ("ja", &JAPANESE)];

/// The words for a language tag, English where there are none. For the author's side: naming this function in the player would
/// make every reader pay for every language.
pub fn of(lang: &str) -> &'static Words {
    spoken(&LANGUAGES, lang).unwrap_or(&ENGLISH)
}

/// The words for a language tag among those there are.
fn spoken<W>(languages: &[(&str, &'static W)], lang: &str) -> Option<&'static W> {
    let primary = lang.split('-').next().unwrap_or_default();
    languages.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary)).map(|(_, words)| *words)
}

/// The plural category of a count by CLDR's rules for whole numbers.
fn category(language: &str, count: u64) -> &'static str {
    match (language, count) {
        ("ja", _) => "other",
        ("ar", 0) => "zero",
        ("ar", 2) => "two",
        ("ar", 3..) if matches!(count % 100, 3..=10) => "few",
        ("ar", 3..) if count % 100 >= 11 => "many",
        ("fr" | "pt", 0) | (_, 1) => "one",
        _ => "other",
    }
}

/// The form of a word for a count.
pub(crate) fn form<'a>(language: &str, word: &'a str, count: u64) -> &'a str {
    let category = category(language, count);
    let mut rest = word;
    while let Some((form, more)) = rest.split_once('|') {
        match form.split_once(':') {
            Some((name, words)) if name == category => return words,
            _ => rest = more,
        }
    }
    rest
}

/// A word with its slots filled. A slot that has no value stays as it is written.
pub(crate) fn fill(word: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    for (at, piece) in word.split('{').enumerate() {
        let value = piece.split_once('}').and_then(|(slot, rest)| {
            let (_, value) = values.iter().find(|(name, _)| *name == slot && at > 0)?;
            Some((value, rest))
        });
        match value {
            Some((value, rest)) => {
                filled.push_str(value);
                filled.push_str(rest);
            }
            None => {
                filled.push_str(if at > 0 { "{" } else { "" });
                filled.push_str(piece);
            }
        }
    }
    filled
}

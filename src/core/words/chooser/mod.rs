//! The words around a chooser, one table a language. The words inside it are the author's.

mod english;
mod say;
mod table;

pub use english::ENGLISH;
pub use table::{NAMES, Words};

/// Every language there is, by its primary subtag.
pub static LANGUAGES: [(&str, &Words); 1] = [("en", &ENGLISH)];

/// The words for a language tag, English where there are none. For the author's side, as [`super::of`].
pub fn of(lang: &str) -> &'static Words {
    super::spoken(&LANGUAGES, lang).unwrap_or(&ENGLISH)
}

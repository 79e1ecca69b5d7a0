//! The words around a simulator, one table a language. The words inside it are the author's.

mod english;
mod german;
mod say;
mod spanish;
mod table;

pub use english::ENGLISH;
pub use german::GERMAN;
pub use spanish::SPANISH;
pub use table::{NAMES, Words};

/// Every language there is, by its primary subtag.
pub static LANGUAGES: [(&str, &Words); 3] = [("en", &ENGLISH), ("de", &GERMAN), ("es", &SPANISH)];

/// The words for a language tag, English where there are none. For the author's side, as [`super::of`].
pub fn of(lang: &str) -> &'static Words {
    super::spoken(&LANGUAGES, lang).unwrap_or(&ENGLISH)
}

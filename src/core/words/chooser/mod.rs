//! The words around a chooser, one table a language. The words inside it are the author's.

mod arabic;
mod english;
mod french;
mod german;
mod japanese;
mod portuguese;
mod say;
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

/// The words for a language tag, English where there are none. For the author's side, as [`super::of`].
pub fn of(lang: &str) -> &'static Words {
    super::spoken(&LANGUAGES, lang).unwrap_or(&ENGLISH)
}

//! Typed text made ready to be compared, natively. In a browser the page's script does the same with the browser's own tables:
//! linking them into the player would cost more than all of its marking.
//!
//! | `compare` | steps |
//! |---|---|
//! | `exact` | NFC; white space at both ends off |
//! | `usual` | NFC; each run of white space one space, none at the ends; quotes and dashes to ASCII; lower case |
//! | `loose` | NFC; quotes and dashes to ASCII; lower case; NFD without U+0300 to U+036F, then NFC; punctuation dropped; white space as in `usual` |

use super::entry;
use super::pattern::Pattern;
use crate::bundle::{Answers, Cloze, Compare, Field, Interaction, Matches};
use crate::id::OptionId;
use unicode_normalization::UnicodeNormalization;

/// A text as it is compared.
pub fn normalize(raw: &str, compare: Compare) -> String {
    let composed: String = raw.nfc().collect();
    match compare {
        Compare::Exact => composed.trim_matches(is_white).to_owned(),
        Compare::Usual => plain(&spaced(&composed)),
        Compare::Loose => {
            let bare: String = plain(&composed).nfd().filter(|c| !is_accent(*c)).nfc().collect();
            spaced(&bare.chars().filter(|c| !is_punctuation(*c)).collect::<String>())
        }
    }
}

/// White space: Unicode's White_Space and the byte order mark. In JavaScript `[\s\x85]`.
fn is_white(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// The combining marks of Latin, Greek and Cyrillic.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

fn spaced(text: &str) -> String {
    text.split(is_white).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Curly quotes and dashes to ASCII, then lower case.
fn plain(text: &str) -> String {
    text.chars().map(ascii).collect::<String>().to_lowercase()
}

fn ascii(c: char) -> char {
    match c {
        '\u{2018}'..='\u{201B}' | '\u{2032}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{AB}' | '\u{BB}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// What `loose` drops: ASCII punctuation that is no mathematical sign, and the punctuation of the languages the interface speaks.
/// In JavaScript the class is [`PUNCTUATION`].
fn is_punctuation(c: char) -> bool {
    matches!(c,
        '!'..='#' | '%'..='*' | ','..='/' | ':' | ';' | '?' | '@' | '['..=']' | '_' | '{' | '}'
        | '\u{A1}' | '\u{A7}' | '\u{B6}' | '\u{B7}' | '\u{BF}' | '\u{37E}' | '\u{387}' | '\u{5BE}' | '\u{5F3}' | '\u{5F4}'
        | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{66A}' | '\u{6D4}' | '\u{2016}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{30FB}'
        | '\u{FF01}'..='\u{FF03}' | '\u{FF05}'..='\u{FF0A}' | '\u{FF0C}'..='\u{FF0F}' | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}' | '\u{FF20}'
        | '\u{FF3B}'..='\u{FF3D}' | '\u{FF3F}' | '\u{FF5B}' | '\u{FF5D}' | '\u{FF5F}'..='\u{FF65}')
}

/// What `loose` drops, as a character class of JavaScript's regular expressions.
pub const PUNCTUATION: &str = r"[!-#%-*,-/:;?@[-\]_{}\xA1\xA7\xB6\xB7\xBF\u037E\u0387\u05BE\u05F3\u05F4\u060C\u061B\u061F\u066A\u06D4\u2016-\u2027\u2030-\u205E\u3001-\u3003\u3008-\u3011\u3014-\u301F\u30FB\uFF01-\uFF03\uFF05-\uFF0A\uFF0C-\uFF0F\uFF1A\uFF1B\uFF1F\uFF20\uFF3B-\uFF3D\uFF3F\uFF5B\uFF5D\uFF5F-\uFF65]";

/// An answer as typed texts are compared with it; its wildcards stay, `\*` and `\\` stand for themselves.
pub fn normalize_answer(answer: &str, compare: Compare) -> String {
    const WILDCARD: &str = "\u{F8FF}"; // of the private use area: no step touches it
    let marked = Pattern::new(answer).with(WILDCARD);
    let mut escaped = String::new();
    for c in normalize(&marked, compare).chars() {
        match c {
            '\u{F8FF}' => escaped.push('*'),
            '*' | '\\' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

impl Answers {
    /// Fills in what typed texts are compared with. The compiler calls it; players only compare.
    pub fn normalize(&mut self) {
        for answer in &mut self.answers {
            if let Matches::Text(text) = &answer.matches {
                let norm = normalize_answer(text, self.compare);
                answer.norm = if norm == *text { String::new() } else { norm };
            }
        }
    }
}

impl Cloze {
    /// Fills in what typed texts are compared with, in every blank and condition.
    pub fn normalize(&mut self) {
        let fields: Vec<(OptionId, Field)> = self.blanks.iter().map(|blank| (blank.id.clone(), blank.field.clone())).collect();
        for blank in &mut self.blanks {
            if let Field::Text(answers) = &mut blank.field {
                answers.normalize();
            }
            if let Some(when) = &mut blank.when
                && let Some((_, field)) = fields.iter().find(|(id, _)| *id == when.blank)
            {
                when.holds = entry::field_norm(field, &when.holds, "en", &normalize);
            }
        }
    }
}

impl Interaction {
    /// Fills in what typed texts are compared with.
    pub fn normalize(&mut self) {
        match self {
            Self::Text(answers) => answers.normalize(),
            Self::Cloze(cloze) => cloze.normalize(),
            _ => {}
        }
    }
}

//! Words of the interface that an author sets: `[labels]` in a quiz's header, each by its name, with the slots that the interface fills.

use crate::code;
use crate::lex::nearest::nearest;
use crate::report::{Report, quote};
use crate::settings::Table;
use std::collections::BTreeSet;
use std::fmt::Write;
use waypost_core::words::{ENGLISH, NAMES};

/// The words of the header, by name: E140 for a name that there is not, E141 for words with a slot that nothing fills.
pub(crate) fn read(table: &Table, report: &mut Report) -> Vec<(String, String)> {
    let Some(labels) = table.table("labels", report) else { return Vec::new() };
    let mut read = Vec::new();
    for entry in labels.entries() {
        let Some((_, usual)) = NAMES.iter().zip(ENGLISH.texts()).find(|(name, _)| **name == entry.key) else {
            let help = match nearest(&entry.key, NAMES.iter().copied()) {
                Some(known) => format!("write `{known}` if you meant that, or remove the line"),
                None => {
                    "use the name of a word as docs/labels.md lists them, such as `check` or `see_result`, or remove the line".to_owned()
                }
            };
            report.add(code::E140, entry.key_span.clone(), format!("the interface has no word {}", quote(&entry.key)), help);
            continue;
        };
        let Some(words) = labels.text(&entry.key, report) else { continue };
        let (known, own) = (slots(usual), slots(&words));
        let help = match known.iter().map(|slot| format!("`{{{slot}}}`")).collect::<Vec<_>>().join(" and ") {
            none if none.is_empty() => "write words without `{` and `}`".to_owned(),
            some => format!("write words with {some} where the interface fills something in"),
        };
        match own.difference(&known).next() {
            Some(slot) => {
                let message = format!("nothing is filled in for {} in {}", quote(&format!("{{{slot}}}")), quote(&entry.key));
                report.add(code::E141, entry.span.clone(), message, help);
            }
            None if words.is_empty() => {
                report.add(code::E141, entry.span.clone(), format!("{} has no words", quote(&entry.key)), "write some, or remove the line");
            }
            None => read.push((entry.key.clone(), words)),
        }
    }
    read
}

/// The slots of a word in all its forms.
fn slots(words: &str) -> BTreeSet<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// `docs/labels.md`.
pub fn page() -> String {
    let mut out = String::from(START);
    for (name, words) in NAMES.iter().zip(ENGLISH.texts()) {
        let _ = writeln!(out, "| `{name}` | {} |", words.replace('|', "\\|"));
    }
    out
}

const START: &str = "\
<!-- Made from src/core/words: change it there, then run `WAYPOST_BLESS=1 cargo test -p waypost-author labels`. -->

# Your own words for a quiz's interface

The interface speaks the language of the quiz, where it is one of English, German, Spanish, French, Portuguese, Arabic and Japanese, and English
elsewhere. The header of a quiz, or of one of its translations, can set single words, or all of them for another language:

```toml
[labels]
check = \"Hand in\"
points_of = \"one:{earned} of {total} point|{earned} of {total} points\"
```

`{...}` is filled in by the interface. Forms for counts stand before the one for all other numbers, each with its name: `zero:`, `one:`, `two:`, `few:`,
`many:`. A word that is not set stays as it is. `language` is the language by whose rules counts take their forms, `decimal` the decimal mark.

| name | in English |
|---|---|
";

#[cfg(test)]
mod tests;

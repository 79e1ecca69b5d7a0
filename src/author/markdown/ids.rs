//! Names: given by the author, or minted from the words so that they stay the same while the words do.

use crate::code;
use crate::report::{Report, quote};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use waypost_core::id::{ItemId, MAX_ID, OptionId};

/// An id as given, with its place.
pub(crate) type Given = Option<(String, Range<usize>)>;

/// How many words of a heading make a minted id.
const WORDS: usize = 4;

/// Names for items, or other things under headings (`what`): given ones first, then minted ones from the words of each heading.
pub(crate) fn name_items(items: Vec<(Given, String)>, what: &str, report: &mut Report) -> Vec<ItemId> {
    let (given, words): (Vec<Given>, Vec<String>) = items.into_iter().unzip();
    let given = unique(given, what, report);
    let is_minting = given.iter().any(Option::is_none);
    let mut taken: BTreeSet<String> = given.iter().flatten().filter(|_| is_minting).cloned().collect();
    let mut last_numbers = BTreeMap::new();
    let mut mint = |words: &str| {
        let id = numbered(minted(words), &taken, &mut last_numbers);
        taken.insert(id.clone());
        id
    };
    given.into_iter().zip(words).map(|(given, words)| ItemId(given.unwrap_or_else(|| mint(&words)))).collect()
}

/// Names for options: given ones first, then letters after the highest one.
pub(crate) fn name_options(options: Vec<Given>, report: &mut Report) -> Vec<OptionId> {
    let given = unique(options, "option", report);
    let mut next = given.iter().flatten().filter_map(|id| number(id)).max().map_or(0, |highest| highest + 1);
    let mut mint = || {
        let id = letters(next);
        next += 1;
        id
    };
    given.into_iter().map(|given| OptionId(given.unwrap_or_else(&mut mint))).collect()
}

/// E134 for every id that was used before; such a thing counts as unnamed.
fn unique(given: Vec<Given>, what: &str, report: &mut Report) -> Vec<Option<String>> {
    let scope = if what == "option" { "in this question" } else { "in this file" };
    let mut taken = HashSet::with_capacity(given.len());
    let mut kept = Vec::with_capacity(given.len());
    for thing in &given {
        let is_new = thing.as_ref().is_some_and(|(id, _)| taken.insert(id.as_str()));
        if let (Some((id, span)), false) = (thing, is_new) {
            let message = format!("the id {} is used twice {scope}", quote(&format!("#{id}")));
            report.add(code::E134, span.clone(), message, format!("give this {what} an id of its own"));
        }
        kept.push(is_new);
    }
    given.into_iter().zip(kept).map(|(given, is_kept)| given.filter(|_| is_kept).map(|(id, _)| id)).collect()
}

/// The first four words in ASCII, or `q-` and six characters made from the words.
pub(super) fn minted(words: &str) -> String {
    let ascii = |word: &str| word.to_lowercase().chars().flat_map(|c| plain_letters(c).chars().collect::<Vec<_>>()).collect::<String>();
    let parts = words.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '–' | '—')).map(ascii);
    let parts: Vec<String> = parts.filter(|word| !word.is_empty()).take(WORDS).collect();
    let id: String = parts.join("-").chars().take(MAX_ID - 8).collect();
    match id.trim_end_matches('-') {
        "" => format!("q-{}", base32(&Sha256::digest(words.as_bytes()))),
        id => id.to_owned(),
    }
}

/// The ASCII letters and digits that stand for a lower-case character; none for most of the world's.
fn plain_letters(c: char) -> String {
    let letters = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'þ' => "th",
        ascii if ascii.is_ascii_alphanumeric() => return ascii.to_string(),
        _ => "",
    };
    letters.to_owned()
}

/// Six characters of Crockford's base 32.
fn base32(hash: &[u8]) -> String {
    let alphabet: Vec<char> = "0123456789abcdefghjkmnpqrstvwxyz".chars().collect();
    hash.iter().take(6).filter_map(|byte| alphabet.get(usize::from(byte % 32))).collect()
}

/// The id, with the next free number behind it where it is taken. `last_numbers` remembers where to go on.
fn numbered(id: String, taken: &BTreeSet<String>, last_numbers: &mut BTreeMap<String, u32>) -> String {
    if !taken.contains(&id) {
        return id;
    }
    let last = last_numbers.entry(id.clone()).or_insert(1);
    loop {
        *last += 1;
        let candidate = format!("{id}-{last}");
        if !taken.contains(&candidate) {
            return candidate;
        }
    }
}

/// 0 is `a`, 25 is `z`, 26 is `aa`.
fn letters(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    match number / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", letters(more - 1)),
    }
}

/// The number of a letter id, `None` for ids that are words.
fn number(id: &str) -> Option<usize> {
    let is_letters = (1..=2).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase());
    is_letters.then(|| id.bytes().fold(0, |number, b| number * 26 + usize::from(b - b'a') + 1) - 1)
}

#[cfg(test)]
mod tests {
    use super::{letters, minted, number};

    #[test]
    fn minted_ids_are_the_first_four_words_or_a_hash() {
        assert_eq!(minted("What won't get you there, then?"), "what-wont-get-you");
        assert_eq!(minted("¿Qué miras primero?"), "que-miras-primero");
        assert_eq!(minted("学习"), minted("学习"));
        assert!(minted("学习").starts_with("q-"));
        assert_eq!(minted("学习").len(), 8);
    }

    #[test]
    fn letters_count_like_columns_of_a_sheet() {
        for n in [0, 1, 25, 26, 27, 63, 701] {
            assert_eq!(number(&letters(n)), Some(n));
        }
        assert_eq!(letters(26), "aa");
    }
}

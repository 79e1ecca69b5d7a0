//! Texts as rules read them: words, sentences, syllables.

/// The words of a text as they are written.
pub(super) fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    words.map(|word| word.trim_matches(['\'', '’'])).filter(|word| !word.is_empty())
}

/// The words of a text in lower case.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    words(text).map(str::to_lowercase).collect()
}

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    words(text).count()
}

/// Words in lower case, with one blank around each: a phrase in it is found with its blanks.
pub(super) fn spaced(words: &[&str]) -> String {
    let mut spaced = String::with_capacity(words.iter().map(|word| word.len() + 1).sum::<usize>() + 1);
    for word in words {
        spaced.push(' ');
        match word.is_ascii() {
            true => spaced.push_str(word),
            false => spaced.push_str(&word.to_lowercase()),
        }
    }
    spaced.push(' ');
    spaced.make_ascii_lowercase();
    spaced
}

/// Whether a word is one of these, which are in lower case.
pub(super) fn is_one_of(word: &str, list: &[&str]) -> bool {
    match word.is_ascii() {
        true => list.iter().any(|known| known.eq_ignore_ascii_case(word)),
        false => list.contains(&word.to_lowercase().as_str()),
    }
}

/// Whether two words are the same but for capital letters.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    match a.is_ascii() && b.is_ascii() {
        true => a.eq_ignore_ascii_case(b),
        false => a.to_lowercase() == b.to_lowercase(),
    }
}

/// The first of some phrases in lower case that stands in a text from [`spaced`]: as whole words, or also as the beginning of its last.
pub(super) fn phrase_in<'p>(text: &str, phrases: &[&'p str], whole: bool) -> Option<&'p str> {
    // Many phrases begin alike, few end alike.
    let ends = |from: &str, phrase: &str| from.as_bytes().get(phrase.len().saturating_sub(1)) == phrase.as_bytes().last();
    let stands =
        |from: &str, phrase: &str| ends(from, phrase) && from.strip_prefix(phrase).is_some_and(|after| !whole || after.starts_with(' '));
    // Few words begin like a phrase.
    let bit = |letter: Option<u8>| 1u64 << (letter.unwrap_or_default() & 63);
    let letters = phrases.iter().fold(0, |letters, phrase| letters | bit(phrase.bytes().next()));
    let first = |at: usize| {
        if letters & bit(text.as_bytes().get(at + 1).copied()) == 0 {
            return None;
        }
        let from = text.get(at + 1..)?;
        phrases.iter().position(|phrase| stands(from, phrase))
    };
    let blanks = text.bytes().enumerate().filter(|(_, letter)| *letter == b' ');
    blanks.filter_map(|(at, _)| first(at)).min().and_then(|at| phrases.get(at)).copied()
}

/// A line without what a sentence to be completed ends in: dots, a dash, a colon, a blank.
pub(super) fn without_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | ':' | '-' | '–' | '—' | '_'))
}

/// The sentences of a text that have words.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // A dot inside a number or an abbreviation is followed by a character.
    let mut rest = text;
    let next = move || {
        let end = rest.char_indices().find(|(at, c)| {
            let after = rest.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
            matches!(c, '.' | '!' | '?' | '…' | '。' | '？' | '！') && after.is_none_or(char::is_whitespace)
        });
        let end = end.map_or(rest.len(), |(at, c)| at + c.len_utf8());
        let (sentence, after) = rest.split_at_checked(end).filter(|_| end > 0)?;
        rest = after;
        Some(sentence)
    };
    std::iter::from_fn(next).filter(|sentence| sentence.contains(char::is_alphanumeric))
}

/// The syllables of an English word: its runs of vowels, without a silent `e` at the end.
pub(super) fn syllables(word: &str) -> usize {
    let is_vowel = |letter: u8| matches!(letter.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let (mut runs, mut before) = (0, false);
    for letter in word.bytes() {
        let vowel = is_vowel(letter);
        runs += usize::from(vowel && !before);
        before = vowel;
    }
    let silent = match word.as_bytes() {
        [.., b'l' | b'L', b'e' | b'E'] => false,
        [.., b'e' | b'E'] => runs > 1,
        _ => false,
    };
    (runs - usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{phrase_in, sentences, spaced, syllables, tokens, without_end, words};

    #[test]
    fn words_sentences_and_syllables_are_counted() {
        assert_eq!(tokens("Don't ask: “why”, 3 times"), ["don't", "ask", "why", "3", "times"]);
        assert_eq!(sentences("It costs 3.50 today. Really? Yes").count(), 3);
        assert_eq!(["table", "make", "strategy", "a", "rhythm", "people"].map(syllables), [2, 1, 3, 1, 1, 2]);
        assert_eq!(without_end("A lead is an ..."), "A lead is an");
        assert_eq!(spaced(&["Don't", "ask", "ÜBER", "3"]), " don't ask über 3 ");
    }

    #[test]
    fn phrases_are_found_as_words() {
        let text = spaced(&words("Press the Red one, in your opinions").collect::<Vec<_>>());
        assert_eq!(phrase_in(&text, &["he red one", "your opinions", "the red one"], true), Some("your opinions"));
        assert_eq!(phrase_in(&text, &["your opinion"], false), Some("your opinion"));
        assert_eq!(phrase_in(&text, &["your opinion"], true), None);
    }
}

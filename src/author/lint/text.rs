//! Texts as rules read them: words, sentences, syllables.

/// The words of a text as they are written: letters and digits, and apostrophes between them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let inside = |c: char| c.is_ascii_alphanumeric() || is_apostrophe(c) || (!c.is_ascii() && c.is_alphanumeric());
    runs(text, inside).map(|word| word.trim_matches(is_apostrophe)).filter(|word| !word.is_empty())
}

/// The last of the words of a text.
pub(super) fn last_word(text: &str) -> Option<&str> {
    let words = text.rsplit(|c: char| !c.is_alphanumeric() && !is_apostrophe(c));
    words.map(|word| word.trim_matches(is_apostrophe)).find(|word| !word.is_empty())
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// The longest parts of a text in which every character is `inside`.
pub(super) fn runs(text: &str, inside: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut rest = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| inside(*c))?;
        let end = rest.find(|(_, c)| !inside(*c)).map_or(text.len(), |(at, _)| at);
        text.get(start..end)
    })
}

/// The words of a text in lower case.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    words(text).map(str::to_lowercase).collect()
}

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    words(text).count()
}

/// Whether two words are the same but for capital letters.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    match a.is_ascii() && b.is_ascii() {
        true => a.eq_ignore_ascii_case(b),
        false => a.to_lowercase() == b.to_lowercase(),
    }
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
    use super::{last_word, sentences, syllables, tokens, without_end};

    #[test]
    fn words_sentences_and_syllables_are_counted() {
        assert_eq!(tokens("Don't ask: “why”, 3 'times'"), ["don't", "ask", "why", "3", "times"]);
        assert_eq!(last_word("Don't ask: “why”, 3 'times' ''."), Some("times"));
        assert_eq!(sentences("It costs 3.50 today. Really? Yes").count(), 3);
        assert_eq!(["table", "make", "strategy", "a", "rhythm", "people"].map(syllables), [2, 1, 3, 1, 1, 2]);
        assert_eq!(without_end("A lead is an ..."), "A lead is an");
    }
}

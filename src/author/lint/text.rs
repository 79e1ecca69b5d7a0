//! Texts as rules read them: words, sentences, syllables.

/// The words of a text in lower case.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    words.map(|word| word.trim_matches(['\'', '’']).to_lowercase()).filter(|word| !word.is_empty()).collect()
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
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let runs = word.split(|c| !is_vowel(c)).filter(|run| !run.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && runs > 1;
    (runs - usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::{sentences, syllables, tokens, without_end};

    #[test]
    fn words_sentences_and_syllables_are_counted() {
        assert_eq!(tokens("Don't ask: “why”, 3 times"), ["don't", "ask", "why", "3", "times"]);
        assert_eq!(sentences("It costs 3.50 today. Really? Yes").count(), 3);
        assert_eq!(["table", "make", "strategy", "a", "rhythm", "people"].map(syllables), [2, 1, 3, 1, 1, 2]);
        assert_eq!(without_end("A lead is an ..."), "A lead is an");
    }
}

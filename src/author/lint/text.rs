//! Texts as rules read them: words, sentences, syllables.

/// The words of a text as they are written.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
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

/// The words of a text in lower case, with one blank around each: a phrase in it is found with its blanks.
pub(super) fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 2);
    for word in words(text) {
        spaced.push(' ');
        push_lower(word, &mut spaced);
    }
    spaced.push(' ');
    spaced
}

/// Whether a word is one of these, which are in lower case.
pub(super) fn is_one_of(word: &str, list: &[&str]) -> bool {
    match word.is_ascii() {
        true => list.iter().any(|known| known.eq_ignore_ascii_case(word)),
        false => list.contains(&word.to_lowercase().as_str()),
    }
}

fn push_lower(word: &str, text: &mut String) {
    match word.is_ascii() {
        true => text.extend(word.chars().map(|c| c.to_ascii_lowercase())),
        false => text.push_str(&word.to_lowercase()),
    }
}

/// Whether a phrase in lower case stands in a text from [`spaced`]: as whole words, or also as the beginning of its last one.
pub(super) fn stands_in(text: &str, phrase: &str, whole: bool) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let is_blank = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)) == Some(&b' ');
        is_blank(at.checked_sub(1)) && (!whole || is_blank(Some(at + phrase.len())))
    })
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
    use super::{sentences, spaced, stands_in, syllables, tokens, without_end};

    #[test]
    fn words_sentences_and_syllables_are_counted() {
        assert_eq!(tokens("Don't ask: “why”, 3 times"), ["don't", "ask", "why", "3", "times"]);
        assert_eq!(sentences("It costs 3.50 today. Really? Yes").count(), 3);
        assert_eq!(["table", "make", "strategy", "a", "rhythm", "people"].map(syllables), [2, 1, 3, 1, 1, 2]);
        assert_eq!(without_end("A lead is an ..."), "A lead is an");
        assert_eq!(spaced("Don't ask: ÜBER 3"), " don't ask über 3 ");
    }

    #[test]
    fn phrases_are_found_as_words() {
        let text = spaced("Press the Red one, in your opinions");
        assert!(stands_in(&text, "the red one", true) && !stands_in(&text, "he red one", true));
        assert!(stands_in(&text, "your opinion", false) && !stands_in(&text, "your opinion", true));
    }
}

//! Lists of words and phrases that rules look for, and how they are found in a text.

use super::text::is_same;

/// Words or phrases in lower case.
pub(crate) struct List {
    all: &'static [Phrase],
    /// A bit for the beginning of each last word, see [`beginning`]: few other words have one of them.
    beginnings: u64,
}

/// One or more words.
#[derive(Clone, Copy)]
pub(super) struct Phrase {
    text: &'static str,
    /// What stands before the last word.
    before: &'static str,
    last: &'static str,
}

/// A [`List`] of literals.
macro_rules! list {
    ($($phrase:literal),* $(,)?) => {
        $crate::lint::list::List::new(&const { [$($crate::lint::list::Phrase::new($phrase)),*] })
    };
}

pub(super) use list;

impl Phrase {
    pub(super) const fn new(text: &'static str) -> Self {
        let mut at = text.len();
        while at > 0 && text.as_bytes()[at - 1] != b' ' {
            at -= 1;
        }
        let (before, last) = text.split_at(at);
        Self { text, before, last }
    }
}

impl List {
    pub(super) const fn new(all: &'static [Phrase]) -> Self {
        let (mut beginnings, mut at) = (0, 0);
        while at < all.len() {
            beginnings |= beginning(all[at].last.as_bytes());
            at += 1;
        }
        Self { all, beginnings }
    }

    /// Whether a word is one of these.
    pub(crate) fn has(&self, word: &str) -> bool {
        let is_it = |known: &str| if word.is_ascii() { known.eq_ignore_ascii_case(word) } else { is_same(known, word) };
        self.may_end_in(word) && self.all.iter().any(|phrase| is_it(phrase.text))
    }

    /// The first of these phrases that stands among the words of a text.
    pub(super) fn among(&self, said: &[&str]) -> Option<&'static str> {
        self.first(said, |phrase, word| phrase.last.len() == word.len() && is_same(phrase.last, word))
    }

    /// The same where the last word of a phrase may be the beginning of a longer one.
    pub(super) fn begun_among(&self, said: &[&str]) -> Option<&'static str> {
        self.first(said, |phrase, word| match word.is_ascii() {
            true => word.get(..phrase.last.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase.last)),
            false => word.to_lowercase().starts_with(phrase.last),
        })
    }

    /// The first of the phrases that stands in a text; `ends` says whether it may end in a word.
    fn first(&self, said: &[&str], ends: impl Fn(&Phrase, &str) -> bool) -> Option<&'static str> {
        let last: Vec<usize> = (0..).zip(said).filter(|(_, word)| self.may_end_in(word)).map(|(at, _)| at).collect();
        let stands = |phrase: &Phrase, last: usize| {
            let mut before = said.iter().take(last).rev();
            said.get(last).is_some_and(|word| ends(phrase, word))
                && phrase.before.split_whitespace().rev().all(|known| before.next().is_some_and(|word| is_same(known, word)))
        };
        self.all.iter().find(|phrase| last.iter().any(|last| stands(phrase, *last))).map(|phrase| phrase.text)
    }

    fn may_end_in(&self, word: &str) -> bool {
        self.beginnings & beginning(word.as_bytes()) != 0
    }
}

/// The bit of a word's first two letters; all bits where one of them is not ASCII, whose capital letter may look otherwise.
const fn beginning(word: &[u8]) -> u64 {
    match word {
        [first, second, ..] if first.is_ascii() && second.is_ascii() => 1 << (((*first | 0x20).wrapping_mul(8) ^ (*second | 0x20)) & 63),
        _ => u64::MAX,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::text::words;

    #[test]
    fn words_are_found_whatever_their_capital_letters() {
        let list = list!["never", "außer", "él"];
        assert!(["never", "NEVER", "AUßER", "Él"].into_iter().all(|word| list.has(word)));
        assert!(!["neve", "nevers", "el"].into_iter().any(|word| list.has(word)));
    }

    #[test]
    fn phrases_are_found_as_words() {
        let said: Vec<&str> = words("Press the Red one, in your OPINIONS").collect();
        assert_eq!(list!["he red one", "your opinions", "the red one"].among(&said), Some("your opinions"));
        assert_eq!(list!["your opinion"].begun_among(&said), Some("your opinion"));
        assert_eq!(list!["your opinion", "press on"].among(&said), None);
    }
}

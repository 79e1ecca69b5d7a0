//! Answers with wildcards: `*` stands for any run of characters, `\*` and `\\` for themselves.
//!
//! Both sides are normalized already, so that comparing is comparing characters.

/// A piece of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Char(char),
    Any,
}

/// An answer, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(Vec<Piece>);

impl Pattern {
    /// Takes an answer apart. A backslash before anything but `*` and `\` stands for itself.
    pub fn new(answer: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = answer.chars().peekable();
        while let Some(c) = rest.next() {
            pieces.push(match (c, rest.peek()) {
                ('\\', Some('*' | '\\')) => Piece::Char(rest.next().unwrap_or(c)),
                ('*', _) => Piece::Any,
                _ => Piece::Char(c),
            });
        }
        Self(pieces)
    }

    /// The text it stands for; `None` where it has a wildcard.
    pub fn literal(&self) -> Option<Vec<char>> {
        let literal = |piece: &Piece| match piece {
            Piece::Char(c) => Some(*c),
            Piece::Any => None,
        };
        self.0.iter().map(literal).collect()
    }

    /// The text with `any` for each wildcard; without them for the shortest text it matches, with `…` to show it.
    pub fn with(&self, any: &str) -> String {
        let mut text = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Char(c) => text.push(*c),
                Piece::Any => text.push_str(any),
            }
        }
        text
    }

    /// Whether the whole text matches. After a mismatch only the latest wildcard takes one character more, so that time stays
    /// within the product of both lengths.
    pub fn matches(&self, text: &[char]) -> bool {
        let (mut at, mut piece) = (0, 0);
        let mut wildcard = None;
        while at < text.len() {
            match self.0.get(piece) {
                Some(Piece::Char(c)) if *c == text[at] => (at, piece) = (at + 1, piece + 1),
                Some(Piece::Any) => {
                    wildcard = Some((piece + 1, at));
                    piece += 1;
                }
                _ => {
                    let Some((after, taken)) = wildcard else { return false };
                    wildcard = Some((after, taken + 1));
                    (at, piece) = (taken + 1, after);
                }
            }
        }
        self.0.iter().skip(piece).all(|rest| *rest == Piece::Any)
    }
}

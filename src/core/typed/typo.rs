//! Typing errors: how far a typed text is from an answer, and how far it may be.

use super::digit::digit;

/// The most typing errors an author can forgive.
pub const MOST: usize = 2;

/// Typing errors forgiven for an answer of so many characters, where the author forgives `typos`: none under 4 characters, at most
/// one under 8.
pub fn forgiven(typos: u32, characters: usize) -> usize {
    let most = match characters {
        0..4 => 0,
        4..8 => 1,
        _ => MOST,
    };
    most.min(usize::try_from(typos).unwrap_or(MOST))
}

/// The optimal-string-alignment distance: the fewest insertions, deletions, substitutions and swaps of neighbors that turn one text
/// into the other, no part edited twice. `None` where it is over [`MOST`].
///
/// With d(0, j) = j and d(i, 0) = i, d(i, j) is the least of d(i-1, j) + 1, d(i, j-1) + 1, d(i-1, j-1) + (a_i != b_j), and, where
/// a_i = b_(j-1) and a_(i-1) = b_j, d(i-2, j-2) + 1.
pub fn distance(a: &[char], b: &[char]) -> Option<usize> {
    if a.len().abs_diff(b.len()) > MOST {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let substituted = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = substituted.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|d| *d > MOST) && last.iter().all(|d| *d > MOST) {
            return None; // a cell is never less than the least of the two rows above it
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|d| *d <= MOST)
}

/// Whether both texts have the same digits in the same order: 2014 for 2041 is another year, not a typing error.
pub fn same_digits(a: &[char], b: &[char]) -> bool {
    let digits = |text: &[char]| text.iter().filter_map(|c| digit(*c)).collect::<Vec<_>>();
    digits(a) == digits(b)
}

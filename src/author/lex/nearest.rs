//! "Did you mean": the known word closest to what was written.

/// The closest of the known words, if it is close enough to be meant.
pub(crate) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let most = word.chars().count().div_ceil(3);
    let close = known.into_iter().map(|candidate| (distance(word, candidate), candidate));
    close.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// How many letters have to be put in, taken out or changed to turn one text into the other.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let next = row.iter().skip(1).zip(&b).map(|(above, to)| {
            left = (diagonal + usize::from(from != *to)).min(left + 1).min(above + 1);
            diagonal = *above;
            left
        });
        row = std::iter::once(i + 1).chain(next.collect::<Vec<_>>()).collect();
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn distances_count_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(nearest("ponits", ["points", "pin"]), Some("points"));
        assert_eq!(nearest("zebra", ["points", "pin"]), None);
    }
}

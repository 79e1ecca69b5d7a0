//! Finds `{...}` groups in the source bytes: where they begin and end, and what words they hold.

use std::ops::Range;

/// One or more groups in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Groups {
    /// From the first `{` to behind the last `}`.
    pub(crate) span: Range<usize>,
    /// Where each word stands.
    pub(crate) words: Vec<Range<usize>>,
}

/// What stands at the end of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    /// Plain text.
    Text,
    /// Groups.
    Groups(Groups),
    /// Something that ends in `}` but is no group.
    Broken(Range<usize>),
}

/// So many `{` of a line are tried, from its end; more are seen in hostile files only.
const MAX_OPENINGS: usize = 256;

/// Reads the end of the last line within `span`.
///
/// The leftmost `{` wins from which nothing but groups follows, so several groups in a row are taken together.
pub(crate) fn tail(text: &str, span: Range<usize>) -> Tail {
    let body = text.get(span.clone()).unwrap_or_default();
    let end = span.start + body.trim_end().len();
    let start = text.get(span.start..end).and_then(|body| body.rfind('\n')).map_or(span.start, |at| span.start + at + 1);
    let line = text.get(start..end).unwrap_or_default();
    if !line.ends_with('}') || is_escaped(text, end - 1) {
        return Tail::Text;
    }
    let openings = line.rmatch_indices('{').map(|(at, _)| start + at).filter(|at| !is_escaped(text, *at));
    let openings: Vec<usize> = openings.take(MAX_OPENINGS).collect();
    for at in openings.iter().rev() {
        if let Some(groups) = row(text, *at, end).filter(|groups| groups.span.end == end) {
            return Tail::Groups(groups);
        }
    }
    openings.first().map_or(Tail::Text, |at| Tail::Broken(*at..end))
}

/// Groups in a row from `at`, where a `{` stands; `None` if the first of them is not one.
fn row(text: &str, at: usize, end: usize) -> Option<Groups> {
    let mut groups = Groups { span: at..at, words: Vec::new() };
    let mut next = at;
    while let Some((words, after)) = group(text, next, end) {
        groups.words.extend(words);
        groups.span.end = after;
        next = skip_blanks(text, after, end);
    }
    (groups.span.end > at).then_some(groups)
}

/// Groups that follow `at` without a blank between them, as behind an image's `)`.
pub(crate) fn touching(text: &str, at: usize, end: usize) -> Option<Groups> {
    let mut groups = Groups { span: at..at, words: Vec::new() };
    while let Some((words, after)) = group(text, groups.span.end, end) {
        groups.words.extend(words);
        groups.span.end = after;
    }
    (groups.span.end > at).then_some(groups)
}

/// The words of one group and the place behind its `}`.
fn group(text: &str, at: usize, end: usize) -> Option<(Vec<Range<usize>>, usize)> {
    let bytes = text.as_bytes().get(..end)?;
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut next = (bytes.get(at) == Some(&b'{')).then_some(at + 1)?;
    loop {
        next = skip_blanks(text, next, end);
        match bytes.get(next)? {
            b'}' => return Some((words, next + 1)),
            b'\n' | b'\r' | b'{' => return None,
            _ => {
                let after = word(bytes, next)?;
                match words.last_mut().filter(|last| text.get((*last).clone()) == Some("->")) {
                    Some(arrow) => arrow.end = after,
                    None => words.push(next..after),
                }
                next = after;
            }
        }
    }
}

/// The place behind a word; a quoted value may hold blanks and braces.
fn word(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut quoted = false;
    loop {
        match (bytes.get(at)?, quoted) {
            (b'\n', _) => return None,
            (b'\\', true) => at += 1,
            (b'"', _) => quoted = !quoted,
            (b' ' | b'\t' | b'\r' | b'}', false) => return Some(at),
            (b'{', false) => return None,
            _ => {}
        }
        at += 1;
    }
}

fn skip_blanks(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or_default();
    at + rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::{Groups, Tail, tail};

    fn words(text: &str) -> Vec<&str> {
        match tail(text, 0..text.len()) {
            Tail::Groups(Groups { words, .. }) => words.into_iter().map(|word| &text[word]).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn groups_at_the_end_are_read_together_and_others_left_alone() {
        assert_eq!(words("Pick {one} now {#a points=2} { 50% -> end }"), ["#a", "points=2", "50%", "-> end"]);
    }

    #[test]
    fn quoted_values_hold_blanks_and_braces() {
        assert_eq!(words(r#"Pick {tag="a } \" b" #c}"#), [r#"tag="a } \" b""#, "#c"]);
    }

    #[test]
    fn escaped_and_unfinished_braces_are_no_groups() {
        assert_eq!(tail(r"Pick \{a}", 0..9), Tail::Text);
        assert_eq!(tail("Pick {a}.", 0..9), Tail::Text);
        assert_eq!(tail("Pick {\"a}", 0..9), Tail::Broken(5..9));
    }
}

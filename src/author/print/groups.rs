//! Groups of attributes in their canonical form: one group, `#id` first, then credit, flags, pairs and the way on.

use crate::lex::braces::{Groups, Tail, tail, touching};
use crate::lex::credit::looks_like_credit;
use crate::lex::names::NAMES;
use crate::tree::Callout;
use pulldown_cmark::{BlockQuoteKind, Event, Tag};
use std::ops::Range;

/// The callout of a quote.
pub(super) fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Tip => Callout::Tip,
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Important => Callout::Important,
        BlockQuoteKind::Caution => Callout::Caution,
        BlockQuoteKind::Warning => Callout::Warning,
    }
}

/// A line with the groups at its end made one, and with the id `minted` where it has none.
pub(super) fn at_end(line: &str, minted: Option<&str>) -> String {
    let (text, mut words) = match tail(line, behind_images(line)..line.len()) {
        Tail::Groups(groups) => (line.get(..groups.span.start).unwrap_or_default(), words(line, &groups)),
        Tail::Text | Tail::Broken(_) => (line, Vec::new()),
    };
    if let Some(id) = minted.filter(|_| !words.iter().any(|word| word.starts_with('#'))) {
        words.push(format!("#{id}"));
    }
    match words.is_empty() {
        true => line.to_owned(),
        false => format!("{} {}", text.trim_end(), written(words)).trim_start().to_owned(),
    }
}

/// The group right behind byte `at`, if there is one, and its canonical form.
pub(super) fn behind(text: &str, at: usize, end: usize) -> Option<(Range<usize>, String)> {
    let groups = touching(text, at, end)?;
    Some((groups.span.clone(), written(words(text, &groups))))
}

/// Where the last image or formula of a line ends, its own group included.
fn behind_images(line: &str) -> usize {
    let own = |(event, span): (Event, Range<usize>)| match event {
        Event::Start(Tag::Image { .. }) => Some(span.end),
        Event::Code(_) => behind_formula(line, &span),
        _ => None,
    };
    let end = crate::tree::parser(line).into_offset_iter().filter_map(own).max();
    end.map_or(0, |end| touching(line, end, line.len()).map_or(end, |groups| groups.span.end))
}

/// Where a formula ends that is written as this code.
pub(super) fn behind_formula(text: &str, code: &Range<usize>) -> Option<usize> {
    let opens = text.get(..code.start).is_some_and(|before| before.ends_with('$') && !before.ends_with("\\$"));
    (opens && text.get(code.end..).is_some_and(|after| after.starts_with('$'))).then_some(code.end + 1)
}

fn words(text: &str, groups: &Groups) -> Vec<String> {
    groups.words.iter().map(|word| text.get(word.clone()).unwrap_or_default().to_owned()).collect()
}

fn written(mut words: Vec<String>) -> String {
    words.sort_by_cached_key(|word| rank(word));
    let words: Vec<String> = words.into_iter().map(|word| arrow(&word).unwrap_or(word)).collect();
    format!("{{{}}}", words.join(" "))
}

/// `->next` as `-> next`.
fn arrow(word: &str) -> Option<String> {
    word.strip_prefix("->").map(|to| format!("-> {}", to.trim_start()))
}

/// The place of a word in its group: kind of word, place in the table, name.
fn rank(word: &str) -> (usize, usize, String) {
    let name = word.split('=').next().unwrap_or_default();
    let listed = NAMES.iter().position(|(_, known, _)| *known == name).unwrap_or(NAMES.len());
    match word {
        id if id.starts_with('#') => (0, 0, String::new()),
        jump if jump.starts_with("->") => (4, 0, String::new()),
        share if looks_like_credit(share) => (1, 0, String::new()),
        pair if pair.contains('=') => (3, listed, name.to_owned()),
        flag => (2, 0, flag.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::at_end;

    #[test]
    fn groups_are_joined_and_put_in_order_and_ids_added() {
        assert_eq!(at_end("Pick{points=2 shuffle}  {->end #a 50%}", Some("b")), "Pick {#a 50% shuffle points=2 -> end}");
        assert_eq!(at_end("Pick", Some("b")), "Pick {#b}");
        assert_eq!(at_end("Pick ![x](y.png){h=2 w=1}", Some("b")), "Pick ![x](y.png){h=2 w=1} {#b}");
        assert_eq!(at_end("Pick $`x`${alt=\"a b\"}", Some("b")), "Pick $`x`${alt=\"a b\"} {#b}");
        assert_eq!(at_end("Pick one", None), "Pick one");
    }
}

//! Attributes at the end of a heading or an option: read, and taken out of the text.

use crate::code;
use crate::lex::attributes::{Attributes, read};
use crate::lex::braces::{Tail, tail};
use crate::lex::names::Place;
use crate::report::{Report, quote};
use crate::tree::{Piece, Span, cut};
use std::ops::Range;

/// The attributes at the end of a line, and the line without them.
pub(crate) fn attached<'s>(place: Place, pieces: Vec<Piece<'s>>, report: &mut Report) -> (Attributes, Vec<Piece<'s>>) {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Default::default() };
    let last_own = pieces.iter().rev().find(|piece| matches!(piece.form, Span::Image(..) | Span::Math(..)));
    let start = last_own.map_or(first.span.start, |own| own.span.end);
    let (attributes, group) = match tail(report.source.text(), start..last.span.end) {
        Tail::Text => {
            refuse_inside_markup(last, report);
            return (Attributes::default(), pieces);
        }
        Tail::Broken(group) => {
            refuse_broken(group.clone(), report);
            (Attributes::default(), group)
        }
        Tail::Groups(groups) => match pieces.iter().find(|piece| overlaps(piece, &groups.span)) {
            Some(piece) => {
                refuse_overlap(piece.span.clone(), report);
                (Attributes::default(), groups.span)
            }
            None => (read(place, &groups, report), groups.span),
        },
    };
    (attributes, cut(pieces, &group))
}

/// Whether markup stands in a group.
fn overlaps(piece: &Piece, group: &Range<usize>) -> bool {
    let is_plain = matches!(piece.form, Span::Text(_) | Span::SoftBreak | Span::Break);
    !is_plain && piece.span.start < group.end && group.start < piece.span.end
}

fn refuse_broken(group: Range<usize>, report: &mut Report) {
    let written = quote(report.source.slice(group.clone()));
    report.add(
        code::E130,
        group,
        format!("{written} is not a group of attributes"),
        "write attributes as `{#id name=value}`, or `\\{` if the brace belongs to the text",
    );
}

/// Attributes that ended up inside emphasis or a link.
fn refuse_inside_markup(last: &Piece, report: &mut Report) {
    let (Span::Em(inner) | Span::Strong(inner) | Span::Strike(inner) | Span::Link(_, inner)) = &last.form else { return };
    let Some(end) = inner.last().map(|piece| piece.span.end) else { return };
    if let Tail::Groups(groups) = tail(report.source.text(), last.span.start..end)
        && groups.words.iter().any(|word| report.source.slice(word.clone()).starts_with('#'))
    {
        refuse_overlap(groups.span, report);
    }
}

fn refuse_overlap(span: Range<usize>, report: &mut Report) {
    report.add(
        code::E131,
        span,
        "these attributes overlap with markup",
        "move the braces to the very end of the line, behind all markup, and quote values as `tag=\"two words\"`",
    );
}

//! Attributes at the end of a heading or an option: read, and taken out of the text.

use crate::code;
use crate::lex::attributes::{Attributes, trailing};
use crate::lex::braces::{Tail, tail};
use crate::lex::names::Place;
use crate::report::Report;
use crate::tree::{Piece, Span, cut};
use std::ops::Range;

/// The attributes at the end of a line, and the line without them.
pub(crate) fn attached(place: Place, pieces: &[Piece], report: &mut Report) -> (Attributes, Vec<Piece>) {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return Default::default() };
    let last_image = pieces.iter().rev().find(|piece| matches!(piece.form, Span::Image(..)));
    let start = last_image.map_or(first.span.start, |image| image.span.end);
    let (attributes, group) = trailing(place, start..last.span.end, report);
    let overlaps = |piece: &&Piece| match &group {
        Some(group) => piece.span.start < group.end && group.start < piece.span.end && !is_plain(piece),
        None => false,
    };
    match (pieces.iter().find(overlaps).map(|piece| piece.span.clone()), &group) {
        (Some(span), _) => refuse(span, report),
        (None, None) => refuse_inside_markup(last, report),
        _ => {}
    }
    let pieces = pieces.to_vec();
    (attributes, group.map_or(pieces.clone(), |group| cut(pieces, &group)))
}

fn is_plain(piece: &Piece) -> bool {
    matches!(piece.form, Span::Text(_) | Span::SoftBreak | Span::Break)
}

/// Attributes that ended up inside emphasis or a link.
fn refuse_inside_markup(last: &Piece, report: &mut Report) {
    let (Span::Em(inner) | Span::Strong(inner) | Span::Strike(inner) | Span::Link(_, inner)) = &last.form else { return };
    let Some(end) = inner.last().map(|piece| piece.span.end) else { return };
    if let Tail::Groups(groups) = tail(report.source.text(), last.span.start..end)
        && groups.words.iter().any(|word| report.source.slice(word.clone()).starts_with('#'))
    {
        refuse(groups.span, report);
    }
}

fn refuse(span: Range<usize>, report: &mut Report) {
    report.add(
        code::E131,
        span,
        "these attributes overlap with markup",
        "move the braces to the very end of the line, behind all markup, and quote values as `tag=\"two words\"`",
    );
}

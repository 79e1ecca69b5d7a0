//! A line's markup in its canonical form: `*em*`, `**strong**`, `~~struck~~`, a backslash for a break. All else stays as written.

use super::blocks::Mark;
use super::groups::{behind, behind_formula};
use crate::tree::parser;
use std::ops::Range;

/// A change: these bytes become that text.
type Edit = (Range<usize>, String);

/// The text of `span` with its markup made canonical.
pub(super) fn canonical(text: &str, span: Range<usize>, marks: &[Mark]) -> String {
    let kept = with(text, span.clone(), &plain_edits(text, &span, marks));
    let all: Vec<Edit> = [plain_edits(text, &span, marks), marks.iter().flat_map(|mark| delimiters(text, mark)).collect()].concat();
    let changed = with(text, span, &all);
    // `_a_*b*` would become something else with other delimiters; then they stay.
    if reads_the_same(&kept, &changed) { changed } else { kept }
}

/// Changes that cannot interfere with others: breaks, and groups behind images and blanks.
fn plain_edits(text: &str, span: &Range<usize>, marks: &[Mark]) -> Vec<Edit> {
    let is_code = |at: usize| marks.iter().any(|mark| matches!(mark, Mark::Code(code) if code.contains(&at)));
    let breaks = marks.iter().filter_map(|mark| match mark {
        Mark::Break(at) if text.get(*at..).is_some_and(|rest| rest.starts_with(' ')) => Some((*at..*at, "\\".to_owned())),
        Mark::Image(image) => behind(text, image.end, span.end),
        Mark::Code(code) => behind(text, behind_formula(text, code)?, span.end),
        _ => None,
    });
    let inside = text.get(span.clone()).unwrap_or_default();
    let blanks = inside.match_indices("]]{").map(|(at, _)| span.start + at + 2).filter(|at| !is_code(*at));
    breaks.chain(blanks.filter_map(|at| behind(text, at, span.end))).collect()
}

fn delimiters(text: &str, mark: &Mark) -> Vec<Edit> {
    let (span, width, wanted) = match mark {
        Mark::Em(span) => (span, 1, "*"),
        Mark::Strong(span) => (span, 2, "**"),
        Mark::Strike(span) => (span, if text.get(span.clone()).is_some_and(|text| text.starts_with("~~")) { 2 } else { 1 }, "~~"),
        Mark::Break(_) | Mark::Image(_) | Mark::Code(_) => return Vec::new(),
    };
    vec![(span.start..span.start + width, wanted.to_owned()), (span.end - width..span.end, wanted.to_owned())]
}

fn with(text: &str, span: Range<usize>, edits: &[Edit]) -> String {
    let mut edits = edits.to_vec();
    edits.sort_by_key(|(at, _)| (at.start, at.end));
    let mut out = String::new();
    let mut from = span.start;
    for (at, new) in edits.into_iter().filter(|(at, _)| span.start <= at.start && at.end <= span.end) {
        if at.start < from {
            continue;
        }
        out.push_str(text.get(from..at.start).unwrap_or_default());
        out.push_str(&new);
        from = at.end;
    }
    out.push_str(text.get(from..span.end).unwrap_or_default());
    out
}

fn reads_the_same(a: &str, b: &str) -> bool {
    a == b || parser(a).eq(parser(b))
}

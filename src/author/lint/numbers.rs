//! Options that are numbers: W114 where ranges overlap or the order says nothing.

use super::Question;
use crate::code;
use crate::report::{Report, quote};
use waypost_core::bundle::Order;

/// From and to, both in the same thousandths.
type Span = (i64, i64);

pub(super) fn lint(question: &Question, report: &mut Report) {
    let spans: Option<Vec<Span>> = question.options.iter().map(|worded| span(&worded.plain)).collect();
    let Some(spans) = spans.filter(|spans| spans.len() > 1) else { return };
    let overlap = |a: &Span, b: &Span| (a.0 < a.1 || b.0 < b.1) && a.0 <= b.1 && b.0 <= a.1;
    for (at, (worded, span)) in question.options.iter().zip(&spans).enumerate() {
        let twin = spans.iter().take(at).position(|earlier| overlap(earlier, span)).and_then(|twin| question.options.get(twin));
        if let Some(twin) = twin {
            let message = format!("{} overlaps with {}", quote(&worded.plain), quote(&twin.plain));
            return report.add(code::W114, worded.option.span.clone(), message, "let each range begin behind the end of the one before");
        }
    }
    let ascending = spans.windows(2).all(|pair| matches!(pair, [a, b] if a <= b));
    if let Some(first) = question.task.options.first().filter(|_| !ascending && question.task.order == Order::Fixed) {
        let help = "put them in ascending order, or write `{shuffle}` behind the question";
        report.add(
            code::W114,
            first.span.clone(),
            "these numbers stand in no order, so readers have to search for the one they mean",
            help,
        );
    }
}

/// The numbers of an option that says nothing else but a unit: `12`, `$5`, `3 to 4 weeks`, `10-20 %`.
fn span(text: &str) -> Option<Span> {
    let text = text.trim().trim_matches(['$', '€', '£', '~', '.']);
    let (low, rest) = number(text)?;
    let joint = ["to", "bis", "a", "à", "até", "–", "—", "-"].into_iter().find_map(|joint| {
        let after = rest.trim_start().strip_prefix(joint)?.trim_start().trim_start_matches(['$', '€', '£']);
        number(after)
    });
    let (high, unit) = joint.unwrap_or((low, rest));
    // More than a unit behind the number is a sentence.
    (unit.split_whitespace().count() <= 1 && !unit.contains(|c: char| c.is_ascii_digit())).then_some((low, high))
}

/// The number that a text begins with in thousandths, and what follows it.
fn number(text: &str) -> Option<(i64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let digits = digits.trim_end_matches(['.', ',']);
    let (whole, part) = match digits.rsplit_once(['.', ',']) {
        Some((whole, part)) if part.len() != 3 => (whole.replace(['.', ','], ""), part),
        _ => (digits.replace(['.', ','], ""), ""),
    };
    let thousandths = format!("{whole}{:0<3}", part.get(..part.len().min(3)).unwrap_or_default());
    (!whole.is_empty() && whole.len() < 13).then(|| thousandths.parse().ok()).flatten().map(|value| (value, rest))
}

#[cfg(test)]
mod tests {
    use super::span;

    #[test]
    fn numbers_and_ranges_with_units_are_read_and_sentences_are_not() {
        assert_eq!(span("12"), Some((12_000, 12_000)));
        assert_eq!(span("$1,500"), Some((1_500_000, 1_500_000)));
        assert_eq!(span("3 to 4.5 weeks"), Some((3_000, 4_500)));
        assert_eq!(span("10–20 %"), Some((10_000, 20_000)));
        assert_eq!(span("3 people who disagree"), None);
        assert_eq!(span("Three"), None);
    }
}

//! Formulas: TeX becomes a tree of MathML elements from a closed list. Nothing else of the converter's output gets through.

use crate::code;
use crate::report::{Report, quote};
use pulldown_latex::config::DisplayMode;
use pulldown_latex::{Parser, RenderConfig, Storage, push_mathml};
use std::ops::Range;
use waypost_core::text::{MATH, Math, MathNode};

/// The most bytes of TeX in one formula.
const MAX_TEX: usize = 2_000;

/// How deep braces may be nested; the converter calls itself for each.
const MAX_DEPTH: usize = 16;

/// Attributes that only fine-tune what browsers do by themselves, and are left out. Any other one would change what is seen.
const LEFT_OUT: [&str; 13] = [
    "display",
    "displaystyle",
    "scriptlevel",
    "stretchy",
    "symmetric",
    "form",
    "largeop",
    "movablelimits",
    "mathvariant",
    "lspace",
    "rspace",
    "accent",
    "class",
];

/// A formula from its TeX; E172 where it cannot be converted. `alt` says it in words, by default it is the TeX.
pub(crate) fn formula(tex: &str, alt: Option<&str>, display: DisplayMode, span: Range<usize>, report: &mut Report) -> Math {
    let tex = tex.trim();
    let nodes = tree(tex, display).unwrap_or_else(|trouble| {
        let message = format!("the formula {} cannot be shown: {trouble}", quote(tex));
        report.add(code::E172, span, message, "write it in the TeX of formulas, such as `\\frac{a}{b}` and `x^2`, or as `code`");
        Vec::new()
    });
    Math { alt: alt.unwrap_or(tex).to_owned(), nodes }
}

fn tree(tex: &str, display_mode: DisplayMode) -> Result<Vec<MathNode>, String> {
    if tex.is_empty() {
        return Err("it is empty".to_owned());
    }
    if tex.len() > MAX_TEX || depth(tex) > MAX_DEPTH {
        return Err(format!("it is longer than {MAX_TEX} characters or nested deeper than {MAX_DEPTH} braces"));
    }
    let storage = Storage::new();
    let events: Result<Vec<_>, _> = Parser::new(tex, &storage).collect();
    let events =
        events.map_err(|error| error.to_string().lines().next().unwrap_or_default().trim_start_matches("parsing error: ").to_owned())?;
    let mut written = String::new();
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    let events = events.into_iter().map(Ok::<_, std::convert::Infallible>);
    push_mathml(&mut written, events, config).map_err(|error| error.to_string())?;
    let (nodes, rest) = Reader { text: &written }.nodes(None)?;
    match (nodes.into_iter().next(), rest) {
        (Some(MathNode { tag, nodes, .. }), "") if tag == "math" && !nodes.is_empty() => Ok(nodes),
        _ => Err("it has nothing to show".to_owned()),
    }
}

/// How deep braces are nested.
fn depth(tex: &str) -> usize {
    let openings = |at: usize| tex.get(..at).map_or(0, |before| before.matches(['{', '[', '(']).count());
    let closings = |at: usize| tex.get(..at).map_or(0, |before| before.matches(['}', ']', ')']).count());
    let lefts = tex.matches("\\left").count() + tex.matches("\\begin").count();
    tex.match_indices(['{', '[', '(']).map(|(at, _)| (openings(at) + 1).saturating_sub(closings(at))).max().unwrap_or_default().max(lefts)
}

/// Reads the converter's markup strictly: elements of the list, a few named attributes, text.
struct Reader<'t> {
    text: &'t str,
}

impl<'t> Reader<'t> {
    /// The elements up to the end of the element `open`, and what follows.
    fn nodes(&self, open: Option<&str>) -> Result<(Vec<MathNode>, &'t str), String> {
        let mut nodes = Vec::new();
        let mut rest = self.text.trim_start();
        while let Some(tag) = rest.strip_prefix('<') {
            if let Some(closing) = tag.strip_prefix('/') {
                let (name, after) = closing.split_once('>').ok_or("its markup has no end")?;
                return if open == Some(name) { Ok((nodes, after)) } else { Err("its markup is crossed".to_owned()) };
            }
            let (node, after) = Self::element(tag, open.is_none())?;
            nodes.extend(node);
            rest = after.trim_start();
        }
        match (rest, open) {
            ("", None) => Ok((nodes, rest)),
            _ => Err("its markup is broken".to_owned()),
        }
    }

    /// An element behind its `<`; nothing where it shows nothing. Only the outermost one can be `math`.
    fn element(tag: &'t str, outermost: bool) -> Result<(Option<MathNode>, &'t str), String> {
        let (head, after) = tag.split_once('>').ok_or("its markup has no end")?;
        let (head, is_void) = head.strip_suffix('/').map_or((head, false), |head| (head, true));
        let (name, attributes) = head.split_once(' ').unwrap_or((head, ""));
        if !(MATH.contains(&name) || outermost && name == "math") {
            return Err(format!("`{name}` is not among the elements a formula can have"));
        }
        if name == "mspace" {
            return Ok((space(attributes), after));
        }
        check(attributes)?;
        let node = |text: String, nodes| Some(MathNode { tag: name.to_owned(), text, nodes });
        if is_void {
            return Ok((node(String::new(), Vec::new()), after));
        }
        if matches!(name, "mi" | "mn" | "mo" | "mtext") {
            let (text, after) = after.split_once(&format!("</{name}>")).ok_or("its markup has no end")?;
            // The sign for "less than" comes as it is.
            let begins_markup =
                |at: usize| text.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
            return match text.match_indices('<').any(|(at, _)| begins_markup(at)) {
                true => Err("its text holds markup".to_owned()),
                false => Ok((node(unescaped(text), Vec::new()), after)),
            };
        }
        let (nodes, after) = Reader { text: after }.nodes(Some(name))?;
        Ok((node(String::new(), nodes), after))
    }
}

/// A space as a text of its width, since attributes are left out.
fn space(attributes: &str) -> Option<MathNode> {
    let width = attributes.split("width=\"").nth(1)?.split("em").next()?;
    let wide: f64 = width.parse().ok()?;
    let text = match wide {
        0.8.. => "\u{2003}",
        0.4..0.8 => "\u{2002}",
        0.2..0.4 => "\u{2005}",
        0.01..0.2 => "\u{2009}",
        _ => return None,
    };
    Some(MathNode { tag: "mtext".to_owned(), text: text.to_owned(), nodes: Vec::new() })
}

fn check(attributes: &str) -> Result<(), String> {
    let mut rest = attributes.trim();
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').ok_or("its markup has no end")?;
        let drawn = value.contains("solid") || value.contains("dashed");
        if !LEFT_OUT.contains(&name) || drawn {
            let what = if name == "linethickness" { "a fraction without its line" } else { "a color, a line or a size of its own" };
            return Err(format!("{what} is not available in this version of waypost"));
        }
        rest = after.trim();
    }
    if rest.is_empty() { Ok(()) } else { Err("its markup is broken".to_owned()) }
}

fn unescaped(text: &str) -> String {
    text.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{MathNode, tree};
    use proptest::prelude::*;
    use pulldown_latex::config::DisplayMode;

    fn shown(nodes: &[MathNode]) -> String {
        nodes.iter().map(|node| format!("{}({}{})", node.tag, node.text, shown(&node.nodes))).collect()
    }

    #[test]
    fn tex_becomes_elements_of_the_list() {
        let tree = |tex| tree(tex, DisplayMode::Inline).map(|nodes| shown(&nodes));
        assert_eq!(tree("x^2").as_deref(), Ok("msup(mi(x)mn(2))"));
        assert_eq!(tree(r"\frac{a}{b} < 1").as_deref(), Ok("mfrac(mrow(mi(a))mrow(mi(b)))mo(<)mn(1)"));
        assert!(tree(r"\sqrt{\sum_{i=1}^n x_i}").is_ok_and(|shown| shown.starts_with("msqrt(")));
        assert!(tree(r"\begin{pmatrix}1 & 0\\0 & 1\end{pmatrix}").is_ok_and(|shown| shown.contains("mtr(mtd(mn(1))mtd(mn(0)))")));
        assert!(tree(r"50\,\%\quad\text{of } x").is_ok_and(|shown| shown.contains("mtext(\u{2009})")));
    }

    #[test]
    fn what_cannot_be_shown_is_refused() {
        let broken = ["", r"\frac{a}", r"\nonsense", "{", r"\color{red}x", r"\binom{n}{k}"];
        for tex in broken.map(str::to_owned).into_iter().chain(["{".repeat(20) + "x" + &"}".repeat(20), "x".repeat(3_000)]) {
            assert!(tree(&tex, DisplayMode::Block).is_err(), "{tex}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_converted_or_refused(tex in r"(\\[a-z]{1,8}|[{}^_&\\a-z0-9 ()=<>$%#-]|\\frac|\\left|\\right|\\begin\{[a-z]{3,7}\}|\\sqrt|\\text){0,30}") {
            let _ = tree(&tex, DisplayMode::Inline);
        }
    }
}

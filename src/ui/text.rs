//! Rich text as elements: one function per node kind. Author text becomes text nodes, never markup.

use waypost_core::text::{Block, Image, Inline, Math, MathNode, plain};
use waypost_core::url::safe_url;
use yew::prelude::*;

/// What stands in the place of a blank of that name.
pub type Blanks<'a> = &'a dyn Fn(&str) -> Html;

/// Blocks, each in its own direction. A blank is a gap.
pub fn blocks(text: &[Block]) -> Html {
    filled(text, &gap)
}

/// Blocks with something in place of their blanks.
pub fn filled(text: &[Block], blanks: Blanks) -> Html {
    text.iter().map(|inner| block(inner, blanks)).collect()
}

fn gap(_: &str) -> Html {
    "___".into()
}

/// A text where only a line may stand, as in a legend or a label: paragraphs and code become lines of their own, the rest plain words.
pub fn lines(text: &[Block]) -> Html {
    let line = |block: &Block| match block {
        Block::P(line) => html! { <span class="wp-line" dir="auto">{ inlines(line) }</span> },
        Block::Code(_, code) => html! { <code class="wp-line wp-code" dir="ltr">{ code.trim_end().to_owned() }</code> },
        other => html! { <span class="wp-line" dir="auto">{ plain(std::slice::from_ref(other)) }</span> },
    };
    text.iter().map(line).collect()
}

fn block(block: &Block, blanks: Blanks) -> Html {
    match block {
        Block::P(line) => html! { <p dir="auto">{ pieces(line, blanks) }</p> },
        Block::Ul(items) => html! { <ul dir="auto">{ list(items, blanks) }</ul> },
        Block::Ol(start, items) => html! { <ol dir="auto" start={start.to_string()}>{ list(items, blanks) }</ol> },
        Block::Quote(inner) => html! { <blockquote dir="auto">{ filled(inner, blanks) }</blockquote> },
        Block::Code(_, code) => html! { <pre class="wp-code" dir="ltr" tabindex="0"><code>{ code.clone() }</code></pre> },
        Block::Math(formula) => html! { <div class="wp-wide" tabindex="0">{ math(formula, "block") }</div> },
        Block::Table(head, rows) => table(head, rows, blanks),
    }
}

fn list(items: &[Vec<Block>], blanks: Blanks) -> Html {
    let item = |item: &Vec<Block>| match item.as_slice() {
        [Block::P(line)] => html! { <li>{ pieces(line, blanks) }</li> },
        several => html! { <li>{ filled(several, blanks) }</li> },
    };
    items.iter().map(item).collect()
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], blanks: Blanks) -> Html {
    let header = head.iter().map(|cell| html! { <th scope="col" dir="auto">{ pieces(cell, blanks) }</th> });
    let row = |row: &Vec<Vec<Inline>>| {
        let cells = row.iter().map(|cell| html! { <td dir="auto">{ pieces(cell, blanks) }</td> });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <div class="wp-wide" tabindex="0">
            <table><thead><tr>{ for header }</tr></thead><tbody>{ for rows.iter().map(row) }</tbody></table>
        </div>
    }
}

/// The pieces of a line. A blank is a gap.
pub fn inlines(line: &[Inline]) -> Html {
    pieces(line, &gap)
}

fn pieces(line: &[Inline], blanks: Blanks) -> Html {
    line.iter().map(|piece| inline(piece, blanks)).collect()
}

fn inline(piece: &Inline, blanks: Blanks) -> Html {
    match piece {
        Inline::Text(text) => text.into(),
        Inline::Em(inner) => html! { <em>{ pieces(inner, blanks) }</em> },
        Inline::Strong(inner) => html! { <strong>{ pieces(inner, blanks) }</strong> },
        Inline::Strike(inner) => html! { <s>{ pieces(inner, blanks) }</s> },
        Inline::Code(code) => html! { <code dir="ltr">{ code.clone() }</code> },
        Inline::Link(url, inner) => match safe_url(url) {
            Some(url) => html! { <a href={url} rel="noopener noreferrer">{ pieces(inner, blanks) }</a> },
            None => pieces(inner, blanks),
        },
        Inline::Image(shown) => image(shown),
        Inline::Break => html! { <br /> },
        Inline::Blank(name) => blanks(name),
        Inline::Math(formula) => math(formula, "inline"),
    }
}

fn image(image: &Image) -> Html {
    let size = |pixels: u32| (pixels > 0).then(|| pixels.to_string());
    match safe_url(&image.src) {
        Some(src) => html! { <img {src} alt={image.alt.clone()} width={size(image.w)} height={size(image.h)} /> },
        None => html! { <span>{ image.alt.clone() }</span> },
    }
}

/// A formula in MathML; its source where it has no tree. The browser reads out the tree, so the words are not said a second time.
fn math(math: &Math, display: &'static str) -> Html {
    match math.nodes.is_empty() {
        true => html! { <code dir="ltr">{ math.alt.clone() }</code> },
        false => html! { <math dir="ltr" {display} aria-label={math.alt.clone()}>{ for math.nodes.iter().map(math_node) }</math> },
    }
}

/// An element of the closed list; another one is left out and only its children stand.
fn math_node(node: &MathNode) -> Html {
    let inner = html! { <>{ node.text.clone() }{ for node.nodes.iter().map(math_node) }</> };
    match is_math(&node.tag) {
        true => html! { <@{node.tag.clone()}>{ inner }</@> },
        false => inner,
    }
}

/// The elements of MathML Core that a formula is made of: no links, styles or actions.
fn is_math(tag: &str) -> bool {
    matches!(
        tag,
        "mi" | "mn"
            | "mo"
            | "mtext"
            | "mspace"
            | "mrow"
            | "mfrac"
            | "msqrt"
            | "mroot"
            | "mstyle"
            | "mpadded"
            | "mphantom"
            | "msub"
            | "msup"
            | "msubsup"
            | "munder"
            | "mover"
            | "munderover"
            | "mmultiscripts"
            | "mprescripts"
            | "mtable"
            | "mtr"
            | "mtd"
    )
}

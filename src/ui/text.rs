//! Rich text as elements: one function per node kind. Author text becomes text nodes, never markup.

use waypost_core::text::{Block, Image, Inline, plain};
use waypost_core::url::safe_url;
use yew::prelude::*;

/// Blocks, each in its own direction.
pub fn blocks(text: &[Block]) -> Html {
    text.iter().map(block).collect()
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

fn block(block: &Block) -> Html {
    match block {
        Block::P(line) => html! { <p dir="auto">{ inlines(line) }</p> },
        Block::Ul(items) => html! { <ul dir="auto">{ list(items) }</ul> },
        Block::Ol(start, items) => html! { <ol dir="auto" start={start.to_string()}>{ list(items) }</ol> },
        Block::Quote(inner) => html! { <blockquote dir="auto">{ blocks(inner) }</blockquote> },
        Block::Code(_, code) => html! { <pre class="wp-code" dir="ltr" tabindex="0"><code>{ code.clone() }</code></pre> },
        Block::Math(math) => html! { <p dir="ltr">{ math.alt.clone() }</p> },
        Block::Table(head, rows) => table(head, rows),
    }
}

fn list(items: &[Vec<Block>]) -> Html {
    let item = |item: &Vec<Block>| match item.as_slice() {
        [Block::P(line)] => html! { <li>{ inlines(line) }</li> },
        several => html! { <li>{ blocks(several) }</li> },
    };
    items.iter().map(item).collect()
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Html {
    let header = head.iter().map(|cell| html! { <th scope="col" dir="auto">{ inlines(cell) }</th> });
    let row = |row: &Vec<Vec<Inline>>| {
        let cells = row.iter().map(|cell| html! { <td dir="auto">{ inlines(cell) }</td> });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <div class="wp-wide" tabindex="0">
            <table><thead><tr>{ for header }</tr></thead><tbody>{ for rows.iter().map(row) }</tbody></table>
        </div>
    }
}

/// The pieces of a line.
pub fn inlines(line: &[Inline]) -> Html {
    line.iter().map(inline).collect()
}

fn inline(piece: &Inline) -> Html {
    match piece {
        Inline::Text(text) => text.into(),
        Inline::Em(inner) => html! { <em>{ inlines(inner) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines(inner) }</strong> },
        Inline::Strike(inner) => html! { <s>{ inlines(inner) }</s> },
        Inline::Code(code) => html! { <code dir="ltr">{ code.clone() }</code> },
        Inline::Link(url, inner) => match safe_url(url) {
            Some(url) => html! { <a href={url} rel="noopener noreferrer">{ inlines(inner) }</a> },
            None => inlines(inner),
        },
        Inline::Image(shown) => image(shown),
        Inline::Break => html! { <br /> },
        Inline::Blank(_) => "___".into(),
        Inline::Math(math) => math.alt.as_str().into(),
    }
}

fn image(image: &Image) -> Html {
    let size = |pixels: u32| (pixels > 0).then(|| pixels.to_string());
    match safe_url(&image.src) {
        Some(src) => html! { <img {src} alt={image.alt.clone()} width={size(image.w)} height={size(image.h)} /> },
        None => html! { <span>{ image.alt.clone() }</span> },
    }
}

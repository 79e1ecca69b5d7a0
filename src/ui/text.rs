//! Rich text as elements: one function per node kind. Author text becomes text nodes, never markup.

use crate::ui::markup::{Markup, markup};
use waypost_core::text::{Block, Image, Inline, MATH, Math, MathNode, plain};
use waypost_core::url::safe_url;
use yew::prelude::*;

/// Writes what stands in the place of a blank of that name.
pub type Blanks<'a> = &'a dyn Fn(&mut Markup, &str);

/// Blocks, each in its own direction. A blank is a gap.
pub fn blocks(text: &[Block]) -> Html {
    markup(|out| out.blocks(text))
}

/// A text where only a line may stand, see [`Markup::lines`].
pub fn lines(text: &[Block]) -> Html {
    markup(|out| out.lines(text))
}

/// The pieces of a line. A blank is a gap.
pub fn inlines(line: &[Inline]) -> Html {
    markup(|out| pieces(out, line, &gap))
}

impl Markup {
    /// Blocks, each in its own direction. A blank is a gap.
    pub fn blocks(&mut self, text: &[Block]) {
        self.filled(text, &gap);
    }

    /// Blocks with something in place of their blanks.
    pub fn filled(&mut self, text: &[Block], blanks: Blanks) {
        self.group(|out| {
            for inner in text {
                block(out, inner, blanks);
            }
        });
    }

    /// A text where only a line may stand, as in a legend or a label: paragraphs and code become lines of their own, the rest plain words.
    pub fn lines(&mut self, text: &[Block]) {
        self.group(|out| {
            for block in text {
                match block {
                    Block::P(line) => out.el("span.wp-line[dir=auto]", |out| pieces(out, line, &gap)),
                    Block::Code(_, code) => out.words("code[class=wp-line wp-code][dir=ltr]", code.trim_end()),
                    other => out.words("span.wp-line[dir=auto]", &plain(std::slice::from_ref(other))),
                }
            }
        });
    }
}

fn gap(out: &mut Markup, _: &str) {
    out.text("___");
}

fn block(out: &mut Markup, block: &Block, blanks: Blanks) {
    match block {
        Block::P(line) => out.el("p[dir=auto]", |out| pieces(out, line, blanks)),
        Block::Ul(items) => out.el("ul[dir=auto]", |out| list(out, items, blanks)),
        Block::Ol(start, items) => out.el("ol[dir=auto]", |out| {
            out.set("start", &start.to_string());
            list(out, items, blanks);
        }),
        Block::Quote(inner) => out.el("blockquote[dir=auto]", |out| out.filled(inner, blanks)),
        Block::Code(_, code) => out.el("pre.wp-code[dir=ltr][tabindex=0]", |out| out.words("code", code)),
        Block::Math(formula) => out.el("div.wp-wide[tabindex=0]", |out| math(out, formula, "block")),
        Block::Table(head, rows) => out.el("div.wp-wide[tabindex=0]", |out| {
            out.el("table", |out| {
                out.el("thead", |out| row(out, "th[scope=col][dir=auto]", head, blanks));
                out.el("tbody", |out| {
                    for cells in rows {
                        row(out, "td[dir=auto]", cells, blanks);
                    }
                });
            });
        }),
    }
}

fn list(out: &mut Markup, items: &[Vec<Block>], blanks: Blanks) {
    for item in items {
        out.el("li", |out| match item.as_slice() {
            [Block::P(line)] => pieces(out, line, blanks),
            several => out.filled(several, blanks),
        });
    }
}

fn row(out: &mut Markup, cell: &'static str, cells: &[Vec<Inline>], blanks: Blanks) {
    out.el("tr", |out| {
        for line in cells {
            out.el(cell, |out| pieces(out, line, blanks));
        }
    });
}

fn pieces(out: &mut Markup, line: &[Inline], blanks: Blanks) {
    for piece in line {
        inline(out, piece, blanks);
    }
}

fn inline(out: &mut Markup, piece: &Inline, blanks: Blanks) {
    match piece {
        Inline::Text(text) => out.text(text),
        Inline::Em(inner) => out.el("em", |out| pieces(out, inner, blanks)),
        Inline::Strong(inner) => out.el("strong", |out| pieces(out, inner, blanks)),
        Inline::Strike(inner) => out.el("s", |out| pieces(out, inner, blanks)),
        Inline::Code(code) => out.words("code[dir=ltr]", code),
        Inline::Link(url, inner) => match safe_url(url) {
            Some(url) => out.el("a", |out| {
                out.set("href", &url);
                out.set("rel", "noopener noreferrer");
                pieces(out, inner, blanks);
            }),
            None => pieces(out, inner, blanks),
        },
        Inline::Lang(lang, inner) => out.el("span", |out| {
            out.set("lang", lang);
            pieces(out, inner, blanks);
        }),
        Inline::Image(shown) => image(out, shown),
        Inline::Break => out.el("br", |_| {}),
        Inline::Blank(name) => blanks(out, name),
        Inline::Math(formula) => math(out, formula, "inline"),
    }
}

fn image(out: &mut Markup, image: &Image) {
    let Some(src) = safe_url(&image.src) else { return out.words("span", &image.alt) };
    out.el("img", |out| {
        out.set("src", &src);
        out.set("alt", &image.alt);
        for (name, pixels) in [("width", image.w), ("height", image.h)] {
            if pixels > 0 {
                out.set(name, &pixels.to_string());
            }
        }
    });
}

/// A formula in MathML; its source where it has no tree. The browser reads out the tree, so the words are not said a second time.
fn math(out: &mut Markup, math: &Math, display: &'static str) {
    match math.nodes.is_empty() {
        true => out.words("code[dir=ltr]", &math.alt),
        false => out.el("math[dir=ltr]", |out| {
            out.set("display", display);
            out.set("aria-label", &math.alt);
            math_nodes(out, &math.nodes);
        }),
    }
}

/// Elements of the closed list; another one is left out and only its children stand.
fn math_nodes(out: &mut Markup, nodes: &[MathNode]) {
    for node in nodes {
        let known = MATH.iter().find(|known| **known == node.tag);
        out.el(known.copied().unwrap_or_default(), |out| {
            if !node.text.is_empty() {
                out.text(&node.text);
            }
            math_nodes(out, &node.nodes);
        });
    }
}

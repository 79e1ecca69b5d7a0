//! Rich text: a tree of closed node kinds. No HTML string exists anywhere; views turn nodes into elements.

use serde::Serialize;

/// A text with block structure, as the author wrote it. Empty means "nothing written".
pub type RichText = Vec<Block>;

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A paragraph.
    P(Vec<Inline>),
    /// A bulleted list; each item is a text of its own.
    Ul(Vec<RichText>),
    /// A numbered list: the first number, then the items.
    Ol(u32, Vec<RichText>),
    /// A quotation.
    Quote(RichText),
    /// A code block: its language (may be empty) and its text, verbatim.
    Code(String, String),
    /// A formula on lines of its own.
    Math(Math),
    /// A table: the header cells, then rows of cells.
    Table(Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis.
    Em(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck through.
    Strike(Vec<Inline>),
    /// Code, verbatim.
    Code(String),
    /// A link: an address that [`crate::url::safe_url`] accepts, and its text.
    Link(String, Vec<Inline>),
    /// Words in another language than the widget's: a BCP 47 tag, and the words. Where a translation lacks a text, the original stands so.
    Lang(String, Vec<Inline>),
    /// An image.
    Image(Image),
    /// A line break.
    Break,
    /// A blank of a cloze, by the name of its [`crate::bundle::Blank`].
    Blank(String),
    /// A formula: its TeX source as the author wrote it, and the MathML tree it became.
    Math(Math),
}

/// A formula.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Math {
    /// The formula in words or TeX, for those who cannot see it.
    pub alt: String,
    /// The elements inside `math`, from a closed list of MathML Core.
    pub nodes: Vec<MathNode>,
}

/// A MathML element: its name from the closed list, its text, its children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MathNode {
    /// `mrow`, `mi`, `mn`, `mo` ...
    pub tag: String,
    /// The text of a leaf; empty elsewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What is inside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<MathNode>,
}

/// The elements of MathML Core that a formula is made of, inside its `math`: no links, styles or actions.
pub const MATH: [&str; 23] = [
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "mrow",
    "mfrac",
    "msqrt",
    "mroot",
    "mstyle",
    "mpadded",
    "mphantom",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
];

/// An image with everything needed to reserve its room before it is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Image {
    /// Address, relative to the widget's page.
    pub src: String,
    /// What the image shows, in words; empty only for decoration.
    pub alt: String,
    /// Width in CSS pixels, 0 where unknown.
    pub w: u32,
    /// Height in CSS pixels, 0 where unknown.
    pub h: u32,
}

/// The language of a text that stands among words of another one, as it begins; nothing where it is in the widget's.
pub fn foreign(text: &[Block]) -> Option<&str> {
    match text {
        [Block::P(line), ..] => line.first().and_then(|piece| if let Inline::Lang(lang, _) = piece { Some(lang.as_str()) } else { None }),
        _ => None,
    }
}

/// The text without any markup: words in reading order, blocks separated by one space.
pub fn plain(text: &[Block]) -> String {
    let mut out = String::new();
    for block in text {
        if !out.is_empty() {
            out.push(' ');
        }
        match block {
            Block::P(line) => plain_line(line, &mut out),
            Block::Ul(items) | Block::Ol(_, items) => out.push_str(&join(items.iter().map(|item| plain(item)))),
            Block::Quote(inner) => out.push_str(&plain(inner)),
            Block::Math(math) => out.push_str(&math.alt),
            Block::Code(_, code) => out.push_str(code.trim_end()),
            Block::Table(head, rows) => {
                let cells = head.iter().chain(rows.iter().flatten());
                out.push_str(&join(cells.map(|cell| plain_inline(cell))));
            }
        }
    }
    out
}

/// Shows `visit` every piece of a text, those inside others after the ones that hold them.
pub fn pieces<'t>(text: &'t [Block], visit: &mut dyn FnMut(&'t Inline)) {
    fn line<'t>(pieces: &'t [Inline], visit: &mut dyn FnMut(&'t Inline)) {
        for piece in pieces {
            visit(piece);
            if let Inline::Em(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, inner) | Inline::Lang(_, inner) =
                piece
            {
                line(inner, visit);
            }
        }
    }
    for block in text {
        match block {
            Block::P(inner) => line(inner, visit),
            Block::Ul(items) | Block::Ol(_, items) => items.iter().for_each(|item| pieces(item, visit)),
            Block::Quote(inner) => pieces(inner, visit),
            Block::Code(..) | Block::Math(_) => {}
            Block::Table(head, rows) => head.iter().chain(rows.iter().flatten()).for_each(|cell| line(cell, visit)),
        }
    }
}

/// Lets `change` change every piece of a text, those inside others after the ones that hold them.
pub fn pieces_mut(text: &mut [Block], change: &mut dyn FnMut(&mut Inline)) {
    for block in text {
        match block {
            Block::P(inner) => line_mut(inner, change),
            Block::Ul(items) | Block::Ol(_, items) => items.iter_mut().for_each(|item| pieces_mut(item, change)),
            Block::Quote(inner) => pieces_mut(inner, change),
            Block::Code(..) | Block::Math(_) => {}
            Block::Table(head, rows) => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| line_mut(cell, change)),
        }
    }
}

/// The same for a line.
pub fn line_mut(pieces: &mut [Inline], change: &mut dyn FnMut(&mut Inline)) {
    for piece in pieces {
        change(piece);
        if let Inline::Em(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, inner) | Inline::Lang(_, inner) = piece {
            line_mut(inner, change);
        }
    }
}

/// A line without any markup.
pub fn plain_inline(line: &[Inline]) -> String {
    let mut out = String::new();
    plain_line(line, &mut out);
    out
}

fn plain_line(line: &[Inline], out: &mut String) {
    for piece in line {
        match piece {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Em(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, inner) | Inline::Lang(_, inner) => {
                plain_line(inner, out);
            }
            Inline::Image(image) => out.push_str(&image.alt),
            Inline::Break => out.push(' '),
            Inline::Blank(_) => out.push_str("___"),
            Inline::Math(math) => out.push_str(&math.alt),
        }
    }
}

fn join(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" ")
}

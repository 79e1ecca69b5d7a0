//! Markdown as a tree in which every node knows its bytes. The one place where the Markdown parser and its options are set.

mod build;

pub(crate) use build::cut;

use crate::lex::attributes::Attributes;
use crate::report::Report;
use pulldown_cmark::{Options, Parser};
use std::borrow::Cow;
use std::ops::Range;

/// A block of Markdown, with texts of the file where it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node<'s> {
    /// What it is.
    pub(crate) form: Form<'s>,
    /// Where it stands.
    pub(crate) span: Range<usize>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form<'s> {
    /// A paragraph.
    Paragraph(Vec<Piece<'s>>),
    /// A heading, level 1 to 6.
    Heading(u8, Vec<Piece<'s>>),
    /// A list; the first number of a numbered one.
    List(Option<u64>, Vec<Entry<'s>>),
    /// A quote; its callout if the first line is a tag.
    Quote(Option<Callout>, Vec<Node<'s>>),
    /// A code block: what follows the fence, and the text.
    Code(String, String),
    /// A table: head, rows.
    Table(Vec<Vec<Piece<'s>>>, Vec<Vec<Vec<Piece<'s>>>>),
    /// HTML, comments included.
    Html,
    /// A dividing line.
    Rule,
    /// A `+++` block.
    Header,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'s> {
    /// Its box, if it has one: ticked or not, and where.
    pub(crate) tick: Option<(Tick, Range<usize>)>,
    /// What it holds.
    pub(crate) nodes: Vec<Node<'s>>,
    /// Where it stands.
    pub(crate) span: Range<usize>,
}

/// The state of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tick {
    /// `[x]`
    Set,
    /// `[ ]`
    Clear,
}

/// The five callouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Callout {
    /// `[!TIP]`
    Tip,
    /// `[!NOTE]`
    Note,
    /// `[!IMPORTANT]`
    Important,
    /// `[!CAUTION]`
    Caution,
    /// `[!WARNING]`
    Warning,
}

impl Callout {
    /// All of them.
    pub(crate) const ALL: [Callout; 5] = [Self::Tip, Self::Note, Self::Important, Self::Caution, Self::Warning];

    /// The tag as written.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Tip => "[!TIP]",
            Self::Note => "[!NOTE]",
            Self::Important => "[!IMPORTANT]",
            Self::Caution => "[!CAUTION]",
            Self::Warning => "[!WARNING]",
        }
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'s> {
    /// What it is.
    pub(crate) form: Span<'s>,
    /// Where it stands.
    pub(crate) span: Range<usize>,
}

/// What a piece of a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Span<'s> {
    /// Text. Not merged with its neighbors, so that it can be cut by bytes.
    Text(Cow<'s, str>),
    /// Emphasis.
    Em(Vec<Piece<'s>>),
    /// Strong emphasis.
    Strong(Vec<Piece<'s>>),
    /// Struck through.
    Strike(Vec<Piece<'s>>),
    /// Code.
    Code(String),
    /// A link: its address, its text.
    Link(String, Vec<Piece<'s>>),
    /// An image: its address, its alternative text, its attributes.
    Image(String, Vec<Piece<'s>>, Box<Attributes>),
    /// A blank of a cloze, by its name.
    Blank(String),
    /// A formula: its TeX, its attributes.
    Math(String, Box<Attributes>),
    /// Inline HTML.
    Html,
    /// The end of a source line.
    SoftBreak,
    /// A line break.
    Break,
}

/// How deep lists, quotes and markup may be nested.
pub(crate) const MAX_NESTING: usize = 16;

/// Parses the Markdown from byte `start` to the end of the file. Never fails.
///
/// Heading attributes and math of the parser stay off: attributes are read from the source bytes, and `$120k-$150k` is a salary.
pub(crate) fn parse<'s>(start: usize, report: &mut Report<'s>) -> Vec<Node<'s>> {
    let source = report.source;
    let text = source.text().get(start..).unwrap_or_default();
    let events = parser(text).into_offset_iter();
    build::Builder::new(events.map(|(event, span)| (event, span.start + start..span.end + start)), report).nodes()
}

/// The parser with the options of the format.
pub(crate) fn parser(text: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    Parser::new_ext(text, options)
}

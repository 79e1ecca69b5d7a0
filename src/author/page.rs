//! A page of prose around widgets: a newsletter post or a course lesson.

mod parse;

pub use parse::parse_page;
pub(crate) use parse::{parse_in, rank};

use waypost_core::id::WidgetId;
use waypost_core::text::{Block, Inline};

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// File name without ending: `index`, `lesson`.
    pub name: String,
    /// The title, in plain text.
    pub title: String,
    /// The standfirst under the title; may be empty.
    pub summary: String,
    /// Language, a BCP 47 tag.
    pub lang: String,
    /// What kind of page.
    pub layout: Layout,
    /// How widgets stand in it.
    pub embed: Embed,
    /// The content in order.
    pub parts: Vec<Part>,
}

/// What kind of page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A newsletter post.
    Post,
    /// A lesson of a course.
    Lesson,
}

/// How widgets stand in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    /// As a frame.
    Iframe,
    /// As a custom element.
    Element,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading: level 2 to 4, an anchor, its text.
    Heading(u8, String, Vec<Inline>),
    /// Prose.
    Prose(Block),
    /// A lesson of the course, embedded; the link's text serves as its title and its fallback.
    Widget(WidgetId, String),
    /// The course call to action; the link's text.
    Course(String),
    /// The subscribe call to action; the link's text.
    Subscribe(String),
}

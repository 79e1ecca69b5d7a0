//! What a document of the site holds, as plain data with every address resolved; how it is marked up is up to the renderer.

use super::Program;
use super::mail::Mail;
use super::platform::Form;
use super::preview::{Card, Picture, Preview};
use super::reserve::Reserved;
use crate::course::{Call, Signup};
use crate::page::Page;
use std::collections::BTreeMap;
use waypost_core::bundle::{Kind, Lesson};
use waypost_core::text::{Block, Inline};

/// Turns documents into markup.
pub trait Render {
    /// The `html` element of a document, without the doctype.
    fn document(&self, document: &Document<'_>) -> String;
    /// A widget in a form that mails and feeds take: a piece of a document, or a text.
    fn mail(&self, mail: &Mail<'_>, form: Form) -> String;
    /// A picture of a widget, as a PNG file.
    fn picture(&self, card: &Card<'_>, picture: Picture) -> Vec<u8>;
}

/// One document of the site.
pub enum Document<'a> {
    /// A widget on a page of its own: the target of frames.
    Widget(WidgetDocument<'a>),
    /// The same in one file, with everything inside.
    Single(SingleDocument<'a>),
    /// A page of prose with widgets in it.
    Page(PageDocument<'a>),
}

/// What every document's head says.
pub struct Links<'a> {
    /// The content security policy.
    pub policy: &'a str,
    /// The icon beside the document's title.
    pub icon: String,
    /// Addresses of style sheets, in order.
    pub styles: Vec<String>,
    /// Scripts to run after parsing and before the player's, in order.
    pub early: Vec<String>,
    /// Scripts to run after the player's, in order.
    pub scripts: Vec<String>,
    /// Scripts of the preview, in order.
    pub extra_scripts: &'a [&'a str],
}

/// Addresses of the player's files, as seen from a document.
pub struct PlayerLinks<'a> {
    /// The programs of the widgets that stand in the document.
    pub programs: BTreeMap<Program, ProgramLinks<'a>>,
    /// The scripts around it, in order: the shell, which starts it, and what comes before and after that.
    pub around: Vec<String>,
    /// The style sheet that lets the prerendered widget work where scripts are off.
    pub noscript: String,
}

/// A program.
pub struct ProgramLinks<'a> {
    /// The glue, a classic script that only defines a function.
    pub glue: String,
    /// The WebAssembly module.
    pub wasm: String,
    /// Its style sheet itself.
    pub inline_style: &'a str,
}

/// A widget on a page of its own.
pub struct WidgetDocument<'a> {
    /// The widget, as the player gets it.
    pub lesson: &'a Lesson,
    /// The program that plays it.
    pub program: Program,
    /// One sentence about the widget for link previews; may be empty.
    pub description: String,
    /// The origins of host pages that may hear what readers do here.
    pub hosts: Vec<&'a str>,
    /// What a link to it is shown with, where the site's address is known.
    pub preview: Option<Preview>,
    /// What stands below the result.
    pub after: After<'a>,
    /// The same in every language there is, the original first; empty where there is one only.
    pub editions: Vec<Edition<'a>>,
    /// The head.
    pub links: Links<'a>,
    /// The player.
    pub player: PlayerLinks<'a>,
    /// What is on its way before any script asks for it.
    pub ahead: Ahead<'a>,
}

/// What is on its way to the reader once a widget is seen, before any script asks for it: a round trip less.
pub struct Ahead<'a> {
    /// Bundle and program.
    pub files: Vec<String>,
    /// The script that sees to it (early.js, near.js); the policy names it by its hash.
    pub begin: &'a str,
}

/// A widget in one of its languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition<'a> {
    /// The language, a BCP 47 tag.
    pub lang: &'a str,
    /// Its folder, seen from the page of another one.
    pub href: String,
    /// Its whole address, where the site's is known; else as `href`.
    pub url: String,
}

/// A widget in one file. Nothing is fetched, so it runs from a folder, in a zip, and in a frame without an origin of its own.
pub struct SingleDocument<'a> {
    /// The widget, as the player gets it.
    pub lesson: &'a Lesson,
    /// The program that plays it.
    pub program: Program,
    /// One sentence about the widget; may be empty.
    pub description: String,
    /// The origins of host pages that may hear what readers do here.
    pub hosts: Vec<&'a str>,
    /// The content security policy: it names the scripts and styles by their hashes.
    pub policy: String,
    /// The scripts, in order, to stand after everything else.
    pub scripts: Vec<String>,
    /// The kind's style sheet.
    pub style: &'a str,
    /// The style sheet for where scripts are off.
    pub noscript: &'a str,
    /// What stands below the result.
    pub after: After<'a>,
}

/// What stands below a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After<'a> {
    /// The form that subscribes, with what is said about the newsletter.
    pub signup: Option<(&'a Signup, &'a Call)>,
    /// The course.
    pub course: Option<&'a Call>,
    /// Who publishes both; may be empty.
    pub publication: &'a str,
}

/// A page of prose with widgets in it.
pub struct PageDocument<'a> {
    /// The page as the author wrote it.
    pub page: &'a Page,
    /// Its parts, with the widgets they name.
    pub content: Vec<Content<'a>>,
    /// The head.
    pub links: Links<'a>,
    /// The player, where a widget stands in the page itself and not in a frame.
    pub player: Option<PlayerLinks<'a>>,
    /// What the first of these widgets needs.
    pub ahead: Option<Ahead<'a>>,
    /// The publication; may be empty.
    pub newsletter: &'a str,
    /// Who signs; may be empty.
    pub author: &'a str,
    /// The title of the course.
    pub course_title: &'a str,
    /// How long the prose takes to read, in minutes at 230 words a minute, at least 1.
    pub minutes: usize,
    /// Where readers can subscribe.
    pub subscribe: Option<&'a Call>,
    /// What stands below the results of widgets in the page itself.
    pub after: After<'a>,
    /// The pages and widgets of the course in order.
    pub outline: Vec<Listed>,
}

/// A piece of a page.
pub enum Content<'a> {
    /// A heading: level, anchor, text.
    Heading(u8, &'a str, &'a [Inline]),
    /// Prose.
    Prose(&'a Block),
    /// A widget in a frame.
    Frame(Frame<'a>),
    /// A widget in the page itself.
    Element(Frame<'a>),
    /// The course card: what is offered, the words on its button.
    Course(&'a Call, &'a str),
    /// The subscribe card: what is offered, the words on its button.
    Subscribe(&'a Call, &'a str),
}

/// A widget in a page.
pub struct Frame<'a> {
    /// The widget.
    pub lesson: &'a Lesson,
    /// The program that plays it as an element of this page.
    pub program: Program,
    /// Its folder, seen from the page.
    pub src: String,
    /// The words of the author's link to it.
    pub lead: &'a str,
    /// The room its first step takes.
    pub reserved: &'a Reserved,
    /// How much of it stands in the page before the player is there.
    pub prerendered: Prerendered,
}

/// How much of a widget stands in a page before the player is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerendered {
    /// All questions.
    Whole,
    /// The first question, with a link to the rest: a page with many widgets stays light.
    First,
}

/// A line in the course's outline.
pub struct Listed {
    /// The title.
    pub title: String,
    /// The address, seen from the page.
    pub href: String,
    /// What it is.
    pub entry: Entry,
}

/// What a line in the outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The page itself.
    Here,
    /// Another page.
    Page,
    /// A widget with this many steps: questions, pairs of statements, turns.
    Widget(Kind, usize),
}

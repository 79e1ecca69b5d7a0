//! What a document of the site holds, as plain data with every address resolved; how it is marked up is up to the renderer.

use super::assets::{Names, ProgramNames};
use super::reserve::Reserved;
use super::{PLAYER, Policies, folder};
use crate::course::{Call, Course};
use crate::page::{Embed, Layout, Page, Part};
use std::collections::BTreeMap;
use waypost_core::bundle::{Kind, Lesson};
use waypost_core::text::{Block, Inline, plain};

/// Turns documents into markup.
pub trait Render {
    /// The `html` element of a document, without the doctype.
    fn document(&self, document: &Document<'_>) -> String;
}

/// One document of the site.
pub enum Document<'a> {
    /// A widget on a page of its own: the target of frames.
    Widget(WidgetDocument<'a>),
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
    /// Scripts to run after parsing, in order, besides the player's.
    pub scripts: Vec<String>,
    /// Scripts of the preview, in order.
    pub extra_scripts: &'a [&'a str],
}

/// Addresses of the player's files, as seen from a document.
pub struct PlayerLinks<'a> {
    /// The programs of the kinds of widget that stand in the document.
    pub programs: BTreeMap<Kind, ProgramLinks<'a>>,
    /// The shell that starts them.
    pub shell: String,
    /// The style sheet that lets the prerendered widget work where scripts are off.
    pub noscript: String,
}

/// The program of one kind of widget.
pub struct ProgramLinks<'a> {
    /// The glue, a classic script that only defines a function.
    pub glue: String,
    /// The WebAssembly module.
    pub wasm: String,
    /// The kind's style sheet itself.
    pub inline_style: &'a str,
}

/// A widget on a page of its own.
pub struct WidgetDocument<'a> {
    /// The widget, as the player gets it.
    pub lesson: &'a Lesson,
    /// Where the bundle is, seen from the page.
    pub data: String,
    /// One sentence about the widget for link previews; may be empty.
    pub description: String,
    /// The head.
    pub links: Links<'a>,
    /// The player.
    pub player: PlayerLinks<'a>,
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

/// How many widgets a page may hold whole.
const FEW: usize = 3;

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

/// Everything documents are made from.
pub(super) struct Site<'a> {
    pub(super) course: &'a Course,
    pub(super) pages: &'a [Page],
    pub(super) widgets: &'a [(Lesson, Reserved)],
    /// The widgets as they are when they stand in a page itself.
    pub(super) in_page: &'a [Lesson],
    pub(super) assets: &'a Names,
    pub(super) policies: &'a Policies,
    pub(super) extra_scripts: &'a [&'a str],
}

impl<'a> Site<'a> {
    pub(super) fn widget(&self, lesson: &'a Lesson) -> WidgetDocument<'a> {
        let player = self.player("../../", &[lesson.kind]);
        WidgetDocument {
            lesson,
            data: "bundle.json".to_owned(),
            description: first_sentences(&lesson.plain(waypost_core::bundle::key::INTRO)),
            links: self.links(&self.policies.widget, "../../", vec![], vec![format!("../../{PLAYER}frame.js")]),
            player,
        }
    }

    pub(super) fn page(&self, page: &'a Page) -> PageDocument<'a> {
        let settings = &self.course.settings;
        let content: Vec<_> = page.parts.iter().filter_map(|part| self.content(page, part)).collect();
        let in_page: Vec<Kind> =
            content.iter().filter_map(|part| if let Content::Element(shown) = part { Some(shown.lesson.kind) } else { None }).collect();
        let framed = content.iter().any(|part| matches!(part, Content::Frame(_)));
        let player = (!in_page.is_empty()).then(|| self.player("", &in_page));
        let styles = vec![format!("{PLAYER}{}", self.assets.page)];
        let scripts = (player.is_some() || framed).then(|| format!("{PLAYER}embed.js"));
        PageDocument {
            page,
            content,
            links: self.links(&self.policies.page, "", styles, scripts.into_iter().collect()),
            player,
            newsletter: &settings.newsletter,
            author: &settings.author,
            course_title: &settings.title,
            minutes: minutes(page),
            subscribe: settings.subscribe.as_ref(),
            outline: self.outline(page),
        }
    }

    fn links(&self, policy: &'a str, root: &str, styles: Vec<String>, scripts: Vec<String>) -> Links<'a> {
        Links { policy, icon: format!("{root}{PLAYER}{}", self.assets.icon), styles, scripts, extra_scripts: self.extra_scripts }
    }

    /// The player for widgets of these kinds.
    fn player(&self, root: &str, kinds: &[Kind]) -> PlayerLinks<'a> {
        let at = |name: &str| format!("{root}{PLAYER}{name}");
        let program = |program: &'a ProgramNames| ProgramLinks {
            glue: at(&program.glue),
            wasm: at(&program.wasm),
            inline_style: &program.inline_style,
        };
        let shown = self.assets.programs.iter().filter(|(kind, _)| kinds.contains(kind));
        PlayerLinks {
            programs: shown.map(|(kind, names)| (*kind, program(names))).collect(),
            shell: at("shell.js"),
            noscript: at(&self.assets.noscript),
        }
    }

    /// A part with what it names; nothing where the course does not have that.
    fn content(&self, page: &Page, part: &'a Part) -> Option<Content<'a>> {
        let settings = &self.course.settings;
        Some(match part {
            Part::Heading(level, anchor, text) => Content::Heading(*level, anchor, text),
            Part::Prose(block) => Content::Prose(block),
            Part::Course(label) => Content::Course(settings.course.as_ref()?, label),
            Part::Subscribe(label) => Content::Subscribe(settings.subscribe.as_ref()?, label),
            Part::Widget(id, lead) => {
                let (lesson, reserved) = self.widgets.iter().find(|(lesson, _)| lesson.id == *id)?;
                let widgets = page.parts.iter().filter(|part| matches!(part, Part::Widget(..))).count();
                let prerendered = if widgets > FEW { Prerendered::First } else { Prerendered::Whole };
                let frame = |lesson: &'a Lesson| Frame { lesson, src: folder(lesson), lead, reserved, prerendered };
                match page.embed {
                    Embed::Iframe => Content::Frame(frame(lesson)),
                    Embed::Element => Content::Element(frame(self.in_page.iter().find(|lesson| lesson.id == *id)?)),
                }
            }
        })
    }

    fn outline(&self, here: &Page) -> Vec<Listed> {
        let pages = self.pages.iter().filter(|page| page.layout == Layout::Lesson || page.name == here.name).map(|page| Listed {
            title: page.title.clone(),
            href: format!("{}.html", page.name),
            entry: if page.name == here.name { Entry::Here } else { Entry::Page },
        });
        let widgets = self.widgets.iter().map(|(lesson, _)| Listed {
            title: lesson.title.clone(),
            href: folder(lesson),
            entry: Entry::Widget(lesson.kind, lesson.steps()),
        });
        pages.chain(widgets).collect()
    }
}

fn minutes(page: &Page) -> usize {
    let words: usize = page
        .parts
        .iter()
        .map(|part| match part {
            Part::Heading(_, _, text) => waypost_core::text::plain_inline(text).split_whitespace().count(),
            Part::Prose(block) => plain(std::slice::from_ref(block)).split_whitespace().count(),
            Part::Widget(..) | Part::Course(_) | Part::Subscribe(_) => 0,
        })
        .sum();
    words.div_ceil(230).max(1)
}

/// At most 200 characters, ending with a word.
fn first_sentences(text: &str) -> String {
    match text.char_indices().nth(200) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = &text[..end];
            format!("{}…", cut.rfind(' ').map_or(cut, |space| &cut[..space]))
        }
    }
}

//! What a document of the site holds, as plain data with every address resolved; how it is marked up is up to the renderer.

use super::assets::{Assets, InlineScript, Names, ProgramNames};
use super::face::Face;
use super::mail::Mail;
use super::platform::Form;
use super::preview::{Card, Picture, Preview};
use super::reserve::Reserved;
use super::single::{self, Parts};
use super::{PLAYER, Policies, Program, Targets, folder};
use crate::course::{Call, Course, Signup};
use crate::page::{Embed, Layout, Page, Part};
use std::collections::BTreeMap;
use waypost_core::bundle::{Kind, Lesson};
use waypost_core::text::{Block, Inline, plain};

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

/// What a widget's own page has besides, before the shell, whose first events they must not miss: what its address asks for, and what the
/// page around it is told.
const BEFORE: [&str; 2] = ["address.js", "frame.js"];
/// And after the shell: links to go on with.
const BESIDE: &str = "resume.js";

impl<'a> Site<'a> {
    pub(super) fn widget(&self, lesson: &'a Lesson, face: &Face) -> WidgetDocument<'a> {
        let settings = &self.course.settings;
        let signup = settings.signup.iter().map(|_| self.assets.signup.as_str());
        let beside = std::iter::once(BESIDE).chain(signup).map(|name| format!("../../{PLAYER}{name}"));
        let program = Program::of(lesson);
        let mut player = self.player("../../", &[program]);
        player.around.extend(beside);
        WidgetDocument {
            lesson,
            program,
            description: face.about.clone(),
            preview: settings.base.as_ref().map(|base| Preview::new(face, base, settings.publication())),
            after: self.after(),
            editions: self.editions(lesson),
            hosts: self.hosts(lesson),
            links: Links {
                early: BEFORE.map(|name| format!("../../{PLAYER}{name}")).into(),
                ..self.links(&self.policies.widget, "../../", vec![], vec![])
            },
            player,
            ahead: self.ahead(&self.assets.early, "../../", "", program),
        }
    }

    /// The widget in one file. It is part of its folder all the same: its images lie where they lie for the other page.
    pub(super) fn single(&self, lesson: &'a Lesson, face: &Face, assets: &Assets, targets: &Targets) -> SingleDocument<'a> {
        let plays = Program::of(lesson);
        let program = self.assets.programs.get(&plays);
        let (glue, wasm, style) = program.map(|names| (&*names.glue, &*names.wasm, &*names.inline_style)).unwrap_or_default();
        let around = self.around().into_iter().chain([BESIDE, "frame.js"]).map(|name| assets.text(name)).collect::<Vec<_>>().join("\n");
        let outbox = self.sends().then_some(self.assets.outbox.as_str());
        let mut scripts = single::scripts(&Parts {
            address: &assets.text("address.js"),
            glue: &assets.text(glue),
            around: &around,
            programs: [wasm].into_iter().chain(outbox).map(|name| (name, assets.file(name))).collect(),
            bundle: &lesson.to_json(),
        });
        scripts.extend(self.course.settings.signup.iter().map(|_| assets.text(&self.assets.signup).trim_end().to_owned()));
        let noscript = self.assets.noscript_style.as_str();
        let policy = single::policy(&scripts, &[style, noscript], &targets.connect, &targets.form);
        SingleDocument {
            lesson,
            program: plays,
            description: face.about.clone(),
            hosts: self.hosts(lesson),
            policy,
            scripts,
            style,
            noscript,
            after: self.after(),
        }
    }

    fn editions(&self, lesson: &Lesson) -> Vec<Edition<'a>> {
        let of = self.course.original_of(&lesson.id);
        let mut all: Vec<&Lesson> = self.course.widgets.iter().filter(|other| self.course.original_of(&other.id) == of).collect();
        all.sort_by_key(|other| (other.id != *of, &other.lang));
        let edition = |other: &'a Lesson| {
            let href = format!("../../{}", folder(other));
            let url = self.course.settings.base.as_ref().map_or(href.clone(), |base| format!("{base}{}", folder(other)));
            Edition { lang: &other.lang, href, url }
        };
        if all.len() > 1 { all.into_iter().map(edition).collect() } else { Vec::new() }
    }

    fn hosts(&self, lesson: &'a Lesson) -> Vec<&'a str> {
        lesson.hosts.iter().chain(&self.course.settings.hosts).map(String::as_str).collect()
    }

    /// Whether what readers do goes to an address of the author's.
    fn sends(&self) -> bool {
        self.course.settings.webhook.is_some()
    }

    /// The scripts around the player, in order; the shell, which starts it, comes last.
    fn around(&self) -> Vec<&'static str> {
        let deliver: &[&str] = if self.sends() { &["outbox.js", "deliver.js"] } else { &[] };
        [&["store.js", "program.js"], deliver, &["shell.js"]].concat()
    }

    fn after(&self) -> After<'a> {
        let settings = &self.course.settings;
        After {
            signup: settings.signup.as_ref().zip(settings.subscribe.as_ref()),
            course: settings.course.as_ref().filter(|_| settings.course_after_result),
            publication: settings.publication(),
        }
    }

    pub(super) fn page(&self, page: &'a Page) -> PageDocument<'a> {
        let settings = &self.course.settings;
        let content: Vec<_> = page.parts.iter().filter_map(|part| self.content(page, part)).collect();
        let in_page: Vec<&Frame<'_>> =
            content.iter().filter_map(|part| if let Content::Element(shown) = part { Some(shown) } else { None }).collect();
        let programs: Vec<Program> = in_page.iter().map(|shown| shown.program).collect();
        let framed = content.iter().any(|part| matches!(part, Content::Frame(_)));
        let player = (!in_page.is_empty()).then(|| self.player("", &programs));
        let ahead = in_page.first().map(|shown| self.ahead(&self.assets.near, "", &shown.src, shown.program));
        let styles = vec![format!("{PLAYER}{}", self.assets.page)];
        let embed = (player.is_some() || framed).then(|| format!("{PLAYER}embed.js"));
        let signup = settings.signup.as_ref().filter(|_| player.is_some()).map(|_| format!("{PLAYER}{}", self.assets.signup));
        PageDocument {
            page,
            content,
            links: self.links(&self.policies.page, "", styles, embed.into_iter().chain(signup).collect()),
            player,
            ahead,
            newsletter: &settings.newsletter,
            author: &settings.author,
            course_title: &settings.title,
            minutes: minutes(page),
            subscribe: settings.subscribe.as_ref(),
            after: self.after(),
            outline: self.outline(page),
        }
    }

    fn links(&self, policy: &'a str, root: &str, styles: Vec<String>, scripts: Vec<String>) -> Links<'a> {
        Links {
            policy,
            icon: format!("{root}{PLAYER}{}", self.assets.icon),
            styles,
            early: Vec::new(),
            scripts,
            extra_scripts: self.extra_scripts,
        }
    }

    /// What a widget needs that lies in this folder and is played by this program.
    fn ahead(&self, begin: &'a InlineScript, root: &str, folder: &str, program: Program) -> Ahead<'a> {
        let program = self.assets.programs.get(&program).map(|program| format!("{root}{PLAYER}{}", program.wasm));
        Ahead { files: std::iter::once(format!("{folder}bundle.json")).chain(program).collect(), begin: &begin.text }
    }

    /// The player with these programs.
    fn player(&self, root: &str, programs: &[Program]) -> PlayerLinks<'a> {
        let at = |name: &str| format!("{root}{PLAYER}{name}");
        let program = |program: &'a ProgramNames| ProgramLinks {
            glue: at(&program.glue),
            wasm: at(&program.wasm),
            inline_style: &program.inline_style,
        };
        let shown = self.assets.programs.iter().filter(|(program, _)| programs.contains(program));
        PlayerLinks {
            programs: shown.map(|(one, names)| (*one, program(names))).collect(),
            around: self.around().into_iter().map(at).collect(),
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
                let (lesson, reserved) = self.named(part)?;
                let beside: Vec<&Lesson> = page.parts.iter().filter_map(|part| self.named(part)).map(|(lesson, _)| lesson).collect();
                let prerendered = if beside.len() > FEW { Prerendered::First } else { Prerendered::Whole };
                let program = Program::beside(lesson, beside);
                let frame = |lesson: &'a Lesson| Frame { lesson, program, src: folder(lesson), lead, reserved, prerendered };
                match page.embed {
                    Embed::Iframe => Content::Frame(frame(lesson)),
                    Embed::Element => Content::Element(frame(self.in_page.iter().find(|lesson| lesson.id == *id)?)),
                }
            }
        })
    }

    /// The widget that a part of a page names.
    fn named(&self, part: &Part) -> Option<&'a (Lesson, Reserved)> {
        let Part::Widget(id, _) = part else { return None };
        self.widgets.iter().find(|(lesson, _)| lesson.id == *id)
    }

    fn outline(&self, here: &Page) -> Vec<Listed> {
        let pages = self.pages.iter().filter(|page| page.layout == Layout::Lesson || page.name == here.name).map(|page| Listed {
            title: page.title.clone(),
            href: format!("{}.html", page.name),
            entry: if page.name == here.name { Entry::Here } else { Entry::Page },
        });
        let widgets = self.course.in_language(&here.lang).map(|lesson| Listed {
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

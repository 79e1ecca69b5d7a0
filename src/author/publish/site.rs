//! A course and the names of the player's files become the documents of the site.

use super::assets::{Assets, InlineScript, Names, ProgramNames};
use super::document::{
    After, Ahead, Content, Edition, Entry, Frame, Links, Listed, PageDocument, PlayerLinks, Prerendered, ProgramLinks, SingleDocument,
    WidgetDocument,
};
use super::face::Face;
use super::preview::Preview;
use super::reserve::Reserved;
use super::single::{self, Parts};
use super::{PLAYER, Policies, Program, Targets, folder};
use crate::course::Course;
use crate::page::{Embed, Layout, Page, Part};
use waypost_core::bundle::Lesson;
use waypost_core::text::plain;

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

/// How many widgets a page may hold whole.
const FEW: usize = 3;

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

//! From a compiled course and the player's files to a site: every file a static host needs, by path. Equal input gives equal bytes.
//!
//! Documents are rendered by whoever implements [`Render`] (the command line does, with the views of the root package),
//! so this crate knows nothing about markup beyond which file refers to which.

mod assets;
mod document;
mod face;
mod hosting;
mod mail;
mod manifest;
mod nearer;
pub mod platform;
mod preview;
mod program;
pub mod reserve;
mod single;
mod site;
pub mod snippet;

pub use assets::{Missing, PlayerFiles};
pub use document::{
    After, Ahead, Content, Document, Edition, Entry, Frame, Links, Listed, PageDocument, PlayerLinks, Prerendered, ProgramLinks, Render,
    SingleDocument, WidgetDocument,
};
pub use face::{Answer, Face};
pub use mail::{Banner, Mail};
pub use platform::Form;
pub use preview::{Card, POSTER, Picture, Preview};
pub use program::Program;

use crate::course::{Course, Provider, Settings, origin};
use crate::page::{Embed, Layout, Page, Part};
use crate::theme::Scheme;
use assets::{Assets, InlineScript};
use platform::Platform;
use reserve::Reserved;
use site::Site;
use snippet::Recipe;
use std::collections::{BTreeMap, BTreeSet};
use waypost_core::bundle::Lesson;

/// The files of a site: path with `/`, relative to the site's folder, to content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The content security policies of a site. Everything comes from the site's own files, but for the widgets' style sheets and
/// the script that begins their downloads: they stand in the document, named by their hashes, because a file of its own would cost every
/// first paint, or every start, a round trip. Only the provider of the
/// author's newsletter may be sent anything, where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policies {
    /// Of a widget's own page.
    pub widget: String,
    /// Of a page, which also frames widgets of its own site.
    pub page: String,
}

impl Policies {
    fn new(names: &assets::Names, targets: &Targets) -> Self {
        let styles: BTreeSet<_> = names.programs.values().map(|program| &program.style_hash).collect();
        let styles: String = styles.into_iter().map(|hash| format!(" 'sha256-{hash}'")).collect();
        let Targets { connect, form } = targets;
        let policy = |inline: &InlineScript, frames: &str, types: &str| {
            format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-{}'; style-src 'self'{styles}; img-src 'self'; \
                 font-src 'self'; base-uri 'none'; connect-src 'self'{connect}; form-action {form}; {frames}\
                 require-trusted-types-for 'script'; trusted-types {types}",
                inline.hash
            )
        };
        // In a widget's own page early.js may name the scripts that wait there, and takes the only policy for it.
        Self { widget: policy(&names.early, "", "waypost"), page: policy(&names.near, "frame-src 'self'; ", "'none'") }
    }
}

/// Who may be sent something, as policies name them.
struct Targets {
    /// By scripts; empty, or with a space before it.
    connect: String,
    /// By forms.
    form: String,
}

impl Targets {
    fn of(settings: &Settings) -> Self {
        let hook = settings.webhook.as_ref().and_then(|webhook| origin(&webhook.url));
        let provider = settings.signup.as_ref().map(|signup| (signup.provider, signup.request.origin()));
        let asked = provider.filter(|(provider, _)| *provider == Provider::Ghost).map(|(_, origin)| origin);
        Self {
            connect: hook.into_iter().chain(asked).map(|origin| format!(" {origin}")).collect(),
            form: provider.map_or("'none'", |(_, origin)| origin).to_owned(),
        }
    }
}

/// The folder of the player's files. Its name is the version that embed codes pin.
const PLAYER: &str = "p/v1/";

/// The whole site of a course without errors.
///
/// `extra_scripts` are further scripts for every document, by address: none in a published site, the live reload in a preview. What other
/// sites show of it (link previews, mails) needs its address and is left out where `course.toml` has no `base`.
pub fn site(course: &Course, player: &PlayerFiles, render: &dyn Render, extra_scripts: &[&str]) -> Files {
    let settings = &course.settings;
    let widgets: Vec<(Lesson, Reserved)> = course.widgets.iter().map(|widget| played(widget, settings)).collect();
    let pages = pages(course);
    let in_page: Vec<Lesson> = widgets.iter().map(|(lesson, _)| nearer::nearer(lesson, settings.base.as_deref())).collect();
    let faces: Vec<Face> = widgets.iter().map(|(lesson, _)| Face::of(lesson)).collect();
    let mut assets = Assets::new(player, &reserve::stylesheet(&widgets), &settings.theme.stylesheet());
    assets.files.extend(course.images.clone());
    let targets = Targets::of(settings);
    let policies = Policies::new(&assets.names, &targets);
    let site =
        Site { course, pages: &pages, widgets: &widgets, in_page: &in_page, assets: &assets.names, policies: &policies, extra_scripts };

    let mut files = Files::new();
    let mut documents = hosting::Policies::new();
    let mut document = |files: &mut Files, path: String, policy: &str, document: &Document<'_>| {
        files.insert(path.clone(), html(render.document(document)));
        documents.insert(path, policy.to_owned());
    };
    for ((lesson, reserved), face) in widgets.iter().zip(&faces) {
        let folder = folder(lesson);
        // Addresses lead on from this folder; where the widget stands in another page, the shell makes them whole.
        files.insert(format!("{folder}bundle.json"), lesson.to_json().into_bytes());
        document(&mut files, format!("{folder}index.html"), &policies.widget, &Document::Widget(site.widget(lesson, face)));
        let alone = site.single(lesson, face, &assets, &targets);
        document(&mut files, format!("{folder}single.html"), &alone.policy.clone(), &Document::Single(alone));
        if let Some(base) = &settings.base {
            let elsewhere = elsewhere(course, face, reserved, base, render);
            files.extend(elsewhere.into_iter().map(|(name, content)| (format!("{folder}{name}"), content)));
        }
    }
    for page in &pages {
        document(&mut files, format!("{}.html", page.name), &policies.page, &Document::Page(site.page(page)));
    }
    files.insert("course.json".into(), manifest::manifest(course, &widgets, &faces, render).into_bytes());
    files.append(&mut assets.files);
    files.append(&mut hosting::hosting(&files, &documents));
    files
}

/// What other sites and mails show of a widget, by name in its folder.
fn elsewhere(course: &Course, face: &Face, reserved: &Reserved, base: &str, render: &dyn Render) -> Files {
    let publication = course.settings.publication();
    let accent = course.settings.theme.color(Scheme::Light, "accent").to_string();
    let card = Card { face, publication, accent: &accent };
    let preview = Preview::new(face, base, publication);
    let mut files = mail_files(&Mail::new(face, base, publication, reserved.tallest(), Banner::Drawn), render);
    files.insert("oembed.json".into(), preview::oembed(&preview, face, base, reserved).into_bytes());
    files.insert(preview::POSTER_FILE.into(), render.picture(&card, Picture::Poster));
    files.insert(preview::BANNER_FILE.into(), render.picture(&card, Picture::Banner));
    files
}

/// The forms of a widget that mails and feeds take, by file name, for a site under `base`.
pub fn mails(course: &Course, lesson: &Lesson, base: &str, render: &dyn Render) -> Files {
    let (lesson, reserved) = played(lesson, &course.settings);
    let face = Face::of(&lesson);
    mail_files(&mail(course, &face, &reserved, base), render)
}

fn mail_files(mail: &Mail<'_>, render: &dyn Render) -> Files {
    mail::FILES
        .into_iter()
        .map(|(name, form)| (name.to_owned(), format!("{}\n", render.mail(mail, form).trim_end()).into_bytes()))
        .collect()
}

/// A widget's mail form; it shows the picture only where the site has one.
fn mail<'a>(course: &Course, face: &'a Face, reserved: &Reserved, base: &str) -> Mail<'a> {
    let banner = if course.settings.base.is_some() { Banner::Drawn } else { Banner::None };
    Mail::new(face, base, course.settings.publication(), reserved.tallest(), banner)
}

/// What to paste on a platform to show a widget there; [`snippet::BASE`] stands for the site's address.
pub fn recipe(course: &Course, lesson: &Lesson, platform: &Platform, render: &dyn Render) -> Recipe {
    let (lesson, reserved) = played(lesson, &course.settings);
    let face = Face::of(&lesson);
    let mail = mail(course, &face, &reserved, snippet::BASE);
    snippet::recipe(platform, &face, &reserved, &|form| render.mail(&mail, form))
}

/// The folder of a widget, from the site's root.
fn folder(lesson: &Lesson) -> String {
    format!("w/{}/", lesson.id)
}

/// What the player needs of a widget, and the room it takes.
fn played(full: &Lesson, settings: &Settings) -> (Lesson, Reserved) {
    let mut lesson = full.clone();
    lesson.for_play();
    lesson.webhook = settings.webhook.clone();
    let reserved = reserve::first_step(&lesson);
    (lesson, reserved)
}

/// The pages of the course; a course without an `index.md` gets one that shows every widget.
fn pages(course: &Course) -> Vec<Page> {
    let mut pages = course.pages.clone();
    if !pages.iter().any(|page| page.name == "index") {
        pages.insert(
            0,
            Page {
                name: "index".into(),
                title: course.settings.title.clone(),
                summary: String::new(),
                lang: course.settings.lang.clone(),
                layout: Layout::Lesson,
                embed: Embed::Element,
                parts: course
                    .in_language(&course.settings.lang)
                    .map(|widget| Part::Widget(widget.id.clone(), widget.title.clone()))
                    .collect(),
            },
        );
    }
    pages
}

fn html(rendered: String) -> Vec<u8> {
    format!("<!doctype html>\n{rendered}\n").into_bytes()
}

#[cfg(test)]
mod tests;

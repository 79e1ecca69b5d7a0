//! From a compiled course and the player's files to a site: every file a static host needs, by path. Equal input gives equal bytes.
//!
//! Documents are rendered by whoever implements [`Render`] (the command line does, with the views of the root package),
//! so this crate knows nothing about markup beyond which file refers to which.

mod assets;
mod document;
mod headers;
mod manifest;
mod nearer;
pub mod reserve;
pub mod snippet;

pub use assets::{Missing, PlayerFiles};
pub use document::{
    Content, Document, Entry, Frame, Links, Listed, PageDocument, PlayerLinks, Prerendered, ProgramLinks, Render, WidgetDocument,
};

use crate::course::Course;
use crate::page::{Embed, Layout, Page, Part};
use assets::Assets;
use document::Site;
use reserve::Reserved;
use std::collections::BTreeMap;
use waypost_core::bundle::{Kind, Lesson};

/// The files of a site: path with `/`, relative to the site's folder, to content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The content security policies of a site. Everything comes from the site's own files, but for the widgets' style sheets: they stand
/// in the document, named by their hashes, because a file of its own would cost every first paint a round trip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policies {
    /// Of a widget's own page.
    pub widget: String,
    /// Of a page, which also frames widgets of its own site.
    pub page: String,
}

impl Policies {
    fn new(programs: &BTreeMap<Kind, assets::ProgramNames>) -> Self {
        let styles: String = programs.values().map(|program| format!(" 'sha256-{}'", program.style_hash)).collect();
        let policy = |frames: &str| {
            format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{styles}; img-src 'self'; \
                 font-src 'self'; base-uri 'none'; connect-src 'self'; form-action 'none'; {frames}\
                 require-trusted-types-for 'script'; trusted-types 'none'"
            )
        };
        Self { widget: policy(""), page: policy("frame-src 'self'; ") }
    }
}

/// The folder of the player's files. Its name is the version that embed codes pin.
const PLAYER: &str = "p/v1/";

/// The whole site of a course without errors.
///
/// `extra_scripts` are further scripts for every document, by address: none in a published site, the live reload in a preview.
pub fn site(course: &Course, player: &PlayerFiles, render: &dyn Render, extra_scripts: &[&str]) -> Files {
    let widgets: Vec<(Lesson, Reserved)> = course.widgets.iter().map(played).collect();
    let pages = pages(course);
    let in_page: Vec<Lesson> = widgets.iter().map(|(lesson, _)| nearer::nearer(lesson, course.settings.base.as_deref())).collect();
    let mut assets = Assets::new(player, &reserve::stylesheet(&widgets));
    assets.files.extend(course.images.clone());
    let policies = Policies::new(&assets.names.programs);
    let site =
        Site { course, pages: &pages, widgets: &widgets, in_page: &in_page, assets: &assets.names, policies: &policies, extra_scripts };

    let mut documents = Files::new();
    for ((lesson, _), in_page) in widgets.iter().zip(&in_page) {
        let folder = folder(lesson);
        // This file is for widgets that stand in a page; the widget's own page has its bundle inside.
        documents.insert(format!("{folder}bundle.json"), in_page.to_json().into_bytes());
        documents.insert(format!("{folder}index.html"), html(render.document(&Document::Widget(site.widget(lesson)))));
    }
    for page in &pages {
        documents.insert(format!("{}.html", page.name), html(render.document(&Document::Page(site.page(page)))));
    }
    documents.insert("course.json".into(), manifest::manifest(course, &widgets).into_bytes());
    documents.insert("_headers".into(), headers::headers(&documents, &assets.files, &policies).into_bytes());

    documents.append(&mut assets.files);
    documents
}

/// The folder of a widget, from the site's root.
fn folder(lesson: &Lesson) -> String {
    format!("w/{}/", lesson.id)
}

/// What the player needs of a widget, and the room it takes.
fn played(full: &Lesson) -> (Lesson, Reserved) {
    let mut lesson = full.clone();
    lesson.for_play();
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
                parts: course.widgets.iter().map(|widget| Part::Widget(widget.id.clone(), widget.title.clone())).collect(),
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

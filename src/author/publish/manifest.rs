//! `course.json`: what a site holds, for galleries, snippets and other programs.

use super::face::Face;
use super::preview::POSTER_FILE;
use super::reserve::Reserved;
use super::snippet::{BASE, Recipe, Snippet, recipes, snippets};
use super::{PLAYER, Render, folder, mail};
use crate::course::Course;
use serde::Serialize;
use std::collections::BTreeMap;
use waypost_core::bundle::Lesson;

#[derive(Serialize)]
struct Manifest<'a> {
    title: &'a str,
    lang: &'a str,
    /// Version of this file's shape.
    version: u32,
    /// The player's folder.
    player: &'a str,
    widgets: Vec<Widget<'a>>,
}

#[derive(Serialize)]
struct Widget<'a> {
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    lang: &'a str,
    path: String,
    /// Heights of the first step in CSS pixels by width.
    heights: BTreeMap<String, u32>,
    /// The same as one CSS value, for a frame without a script.
    height: String,
    /// What to paste into a host page.
    embeds: Vec<Snippet>,
    /// What to paste on each platform.
    platforms: Vec<Recipe>,
    /// The introduction's beginning; may be empty.
    about: &'a str,
    /// The picture of a link to it, from the site's root, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    poster: Option<String>,
    /// Its form for mails, from the site's root, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    mail: Option<String>,
}

/// The file's text.
pub(super) fn manifest(course: &Course, widgets: &[(Lesson, Reserved)], faces: &[Face], render: &dyn Render) -> String {
    let with_base = |path: String| course.settings.base.is_some().then_some(path);
    let manifest = Manifest {
        title: &course.settings.title,
        lang: &course.settings.lang,
        version: 1,
        player: PLAYER,
        widgets: widgets
            .iter()
            .zip(faces)
            .map(|((lesson, reserved), face)| Widget {
                id: lesson.id.as_str(),
                kind: lesson.kind.name(),
                title: &lesson.title,
                lang: &lesson.lang,
                path: folder(lesson),
                heights: reserved.iter().map(|(width, height)| (width.to_string(), height)).collect(),
                height: reserved.clamp(),
                embeds: snippets(face, reserved),
                platforms: {
                    let mail = mail(course, face, reserved, BASE);
                    recipes(face, reserved, &|form| render.mail(&mail, form))
                },
                about: &face.about,
                poster: with_base(format!("{}{POSTER_FILE}", face.folder)),
                mail: with_base(format!("{}email.html", face.folder)),
            })
            .collect(),
    };
    serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n"
}

//! `course.json`: what a site holds, for galleries, snippets and other programs.

use super::reserve::Reserved;
use super::snippet::{Snippet, snippets};
use super::{PLAYER, folder};
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
}

/// The file's text.
pub(super) fn manifest(course: &Course, widgets: &[(Lesson, Reserved)]) -> String {
    let manifest = Manifest {
        title: &course.settings.title,
        lang: &course.settings.lang,
        version: 1,
        player: PLAYER,
        widgets: widgets
            .iter()
            .map(|(lesson, reserved)| Widget {
                id: lesson.id.as_str(),
                kind: lesson.kind.name(),
                title: &lesson.title,
                lang: &lesson.lang,
                path: folder(lesson),
                heights: reserved.iter().map(|(width, height)| (width.to_string(), height)).collect(),
                height: reserved.clamp(),
                embeds: snippets(lesson, reserved),
            })
            .collect(),
    };
    serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n"
}

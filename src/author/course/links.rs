//! Links between the files of a course become links between the files of its site.

use super::Settings;
use super::images::Images;
use crate::page::Part;
use crate::rich::course_target;
use std::collections::BTreeMap;
use waypost_core::id::WidgetId;
use waypost_core::text::{Block, Image, Inline, line_mut, pieces_mut};

/// What a file of the course becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A page, by its name.
    Page(String),
    /// A widget.
    Widget(WidgetId),
    /// Something with errors: known, but not in the site.
    Broken,
}

/// Where links lead.
pub(super) struct Links<'c> {
    /// Files by name.
    pub(super) files: &'c BTreeMap<String, Target>,
    /// The calls to action.
    pub(super) settings: &'c Settings,
    /// The images.
    pub(super) images: &'c Images,
}

impl Links<'_> {
    /// Whether the address of a link leads somewhere.
    pub(super) fn knows(&self, address: &str) -> bool {
        match course_target(address) {
            None => true,
            Some("course") => self.settings.course.is_some(),
            Some("subscribe") => self.settings.subscribe.is_some(),
            Some(file) => self.files.contains_key(plain(file)),
        }
    }

    /// Puts the right addresses into the parts of a page.
    pub(super) fn resolve_page(&self, parts: &mut Vec<Part>) {
        for part in parts {
            match part {
                Part::Heading(_, _, line) => line_mut(line, &mut |piece| self.piece(piece, "")),
                Part::Prose(block) => self.blocks(std::slice::from_mut(block), ""),
                Part::Widget(file, label) => match self.files.get(plain(file.as_str())) {
                    Some(Target::Widget(id)) => *file = id.clone(),
                    Some(Target::Page(name)) => {
                        *part = Part::Prose(Block::P(vec![Inline::Link(format!("{name}.html"), vec![Inline::Text(label.clone())])]));
                    }
                    Some(Target::Broken) | None => {}
                },
                Part::Course(_) | Part::Subscribe(_) => {}
            }
        }
    }

    /// Puts the right addresses into a text. `up` leads from the text's file to the root of the site.
    pub(super) fn blocks(&self, blocks: &mut [Block], up: &str) {
        pieces_mut(blocks, &mut |piece| self.piece(piece, up));
    }

    fn piece(&self, piece: &mut Inline, up: &str) {
        match piece {
            Inline::Link(address, _) => *address = self.address(address, up),
            Inline::Image(image) => self.image(image, up),
            _ => {}
        }
    }

    /// The published address; the size of the file where the author gave none.
    fn image(&self, image: &mut Image, up: &str) {
        let Some(published) = self.images.get(&image.src) else { return };
        image.src = format!("{up}{}", published.path);
        let (w, h) = published.size;
        (image.w, image.h) = match (image.w, image.h) {
            (0, 0) => (w, h),
            // One side given: the other keeps the proportions.
            (0, given) => (scaled(w, given, h), given),
            (given, 0) => (given, scaled(h, given, w)),
            given => given,
        };
    }

    fn address(&self, address: &str, up: &str) -> String {
        let Some(target) = course_target(address) else { return address.to_owned() };
        let rest = address.get(target.len()..).unwrap_or_default();
        let call = match target {
            "course" => self.settings.course.as_ref(),
            "subscribe" => self.settings.subscribe.as_ref(),
            _ => None,
        };
        match (call, self.files.get(plain(target))) {
            (Some(call), _) => call.url.clone(),
            (None, Some(Target::Page(name))) => format!("{up}{name}.html{rest}"),
            (None, Some(Target::Widget(id))) => format!("{up}w/{id}/index.html{rest}"),
            (None, Some(Target::Broken) | None) => address.to_owned(),
        }
    }
}

/// `side` times `given / of`; 0 where the file's size is not known.
fn scaled(side: u32, given: u32, of: u32) -> u32 {
    let scaled = u64::from(side) * u64::from(given) / u64::from(of.max(1));
    u32::try_from(scaled).unwrap_or_default()
}

/// `./lesson.md` is `lesson.md`.
fn plain(file: &str) -> &str {
    file.strip_prefix("./").unwrap_or(file)
}

//! A widget that stands in a page itself: its addresses are seen from the page, not from the widget's own folder.
//! With the site's address known they are whole, so that they hold on other people's pages too.

use waypost_core::bundle::Lesson;
use waypost_core::text::{Block, Inline};

/// From a widget's folder to the root of the site.
const UP: &str = "../../";

/// The widget with its addresses whole, or else as seen from the root of the site.
pub(super) fn nearer(lesson: &Lesson, base: Option<&str>) -> Lesson {
    let root = base.unwrap_or_default();
    let mut lesson = lesson.clone();
    lesson.strings.values_mut().for_each(|text| blocks(text, root));
    lesson
}

fn blocks(text: &mut [Block], root: &str) {
    for block in text {
        match block {
            Block::P(pieces) => line(pieces, root),
            Block::Ul(items) | Block::Ol(_, items) => items.iter_mut().for_each(|item| blocks(item, root)),
            Block::Quote(inner) => blocks(inner, root),
            Block::Code(..) | Block::Math(_) => {}
            Block::Table(head, rows) => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| line(cell, root)),
        }
    }
}

fn line(pieces: &mut [Inline], root: &str) {
    for piece in pieces {
        match piece {
            Inline::Link(address, inner) => {
                up(address, root);
                line(inner, root);
            }
            Inline::Image(image) => up(&mut image.src, root),
            Inline::Em(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Lang(_, inner) => line(inner, root),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Blank(_) | Inline::Math(_) => {}
        }
    }
}

fn up(address: &mut String, root: &str) {
    if let Some(near) = address.strip_prefix(UP) {
        *address = format!("{root}{near}");
    }
}

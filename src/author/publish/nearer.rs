//! A widget that stands in a page itself: its addresses are seen from the page, not from the widget's own folder.
//! With the site's address known they are whole, so that they hold on other people's pages too.

use waypost_core::bundle::Lesson;
use waypost_core::text::{Image, Inline, pieces_mut};

/// From a widget's folder to the root of the site.
const UP: &str = "../../";

/// The widget with its addresses whole, or else as seen from the root of the site.
pub(super) fn nearer(lesson: &Lesson, base: Option<&str>) -> Lesson {
    let root = base.unwrap_or_default();
    let mut lesson = lesson.clone();
    let mut nearer = |piece: &mut Inline| {
        if let Inline::Link(address, _) | Inline::Image(Image { src: address, .. }) = piece
            && let Some(near) = address.strip_prefix(UP)
        {
            *address = format!("{root}{near}");
        }
    };
    lesson.strings.values_mut().for_each(|text| pieces_mut(text, &mut nearer));
    lesson
}

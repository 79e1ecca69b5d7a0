//! What an author pastes into a host page. `{base}` stands for the address the site is published under, ending in `/`.

use super::reserve::Reserved;
use super::{PLAYER, folder};
use serde::Serialize;
use waypost_core::bundle::{Kind, Lesson};

/// The place of the site's address in a snippet.
pub const BASE: &str = "{base}";

/// One way to embed a widget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// `iframe` or `element`.
    pub form: &'static str,
    /// What to call it.
    pub title: &'static str,
    /// When to take it, in one sentence.
    pub why: &'static str,
    /// What to paste.
    pub code: String,
}

/// Every way to embed a widget, the one that works most widely first.
pub(super) fn snippets(lesson: &Lesson, reserved: &Reserved) -> Vec<Snippet> {
    let address = format!("{BASE}{}", folder(lesson));
    let title = escaped(&lesson.title);
    let loader = format!("<script defer src=\"{BASE}{PLAYER}embed.js\"></script>");
    let kind = if lesson.kind == Kind::Quiz { String::new() } else { format!(" kind=\"{}\"", lesson.kind.name()) };
    vec![
        Snippet {
            form: "iframe",
            title: "Frame",
            why: "Works wherever a frame may stand, also where scripts are stripped.",
            code: format!(
                "<iframe src=\"{address}\" title=\"{title}\" loading=\"lazy\" style=\"width:100%;border:0;height:{}\"></iframe>",
                reserved.clamp()
            ),
        },
        Snippet {
            form: "iframe-script",
            title: "Frame with script",
            why: "The frame is always exactly as high as its content; the page must allow one script.",
            code: format!(
                "<iframe src=\"{address}\" title=\"{title}\" loading=\"lazy\" style=\"width:100%;border:0;height:{}\" data-waypost data-h=\"{}\"></iframe>\n{loader}",
                reserved.clamp(),
                reserved.data()
            ),
        },
        Snippet {
            form: "element",
            title: "Script",
            why: "Part of your page, in your page's width and language; many on a page share one player.",
            code: format!(
                "<waypost-widget src=\"{address}\"{kind}>\n  <p>{}</p>\n  <p><a href=\"{address}\">{}: {title}</a></p>\n</waypost-widget>\n{loader}",
                escaped(&lesson.question()),
                way_in(lesson.kind)
            ),
        },
    ]
}

/// The words of the link that stands in for the widget where no script runs.
fn way_in(kind: Kind) -> &'static str {
    match kind {
        Kind::Quiz => "Answer in the quiz",
        Kind::Chooser => "Think it through",
        Kind::Simulator => "Play it through",
    }
}

/// Text as it may stand in HTML, in an attribute or between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

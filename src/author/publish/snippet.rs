//! What an author pastes into a host page. `{base}` stands for the address the site is published under, ending in `/`.

use super::reserve::Reserved;
use super::{PLAYER, folder};
use serde::Serialize;
use waypost_core::bundle::{Bundle, key};

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
pub(super) fn snippets(bundle: &Bundle, reserved: &Reserved) -> Vec<Snippet> {
    let address = format!("{BASE}{}", folder(bundle));
    let title = escaped(&bundle.title);
    let loader = format!("<script defer src=\"{BASE}{PLAYER}embed.js\"></script>");
    let question = bundle.items.first().map(|item| bundle.plain(&key::prompt(&item.id))).unwrap_or_default();
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
                "<waypost-widget src=\"{address}\">\n  <p>{}</p>\n  <p><a href=\"{address}\">Answer in the quiz: {title}</a></p>\n</waypost-widget>\n{loader}",
                escaped(&question)
            ),
        },
    ]
}

/// Text as it may stand in HTML, in an attribute or between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
